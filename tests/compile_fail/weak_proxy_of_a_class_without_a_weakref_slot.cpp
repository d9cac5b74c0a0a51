// A proxy is a weak reference (row 114).
// EXPECT: class_has_no_weakref_slot_add_weakref_slot<geo::Point>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

#ifdef SLOTTED_BREAK
struct Point : sl::object<Point, sl::slots<sl::slot<"x", double>>> {
#else
struct Point : sl::object<Point, sl::slots<sl::slot<"x", double>, sl::weakref_slot>> {
#endif
  using object::object;
};

}  // namespace geo

void use(geo::Point& point) { const sl::weak_proxy proxy(point); }
