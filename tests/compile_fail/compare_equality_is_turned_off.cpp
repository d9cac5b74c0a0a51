// A class that says `without<equality>` has no ==.
// EXPECT: feature_is_turned_off<geo::Point
// EXPECT: equality>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::field<"y", double>>, sl::without<sl::equality>> {
  using object::object;
};

struct Seen : sl::object<Seen, sl::slots<sl::field<"x", double>, sl::field<"y", double>>> {
  using object::object;
};

}  // namespace geo

#ifdef SLOTTED_BREAK
bool use(const geo::Point& a, const geo::Point& b) { return a == b; }
#else
bool use(const geo::Seen& a, const geo::Seen& b) { return a == b; }
#endif
