// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The value rule: which values a slot of a given type takes, and how they become that type. What a declaration list
// `T x{value}` would take, and integers of any type if they fit; never a silent loss.
#ifndef SLOTTED_VALUE_RULE_HPP
#define SLOTTED_VALUE_RULE_HPP

#include <slotted/errors.hpp>
#include <slotted/type_identity.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

enum class fit {
  none,      // does not compile; a type_error where the types meet at run time only
  same,      // the type itself
  implicit,  // converts implicitly, nothing is lost
  text,      // anything a std::string_view views, into a string
  ranged,    // an integer whose value decides
  opened     // a variant or an attribute_ref: what it holds decides
};

template <class V>
concept variant_like = requires(const V& v) {
  v.valueless_by_exception();
  v.index();
};
template <class V>
concept attribute_reference = requires { typename V::slotted_attribute_ref; };

template <class T>
concept string_type = std::is_class_v<T> && requires {
  typename T::traits_type;
  typename T::value_type;
} && std::is_constructible_v<T, std::string_view>;

/// Text. A null pointer is none, though C++20 would take it for the address of some.
template <class V>
concept string_like = std::is_convertible_v<V, std::string_view> && !std::is_null_pointer_v<std::remove_cvref_t<V>>;

/// List-initialisation, the language's own test for narrowing.
template <class T, class V>
concept without_narrowing = requires(V&& v) { T{static_cast<V&&>(v)}; };

template <class V>
inline constexpr bool is_integer_like =
    std::is_integral_v<V> || (std::is_enum_v<V> && std::is_convertible_v<V, long long>);

/// Whether every value of the integer type V is a value of the integer type T.
template <class T, class V>
constexpr bool holds_all_of() {
  if constexpr (std::is_same_v<T, bool>)
    return std::is_same_v<V, bool>;
  else if constexpr (std::is_same_v<V, bool>)
    return true;
  else if constexpr (std::is_signed_v<T> == std::is_signed_v<V>)
    return sizeof(T) >= sizeof(V);
  else
    return std::is_signed_v<T> && sizeof(T) > sizeof(V);
}

template <class T, class V>
constexpr fit arithmetic_fit() {
  if constexpr (is_integer_like<V>) {
    if constexpr (std::is_enum_v<V>)
      return arithmetic_fit<T, std::underlying_type_t<V>>();
    else if constexpr (std::is_floating_point_v<T>)
      return fit::implicit;
    else
      return holds_all_of<T, V>() ? fit::implicit : fit::ranged;
  } else if constexpr (std::is_floating_point_v<V>) {
    return std::is_floating_point_v<T> && sizeof(T) >= sizeof(V) ? fit::implicit : fit::none;
  } else if constexpr (std::is_class_v<V>) {
    return std::is_convertible_v<V, T> && without_narrowing<T, V> ? fit::implicit : fit::none;
  } else {
    return fit::none;  // pointers to bool above all
  }
}

/// How a value of type `V` (with its reference and const) fits a slot of type `T`.
template <class T, class V>
constexpr fit fit_of() {
  using held = std::remove_cv_t<T>;
  using given = std::remove_cvref_t<V>;
  if constexpr (std::is_same_v<held, given>)
    return std::is_array_v<held> || std::is_constructible_v<held, V> ? fit::same : fit::none;
  else if constexpr (std::is_array_v<held>)
    return fit::none;
  else if constexpr (variant_like<given> || attribute_reference<given>)
    return fit::opened;  // also into what takes anything: the value is meant, not its wrapping
  else if constexpr (std::is_arithmetic_v<held>)
    return arithmetic_fit<held, given>();
  else if constexpr (string_type<held> && std::is_null_pointer_v<given>)
    return fit::none;  // a string would take it for the address of text
  else if constexpr (std::is_convertible_v<V, held>)
    return fit::implicit;
  else if constexpr (string_type<held> && string_like<V>)
    return fit::text;
  else
    return fit::none;
}

template <class T, class V>
concept fits = fit_of<T, V>() != fit::none;

/// What a positional constructor parameter takes from a value that it does not copy first: all that is known to fit
/// when it is compiled.
template <class T, class V>
concept fits_unseen = fit_of<T, V>() == fit::same || fit_of<T, V>() == fit::implicit || fit_of<T, V>() == fit::text;

template <class T, class V>
constexpr bool in_range(V value) {
  if constexpr (std::is_same_v<T, bool>) {
    return value == V{0} || value == V{1};
  } else {
    const T there = static_cast<T>(value);  // NOLINT(bugprone-signed-char-misuse): a number here
    return static_cast<V>(there) == value && (there < T{}) == (value < V{});
  }
}

template <class V>
std::string integer_text(V value) {
  if constexpr (std::is_signed_v<V>)
    return std::to_string(static_cast<long long>(value));
  else
    return std::to_string(static_cast<unsigned long long>(value));
}

/// The slot that a value is meant for, for the error if it does not fit.
struct slot_place {
  std::string_view class_name;
  std::string_view name;
};

template <class T, class V>
SLOTTED_INLINE constexpr std::remove_cv_t<T> convert(V&& value, const slot_place& place);

/// The same for a value whose type is found at run time: a number that would be cut off on its way into a class, which
/// the compiler says where it knows both types, does not fit.
template <class T, class V>
concept fits_opened =
    fits<T, V> && (std::is_arithmetic_v<T> || !std::is_arithmetic_v<std::remove_cvref_t<V>> || without_narrowing<T, V>);

/// Turns what a variant or an attribute_ref holds into a T.
template <class T>
struct opening_converter {
  const slot_place& place;
  template <class V>
  constexpr std::remove_cv_t<T> operator()(V&& value) const {
    if constexpr (std::is_same_v<std::remove_cvref_t<V>, opaque_value>)
      raise_unfit(place.class_name, place.name, type_name<T>, value.type);
    else if constexpr (fits_opened<T, V>)
      return convert<T>(static_cast<V&&>(value), place);
    else
      raise_unfit(place.class_name, place.name, type_name<T>, type_name<std::remove_cvref_t<V>>);
  }
};

/// The value as a T, by the value rule. Throws type_error for an integer out of range and where what a variant holds
/// does not fit.
template <class T, class V>
SLOTTED_INLINE constexpr std::remove_cv_t<T> convert(V&& value, const slot_place& place) {
  using held = std::remove_cv_t<T>;
  using given = std::remove_cvref_t<V>;
  constexpr fit how = fit_of<T, V>();
  if constexpr (how == fit::same) {
    return held(static_cast<V&&>(value));
  } else if constexpr (how == fit::implicit) {
    if constexpr (std::is_arithmetic_v<held>)
      return static_cast<held>(static_cast<V&&>(value));
    else
      return static_cast<V&&>(value);
  } else if constexpr (how == fit::text) {
    return held(std::string_view(static_cast<V&&>(value)));
  } else if constexpr (how == fit::ranged) {
    if constexpr (std::is_enum_v<given>) {
      return convert<T>(static_cast<std::underlying_type_t<given>>(value), place);
    } else {
      if (!in_range<held>(value))
        raise_out_of_range(place.class_name, place.name, type_name<held>, integer_text(value));
      return static_cast<held>(value);
    }
  } else if constexpr (attribute_reference<given>) {
    if constexpr (std::is_copy_constructible_v<held>)
      if (const held* const same = value.template get_if<held>()) return held(*same);
    return value.visit(opening_converter<T>{place});
  } else {
    static_assert(how == fit::opened);
    return visit(opening_converter<T>{place}, static_cast<V&&>(value));
  }
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
