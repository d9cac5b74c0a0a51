// Another class's key is none of this set's.
// EXPECT: slot_key_is_for_another_class<geo::Point,
// EXPECT: geo::Pixel
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::slot<"x", double>>> {
  using object::object;
};
struct Pixel : sl::object<Pixel, sl::slots<sl::slot<"x", double>>> {
  using object::object;
};

}  // namespace geo

bool use(const sl::slot_set<geo::Point>& set) {
#ifdef SLOTTED_BREAK
  return set.contains(sl::resolve<geo::Pixel>("x"));
#else
  return set.contains(sl::resolve<geo::Point>("x"));
#endif
}
