// A type that is only declared where the class is.
// EXPECT: slot_type_is_incomplete_include_its_definition<Engine
// EXPECT: {"pump"}
// EXPECT: Pump
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Pump;
#else
struct Pump {};
#endif

struct Engine : sl::object<Engine, sl::slots<sl::slot<"next_pump", Pump*>, sl::slot<"pump", Pump>>> {
  using object::object;
};

Engine engine;
