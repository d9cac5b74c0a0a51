// A field is not deleted by its own class either (row 69).
// EXPECT: field_cannot_be_deleted<Counter
// EXPECT: {"count"}
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

#ifdef SLOTTED_BREAK
struct Counter : sl::object<Counter, sl::slots<sl::field<"count", int, sl::defaults_to<0>>>> {
#else
struct Counter : sl::object<Counter, sl::slots<sl::slot<"count", int, sl::defaults_to<0>>>> {
#endif
  using object::object;
  void forget() { del("count"_slot); }
};

void use() { Counter{}.forget(); }
