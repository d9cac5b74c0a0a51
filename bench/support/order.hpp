// An order of visits that no branch predictor can learn. A processor of today remembers a repeated "random" sequence of
// some 30,000 branches, and then every look-up that branches looks up to three times as fast as it is. So the sequence
// never repeats: the upper bits of a linear congruential generator of 64 bits, which goes on through the whole run of
// the program. It takes three instructions; what it takes is in the time of every rival.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace bench {

class endless_order {
 public:
  explicit endless_order(std::uint64_t start) : counter_(start) {}

  std::uint64_t next() {
    counter_ = counter_ * 6'364'136'223'846'793'005 + 1'442'695'040'888'963'407;
    return counter_ >> 33;
  }

 private:
  std::uint64_t counter_;
};

// Where each pool begins.
inline endless_order order(1);

// As if names came from outside: many strings at many addresses, each one of a few names, visited in an endless order.
// They are of type std::string because that is what the maps want: no rival has to make one first.
template <class T>
class pool {
 public:
  // A power of two; 16 KiB, so that the cache nearest to the processor holds them.
  static constexpr std::size_t size = 512;

  template <class Range>
  explicit pool(const Range& originals) {
    items_.reserve(size);
    for (std::size_t i = 0; i < size; ++i) items_.push_back(T(originals[order.next() % std::size(originals)]));
  }

  // By a number of an endless order, which the caller keeps where it can stay in a register.
  const T& operator[](std::uint64_t number) const { return items_[number % size]; }

 private:
  std::vector<T> items_;
};

}  // namespace bench
