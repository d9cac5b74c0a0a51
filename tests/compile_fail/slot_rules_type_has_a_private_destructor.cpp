// A type that only its factory may destroy.
// EXPECT: slot_type_has_no_accessible_destructor<Cache
// EXPECT: {"arena"}
// EXPECT: Arena
#include <slotted/slotted.hpp>

namespace sl = slotted;

class Arena {
#ifdef SLOTTED_BREAK
 private:
#else
 public:
#endif
  ~Arena() {}

 public:
  static void release(Arena* arena) { arena->~Arena(); }
};

struct Cache : sl::object<Cache, sl::slots<sl::slot<"arena", Arena>>> {
  using object::object;
};

Cache cache;
