// A virtual base lies elsewhere in a derived class: its members have no fixed place.
// EXPECT: listed_member_is_no_data_member_of_aggregate<Pixel, Point3>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Point {
  int x = 0, y = 0;
};
#ifdef SLOTTED_BREAK
struct Point3 : virtual Point {
#else
struct Point3 : Point {
#endif
  int z = 0;
};

struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point3, &Point3::x, &Point3::z>, sl::field<"colour", int>>> {
  using object::object;
};

Pixel pixel{"z"_slot = 1, "colour"_slot = 3};
