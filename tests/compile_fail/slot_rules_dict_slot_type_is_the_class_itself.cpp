// The class is not complete where its dict slot is made.
// EXPECT: slot_type_is_the_class_itself_use_a_pointer<Package
// EXPECT: {"__dict__"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Package : sl::object<Package, sl::slots<sl::dict_slot<Package>>> {
#else
struct Package : sl::object<Package, sl::slots<sl::dict_slot<Package*>>> {
#endif
  using object::object;
};

Package package;
