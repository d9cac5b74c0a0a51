// "duplicate base class A".
// EXPECT: base_given_twice<Pair
// EXPECT: Half
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Half {
  int value = 0;
};

#ifdef SLOTTED_BREAK
struct Pair : sl::object<Pair, sl::extends<Half, Half>, sl::slots<>> {
#else
struct Pair : sl::object<Pair, sl::extends<Half>, sl::slots<>> {
#endif
  using object::object;
};

Pair* pair;
