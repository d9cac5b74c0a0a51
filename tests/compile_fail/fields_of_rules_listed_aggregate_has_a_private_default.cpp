// A default constructor that the class cannot call.
// EXPECT: aggregate_whose_members_are_listed_needs_a_default_value<Invoice, Sum>
#include <slotted/slotted.hpp>

namespace sl = slotted;

class Sum {
#ifdef SLOTTED_BREAK
  Sum() : items(0) {}

 public:
#else
 public:
  Sum() : items(0) {}
#endif
  explicit Sum(int all) : items(all) {}
  int items;
};

struct Invoice : sl::object<Invoice, sl::slots<sl::fields_of<Sum, &Sum::items>, sl::field<"number", int>>> {
  using object::object;
};

void use(const Invoice& invoice) { static_cast<void>(getattr(invoice, "number")); }
