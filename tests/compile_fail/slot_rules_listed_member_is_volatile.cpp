// A member that is listed obeys the rules for a slot's type; one that is not may be what it is.
// EXPECT: slot_type_is_volatile<Device
// EXPECT: {"status"}
// EXPECT: volatile
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Register {
  unsigned value = 0;
  volatile unsigned status = 0;
};

#ifdef SLOTTED_BREAK
struct Device : sl::object<Device, sl::slots<sl::fields_of<Register, &Register::value, &Register::status>>> {
#else
struct Device : sl::object<Device, sl::slots<sl::fields_of<Register, &Register::value>>> {
#endif
  using object::object;
};

void use(Device& device) { setattr(device, "value"_slot, 1u); }
