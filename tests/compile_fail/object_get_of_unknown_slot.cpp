// The members for use inside the class know the slots as the verbs do (row 76).
// EXPECT: no_such_slot<geo::Vector
// EXPECT: {"hight"}
// EXPECT: did_you_mean
// EXPECT: {"height"}
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct Vector : sl::object<Vector, sl::slots<sl::field<"width", double>, sl::field<"height", double>>> {
  using object::object;
#ifdef SLOTTED_BREAK
  double area() const { return get("width"_slot) * get("hight"_slot); }
#else
  double area() const { return get("width"_slot) * get("height"_slot); }
#endif
};

}  // namespace geo

void use() { static_cast<void>(geo::Vector{1.0, 2.0}.area()); }
