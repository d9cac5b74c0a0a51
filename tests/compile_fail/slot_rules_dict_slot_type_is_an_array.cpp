// An array cannot be assigned or moved.
// EXPECT: dict_slot_type_is_const_or_an_array<Package
#include <slotted/slotted.hpp>

#include <array>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Package : sl::object<Package, sl::slots<sl::dict_slot<int[3]>>> {
#else
struct Package : sl::object<Package, sl::slots<sl::dict_slot<std::array<int, 3>>>> {
#endif
  using object::object;
};

Package package;
