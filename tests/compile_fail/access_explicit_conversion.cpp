// What only converts explicitly is not converted behind the writer's back.
// EXPECT: value_does_not_fit_slot<Job
// EXPECT: {"delay"}
// EXPECT: Seconds
// EXPECT: int
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Seconds {
  explicit Seconds(int given) : count(given) {}
  int count;
};
struct Job : sl::object<Job, sl::slots<sl::slot<"delay", Seconds>>> {
  using object::object;
};

void use() {
  Job job;
#ifdef SLOTTED_BREAK
  setattr(job, "delay"_slot, 3);
#else
  setattr(job, "delay"_slot, Seconds(3));
#endif
}
