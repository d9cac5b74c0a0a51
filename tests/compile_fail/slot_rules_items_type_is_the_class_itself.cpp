// A node cannot hold nodes, only what leads to them.
// EXPECT: slot_type_is_the_class_itself_use_a_pointer<Node
// EXPECT: {"items"}
#include <slotted/slotted.hpp>

#include <memory>

namespace sl = slotted;

struct Node;

#ifdef SLOTTED_BREAK
struct Node : sl::object<Node, sl::slots<sl::items<Node>>> {
#else
struct Node : sl::object<Node, sl::slots<sl::items<std::unique_ptr<Node>>>> {
#endif
  using object::object;
};

Node node;
