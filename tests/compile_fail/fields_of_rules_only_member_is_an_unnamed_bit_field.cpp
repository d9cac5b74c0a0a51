// An unnamed bit-field is no member.
// EXPECT: aggregate_has_no_members<Device, Register>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Register {
#ifdef SLOTTED_BREAK
  unsigned : 7;
#else
  unsigned char value;
#endif
};

struct Device : sl::object<Device, sl::slots<sl::fields_of<Register>, sl::field<"number", int>>> {
  using object::object;
};

void use(const Device& device) { static_cast<void>(getattr(device, "number")); }
