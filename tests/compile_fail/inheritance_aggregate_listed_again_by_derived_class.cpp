// A slotted base that adopts the struct is a class that inherits from it: other members of it are listed there.
// EXPECT: aggregate_is_also_a_base<Pixel, Point, Place>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Point {
  int x, y;
};
#ifdef SLOTTED_BREAK
struct Place : sl::object<Place, sl::slots<sl::fields_of<Point, &Point::x>>> {
  using object::object;
};
struct Pixel : sl::object<Pixel, sl::extends<Place>, sl::slots<sl::fields_of<Point, &Point::y>>> {
  using object::object;
};
#else
struct Place : sl::object<Place, sl::slots<sl::fields_of<Point, &Point::x, &Point::y>>> {
  using object::object;
};
struct Pixel : sl::object<Pixel, sl::extends<Place>, sl::slots<>> {
  using object::object;
};
#endif

Pixel pixel{"x"_slot = 1};
