// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The memory of an object's dynamic attributes: a block with their values, made, moved and freed as a whole.
#ifndef SLOTTED_DICT_VALUES_HPP
#define SLOTTED_DICT_VALUES_HPP

#include <slotted/class_record.hpp>
#include <slotted/taken.hpp>
#include <slotted/value.hpp>

#include <cstddef>
#include <cstdint>
#include <new>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// Whether values stand in the block itself: then they are moved when it grows, which must not fail half-way.
template <class V>
inline constexpr bool stands_in_block = std::is_nothrow_move_constructible_v<V> && std::is_nothrow_move_assignable_v<V>;

/// A value on the heap, for a type that cannot be moved without fear.
template <class V>
class boxed_value {
 public:
  template <class... A>
  explicit boxed_value(std::in_place_t, A&&... arguments) : held_(::new V(std::forward<A>(arguments)...)) {}
  boxed_value(const boxed_value& other) : held_(::new V(*other.held_)) {}
  boxed_value(boxed_value&& other) noexcept : held_(taken(other.held_)) {}
  boxed_value& operator=(boxed_value&&) = delete;
  ~boxed_value() { ::delete held_; }
  [[nodiscard]] V& get() noexcept { return *held_; }
  void swap(boxed_value& other) noexcept { swap_pointers(held_, other.held_); }

 private:
  V* held_;
};
/// A value that stands in the block.
template <class V>
class inline_value {
 public:
  template <class... A>
  explicit inline_value(std::in_place_t, A&&... arguments) : held_(std::forward<A>(arguments)...) {}
  [[nodiscard]] V& get() noexcept { return held_; }
  void swap(inline_value& other) noexcept {
    using std::swap;
    swap(held_, other.held_);
  }

 private:
  V held_;
};
template <class V>
using stored_value = std::conditional_t<stands_in_block<V>, inline_value<V>, boxed_value<V>>;

/// Whether a move followed by the destruction of what was moved from is a copy of the bytes.
template <class V>
inline constexpr bool moves_by_bytes =
    std::is_same_v<V, value> || !stands_in_block<V> ||
    (std::is_trivially_move_constructible_v<V> && std::is_trivially_destructible_v<V>);

/// What is done with the values of one block. All functions that are given two blocks move from the first.
template <class V>
struct dict_values {
  using stored = stored_value<V>;
  static constexpr std::size_t alignment = alignof(stored) > alignof(dict_block) ? alignof(stored)
                                                                                 : alignof(dict_block);
  static constexpr std::size_t before = sizeof(dict_block) > alignof(stored) ? sizeof(dict_block) : alignof(stored);
  static_assert(before % alignof(stored) == 0);

  [[nodiscard]] SLOTTED_INLINE static stored* places(dict_block* block) noexcept {
    return reinterpret_cast<stored*>(reinterpret_cast<unsigned char*>(block) + before);
  }
  [[nodiscard]] SLOTTED_INLINE static stored& stored_at(dict_block* block, std::uint32_t place) noexcept {
    return *std::launder(places(block) + place);
  }
  [[nodiscard]] SLOTTED_INLINE static V& at(dict_block* block, std::uint32_t place) noexcept {
    return stored_at(block, place).get();
  }

  static constexpr std::size_t bytes_for(std::uint32_t capacity) noexcept { return before + capacity * sizeof(stored); }
  /// Throws std::bad_alloc.
  static dict_block* allocate(std::uint32_t capacity) {
    void* memory = nullptr;
    if constexpr (alignment > __STDCPP_DEFAULT_NEW_ALIGNMENT__)
      memory = ::operator new(bytes_for(capacity), std::align_val_t(alignment));
    else
      memory = ::operator new(bytes_for(capacity));
    return ::new (memory) dict_block{nullptr};
  }
  /// The same, or `otherwise` where there is no memory.
  static dict_block* try_allocate(std::uint32_t capacity, dict_block* otherwise) noexcept {
    void* memory = nullptr;
    if constexpr (alignment > __STDCPP_DEFAULT_NEW_ALIGNMENT__)
      memory = ::operator new(bytes_for(capacity), std::align_val_t(alignment), std::nothrow);
    else
      memory = ::operator new(bytes_for(capacity), std::nothrow);
    return memory ? ::new (memory) dict_block{nullptr} : otherwise;
  }
  static void free(dict_block* block) noexcept {
    if constexpr (alignment > __STDCPP_DEFAULT_NEW_ALIGNMENT__)
      ::operator delete(block, std::align_val_t(alignment));
    else
      ::operator delete(block);
  }

  /// Moves the values of a block, whose shape may have holes, into a new one without them.
  static void move_all(dict_block* from, const shape& names, dict_block* to) noexcept {
    if constexpr (moves_by_bytes<V>) {
      if (names.alive == names.used) {
        if (names.used != 0)
          __builtin_memcpy(static_cast<void*>(places(to)), places(from), names.used * sizeof(stored));
        return;
      }
    }
    std::uint32_t next = 0;
    for (std::uint32_t i = names.next_name(0); i != names.used; i = names.next_name(i + 1))
      move_one(from, i, to, next++);
  }
  /// Moves one value; `to` has none in its place.
  static void move_one(dict_block* from, std::uint32_t from_place, dict_block* to, std::uint32_t to_place) noexcept {
    stored* const source = std::launder(places(from) + from_place);
    if constexpr (moves_by_bytes<V>) {
      __builtin_memcpy(static_cast<void*>(places(to) + to_place), source, sizeof(stored));
    } else {
      ::new (static_cast<void*>(places(to) + to_place)) stored(std::move(*source));
      source->~stored();
    }
  }
  /// Makes the values of `names` in `to` copies of those of `from`. On a throw `to` has none.
  static void copy_all(dict_block* from, const shape& names, dict_block* to) {
    struct unfinished {
      dict_block* block;
      std::uint32_t made = 0;
      ~unfinished() {
        while (block && made != 0) std::launder(places(block) + --made)->~stored();
      }
    } copies{to};
    for (std::uint32_t i = names.next_name(0); i != names.used; i = names.next_name(i + 1)) {
      ::new (static_cast<void*>(places(to) + copies.made)) stored(*std::launder(places(from) + i));
      ++copies.made;
    }
    copies.block = nullptr;
  }
  static void destroy_all(dict_block* block, const shape& names) noexcept {
    if constexpr (!std::is_trivially_destructible_v<stored>)
      for (std::uint32_t i = names.next_name(0); i != names.used; i = names.next_name(i + 1))
        std::launder(places(block) + i)->~stored();
  }
};

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
