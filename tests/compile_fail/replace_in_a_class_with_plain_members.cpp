// replace copies what it does not name; with plain members the class says `with<replacing>`.
// EXPECT: class_has_plain_members_write_with<geo::Point
// EXPECT: replacing>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::field<"y", double>>> {
  using object::object;
  int plain = 0;
};

struct Seen : sl::object<Seen, sl::slots<sl::field<"x", double>, sl::field<"y", double>>, sl::with<sl::replacing>> {
  using object::object;
  int plain = 0;
};

}  // namespace geo

#ifdef SLOTTED_BREAK
geo::Point use(const geo::Point& object) { return sl::replace(object, "x"_slot = 1.0); }
#else
geo::Seen use(const geo::Seen& object) { return sl::replace(object, "x"_slot = 1.0); }
#endif
