// A state has the slots of its class.
// EXPECT: no_such_slot<
// EXPECT: object_state<geo::Point>
#include <slotted/slotted.hpp>
#include <slotted/state.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::slot<"y", double>>> {
  using object::object;
};

}  // namespace geo

#ifdef SLOTTED_BREAK
bool use(const sl::object_state<geo::Point>& state) { return hasattr(state, "z"_slot); }
#else
bool use(const sl::object_state<geo::Point>& state) { return hasattr(state, "y"_slot); }
#endif
