// How fast is a member whose name comes at run time, as from a file or a script? First of one object that stays in the
// cache, for few and for many members: nothing is measured but how the name finds the member. Then of many objects.
#include "rivals/events.hpp"
#include "rivals/names_read_past.hpp"
#include "rivals/numbers.hpp"
#include "rivals/packages.hpp"
#include "rivals/property_systems.hpp"
#include "rivals/questions.hpp"
#include "rivals/tables_of_names.hpp"

namespace bench {
namespace {

template <std::size_t N>
void measure_names(report& found) {
  using subject = numbers<N>;
  const auto rivals = std::tuple_cat(std::tuple(named<slotted_rival<typename subject::with_slots>>{"slotted, slots"},
                                                named<slotted_rival<typename subject::with_fields>>{"slotted, fields"},
                                                named<struct_rival<typename subject::plain>>{"struct"},
                                                named<struct_rival<typename subject::optionals>>{"struct of optional"}),
                                     tables_of_names<N>, tables_read_past<N>, std_maps, absl_maps, boost_maps,
                                     qt_properties<N>, gobject_properties<N>);
  ask_about<subject>(found, rivals)
      .time("get", []<class Q>(Q) { return measurement(&Q::get_named); })
      .time("get or a fallback, half unknown", []<class Q>(Q) { return measurement(&Q::get_half_unknown); })
      .time("find, half unknown", []<class Q>(Q) { return Q::find_half_unknown_if_any(); })
      .time("set", []<class Q>(Q) { return measurement(&Q::set_named); })
      .time("get by a name resolved before", []<class Q>(Q) { return Q::get_resolved_if_any(); });
}

template <class Subject>
void measure_objects(report& found) {
  ask_about<Subject>(found)
      .time("read by run-time name", []<class Q>(Q) { return measurement(&Q::template read_named<>); })
      .time("write by run-time name", []<class Q>(Q) { return measurement(&Q::write_named); });
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
  return bench::run("runtime_names", {argv + 1, argv + argc}, [](bench::report& found) {
    bench::measure_names<3>(found);
    bench::measure_names<8>(found);
    bench::measure_names<16>(found);
    bench::measure_names<32>(found);
    bench::measure_names<64>(found);
    bench::measure_objects<bench::events>(found);
    bench::measure_objects<bench::packages>(found);
  });
}
