// An array of unions is refused as one union is.
// EXPECT: aggregate_has_a_union_member_list_the_others<Cell, Value>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

union Number {
  int whole;
  double fraction;
};
struct Value {
  int kind;
  Number numbers[3];
};

#ifdef SLOTTED_BREAK
struct Cell : sl::object<Cell, sl::slots<sl::fields_of<Value>, sl::field<"column", int>>> {
#else
struct Cell : sl::object<Cell, sl::slots<sl::fields_of<Value, &Value::kind>, sl::field<"column", int>>> {
#endif
  using object::object;
};

Cell cell{"kind"_slot = 1, "column"_slot = 2};
