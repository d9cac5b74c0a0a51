// A struct of nothing but a union.
// EXPECT: aggregate_has_a_union_member_list_the_others<Cell, Value>
#include <slotted/slotted.hpp>

namespace sl = slotted;

union Number {
  int whole;
  double fraction;
};
struct Value {
#ifdef SLOTTED_BREAK
  Number number;
#else
  double number;
#endif
};

struct Cell : sl::object<Cell, sl::slots<sl::fields_of<Value>, sl::field<"column", int>>> {
  using object::object;
};

void use(const Cell& cell) { static_cast<void>(getattr(cell, "column")); }
