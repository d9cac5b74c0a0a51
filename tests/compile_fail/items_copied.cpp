// A copy would not have the items; another object is made with them.
// EXPECT: Node
// EXPECT-ANYWHERE: object_with_items_is_never_copied_or_moved_make_another_with_items<Node>
#include <slotted/items.hpp>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Node : sl::object<Node, sl::slots<sl::field<"id", int>, sl::items<int>>> {
  using object::object;
};

int use(const Node& node) {
#ifdef SLOTTED_BREAK
  Node copy = node;
  return copy["id"_slot];
#else
  auto copy = sl::make_with_items<Node>(items_of(node), node["id"_slot]);
  return (*copy)["id"_slot];
#endif
}
