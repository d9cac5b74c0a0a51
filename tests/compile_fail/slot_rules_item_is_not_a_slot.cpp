// A plain type stands where a slot should (row 8).
// EXPECT: list_item_is_not_a_slot_write_slot_or_field<Point
// EXPECT: double
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Point : sl::object<Point, sl::slots<
#ifdef SLOTTED_BREAK
                                     sl::field<"x", double>, double>> {
#else
                                     sl::field<"x", double>, sl::field<"y", double>>> {
#endif
  using object::object;
};

Point point{1.0, 2.0};
