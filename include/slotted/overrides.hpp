// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Which default a slot has in a class: its own, or the one that the class or the most derived of its bases overrides it
// with.
#ifndef SLOTTED_OVERRIDES_HPP
#define SLOTTED_OVERRIDES_HPP

#include <slotted/declaration.hpp>
#include <slotted/default_value.hpp>

#include <type_traits>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// A slot of a base, with the default that a derived class gives it.
template <class Entry, class Default>
struct overridden_slot {
  using value_type = typename Entry::value_type;
  using name_type = typename Entry::name_type;
  using traits = slot_traits<Default>;
  static constexpr bool may_be_unset = Entry::may_be_unset;
};

template <class Name, class Declaration>
constexpr auto find_override();

/// The default among the parts of a declaration; void where none of them speaks of the slot.
template <class Name>
constexpr auto find_own_override(pack<>*) {
  return std::type_identity<void>{};
}
template <class Name, class Part, class... Parts>
constexpr auto find_own_override(pack<Part, Parts...>*) {
  if constexpr (std::is_same_v<typename override_in<Part>::name_type, Name>)
    return std::type_identity<typename override_in<Part>::type>{};
  else
    return find_own_override<Name>(static_cast<pack<Parts...>*>(nullptr));
}

template <class Name>
constexpr auto find_override_in_bases(pack<>*) {
  return std::type_identity<void>{};
}
template <class Name, class Base, class... Bases>
constexpr auto find_override_in_bases(pack<Base, Bases...>*) {
  if constexpr (slotted_class<Base>) {
    using found = decltype(find_override<Name, declaration_of<Base>>());
    if constexpr (!std::is_void_v<typename found::type>)
      return found{};
    else
      return find_override_in_bases<Name>(static_cast<pack<Bases...>*>(nullptr));
  } else {
    return find_override_in_bases<Name>(static_cast<pack<Bases...>*>(nullptr));
  }
}

template <class Name, class Declaration>
constexpr auto find_override() {
  if constexpr (!Declaration::has_overrides) {
    return std::type_identity<void>{};
  } else {
    using own = decltype(find_own_override<Name>(static_cast<typename Declaration::parts*>(nullptr)));
    if constexpr (!std::is_void_v<typename own::type>)
      return own{};
    else
      return find_override_in_bases<Name>(static_cast<typename Declaration::bases*>(nullptr));
  }
}

template <class Declaration, class Entry>
constexpr auto find_slot_in() {
  using found = typename decltype(find_override<typename Entry::name_type, Declaration>())::type;
  if constexpr (std::is_void_v<found>)
    return std::type_identity<typename Entry::slot>{};
  else
    return std::type_identity<overridden_slot<Entry, found>>{};
}
/// A slot with the default that it has in the objects of a class.
template <class Declaration, class Entry>
using slot_in = typename decltype(find_slot_in<Declaration, Entry>())::type;

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
