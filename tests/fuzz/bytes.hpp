// What a fuzzer's bytes decide.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>

namespace fuzz {

/// The library does otherwise than it must.
inline void expect(bool holds, const char* what) {
  if (!holds) throw std::runtime_error(what);
}

class bytes {
 public:
  bytes(const std::uint8_t* data, std::size_t size) : at_(data), end_(data + size) {}
  /// Less than `limit`, which is not 0; 0 when the bytes are over.
  std::uint32_t below(std::uint32_t limit) {
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

}  // namespace fuzz
