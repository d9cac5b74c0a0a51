// A member of the struct has the second name of a slot.
// EXPECT: slot_declared_twice<Pixel
// EXPECT: {"y"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Point {
  int x, y;
};

#ifdef SLOTTED_BREAK
struct Pixel : sl::object<Pixel, sl::slots<sl::field<"height", int, sl::alias<"y">>, sl::fields_of<Point>>> {
#else
struct Pixel : sl::object<Pixel, sl::slots<sl::field<"height", int, sl::alias<"z">>, sl::fields_of<Point>>> {
#endif
  using object::object;
};

Pixel pixel{1, 2, 3};
