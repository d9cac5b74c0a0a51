// In place a field is assigned; a new object is constructed.
// EXPECT: slot_type_cannot_be_assigned<geo::Point
// EXPECT: geo::fixed
#include <slotted/slotted.hpp>
#include <slotted/state.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct fixed {
  const int number;
};
struct Point : sl::object<Point, sl::slots<sl::field<"x", fixed>, sl::slot<"y", fixed>>> {
  using object::object;
};

}  // namespace geo

#ifdef SLOTTED_BREAK
void use(geo::Point& point, const sl::object_state<geo::Point>& state) { restore(point, state); }
#else
geo::Point use(const sl::object_state<geo::Point>& state) { return sl::restore<geo::Point>(state); }
#endif
