// A class with plain members has no difference, which would not see them.
// EXPECT: slotted::error::class_has_plain_members_write_with<geo::Point,
// EXPECT: equality>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

#ifdef SLOTTED_BREAK
struct Point : sl::object<Point, sl::slots<sl::field<"x", double>>> {
#else
struct Point : sl::object<Point, sl::with<sl::equality>, sl::slots<sl::field<"x", double>>> {
#endif
  using object::object;
  double plain = 0;
};

}  // namespace geo

bool use(const geo::Point& before, const geo::Point& after) { return diff(before, after).empty(); }
