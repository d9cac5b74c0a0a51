// An immovable value is made in place.
// EXPECT: value_does_not_fit_slot<Queue
// EXPECT: {"lock"}
// EXPECT: Lock
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Lock {
  Lock() = default;
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;
};
struct Queue : sl::object<Queue, sl::slots<sl::field<"lock", Lock>, sl::slot<"length", int>>> {
  using object::object;
};

void use() {
#ifdef SLOTTED_BREAK
  Lock lock;
  Queue queue{"lock"_slot = lock};
#else
  Queue queue{"lock"_slot.in_place()};
  static_cast<void>(hasattr(queue, "length"_slot));
#endif
}
