// A type that is only declared where the class is.
// EXPECT: slot_type_is_incomplete_include_its_definition<Package
// EXPECT: {"__dict__"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Field;

#ifdef SLOTTED_BREAK
struct Package : sl::object<Package, sl::slots<sl::dict_slot<Field>>> {
#else
struct Package : sl::object<Package, sl::slots<sl::dict_slot<Field*>>> {
#endif
  using object::object;
};

Package package;
