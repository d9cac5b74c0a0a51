// The destructor of a member decides that of the struct.
// EXPECT: aggregate_has_no_destructor_that_cannot_throw<Session, Login>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Lock {
#ifdef SLOTTED_BREAK
  ~Lock() noexcept(false) {}
#else
  ~Lock() {}
#endif
};
struct Login {
  int user;
  Lock lock;
};

struct Session : sl::object<Session, sl::slots<sl::fields_of<Login>, sl::field<"token", int>>> {
  using object::object;
};

void use(const Session& session) { static_cast<void>(getattr(session, "token")); }
