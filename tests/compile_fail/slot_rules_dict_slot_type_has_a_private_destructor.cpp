// What cannot be destroyed cannot be deleted.
// EXPECT: slot_type_has_no_accessible_destructor<Package
// EXPECT: {"__dict__"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

class Field {
  ~Field() = default;
};

#ifdef SLOTTED_BREAK
struct Package : sl::object<Package, sl::slots<sl::dict_slot<Field>>> {
#else
struct Package : sl::object<Package, sl::slots<sl::dict_slot<Field*>>> {
#endif
  using object::object;
};

Package package;
