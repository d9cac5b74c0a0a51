// A type without assignment is written by constructors and emplace only.
// EXPECT: slot_type_cannot_be_assigned<Log
// EXPECT: {"origin"}
// EXPECT: Origin
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Origin {
  const int line = 0;
};
struct Log : sl::object<Log, sl::slots<sl::slot<"origin", Origin>>> {
  using object::object;
};

void use() {
  Log log;
#ifdef SLOTTED_BREAK
  setattr(log, "origin"_slot, Origin{3});
#else
  log["origin"_slot].emplace(Origin{3});
#endif
}
