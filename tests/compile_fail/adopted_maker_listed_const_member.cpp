// A listed member is always assigned, as the struct is made without it.
// EXPECT: member_cannot_be_assigned_give_all_before_it<Pixel
// EXPECT: {"x"}
// EXPECT: const int
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Point {
  Point() : x(1), y(2) {}
  const int x;
  int y;
};
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point, &Point::x, &Point::y>, sl::field<"colour", int>>> {
  using object::object;
};

void use() {
#ifdef SLOTTED_BREAK
  [[maybe_unused]] Pixel pixel{"x"_slot = 1, "colour"_slot = 3};
#else
  [[maybe_unused]] Pixel pixel{"y"_slot = 1, "colour"_slot = 3};
#endif
}
