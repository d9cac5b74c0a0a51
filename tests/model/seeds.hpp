// What the programs with random operations have in common: PROGRAM [--seed N] [--operations N]. Without a seed, 20 of
// them. A failure says with which arguments it comes again.
#pragma once

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <exception>
#include <stdexcept>
#include <system_error>

namespace model {

/// xorshift64*: the same numbers on every machine.
class random_numbers {
 public:
  explicit random_numbers(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15u | 1u) {}
  /// Less than `limit`, which is not 0.
  std::uint32_t below(std::uint32_t limit) {
    state_ ^= state_ >> 12u;
    state_ ^= state_ << 25u;
    state_ ^= state_ >> 27u;
    return static_cast<std::uint32_t>((state_ * 0x2545f4914f6cdd1du) >> 32u) % limit;
  }

 private:
  std::uint64_t state_;
};

inline bool read_number(const char* text, std::uint64_t& number) {
  const char* const end = text + std::strlen(text);
  const auto [at, error] = std::from_chars(text, end, number);
  return error == std::errc{} && at == end;
}

/// `play(seed, operations, done)` counts in `done`, and throws where the model and the library differ.
template <class Play>
bool play_seed(const Play& play, std::uint64_t seed, std::uint64_t operations) {
  std::uint64_t done = 0;
  try {
    play(seed, operations, done);
    return true;
  } catch (const std::exception& error) {
    std::printf("seed %llu, operation %llu: %s\n", static_cast<unsigned long long>(seed),
                static_cast<unsigned long long>(done), error.what());
    std::printf("again: --seed %llu --operations %llu\n", static_cast<unsigned long long>(seed),
                static_cast<unsigned long long>(done + 1));
    return false;
  }
}

/// What `main` returns.
template <class Play>
int play_seeds(int count, char** arguments, const Play& play) {
  constexpr std::uint64_t all_seeds = 0;
  std::uint64_t seed = all_seeds;
  std::uint64_t operations = 50'000;
  for (int i = 1; i < count; i += 2) {
    std::uint64_t* const target = std::strcmp(arguments[i], "--seed") == 0         ? &seed
                                  : std::strcmp(arguments[i], "--operations") == 0 ? &operations
                                                                                   : nullptr;
    if (!target || i + 1 == count || !read_number(arguments[i + 1], *target)) {
      std::fprintf(stderr, "usage: %s [--seed N] [--operations N]\n", arguments[0]);
      return 2;
    }
  }
  std::setvbuf(stdout, nullptr, _IOLBF, 0);  // what was printed is there after a crash
  if (seed != all_seeds) return play_seed(play, seed, operations) ? 0 : 1;
  for (seed = 1; seed <= 20; ++seed) {
    std::printf("seed %llu, %llu operations\n", static_cast<unsigned long long>(seed),
                static_cast<unsigned long long>(operations));
    if (!play_seed(play, seed, operations)) return 1;
  }
  return 0;
}

}  // namespace model
