// The place of a member is not how it is listed.
// EXPECT: listed_member_is_no_data_member_of_aggregate<Pixel, Point>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Point {
  int x, y;
};

#ifdef SLOTTED_BREAK
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point, 0>, sl::field<"colour", int>>> {
#else
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point, &Point::x>, sl::field<"colour", int>>> {
#endif
  using object::object;
};

Pixel pixel{"colour"_slot = 3};
