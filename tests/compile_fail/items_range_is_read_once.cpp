// The number of items must be known before the memory is asked for.
// EXPECT: items_are_made_of_a_range_that_can_be_counted_first<Node
#include <slotted/items.hpp>
#include <slotted/slotted.hpp>

#include <istream>
#include <iterator>
#include <ranges>
#include <utility>
#include <vector>

namespace sl = slotted;
using namespace sl::literals;

struct Node : sl::object<Node, sl::slots<sl::field<"id", int>, sl::items<int>>> {
  using object::object;
};

void use(std::istream& in) {
#ifdef SLOTTED_BREAK
  auto node = sl::make_with_items<Node>(std::views::istream<int>(in), 1);
#else
  std::vector<int> read(std::istream_iterator<int>(in), {});
  auto node = sl::make_with_items<Node>(std::move(read), 1);
#endif
}
