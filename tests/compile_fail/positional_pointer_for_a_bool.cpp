// A pointer is no truth value, by position either.
// EXPECT: db::Flag
// EXPECT-ANYWHERE: value_does_not_convert<db::Flag
// EXPECT-ANYWHERE: {"on"}
// EXPECT-ANYWHERE: bool
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace db {

struct Flag : sl::object<Flag, sl::slots<sl::field<"name", int>, sl::field<"on", bool>>> {
  using object::object;
};

}  // namespace db

void use() {
#ifdef SLOTTED_BREAK
  db::Flag flag(1, "no");
#else
  db::Flag flag(1, false);
  setattr(flag, "on"_slot, true);
#endif
}
