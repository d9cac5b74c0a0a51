// A move-only value is moved in, not copied.
// EXPECT: value_does_not_fit_slot<Session
// EXPECT: {"socket"}
// EXPECT: unique_ptr
#include <slotted/slotted.hpp>

#include <memory>
#include <utility>

namespace sl = slotted;
using namespace sl::literals;

struct Session : sl::object<Session, sl::slots<sl::slot<"socket", std::unique_ptr<int>>>> {
  using object::object;
};

void use() {
  Session session;
  auto socket = std::make_unique<int>(3);
#ifdef SLOTTED_BREAK
  setattr(session, "socket"_slot, socket);
#else
  setattr(session, "socket"_slot, std::move(socket));
#endif
}
