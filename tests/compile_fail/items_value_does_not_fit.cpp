// A fraction is no int: the value rule, as for a slot.
// EXPECT: value_does_not_fit_items<Node, int
#include <slotted/items.hpp>
#include <slotted/slotted.hpp>

#include <vector>

namespace sl = slotted;
using namespace sl::literals;

struct Node : sl::object<Node, sl::slots<sl::field<"id", int>, sl::items<int>>> {
  using object::object;
};

void use() {
#ifdef SLOTTED_BREAK
  auto node = sl::make_with_items<Node>(std::vector{1.5}, 1);
#else
  auto node = sl::make_with_items<Node>(std::vector{1L}, 1);
#endif
}
