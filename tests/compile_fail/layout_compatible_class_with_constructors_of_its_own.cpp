// A conversion calls the constructors of object, which the class must inherit.
// EXPECT: slotted::error::class_does_not_inherit_object_constructors<geo::Pair>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>>> {
  using object::object;
};
struct Pair : sl::object<Pair, sl::slots<sl::field<"x", double>>> {
#ifdef SLOTTED_BREAK
  explicit Pair(double both) : object(both) {}
#else
  using object::object;
#endif
};

}  // namespace geo

geo::Pair use(const geo::Point& point) { return sl::convert_to<geo::Pair>(point); }
