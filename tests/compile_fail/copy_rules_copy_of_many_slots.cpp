// What the compiler prints does not grow with the number of slots.
// EXPECT: Session
// EXPECT-ANYWHERE: slot_type_cannot_be_copied<Session
// EXPECT-ANYWHERE: {"socket"}
#include <slotted/slotted.hpp>

#include <memory>
#include <utility>

namespace sl = slotted;

struct Session
    : sl::object<Session, sl::slots<sl::field<"id", int>, sl::slot<"user", int>, sl::slot<"group", int>,
                                    sl::slot<"began", double>, sl::slot<"seen", double>, sl::slot<"sent", double>,
                                    sl::slot<"received", double>, sl::slot<"errors", int>, sl::slot<"retries", int>,
                                    sl::slot<"socket", std::unique_ptr<int>>, sl::slot<"port", int>>> {
  using object::object;
};

void use(Session& session) {
#ifdef SLOTTED_BREAK
  Session copy = session;
#else
  Session moved = std::move(session);
#endif
}
