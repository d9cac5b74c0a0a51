// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// What `defaults_to` gives a new object: whether it fits the slot, and the value.
#ifndef SLOTTED_DEFAULT_VALUE_HPP
#define SLOTTED_DEFAULT_VALUE_HPP

#include <slotted/slot.hpp>
#include <slotted/value_rule.hpp>

#include <cstddef>
#include <type_traits>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

template <class T>
inline constexpr bool is_literal_text = false;
template <std::size_t N>
inline constexpr bool is_literal_text<name<N>> = true;

/// A function object that makes values for a slot of type T. One that returns T itself serves immovable types too.
template <class F, class T>
concept factory_for =
    requires(const F& f) { f(); } && (std::is_same_v<decltype(std::declval<const F&>()()), std::remove_cv_t<T>> ||
                                      fits<T, decltype(std::declval<const F&>()())>);

template <class Slot>
constexpr bool default_fits() {
  using T = std::remove_cv_t<typename Slot::value_type>;
  using given = typename Slot::traits::default_type;
  using kind = typename given::kind;
  if constexpr (std::is_same_v<kind, no_default>) {
    return true;
  } else if constexpr (std::is_same_v<kind, default_constructed>) {
    return std::is_default_constructible_v<T>;
  } else if constexpr (is_literal_text<kind>) {
    return fits<T, decltype((given::value.text))>;
  } else if constexpr (factory_for<kind, T>) {
    return true;
  } else if constexpr (fit_of<T, const kind&>() == fit::ranged) {
    if constexpr (std::is_enum_v<kind>)
      return in_range<T>(static_cast<std::underlying_type_t<kind>>(given::value));
    else
      return in_range<T>(given::value);
  } else {
    return fits<T, const kind&>;
  }
}

template <class Slot>
constexpr bool default_is_made_without_throwing() {
  using T = std::remove_cv_t<typename Slot::value_type>;
  using kind = typename Slot::traits::default_type::kind;
  if constexpr (std::is_same_v<kind, default_constructed>)
    return std::is_nothrow_default_constructible_v<T>;
  else
    return std::is_nothrow_constructible_v<T, const kind&> && std::is_arithmetic_v<kind>;
}

/// The default value of a slot that has one. Whatever it throws, it throws before the slot exists.
template <class Slot>
constexpr std::remove_cv_t<typename Slot::value_type> default_value(const slot_place& place) {
  using T = std::remove_cv_t<typename Slot::value_type>;
  using given = typename Slot::traits::default_type;
  using kind = typename given::kind;
  if constexpr (std::is_same_v<kind, default_constructed>) {
    return T();
  } else if constexpr (is_literal_text<kind>) {
    return convert<T>(given::value.text, place);
  } else if constexpr (factory_for<kind, T>) {
    if constexpr (std::is_same_v<decltype(given::value()), T>)
      return given::value();
    else
      return convert<T>(given::value(), place);
  } else {
    return convert<T>(given::value, place);
  }
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
