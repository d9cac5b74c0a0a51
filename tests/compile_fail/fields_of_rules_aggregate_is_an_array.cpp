// An array has elements, but no names for them.
// EXPECT: aggregate_is_not_a_class<Line, Point
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Point {
  int x, y;
};
struct Ends {
  Point ends[2];
};

#ifdef SLOTTED_BREAK
struct Line : sl::object<Line, sl::slots<sl::fields_of<Point[2]>, sl::field<"colour", int>>> {
#else
struct Line : sl::object<Line, sl::slots<sl::fields_of<Ends>, sl::field<"colour", int>>> {
#endif
  using object::object;
};

void use(const Line& line) { static_cast<void>(getattr(line, "colour")); }
