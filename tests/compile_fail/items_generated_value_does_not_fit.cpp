// Nor what a call returns.
// EXPECT: value_does_not_fit_items<Node, int
#include <slotted/items.hpp>
#include <slotted/slotted.hpp>

#include <cstddef>

namespace sl = slotted;
using namespace sl::literals;

struct Node : sl::object<Node, sl::slots<sl::field<"id", int>, sl::items<int>>> {
  using object::object;
};

void use() {
#ifdef SLOTTED_BREAK
  auto node = sl::make_with_items<Node>(sl::generated(3, [](std::size_t i) { return 0.5 * double(i); }), 1);
#else
  auto node = sl::make_with_items<Node>(sl::generated(3, [](std::size_t i) { return 2 * i; }), 1);
#endif
}
