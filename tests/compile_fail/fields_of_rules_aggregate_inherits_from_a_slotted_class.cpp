// A plain class that inherits from a slotted one has its slots.
// EXPECT: aggregate_is_slotted_write_extends<Ring, Circle>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Shape : sl::object<Shape, sl::slots<sl::field<"colour", int>>> {
  using object::object;
};
struct Circle : Shape {
  using Shape::Shape;
};

#ifdef SLOTTED_BREAK
struct Ring : sl::object<Ring, sl::slots<sl::fields_of<Circle>, sl::field<"width", double>>> {
#else
struct Ring : sl::object<Ring, sl::extends<Circle>, sl::slots<sl::field<"width", double>>> {
#endif
  using object::object;
};

Ring ring{1, 2.0};
