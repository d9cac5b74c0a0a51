// What the class does not have, a proxy of it does not have (row 137).
// EXPECT: no_such_slot<geo::Point
// EXPECT: {"z"}
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::slot<"x", double>, sl::weakref_slot>> {
  using object::object;
};

}  // namespace geo

void use(const sl::weak_proxy<geo::Point>& proxy) {
#ifdef SLOTTED_BREAK
  proxy["z"_slot] = 1.0;
#else
  proxy["x"_slot] = 1.0;
#endif
}
