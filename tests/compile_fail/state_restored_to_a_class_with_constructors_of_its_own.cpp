// A new object is made by object's constructors; a class with others is restored in place.
// EXPECT: class_does_not_inherit_object_constructors<geo::Point>
#include <slotted/slotted.hpp>
#include <slotted/state.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>>> {
  explicit Point(double both) : object(both) {}
};

}  // namespace geo

#ifdef SLOTTED_BREAK
geo::Point use(const sl::object_state<geo::Point>& state) { return sl::restore<geo::Point>(state); }
#else
geo::Point use(const sl::object_state<geo::Point>& state) {
  geo::Point point(0.0);
  restore(point, state);
  return point;
}
#endif
