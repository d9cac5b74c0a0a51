// An array without a bound has no size.
// EXPECT: slot_type_is_an_array_of_unknown_bound_use_a_vector<Packet
// EXPECT: {"payload"}
// EXPECT: unsigned char
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Packet : sl::object<Packet, sl::slots<sl::field<"length", int>,
#ifdef SLOTTED_BREAK
                                             sl::slot<"payload", unsigned char[]>>> {
#else
                                             sl::slot<"payload", unsigned char[16]>>> {
#endif
  using object::object;
};

Packet packet{1};
