// A name that is no text: "__slots__ items must be strings, not 'int'" (row 8).
// EXPECT: template argument
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Point : sl::object<Point, sl::slots<sl::slot<1, double>>> {
#else
struct Point : sl::object<Point, sl::slots<sl::slot<"x", double>>> {
#endif
  using object::object;
};

Point point;
