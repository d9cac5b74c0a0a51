// An order of visits that no branch predictor can learn. A processor of today remembers a repeated "random" sequence of
// some 30,000 branches, and then every look-up that branches looks up to three times as fast as it is. So the sequence
// never repeats: splitmix64 of a Weyl counter, which goes on through the whole run of the program.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace bench {

class endless_order {
 public:
  std::uint64_t next() {
    std::uint64_t z = counter_ += 0x9e37'79b9'7f4a'7c15;
    z = (z ^ (z >> 30)) * 0xbf58'476d'1ce4'e5b9;
    z = (z ^ (z >> 27)) * 0x94d0'49bb'1331'11eb;
    return z ^ (z >> 31);
  }

 private:
  std::uint64_t counter_ = 0;
};

inline endless_order order;

// As if names came from outside: many strings at many addresses, each one of a few names, visited in an endless order.
// They are of type std::string because that is what the maps want: no rival has to make one first.
template <class T>
class pool {
 public:
  static constexpr std::size_t size = 2048;  // a power of two

  template <class Range>
  explicit pool(const Range& originals) {
    items_.reserve(size);
    for (std::size_t i = 0; i < size; ++i) items_.push_back(T(originals[order.next() % std::size(originals)]));
  }

  const T& next() const { return items_[order.next() % size]; }

 private:
  std::vector<T> items_;
};

}  // namespace bench
