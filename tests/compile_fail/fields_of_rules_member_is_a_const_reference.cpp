// A reference has no address of its own, one to const no more than others.
// EXPECT: aggregate_has_a_reference_member<Invoice, Sum>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Sum {
  int items;
#ifdef SLOTTED_BREAK
  const int& total;
#else
  int* total;
#endif
};

struct Invoice : sl::object<Invoice, sl::slots<sl::fields_of<Sum>, sl::field<"number", int>>> {
  using object::object;
};

void use(const Invoice& invoice) { static_cast<void>(getattr(invoice, "number")); }
