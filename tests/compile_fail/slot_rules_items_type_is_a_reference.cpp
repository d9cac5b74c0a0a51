// There are no arrays of references.
// EXPECT: slot_type_is_a_reference_use_a_pointer_or_reference_wrapper<Node
// EXPECT: {"items"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Node : sl::object<Node, sl::slots<sl::items<int&>>> {
#else
struct Node : sl::object<Node, sl::slots<sl::items<int*>>> {
#endif
  using object::object;
};

Node node;
