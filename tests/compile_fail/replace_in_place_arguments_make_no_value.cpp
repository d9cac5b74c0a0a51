// Arguments in place must make a value.
// EXPECT: arguments_make_no_value<geo::Point
// EXPECT: {"label"}
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
  return sl::replace(object, "label"_slot.in_place(1.5, "text"));
#else
  return sl::replace(object, "label"_slot.in_place(3u, 'x'));
#endif
}
