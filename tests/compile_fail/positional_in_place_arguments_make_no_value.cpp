// Arguments in place that no constructor of the type takes.
// EXPECT: arguments_make_no_value<Queue
// EXPECT: {"lock"}
// EXPECT: Lock
// EXPECT: char
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Lock {
  explicit Lock(int given) : level(given) {}
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;
  int level;
};
struct Queue : sl::object<Queue, sl::slots<sl::field<"lock", Lock>, sl::slot<"length", int>>> {
  using object::object;
};

void use() {
#ifdef SLOTTED_BREAK
  Queue queue{"lock"_slot.in_place("high")};
#else
  Queue queue{"lock"_slot.in_place(3)};
  static_cast<void>(hasattr(queue, "length"_slot));
#endif
}
