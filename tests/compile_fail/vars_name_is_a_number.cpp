// Names of dynamic attributes are text, also in `vars` (row 109).
// EXPECT: error:
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Package : sl::object<Package, sl::slots<sl::dict_slot<>>> {
  using object::object;
};

void use(Package& package) {
#ifdef SLOTTED_BREAK
  vars(package)[7] = 2;
#else
  vars(package)["7"] = 2;
#endif
}
