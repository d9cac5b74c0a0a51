// Plain classes have no descriptors.
// EXPECT: descriptor
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Plain {
  int x;
};
struct Slotted : sl::object<Slotted, sl::slots<sl::field<"x", int>>> {
  using object::object;
};

void use() {
#ifdef SLOTTED_BREAK
  static_cast<void>(sl::descriptor<Plain, "x">.index);
#else
  static_cast<void>(sl::descriptor<Slotted, "x">.index);
#endif
}
