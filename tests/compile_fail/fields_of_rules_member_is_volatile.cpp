// A volatile member has no address that is a constant to every compiler, and so no name.
// EXPECT: aggregate_has_a_volatile_member_list_the_others<Device, Register>
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
