// The child has a weakref slot, its base has none: nobody could tell where the object went (row 143).
// EXPECT: class_has_no_weakref_slot_add_weakref_slot<geo::Point>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::slot<"x", double>>> {
  using object::object;
};
struct Known : sl::object<Known, sl::extends<Point>> {
  using object::object;
};

}  // namespace geo

#ifdef SLOTTED_BREAK
sl::weak_ref<geo::Point> use(const sl::weak_ref<geo::Known>& known) { return known; }
#else
sl::weak_ref<const geo::Known> use(const sl::weak_ref<geo::Known>& known) { return known; }
#endif
