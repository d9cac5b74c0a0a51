// A value that can be neither copied nor moved does not fit.
// EXPECT: value_does_not_fit_slot<geo::Queue
// EXPECT: {"guard"}
// EXPECT: lock
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct lock {
  lock() = default;
  lock(const lock&) = delete;
  lock& operator=(const lock&) = delete;
};

struct Queue : sl::object<Queue, sl::slots<sl::slot<"guard", lock*>, sl::slot<"length", int>>> {
  using object::object;
};

}  // namespace geo

geo::Queue use(const geo::Queue& queue, geo::lock& guard) {
#ifdef SLOTTED_BREAK
  return sl::replace(queue, "guard"_slot = guard);
#else
  return sl::replace(queue, "guard"_slot = &guard);
#endif
}
