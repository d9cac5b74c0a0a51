// An object with a move-only slot is replaced from an rvalue.
// EXPECT: object_cannot_be_copied_to_replace_move_it<geo::Point>
#include <slotted/slotted.hpp>

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
geo::Point use(geo::Point& point) { return sl::replace(point, "x"_slot = 1.0); }
#else
geo::Point use(geo::Point& point) { return sl::replace(std::move(point), "x"_slot = 1.0); }
#endif
