// A list of members does not help a final class.
// EXPECT: aggregate_is_final<Pixel, Point>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

#ifdef SLOTTED_BREAK
class Point final {
#else
class Point {
#endif
 public:
  Point() : x(0), y(0) {}
  int x, y;
};

struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point, &Point::x, &Point::y>, sl::field<"colour", int>>> {
  using object::object;
};

Pixel pixel{"colour"_slot = 3};
