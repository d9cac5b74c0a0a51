// A million objects, larger than all caches: in order, as a table is read, and any of them, as an index leads to it.
#include "rivals/events.hpp"
#include "rivals/questions.hpp"

namespace bench {
namespace {

std::size_t how_many = 1'000'000;

struct million_events : events {
  static std::string title() { return "Event {int64, string, double}, 1,000,000 of them"; }
  static std::vector<source> sources() { return events::make_sources(how_many); }
};

// No map of Boost: for each of these objects it has room for 15 names, one and a half to two gigabytes in all.
constexpr auto rivals = std::tuple_cat(structs_and_slotted<million_events>, std_maps, absl_maps);

void measure(report& found) {
  how_many = found.wanted().objects(how_many);
  ask_about<million_events>(found, rivals)
      .bytes()
      .time("read by fixed name, in order", []<class Q>(Q) { return measurement(&Q::template read_fixed<false>); })
      .time("read by fixed name, any", []<class Q>(Q) { return measurement(&Q::template read_fixed<true>); })
      .time("update by fixed name, in order", []<class Q>(Q) { return measurement(&Q::template update_fixed<false>); })
      .time("update by fixed name, any", []<class Q>(Q) { return measurement(&Q::template update_fixed<true>); })
      .time("read by run-time name, in order", []<class Q>(Q) { return measurement(&Q::template read_named<false>); })
      .time("read by run-time name, any", []<class Q>(Q) { return measurement(&Q::template read_named<true>); })
      .time("visit all, in order", []<class Q>(Q) { return measurement(&Q::template visit<>); });
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) { return bench::run("million_objects", {argv + 1, argv + argc}, bench::measure); }
