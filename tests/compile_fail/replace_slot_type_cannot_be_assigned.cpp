// A value that can be copied and not assigned cannot be replaced.
// EXPECT: slot_type_cannot_be_assigned<geo::Point
// EXPECT: {"id"}
// EXPECT: identity
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct identity {
  int number = 0;
  identity(int given) : number(given) {}
  identity(const identity&) = default;
  identity& operator=(const identity&) = delete;
};

struct Point : sl::object<Point, sl::slots<sl::field<"id", identity>, sl::field<"x", double>>> {
  using object::object;
};

}  // namespace geo

geo::Point use(const geo::Point& object) {
#ifdef SLOTTED_BREAK
  return sl::replace(object, "id"_slot = geo::identity(3));
#else
  return sl::replace(object, "x"_slot = 1.0);
#endif
}
