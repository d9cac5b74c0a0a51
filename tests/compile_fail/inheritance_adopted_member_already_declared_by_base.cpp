// A member of the struct has the name of a slot of a base.
// EXPECT: slot_already_declared_by_base<draw::Circle
// EXPECT: {"colour"}
// EXPECT: draw::Shape
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace draw {

struct Shape : sl::object<Shape, sl::slots<sl::field<"colour", int>>> {
  using object::object;
};
struct Ink {
#ifdef SLOTTED_BREAK
  int colour;
#else
  int pigment;
#endif
};

struct Circle : sl::object<Circle, sl::extends<Shape>, sl::slots<sl::fields_of<Ink>, sl::field<"radius", double>>> {
  using object::object;
};

}  // namespace draw

draw::Circle circle{1, 2, 3.0};
