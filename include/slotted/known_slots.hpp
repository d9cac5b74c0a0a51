// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The message for a name that no slot of a class has: the nearest one, and those that there are.
#ifndef SLOTTED_KNOWN_SLOTS_HPP
#define SLOTTED_KNOWN_SLOTS_HPP

#include <slotted/inheritance.hpp>
#include <slotted/suggest.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// A message lists no more slots than this.
inline constexpr std::size_t most_listed = 12;

template <class Entries, std::size_t... I>
error::known_slots<at<I, Entries>::name_type::literal...> list_slots(std::index_sequence<I...>);

template <class... Entries>
constexpr std::size_t nearest_entry(pack<Entries...>*, std::string_view wrong) {
  const std::string_view names[] = {Entries::name_type::text..., std::string_view{}};
  return nearest_name(wrong, names, sizeof...(Entries));
}

template <class C, class Name>
constexpr auto describe_unknown_slot() {
  using entries = entries_of<declaration_of<C>>;
  using known = decltype(list_slots<entries>(
      std::make_index_sequence<(entries::size < most_listed ? entries::size : most_listed)>{}));
  constexpr std::size_t nearest = nearest_entry(static_cast<entries*>(nullptr), Name::text);
  if constexpr (nearest == entries::size)
    return std::type_identity<error::no_such_slot<C, Name::literal, error::no_suggestion, known>>{};
  else
    return std::type_identity<
        error::no_such_slot<C, Name::literal, error::did_you_mean<at<nearest, entries>::name_type::literal>, known>>{};
}

/// The undefined type that says so.
template <class C, class Name>
using unknown_slot = typename decltype(describe_unknown_slot<seen_as<C>, Name>())::type;

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
