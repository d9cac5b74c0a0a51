// The rules for the type of a slot hold for the members of an adopted struct.
// EXPECT: slot_type_is_volatile<Device
// EXPECT: {"status"}
// EXPECT: volatile
#include <slotted/slotted.hpp>

namespace sl = slotted;
struct Register {
  unsigned value;
#ifdef SLOTTED_BREAK
  volatile unsigned status;
#else
  unsigned status;
#endif
};

struct Device : sl::object<Device, sl::slots<sl::fields_of<Register>>> {
  using object::object;
};

Device device{1u, 2u};
