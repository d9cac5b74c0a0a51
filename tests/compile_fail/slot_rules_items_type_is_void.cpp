// There are no arrays of nothing.
// EXPECT: slot_type_is_void<Node
// EXPECT: {"items"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Node : sl::object<Node, sl::slots<sl::items<void>>> {
#else
struct Node : sl::object<Node, sl::slots<sl::items<void*>>> {
#endif
  using object::object;
};

Node node;
