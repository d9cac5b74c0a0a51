// A conversion to a class that holds something else (row 180).
// EXPECT: slotted::error::object_layout_differs<geo::Other, geo::Point>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::slot<"x", double>, sl::slot<"y", double>>> {
  using object::object;
};
#ifdef SLOTTED_BREAK
struct Other : sl::object<Other, sl::slots<sl::slot<"x", double>, sl::slot<"z", double>>> {
#else
struct Other : sl::object<Other, sl::slots<sl::slot<"y", double>, sl::slot<"x", double>>> {
#endif
  using object::object;
};

}  // namespace geo

geo::Other use(const geo::Point& point) { return sl::convert_to<geo::Other>(point); }
