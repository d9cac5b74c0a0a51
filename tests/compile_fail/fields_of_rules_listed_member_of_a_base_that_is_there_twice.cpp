// A member of a base that the aggregate has twice: which of the two is not said.
// EXPECT: listed_member_is_no_data_member_of_aggregate<Pixel, Area>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Point {
  int x = 0, y = 0;
};
struct Low : Point {};
struct High : Point {};
#ifdef SLOTTED_BREAK
struct Area : Low, High {
#else
struct Area : Low {
#endif
  int z = 0;
};

struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Area, &Point::x, &Area::z>, sl::field<"colour", int>>> {
  using object::object;
};

Pixel pixel{"z"_slot = 1, "colour"_slot = 3};
