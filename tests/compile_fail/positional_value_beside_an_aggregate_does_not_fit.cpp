// The value rule holds for a name that replaces a member.
// EXPECT: value_does_not_fit_slot<Pixel
// EXPECT: {"x"}
// EXPECT: int
// EXPECT: double
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Point {
  int x, y;
};
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point>, sl::field<"colour", int>, sl::slot<"label", int>>> {
  using object::object;
};

void use(const Point& point) {
#ifdef SLOTTED_BREAK
  Pixel pixel(point, "colour"_slot = 3, "x"_slot = 4.5);
#else
  Pixel pixel(point, "colour"_slot = 3, "x"_slot = 4);
#endif
}
