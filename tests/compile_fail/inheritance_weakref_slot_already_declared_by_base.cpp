// A base has a weakref slot already (row 26).
// EXPECT: weakref_slot_already_declared_by_base<draw::Circle, draw::Shape>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace draw {

struct Shape : sl::object<Shape, sl::slots<sl::field<"colour", int, sl::defaults_to<0>>, sl::weakref_slot>> {
  using object::object;
};

#ifdef SLOTTED_BREAK
struct Circle : sl::object<Circle, sl::extends<Shape>, sl::slots<sl::slot<"radius", double>, sl::weakref_slot>> {
#else
struct Circle : sl::object<Circle, sl::extends<Shape>, sl::slots<sl::slot<"radius", double>>> {
#endif
  using object::object;
};

}  // namespace draw

draw::Circle circle;
