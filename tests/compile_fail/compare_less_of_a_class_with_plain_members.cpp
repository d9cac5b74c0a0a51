// < is made of <=>, which would not see the plain members.
// EXPECT: class_has_plain_members_write_with<geo::Point
// EXPECT: ordering>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::field<"y", double>>> {
  using object::object;
  int plain = 0;
};

struct Seen : sl::object<Seen, sl::slots<sl::field<"x", double>, sl::field<"y", double>>, sl::with<sl::ordering>> {
  using object::object;
  int plain = 0;
};

}  // namespace geo

#ifdef SLOTTED_BREAK
bool use(const geo::Point& a, const geo::Point& b) { return a < b; }
#else
bool use(const geo::Seen& a, const geo::Seen& b) { return a < b; }
#endif
