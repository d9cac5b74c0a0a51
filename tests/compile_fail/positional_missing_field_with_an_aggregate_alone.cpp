// A class with a field beside the struct is not made from the struct alone.
// EXPECT: Pixel
// EXPECT-ANYWHERE: field_without_value<Pixel
// EXPECT-ANYWHERE: {"colour"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Point {
  int x, y;
};
#ifdef SLOTTED_BREAK
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point>, sl::field<"colour", int>>> {
#else
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point>, sl::slot<"colour", int>>> {
#endif
  using object::object;
};

void use(const Point& point) { Pixel pixel(point); }
