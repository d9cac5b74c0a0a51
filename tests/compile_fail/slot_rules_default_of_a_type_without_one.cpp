// `defaults_to<>` is `T{}`: the type needs a default constructor.
// EXPECT: default_does_not_fit_slot_type<Job
// EXPECT: {"handle"}
// EXPECT: os::handle
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace os {

struct handle {
  explicit handle(int given) : number(given) {}
#ifdef SLOTTED_BREAK
  handle() = delete;
#else
  handle() = default;
#endif
  int number = -1;
};

}  // namespace os

struct Job : sl::object<Job, sl::slots<sl::field<"handle", os::handle, sl::defaults_to<>>>> {
  using object::object;
};

Job job;
