// Nor would what an object is converted to.
// EXPECT: object_layout_differs<Other, Node>
#include <slotted/items.hpp>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Node : sl::object<Node, sl::slots<sl::field<"id", int>, sl::items<int>>> {
  using object::object;
};
struct Other : sl::object<Other, sl::slots<sl::field<"id", int>, sl::items<int>>> {
  using object::object;
};

auto use(const Node& a) {
#ifdef SLOTTED_BREAK
  return sl::convert_to<Other>(a);
#else
  return sl::make_with_items<Other>(items_of(a), a["id"_slot]);
#endif
}
