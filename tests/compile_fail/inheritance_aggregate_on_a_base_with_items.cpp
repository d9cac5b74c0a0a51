// The members of an adopted aggregate are slots, too.
// EXPECT: slot_declared_on_a_base_with_items<Placed
// EXPECT: {"x"}
// EXPECT: Node>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Node : sl::object<Node, sl::slots<sl::field<"id", int>, sl::items<int>>> {
  using object::object;
};
struct point {
  int x = 0, y = 0;
};
#ifdef SLOTTED_BREAK
struct Placed : sl::object<Placed, sl::extends<Node>, sl::slots<sl::fields_of<point>>> {
#else
struct Placed : sl::object<Placed, sl::extends<Node>, sl::slots<>> {
#endif
  using object::object;
};

Placed placed{1};
