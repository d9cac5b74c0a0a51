// A final base: "type 'bool' is not an acceptable base type" (row 32).
// EXPECT: base_is_final<draw::Circle
// EXPECT: draw::Shape
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace draw {

#ifdef SLOTTED_BREAK
struct Shape final : sl::object<Shape, sl::slots<sl::field<"colour", int>>> {
#else
struct Shape : sl::object<Shape, sl::slots<sl::field<"colour", int>>> {
#endif
  using object::object;
};

struct Circle : sl::object<Circle, sl::extends<Shape>, sl::slots<sl::field<"radius", double>>> {
  using object::object;
};

}  // namespace draw

draw::Circle* circle;
