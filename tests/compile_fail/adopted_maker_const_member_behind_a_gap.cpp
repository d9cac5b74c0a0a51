// A member is given, one before it is not: the struct is made first, and the member assigned, which a const one cannot
// be.
// EXPECT: member_cannot_be_assigned_give_all_before_it<Pixel
// EXPECT: {"y"}
// EXPECT: const int
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Point {
  int x = 0;
  const int y = 0;
};
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point>, sl::field<"colour", int>>> {
  using object::object;
};

void use() {
#ifdef SLOTTED_BREAK
  [[maybe_unused]] Pixel pixel{"y"_slot = 2, "colour"_slot = 3};
#else
  [[maybe_unused]] Pixel pixel{"x"_slot = 1, "y"_slot = 2, "colour"_slot = 3};
#endif
}
