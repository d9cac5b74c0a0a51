// How fast is it to go over all members of an object, with their names?
#include "rivals/events.hpp"
#include "rivals/numbers.hpp"
#include "rivals/packages.hpp"
#include "rivals/questions.hpp"

int main(int argc, char** argv) {
  return bench::run("visit_all", {argv + 1, argv + argc}, [](bench::report& found) {
    using namespace bench;
    const auto sum = []<class Q>(Q) { return measurement(&Q::template visit<>); };
    const auto serialise = []<class Q>(Q) { return measurement(&Q::template serialise<>); };
    ask_about<events>(found).time("visit all", sum);
    ask_about<numbers<8>>(found).time("visit all", sum).time("serialise", serialise);
    ask_about<numbers<16>>(found).time("visit all", sum).time("serialise", serialise);

    // Neither a struct nor fields can be without a value.
    using half = half_set<8>;
    const auto those_that_can_be_unset =
        std::tuple_cat(std::tuple(named<struct_rival<half::optionals>>{"struct of optional"},
                                  named<slotted_rival<half::with_slots>>{"slotted, slots"}),
                       std_maps, absl_maps, boost_maps);
    ask_about<half>(found, those_that_can_be_unset)
        .time("visit all", []<class Q>(Q) { return measurement(&Q::template visit<true>); })
        .time("serialise", []<class Q>(Q) { return measurement(&Q::template serialise<true>); });

    ask_about<packages>(found).time("visit all", sum);
  });
}
