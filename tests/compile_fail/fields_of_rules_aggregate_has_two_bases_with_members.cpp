// Two bases with members.
// EXPECT: aggregate_has_a_base_with_members_list_its_members<Pixel, Point3>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Horizontal {
  int x;
};
struct Vertical {
  int y;
};
struct Point3 : Horizontal, Vertical {
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

Pixel pixel{"colour"_slot = 3, "y"_slot = 1};
