// One item is a list of one.
// EXPECT: items_are_made_of_a_number_a_range_copies_or_generated<Node, double
#include <slotted/items.hpp>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Node : sl::object<Node, sl::slots<sl::field<"id", int>, sl::items<double>>> {
  using object::object;
};

void use() {
#ifdef SLOTTED_BREAK
  auto node = sl::make_with_items<Node>(1.5, 1);
#else
  auto node = sl::make_with_items<Node>({1.5}, 1);
#endif
}
