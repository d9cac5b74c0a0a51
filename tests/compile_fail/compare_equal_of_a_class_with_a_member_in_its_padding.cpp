// A plain member in the tail padding, where it does not show in sizeof, is one, too.
// EXPECT: class_has_plain_members_write_with<geo::Point
// EXPECT: equality>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::field<"tag", char>>> {
  using object::object;
  char plain = 0;
};

struct Seen : sl::object<Seen, sl::slots<sl::field<"x", double>, sl::field<"tag", char>>> {
  using object::object;
  char plain = 0;
  bool operator==(const Seen&) const = default;
};

}  // namespace geo

#ifdef SLOTTED_BREAK
bool use(const geo::Point& a, const geo::Point& b) { return a == b; }
#else
bool use(const geo::Seen& a, const geo::Seen& b) { return a == b; }
#endif
