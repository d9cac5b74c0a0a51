// A base is never const: const members say so themselves.
// EXPECT: aggregate_is_not_a_class<Pixel, const Point>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Point {
  const int x, y;
};

#ifdef SLOTTED_BREAK
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<const Point>, sl::field<"colour", int>>> {
#else
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point>, sl::field<"colour", int>>> {
#endif
  using object::object;
};

Pixel pixel{1, 2, 3};
