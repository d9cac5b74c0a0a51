// A class without equality has no difference.
// EXPECT: slotted::error::feature_is_turned_off<geo::Point,
// EXPECT: equality>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

#ifdef SLOTTED_BREAK
struct Point : sl::object<Point, sl::without<sl::equality>, sl::slots<sl::field<"x", double>>> {
#else
struct Point : sl::object<Point, sl::slots<sl::field<"x", double>>> {
#endif
  using object::object;
};

}  // namespace geo

bool use(const geo::Point& before, const geo::Point& after) { return diff(before, after).empty(); }
