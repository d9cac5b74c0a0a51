// A guard stays where it was made.
// EXPECT: weak_guard
// EXPECT: geo::Point
#include <slotted/slotted.hpp>

#include <utility>

namespace sl = slotted;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::slot<"x", double>, sl::weakref_slot>> {
  using object::object;
};

}  // namespace geo

void use(const sl::weak_ref<geo::Point>& reference) {
  auto guard = reference.lock();
#ifdef SLOTTED_BREAK
  const auto other = std::move(guard);
#else
  const auto other = reference.lock();
#endif
}
