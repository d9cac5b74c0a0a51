// Objects with dynamic attributes beside a model, told by bytes what to do.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>

#include "fuzz/bytes.hpp"
#include "model/dict_world.hpp"

namespace {

class choices_of_bytes : public model::choices {
 public:
  choices_of_bytes(const std::uint8_t* data, std::size_t size) : from_(data, size) {}
  std::uint32_t below(std::uint32_t limit) override { return from_.below(limit); }
  [[nodiscard]] bool empty() const { return from_.empty(); }

 private:
  fuzz::bytes from_;
};

template <class V>
void play(choices_of_bytes& bytes, std::uint32_t likely) {
  {
    model::world<V> world(bytes, model::numbered_profile(likely));
    while (!bytes.empty()) world.step();
    world.check_everything();
  }
  model::world<V>::expect_nothing_left();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    choices_of_bytes bytes(data, size);
    const std::uint32_t first = bytes.below(4 * 6);
    switch (first % 4) {
      case 0:
        play<slotted::value>(bytes, first / 4);
        break;
      case 1:
        play<model::counted<true>>(bytes, first / 4);
        break;
      case 2:
        play<model::counted<false>>(bytes, first / 4);
        break;
      default:
        play<std::string>(bytes, first / 4);
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    std::abort();
  }
  return 0;
}
