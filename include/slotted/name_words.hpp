// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Comparing a run-time name with a known one of the same length without a loop, a call or a branch on the length: both
// become two words. Every load lies inside the name.
#ifndef SLOTTED_NAME_WORDS_HPP
#define SLOTTED_NAME_WORDS_HPP

#include <slotted/config.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace slotted::inline v0::detail {

/// All characters of a name of at most 16, some of them twice. Names of one length are equal exactly if these are.
struct name_words {
  std::uint64_t low = 0, high = 0;
  friend constexpr bool operator==(const name_words& a, const name_words& b) noexcept {
    return ((a.low ^ b.low) | (a.high ^ b.high)) == 0;
  }
};

inline constexpr std::size_t longest_in_words = 16;

template <class Word>
SLOTTED_INLINE constexpr Word load(const char* text) noexcept {
  Word word = 0;
  if (std::is_constant_evaluated()) {
    // The same value as the bytes have in memory, on either kind of machine.
    for (std::size_t i = 0; i != sizeof(Word); ++i) {
      const auto byte = static_cast<Word>(static_cast<unsigned char>(text[i]));
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
      word = static_cast<Word>(word | (byte << (8 * (sizeof(Word) - 1 - i))));
#else
      word = static_cast<Word>(word | (byte << (8 * i)));
#endif
    }
  } else {
    __builtin_memcpy(&word, text, sizeof(Word));
  }
  return word;
}

/// Whether the words of names of at most that length tell their lengths, too.
template <std::size_t Shortest, std::size_t Longest>
inline constexpr bool words_hold_size = Shortest >= 4 && Shortest < 8 && Longest <= 12;

/// The words of a name whose length lies between the two bounds, both at most 16. No branch is left where the shortest
/// has at least 4: four loads of four bytes, at 0, at most 4, at least size - 8 and size - 4, cover 4 to 16 characters.
template <std::size_t Shortest, std::size_t Longest>
SLOTTED_INLINE constexpr name_words words_of(const char* text, std::size_t size) noexcept {
  if constexpr (Shortest >= 8) {
    return {load<std::uint64_t>(text), load<std::uint64_t>(text + size - 8)};
  } else {
    if constexpr (Shortest == 0)
      if (size == 0) return {};
    if constexpr (Shortest < 4) {
      if (Longest < 4 || size < 4) {
        const auto byte = [text](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(text[i])}; };
        return {byte(0) | (byte(size / 2) << 8u) | (byte(size - 1) << 16u), 0};
      }
    }
    if constexpr (Longest <= 12) {
      // Three loads: the one in the middle begins no later than the first ends, and ends no sooner than the last
      // begins. The fourth part holds the size.
      return {load<std::uint32_t>(text) | (std::uint64_t{load<std::uint32_t>(text + size - 4)} << 32u),
              load<std::uint32_t>(text + size / 2 - 2) | (static_cast<std::uint64_t>(size) << 32u)};
    }
    const std::size_t second = size < 8 ? size - 4 : 4;
    const std::size_t third = size < 8 ? 0 : size - 8;
    return {load<std::uint32_t>(text) | (std::uint64_t{load<std::uint32_t>(text + second)} << 32u),
            load<std::uint32_t>(text + third) | (std::uint64_t{load<std::uint32_t>(text + size - 4)} << 32u)};
  }
}

}  // namespace slotted::inline v0::detail

#endif
