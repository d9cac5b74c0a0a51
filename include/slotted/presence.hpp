// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Several presence bits at once.
#ifndef SLOTTED_PRESENCE_HPP
#define SLOTTED_PRESENCE_HPP

#include <slotted/attribute_by_slot.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace slotted::inline v0 {

namespace detail {

template <class Declaration, class Entry>
constexpr void add_to_mask(unsigned char* mask) {
  if constexpr (Entry::may_be_unset && std::is_same_v<typename Entry::declaration, Declaration>)
    mask[bit_of<Entry> / 8] = static_cast<unsigned char>(mask[bit_of<Entry> / 8] | mask_of<Entry>);
}

/// The bits of these slots among those that `Declaration` declares.
template <class Declaration, class... Entries>
struct presence_mask {
  static constexpr std::size_t bytes = presence_of<Declaration>.bytes();
  unsigned char mask[bytes + 1]{};
  std::size_t begin = 0;  // bytes from `begin` to `end` are tested
  std::size_t end = bytes;

  consteval presence_mask() {
    (add_to_mask<Declaration, Entries>(mask), ...);
    while (begin != end && mask[begin] == 0) ++begin;
    while (begin != end && mask[end - 1] == 0) --end;
  }
};

/// Bytes as a number; compilers make it one load.
template <std::size_t Begin, std::size_t End>
SLOTTED_INLINE constexpr std::uint64_t bytes_as_number(const unsigned char* bytes) noexcept {
  std::uint64_t number = 0;
  for (std::size_t i = Begin; i != End; ++i) number |= std::uint64_t{bytes[i]} << (8 * (i - Begin));
  return number;
}

template <std::size_t Begin, std::size_t End>
SLOTTED_INLINE constexpr bool has_bits(const unsigned char* bytes, const unsigned char* mask) noexcept {
  if constexpr (Begin == End) {
    return true;
  } else if constexpr (End - Begin <= 8) {
    const std::uint64_t wanted = bytes_as_number<Begin, End>(mask);
    return (bytes_as_number<Begin, End>(bytes) & wanted) == wanted;
  } else {
    return has_bits<Begin, Begin + 8>(bytes, mask) && has_bits<Begin + 8, End>(bytes, mask);
  }
}

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
  if constexpr (presence_of<declared>.bits != 0) {
    constexpr presence_mask<declared, First, Rest...> wanted;
    const presence_cell_of<declared>& presence = object;
    if (!has_bits<wanted.begin, wanted.end>(presence.slotted_bits, wanted.mask)) return false;
  }
  return has_all_of(object, static_cast<others*>(nullptr));
}

}  // namespace detail

/// Whether all of these slots are set: `has_all(o, "a"_slot, "b"_slot)`. One mask test for up to 64 presence bits of
/// the class; a base that declares some of the slots adds one. Fields are always set.
template <class O, name... Texts>
  requires detail::slotted_object<O>
[[nodiscard]] SLOTTED_INLINE constexpr bool has_all(const O& object, slot_name<Texts>...) noexcept {
  if constexpr ((true && ... && detail::can_be_asked_for<O, slot_name<Texts>>()))
    return detail::has_all_of(object, static_cast<detail::pack<detail::entry_named<O, slot_name<Texts>>...>*>(nullptr));
  else
    return false;
}

}  // namespace slotted::inline v0

#endif
