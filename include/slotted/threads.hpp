// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Whether there are other threads, and waiting for one of them.
#ifndef SLOTTED_THREADS_HPP
#define SLOTTED_THREADS_HPP

#include <slotted/config.hpp>

#include <ctime>

#if defined(__unix__) || defined(__APPLE__)
#include <sched.h>
#endif
#if __has_include(<sys/single_threaded.h>)
#include <sys/single_threaded.h>
#endif

namespace slotted::inline SLOTTED_NAMESPACE::detail {

#if __has_include(<sys/single_threaded.h>)
/// Whether nobody else can be in the way.
SLOTTED_INLINE bool is_single_threaded() noexcept { return __libc_single_threaded; }
#else
SLOTTED_INLINE bool is_single_threaded() noexcept { return false; }
#endif

/// What a thread does while it asks again and again: lets others run, and sleeps, ever longer up to a millisecond, when
/// that does not help. <thread> and std::atomic's wait would cost each user more compile time than all of this library.
class patience {
 public:
  SLOTTED_COLD void wait() noexcept {
#if defined(__unix__) || defined(__APPLE__)
    constexpr unsigned patient = 64;
    constexpr long longest = 1000000;  // nanoseconds
    if (rounds_ < patient) {
      ++rounds_;
      sched_yield();
      return;
    }
    nanoseconds_ = nanoseconds_ * 2 < longest ? nanoseconds_ * 2 : longest;
    const timespec pause{0, nanoseconds_};
    nanosleep(&pause, nullptr);
#endif
  }

 private:
  unsigned rounds_ = 0;
  long nanoseconds_ = 1000;
};

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
