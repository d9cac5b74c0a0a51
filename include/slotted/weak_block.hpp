// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// What all weak references to one object share: where the object is, whether it lives, and who keeps it from dying.
#ifndef SLOTTED_WEAK_BLOCK_HPP
#define SLOTTED_WEAK_BLOCK_HPP

#include <slotted/errors.hpp>
#include <slotted/threads.hpp>
#include <slotted/weak_memory.hpp>

#include <cstdint>
#include <cstdlib>
#include <new>
#include <string_view>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// What a weak reference points to: a block or, if it has a callback, a registration. The object stands at the same
/// place in both, so that no one need ask which it is.
struct weak_anchor {
  void* object;  // as the class that declares the weakref slot; null once it is dead
  std::uint32_t state;
  std::uint32_t references;
};

/// The bits of `state`. Those below the level never change but for the first three.
struct weak_state {
  static constexpr std::uint32_t dead = 1;          // or dying: no new pins
  static constexpr std::uint32_t moving = 2;        // new pins wait
  static constexpr std::uint32_t listing = 4;       // somebody changes the list of registrations
  static constexpr std::uint32_t registration = 8;  // the anchor is one
  static constexpr std::uint32_t unsynchronized = 16;
  /// How derived the classes are as which the object is referenced: a move of a less derived one is a slice.
  static constexpr std::uint32_t level = 32;
  static constexpr std::uint32_t most_levels = 255;
  static constexpr std::uint32_t pin = level * (most_levels + 1);
  static constexpr std::uint32_t too_many_pins = 0x40000000u;  // 131,072 pins

  static constexpr std::uint32_t level_in(std::uint32_t state) noexcept { return state / level & most_levels; }
  static constexpr bool has_pins(std::uint32_t state) noexcept { return state >= pin; }
};

struct weak_registration;

/// Made for the first weak reference to an object, and kept until the object and all references are gone. The object
/// counts as a reference.
struct weak_block : weak_anchor {
  /// So many references that they never end, should somebody count.
  static constexpr std::uint32_t uncounted = 0x80000000u;

  weak_registration* newest;
};

/// What references to nothing have in common, and to objects that died without ever having been referenced. Visible
/// also where symbols are hidden: there is one.
[[gnu::visibility("default")]] inline constinit weak_block no_block{{nullptr, weak_state::dead, weak_block::uncounted},
                                                                    nullptr};

// Counts and flags: one step where other threads may be at work.

SLOTTED_INLINE std::uint32_t state_of(const weak_anchor& anchor) noexcept {
  return __atomic_load_n(&anchor.state, __ATOMIC_ACQUIRE);
}
SLOTTED_INLINE bool is_shared(const weak_anchor& anchor) noexcept {
  return !is_single_threaded() && (state_of(anchor) & weak_state::unsynchronized) == 0;
}
/// Where there are no other threads. g++ 15 and 16 move a plain store behind the next branch, and lose it where that
/// goes on to the caller with an exception, from -O1 on where much was put in line: a count would stay as it was.
SLOTTED_INLINE void store_alone(std::uint32_t& count, std::uint32_t now) noexcept {
#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ >= 15
  __atomic_store_n(&count, now, __ATOMIC_RELAXED);
#else
  count = now;
#endif
}
// These return what was there before.
SLOTTED_INLINE std::uint32_t add_to(std::uint32_t& count, std::uint32_t more, bool shared) noexcept {
  if (shared) return __atomic_fetch_add(&count, more, __ATOMIC_ACQ_REL);
  const std::uint32_t before = count;
  store_alone(count, before + more);
  return before;
}
SLOTTED_INLINE std::uint32_t take_from(std::uint32_t& count, std::uint32_t less, bool shared) noexcept {
  if (shared) return __atomic_fetch_sub(&count, less, __ATOMIC_ACQ_REL);
  const std::uint32_t before = count;
  store_alone(count, before - less);
  return before;
}
SLOTTED_INLINE std::uint32_t raise_flag(std::uint32_t& state, std::uint32_t flag, bool shared) noexcept {
  if (shared) return __atomic_fetch_or(&state, flag, __ATOMIC_ACQ_REL);
  const std::uint32_t before = state;
  store_alone(state, before | flag);
  return before;
}
SLOTTED_INLINE std::uint32_t lower_flag(std::uint32_t& state, std::uint32_t flag, bool shared) noexcept {
  if (shared) return __atomic_fetch_and(&state, ~flag, __ATOMIC_ACQ_REL);
  const std::uint32_t before = state;
  store_alone(state, before & ~flag);
  return before;
}

SLOTTED_INLINE void* object_of(const weak_anchor& anchor) noexcept {
  return __atomic_load_n(&anchor.object, __ATOMIC_RELAXED);
}

// The life of a block.

/// For an object that is alive, with two references: the object's and the caller's. Throws std::bad_alloc.
SLOTTED_INLINE weak_block* make_block(void* object, std::uint32_t level, std::uint32_t flags) {
  return ::new (weak_memory::allocate<sizeof(weak_block)>())
      weak_block{{object, level * weak_state::level | flags, 2}, nullptr};
}

// `shared`: whether other threads may be at work. Who knows the class need not ask the block, and between two atomic
// operations a question to memory is dear.

SLOTTED_INLINE void add_reference(weak_anchor& anchor, bool shared) noexcept {
  if (&anchor != &no_block) add_to(anchor.references, 1, shared);
}
inline void add_reference(weak_anchor& anchor) noexcept { add_reference(anchor, is_shared(anchor)); }
/// Whether it was the last. Who holds the only one need not tell others that it is gone.
SLOTTED_INLINE bool drop_reference(weak_anchor& anchor, bool shared) noexcept {
  if (!shared) return take_from(anchor.references, 1, false) == 1;
  return __atomic_load_n(&anchor.references, __ATOMIC_ACQUIRE) == 1 || take_from(anchor.references, 1, true) == 1;
}
inline bool drop_reference(weak_anchor& anchor) noexcept { return drop_reference(anchor, is_shared(anchor)); }
SLOTTED_INLINE void release_block(weak_block& block, bool shared) noexcept {
  if (&block != &no_block && drop_reference(block, shared)) weak_memory::free<sizeof(weak_block)>(&block);
}
inline void release_block(weak_block& block) noexcept { release_block(block, is_shared(block)); }
/// References as a further derived class.
inline void raise_level(weak_block& block, std::uint32_t level) noexcept {
  std::uint32_t state = state_of(block);
  while (weak_state::level_in(state) < level) {
    const std::uint32_t raised = state + (level - weak_state::level_in(state)) * weak_state::level;
    if (__atomic_compare_exchange_n(&block.state, &state, raised, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)) return;
  }
}

// What a thread holds, so that it never waits for itself.

/// A guard of an object or a move of one, in the thread that holds or makes it.
struct held_by_thread {
  weak_block* block = nullptr;
  held_by_thread* next = nullptr;
  bool is_move = false;
};
[[gnu::visibility("default")]] inline constinit thread_local held_by_thread* newest_held = nullptr;

[[noreturn]] SLOTTED_COLD inline void fail(std::initializer_list<std::string_view> parts) noexcept {
  for (const std::string_view part : parts) std::fwrite(part.data(), 1, part.size(), stderr);
  std::fputc('\n', stderr);
  std::abort();
}

SLOTTED_INLINE void hold(held_by_thread& held) noexcept {
  held.next = newest_held;
  __atomic_store_n(&newest_held, &held, __ATOMIC_RELAXED);  // g++ 12 warns of a plain one: it does not see the end
}
/// Usually the newest. Not where guards were made in a std::optional or on the heap.
SLOTTED_COLD inline void let_go_of_older(held_by_thread& held) noexcept {
  for (held_by_thread* at = newest_held; at != nullptr; at = at->next)
    if (at->next == &held) {
      at->next = held.next;
      return;
    }
  fail({"slotted: a guard of a weak reference is destroyed by another thread than the one that made it"});
}
SLOTTED_INLINE void let_go(held_by_thread& held) noexcept {
  if (newest_held == &held)
    newest_held = held.next;
  else
    let_go_of_older(held);
}
inline bool is_guarded_by_this_thread(const weak_block& block) noexcept {
  for (const held_by_thread* at = newest_held; at != nullptr; at = at->next)
    if (!at->is_move && at->block == &block) return true;
  return false;
}

// Pins: an object that has one neither dies nor moves.

/// Whether this thread is moving the object.
bool is_moved_by_this_thread(const weak_block& block) noexcept;

SLOTTED_INLINE void unpin(weak_block& block, bool shared) noexcept { take_from(block.state, weak_state::pin, shared); }

/// Where the object is dead, is being moved, or has more than 100,000 pins. One has been added to `state`.
[[gnu::noinline]] inline bool pin_or_wait(weak_block& block, std::uint32_t state) noexcept {
  patience waiting;
  for (;;) {
    if ((state & weak_state::too_many_pins) != 0)
      fail({"slotted: there are more than 100000 guards of one object at a time"});
    if ((state & weak_state::dead) != 0) {
      unpin(block, true);
      return false;
    }
    if ((state & weak_state::moving) == 0 || is_moved_by_this_thread(block)) return true;
    unpin(block, true);
    while ((state_of(block) & (weak_state::moving | weak_state::dead)) == weak_state::moving) waiting.wait();
    state = add_to(block.state, weak_state::pin, true);
  }
}
/// Keeps the object alive and where it is; false if it is dead. First the pin is there, then the question is asked: who
/// asks first may find that the object died in between.
template <bool Synchronized>
SLOTTED_INLINE bool pin(weak_block& block) noexcept {
  constexpr std::uint32_t obstacles = weak_state::dead | weak_state::moving | weak_state::too_many_pins;
  if (Synchronized && !is_single_threaded()) {
    const std::uint32_t state = add_to(block.state, weak_state::pin, true);
    return (state & obstacles) == 0 || pin_or_wait(block, state);
  }
  if ((block.state & weak_state::dead) != 0) return false;
  if ((block.state & weak_state::too_many_pins) != 0)
    fail({"slotted: there are more than 100000 guards of one object at a time"});
  block.state += weak_state::pin;
  return true;
}

/// Waits until nobody has a pin. `what` is being done to an object of a class, for the message if this thread has one.
[[gnu::noinline]] inline void wait_for_pins(weak_block& block, std::string_view class_name,
                                            std::string_view what) noexcept {
  if (!is_shared(block) || is_guarded_by_this_thread(block))
    fail({"slotted: an object of class '", class_name, "' is ", what,
          " while the same thread holds a guard of it, which weak_ref::lock has returned"});
  patience waiting;
  while (weak_state::has_pins(state_of(block))) waiting.wait();
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
