// Volatile memory is not moved about.
// EXPECT: slot_type_is_volatile<Package
// EXPECT: {"__dict__"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Package : sl::object<Package, sl::slots<sl::dict_slot<volatile int>>> {
#else
struct Package : sl::object<Package, sl::slots<sl::dict_slot<int>>> {
#endif
  using object::object;
};

Package package;
