// A base that inherits from the struct brings it a second time.
// EXPECT: aggregate_is_also_a_base<Pixel, Point, Named>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Point {
  int x, y;
};
#ifdef SLOTTED_BREAK
struct Named : Point {
#else
struct Named {
#endif
  int name;
};

struct Pixel : sl::object<Pixel, sl::extends<Named>, sl::slots<sl::fields_of<Point>, sl::field<"colour", int>>> {
  using object::object;
};

Pixel pixel{1, 2, 3};
