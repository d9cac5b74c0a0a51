// A struct that is adopted and extended would be there twice.
// EXPECT: aggregate_is_also_a_base<Pixel, Point, Point>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Point {
  int x, y;
};

#ifdef SLOTTED_BREAK
struct Pixel : sl::object<Pixel, sl::extends<Point>, sl::slots<sl::fields_of<Point>, sl::field<"colour", int>>> {
#else
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point>, sl::field<"colour", int>>> {
#endif
  using object::object;
};

Pixel pixel{1, 2, 3};
