// A builder keeps its values in slots and assigns there; what cannot be assigned is left to its default.
// EXPECT: slot_type_cannot_be_assigned<
// EXPECT: geo::Reading
// EXPECT: {"sensor"}
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct sensor {
  const int number;
  sensor(int given) : number(given) {}
};
struct Reading : sl::object<Reading, sl::slots<sl::field<"value", double>, sl::slot<"sensor", sensor>>> {
  using object::object;
};

}  // namespace geo

void use(sl::builder<geo::Reading>& builder) {
#ifdef SLOTTED_BREAK
  builder.set("sensor"_slot, geo::sensor(3));
#else
  builder.set("value"_slot, 3.0);
#endif
}
