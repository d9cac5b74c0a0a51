// There is a std::hash of objects where the types of all their slots have one.
// EXPECT: std::hash<geo::Polygon>
#include <slotted/slotted.hpp>

#include <vector>

namespace sl = slotted;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::field<"y", double>>> {
  using object::object;
};

struct Polygon : sl::object<Polygon, sl::slots<sl::field<"points", std::vector<Point>>>> {
  using object::object;
};

}  // namespace geo

void use() {
#ifdef SLOTTED_BREAK
  std::hash<geo::Polygon> hash;
#else
  std::hash<geo::Point> hash;
#endif
  static_cast<void>(hash);
}
