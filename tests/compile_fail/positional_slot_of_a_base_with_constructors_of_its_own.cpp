// A base that does not inherit object's constructors makes itself; its slots are not in the list.
// EXPECT: slot_belongs_to_a_base_that_does_not_inherit_object_constructors<draw::Circle
// EXPECT: {"colour"}
// EXPECT: draw::Shape
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace draw {

struct Shape : sl::object<Shape, sl::slots<sl::field<"colour", int>>> {
  Shape() : object("colour"_slot = 1) {}
};
struct Circle : sl::object<Circle, sl::extends<Shape>, sl::slots<sl::field<"radius", double>>> {
  using object::object;
};

}  // namespace draw

void use() {
#ifdef SLOTTED_BREAK
  draw::Circle circle{"radius"_slot = 2.0, "colour"_slot = 1};
#else
  draw::Circle circle{"radius"_slot = 2.0};
#endif
}
