// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// items<T>: the part of a list that makes objects of variable length, as what Python calls __itemsize__ != 0. Here is
// what an object has of it: the number of its items.
#ifndef SLOTTED_ITEM_COUNT_HPP
#define SLOTTED_ITEM_COUNT_HPP

#include <slotted/config.hpp>

#include <cstddef>
#include <cstdint>
#include <new>

namespace slotted::inline SLOTTED_NAMESPACE {

namespace detail {

/// The last template argument says why there is no copy; it stands in the compiler's notes.
template <class Mistake>
struct never_copied {
  never_copied() = default;
  never_copied(const never_copied&) = delete;
  never_copied& operator=(const never_copied&) = delete;
};

/// How many items follow an object, and how far behind the class that declares them they begin: a class that derives
/// from it may be larger, and through a reference to the base they are found all the same. The distance takes three
/// bits of the one word, so that it costs no further one.
template <class Count>
class item_count {
 public:
  static constexpr unsigned distance_bits = 3;
  /// The largest distance, in units that item_array.hpp knows.
  static constexpr std::size_t farthest = (1u << distance_bits) - 1;
  /// The most items of an object.
  static constexpr std::size_t most = static_cast<std::size_t>(static_cast<Count>(-1) >> distance_bits);

  constexpr item_count() noexcept = default;
  item_count(const item_count&) = delete;
  item_count& operator=(const item_count&) = delete;

  [[nodiscard]] constexpr std::size_t size() const noexcept { return static_cast<std::size_t>(bits_ >> distance_bits); }
  [[nodiscard]] constexpr std::size_t distance() const noexcept { return static_cast<std::size_t>(bits_ & farthest); }
  /// O(1). `size` is at most `most`, `distance` at most `farthest`.
  constexpr void set(std::size_t size, std::size_t distance) noexcept {
    bits_ = static_cast<Count>(size << distance_bits | distance);
  }

 private:
  Count bits_ = 0;
};

}  // namespace detail

/// Objects of variable length: behind the slots of an object, in the same allocation, lie as many items of type `T` as
/// it was made with. `make_with_items` (in <slotted/items.hpp>) makes such an object; made in any other way it has
/// none. `items_of(o)` are its items. They are no slot, and the object is neither copied nor moved.
///
/// `T` is any object type but an array that can be destroyed without throwing. `Count` is the unsigned integer that
/// counts them, three bits of which are taken: there are at most 2^29 - 1 items, 31 with `std::uint8_t`.
/// @snippet items.cpp items
template <class T, class Count = std::uint32_t>
struct items {
  using value_type = detail::item_count<Count>;
  using item_type = T;
  using count_type = Count;
  static constexpr bool may_be_unset = false;
};

namespace detail {

template <class Item>
inline constexpr bool is_items = false;
template <class T, class Count>
inline constexpr bool is_items<items<T, Count>> = true;

/// What the cell of the count is made from.
struct no_items {};

/// The count in an object. The object takes more memory than its class says, so the class gives it back as it is: the
/// size that a `delete` would name is that of an object without items. `Mistake` names the owner.
template <class Mistake, class Items>
struct slotted_item_cell : never_copied<Mistake> {
  typename Items::value_type slotted_value;

  constexpr explicit slotted_item_cell(no_items) noexcept {}

  SLOTTED_INLINE static void operator delete(void* memory) noexcept { ::operator delete(memory); }
  SLOTTED_INLINE static void operator delete(void* memory, std::align_val_t alignment) noexcept {
    ::operator delete(memory, alignment);
  }
};

}  // namespace detail

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
