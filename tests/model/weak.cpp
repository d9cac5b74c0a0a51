// Random operations on objects, their weak references and callbacks, compared with a model: weak [--seed N]
// [--operations N].
#include <cstdint>
#include <thread>

#include "model/seeds.hpp"
#include "model/weak_world.hpp"

namespace {

template <class Item>
void play(std::uint64_t seed, std::uint64_t operations, std::uint64_t& done) {
  model::random_numbers random(seed);
  {
    model::world<Item> all(random);
    for (; done != operations; ++done) all.step();
    all.check_everything();
    all.end();
    model::expect(operations < 1000 || all.runs() > static_cast<long>(operations / 50), "hardly any callback has run");
  }
  model::world<Item>::expect_nothing_left();
}

}  // namespace

int main(int count, char** arguments) {
  slotted::set_unraisable_handler(model::hear);
  return model::play_seeds(count, arguments, [](std::uint64_t seed, std::uint64_t operations, std::uint64_t& done) {
    // A program that has ever had a second thread goes other ways from then on.
    if (seed > 10) std::thread([] {}).join();
    if (seed % 2 == 0)
      play<slotted::weakref_slot>(seed, operations, done);
    else
      play<slotted::unsynchronized_weakref_slot>(seed, operations, done);
  });
}
