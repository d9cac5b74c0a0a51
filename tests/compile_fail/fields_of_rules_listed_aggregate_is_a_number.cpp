// A list of members of what has none.
// EXPECT: aggregate_is_not_a_class<Pixel, int>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Point {
  int x = 0;
};

#ifdef SLOTTED_BREAK
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<int, &Point::x>, sl::field<"colour", int>>> {
#else
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point, &Point::x>, sl::field<"colour", int>>> {
#endif
  using object::object;
};

void use(const Pixel& pixel) { static_cast<void>(getattr(pixel, "colour")); }
