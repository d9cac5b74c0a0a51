// "cannot create weak reference to 'Point' object" (row 114); it is said what to add.
// EXPECT: class_has_no_weakref_slot_add_weakref_slot<geo::Point>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::slot<"x", double>, sl::slot<"y", double>>> {
  using object::object;
};
struct Known : sl::object<Known, sl::slots<sl::slot<"x", double>, sl::slot<"y", double>, sl::weakref_slot>> {
  using object::object;
};

}  // namespace geo

#ifdef SLOTTED_BREAK
void use(geo::Point& point) { const sl::weak_ref reference(point); }
#else
void use(geo::Known& point) { const sl::weak_ref reference(point); }
#endif
