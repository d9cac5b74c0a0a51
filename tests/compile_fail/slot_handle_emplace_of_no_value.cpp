// Arguments that no constructor of the type takes.
// EXPECT: arguments_make_no_value<geo::Point
// EXPECT: {"label"}
// EXPECT: string
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
  geo::Point point;
#ifdef SLOTTED_BREAK
  point["label"_slot].emplace(1, 2, 3, 4);
#else
  point["label"_slot].emplace(3u, 'x');
#endif
}
