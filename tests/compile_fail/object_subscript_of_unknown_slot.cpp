// `o["..."_slot]` with a slip of the hand (row 76, row 91).
// EXPECT: no_such_slot<geo::Point
// EXPECT: {"lable"}
// EXPECT: did_you_mean
// EXPECT: {"label"}
// EXPECT: known_slots
// EXPECT: {"x"}
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
  point["lable"_slot] = "home";
#else
  point["label"_slot] = "home";
#endif
}
