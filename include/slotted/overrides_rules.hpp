// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The rules for `overrides<"x", defaults_to<...>>`: x is a slot of a base that takes its value from this class's
// arguments, and the default fits it.
#ifndef SLOTTED_OVERRIDES_RULES_HPP
#define SLOTTED_OVERRIDES_RULES_HPP

#include <slotted/arguments.hpp>
#include <slotted/diagnose.hpp>

#include <cstddef>
#include <type_traits>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

template <class Name, class... Entries>
constexpr bool is_named_among(pack<Entries...>*) {
  return !all_of({!std::is_same_v<Name, typename Entries::name_type>...});
}

/// Of the bases of the class: those by name that its constructor takes.
template <class Declaration, class Name>
constexpr bool is_made_from_arguments() {
  return is_named_among<Name>(static_cast<constructor_entries_of<Declaration>*>(nullptr));
}

template <class Declaration, class Part, class... Parts>
constexpr bool override_is_legal() {
  using self = typename Declaration::self;
  using name_type = typename override_in<Part>::name_type;
  if constexpr (std::is_void_v<name_type>) {
    return true;  // another part
  } else {
    constexpr auto literal = name_type::literal;
    constexpr std::size_t times =
        (std::size_t{0} + ... +
         static_cast<std::size_t>(std::is_same_v<typename override_in<Parts>::name_type, name_type>));
    using found = decltype(find_entry<name_type>(static_cast<const name_map_of<Declaration>*>(nullptr)));
    if constexpr (times > 1) {
      return report<error::default_overridden_twice<self, literal>>::kept;
    } else if constexpr (std::is_void_v<found>) {
      return report<error::no_base_has_the_slot_to_override<self, literal>>::kept;
    } else {
      using entry = typename found::type;
      using slot = overridden_slot<entry, typename override_in<Part>::type>;
      using T = typename entry::value_type;
      if constexpr (std::is_same_v<typename entry::declaration, Declaration>)
        return report<error::no_base_has_the_slot_to_override<self, literal>>::kept;
      else if constexpr (adopted_entry<entry>)
        return report<error::default_of_an_adopted_member_cannot_be_overridden<self, literal>>::kept;
      else if constexpr (!is_made_from_arguments<Declaration, name_type>())
        return report<error::slot_belongs_to_a_base_that_does_not_inherit_object_constructors<
            self, literal, typename entry::owner>>::kept;
      else if constexpr (std::is_array_v<T> || !default_fits<slot>())
        return report<
            error::default_does_not_fit_slot_type<self, literal, T, typename slot::traits::default_type::kind>>::kept;
      else
        return true;
    }
  }
}

template <class Declaration, class... Parts>
constexpr bool overrides_are_legal(pack<Parts...>*) {
  return all_of({true, override_is_legal<Declaration, Parts, Parts...>()...});
}

template <class Declaration>
constexpr bool declaration_is_legal() {
  if constexpr (!is_sound<Declaration>)
    return false;
  else if constexpr (!Declaration::overrides_defaults)
    return true;
  else
    return overrides_are_legal<Declaration>(static_cast<typename Declaration::parts*>(nullptr));
}
/// Whether a class keeps all rules that can be asked while it is still incomplete.
template <class Declaration>
inline constexpr bool is_legal = declaration_is_legal<Declaration>();

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
