// Nor is a class copied that derives from one that is not.
// EXPECT: Session
// EXPECT-ANYWHERE: base_cannot_be_copied<Session, Connection>
#include <slotted/slotted.hpp>

#include <memory>
#include <utility>

namespace sl = slotted;

struct Connection {
  std::unique_ptr<int> socket;
};
struct Session : sl::object<Session, sl::extends<Connection>, sl::slots<sl::field<"id", int>, sl::slot<"user", int>>> {
  using object::object;
};

void use(Session& session) {
#ifdef SLOTTED_BREAK
  Session copy = session;
#else
  Session moved = std::move(session);
#endif
}
