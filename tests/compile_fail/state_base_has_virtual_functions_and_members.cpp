// A base with virtual functions is no value; an interface has nothing to keep.
// EXPECT: base_does_not_allow<geo::Point
// EXPECT: geo::Widget
// EXPECT: restoring>
#include <slotted/slotted.hpp>
#include <slotted/state.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct Widget {
  virtual ~Widget() = default;
#ifdef SLOTTED_BREAK
  int number = 0;
#endif
};
struct Point : sl::object<Point, sl::extends<Widget>, sl::slots<sl::field<"x", double>>> {
  using object::object;
};

}  // namespace geo

auto use(const geo::Point& point) { return sl::state(point); }
