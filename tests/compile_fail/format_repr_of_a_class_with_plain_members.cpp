// A class with plain members has no repr, which would not show them; `with<printing>` says that it need not.
// EXPECT: slotted::error::class_has_plain_members_write_with<geo::Point,
// EXPECT: printing>
#include <slotted/format.hpp>
#include <slotted/slotted.hpp>

#include <string>

namespace sl = slotted;

namespace geo {

#ifdef SLOTTED_BREAK
struct Point : sl::object<Point, sl::slots<sl::field<"x", double>>> {
#else
struct Point : sl::object<Point, sl::with<sl::printing>, sl::slots<sl::field<"x", double>>> {
#endif
  using object::object;
  double plain = 0;
};

}  // namespace geo

std::string use(const geo::Point& point) { return repr(point); }
