// Scenarios in which the n-th allocation fails, or something else happens there. The operators that count and refuse
// are in allocations.cpp.
#pragma once

#include <new>

#include "support/allocation_counts.hpp"
#include "support/catch.hpp"

namespace support {

/// What `fail_every_allocation` hands to a scenario: runs `operation` with failures switched on; says whether it threw
/// std::bad_alloc.
class short_of_memory {
 public:
  short_of_memory(long n, bool keeps_failing) : n_(n), keeps_failing_(keeps_failing) {}

  template <class Operation>
  bool operator()(Operation&& operation) {
    allocations::asked = 0;
    allocations::keeps_failing = keeps_failing_;
    allocations::fail_at = n_;
    bool failed = false;
    try {
      operation();
    } catch (const std::bad_alloc&) {
      failed = true;
    }
    allocations::fail_at = 0;
    reached_ = allocations::asked >= n_;
    return failed;
  }
  /// Whether there was an n-th allocation. What did without it has not failed.
  bool reached() const { return reached_; }

 private:
  long n_;
  bool keeps_failing_;
  bool reached_ = false;
};

/// Plays `scenario(short_of_memory&)` with the first allocation failing, then the second, and so on until there are no
/// more; then all over with every allocation from the n-th on. The scenario says whether all was as it must be, and
/// asserts nothing itself (that would allocate); nothing may leak. Returns how many allocations failed.
template <class Scenario>
long fail_every_allocation(Scenario&& scenario) {
  long failures = 0;
  for (const bool keeps_failing : {false, true}) {
    for (long n = 1;; ++n) {
      short_of_memory one(n, keeps_failing);
      const long before = allocations::live;
      const bool right = scenario(one);
      const long left = allocations::live - before;
      CAPTURE(n, keeps_failing);
      CHECK(right);
      CHECK(left == 0);
      if (!one.reached() || !right) break;
      ++failures;
    }
  }
  return failures;
}

/// Runs `operation`, and where it asks for memory the n-th time `other`, as if another thread were faster: what waits
/// for chance with threads is certain. Says whether there was an n-th time.
template <class Operation, class Other>
bool interrupt_at_allocation(long n, Operation&& operation, Other other) {
  allocations::asked = 0;
  allocations::interruption = [](void* data) { (*static_cast<Other*>(data))(); };
  allocations::interruption_data = &other;
  allocations::interrupt_at = n;
  operation();
  const bool reached = allocations::interrupt_at == 0;
  allocations::interrupt_at = 0;
  return reached;
}

/// Plays `scenario(n)`, which says what `interrupt_at_allocation(n, ...)` said, for the first allocation, then the
/// second, and so on until there are no more. Returns how many were interrupted.
template <class Scenario>
long interrupt_every_allocation(Scenario&& scenario) {
  for (long n = 1;; ++n) {
    CAPTURE(n);
    if (!scenario(n)) return n - 1;
  }
}

}  // namespace support
