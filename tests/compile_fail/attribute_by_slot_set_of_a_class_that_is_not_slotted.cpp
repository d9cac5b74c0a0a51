// A pointer to a slotted object is not one.
// EXPECT: class_is_not_slotted<Slotted
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
  Slotted slotted{1.0};
  Slotted* pointer = &slotted;
#ifdef SLOTTED_BREAK
  setattr(pointer, "x"_slot, 2.0);
#else
  setattr(*pointer, "x"_slot, 2.0);
#endif
}
