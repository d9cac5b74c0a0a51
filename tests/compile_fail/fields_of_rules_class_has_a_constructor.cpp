// A class with constructors of its own takes no list of members: they are listed, and set behind it.
// EXPECT: class_is_no_aggregate_list_its_members<Pixel, Point>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Point {
  Point() : x(0), y(0) {}
  int x, y;
};

#ifdef SLOTTED_BREAK
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point>, sl::field<"colour", int>>> {
#else
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point, &Point::x, &Point::y>, sl::field<"colour", int>>> {
#endif
  using object::object;
};

Pixel pixel{"x"_slot = 1, "colour"_slot = 3};
