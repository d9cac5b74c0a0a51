// A state with a move-only slot is moved into the object.
// EXPECT: state_cannot_be_copied_to_restore_move_it<geo::Point>
#include <slotted/slotted.hpp>
#include <slotted/state.hpp>

#include <memory>
#include <utility>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::slot<"held", std::unique_ptr<int>>>> {
  using object::object;
};

}  // namespace geo

#ifdef SLOTTED_BREAK
void use(geo::Point& point, sl::object_state<geo::Point>& state) { restore(point, state); }
#else
void use(geo::Point& point, sl::object_state<geo::Point>& state) { restore(point, std::move(state)); }
#endif
