// The place of a virtual base is known at run time only; offsets are constants.
// EXPECT: slotted_base_is_virtual<draw::Circle
// EXPECT: draw::Shape
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace draw {

struct Shape : sl::object<Shape, sl::slots<sl::field<"colour", int, sl::defaults_to<0>>>> {
  using object::object;
};
#ifdef SLOTTED_BREAK
struct Drawable : virtual Shape {};
#else
struct Drawable : Shape {};
#endif

struct Circle : sl::object<Circle, sl::extends<Drawable>, sl::slots<sl::slot<"radius", double>>> {
  using object::object;
};

}  // namespace draw

draw::Circle* circle;
