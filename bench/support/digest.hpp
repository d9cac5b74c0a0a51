// Whatever is read goes in here, so that it cannot be left out: cheap, the same in any order, and different as soon as
// one value is.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

namespace bench {

struct digest {
  std::uint64_t sum = 0;

  void operator()(std::int64_t number) { sum += static_cast<std::uint64_t>(number); }
  void operator()(double number) { sum += std::bit_cast<std::uint64_t>(number); }
  void operator()(const std::string& text) {
    sum += text.empty() ? 0 : text.size() + static_cast<unsigned char>(text.back());
  }
  void operator()(const std::vector<std::pair<std::string, std::string>>& all) {
    for (const auto& [name, text] : all) (*this)(text);
  }
};

// Of one value.
template <class T>
[[gnu::always_inline]] inline std::uint64_t seen_in(const T& v) {
  digest one;
  one(v);
  return one.sum;
}

// A sum is returned and added up in the loop, never captured: a captured one may lie in memory, where each addition
// waits five cycles for the one before, which is longer than much of what is measured. The compilers did so for some
// rivals.
template <class F, class... A>
[[gnu::always_inline]] inline void add_up(std::uint64_t& sum, F& f, A&... arguments) {
  if constexpr (std::is_void_v<std::invoke_result_t<F&, A&...>>)
    f(arguments...);
  else
    sum += f(arguments...);
}
// And a result is given away as a copy: what Google Benchmark is told of lies in memory all the time.
template <class T>
[[gnu::always_inline]] inline void use(T result) {
  benchmark::DoNotOptimize(result);
}

}  // namespace bench
