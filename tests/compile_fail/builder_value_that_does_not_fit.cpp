// A value that cannot fit does not compile where the name is known.
// EXPECT: value_does_not_fit_slot<
// EXPECT: geo::Point
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
  builder.set("label"_slot, 3);
#else
  builder.set("label"_slot, "3");
#endif
}
