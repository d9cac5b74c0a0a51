// A slot of another type is found at compile time.
// EXPECT: slot_is_of_another_type<geo::Point
// EXPECT: {"x"}
// EXPECT: double
// EXPECT: float
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
  static_cast<void>(find_attr<float>(point, "x"_slot));
#else
  static_cast<void>(find_attr<double>(point, "x"_slot));
#endif
}
