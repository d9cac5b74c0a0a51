// A slot of a const type is readonly.
// EXPECT: slot_is_readonly<Sensor
// EXPECT: {"id"}
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Sensor : sl::object<Sensor, sl::slots<sl::field<"id", const int>, sl::slot<"value", double>>> {
  using object::object;
};

void use() {
  Sensor sensor{1};
#ifdef SLOTTED_BREAK
  setattr(sensor, "id"_slot, 2);
#else
  setattr(sensor, "value"_slot, 2);
#endif
}
