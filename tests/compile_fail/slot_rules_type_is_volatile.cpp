// Volatile members cannot be copied as objects are; a slot is no hardware register.
// EXPECT: slot_type_is_volatile<Device
// EXPECT: {"status"}
// EXPECT: volatile
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Device : sl::object<Device, sl::slots<sl::field<"status", volatile unsigned>>> {
#else
struct Device : sl::object<Device, sl::slots<sl::field<"status", unsigned>>> {
#endif
  using object::object;
};

Device device{1u};
