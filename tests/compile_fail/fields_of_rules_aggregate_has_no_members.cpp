// Nothing to adopt: an empty struct is a base.
// EXPECT: aggregate_has_no_members<Circle, Mixin>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Mixin {
  [[nodiscard]] int sides() const { return 0; }
};

#ifdef SLOTTED_BREAK
struct Circle : sl::object<Circle, sl::slots<sl::fields_of<Mixin>, sl::field<"radius", double>>> {
#else
struct Circle : sl::object<Circle, sl::extends<Mixin>, sl::slots<sl::field<"radius", double>>> {
#endif
  using object::object;
};

Circle circle{2.0};
