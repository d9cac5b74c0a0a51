// The same member twice in one list of members.
// EXPECT: slot_declared_twice<Pixel
// EXPECT: {"x"}
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Point {
  int x, y;
};

#ifdef SLOTTED_BREAK
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point, &Point::x, &Point::x>, sl::field<"colour", int>>> {
#else
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point, &Point::x, &Point::y>, sl::field<"colour", int>>> {
#endif
  using object::object;
};

Pixel pixel{"colour"_slot = 3};
