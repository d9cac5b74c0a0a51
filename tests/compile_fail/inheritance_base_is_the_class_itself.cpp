// A class cannot extend itself.
// EXPECT: base_is_the_class_itself<Circle
// EXPECT: Circle
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Shape : sl::object<Shape, sl::slots<>> {
  using object::object;
};

#ifdef SLOTTED_BREAK
struct Circle : sl::object<Circle, sl::extends<Circle>, sl::slots<sl::field<"radius", double>>> {
#else
struct Circle : sl::object<Circle, sl::extends<Shape>, sl::slots<sl::field<"radius", double>>> {
#endif
  using object::object;
};

Circle* circle;
