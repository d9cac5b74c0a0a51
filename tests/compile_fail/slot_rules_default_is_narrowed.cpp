// A floating default would be cut off in an integer.
// EXPECT: default_does_not_fit_slot_type<Timer
// EXPECT: {"seconds"}
// EXPECT: int, double
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Timer : sl::object<Timer, sl::slots<sl::slot<"seconds", int, sl::defaults_to<1.5>>>> {
#else
struct Timer : sl::object<Timer, sl::slots<sl::slot<"seconds", double, sl::defaults_to<1.5>>>> {
#endif
  using object::object;
};

Timer timer;
