// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// diff: the slots in which two objects differ.
#ifndef SLOTTED_DIFF_HPP
#define SLOTTED_DIFF_HPP

#include <slotted/compare.hpp>
#include <slotted/slot_set.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

namespace detail {

template <class C, std::size_t... I, class... Entries>
constexpr slot_set<C> find_differences(const C& a, const C& b, std::index_sequence<I...>, pack<Entries...>*) {
  slot_set<C> found;
  const bool done[] = {true,
                       (equal_slots<Entries>(a, b) || (static_cast<void>(found.insert(slot_key<C>::at(I))), true))...};
  static_cast<void>(done);
  return found;
}

}  // namespace detail

/// The slots, those of bases included, dynamic attributes not, that are set in one only, or to values that are not
/// equal: a range of names, `for (std::string_view name : diff(before, after))`, which can be asked
/// `contains("x"_slot)`. Where == exists.
/// @snippet values.cpp diff
template <class O>
  requires detail::slotted_class<O>
[[nodiscard]] constexpr auto diff(const O& a, const O& b) {
  using seen = detail::seen_as<O>;
  if constexpr (detail::has_feature<O, equality>) {
    using entries = detail::entries_of<detail::declaration_of<O>>;
    return detail::find_differences<seen>(a, b, std::make_index_sequence<entries::size>{},
                                          static_cast<entries*>(nullptr));
  } else {
    static_cast<void>(detail::report<detail::obstacle<O, equality>>::kept);
    return slot_set<seen>{};
  }
}

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
