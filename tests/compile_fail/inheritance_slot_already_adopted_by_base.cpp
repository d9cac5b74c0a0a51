// A slot has the name of a member that a base has adopted.
// EXPECT: slot_already_declared_by_base<draw::Circle
// EXPECT: {"colour"}
// EXPECT: draw::Shape
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace draw {

struct Ink {
  int colour;
};
struct Shape : sl::object<Shape, sl::slots<sl::fields_of<Ink>>> {
  using object::object;
};

#ifdef SLOTTED_BREAK
struct Circle : sl::object<Circle, sl::extends<Shape>, sl::slots<sl::field<"colour", double>>> {
#else
struct Circle : sl::object<Circle, sl::extends<Shape>, sl::slots<sl::field<"radius", double>>> {
#endif
  using object::object;
};

}  // namespace draw

draw::Circle circle{1, 3.0};
