// An alias is a name for run-time use; the compiler knows the slot by its own (row 62).
// EXPECT: no_such_slot<debian::Package
// EXPECT: {"Installed-Size"}
// EXPECT: {"installed_size"}
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace debian {

struct Package : sl::object<Package, sl::slots<sl::slot<"installed_size", long, sl::alias<"Installed-Size">>>> {
  using object::object;
};

}  // namespace debian

void use() {
  debian::Package package;
#ifdef SLOTTED_BREAK
  setattr(package, "Installed-Size"_slot, 1L);
#else
  setattr(package, "Installed-Size", 1L);
#endif
}
