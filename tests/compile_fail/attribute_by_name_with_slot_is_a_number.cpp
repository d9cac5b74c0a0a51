// with_slot takes text or a key (row 72).
// EXPECT: attribute_name_is_not_text<geo::Point
// EXPECT: int
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
#ifdef SLOTTED_BREAK
  sl::with_slot<geo::Point>(1, [](auto) {});
#else
  sl::with_slot<geo::Point>("y", [](auto) {});
#endif
}
