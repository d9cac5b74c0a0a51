// An abstract class has no objects.
// EXPECT: slot_type_is_abstract_use_a_pointer<Node
// EXPECT: {"items"}
// EXPECT: shape
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct shape {
  virtual ~shape() = default;
  virtual int area() const = 0;
};

#ifdef SLOTTED_BREAK
struct Node : sl::object<Node, sl::slots<sl::items<shape>>> {
#else
struct Node : sl::object<Node, sl::slots<sl::items<shape*>>> {
#endif
  using object::object;
};

Node node;
