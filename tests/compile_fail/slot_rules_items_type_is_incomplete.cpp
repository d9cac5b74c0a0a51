// Objects are aligned as their items, which are not known here.
// EXPECT: slot_type_is_incomplete_include_its_definition<Node
// EXPECT: {"items"}
// EXPECT: child
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct child;

#ifdef SLOTTED_BREAK
struct Node : sl::object<Node, sl::slots<sl::items<child>>> {
#else
struct Node : sl::object<Node, sl::slots<sl::items<child*>>> {
#endif
  using object::object;
};

Node node;
