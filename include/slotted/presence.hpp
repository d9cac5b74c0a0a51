// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Several presence bits at once.
#ifndef SLOTTED_PRESENCE_HPP
#define SLOTTED_PRESENCE_HPP

#include <slotted/attribute_by_slot.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace slotted::inline SLOTTED_NAMESPACE {

namespace detail {

template <class Declaration, class Entry>
constexpr void add_to_mask(unsigned char* mask) {
  if constexpr (Entry::may_be_unset && std::is_same_v<typename Entry::declaration, Declaration>)
    mask[presence_byte_of(bit_of<Entry>)] =
        static_cast<unsigned char>(mask[presence_byte_of(bit_of<Entry>)] | mask_of<Entry>);
}

/// The bits of these slots among those that `Declaration` declares, and the bytes from the first to the last of them.
template <class Declaration, class... Entries>
struct presence_mask {
  static constexpr std::size_t bytes = presence_of<Declaration>.bytes();
  struct bits {
    unsigned char mask[bytes + 8]{};  // and zeros, to be read as whole numbers
    std::size_t begin = 0;
    std::size_t end = bytes;
  };
  static constexpr bits found = [] {
    bits made;
    (add_to_mask<Declaration, Entries>(made.mask), ...);
    while (made.begin != made.end && made.mask[made.begin] == 0) ++made.begin;
    while (made.begin != made.end && made.mask[made.end - 1] == 0) --made.end;
    return made;
  }();

  /// The least number type that holds so many bytes.
  template <std::size_t Count>
  using number_of = std::conditional_t<
      Count == 1, std::uint8_t,
      std::conditional_t<Count == 2, std::uint16_t, std::conditional_t<Count <= 4, std::uint32_t, std::uint64_t>>>;
  template <class Number>
  struct bytes_of_number {
    unsigned char byte[sizeof(Number)]{};
  };
  /// `Count` bytes as a number, in the order in which memory has them.
  template <std::size_t Count, class Byte>
  SLOTTED_INLINE static constexpr number_of<Count> read(const Byte* from) noexcept {
    using number = number_of<Count>;
    if (__builtin_is_constant_evaluated()) {
      bytes_of_number<number> part;
      for (std::size_t i = 0; i != Count; ++i) part.byte[i] = static_cast<unsigned char>(from[i]);
      return __builtin_bit_cast(number, part);
    } else {
      number there = 0;
      __builtin_memcpy(&there, from, Count);
      return there;
    }
  }
  template <std::size_t Begin, std::size_t Count>
  static constexpr number_of<Count> mask_at = read<Count>(found.mask + Begin);

  /// One mask test for each eight bytes.
  template <std::size_t Begin = found.begin>
  SLOTTED_INLINE static constexpr bool covered_by(const presence_byte* presence) noexcept {
    if constexpr (Begin >= found.end) {
      return true;
    } else {
      constexpr std::size_t count = found.end - Begin < 8 ? found.end - Begin : 8;
      constexpr auto wanted = mask_at<Begin, count>;
      const bool covered = (read<count>(presence + Begin) & wanted) == wanted;
      if constexpr (Begin + count == found.end)
        return covered;
      else
        return covered && covered_by<Begin + count>(presence);
    }
  }
};

/// The slots among `Entries` that are of the class that declares the first of them; those of others follow.
template <class C>
SLOTTED_INLINE constexpr bool has_all_of(const C&, pack<>*) noexcept {
  return true;
}
template <class C, class First, class... Rest>
SLOTTED_INLINE constexpr bool has_all_of(const C& object, pack<First, Rest...>*) noexcept {
  using declared = typename First::declaration;
  using others =
      join_t<std::conditional_t<std::is_same_v<typename Rest::declaration, declared>, pack<>, pack<Rest>>...>;
  if constexpr (presence_of<declared>.bits == 0) {
    return has_all_of(object, static_cast<others*>(nullptr));
  } else {
    const presence_cell_of<declared>& presence = object;
    return presence_mask<declared, First, Rest...>::covered_by(presence.slotted_bits) &&
           has_all_of(object, static_cast<others*>(nullptr));
  }
}

}  // namespace detail

/// Whether all of these slots are set: `has_all(o, "a"_slot, "b"_slot)`. One mask test for up to 64 presence bits of
/// the class; a base that declares some of the slots adds one. Fields are always set.
/// @snippet verbs.cpp has_all
template <class O, name... Texts>
  requires detail::slotted_object<O>
[[nodiscard]] SLOTTED_INLINE constexpr bool has_all(const O& object, slot_name<Texts>...) noexcept {
  if constexpr ((true && ... && detail::can_be_asked_for<O, slot_name<Texts>>()))
    return detail::has_all_of(object, static_cast<detail::pack<detail::entry_named<O, slot_name<Texts>>...>*>(nullptr));
  else
    return false;
}

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
