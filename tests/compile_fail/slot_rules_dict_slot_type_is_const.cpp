// Dynamic attributes are set again and again.
// EXPECT: dict_slot_type_is_const_or_an_array<Package
// EXPECT: int>
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Package : sl::object<Package, sl::slots<sl::dict_slot<const int>>> {
#else
struct Package : sl::object<Package, sl::slots<sl::dict_slot<int>>> {
#endif
  using object::object;
};

Package package;
