// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Predicates on layouts, asked by the proofs in this folder. contract.cpp shows that each of them can say no.
#ifndef SLOTTED_TESTS_LAYOUT_PROOF_HPP
#define SLOTTED_TESTS_LAYOUT_PROOF_HPP

#include <slotted/lay_out.hpp>
#include <slotted/slotted.hpp>

#include <cstddef>
#include <type_traits>
#include <vector>

// With those vectors of libstdc++ 12 that look for mistakes lay_out is no constant.
#if defined(_GLIBCXX_DEBUG) && defined(_GLIBCXX_RELEASE) && _GLIBCXX_RELEASE < 13
#define SLOTTED_TEST_LAY_OUT_AT_RUN_TIME true
#else
#define SLOTTED_TEST_LAY_OUT_AT_RUN_TIME false
#endif

namespace layout_proof {

/// Every value lies at a multiple of its alignment.
template <class Members>
constexpr bool is_aligned(const Members& members) {
  for (const slotted::member& one : members)
    if (one.alignment == 0 || one.offset % one.alignment != 0) return false;
  return true;
}

/// Every value, and every presence byte, lies in the first `size` bytes of the object.
template <class Members>
constexpr bool is_inside(const Members& members, std::size_t size) {
  for (const slotted::member& one : members)
    if (one.offset > size || one.size > size - one.offset || (one.presence_mask != 0 && one.presence_offset >= size))
      return false;
  return true;
}

/// No byte belongs to two values or to a value and presence bits, and no bit to two slots.
template <class Members>
constexpr bool is_free_of_overlap(const Members& members) {
  for (std::size_t i = 0; i != members.size(); ++i) {
    const slotted::member& a = members[i];
    for (std::size_t k = 0; k != members.size(); ++k) {
      const slotted::member& b = members[k];
      if (k < i && a.offset < b.offset + b.size && b.offset < a.offset + a.size) return false;
      if (b.presence_mask == 0) continue;
      if (a.offset <= b.presence_offset && b.presence_offset < a.offset + a.size) return false;
      if (k < i && a.presence_offset == b.presence_offset && (a.presence_mask & b.presence_mask) != 0) return false;
    }
  }
  return true;
}

/// One bit for a slot that may be unset, none for a field.
template <class Members>
constexpr bool has_one_bit_each(const Members& members) {
  for (const slotted::member& one : members) {
    const bool field = (one.flags & slotted::member::is_field) != 0;
    const bool one_bit = one.presence_mask != 0 && (one.presence_mask & (one.presence_mask - 1)) == 0;
    if (field ? one.presence_mask != 0 : !one_bit) return false;
  }
  return true;
}

template <class C>
constexpr bool has_sound_members() {
  return is_aligned(slotted::members<C>) && is_inside(slotted::members<C>, sizeof(C)) &&
         is_free_of_overlap(slotted::members<C>) && has_one_bit_each(slotted::members<C>);
}

/// The items that a class declares, as a list of numbers.
template <class... Items>
constexpr std::vector<slotted::layout_item> items_in(slotted::detail::pack<Items...>*) {
  return {{sizeof(typename Items::value_type), alignof(typename Items::value_type), Items::may_be_unset}...};
}

/// Where each slot lies in its item: 0, but for the members of an adopted struct, which the compiler lays out.
template <class Entry>
constexpr std::size_t offset_in_item() {
  if constexpr (slotted::detail::adopted_entry<Entry>)
    return Entry::slot::adopted::offsets.of[Entry::slot::index];
  else
    return 0;
}
template <class... Entries>
constexpr std::vector<std::size_t> offsets_in_items(slotted::detail::pack<Entries...>*) {
  return {offset_in_item<Entries>()...};
}

/// What `lay_out` makes of the numbers of a class is the layout that the compiler gives it.
template <class C>
constexpr bool is_computed_alike(const slotted::item_layout& computed) {
  namespace detail = slotted::detail;
  using declared = detail::declaration_of<C>;
  if (computed.items.size() != declared::cells) return false;
  const auto& layout = slotted::layout_of<C>;
  constexpr bool brings_vptr = std::is_polymorphic_v<C> && !std::is_polymorphic_v<detail::storage<declared>>;
  const std::size_t shift = brings_vptr ? detail::align_up(sizeof(void*), computed.alignment) : 0;
  const std::size_t alignment =
      brings_vptr && alignof(void*) > computed.alignment ? alignof(void*) : computed.alignment;

  if constexpr (slotted::is_exact<C>) {
    const std::size_t size = brings_vptr ? detail::align_up(shift + computed.data_size, alignment) : computed.size;
    if (layout.size != size || layout.alignment != alignment) return false;
    if (!std::is_final_v<C> && layout.data_size != shift + computed.data_size) return false;
  }
  if constexpr (declared::declares_dict)
    if (layout.dict_offset != shift + computed.items[detail::dict_cell_index<declared>].offset) return false;
  if constexpr (declared::declares_weakref)
    if (layout.weakref_offset != shift + computed.items[detail::weak_cell_index<declared>].offset) return false;

  const auto offset_in_item = offsets_in_items(static_cast<detail::own_entries_of<declared>*>(nullptr));
  for (std::size_t i = 0; i != declared::count; ++i) {
    const slotted::member& own = slotted::members<C>[slotted::slot_count<C> - declared::count + i];
    const slotted::item_place& place = computed.items[detail::cells_of<declared>.cell[i]];
    if (own.presence_mask != place.presence_mask) return false;
    if (own.presence_mask != 0 && own.presence_offset != shift + place.presence_offset) return false;
    if (own.offset != shift + place.offset + offset_in_item[i]) return false;
  }
  return true;
}

template <class C>
constexpr bool is_computed() {
  using declared = slotted::detail::declaration_of<C>;
  const std::vector<slotted::layout_item> items = items_in(static_cast<typename declared::items*>(nullptr));
  const slotted::layout_base base{slotted::detail::data_end_of(static_cast<typename declared::bases*>(nullptr)),
                                  slotted::detail::alignment_of(slotted::detail::item_alignment<declared>(),
                                                                static_cast<typename declared::bases*>(nullptr))};
  if constexpr (declared::keeps_order)
    return is_computed_alike<C>(slotted::lay_out(slotted::declared_order{}, items, base));
  else
    return is_computed_alike<C>(slotted::lay_out(items, base));
}

template <class C>
constexpr bool is_sound() {
  return has_sound_members<C>() && (SLOTTED_TEST_LAY_OUT_AT_RUN_TIME || is_computed<C>());
}

/// The offsets of all slots, bases first, in declared order.
template <class C, std::size_t N>
constexpr bool has_offsets(const std::size_t (&expected)[N]) {
  if (slotted::slot_count<C> != N) return false;
  for (std::size_t i = 0; i != N; ++i)
    if (slotted::members<C>[i].offset != expected[i]) return false;
  return true;
}

/// The presence bits of the last `own` slots lie in the bytes from `first` on, and use no more bytes than they need.
template <class C>
constexpr bool has_presence_at(std::size_t own, std::size_t first) {
  std::size_t bits = 0, last = first;
  for (std::size_t i = slotted::slot_count<C> - own; i != slotted::slot_count<C>; ++i) {
    const slotted::member& one = slotted::members<C>[i];
    if (one.presence_mask == 0) continue;
    ++bits;
    if (one.presence_offset < first) return false;
    if (one.presence_offset > last) last = one.presence_offset;
  }
  return bits == 0 || last - first + 1 == (bits + 7) / 8;
}

}  // namespace layout_proof

#endif
