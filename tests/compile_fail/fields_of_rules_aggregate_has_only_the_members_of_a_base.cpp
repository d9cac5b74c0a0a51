// A base's members where the struct adds none of its own.
// EXPECT: aggregate_has_a_base_with_members_list_its_members<Pixel, Location>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Point {
  int x, y;
};
struct Location : Point {};

#ifdef SLOTTED_BREAK
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Location>, sl::field<"colour", int>>> {
#else
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point>, sl::field<"colour", int>>> {
#endif
  using object::object;
};

Pixel pixel{"colour"_slot = 3};
