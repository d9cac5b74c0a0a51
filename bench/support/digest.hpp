// Whatever is read goes in here, so that it cannot be left out: cheap, the same in any order, and different as soon as
// one value is.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

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

}  // namespace bench
