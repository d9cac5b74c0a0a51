// Objects that do not compare have no difference, either.
// EXPECT: slotted::error::slot_type_does_not_allow<geo::Reading,
// EXPECT: {"sensor"}
// EXPECT: geo::opaque
// EXPECT: equality>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

struct opaque {
  int number = 0;
#ifdef SLOTTED_BREAK
  friend bool operator==(const opaque&, const opaque&) = delete;
#else
  friend bool operator==(const opaque&, const opaque&) = default;
#endif
};
struct Reading : sl::object<Reading, sl::slots<sl::field<"value", double>, sl::slot<"sensor", opaque>>> {
  using object::object;
};

}  // namespace geo

bool use(const geo::Reading& before, const geo::Reading& after) { return diff(before, after).empty(); }
