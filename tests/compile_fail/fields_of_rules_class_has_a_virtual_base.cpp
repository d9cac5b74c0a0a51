// No aggregate has a virtual base.
// EXPECT: class_is_no_aggregate_list_its_members<Pixel, Point>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Origin {};
#ifdef SLOTTED_BREAK
struct Point : virtual Origin {
#else
struct Point : Origin {
#endif
  int x = 0, y = 0;
};

struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point>, sl::field<"colour", int>>> {
  using object::object;
};

Pixel pixel{"colour"_slot = 3};
