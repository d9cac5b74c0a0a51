// A name behind an aggregate that no slot has.
// EXPECT: no_such_slot<Pixel
// EXPECT: {"color"}
// EXPECT: known_slots
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
  Pixel pixel(point, "colour"_slot = 3, "color"_slot = 4);
#else
  Pixel pixel(point, "colour"_slot = 3, "label"_slot = 4);
#endif
}
