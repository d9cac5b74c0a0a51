// A const object's attributes are read only.
// EXPECT: error:
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Package : sl::object<Package, sl::slots<sl::dict_slot<>>> {
  using object::object;
};

#ifdef SLOTTED_BREAK
void use(const Package& package) { vars(package).clear(); }
#else
void use(Package& package) { vars(package).clear(); }
#endif
