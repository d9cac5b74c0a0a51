// A reference with a default: the struct needs no value for it, and it is no field all the same.
// EXPECT: aggregate_has_a_reference_member<Invoice, Sum>
#include <slotted/slotted.hpp>

namespace sl = slotted;

inline int sum_of_all = 0;
struct Sum {
  int items;
#ifdef SLOTTED_BREAK
  int& total = sum_of_all;
#else
  int* total = &sum_of_all;
#endif
};

struct Invoice : sl::object<Invoice, sl::slots<sl::fields_of<Sum>, sl::field<"number", int>>> {
  using object::object;
};

void use(const Invoice& invoice) { static_cast<void>(getattr(invoice, "number")); }
