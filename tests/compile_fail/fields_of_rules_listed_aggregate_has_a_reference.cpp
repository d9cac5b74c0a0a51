// The reference is not listed, but the struct cannot be made without it.
// EXPECT: aggregate_whose_members_are_listed_needs_a_default_value<Invoice, Sum>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Sum {
  int items;
#ifdef SLOTTED_BREAK
  int& total;
#else
  int* total;
#endif
};

struct Invoice : sl::object<Invoice, sl::slots<sl::fields_of<Sum, &Sum::items>, sl::field<"number", int>>> {
  using object::object;
};

void use(const Invoice& invoice) { static_cast<void>(getattr(invoice, "number")); }
