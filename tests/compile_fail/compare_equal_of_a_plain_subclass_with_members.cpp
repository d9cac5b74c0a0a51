// A class derived in plain C++ that adds members is not compared as its base.
// EXPECT: class_has_plain_members_write_with<geo::Named
// EXPECT: equality>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::field<"y", double>>> {
  using object::object;
};

struct Named : Point {
  using Point::Point;
  const char* name = "";
};

struct Renamed : Point {
  using Point::Point;
};

}  // namespace geo

#ifdef SLOTTED_BREAK
bool use(const geo::Named& a, const geo::Named& b) { return a == b; }
#else
bool use(const geo::Renamed& a, const geo::Renamed& b) { return a == b; }
#endif
