// An aggregate stands in the list, among the other slots.
// EXPECT: part_of_object_is_neither_slots_nor_extends_nor_a_policy<Pixel
// EXPECT: fields_of<Point>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Point {
  int x, y;
};

#ifdef SLOTTED_BREAK
struct Pixel : sl::object<Pixel, sl::fields_of<Point>> {
#else
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point>>> {
#endif
  using object::object;
};

Pixel pixel{1, 2};
