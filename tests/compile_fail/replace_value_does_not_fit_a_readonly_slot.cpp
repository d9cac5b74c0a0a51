// The value rule holds for slots that only replace may write.
// EXPECT: value_does_not_fit_slot<geo::Point
// EXPECT: {"id"}
// EXPECT: int
// EXPECT: double
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::field<"id", int, sl::readonly>, sl::field<"x", double>>> {
  using object::object;
};

}  // namespace geo

geo::Point use(const geo::Point& object) {
#ifdef SLOTTED_BREAK
  return sl::replace(object, "id"_slot = 1.5);
#else
  return sl::replace(object, "id"_slot = 2);
#endif
}
