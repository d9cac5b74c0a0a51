// A base that is only declared.
// EXPECT: base_is_incomplete<draw::Circle
// EXPECT: draw::Shape
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace draw {

#ifdef SLOTTED_BREAK
struct Shape;
#else
struct Shape {
  int colour;
};
#endif

struct Circle : sl::object<Circle, sl::extends<Shape>, sl::slots<sl::slot<"radius", double>>> {
  using object::object;
};

}  // namespace draw

draw::Circle* circle;
