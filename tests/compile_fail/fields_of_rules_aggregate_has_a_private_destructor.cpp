// An object that could not be destroyed.
// EXPECT: aggregate_has_no_destructor_that_cannot_throw<Session, Login>
#include <slotted/slotted.hpp>

namespace sl = slotted;

class Login {
#ifdef SLOTTED_BREAK
  ~Login() = default;

 public:
#else
 public:
  ~Login() = default;
#endif
  int user;
};

struct Session : sl::object<Session, sl::slots<sl::fields_of<Login>, sl::field<"token", int>>> {
  using object::object;
};

void use(const Session& session) { static_cast<void>(getattr(session, "token")); }
