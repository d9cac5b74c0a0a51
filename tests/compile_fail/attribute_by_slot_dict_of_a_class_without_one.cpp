// `__dict__` is no attribute of a slotted class (row 79).
// EXPECT: no_such_slot<geo::Point
// EXPECT: {"__dict__"}
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
  static_cast<void>(getattr(point, "__dict__"_slot));
#else
  static_cast<void>(hasattr(point, "__dict__"));
#endif
}
