// A slotted base with plain members has no == of its own, so that the derived class has none.
// EXPECT: base_does_not_allow<geo::Circle
// EXPECT: Shape
// EXPECT: equality>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

struct Shape : sl::object<Shape, sl::slots<sl::field<"id", int>>> {
  using object::object;
  int plain = 0;
};

struct Circle : sl::object<Circle, sl::extends<Shape>, sl::slots<sl::field<"radius", double>>> {
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
