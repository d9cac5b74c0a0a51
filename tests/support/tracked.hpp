// A value that counts its live objects and throws at the n-th operation it is asked for.
#pragma once

#include <utility>

#include "support/catch.hpp"

namespace support {

/// What `tracked` throws.
struct failure {};

struct tracked {
  static inline long live = 0;
  static inline long operations = 0;         // since the last call of `fail_everywhere`'s attempt
  static inline long fail_at = 0;            // 0: never
  static inline bool keeps_failing = false;  // all operations after that one fail, too

  static constexpr int moved_from = -1;
  int value = 0;

  tracked() { begin(); }
  tracked(int given) : value(given) { begin(); }  // implicit: a slot takes numbers
  tracked(const tracked& other) : value(other.value) { begin(); }
  tracked(tracked&& other) noexcept(false) : value(other.value) {
    begin();
    other.value = moved_from;
  }
  tracked& operator=(const tracked& other) {
    step();
    value = other.value;
    return *this;
  }
  tracked& operator=(tracked&& other) noexcept(false) {
    step();
    value = std::exchange(other.value, moved_from);
    return *this;
  }
  ~tracked() { --live; }

  friend bool operator==(const tracked& a, const tracked& b) { return a.value == b.value; }

 private:
  static void step() {
    ++operations;
    if (fail_at != 0 && (operations == fail_at || (keeps_failing && operations > fail_at))) throw failure{};
  }
  static void begin() {
    step();
    ++live;
  }
};

/// Becomes a `tracked` by a conversion that may fail.
struct converts_to_tracked {
  int value;
  operator tracked() const { return tracked(value); }
};

/// What `fail_everywhere` hands to a scenario: runs `operation` with failures switched on; says whether it failed.
class attempt {
 public:
  attempt(long n, bool keeps_failing) : n_(n), keeps_failing_(keeps_failing) {}

  template <class Operation>
  bool operator()(Operation&& operation) {
    tracked::operations = 0;
    tracked::fail_at = n_;
    tracked::keeps_failing = keeps_failing_;
    try {
      operation();
    } catch (const failure&) {
      failed_ = true;
    }
    tracked::fail_at = 0;
    tracked::keeps_failing = false;
    return failed_;
  }
  bool failed() const { return failed_; }

 private:
  long n_;
  bool keeps_failing_;
  bool failed_ = false;
};

/// Plays `scenario(attempt&)` with the first operation failing, then the second, and so on until it runs through; then
/// all over with every operation from the n-th on. Nothing may leak. Returns how often it failed.
template <class Scenario>
long fail_everywhere(Scenario&& scenario) {
  long failures = 0;
  for (const bool keeps_failing : {false, true}) {
    for (long n = 1;; ++n) {
      const long before = tracked::live;
      attempt one(n, keeps_failing);
      scenario(one);
      CHECK(tracked::live == before);
      if (!one.failed()) break;
      ++failures;
    }
  }
  return failures;
}

}  // namespace support
