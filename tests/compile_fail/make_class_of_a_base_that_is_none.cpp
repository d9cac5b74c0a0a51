// extended<> of something that is no class.
// EXPECT: base_is_not_a_class<slotted
// EXPECT: extended<int
// EXPECT: {"unit"}
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
  sl::extended<int, sl::slots<sl::slot<"unit", int>>> length;
  setattr(length, "unit"_slot, 1);
#else
  sl::extended<Plain, sl::slots<sl::slot<"unit", int>>> length;
  setattr(length, "unit"_slot, 1);
#endif
}
