// A type that cannot be destroyed cannot be a part of anything that is.
// EXPECT: slot_type_has_no_accessible_destructor<Cache
// EXPECT: {"arena"}
// EXPECT: Arena
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Arena {
#ifdef SLOTTED_BREAK
  ~Arena() = delete;
#else
  ~Arena() = default;
#endif
  int used = 0;
};

struct Cache : sl::object<Cache, sl::slots<sl::slot<"arena", Arena>>> {
  using object::object;
};

Cache cache;
