// Nor of the same class.
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
  return sl::convert_to<Node>(a);
#else
  return sl::make_with_items<Node>(items_of(a), a["id"_slot]);
#endif
}
