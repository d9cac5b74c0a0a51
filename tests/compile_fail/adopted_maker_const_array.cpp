// The elements of an array are assigned: those of a const one keep what the struct gives them.
// EXPECT: member_cannot_be_assigned_give_all_before_it<Pixel
// EXPECT: {"place"}
// EXPECT: const int
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Point {
  const int place[2] = {0, 0};
};
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point>, sl::field<"colour", int>>> {
  using object::object;
};

void use() {
  const int place[2] = {1, 2};
#ifdef SLOTTED_BREAK
  [[maybe_unused]] Pixel pixel{"place"_slot = place, "colour"_slot = 3};
#else
  static_cast<void>(place);
  [[maybe_unused]] Pixel pixel{"colour"_slot = 3};
#endif
}
