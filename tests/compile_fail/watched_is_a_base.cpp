// A class above it would have a destructor that runs before the references die.
// EXPECT: watched
// EXPECT: final
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Session : sl::object<Session, sl::slots<sl::slot<"id", int>, sl::weakref_slot>> {
  using object::object;
  ~Session() {}
};

#ifdef SLOTTED_BREAK
struct Remote : sl::watched<Session> {
#else
struct Remote : Session {
#endif
  int port = 0;
};

sl::watched<Session> session;
