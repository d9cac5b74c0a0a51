// How fast is a member whose name stands in the source? Read, written and updated, of all objects in order; of 512 they
// stay in the cache next to the processor.
#include "rivals/events.hpp"
#include "rivals/packages.hpp"
#include "rivals/questions.hpp"

namespace bench {
namespace {

struct few_events : events {
  static std::string title() { return "Event {int64, string, double}, 512 of them"; }
  static std::vector<source> sources() { return events::make_sources(512); }
};

template <class Subject>
void measure(report& found) {
  ask_about<Subject>(found)
      .time("read by fixed name", []<class Q>(Q) { return measurement(&Q::template read_fixed<>); })
      .time("write by fixed name", []<class Q>(Q) { return measurement(&Q::template write_fixed<>); })
      .time("update by fixed name", []<class Q>(Q) { return measurement(&Q::template update_fixed<>); });
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
  return bench::run("fixed_names", {argv + 1, argv + argc}, [](bench::report& found) {
    bench::measure<bench::few_events>(found);
    bench::measure<bench::events>(found);
    bench::measure<bench::packages>(found);
  });
}
