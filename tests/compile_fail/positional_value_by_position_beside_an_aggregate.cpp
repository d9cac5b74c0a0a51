// Behind an aggregate values have names: it takes one place, not as many as it has members.
// EXPECT: Pixel
// EXPECT-ANYWHERE: value_does_not_convert<Pixel
// EXPECT-ANYWHERE: {"x"}
// EXPECT-ANYWHERE: Point
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
  Pixel pixel(point, 2, 3);
#else
  Pixel pixel(point, "colour"_slot = 3);
#endif
}
