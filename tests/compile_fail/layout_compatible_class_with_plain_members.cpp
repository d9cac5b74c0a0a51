// A class with plain members holds more than its slots (row 181).
// EXPECT: slotted::error::object_layout_differs<geo::Marked, geo::Point>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::slot<"x", double>>> {
  using object::object;
};
struct Marked : sl::object<Marked, sl::slots<sl::slot<"x", double>>> {
  using object::object;
#ifdef SLOTTED_BREAK
  bool mark = false;
#endif
};

}  // namespace geo

geo::Marked use(const geo::Point& point) { return sl::convert_to<geo::Marked>(point); }
