// Structured bindings name all slots.
// EXPECT: only 1 name
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::field<"y", double>>> {
  using object::object;
};

}  // namespace geo

double use(const geo::Point& point) {
#ifdef SLOTTED_BREAK
  const auto& [x] = point;
  return x;
#else
  const auto& [x, y] = point;
  return x + y;
#endif
}
