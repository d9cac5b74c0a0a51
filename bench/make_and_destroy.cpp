// How fast is an object made and destroyed? Events and numbers with all values given to the constructor, package
// records as a reader makes them: empty, then one member after the other by its name.
#include "rivals/events.hpp"
#include "rivals/numbers.hpp"
#include "rivals/packages.hpp"
#include "rivals/questions.hpp"

int main(int argc, char** argv) {
  return bench::run("make_and_destroy", {argv + 1, argv + argc}, [](bench::report& found) {
    using namespace bench;
    const auto life = []<class Q>(Q) { return measurement(&Q::make_and_destroy); };
    ask_about<events>(found).time("make and destroy", life);
    ask_about<numbers<8>>(found).time("make and destroy", life).time("make, set one by one", []<class Q>(Q) {
      return Q::make_and_set_if_any();
    });
    ask_about<numbers<16>>(found).time("make and destroy", life);
    ask_about<packages>(found).time("make by run-time names, destroy", life);
  });
}
