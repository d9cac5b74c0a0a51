// A reference cannot be set to another object.
// EXPECT: slot_type_is_a_reference_use_a_pointer_or_reference_wrapper<Package
// EXPECT: {"__dict__"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Package : sl::object<Package, sl::slots<sl::dict_slot<int&>>> {
#else
struct Package : sl::object<Package, sl::slots<sl::dict_slot<int*>>> {
#endif
  using object::object;
};

Package package;
