// A state does not see plain members; a class that has some says `with<restoring>`.
// EXPECT: class_has_plain_members_write_with<geo::Point
// EXPECT: restoring>
#include <slotted/slotted.hpp>
#include <slotted/state.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>>> {
  using object::object;
  int plain = 0;
};
struct Seen : sl::object<Seen, sl::slots<sl::field<"x", double>>, sl::with<sl::restoring>> {
  using object::object;
  int plain = 0;
};

}  // namespace geo

#ifdef SLOTTED_BREAK
auto use(const geo::Point& point) { return sl::state(point); }
#else
auto use(const geo::Seen& point) { return sl::state(point); }
#endif
