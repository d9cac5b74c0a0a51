// Static members are the class's, not the object's.
// EXPECT: aggregate_has_no_members<Circle, Limits>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Limits {
#ifdef SLOTTED_BREAK
  static inline int most = 10;
#else
  int most = 10;
#endif
};

struct Circle : sl::object<Circle, sl::slots<sl::fields_of<Limits>, sl::field<"radius", double>>> {
  using object::object;
};

void use(const Circle& circle) { static_cast<void>(getattr(circle, "radius")); }
