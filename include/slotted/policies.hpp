// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// What a class can do as a value, and how it says that it does or does not.
#ifndef SLOTTED_POLICIES_HPP
#define SLOTTED_POLICIES_HPP

#include <slotted/pack.hpp>

#include <type_traits>

namespace slotted::inline SLOTTED_NAMESPACE {

// A class without plain members has each of these where the types of its slots allow it.

/// `==` and `diff`.
/// @snippet values.cpp features
struct equality {};
/// `<=>`, and with it `<` and the others.
/// @snippet values.cpp features
struct ordering {};
/// `std::hash`.
/// @snippet values.cpp features
struct hashing {};
/// `repr`, `operator<<` and `std::formatter` (format.hpp).
/// @snippet values.cpp features
struct printing {};
/// `replace`.
/// @snippet values.cpp features
struct replacing {};
/// `state` and `restore` (state.hpp).
/// @snippet values.cpp features
struct restoring {};
/// Structured bindings, of a class whose slots are all fields.
/// @snippet values.cpp features
struct bindings {};

/// Policy: the class has these although it has plain members, which they do not see.
/// @snippet values.cpp with
template <class... Features>
struct with {};

/// Policy: the class, and those that derive from it, has none of these.
///
/// Trait: the slot has no part in these, of `equality`, `hashing` and `printing`. What is left out of `equality` is
/// left out of `ordering`, `hashing` and `diff`, too.
/// @snippet values.cpp without
template <class... Features>
struct without {};

namespace detail {

enum class said { nothing, with, without };

template <class Feature, class Part>
inline constexpr said says = said::nothing;
template <class Feature, class... Features>
inline constexpr said says<Feature, with<Features...>> =
    all_of({!std::is_same_v<Feature, Features>...}) ? said::nothing : said::with;
template <class Feature, class... Features>
inline constexpr said says<Feature, without<Features...>> =
    all_of({!std::is_same_v<Feature, Features>...}) ? said::nothing : said::without;

template <class T>
inline constexpr bool is_feature =
    std::is_same_v<T, equality> || std::is_same_v<T, ordering> || std::is_same_v<T, hashing> ||
    std::is_same_v<T, printing> || std::is_same_v<T, replacing> || std::is_same_v<T, restoring> ||
    std::is_same_v<T, bindings>;

/// Whether a part of a declaration is one of these policies.
template <class Part>
inline constexpr bool is_value_policy = false;
template <class... Features>
inline constexpr bool is_value_policy<with<Features...>> = all_of({is_feature<Features>...});
template <class... Features>
inline constexpr bool is_value_policy<without<Features...>> = all_of({is_feature<Features>...});

/// What a declaration says of a feature; the last part to speak wins.
template <class Feature, class... Parts>
constexpr said what_is_said(pack<Parts...>*) {
  said found = said::nothing;
  for (const said one : {said::nothing, says<Feature, Parts>...})
    if (one != said::nothing) found = one;
  return found;
}

}  // namespace detail

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
