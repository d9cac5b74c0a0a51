// A function is no value.
// EXPECT: slot_type_is_a_function_use_a_function_pointer<Package
// EXPECT: {"__dict__"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Package : sl::object<Package, sl::slots<sl::dict_slot<void(int)>>> {
#else
struct Package : sl::object<Package, sl::slots<sl::dict_slot<void (*)(int)>>> {
#endif
  using object::object;
};

Package package;
