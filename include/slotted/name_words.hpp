// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Comparing a run-time name with a known one of the same length without a loop, a call or a branch on the length: both
// become four words. Every load lies inside the name.
#ifndef SLOTTED_NAME_WORDS_HPP
#define SLOTTED_NAME_WORDS_HPP

#include <slotted/config.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

using name_word = std::uint32_t;

inline constexpr std::size_t longest_in_words = 16;

/// Four characters as they lie in memory.
SLOTTED_INLINE constexpr name_word load_word(const char* text) noexcept {
  name_word word = 0;
  if (std::is_constant_evaluated()) {
    // The same value as the bytes have in memory, on either kind of machine.
    for (unsigned i = 0; i != sizeof(name_word); ++i) {
      const auto byte = static_cast<name_word>(static_cast<unsigned char>(text[i]));
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
      word |= byte << (24 - 8 * i);
#else
      word |= byte << (8 * i);
#endif
    }
  } else {
    __builtin_memcpy(&word, text, sizeof(name_word));
  }
  return word;
}

/// Up to three characters, some of them twice.
SLOTTED_INLINE constexpr name_word short_word(const char* text, std::size_t size) noexcept {
  if (size == 0) return 0;
  const auto byte = [text](std::size_t i) { return static_cast<name_word>(static_cast<unsigned char>(text[i])); };
  return byte(0) | (byte(size / 2) << 8u) | (byte(size - 1) << 16u);
}

/// Where the second of four loads begins that cover a name of 4 to 16 characters. The first begins at 0, the fourth
/// ends where the name ends, and the third begins as far before the fourth as the second behind the first. No load
/// leaves the name and no character is left out: a third of the length, rounded so that 16 gives 4 and 4 gives 0.
SLOTTED_INLINE constexpr std::size_t second_word(std::size_t size) noexcept {
  return static_cast<std::size_t>((static_cast<std::uint32_t>(size) - 2) * 11 >> 5u);
}

/// A known name of at most 16 characters as words.
struct name_words {
  name_word first = 0, second = 0, third = 0, last = 0;
};

constexpr name_words words_of(const char* text, std::size_t size) noexcept {
  if (size < 4) return {short_word(text, size), 0, 0, 0};
  const std::size_t at = second_word(size);
  return {load_word(text), load_word(text + at), load_word(text + size - 4 - at), load_word(text + size - 4)};
}

/// Whether the characters are those that the words were made of; the lengths are known to be equal, and to lie between
/// 4 and `Longest`. For a name that is known the branches are never taken, so that none of them is mispredicted.
template <std::size_t Longest>
SLOTTED_INLINE constexpr bool equal_words(const name_words& known, const char* text, std::size_t size) noexcept {
  if (known.first != load_word(text) || known.last != load_word(text + size - 4)) return false;
  if constexpr (Longest > 8) {
    const std::size_t at = second_word(size);
    if (known.second != load_word(text + at)) return false;
    if constexpr (Longest > 11) return known.third == load_word(text + size - 4 - at);
  }
  return true;
}

/// The same without a branch for each word: for names that are known to be others as often as not, where the word that
/// differs cannot be predicted. The lengths need not be equal.
template <std::size_t Longest>
SLOTTED_INLINE constexpr bool equal_words_at_once(const name_words& known, std::size_t known_size, const char* text,
                                                  std::size_t size) noexcept {
  std::size_t difference = known_size ^ size;
  difference |= (known.first ^ load_word(text)) | (known.last ^ load_word(text + size - 4));
  if constexpr (Longest > 8) {
    const std::size_t at = second_word(size);
    difference |= known.second ^ load_word(text + at);
    if constexpr (Longest > 11) difference |= known.third ^ load_word(text + size - 4 - at);
  }
  return difference == 0;
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
