// A class without a list brings a weakref slot, too; a plain class between is none; an unsynchronized one is no other.
// EXPECT: weakref_slot_already_declared_by_base<draw::Disc, draw::Shape>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace draw {

struct Shape : sl::object<Shape> {
  using object::object;
};
struct Circle : sl::object<Circle, sl::extends<Shape>, sl::slots<sl::slot<"radius", double>>> {
  using object::object;
};
struct Between : Circle {
  using Circle::Circle;
};

#ifdef SLOTTED_BREAK
struct Disc : sl::object<Disc, sl::extends<Between>, sl::slots<sl::unsynchronized_weakref_slot>> {
#else
struct Disc : sl::object<Disc, sl::extends<Between>> {
#endif
  using object::object;
};

}  // namespace draw

draw::Disc disc;
