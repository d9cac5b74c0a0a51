// Nor would what it is moved to; its owner is moved.
// EXPECT: Node
// EXPECT-ANYWHERE: object_with_items_is_never_copied_or_moved_make_another_with_items<Node>
#include <slotted/items.hpp>
#include <slotted/slotted.hpp>

#include <memory>
#include <utility>

namespace sl = slotted;
using namespace sl::literals;

struct Node : sl::object<Node, sl::slots<sl::field<"id", int>, sl::items<int>>> {
  using object::object;
};

void use(std::unique_ptr<Node> node) {
#ifdef SLOTTED_BREAK
  Node moved = std::move(*node);
#else
  auto moved = std::move(node);
#endif
}
