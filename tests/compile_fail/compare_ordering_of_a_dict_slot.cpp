// Dynamic attributes have no order, as in Python, whatever their type has; a class may give itself one.
// EXPECT: dict_slot_does_not_allow<Package, int, slotted::
// EXPECT: ordering>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Package : sl::object<Package, sl::slots<sl::slot<"name", int>, sl::dict_slot<int>>> {
  using object::object;
};

#ifdef SLOTTED_BREAK
bool use(const Package& a, const Package& b) { return a < b; }
#else
bool use(const Package& a, const Package& b) { return a == b; }
#endif
