// A field always holds a value: "can't delete numeric/char attribute" (row 69).
// EXPECT: field_cannot_be_deleted<geo::Point
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
  delattr(point, "x"_slot);
#else
  delattr(point, "label"_slot);
#endif
}
