// Members can be seen only where the struct is defined.
// EXPECT: aggregate_is_incomplete_include_its_definition<draw::Circle, draw::Point>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace draw {

#ifdef SLOTTED_BREAK
struct Point;
#else
struct Point {
  int x, y;
};
#endif

struct Circle : sl::object<Circle, sl::slots<sl::fields_of<Point>, sl::field<"radius", double>>> {
  using object::object;
};

}  // namespace draw

void use(const draw::Circle& circle) { static_cast<void>(getattr(circle, "radius")); }
