// Set, or true? has_value() says which.
// EXPECT: slot_handle<geo::Point
// EXPECT: {"label"}
// EXPECT: bool
#include <slotted/slotted.hpp>

#include <string>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct Point
    : sl::object<Point, sl::slots<sl::field<"x", double, sl::defaults_to<0.0>>,
                                  sl::field<"y", double, sl::defaults_to<0.0>>, sl::slot<"label", std::string>>> {
  using object::object;
};

}  // namespace geo

void use() {
  geo::Point point;
#ifdef SLOTTED_BREAK
  if (point["label"_slot]) delattr(point, "label"_slot);
#else
  if (point["label"_slot].has_value()) delattr(point, "label"_slot);
#endif
}
