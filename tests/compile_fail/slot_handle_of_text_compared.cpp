// The same with text on either side; the operators of std:: are not listed one by one.
// EXPECT: slot_handle_is_not_the_value_write_value_or_has_value<geo::Point
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
  const geo::Point point;
#ifdef SLOTTED_BREAK
  static_cast<void>("home" == point["label"_slot]);
#else
  static_cast<void>("home" == point["label"_slot].value_or(""));
#endif
}
