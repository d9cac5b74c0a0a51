// A slot that may be unset has no value to bind.
// EXPECT: geo::Point
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::slot<"y", double>>> {
  using object::object;
};

struct Full : sl::object<Full, sl::slots<sl::field<"x", double>, sl::field<"y", double>>> {
  using object::object;
};

}  // namespace geo

#ifdef SLOTTED_BREAK
double use(const geo::Point& point) {
#else
double use(const geo::Full& point) {
#endif
  const auto& [x, y] = point;
  return x + y;
}
