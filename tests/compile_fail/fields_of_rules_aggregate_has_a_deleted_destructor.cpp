// An object that could not be destroyed, as the struct's destructor is deleted.
// EXPECT: aggregate_has_no_destructor_that_cannot_throw<Session, Login>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Login {
  int user;
#ifdef SLOTTED_BREAK
  ~Login() = delete;
#endif
};

struct Session : sl::object<Session, sl::slots<sl::fields_of<Login>, sl::field<"token", int>>> {
  using object::object;
};

void use(const Session& session) { static_cast<void>(getattr(session, "token")); }
