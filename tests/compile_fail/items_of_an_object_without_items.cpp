// A class of fixed size has no items to look at.
// EXPECT: items_of
#include <slotted/items.hpp>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Node : sl::object<Node, sl::slots<sl::field<"id", int>>> {
  using object::object;
};

auto use(Node& node) {
#ifdef SLOTTED_BREAK
  return items_of(node);
#else
  return node["id"_slot];
#endif
}
