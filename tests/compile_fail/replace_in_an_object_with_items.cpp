// What replace returns would not have the items.
// EXPECT: items_do_not_allow<Node, int, slotted::
// EXPECT: replacing>
#include <slotted/items.hpp>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Node : sl::object<Node, sl::slots<sl::field<"id", int>, sl::items<int>>> {
  using object::object;
};

auto use(const Node& a) {
#ifdef SLOTTED_BREAK
  return replace(a, "id"_slot = 3);
#else
  return sl::make_with_items<Node>(items_of(a), "id"_slot = 3);
#endif
}
