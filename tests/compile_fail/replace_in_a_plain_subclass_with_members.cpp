// So it is in a class derived in plain C++.
// EXPECT: class_has_plain_members_write_with<geo::Named
// EXPECT: replacing>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

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
geo::Named use(const geo::Named& object) { return sl::replace(object, "x"_slot = 1.0); }
#else
geo::Renamed use(const geo::Renamed& object) { return sl::replace(object, "x"_slot = 1.0); }
#endif
