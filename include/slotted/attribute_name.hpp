// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The names of dynamic attributes: how they are hashed and compared, and "x"_attr, whose hash the compiler makes.
#ifndef SLOTTED_ATTRIBUTE_NAME_HPP
#define SLOTTED_ATTRIBUTE_NAME_HPP

#include <slotted/name.hpp>
#include <slotted/name_words.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace slotted::inline SLOTTED_NAMESPACE {

namespace detail {

/// A name as it is looked for.
struct hashed_name {
  std::string_view text;
  std::uint32_t hash;
};

/// Of up to 16 characters all are hashed, of longer names four groups of four: no loop, no branch on the length but
/// one. Not keyed: names that somebody made collide are found out where they are stored (shape.hpp).
SLOTTED_INLINE constexpr hashed_name hash_name(std::string_view text) noexcept {
  const name_words words = words_of(text.data(), text.size());
  const std::uint64_t front = words.first | std::uint64_t{words.second} << 32u;
  const std::uint64_t back = words.last | std::uint64_t{words.third} << 32u;  // of 5 characters they are the same words
  const std::uint64_t sum =
      front * 0x9e3779b97f4a7c15u + back * 0xc2b2ae3d27d4eb4fu + std::uint64_t{text.size()} * 0xa0761d6478bd642fu;
  return {text, static_cast<std::uint32_t>(sum >> 32u)};
}

/// Whether two names of the same length are the same.
SLOTTED_INLINE constexpr bool equal_names(const char* a, const char* b, std::size_t size) noexcept {
  if (size < 4) return short_word(a, size) == short_word(b, size);
  if (size > longest_in_words) return __builtin_memcmp(a, b, size) == 0;
  return equal_words<longest_in_words>(words_of(a, size), b, size);
}

}  // namespace detail

/// The type of `"x"_attr`: a name of any characters that is looked for when the program runs, as a text is, in slots
/// and dynamic attributes; its hash is made by the compiler.
/// @snippet dynamic_attributes.cpp attribute_name
template <name Text>
struct attribute_name {
  /// The name.
  static constexpr std::string_view text = Text.view();
  /// The name, as whatever takes text takes it.
  constexpr operator std::string_view() const noexcept { return text; }
};

namespace literals {

/// `"x"_attr`: the attribute named x, for a dynamic attribute that the program knows by name.
/// @snippet dynamic_attributes.cpp attribute_name
template <name Text>
consteval attribute_name<Text> operator""_attr() noexcept {
  return {};
}

}  // namespace literals

namespace detail {

template <name Text>
inline constexpr hashed_name hashed_literal = hash_name(Text.view());

/// The hashed form of anything that names an attribute at run time.
SLOTTED_INLINE constexpr hashed_name hashed(std::string_view text) noexcept { return hash_name(text); }
template <name Text>
SLOTTED_INLINE constexpr hashed_name hashed(const attribute_name<Text>&) noexcept {
  return hashed_literal<Text>;
}

}  // namespace detail

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
