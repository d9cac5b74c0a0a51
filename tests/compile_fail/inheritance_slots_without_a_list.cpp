// The slots stand beside the class instead of in a list.
// EXPECT: part_of_object_is_neither_slots_nor_extends_nor_a_policy<Point
// EXPECT: {"x"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Point : sl::object<Point, sl::field<"x", double>, sl::field<"y", double>> {
#else
struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::field<"y", double>>> {
#endif
  using object::object;
};

Point* point;
