// How fast is it to go over all members of an object, with their names?
#include "rivals/events.hpp"
#include "rivals/numbers.hpp"
#include "rivals/packages.hpp"
#include "rivals/questions.hpp"

int main(int argc, char** argv) {
  return bench::run("visit_all", {argv + 1, argv + argc}, [](bench::report& found) {
    using namespace bench;
    const auto sum = []<class Q>(Q) { return measurement(&Q::visit); };
    ask_about<events>(found).time("visit all", sum);
    ask_about<numbers<8>>(found).time("visit all", sum);
    ask_about<numbers<16>>(found).time("visit all", sum);
    ask_about<packages>(found).time("visit all", sum);
  });
}
