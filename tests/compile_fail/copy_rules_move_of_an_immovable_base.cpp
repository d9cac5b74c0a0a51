// A class stays where it is if its base does, also if that is an aggregate which it adopts.
// EXPECT: Queue
// EXPECT-ANYWHERE: base_cannot_be_moved<Queue, Lock>
#include <slotted/slotted.hpp>

#include <atomic>
#include <utility>

namespace sl = slotted;

struct Lock {
  std::atomic<int> holder;
};
struct Queue : sl::object<Queue, sl::slots<sl::fields_of<Lock>, sl::slot<"length", int>>> {
  using object::object;
};

void use(Queue& queue) {
#ifdef SLOTTED_BREAK
  Queue moved = std::move(queue);
#else
  Queue& same = queue;
  static_cast<void>(same);
#endif
}
