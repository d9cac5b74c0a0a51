// A default that its type cannot hold: 300 in a byte (row 68: Python truncates and warns).
// EXPECT: default_does_not_fit_slot_type<Pixel
// EXPECT: {"alpha"}
// EXPECT: unsigned char
#include <slotted/slotted.hpp>

#include <cstdint>

namespace sl = slotted;

struct Pixel : sl::object<Pixel, sl::slots<sl::field<"red", std::uint8_t>,
#ifdef SLOTTED_BREAK
                                           sl::field<"alpha", std::uint8_t, sl::defaults_to<300>>>> {
#else
                                           sl::field<"alpha", std::uint8_t, sl::defaults_to<255>>>> {
#endif
  using object::object;
};

Pixel pixel{std::uint8_t{1}};
