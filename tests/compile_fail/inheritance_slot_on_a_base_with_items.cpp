// "nonempty __slots__ not supported for subtype of 'int'" (row 27): behind the base come its items.
// EXPECT: slot_declared_on_a_base_with_items<Named
// EXPECT: {"name"}
// EXPECT: Node>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Node : sl::object<Node, sl::slots<sl::field<"id", int>, sl::items<int>>> {
  using object::object;
};
#ifdef SLOTTED_BREAK
struct Named : sl::object<Named, sl::extends<Node>, sl::slots<sl::slot<"name", int>>> {
#else
struct Named : sl::object<Named, sl::extends<Node>, sl::slots<sl::dict_slot<int>>> {
#endif
  using object::object;
};

Named named{1};
