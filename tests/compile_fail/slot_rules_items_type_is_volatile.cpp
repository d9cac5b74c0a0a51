// As with any slot.
// EXPECT: slot_type_is_volatile<Node
// EXPECT: {"items"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Node : sl::object<Node, sl::slots<sl::items<volatile int>>> {
#else
struct Node : sl::object<Node, sl::slots<sl::items<const int>>> {
#endif
  using object::object;
};

Node node;
