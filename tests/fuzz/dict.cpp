// Objects with dynamic attributes beside a model, told by bytes what to do: for libFuzzer, and with SLOTTED_FUZZ_MAIN a
// program that plays files and folders of files.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>

#include "model/dict_world.hpp"

#if defined(SLOTTED_FUZZ_MAIN)
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>
#endif

namespace {

class choices_of_bytes : public model::choices {
 public:
  choices_of_bytes(const std::uint8_t* data, std::size_t size) : at_(data), end_(data + size) {}
  std::uint32_t below(std::uint32_t limit) override {
    std::uint32_t number = next();
    if (limit > 256) number |= next() << 8u;
    return number % limit;
  }
  [[nodiscard]] bool empty() const { return at_ == end_; }

 private:
  std::uint32_t next() { return at_ == end_ ? 0 : *at_++; }

  const std::uint8_t* at_;
  const std::uint8_t* end_;
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

#if defined(SLOTTED_FUZZ_MAIN)

namespace {

void play_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  const std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
  std::printf("%s\n", path.c_str());  // there before a crash
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace

int main(int count, char** arguments) {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  std::size_t files = 0;
  try {
    for (int i = 1; i != count; ++i) {
      if (!std::filesystem::is_directory(arguments[i])) {
        play_file(arguments[i]);
        ++files;
        continue;
      }
      for (const auto& entry : std::filesystem::directory_iterator(arguments[i])) {
        play_file(entry.path());
        ++files;
      }
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  std::printf("%zu files\n", files);
  return files == 0 ? 1 : 0;  // an empty folder proves nothing
}

#endif
