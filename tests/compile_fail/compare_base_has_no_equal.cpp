// An object has == where all its bases have, but for empty ones.
// EXPECT: base_does_not_allow<geo::Circle
// EXPECT: shape
// EXPECT: equality>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

struct shape {
  int id = 0;
};

struct Circle : sl::object<Circle, sl::extends<shape>, sl::slots<sl::field<"radius", double>>> {
  using object::object;
};

struct mixin {};

struct Disc : sl::object<Disc, sl::extends<mixin>, sl::slots<sl::field<"radius", double>>> {
  using object::object;
};

}  // namespace geo

#ifdef SLOTTED_BREAK
bool use(const geo::Circle& a, const geo::Circle& b) { return a == b; }
#else
bool use(const geo::Disc& a, const geo::Disc& b) { return a == b; }
#endif
