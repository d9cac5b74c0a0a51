// A class with a move-only slot is not copy-assigned.
// EXPECT: Session
// EXPECT-ANYWHERE: slot_type_cannot_be_copied<Session
// EXPECT-ANYWHERE: {"socket"}
#include <slotted/slotted.hpp>

#include <memory>
#include <utility>

namespace sl = slotted;
using namespace sl::literals;

struct Session : sl::object<Session, sl::slots<sl::slot<"socket", std::unique_ptr<int>>>> {
  using object::object;
};

void use() {
  Session session, other;
#ifdef SLOTTED_BREAK
  other = session;
#else
  other = std::move(session);
#endif
}
