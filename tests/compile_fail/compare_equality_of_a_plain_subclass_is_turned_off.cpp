// What a class turns off, one that derives from it in plain C++ does not have.
// EXPECT: feature_is_turned_off<geo::Point
// EXPECT: equality>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::field<"y", double>>, sl::without<sl::equality>> {
  using object::object;
};

struct Named : Point {
  using Point::Point;
};

struct Compared : Point {
  using Point::Point;
  friend bool operator==(const Compared& a, const Compared& b) { return a["x"_slot] == b["x"_slot]; }
};

}  // namespace geo

#ifdef SLOTTED_BREAK
bool use(const geo::Named& a, const geo::Named& b) { return a == b; }
#else
bool use(const geo::Compared& a, const geo::Compared& b) { return a == b; }
#endif
