// A base is named in extends<...>, not as a part of its own.
// EXPECT: part_of_object_is_neither_slots_nor_extends_nor_a_policy<draw::Circle
// EXPECT: draw::Shape
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace draw {

struct Shape : sl::object<Shape, sl::slots<sl::field<"colour", int>>> {
  using object::object;
};

#ifdef SLOTTED_BREAK
struct Circle : sl::object<Circle, Shape, sl::slots<sl::field<"radius", double>>> {
#else
struct Circle : sl::object<Circle, sl::extends<Shape>, sl::slots<sl::field<"radius", double>>> {
#endif
  using object::object;
};

}  // namespace draw

draw::Circle* circle;
