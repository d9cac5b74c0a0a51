// A base has items already.
// EXPECT: items_already_declared_by_base<Leaf, Node
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Node : sl::object<Node, sl::slots<sl::field<"id", int>, sl::items<int>>> {
  using object::object;
};
#ifdef SLOTTED_BREAK
struct Leaf : sl::object<Leaf, sl::extends<Node>, sl::slots<sl::items<int>>> {
#else
struct Leaf : sl::object<Leaf, sl::extends<Node>, sl::slots<>> {
#endif
  using object::object;
};

Leaf leaf{1};
