// Random operations on objects with dynamic attributes, compared with a model: dict [--seed N] [--operations N].
// Without a seed, 20 of them. A failure says with which arguments it comes again.
#include <cstdint>
#include <string>

#include "model/dict_world.hpp"
#include "model/seeds.hpp"

namespace {

class random_choices : public model::choices {
 public:
  explicit random_choices(std::uint64_t seed) : numbers_(seed) {}
  std::uint32_t below(std::uint32_t limit) override { return numbers_.below(limit); }

 private:
  model::random_numbers numbers_;
};

template <class V>
void play(std::uint64_t seed, std::uint64_t operations, std::uint64_t& done) {
  random_choices random(seed);
  {
    model::world<V> world(random, model::numbered_profile(static_cast<std::uint32_t>(seed / 4)));
    for (; done != operations; ++done) world.step();
    world.check_everything();
  }
  model::world<V>::expect_nothing_left();
}

/// The type of the values goes with the seed.
void play_any(std::uint64_t seed, std::uint64_t operations, std::uint64_t& done) {
#if defined(SLOTTED_MODEL_ONE_TYPE)  // which compiles in a quarter of the time
  play<model::counted<true>>(seed, operations, done);
#else
  switch (seed % 4) {
    case 0:
      return play<slotted::value>(seed, operations, done);
    case 1:
      return play<model::counted<true>>(seed, operations, done);
    case 2:
      return play<model::counted<false>>(seed, operations, done);
    default:
      return play<std::string>(seed, operations, done);
  }
#endif
}

}  // namespace

int main(int count, char** arguments) { return model::play_seeds(count, arguments, play_any); }
