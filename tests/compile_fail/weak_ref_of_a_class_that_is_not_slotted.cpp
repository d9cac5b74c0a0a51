// Only a slotted class can have a weakref slot.
// EXPECT: class_to_refer_to_is_not_slotted<geo::Point>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

#ifdef SLOTTED_BREAK
struct Point {
  double x = 0;
};
#else
struct Point : sl::object<Point, sl::slots<sl::slot<"x", double>, sl::weakref_slot>> {
  using object::object;
};
#endif

}  // namespace geo

void use(geo::Point& point) { const sl::weak_ref<geo::Point> reference(point); }
