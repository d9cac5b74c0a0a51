// A slotted class is extended: its slots keep their traits and may be unset.
// EXPECT: aggregate_is_slotted_write_extends<draw::Circle, draw::Shape>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace draw {

struct Shape : sl::object<Shape, sl::slots<sl::field<"colour", int>>> {
  using object::object;
};

#ifdef SLOTTED_BREAK
struct Circle : sl::object<Circle, sl::slots<sl::fields_of<Shape>, sl::field<"radius", double>>> {
#else
struct Circle : sl::object<Circle, sl::extends<Shape>, sl::slots<sl::field<"radius", double>>> {
#endif
  using object::object;
};

}  // namespace draw

draw::Circle circle{1, 2.0};
