// An object that holds an object of its own class would be infinite.
// EXPECT: slot_type_is_the_class_itself_use_a_pointer<Node
// EXPECT: {"next"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Node : sl::object<Node, sl::slots<sl::field<"value", int>,
#ifdef SLOTTED_BREAK
                                         sl::slot<"next", Node>>> {
#else
                                         sl::slot<"next", Node*>>> {
#endif
  using object::object;
};

Node node{1};
