// A class without a list has a dict slot and a weakref slot in Python; it must not silently mean anything else.
// EXPECT: class_without_slot_list_needs_a_dict_slot_which_this_version_lacks_write_slots<Anything
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Anything : sl::object<Anything> {
#else
struct Anything : sl::object<Anything, sl::slots<>> {
#endif
  using object::object;
};

Anything* anything;
