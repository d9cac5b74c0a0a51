// Only slotted classes have slots.
// EXPECT: slot_names
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
  static_cast<void>(sl::slot_names<Plain>.size());
#else
  static_cast<void>(sl::slot_names<Slotted>.size());
#endif
}
