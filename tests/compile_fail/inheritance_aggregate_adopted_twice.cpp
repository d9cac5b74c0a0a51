// A struct is inherited from, so there is one of it: its members are listed together.
// EXPECT: aggregate_adopted_twice<Pixel, Point>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Point {
  int x, y, z;
};

#ifdef SLOTTED_BREAK
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point, &Point::x>, sl::field<"colour", int>,
                                           sl::fields_of<Point, &Point::y>>> {
#else
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point, &Point::x, &Point::y>, sl::field<"colour", int>>> {
#endif
  using object::object;
};

Pixel pixel{"colour"_slot = 3};
