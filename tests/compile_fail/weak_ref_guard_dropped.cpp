// A guard that nobody keeps guards nothing.
// EXPECT: nodiscard
#include <slotted/slotted.hpp>

#pragma GCC diagnostic error "-Wunused-result"

namespace sl = slotted;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::slot<"x", double>, sl::weakref_slot>> {
  using object::object;
};

}  // namespace geo

void use(const sl::weak_ref<geo::Point>& reference) {
#ifdef SLOTTED_BREAK
  reference.lock();
#else
  const auto guard = reference.lock();
#endif
}
