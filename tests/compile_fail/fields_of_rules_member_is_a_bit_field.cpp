// A bit-field has no address; an unnamed one is padding, and in nobody's way.
// EXPECT: aggregate_has_a_bit_field_list_the_other_members<Device, Register>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Register {
  unsigned value;
#ifdef SLOTTED_BREAK
  unsigned ready : 1;
#else
  unsigned ready;
#endif
  unsigned : 7;
  unsigned char errors;
};

struct Device : sl::object<Device, sl::slots<sl::fields_of<Register>, sl::field<"number", int>>> {
  using object::object;
};

Device device{1u, 0u, static_cast<unsigned char>(0), 3};
