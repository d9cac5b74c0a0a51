// `getattr` with a compile-time name that no slot has (row 76).
// EXPECT: no_such_slot<geo::Point
// EXPECT: {"z"}
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
  static_cast<void>(getattr(point, "z"_slot, 1.0));
#else
  static_cast<void>(getattr(point, "y"_slot, 1.0));
#endif
}
