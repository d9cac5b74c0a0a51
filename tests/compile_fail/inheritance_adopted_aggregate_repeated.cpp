// The same struct twice: its first member is declared twice.
// EXPECT: slot_declared_twice<Pixel
// EXPECT: {"x"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Point {
  int x, y;
};
struct Place : sl::slots<sl::fields_of<Point>> {};

#ifdef SLOTTED_BREAK
struct Pixel : sl::object<Pixel, sl::slots<Place, sl::field<"colour", int>, sl::fields_of<Point>>> {
#else
struct Pixel : sl::object<Pixel, sl::slots<Place, sl::field<"colour", int>>> {
#endif
  using object::object;
};

Pixel pixel{1, 2, 3};
