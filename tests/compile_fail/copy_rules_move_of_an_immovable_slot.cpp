// A class with an immovable slot stays where it is.
// EXPECT: Queue
// EXPECT-ANYWHERE: slot_type_cannot_be_moved<Queue
// EXPECT-ANYWHERE: {"lock"}
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Lock {
  Lock() = default;
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;
};
struct Queue : sl::object<Queue, sl::slots<sl::slot<"lock", Lock>, sl::slot<"length", int>>> {
  using object::object;
};

void use() {
  Queue queue;
#ifdef SLOTTED_BREAK
  Queue moved = static_cast<Queue&&>(queue);
#else
  Queue& same = queue;
  static_cast<void>(same);
#endif
}
