// A dict is assigned from another dict of the same type, from nothing else (row 101).
// EXPECT: error:
#include <slotted/slotted.hpp>

#include <vector>

namespace sl = slotted;

struct Package : sl::object<Package, sl::slots<sl::dict_slot<>>> {
  using object::object;
};

void use(Package& package, const Package& other) {
  const std::vector<int> list;
#ifdef SLOTTED_BREAK
  vars(package).assign(list);
#else
  vars(package).assign(vars(other));
#endif
  static_cast<void>(list);
}
