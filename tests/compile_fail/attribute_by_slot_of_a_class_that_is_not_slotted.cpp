// The verbs are for slotted objects.
// EXPECT: class_is_not_slotted<Plain
// EXPECT: {"x"}
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Plain {
  double x = 0;
};
struct Slotted : sl::object<Slotted, sl::slots<sl::field<"x", double>>> {
  using object::object;
};

void use() {
#ifdef SLOTTED_BREAK
  Plain plain;
  static_cast<void>(getattr(plain, "x"_slot));
#else
  Slotted slotted{1.0};
  static_cast<void>(getattr(slotted, "x"_slot));
#endif
}
