// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Memory for the blocks of weak references: each thread keeps some of what it is given back for the next ones.
#ifndef SLOTTED_WEAK_MEMORY_HPP
#define SLOTTED_WEAK_MEMORY_HPP

#include <slotted/config.hpp>

#include <cstddef>
#include <new>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// What one thread keeps.
struct kept_memory {
  struct piece {
    piece* next;
  };
  piece* first = nullptr;
  unsigned count = 0;
  bool is_open = false;  // between the first allocation of the thread and its end
};
inline constinit thread_local kept_memory memory_of_thread{};

/// Gives back what a thread has kept when it ends.
struct memory_closer {
  memory_closer() noexcept { memory_of_thread.is_open = true; }
  memory_closer(const memory_closer&) = delete;
  memory_closer& operator=(const memory_closer&) = delete;
  ~memory_closer() {
    memory_of_thread.is_open = false;
    while (kept_memory::piece* const one = memory_of_thread.first) {
      memory_of_thread.first = one->next;
      ::operator delete(one);
    }
    memory_of_thread.count = 0;
  }
};

/// Pieces of one size. Under AddressSanitizer nothing is kept, so that it sees each use after free.
struct weak_memory {
  static constexpr unsigned most_kept = 64;
#if SLOTTED_KEEPS_MEMORY
  template <std::size_t Size>
  SLOTTED_INLINE static void* allocate() {
    if (kept_memory::piece* const one = memory_of_thread.first) {
      memory_of_thread.first = one->next;
      --memory_of_thread.count;
      return one;
    }
    if (!memory_of_thread.is_open) open();
    return ::operator new(Size);
  }
  template <std::size_t Size>
  SLOTTED_INLINE static void free(void* memory) noexcept {
    if (memory_of_thread.is_open && memory_of_thread.count != most_kept) {
      ++memory_of_thread.count;
      memory_of_thread.first = ::new (memory) kept_memory::piece{memory_of_thread.first};
    } else {
      ::operator delete(memory);
    }
  }

 private:
  SLOTTED_COLD static void open() {
    static thread_local memory_closer closes_at_the_end_of_the_thread;
    static_cast<void>(closes_at_the_end_of_the_thread);
  }
#else
  template <std::size_t Size>
  static void* allocate() {
    return ::operator new(Size);
  }
  template <std::size_t Size>
  static void free(void* memory) noexcept {
    ::operator delete(memory);
  }
#endif
};

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
