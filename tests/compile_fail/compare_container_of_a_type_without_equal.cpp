// A container compares where its elements do, whatever it says of itself.
// EXPECT: slot_type_does_not_allow<geo::Point
// EXPECT: {"paints"}
// EXPECT: color
// EXPECT: equality>
#include <slotted/slotted.hpp>

#include <vector>

namespace sl = slotted;

namespace geo {

struct color {
  int red = 0, green = 0, blue = 0;
};

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::slot<"paints", std::vector<color>>>> {
  using object::object;
};

struct tint {
  int red = 0, green = 0, blue = 0;
  bool operator==(const tint&) const = default;
};

struct Tinted : sl::object<Tinted, sl::slots<sl::field<"x", double>, sl::slot<"paints", std::vector<tint>>>> {
  using object::object;
};

}  // namespace geo

#ifdef SLOTTED_BREAK
bool use(const geo::Point& a, const geo::Point& b) { return a == b; }
#else
bool use(const geo::Tinted& a, const geo::Tinted& b) { return a == b; }
#endif
