// `has_all` with a name that no slot has, behind one that a slot has (row 76).
// EXPECT: no_such_slot<geo::Point
// EXPECT: {"z"}
// EXPECT: known_slots
#include <slotted/slotted.hpp>

#include <string>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::slot<"x", double>, sl::slot<"label", std::string>>> {
  using object::object;
};

}  // namespace geo

bool use(const geo::Point& point) {
#ifdef SLOTTED_BREAK
  return has_all(point, "x"_slot, "z"_slot);
#else
  return has_all(point, "x"_slot, "label"_slot);
#endif
}
