// Nor does an object get the items of another.
// EXPECT: Node
// EXPECT-ANYWHERE: object_with_items_is_never_copied_or_moved_make_another_with_items<Node>
#include <slotted/items.hpp>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Node : sl::object<Node, sl::slots<sl::field<"id", int>, sl::items<int>>> {
  using object::object;
};

void use(Node& a, const Node& b) {
#ifdef SLOTTED_BREAK
  a = b;
#else
  a["id"_slot] = b["id"_slot];
#endif
}
