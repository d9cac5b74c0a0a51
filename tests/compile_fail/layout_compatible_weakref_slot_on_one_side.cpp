// A weakref slot is part of what an object holds (row 184).
// EXPECT: object_layout_differs<Closed, Open>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Open : sl::object<Open, sl::slots<sl::slot<"x", int>, sl::weakref_slot>> {
  using object::object;
};
#ifdef SLOTTED_BREAK
struct Closed : sl::object<Closed, sl::slots<sl::slot<"x", int>>> {
#else
struct Closed : sl::object<Closed, sl::slots<sl::weakref_slot, sl::slot<"x", int>>> {
#endif
  using object::object;
};

void use(const Open& open) { static_cast<void>(sl::convert_to<Closed>(open)); }
