// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Names at compile time: the text of a slot's name as a template argument, what a legal one is, and "x"_slot.
#ifndef SLOTTED_NAME_HPP
#define SLOTTED_NAME_HPP

#include <slotted/config.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

/// A string literal as a template argument. The array is exactly as long as the literal and ends with NUL: only then
/// do all compilers print it as text in their messages.
/// @snippet declaring.cpp name
template <std::size_t N>
struct name {
  char text[N];  ///< the characters, and NUL

  consteval name(const char (&literal)[N]) : text{} {  // implicit: `slot<"x", int>` is the spelling
    for (std::size_t i = 0; i != N; ++i) text[i] = literal[i];
  }
  /// The text without NUL.
  [[nodiscard]] constexpr std::string_view view() const noexcept { return {text, N - 1}; }
};
#if defined(__clang__)
namespace detail {
struct no_literal;
}  // namespace detail
// Any guide tells clang that names are meant to be deduced: -Wctad-maybe-unsupported, at each name of a user. With one
// for literals its messages would say name<4UL>.
name(detail::no_literal) -> name<1>;
#endif

namespace detail {

constexpr bool is_letter(char c) {
  // Bytes from 0x80 are parts of UTF-8 letters; as in Python, names are compared byte by byte, never normalised.
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

/// Python's rule "__slots__ must be identifiers". Keywords are fine: a name is a string here, not a token.
constexpr bool is_identifier(std::string_view text) {
  if (text.empty() || !is_letter(text[0])) return false;
  for (const char c : text)
    if (!is_letter(c) && !(c >= '0' && c <= '9')) return false;
  return true;
}

/// Names with a meaning of their own in Python; they have spellings of their own here.
constexpr bool is_reserved(std::string_view text) {
  return text == "__dict__" || text == "__weakref__" || text == "__class__";
}

/// Equal bytes, without a call where both are known: std::string_view's operator is slow to evaluate at compile time.
constexpr bool same_text(std::string_view a, std::string_view b) {
  return a.size() == b.size() && __builtin_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace detail

/// A value for the slot `Text`, as a constructor or `replace` takes it: `"x"_slot = 1.0`. Holds a reference, so it
/// lives no longer than the expression it is written in.
/// @snippet declaring.cpp slot_name
template <name Text, class V>
struct named_argument {
  V&& value;
};

namespace detail {

/// The I-th of the arguments that an `in_place_argument` carries.
template <std::size_t I, class A>
struct carried_argument {
  A&& value;
};

}  // namespace detail

/// Arguments for a slot that is constructed where it lives: `"lock"_slot.in_place()`. For types that cannot be moved.
/// @snippet declaring.cpp in_place_argument
template <name Text, class Indices, class... A>
struct in_place_argument;

template <name Text, std::size_t... I, class... A>
struct in_place_argument<Text, std::index_sequence<I...>, A...> : detail::carried_argument<I, A>... {
  /// Whether a `T` can be made of them.
  template <class T>
  static constexpr bool makes() {
    return std::is_constructible_v<T, A...>;
  }
  /// The value itself; returned straight into the slot.
  template <class T>
  constexpr T make() const {
    return T(std::forward<A>(static_cast<const detail::carried_argument<I, A>&>(*this).value)...);
  }
};

/// The compile-time name of a slot: the type of `"x"_slot`. An empty constant: `inline constexpr auto x = "x"_slot;`
/// reads best in larger code. It names the slot to every verb, makes named arguments, and is a projection:
/// `std::ranges::sort(points, {}, x)`.
/// @snippet declaring.cpp slot_name
template <name Text>
struct slot_name {
  /// The name as a template argument.
  static constexpr name literal = Text;
  /// The name as text.
  static constexpr std::string_view text = literal.view();

  /// A named argument.
  template <class V>
  constexpr named_argument<Text, V> operator=(
      V&& value) const noexcept {  // NOLINT(misc-unconventional-assign-operator)
    return {static_cast<V&&>(value)};
  }

  /// A named argument that is made from these where it lives.
  template <class... A>
  [[nodiscard]] constexpr in_place_argument<Text, std::index_sequence_for<A...>, A...> in_place(
      A&&... arguments) const noexcept {
    return {{static_cast<A&&>(arguments)}...};
  }

  /// `getattr(o, name)`: found by argument-dependent lookup, as `o` is a slotted object.
  template <class O>
  SLOTTED_INLINE constexpr decltype(auto) operator()(O&& o) const {
    return getattr(static_cast<O&&>(o), *this);
  }
};

namespace literals {

/// `"x"_slot`: the slot named x, resolved by the compiler.
/// @snippet declaring.cpp slot_name
template <name Text>
consteval slot_name<Text> operator""_slot() noexcept {
  return {};
}

}  // namespace literals

namespace detail {

template <class T>
inline constexpr bool is_slot_name = false;
template <name Text>
inline constexpr bool is_slot_name<slot_name<Text>> = true;

/// The name that an argument is for, or void where it is no named argument.
template <class T>
struct argument_name {
  using type = void;
};
template <name Text, class V>
struct argument_name<named_argument<Text, V>> {
  using type = slot_name<Text>;
};
template <name Text, class I, class... A>
struct argument_name<in_place_argument<Text, I, A...>> {
  using type = slot_name<Text>;
};
template <class T>
using argument_name_t = typename argument_name<std::remove_cvref_t<T>>::type;

template <class T>
concept named = !std::is_void_v<argument_name_t<T>>;

}  // namespace detail

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
