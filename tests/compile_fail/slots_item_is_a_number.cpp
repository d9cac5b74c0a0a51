// A list of anything but types: the compiler itself refuses it (row 7).
// EXPECT: template
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Point : sl::object<Point, sl::slots<1>> {
#else
struct Point : sl::object<Point, sl::slots<>> {
#endif
  using object::object;
};

Point point;
