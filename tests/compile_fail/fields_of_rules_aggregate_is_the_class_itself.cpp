// A class is incomplete in its own list: it cannot adopt itself.
// EXPECT: aggregate_is_incomplete_include_its_definition<Circle, Circle>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Point {
  int x, y;
};

#ifdef SLOTTED_BREAK
struct Circle : sl::object<Circle, sl::slots<sl::fields_of<Circle>, sl::field<"radius", double>>> {
#else
struct Circle : sl::object<Circle, sl::slots<sl::fields_of<Point>, sl::field<"radius", double>>> {
#endif
  using object::object;
};

Circle* circle;
