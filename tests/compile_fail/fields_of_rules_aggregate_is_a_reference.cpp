// A class cannot inherit from a reference.
// EXPECT: aggregate_is_not_a_class<Pixel, Point
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Point {
  int x, y;
};

#ifdef SLOTTED_BREAK
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point&>, sl::field<"colour", int>>> {
#else
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point>, sl::field<"colour", int>>> {
#endif
  using object::object;
};

Pixel pixel{1, 2, 3};
