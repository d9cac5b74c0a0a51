// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Structured bindings, `auto& [x, y] = point;`, of classes whose slots are all fields, since a slot that may be unset
// has no value to bind.
#ifndef SLOTTED_BINDINGS_HPP
#define SLOTTED_BINDINGS_HPP

#include <slotted/features.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

namespace detail {

template <>
struct support<bindings> {
  static constexpr bool of_parts = false;
  template <class T>
  static constexpr bool of_slot = true;
  template <class Base>
  static constexpr bool of_base = false;
};
template <slotted_class Base>
inline constexpr bool support<bindings>::of_base<Base> = has_feature<Base, bindings>;

template <class... Entries>
constexpr bool are_all_fields(pack<Entries...>*) {
  return sizeof...(Entries) != 0 && all_of({!Entries::may_be_unset...});
}

template <class O>
constexpr bool find_bindable() {
  if constexpr (is_object_base<O> || !has_feature<O, bindings>)
    return false;
  else
    return are_all_fields(static_cast<entries_of<declaration_of<O>>*>(nullptr));
}
template <class O>
concept bindable = slotted_class<O> && find_bindable<std::remove_cv_t<O>>();

template <std::size_t I, class O>
using bound_entry = at<I, entries_of<declaration_of<O>>>;

}  // namespace detail

/// The value of the I-th slot, bases first, in declared order; an rvalue of an rvalue.
/// @snippet values.cpp bindings
template <std::size_t I, class O>
  requires detail::bindable<std::remove_reference_t<O>>
[[nodiscard]] SLOTTED_INLINE constexpr decltype(auto) get(O&& object) noexcept {
  using entry = detail::bound_entry<I, std::remove_reference_t<O>>;
  return detail::forward_slot<O>(detail::unchecked_value<entry>(object));
}

}  // namespace slotted::inline SLOTTED_NAMESPACE

template <slotted::detail::bindable O>
  requires(!std::is_const_v<O>)
struct std::tuple_size<O>
    : std::integral_constant<std::size_t, slotted::detail::entries_of<slotted::detail::declaration_of<O>>::size> {};

/// The declared type, const for a readonly slot.
template <std::size_t I, slotted::detail::bindable O>
  requires(!std::is_const_v<O>)
struct std::tuple_element<I, O> {
  using type = std::remove_reference_t<slotted::detail::slot_reference<slotted::detail::bound_entry<I, O>, O>>;
};

#endif
