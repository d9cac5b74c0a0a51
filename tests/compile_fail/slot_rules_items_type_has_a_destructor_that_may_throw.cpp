// Half of the items would stay alive.
// EXPECT: slot_type_has_a_destructor_that_may_throw<Node
// EXPECT: {"items"}
// EXPECT: loud
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct loud {
  ~loud() noexcept(false) {}
};

#ifdef SLOTTED_BREAK
struct Node : sl::object<Node, sl::slots<sl::items<loud>>> {
#else
struct Node : sl::object<Node, sl::slots<sl::items<loud*>>> {
#endif
  using object::object;
};

Node node;
