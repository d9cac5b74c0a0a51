// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The callbacks of weak references: registered, withdrawn, and run when the object dies.
#ifndef SLOTTED_WEAK_REGISTRATION_HPP
#define SLOTTED_WEAK_REGISTRATION_HPP

#include <slotted/taken.hpp>
#include <slotted/weak_block.hpp>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

/// Called with what a callback of a weak reference threw, which nobody is there to catch: Python's sys.unraisablehook.
/// It must not throw.
/// @snippet weak_references.cpp set_unraisable_handler
using unraisable_handler = void (*)(std::exception_ptr);

namespace detail {

inline void print_unraisable(std::exception_ptr thrown) {
#if SLOTTED_EXCEPTIONS
  try {
    std::rethrow_exception(std::move(thrown));
  } catch (const std::exception& error) {
    std::fputs("slotted: exception ignored in a callback of a weak reference: ", stderr);
    std::fputs(error.what(), stderr);
    std::fputc('\n', stderr);
  } catch (...) {
    std::fputs("slotted: exception ignored in a callback of a weak reference\n", stderr);
  }
#else
  static_cast<void>(thrown);
#endif
}
[[gnu::visibility("default")]] inline constinit unraisable_handler current_unraisable_handler = print_unraisable;

}  // namespace detail

/// Installs `handler`, or for null the first one, which prints to stderr; returns the one before. May be called at any
/// time.
/// @snippet weak_references.cpp set_unraisable_handler
inline unraisable_handler set_unraisable_handler(unraisable_handler handler) noexcept {
  return __atomic_exchange_n(&detail::current_unraisable_handler, handler ? handler : detail::print_unraisable,
                             __ATOMIC_ACQ_REL);
}

namespace detail {

enum class registration_phase : std::uint8_t { listed, running, over };
enum class registration_action : std::uint8_t { run, drop, free };

/// A callback. Owned by its handle, by the list while it is listed, and by who runs it.
struct weak_registration : weak_anchor {
  weak_block* block;
  weak_registration* newer;
  weak_registration* older;
  void (*act)(weak_registration&, registration_action);
  held_by_thread* const* runner;  // tells the thread
  std::size_t bytes;
  registration_phase phase;
  bool has_callback;
};

template <class F>
struct weak_callback : weak_registration {
  union {
    F callback;
  };

  template <class G>
  weak_callback(weak_block& its_block, G&& given)
      : weak_registration{{nullptr, weak_state::registration | (state_of(its_block) & weak_state::unsynchronized), 1},
                          &its_block,
                          nullptr,
                          nullptr,
                          act_on,
                          nullptr,
                          sizeof(weak_callback),
                          registration_phase::over,
                          true},
        callback(std::forward<G>(given)) {}
  weak_callback(const weak_callback&) = delete;
  weak_callback& operator=(const weak_callback&) = delete;
  ~weak_callback() {}  // NOLINT(modernize-use-equals-default): of a non-trivial union member

  static void act_on(weak_registration& registration, registration_action action) {
    auto& self = static_cast<weak_callback&>(registration);
    switch (action) {
      case registration_action::run:
        static_cast<void>(self.callback());
        break;
      case registration_action::drop:
        self.callback.~F();
        break;
      case registration_action::free:
        delete &self;
        break;
    }
  }
};

/// Held while the list of a block is read or changed: never while a user's code runs.
class weak_listing {
 public:
  explicit weak_listing(weak_block& block) noexcept : block_(is_shared(block) ? &block : nullptr) {
    if (block_ == nullptr) return;
    patience waiting;
    while ((raise_flag(block.state, weak_state::listing, true) & weak_state::listing) != 0) waiting.wait();
  }
  weak_listing(const weak_listing&) = delete;
  weak_listing& operator=(const weak_listing&) = delete;
  ~weak_listing() { static_cast<void>(end()); }
  /// Returns the state before.
  std::uint32_t end() noexcept {
    if (block_ == nullptr) return 0;
    return lower_flag(taken(block_)->state, weak_state::listing, true);
  }

 private:
  weak_block* block_;
};

inline void unlink(weak_registration& listed) noexcept {
  if (listed.newer != nullptr)
    listed.newer->older = listed.older;
  else
    __atomic_store_n(&listed.block->newest, listed.older, __ATOMIC_RELEASE);
  if (listed.older != nullptr) listed.older->newer = listed.newer;
}

SLOTTED_INLINE registration_phase phase_of(const weak_registration& registration) noexcept {
  return static_cast<registration_phase>(
      __atomic_load_n(reinterpret_cast<const std::uint8_t*>(&registration.phase), __ATOMIC_ACQUIRE));
}
SLOTTED_INLINE void set_phase(weak_registration& registration, registration_phase phase) noexcept {
  __atomic_store_n(reinterpret_cast<std::uint8_t*>(&registration.phase), static_cast<std::uint8_t>(phase),
                   __ATOMIC_RELEASE);
}

inline void drop_callback(weak_registration& registration) noexcept {
  if (!registration.has_callback) return;
  registration.has_callback = false;
  registration.act(registration, registration_action::drop);
}
/// One of its owners is gone.
inline void release_registration(weak_registration& registration) noexcept {
  if (!drop_reference(registration)) return;
  drop_callback(registration);
  release_block(*registration.block);
  registration.act(registration, registration_action::free);
}

/// Takes a registration from the list, so that it is never run. Returns whether it was there.
inline bool withdraw(weak_registration& registration) noexcept {
  {
    const weak_listing listing(*registration.block);
    if (phase_of(registration) != registration_phase::listed) return false;
    unlink(registration);
    set_phase(registration, registration_phase::over);
    __atomic_store_n(&registration.object, nullptr, __ATOMIC_RELAXED);
  }
  release_registration(registration);  // that of the list
  return true;
}

/// Lists a new registration, unless the object is dead. Who raises the flag of the dead afterwards finds it in the
/// list; who did so before is found here, when the listing ends.
inline void enlist(weak_registration& registration) noexcept {
  weak_block& block = *registration.block;
  weak_listing listing(block);
  if ((state_of(block) & weak_state::dead) != 0) return;
  registration.object = object_of(block);
  registration.older = block.newest;
  if (block.newest != nullptr) block.newest->newer = &registration;
  __atomic_store_n(&block.newest, &registration, __ATOMIC_RELEASE);
  registration.references = 2;
  set_phase(registration, registration_phase::listed);
  if ((listing.end() & weak_state::dead) != 0) withdraw(registration);
}

/// Its handle is gone: it is not run any more. Where another thread runs it right now, that is waited for, as
/// std::stop_callback does: what the callback uses may go next.
[[gnu::noinline]] inline void abandon(weak_registration& registration) noexcept {
  if (!withdraw(registration) && registration.runner != &newest_held) {
    patience waiting;
    while (phase_of(registration) == registration_phase::running) waiting.wait();
  }
  release_registration(registration);
}

/// The callback may throw: the handler hears of it.
inline void run_callback(weak_registration& registration) noexcept {
#if SLOTTED_EXCEPTIONS
  try {
    registration.act(registration, registration_action::run);
  } catch (...) {
    __atomic_load_n(&current_unraisable_handler, __ATOMIC_ACQUIRE)(std::current_exception());
  }
#else
  registration.act(registration, registration_action::run);
#endif
}

/// Says to all references where the object is.
inline void set_object(weak_block& block, void* object) noexcept {
  const weak_listing listing(block);
  __atomic_store_n(&block.object, object, __ATOMIC_RELAXED);
  for (weak_registration* at = block.newest; at != nullptr; at = at->older)
    __atomic_store_n(&at->object, object, __ATOMIC_RELAXED);
}

/// Runs them, the newest first, each once. Each is taken from the list before it runs, and no lock is held then: it may
/// register, withdraw, and destroy whatever it likes.
[[gnu::noinline]] inline void run_callbacks(weak_block& block) noexcept {
  set_object(block, nullptr);
  add_reference(block);  // a callback may end the object's life in memory
  for (;;) {
    weak_registration* newest;
    {
      const weak_listing listing(block);
      newest = block.newest;
      if (newest != nullptr) {
        unlink(*newest);
        newest->runner = &newest_held;
        set_phase(*newest, registration_phase::running);
      }
    }
    if (newest == nullptr) break;
    run_callback(*newest);
    drop_callback(*newest);
    set_phase(*newest, registration_phase::over);
    release_registration(*newest);
  }
  release_block(block);
}

/// New pins find the object dead, and there are no old ones any more. Returns false if it was dead already.
inline bool mark_dead(weak_block& block, std::string_view class_name, std::string_view what) noexcept {
  const std::uint32_t state = raise_flag(block.state, weak_state::dead, is_shared(block));
  if ((state & weak_state::dead) != 0) return false;
  if (weak_state::has_pins(state)) wait_for_pins(block, class_name, what);
  return true;
}
/// Of a block that was marked.
inline void end_references(weak_block& block) noexcept {
  __atomic_store_n(&block.object, nullptr, __ATOMIC_RELAXED);
  if (__atomic_load_n(&block.newest, __ATOMIC_ACQUIRE) != nullptr) run_callbacks(block);
}
/// Does nothing the second time.
SLOTTED_INLINE void expire_block(weak_block& block, std::string_view class_name, bool shared) noexcept {
  if (!shared) {
    if ((block.state & weak_state::dead) != 0) return;
    if (weak_state::has_pins(block.state)) wait_for_pins(block, class_name, "destroyed");
    block.state |= weak_state::dead;
    block.object = nullptr;
    if (block.newest != nullptr) run_callbacks(block);
    return;
  }
  // Nobody but the object knows the block, unless a guard has outlived its reference.
  if (__atomic_load_n(&block.references, __ATOMIC_ACQUIRE) == 1 && !weak_state::has_pins(state_of(block))) {
    block.state |= weak_state::dead;
    block.object = nullptr;
  } else if (mark_dead(block, class_name, "destroyed")) {
    end_references(block);
  }
}

}  // namespace detail

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
