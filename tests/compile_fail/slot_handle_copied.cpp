// A handle is for the expression it appears in.
// EXPECT: slot_handle
// EXPECT: geo::Point
// EXPECT: {"label"}
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
  auto label = point["label"_slot];
#ifdef SLOTTED_BREAK
  auto copy = label;
#else
  auto copy = label.value();
#endif
}
