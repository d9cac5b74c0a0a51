// There is no value of type void.
// EXPECT: slot_type_is_void<Package
// EXPECT: {"__dict__"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Package : sl::object<Package, sl::slots<sl::dict_slot<void>>> {
#else
struct Package : sl::object<Package, sl::slots<sl::dict_slot<void*>>> {
#endif
  using object::object;
};

Package package;
