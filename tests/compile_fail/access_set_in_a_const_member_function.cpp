// `this` is const there.
// EXPECT: object_is_const<Counter
// EXPECT: {"count"}
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Counter : sl::object<Counter, sl::slots<sl::field<"count", int, sl::defaults_to<0>>>> {
  using object::object;
#ifdef SLOTTED_BREAK
  void step() const { setattr(*this, "count"_slot, 1); }
#else
  void step() { setattr(*this, "count"_slot, 1); }
#endif
};

void use() { Counter{}.step(); }
