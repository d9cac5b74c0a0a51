// EXPECT: callback_of_weak_reference_must_be_called_without_arguments<geo::Point
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::slot<"x", double>, sl::weakref_slot>> {
  using object::object;
};

}  // namespace geo

void use(geo::Point& point) {
#ifdef SLOTTED_BREAK
  sl::finalize(point, [](geo::Point&) {});
#else
  sl::finalize(point, [] {});
#endif
}
