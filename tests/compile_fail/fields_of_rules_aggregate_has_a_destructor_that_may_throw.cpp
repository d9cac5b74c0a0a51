// A destructor that may throw would leave the other slots undestroyed.
// EXPECT: aggregate_has_no_destructor_that_cannot_throw<Session, Login>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Login {
  int user;
#ifdef SLOTTED_BREAK
  ~Login() noexcept(false) {}
#else
  ~Login() {}
#endif
};

struct Session : sl::object<Session, sl::slots<sl::fields_of<Login>, sl::field<"token", int>>> {
  using object::object;
};

Session session{1, 2};
