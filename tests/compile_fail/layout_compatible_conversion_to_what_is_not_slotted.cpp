// A conversion to what is no slotted class (row 188).
// EXPECT: no matching function for call to
// EXPECT: convert_to
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::slot<"x", double>>> {
  using object::object;
};

}  // namespace geo

void use(const geo::Point& point) {
#ifdef SLOTTED_BREAK
  static_cast<void>(sl::convert_to<int>(point));
#else
  static_cast<void>(sl::convert_to<geo::Point>(point));
#endif
}
