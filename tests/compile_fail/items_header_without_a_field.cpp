// What is behind the items is what the class is made from.
// EXPECT: Node
// EXPECT-ANYWHERE: field_without_value<Node
// EXPECT-ANYWHERE: {"id"}
#include <slotted/items.hpp>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Node : sl::object<Node, sl::slots<sl::field<"id", int>, sl::items<int>>> {
  using object::object;
};

void use() {
#ifdef SLOTTED_BREAK
  auto node = sl::make_with_items<Node>(3);
#else
  auto node = sl::make_with_items<Node>(3, "id"_slot = 1);
#endif
}
