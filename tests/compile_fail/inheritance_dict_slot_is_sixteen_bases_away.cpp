// Four bits of a pointer say how many bases up an object's class is.
// EXPECT: dict_slot_is_more_than_15_bases_away<Level<16>, Level<0>
#include <slotted/slotted.hpp>

namespace sl = slotted;

template <int N>
struct Level : sl::object<Level<N>, sl::extends<Level<N - 1>>, sl::slots<>> {
  using Level::object::object;
};
template <>
struct Level<0> : sl::object<Level<0>, sl::slots<sl::dict_slot<>>> {
  using Level::object::object;
};

#ifdef SLOTTED_BREAK
Level<16> object;
#else
Level<15> object;
#endif
