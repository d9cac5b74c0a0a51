// A null pointer is no text.
// EXPECT: attribute_name_is_not_text<geo::Point
// EXPECT: nullptr
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
  static_cast<void>(hasattr(point, nullptr));
#else
  static_cast<void>(hasattr(point, ""));
#endif
}
