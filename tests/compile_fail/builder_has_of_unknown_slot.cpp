// `has` of a builder with a compile-time name that no slot has; a run-time name may be any text.
// EXPECT: no_such_slot<geo::Point
// EXPECT: {"lable"}
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

bool use(const sl::builder<geo::Point>& builder) {
#ifdef SLOTTED_BREAK
  return builder.has("lable"_slot);
#else
  return builder.has("label"_slot) || builder.has("lable");
#endif
}
