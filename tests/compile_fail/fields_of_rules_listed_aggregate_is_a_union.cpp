// A list of members does not make a union a base.
// EXPECT: aggregate_is_a_union<Cell, Number>
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
union Number {
#else
struct Number {
#endif
  int whole;
  double fraction;
};

struct Cell : sl::object<Cell, sl::slots<sl::fields_of<Number, &Number::whole>, sl::field<"row", int>>> {
  using object::object;
};

void use(const Cell& cell) { static_cast<void>(getattr(cell, "row")); }
