// A number cannot be a base.
// EXPECT: base_is_not_a_class<Celsius
// EXPECT: double
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Celsius : sl::object<Celsius, sl::extends<double>, sl::slots<sl::slot<"station", int>>> {
#else
struct Celsius : sl::object<Celsius, sl::slots<sl::field<"degrees", double>, sl::slot<"station", int>>> {
#endif
  using object::object;
};

Celsius* celsius;
