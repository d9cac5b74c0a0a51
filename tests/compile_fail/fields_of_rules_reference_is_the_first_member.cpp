// A reference in front of the others, one of which has a default.
// EXPECT: aggregate_has_a_reference_member<Invoice, Sum>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Customer {};
struct Sum {
#ifdef SLOTTED_BREAK
  const Customer& customer;
#else
  const Customer* customer;
#endif
  int items;
  double total = 0;
};

struct Invoice : sl::object<Invoice, sl::slots<sl::fields_of<Sum>, sl::field<"number", int>>> {
  using object::object;
};

void use(const Invoice& invoice) { static_cast<void>(getattr(invoice, "number")); }
