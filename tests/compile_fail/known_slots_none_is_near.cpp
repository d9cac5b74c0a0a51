// No slot has a name like that: nothing is suggested (row 91).
// EXPECT: no_such_slot<geo::Point
// EXPECT: {"colour"}
// EXPECT: no_suggestion
// EXPECT: known_slots
// EXPECT: {"label"}
#include <slotted/slotted.hpp>

#include <string>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct Point
    : sl::object<Point, sl::slots<sl::field<"x", double, sl::defaults_to<0.0>>,
                                  sl::field<"y", double, sl::defaults_to<0.0>>, sl::slot<"label", std::string>>> {
  using object::object;
};

}  // namespace geo

void use() {
  geo::Point point;
#ifdef SLOTTED_BREAK
  setattr(point, "colour"_slot, 1.0);
#else
  setattr(point, "y"_slot, 1.0);
#endif
}
