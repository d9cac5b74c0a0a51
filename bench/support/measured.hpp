// What one rival took, in each of the repetitions, and the rivals' names.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace bench {

class measured {
 public:
  measured(double once) : samples_{once} {}  // NOLINT(google-explicit-constructor): a count is a measurement, too
  explicit measured(std::vector<double> samples) : samples_(std::move(samples)) { std::ranges::sort(samples_); }

  const std::vector<double>& samples() const { return samples_; }  // sorted
  double least() const { return samples_.front(); }
  double most() const { return samples_.back(); }
  double median() const {
    const std::size_t middle = samples_.size() / 2;
    return samples_.size() % 2 == 1 ? samples_[middle] : (samples_[middle - 1] + samples_[middle]) / 2;
  }

 private:
  std::vector<double> samples_;
};

// In the order of the rivals; nothing where a rival has no such thing.
using answers = std::vector<std::optional<measured>>;

template <class Rival>
struct named {
  using type = Rival;
  const char* name;
};

// What f returns for each rival.
template <class... Rivals, class F>
auto of_each(const std::tuple<named<Rivals>...>& rivals, F f) {
  return std::apply([&](const auto&... each) { return std::vector{f(each)...}; }, rivals);
}

template <class... Rivals>
std::vector<std::string> names_of(const std::tuple<named<Rivals>...>& rivals) {
  return of_each(rivals, [](const auto& each) { return std::string(each.name); });
}

}  // namespace bench
