// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// lay_out: where the slots of a class would lie that is known at run time only, from sizes and alignments; found by the
// same function that lays out the classes of the compiler. Not in the umbrella.
#ifndef SLOTTED_LAY_OUT_HPP
#define SLOTTED_LAY_OUT_HPP

#include <slotted/errors.hpp>
#include <slotted/layout.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <vector>

// constexpr, where vectors are: those of libstdc++ 12 that look for mistakes of their users are not.
#if defined(_GLIBCXX_DEBUG) && defined(_GLIBCXX_RELEASE) && _GLIBCXX_RELEASE < 13
#define SLOTTED_VECTOR_CONSTEXPR inline
#else
#define SLOTTED_VECTOR_CONSTEXPR constexpr
#endif

namespace slotted::inline SLOTTED_NAMESPACE {

/// One piece of an object, in bytes: a slot, an adopted struct as a whole, or the pointer of a dict slot or of a
/// weakref slot, which is never unset.
/// @snippet layouts.cpp lay_out
struct layout_item {
  std::size_t size;           ///< `sizeof`
  std::size_t alignment;      ///< `alignof`
  bool may_be_unset = false;  ///< a `slot<>`, with a presence bit
};

/// What lies before the items: `layout_of<Base>.data_size` and `.alignment`; of several bases the end of the last one's
/// data and the largest alignment. Nothing where there are no bases.
/// @snippet layouts.cpp lay_out
struct layout_base {
  std::size_t data_size = 0;  ///< where the items may begin
  std::size_t alignment = 1;  ///< at least that of the whole object
};

/// Where an item lies, in bytes from the start of the object. As in `member`, the mask of one that is never unset is 0.
/// @snippet layouts.cpp lay_out
struct item_place {
  std::size_t offset = 0;           ///< of the item
  std::size_t presence_offset = 0;  ///< of the byte that the mask is for
  std::uint8_t presence_mask = 0;   ///< the item's bit in that byte
};

/// Where everything lies. The numbers are those that `layout_of` and `members` have for a class of such slots without
/// virtual functions; with a vptr of its own all lies behind it, further by `sizeof(void*)` rounded up to `alignment`.
/// What numbers do not tell is that a slot and a base may be of one empty type: C++ puts them in different places.
/// @snippet layouts.cpp lay_out
struct item_layout {
  std::size_t size;                       ///< `sizeof`
  std::size_t data_size;                  ///< where a derived class may begin
  std::size_t alignment;                  ///< `alignof`
  std::vector<item_place> items;          ///< in declared order
  std::vector<std::size_t> memory_order;  ///< which item lies first, second, ...
};

namespace detail {

constexpr bool is_alignment(std::size_t number) { return number != 0 && (number & (number - 1)) == 0; }

[[noreturn]] SLOTTED_COLD inline void raise_no_alignment(std::size_t number) {
  raise<type_error>(joined({"an alignment is a power of two, not ", std::to_string(number)}), {}, {});
}
[[noreturn]] SLOTTED_COLD inline void raise_too_large() {
  raise<type_error>("an object of these items is larger than the memory", {}, {});
}

/// Adds to a number of bytes, of which there can be too many.
constexpr void add_bytes(std::size_t& sum, std::size_t more) {
  constexpr std::size_t most = static_cast<std::size_t>(-1) / 2;
  if (more > most || sum > most - more) raise_too_large();
  sum += more;
}

/// Compilers keep the promises that are asked of a list here.
constexpr void check_items(std::span<const layout_item> items, const layout_base& base) {
  if (!is_alignment(base.alignment)) raise_no_alignment(base.alignment);
  std::size_t most = items.size();
  add_bytes(most, base.data_size);
  add_bytes(most, base.alignment);
  for (const layout_item& item : items) {
    if (!is_alignment(item.alignment)) raise_no_alignment(item.alignment);
    add_bytes(most, item.size);
    add_bytes(most, item.alignment);
  }
}

SLOTTED_VECTOR_CONSTEXPR item_layout lay_out_items(std::span<const layout_item> items, const layout_base& base,
                                                   bool keep_order) {
  check_items(items, base);
  std::vector<extent> members;
  members.reserve(items.size());
  std::size_t bits = 0;
  for (const layout_item& item : items) {
    members.push_back({item.size, item.alignment});
    if (item.may_be_unset) ++bits;
  }

  std::vector<std::size_t> order(items.size() + 1, 0);
  std::vector<std::size_t> offset(items.size() + 1, 0);
  std::vector<std::size_t> next(items.size() + 1, 0);
  const arranger made = arrange_into({order.data(), offset.data(), base.data_size, base.alignment}, next.data(),
                                     members.data(), items.size(), presence_bytes_for(bits), keep_order);

  item_layout found{made.end != 0 ? made.size() : made.alignment, made.end, made.alignment, {}, {}};
  found.items.reserve(items.size());
  std::size_t bit = 0;
  for (std::size_t i = 0; i != items.size(); ++i) {
    item_place place{offset[i], 0, 0};
    if (items[i].may_be_unset) {
      place.presence_offset = offset[items.size()] + presence_byte_of(bit);
      place.presence_mask = presence_mask_of(bit++);
    }
    found.items.push_back(place);
  }
  found.memory_order.reserve(items.size());
  for (std::size_t k = 0; k != made.placed; ++k)
    if (order[k] != items.size()) found.memory_order.push_back(order[k]);
  return found;
}

}  // namespace detail

/// Lays out a class that declares these items, in this order, behind its bases. O(number of items). Throws type_error
/// where an alignment is no power of two or an object would have more than half of all bytes; std::bad_alloc.
/// @snippet layouts.cpp lay_out
[[nodiscard]] SLOTTED_VECTOR_CONSTEXPR item_layout lay_out(std::span<const layout_item> items,
                                                           const layout_base& base = {}) {
  return detail::lay_out_items(items, base, false);
}
/// The same for items in braces.
[[nodiscard]] SLOTTED_VECTOR_CONSTEXPR item_layout lay_out(std::initializer_list<layout_item> items,
                                                           const layout_base& base = {}) {
  return detail::lay_out_items({items.begin(), items.size()}, base, false);
}
/// The same with the policy `declared_order`.
[[nodiscard]] SLOTTED_VECTOR_CONSTEXPR item_layout lay_out(declared_order, std::span<const layout_item> items,
                                                           const layout_base& base = {}) {
  return detail::lay_out_items(items, base, true);
}
/// The same for items in braces.
[[nodiscard]] SLOTTED_VECTOR_CONSTEXPR item_layout lay_out(declared_order, std::initializer_list<layout_item> items,
                                                           const layout_base& base = {}) {
  return detail::lay_out_items({items.begin(), items.size()}, base, true);
}

}  // namespace slotted::inline SLOTTED_NAMESPACE

#undef SLOTTED_VECTOR_CONSTEXPR

#endif
