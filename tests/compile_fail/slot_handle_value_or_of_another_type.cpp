// The fallback follows the value rule.
// EXPECT: value_does_not_fit_slot<geo::Point
// EXPECT: {"label"}
// EXPECT: string
// EXPECT: int
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
  static_cast<void>(point["label"_slot].value_or(3));
#else
  static_cast<void>(point["label"_slot].value_or("3"));
#endif
}
