// Items are part of the value.
// EXPECT: items_do_not_allow<Node, silent, slotted::
// EXPECT: ordering>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct silent {};

struct Node : sl::object<Node, sl::slots<sl::field<"id", int>, sl::items<silent>>> {
  using object::object;
};

auto use(const Node& a, const Node& b) {
#ifdef SLOTTED_BREAK
  return a < b;
#else
  return a["id"_slot] < b["id"_slot];
#endif
}
