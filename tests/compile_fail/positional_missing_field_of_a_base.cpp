// The fields of bases come first, and are as much needed.
// EXPECT: draw::Circle
// EXPECT-ANYWHERE: field_without_value<draw::Circle
// EXPECT-ANYWHERE: {"colour"}
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace draw {

struct Shape : sl::object<Shape, sl::slots<sl::field<"colour", int>>> {
  using object::object;
};
struct Circle : sl::object<Circle, sl::extends<Shape>, sl::slots<sl::field<"radius", double>>> {
  using object::object;
};

}  // namespace draw

void use() {
#ifdef SLOTTED_BREAK
  draw::Circle circle{"radius"_slot = 2.0};
#else
  draw::Circle circle{"radius"_slot = 2.0, "colour"_slot = 1};
  setattr(circle, "colour"_slot, 2);
#endif
}
