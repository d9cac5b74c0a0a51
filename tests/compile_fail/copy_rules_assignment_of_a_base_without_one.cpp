// Nor is one that derives from such a class.
// EXPECT: Checked
// EXPECT-ANYWHERE: base_cannot_be_assigned<Checked, Reading>
#include <slotted/slotted.hpp>

#include <utility>

namespace sl = slotted;
using namespace sl::literals;

struct Reading : sl::object<Reading, sl::slots<sl::field<"station", const int>, sl::field<"value", double>>> {
  using object::object;
};
struct Checked : sl::object<Checked, sl::extends<Reading>, sl::slots<sl::slot<"by", int>>> {
  using object::object;
};

void use(Checked& reading, Checked& other) {
#ifdef SLOTTED_BREAK
  reading = std::move(other);
#else
  reading["value"_slot] = other["value"_slot];
#endif
}
