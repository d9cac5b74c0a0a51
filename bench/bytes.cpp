// How many bytes does an object take? All heap that it has is counted, with what the allocator adds to each block.
#include "rivals/events.hpp"
#include "rivals/numbers.hpp"
#include "rivals/packages.hpp"
#include "rivals/questions.hpp"
#include "rivals/readings.hpp"

namespace bench {
namespace {

// Of objects that have no heap.
template <class... Objects>
void sizes(report& found, const char* subject) {
  const question asked{subject, "bytes, with all heap"};
  if (found.asks(asked))
    found.add(asked, "B", names_of(structs_and_slotted<events>), {static_cast<double>(sizeof(Objects))...});
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
  return bench::run("bytes", {argv + 1, argv + argc}, [](bench::report& found) {
    using namespace bench;
    ask_about<events>(found).bytes();
    sizes<reading, optional_reading, FieldReading, SlotReading>(found, "Reading {int64, enum of a byte, double}");
    sizes<mixed, optional_mixed, FieldMixed, SlotMixed>(found, "Mixed {int, double, char, int64, bool}");
    ask_about<numbers<8>>(found).bytes();
    ask_about<numbers<16>>(found).bytes();
    ask_about<packages>(found).bytes();
  });
}
