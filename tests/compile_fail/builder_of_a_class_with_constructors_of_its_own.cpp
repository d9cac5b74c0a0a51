// A builder calls the constructors of object, which the class must inherit.
// EXPECT: slotted::error::class_does_not_inherit_object_constructors<geo::Point>
#include <slotted/slotted.hpp>

#include <utility>

namespace sl = slotted;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>>> {
#ifdef SLOTTED_BREAK
  explicit Point(double both) : object(both) {}
#else
  using object::object;
#endif
};

}  // namespace geo

geo::Point use(sl::builder<geo::Point> builder) { return std::move(builder).build(); }
