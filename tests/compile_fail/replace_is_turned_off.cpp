// A class that says `without<replacing>` has no replace.
// EXPECT: feature_is_turned_off<geo::Point
// EXPECT: replacing>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct Point
    : sl::object<Point, sl::slots<sl::field<"x", double>, sl::field<"y", double>>, sl::without<sl::replacing>> {
  using object::object;
};

struct Seen : sl::object<Seen, sl::slots<sl::field<"x", double>, sl::field<"y", double>>> {
  using object::object;
};

}  // namespace geo

#ifdef SLOTTED_BREAK
geo::Point use(const geo::Point& object) { return sl::replace(object, "x"_slot = 1.0); }
#else
geo::Seen use(const geo::Seen& object) { return sl::replace(object, "x"_slot = 1.0); }
#endif
