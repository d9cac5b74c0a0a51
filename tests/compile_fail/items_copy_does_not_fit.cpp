// Nor is a text.
// EXPECT: value_does_not_fit_items<Node, int
#include <slotted/items.hpp>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Node : sl::object<Node, sl::slots<sl::field<"id", int>, sl::items<int>>> {
  using object::object;
};

void use() {
#ifdef SLOTTED_BREAK
  auto node = sl::make_with_items<Node>(sl::copies(3, "text"), 1);
#else
  auto node = sl::make_with_items<Node>(sl::copies(3, 7L), 1);
#endif
}
