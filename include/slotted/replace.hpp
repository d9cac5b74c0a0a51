// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// replace: a copy of an object with some of its slots changed. Python's dataclasses.replace.
#ifndef SLOTTED_REPLACE_HPP
#define SLOTTED_REPLACE_HPP

#include <slotted/attribute_by_slot.hpp>
#include <slotted/features.hpp>
#include <slotted/positional.hpp>

#include <string>  // and with it std::construct_at
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

namespace detail {

template <>
struct support<replacing> {
  static constexpr bool of_parts = false;
  template <class T>
  static constexpr bool of_slot = true;
  template <class Base>
  static constexpr bool of_base = true;
};
template <slotted_class Base>
inline constexpr bool support<replacing>::of_base<Base> = has_feature<Base, replacing>;

#if defined(__clang__)
/// Makes the cell of a slot that is set anew, in a constant expression: there nothing throws.
template <class Entry, class C, class Maker>
constexpr bool remake_cell(C& object, const Maker& make) {
  if constexpr (Entry::may_be_unset) {
    destroy_slot<Entry>(object);
    construct_slot<Entry>(object, make);
  } else {
    cell_of<Entry>& cell = object;
    std::destroy_at(__builtin_addressof(cell));
    std::construct_at(__builtin_addressof(cell), make);
  }
  return true;
}
#endif

/// Puts a new value into a slot, readonly or not. On a throw the slot is as before.
template <class Entry, class C, class Given>
constexpr bool overwrite(C& object, const Given& given) {
  using T = typename Entry::value_type;
  using held = std::remove_const_t<T>;
  const value_maker<Entry, Given> make{given};
  if constexpr (Entry::may_be_unset)
    if (!is_set<Entry>(object)) {
      construct_slot<Entry>(object, make);
      return true;
    }
  if constexpr (!std::is_move_assignable_v<std::remove_all_extents_t<held>>) {
    return report<error::slot_type_cannot_be_assigned<C, Entry::name_type::literal, T>>::kept;
  } else {
    // Readonly to all others, not to its object, which is a copy that no one has seen.
    auto& value = const_cast<held&>(unchecked_value<Entry>(object));
    if constexpr (std::is_array_v<T>) {
      assign_elements(value, make.argument_value());
    } else if constexpr (!std::is_const_v<T>) {
      value = make();
    } else {  // a const object cannot be assigned to, but replaced by another one
      static_assert(std::is_nothrow_move_constructible_v<held>);
#if defined(__clang__)
      // From 23 on clang evaluates no such replacement of a member alone, only of the cell around it.
      if constexpr (!adopted_entry<Entry>)
        if (std::is_constant_evaluated()) return remake_cell<Entry>(object, make);
#endif
      held made = make();
      value.~held();
      std::construct_at(__builtin_addressof(value), std::move(made));
    }
    return true;
  }
}

template <class C, class Named>
constexpr bool may_be_replaced() {
  using wanted = argument_name_t<Named>;
  if constexpr (!has_slot<C, wanted>)
    return report<unknown_slot<C, wanted>>::kept;
  else
    return value_fits_slot<declaration_of<C>>(static_cast<argument_of<Named>*>(nullptr));
}

template <class C, class... Named>
constexpr bool are_replaceable() {
  if constexpr (first_repeated<Named...>() != sizeof...(Named)) {
    using repeated = at<first_repeated<Named...>(), pack<argument_name_t<Named>...>>;
    return report<error::slot_given_twice<C, repeated::literal>>::kept;
  } else {
    return all_of({may_be_replaced<C, Named>()...});
  }
}

/// Made in one place, so that it is not moved out of it.
template <class O, class... Named>
constexpr std::remove_cvref_t<O> make_changed(O&& object, const Named&... named) {
  using seen = seen_as<std::remove_cvref_t<O>>;
  std::remove_cvref_t<O> changed(static_cast<O&&>(object));
  if constexpr (sizeof...(Named) != 0)
    if constexpr (are_replaceable<seen, Named...>()) {
      const given_by_name<Named...> given{as_argument(named)...};
      const bool done[] = {overwrite<entry_named<seen, argument_name_t<Named>>, seen>(changed, given)...};
      static_cast<void>(done);
    }
  return changed;
}

}  // namespace detail

/// A copy (of an rvalue: what it was moved to) with these slots, readonly ones too, set to these values by the value
/// rule: `replace(p, "x"_slot = 3.0)`. A plain class that derives from a slotted one stays that class.
/// @snippet values.cpp replace
template <class O, class... Named>
  requires detail::slotted_object<O> && (true && ... && detail::named<Named>)
[[nodiscard]] constexpr std::remove_cvref_t<O> replace(O&& object, Named&&... named) {
  using result = std::remove_cvref_t<O>;
  if constexpr (!detail::has_feature<result, replacing>)
    static_cast<void>(detail::report<detail::obstacle<result, replacing>>::kept);
  else if constexpr (!std::is_constructible_v<result, O>)
    static_cast<void>(detail::report<error::object_cannot_be_copied_to_replace_move_it<detail::seen_as<result>>>::kept);
  else
    return detail::make_changed(static_cast<O&&>(object), named...);
}

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
