// `set` of a builder with a compile-time name that no slot has (row 76).
// EXPECT: no_such_slot<geo::Point
// EXPECT: {"lable"}
// EXPECT: did_you_mean
// EXPECT: {"label"}
#include <slotted/slotted.hpp>

#include <string>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::slot<"label", std::string>>> {
  using object::object;
};

}  // namespace geo

void use(sl::builder<geo::Point>& builder) {
#ifdef SLOTTED_BREAK
  builder.set("lable"_slot, "home");
#else
  builder.set("label"_slot, "home");
#endif
}
