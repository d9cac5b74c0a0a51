// For a field the same spelling means the value; for a slot it would mean something else.
// EXPECT: slot_handle_is_not_the_value_write_value_or_has_value<geo::Peak
// EXPECT: {"height"}
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct Peak : sl::object<Peak, sl::slots<sl::slot<"height", double>>> {
  using object::object;
};

}  // namespace geo

void use() {
  geo::Peak peak;
#ifdef SLOTTED_BREAK
  if (peak["height"_slot] == 4808.0) delattr(peak, "height"_slot);
#else
  if (peak["height"_slot].value_or(0) > 4808.0) delattr(peak, "height"_slot);
#endif
}
