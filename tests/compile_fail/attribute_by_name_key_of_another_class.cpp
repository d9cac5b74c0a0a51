// A key is an index into the slots of the class that it was resolved for.
// EXPECT: slot_key_is_for_another_class<geo::Place
// EXPECT: geo::Point
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

namespace geo {

struct Place : sl::object<Place, sl::slots<sl::slot<"label", std::string>, sl::slot<"x", int>>> {
  using object::object;
};

}  // namespace geo

void use() {
#ifdef SLOTTED_BREAK
  const auto key = sl::resolve<geo::Point>("label");
  geo::Place place;
  setattr(place, key, std::string("home"));
#else
  const auto key = sl::resolve<geo::Place>("label");
  geo::Place place;
  setattr(place, key, std::string("home"));
#endif
}
