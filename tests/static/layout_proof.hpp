// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Predicates on layouts, asked by the proofs in this folder. contract.cpp shows that each of them can say no.
#ifndef SLOTTED_TESTS_LAYOUT_PROOF_HPP
#define SLOTTED_TESTS_LAYOUT_PROOF_HPP

#include <slotted/slotted.hpp>

#include <cstddef>

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
constexpr bool is_sound() {
  return is_aligned(slotted::members<C>) && is_inside(slotted::members<C>, sizeof(C)) &&
         is_free_of_overlap(slotted::members<C>) && has_one_bit_each(slotted::members<C>);
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
