// Methods and static members of the class are no slots: nothing is patched through an object (row 81).
// EXPECT: no_such_slot<geo::Circle
// EXPECT: {"area"}
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct Circle : sl::object<Circle, sl::slots<sl::field<"radius", double>>> {
  using object::object;
  double area() const { return 3.14 * get("radius"_slot) * get("radius"_slot); }
};

}  // namespace geo

void use() {
  geo::Circle circle{1.0};
#ifdef SLOTTED_BREAK
  setattr(circle, "area"_slot, 2.0);
#else
  setattr(circle, "radius"_slot, 2.0);
#endif
}
