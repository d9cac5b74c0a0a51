// A base's members are not reached by those of the struct: all of them are listed.
// EXPECT: aggregate_has_a_base_with_members_list_its_members<Pixel, Point3>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Point {
  int x, y;
};
struct Point3 : Point {
  int z;
};

#ifdef SLOTTED_BREAK
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point3>, sl::field<"colour", int>>> {
#else
struct Pixel
    : sl::object<Pixel,
                 sl::slots<sl::fields_of<Point3, &Point3::x, &Point3::y, &Point3::z>, sl::field<"colour", int>>> {
#endif
  using object::object;
};

Pixel pixel{"colour"_slot = 3, "x"_slot = 1};
