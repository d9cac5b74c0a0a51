// A class with virtual functions is a base like any other: the memory in front of its members is not plain.
// EXPECT: aggregate_has_virtual_functions_write_extends<Circle, Shape>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Shape {
#ifdef SLOTTED_BREAK
  virtual double area() const { return 0; }
#else
  double area() const { return 0; }
#endif
  int colour;
};

struct Circle : sl::object<Circle, sl::slots<sl::fields_of<Shape>, sl::field<"radius", double>>> {
  using object::object;
};

Circle circle{1, 2.0};
