// One name, two values, behind an aggregate.
// EXPECT: slot_given_twice<Pixel
// EXPECT: {"colour"}
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
  Pixel pixel(point, "colour"_slot = 3, "colour"_slot = 4);
#else
  Pixel pixel(point, "colour"_slot = 3, "label"_slot = 4);
#endif
}
