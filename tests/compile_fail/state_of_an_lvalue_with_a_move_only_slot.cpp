// An object with a move-only slot is moved into its state.
// EXPECT: object_cannot_be_copied_to_a_state_move_it<geo::Point>
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
auto use(geo::Point& point) { return sl::state(point); }
#else
auto use(geo::Point& point) { return sl::state(std::move(point)); }
#endif
