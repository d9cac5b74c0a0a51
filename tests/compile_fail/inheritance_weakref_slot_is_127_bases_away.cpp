// Eight bits say of how derived a class an object is referred to.
// EXPECT: weakref_slot_is_more_than_126_bases_away<Level<127>, Level<0>
#include <slotted/slotted.hpp>

#include <utility>

namespace sl = slotted;

template <int N>
struct Level : sl::object<Level<N>, sl::extends<Level<N - 1>>, sl::slots<>> {
  using Level::object::object;
};
template <>
struct Level<0> : sl::object<Level<0>, sl::slots<sl::weakref_slot>> {
  using Level::object::object;
};

/// From the lowest on: a compiler would not climb down so far at once.
template <int... N>
void make_all(std::integer_sequence<int, N...>) {
  const bool made[] = {sizeof(Level<N>{}) != 0 ...};
  static_cast<void>(made);
}

void use() {
#ifdef SLOTTED_BREAK
  make_all(std::make_integer_sequence<int, 128>{});
#else
  make_all(std::make_integer_sequence<int, 127>{});
#endif
}
