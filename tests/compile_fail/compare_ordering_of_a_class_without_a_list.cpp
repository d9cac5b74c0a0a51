// A class without a list has a dict slot, and so no order; `slots<>` has nothing to put in disorder.
// EXPECT: dict_slot_does_not_allow<draw::Circle, slotted::
// EXPECT: ordering>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace draw {

struct Shape : sl::object<Shape, sl::slots<sl::field<"colour", int>>> {
  using object::object;
};

#ifdef SLOTTED_BREAK
struct Circle : sl::object<Circle, sl::extends<Shape>> {
#else
struct Circle : sl::object<Circle, sl::extends<Shape>, sl::slots<>> {
#endif
  using object::object;
};

}  // namespace draw

bool use(const draw::Circle& a, const draw::Circle& b) { return a < b; }
