// A state is of one class; that of a base is put into the base.
// EXPECT: state_is_of_another_class<geo::Circle
// EXPECT: object_state<geo::Shape>
#include <slotted/slotted.hpp>
#include <slotted/state.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct Shape : sl::object<Shape, sl::slots<sl::field<"x", double>>> {
  using object::object;
};
struct Circle : sl::object<Circle, sl::extends<Shape>, sl::slots<sl::field<"radius", double>>> {
  using object::object;
};

}  // namespace geo

#ifdef SLOTTED_BREAK
void use(geo::Circle& circle, const sl::object_state<geo::Shape>& state) { restore(circle, state); }
#else
void use(geo::Circle& circle, const sl::object_state<geo::Shape>& state) {
  restore(static_cast<geo::Shape&>(circle), state);
}
#endif
