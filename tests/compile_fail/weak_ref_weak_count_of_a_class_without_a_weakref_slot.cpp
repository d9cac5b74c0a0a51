// How many references there are is known where there can be some (row 138).
// EXPECT: class_has_no_weakref_slot_add_weakref_slot<geo::Point>
#include <slotted/slotted.hpp>

#include <cstddef>

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

std::size_t use(const geo::Point& point) { return sl::weak_count(point); }
