// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Some of the slots of a class: what diff says has changed, what a builder still lacks.
#ifndef SLOTTED_SLOT_SET_HPP
#define SLOTTED_SLOT_SET_HPP

#include <slotted/attribute_by_name.hpp>

#include <cstddef>
#include <cstdint>
#include <string>  // and with it the iterator tags, which <iterator> would bring at many times the cost
#include <string_view>

namespace slotted::inline SLOTTED_NAMESPACE {

namespace detail {

/// One bit for each of `N` slots.
template <std::size_t N>
struct slot_bits {
  std::uint64_t words[N / 64 + 1]{};

  [[nodiscard]] constexpr bool test(std::size_t index) const noexcept {
    return (words[index / 64] >> (index % 64) & 1u) != 0;
  }
  constexpr void set(std::size_t index) noexcept { words[index / 64] |= std::uint64_t{1} << (index % 64); }
  constexpr void reset(std::size_t index) noexcept { words[index / 64] &= ~(std::uint64_t{1} << (index % 64)); }
  /// The first that is set, from `index` on; `N` where none is.
  [[nodiscard]] constexpr std::size_t next(std::size_t index) const noexcept {
    while (index < N && !test(index)) ++index;
    return index;
  }
  friend constexpr bool operator==(const slot_bits&, const slot_bits&) noexcept = default;
};

}  // namespace detail

/// A set of slots of `C`: one bit for each, nothing on the heap. As a range it is the names of its slots, bases first,
/// in declared order.
/// @snippet values.cpp slot_set
template <class C>
class slot_set {
  static constexpr std::size_t total = detail::slot_total<C>;

 public:
  /// Goes over the names. Valid as long as the set.
  class iterator {
   public:
    using value_type = std::string_view;
    using reference = std::string_view;
    using pointer = void;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;  // names are made, not referred to
    using iterator_concept = std::forward_iterator_tag;

    constexpr iterator() noexcept = default;
    constexpr std::string_view operator*() const noexcept { return detail::name_of_slot<C>(index_); }
    constexpr iterator& operator++() noexcept {
      index_ = bits_->next(index_ + 1);
      return *this;
    }
    constexpr iterator operator++(int) noexcept {
      const iterator before = *this;
      ++*this;
      return before;
    }
    /// The slot as a key, for the verbs.
    [[nodiscard]] constexpr slot_key<C> key() const noexcept { return slot_key<C>::at(index_); }
    friend constexpr bool operator==(const iterator& a, const iterator& b) noexcept { return a.index_ == b.index_; }

   private:
    friend slot_set;
    constexpr iterator(const detail::slot_bits<total>& bits, std::size_t index) noexcept
        : bits_(&bits), index_(index) {}
    const detail::slot_bits<total>* bits_ = nullptr;
    std::size_t index_ = total;
  };

  /// The empty set.
  constexpr slot_set() noexcept = default;
  /// All slots of the class.
  [[nodiscard]] static constexpr slot_set all() noexcept { return ~slot_set(); }

  [[nodiscard]] constexpr iterator begin() const noexcept { return {bits_, bits_.next(0)}; }
  [[nodiscard]] constexpr iterator end() const noexcept { return {bits_, total}; }
  [[nodiscard]] constexpr bool empty() const noexcept { return bits_.next(0) == total; }
  [[nodiscard]] constexpr std::size_t size() const noexcept {
    std::size_t count = 0;
    for (std::size_t i = 0; i != total; ++i) count += bits_.test(i);
    return count;
  }

  /// Whether the slot is in the set. A compile-time name must be a slot's; a run-time name may be any text.
  template <name Text>
  [[nodiscard]] constexpr bool contains(slot_name<Text>) const noexcept {
    if constexpr (detail::can_be_asked_for<C, slot_name<Text>>())
      return bits_.test(detail::found_entry<C, slot_name<Text>>::index);
    else
      return false;
  }
  template <detail::run_time_name Name>
  [[nodiscard]] constexpr bool contains(const Name& name) const noexcept {
    const detail::found_record slot = detail::find_record<C>(name);
    return slot && bits_.test(slot->index);
  }

  constexpr void insert(const slot_key<C>& key) noexcept {
    if (key) bits_.set(key.index());
  }
  constexpr void erase(const slot_key<C>& key) noexcept {
    if (key) bits_.reset(key.index());
  }

  /// Calls `f(descriptor)` for each slot of the set: names become typed operations.
  template <class F>
  constexpr void for_each(F&& f) const {
    for_each_slot<C>([&](auto slot) {
      if (bits_.test(slot.index)) f(slot);
    });
  }

  /// The slots that are not in the set.
  [[nodiscard]] constexpr slot_set operator~() const noexcept {
    slot_set others;
    for (std::size_t i = 0; i != total; ++i)
      if (!bits_.test(i)) others.bits_.set(i);
    return others;
  }

  friend constexpr bool operator==(const slot_set&, const slot_set&) noexcept = default;

 private:
  detail::slot_bits<total> bits_;
};

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
