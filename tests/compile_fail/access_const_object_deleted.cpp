// A slot of a const object is not deleted (row 87).
// EXPECT: object_is_const<geo::Point
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
#ifdef SLOTTED_BREAK
  const geo::Point point;
  delattr(point, "label"_slot);
#else
  geo::Point point;
  delattr(point, "label"_slot);
#endif
}
