// Names of other formats are no identifiers, but aliases may be anything (row 9).
// EXPECT: slot_name_is_not_an_identifier<debian::Package
// EXPECT: {"Installed-Size"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace debian {

struct Package : sl::object<Package, sl::slots<
#ifdef SLOTTED_BREAK
                                         sl::slot<"Installed-Size", long>,
#else
                                         sl::slot<"installed_size", long, sl::alias<"Installed-Size">>,
#endif
                                         sl::slot<"priority", int>>> {
  using object::object;
};

}  // namespace debian

debian::Package package;
