// A class with virtual functions whose members are listed is refused like any other.
// EXPECT: aggregate_has_virtual_functions_write_extends<Circle, Shape>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Shape {
#ifdef SLOTTED_BREAK
  virtual double area() const { return 0; }
#else
  double area() const { return 0; }
#endif
  int colour = 0;
};

struct Circle : sl::object<Circle, sl::slots<sl::fields_of<Shape, &Shape::colour>, sl::field<"radius", double>>> {
  using object::object;
};

Circle circle{"radius"_slot = 2.0};
