// A slot that the base declares: Python accepts it, and base and child no longer mean the same variable (row 152,
// row 154, row 170).
// EXPECT: slot_already_declared_by_base<draw::Circle
// EXPECT: {"radius"}
// EXPECT: draw::Shape
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace draw {

struct Shape : sl::object<Shape, sl::slots<sl::field<"colour", int>, sl::field<"radius", double>>> {
  using object::object;
};

struct Circle : sl::object<Circle, sl::extends<Shape>,
                           sl::slots<
#ifdef SLOTTED_BREAK
                               sl::field<"radius", double>>> {
#else
                               sl::field<"diameter", double>>> {
#endif
  using object::object;
};

}  // namespace draw

draw::Circle circle{1, 2.0, 4.0};
