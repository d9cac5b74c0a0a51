// The same slots on different bases: another layout (row 183).
// EXPECT: slotted::error::object_layout_differs<geo::OfSecond, geo::OfFirst>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

struct First : sl::object<First, sl::slots<sl::slot<"a", int>>> {
  using object::object;
};
struct Second : sl::object<Second, sl::slots<sl::slot<"a", int>>> {
  using object::object;
};
struct OfFirst : sl::object<OfFirst, sl::extends<First>, sl::slots<sl::slot<"e", int>>> {
  using object::object;
};
#ifdef SLOTTED_BREAK
struct OfSecond : sl::object<OfSecond, sl::extends<Second>, sl::slots<sl::slot<"e", int>>> {
#else
struct OfSecond : sl::object<OfSecond, sl::extends<First>, sl::slots<sl::slot<"e", int>>> {
#endif
  using object::object;
};

}  // namespace geo

geo::OfSecond use(const geo::OfFirst& object) { return sl::convert_to<geo::OfSecond>(object); }
