// Without a dict slot there is no `__dict__`, to read or to assign (row 104); it is said what to add.
// EXPECT: class_has_no_dict_slot_add_dict_slot<geo::Point>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::slot<"x", double>, sl::slot<"y", double>>> {
  using object::object;
};
struct Open : sl::object<Open, sl::slots<sl::slot<"x", double>, sl::slot<"y", double>, sl::dict_slot<>>> {
  using object::object;
};

}  // namespace geo

#ifdef SLOTTED_BREAK
void use(const geo::Point& point) { static_cast<void>(vars(point)); }
#else
void use(const geo::Open& point) { static_cast<void>(vars(point)); }
#endif
