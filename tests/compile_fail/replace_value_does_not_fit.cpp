// The value rule holds for replace.
// EXPECT: value_does_not_fit_slot<geo::Point
// EXPECT: {"x"}
// EXPECT: double
// EXPECT: char
#include <slotted/slotted.hpp>

#include <string>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct Point
    : sl::object<Point, sl::slots<sl::field<"x", double>, sl::field<"y", double>, sl::slot<"label", std::string>>> {
  using object::object;
};

}  // namespace geo

geo::Point use(const geo::Point& object) {
#ifdef SLOTTED_BREAK
  return sl::replace(object, "x"_slot = "1.0");
#else
  return sl::replace(object, "x"_slot = 1.0);
#endif
}
