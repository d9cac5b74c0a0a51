// An object in a slot is a value like others.
// EXPECT: slot_type_does_not_allow<geo::Line
// EXPECT: {"from"}
// EXPECT: Point
// EXPECT: equality>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::field<"y", double>>, sl::without<sl::equality>> {
  using object::object;
};

struct Line : sl::object<Line, sl::slots<sl::field<"from", Point>, sl::field<"to", Point>>> {
  using object::object;
};

struct Lengths : sl::object<Lengths, sl::slots<sl::field<"from", double>, sl::field<"to", double>>> {
  using object::object;
};

}  // namespace geo

#ifdef SLOTTED_BREAK
bool use(const geo::Line& a, const geo::Line& b) { return a == b; }
#else
bool use(const geo::Lengths& a, const geo::Lengths& b) { return a == b; }
#endif
