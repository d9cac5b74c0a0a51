// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The weakref slot in an object: leads to the block of its weak references, ends them when the object dies, and hands
// them on when it is moved.
#ifndef SLOTTED_WEAK_CELL_HPP
#define SLOTTED_WEAK_CELL_HPP

#include <slotted/weak_registration.hpp>
#include <slotted/weakref_slot.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// One pointer: null before the first weak reference, `no_block` in an object that died without one. References belong
/// to the object, not to its value: copies get none, and moves are made by `weak_move`, when all else has been moved.
///
/// Mutable: a reference to a const object is none of its value.
class weak_place {
 public:
  weak_place() = default;
  constexpr weak_place(const weak_place&) noexcept {}
  constexpr weak_place(weak_place&&) noexcept {}
  constexpr weak_place& operator=(const weak_place&) noexcept { return *this; }  // NOLINT: nothing is assigned
  constexpr weak_place& operator=(weak_place&&) noexcept { return *this; }

  [[nodiscard]] weak_block* block() const noexcept { return __atomic_load_n(&block_, __ATOMIC_ACQUIRE); }

  /// In constant evaluation, where objects have no references. Initialisers of variables are tried as constants, too,
  /// and a write keeps them from being some when the object is not: then the work is done when the program runs.
  constexpr void check_unreferenced() const noexcept { block_ = nullptr; }

  /// References other than the object's own.
  [[nodiscard]] std::size_t count() const noexcept {
    const weak_block* const block = this->block();
    if (block == nullptr || block == &no_block) return 0;
    return __atomic_load_n(&block->references, __ATOMIC_RELAXED) - 1;
  }
  /// Bytes on the heap.
  [[nodiscard]] std::size_t footprint() const noexcept {
    weak_block* const block = this->block();
    if (block == nullptr || block == &no_block) return 0;
    std::size_t bytes = sizeof(weak_block);
    const weak_listing listing(*block);
    for (const weak_registration* at = block->newest; at != nullptr; at = at->older) bytes += at->bytes;
    return bytes;
  }

 protected:
  friend class weak_move;

  mutable weak_block* block_ = nullptr;
};

template <bool Synchronized>
class weak_cell : public weak_place {
 public:
  static constexpr bool is_synchronized = Synchronized;

  weak_cell() = default;
  weak_cell(const weak_cell&) = default;
  weak_cell(weak_cell&&) = default;
  weak_cell& operator=(const weak_cell&) = default;
  weak_cell& operator=(weak_cell&&) = default;
  constexpr ~weak_cell() {
    if (std::is_constant_evaluated()) return;
    if (block_ != nullptr && block_ != &no_block) [[unlikely]]
      end();
  }

  /// Whether other threads may be at work on references to the object.
  SLOTTED_INLINE static bool is_shared() noexcept { return Synchronized && !is_single_threaded(); }

  /// The end of the object as far as references go: those there are die, their callbacks run, and later ones are dead
  /// at once. Does nothing a second time.
  SLOTTED_INLINE constexpr void expire(std::string_view class_name) const noexcept {
    if (std::is_constant_evaluated()) return check_unreferenced();
    end_references_of_object(class_name);
  }
  /// For destructors: that of a constexpr object may not even look whether there are references.
  SLOTTED_INLINE constexpr void expire_in_destructor(std::string_view class_name) const noexcept {
    if (!std::is_constant_evaluated()) end_references_of_object(class_name);
  }

  /// The block with one more reference, as to a class of that level; `MayBeHigher` than that of the class that declares
  /// the slot. Throws std::bad_alloc for the first.
  template <bool MayBeHigher>
  SLOTTED_INLINE weak_block& refer(void* object, std::uint32_t level) const {
    weak_block* found = Synchronized ? block() : block_;
    if (found == nullptr) {
      weak_block* const made = make_block(object, level, Synchronized ? 0 : weak_state::unsynchronized);
      if (!is_shared()) {
        block_ = made;
        return *made;
      }
      if (__atomic_compare_exchange_n(&block_, &found, made, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)) return *made;
      weak_memory::free<sizeof(weak_block)>(made);  // another thread was faster
    }
    add_reference(*found, is_shared());
    if (MayBeHigher && weak_state::level_in(state_of(*found)) < level) raise_level(*found, level);
    return *found;
  }

 private:
  SLOTTED_INLINE void end_references_of_object(std::string_view class_name) const noexcept {
    if (block_ == nullptr) [[likely]]
      block_ = &no_block;
    else if (block_ != &no_block)
      expire_found(class_name);
  }

  // Out of line: else the code that destroys an object has no registers left for one without references.

  [[gnu::noinline]] void expire_found(std::string_view class_name) const noexcept {
    expire_block(*block_, class_name, is_shared());
  }
  /// The references are dead by now, but for what a dying object has been given, or a constructor that failed.
  [[gnu::noinline]] void end() const noexcept {
    if (((Synchronized ? state_of(*block_) : block_->state) & weak_state::dead) == 0)
      expire_block(*block_, "", is_shared());
    release_block(*block_, is_shared());
  }
};

/// An object on its way to another place. References wait while it is made, and go to the new object when that is
/// whole; the target of an assignment gives up its own. Should something throw in between, all stay where they are.
///
/// Each level of a class makes one, the most derived first; only that one does something. A move of a less derived
/// class than the object is referenced as is a slice: it leaves the references alone.
class weak_move : held_by_thread {
 public:
  /// `target`: of an assignment.
  SLOTTED_INLINE constexpr weak_move(const weak_place& from, const weak_place* target, std::uint32_t level,
                                     std::string_view class_name) noexcept {
    if (std::is_constant_evaluated()) {
      from.check_unreferenced();
      if (target != nullptr) target->check_unreferenced();
    } else if (from.block_ != nullptr || (target != nullptr && target->block_ != nullptr))
      begin(from, target, level, class_name);
  }
  weak_move(const weak_move&) = delete;
  weak_move& operator=(const weak_move&) = delete;
  SLOTTED_INLINE constexpr ~weak_move() {
    if (from_ != nullptr) cancel();
  }

  /// Whether there is anything to be done.
  [[nodiscard]] constexpr bool is_active() const noexcept { return from_ != nullptr; }
  /// The new object is whole; `object` as the class that declares the weakref slot. The last thing to do: the callbacks
  /// of the old references of the target run.
  void finish(const weak_place& to, void* object) noexcept {
    weak_block* const old = to.block_;  // the target's, or references to the new object while it was made
    await_pins(block, "moved");         // guards that this thread has made since
    to.block_ = block;
    if (from_->block_ == block) from_->block_ = block == nullptr || is_alive(block) ? nullptr : &no_block;
    if (is_alive(block)) set_object(*block, object);
    const bool old_dies = is_alive(old) && mark_dead(*old, class_name_, "assigned to");
    release();
    if (old_dies) end_references(*old);
    if (is_counted(old)) release_block(*old);
  }

  /// Whether one that this thread makes holds the block.
  static bool holds(const held_by_thread& held, const weak_block& asked) noexcept {
    const auto& move = static_cast<const weak_move&>(held);
    return move.block == &asked || move.target_block_ == &asked;
  }

 private:
  static bool is_counted(const weak_block* held) noexcept { return held != nullptr && held != &no_block; }
  static bool is_alive(const weak_block* held) noexcept {
    return held != nullptr && (state_of(*held) & weak_state::dead) == 0;
  }
  static bool may_leave(const weak_block* held, std::uint32_t level) noexcept {
    return !is_alive(held) || weak_state::level_in(state_of(*held)) <= level;
  }
  /// Whether this thread is moving one of the objects already: as a more derived class, or since a value that moves
  /// does something to the object that it is in. Either has its references after that move as if there were no other.
  bool is_part_of_another() const noexcept {
    for (const held_by_thread* at = newest_held; at != nullptr; at = at->next)
      if (at->is_move &&
          (static_cast<const weak_move*>(at)->from_ == from_ || (is_counted(block) && holds(*at, *block)) ||
           (is_counted(target_block_) && holds(*at, *target_block_))))
        return true;
    return false;
  }

  [[gnu::noinline]] void begin(const weak_place& from, const weak_place* target, std::uint32_t level,
                               std::string_view class_name) noexcept {
    from_ = &from;
    class_name_ = class_name;
    block = from.block_;
    target_block_ = target != nullptr ? target->block_ : nullptr;
    if (!may_leave(block, level) || !may_leave(target_block_, level) || is_part_of_another()) {
      from_ = nullptr;
      return;
    }
    is_move = true;
    hold(*this);
    stop_pins(block, "moved");
    stop_pins(target_block_, "assigned to");
  }
  void stop_pins(weak_block* stopped, std::string_view what) const noexcept {
    if (!is_alive(stopped)) return;
    raise_flag(stopped->state, weak_state::moving, is_shared(*stopped));
    await_pins(stopped, what);
  }
  void await_pins(weak_block* stopped, std::string_view what) const noexcept {
    if (is_alive(stopped) && weak_state::has_pins(state_of(*stopped))) wait_for_pins(*stopped, class_name_, what);
  }
  static void let_pins(weak_block* stopped) noexcept {
    if (is_counted(stopped)) lower_flag(stopped->state, weak_state::moving, is_shared(*stopped));
  }
  void release() noexcept {
    from_ = nullptr;
    let_go(*this);
    let_pins(block);
    let_pins(target_block_);
  }
  [[gnu::noinline]] void cancel() noexcept { release(); }

  const weak_place* from_ = nullptr;  // null: nothing to do
  weak_block* target_block_ = nullptr;
  std::string_view class_name_;
};

inline bool is_moved_by_this_thread(const weak_block& block) noexcept {
  for (const held_by_thread* at = newest_held; at != nullptr; at = at->next)
    if (at->is_move && weak_move::holds(*at, block)) return true;
  return false;
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
