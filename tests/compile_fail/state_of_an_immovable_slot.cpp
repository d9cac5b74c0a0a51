// What can be neither copied nor moved comes into no state.
// EXPECT: slot_type_does_not_allow<geo::Point
// EXPECT: std::mutex
// EXPECT: restoring>
#include <slotted/slotted.hpp>
#include <slotted/state.hpp>

#include <memory>
#include <mutex>
#include <utility>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::slot<"lock", std::mutex>>> {
  using object::object;
};
struct Held : sl::object<Held, sl::slots<sl::field<"x", double>, sl::slot<"lock", std::unique_ptr<std::mutex>>>> {
  using object::object;
};

}  // namespace geo

#ifdef SLOTTED_BREAK
auto use(geo::Point& point) { return sl::state(std::move(point)); }
#else
auto use(geo::Held& point) { return sl::state(std::move(point)); }
#endif
