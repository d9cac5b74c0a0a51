// A member of the struct and a slot of the same list share a name.
// EXPECT: slot_declared_twice<Pixel
// EXPECT: {"y"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Point {
  int x, y;
};

struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point>,
#ifdef SLOTTED_BREAK
                                           sl::field<"y", double>>> {
#else
                                           sl::field<"z", double>>> {
#endif
  using object::object;
};

Pixel pixel{1, 2, 3.0};
