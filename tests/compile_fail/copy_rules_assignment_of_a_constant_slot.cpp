// A class with a const slot is not assigned, as a struct with a const member is not.
// EXPECT: Reading
// EXPECT-ANYWHERE: slot_type_cannot_be_assigned<Reading
// EXPECT-ANYWHERE: {"station"}
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Reading : sl::object<Reading, sl::slots<sl::field<"station", const int>, sl::field<"value", double>>> {
  using object::object;
};

void use(Reading& reading, const Reading& other) {
#ifdef SLOTTED_BREAK
  reading = other;
#else
  reading["value"_slot] = other["value"_slot];
#endif
}
