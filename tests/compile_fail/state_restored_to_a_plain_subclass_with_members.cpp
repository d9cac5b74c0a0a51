// What a plain class adds to a slotted one is in no state.
// EXPECT: class_has_plain_members_write_with<geo::More
// EXPECT: restoring>
#include <slotted/slotted.hpp>
#include <slotted/state.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>>> {
  using object::object;
};
struct More : Point {
  using Point::Point;
  int plain = 0;
};
struct Same : Point {
  using Point::Point;
};

}  // namespace geo

#ifdef SLOTTED_BREAK
geo::More use(const sl::object_state<geo::Point>& state) { return sl::restore<geo::More>(state); }
#else
geo::Same use(const sl::object_state<geo::Point>& state) { return sl::restore<geo::Same>(state); }
#endif
