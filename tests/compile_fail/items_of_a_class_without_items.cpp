// A class of fixed size is made as any other.
// EXPECT: class_has_no_items_add_items<Node
#include <slotted/items.hpp>
#include <slotted/slotted.hpp>

#include <memory>

namespace sl = slotted;
using namespace sl::literals;

struct Node : sl::object<Node, sl::slots<sl::field<"id", int>>> {
  using object::object;
};

void use() {
#ifdef SLOTTED_BREAK
  auto node = sl::make_with_items<Node>(3, 1);
#else
  auto node = std::make_unique<Node>(1);
#endif
}
