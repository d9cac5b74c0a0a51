// A base finds its items behind at most seven more pointers.
// EXPECT: class_adds_too_much_to_a_base_with_items_add_it_there<Large, Node
#include <slotted/items.hpp>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Node : sl::object<Node, sl::slots<sl::field<"id", int>, sl::items<int>>> {
  using object::object;
};
struct Large : Node {
  using Node::Node;
  char more[100];
};

void use() {
#ifdef SLOTTED_BREAK
  auto node = sl::make_with_items<Large>(3, 1);
#else
  auto node = sl::make_with_items<Node>(3, 1);
#endif
}
