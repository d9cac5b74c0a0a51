// Two bases, of which the second has members.
// EXPECT: aggregate_has_a_base_with_members_list_its_members<Pixel, Point3>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Empty {};
struct Second {
#ifdef SLOTTED_BREAK
  int x, y;
#endif
};
struct Point3 : Empty, Second {
  int z;
};

struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point3>, sl::field<"colour", int>>> {
  using object::object;
};

Pixel pixel{"colour"_slot = 3, "z"_slot = 1};
