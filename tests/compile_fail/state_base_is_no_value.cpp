// A base that is not slotted is kept whole: it must be a value that can be assigned.
// EXPECT: base_does_not_allow<geo::Point
// EXPECT: geo::Device
// EXPECT: restoring>
#include <slotted/slotted.hpp>
#include <slotted/state.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct Device {
#ifdef SLOTTED_BREAK
  const int number = 0;
#else
  int number = 0;
#endif
};
struct Point : sl::object<Point, sl::extends<Device>, sl::slots<sl::field<"x", double>>> {
  using object::object;
};

}  // namespace geo

auto use(const geo::Point& point) { return sl::state(point); }
