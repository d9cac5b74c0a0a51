// extended<Base, ...> is a class like any other.
// EXPECT: slot_already_declared_by_base<slotted
// EXPECT: extended<Point
// EXPECT: {"x"}
// EXPECT: Point>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Point : sl::object<Point, sl::slots<sl::field<"x", int>, sl::field<"y", int>>> {
  using object::object;
};

#ifdef SLOTTED_BREAK
using Point3 = sl::extended<Point, sl::slots<sl::field<"x", int>>>;
#else
using Point3 = sl::extended<Point, sl::slots<sl::field<"z", int>>>;
#endif

Point3 point{1, 2, 3};
