// An alias that is the name of a slot of the base.
// EXPECT: slot_already_declared_by_base<draw::Circle
// EXPECT: {"diameter"}
// EXPECT: draw::Shape
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace draw {

struct Shape : sl::object<Shape, sl::slots<sl::field<"size", double>>> {
  using object::object;
};

struct Circle : sl::object<Circle, sl::extends<Shape>,
                           sl::slots<
#ifdef SLOTTED_BREAK
                               sl::field<"diameter", double, sl::alias<"size">>>> {
#else
                               sl::field<"diameter", double, sl::alias<"width">>>> {
#endif
  using object::object;
};

}  // namespace draw

draw::Circle circle{1.0, 2.0};
