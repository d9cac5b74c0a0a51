// Only slots are replaced.
// EXPECT: no_such_slot<geo::Point
// EXPECT: {"lable"}
// EXPECT: did_you_mean
// EXPECT: {"label"}
// EXPECT: known_slots
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
  return sl::replace(object, "lable"_slot = "home");
#else
  return sl::replace(object, "label"_slot = "home");
#endif
}
