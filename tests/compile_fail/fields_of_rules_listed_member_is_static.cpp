// A static member is the class's, and a pointer to it an ordinary one.
// EXPECT: listed_member_is_no_data_member_of_aggregate<Pixel, Point>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Point {
  int x, y;
  static inline int most = 10;
};

#ifdef SLOTTED_BREAK
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point, &Point::x, &Point::most>, sl::field<"colour", int>>> {
#else
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point, &Point::x, &Point::y>, sl::field<"colour", int>>> {
#endif
  using object::object;
};

Pixel pixel{"x"_slot = 1, "colour"_slot = 3};
