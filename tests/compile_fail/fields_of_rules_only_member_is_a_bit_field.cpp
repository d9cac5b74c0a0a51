// A struct of nothing but a bit-field.
// EXPECT: aggregate_has_a_bit_field_list_the_other_members<Device, Register>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Register {
#ifdef SLOTTED_BREAK
  unsigned ready : 1;
#else
  bool ready;
#endif
};

struct Device : sl::object<Device, sl::slots<sl::fields_of<Register>, sl::field<"number", int>>> {
  using object::object;
};

void use(const Device& device) { static_cast<void>(getattr(device, "number")); }
