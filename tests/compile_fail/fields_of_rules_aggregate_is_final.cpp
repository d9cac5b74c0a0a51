// A class cannot inherit from a final one.
// EXPECT: aggregate_is_final<Pixel, Point>
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Point final {
#else
struct Point {
#endif
  int x, y;
};

struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point>, sl::field<"colour", int>>> {
  using object::object;
};

Pixel pixel{1, 2, 3};
