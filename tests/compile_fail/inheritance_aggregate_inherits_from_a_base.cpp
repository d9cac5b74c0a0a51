// A struct that inherits from a base of the class brings that a second time.
// EXPECT: aggregate_is_also_a_base<Pixel, Point, Mixin>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Mixin {};
#ifdef SLOTTED_BREAK
struct Point : Mixin {
#else
struct Point {
#endif
  int x, y;
};

struct Pixel : sl::object<Pixel, sl::extends<Mixin>, sl::slots<sl::fields_of<Point>, sl::field<"colour", int>>> {
  using object::object;
};

Pixel pixel{1, 2, 3};
