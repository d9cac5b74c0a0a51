// Objects of different classes do not compare, though one is a base of the other.
// EXPECT: Point
// EXPECT: Named
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::field<"y", double>>> {
  using object::object;
};

struct Named : sl::object<Named, sl::extends<Point>, sl::slots<sl::field<"name", char>>> {
  using object::object;
};

}  // namespace geo

bool use(const geo::Point& point, const geo::Named& named) {
#ifdef SLOTTED_BREAK
  return point == named;
#else
  return point == static_cast<const geo::Point&>(named);
#endif
}
