// A truth or a character where a number should be is a slip.
// EXPECT: items_are_made_of_a_number_a_range_copies_or_generated<Node, bool
#include <slotted/items.hpp>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Node : sl::object<Node, sl::slots<sl::field<"id", int>, sl::items<int>>> {
  using object::object;
};

void use() {
#ifdef SLOTTED_BREAK
  auto node = sl::make_with_items<Node>(true, 1);
#else
  auto node = sl::make_with_items<Node>(1, 1);
#endif
}
