// A struct that the class has not adopted.
// EXPECT: Pixel
// EXPECT-ANYWHERE: values_by_name_and_by_position_in_one_call<Pixel
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Point {
  int x, y;
};
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point>, sl::field<"colour", int>, sl::slot<"label", int>>> {
  using object::object;
};

struct Size {
  int width, height;
};

void use(const Point& point, const Size& size) {
#ifdef SLOTTED_BREAK
  Pixel pixel(size, "colour"_slot = 3);
#else
  Pixel pixel(point, "colour"_slot = size.width);
#endif
}
