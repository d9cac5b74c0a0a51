// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// SipHash, a keyed hash of text: whoever does not know the key cannot make names that collide. (Aumasson and Bernstein,
// "SipHash: a fast short-input PRF", 2012.)
#ifndef SLOTTED_SIPHASH_HPP
#define SLOTTED_SIPHASH_HPP

#include <slotted/config.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string_view>
#include <type_traits>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

struct hash_key {
  std::uint64_t first, second;
};

/// The four words that the algorithm mixes.
struct siphash_state {
  std::uint64_t a, b, c, d;

  constexpr explicit siphash_state(hash_key key) noexcept
      : a(key.first ^ 0x736f6d6570736575u),
        b(key.second ^ 0x646f72616e646f6du),
        c(key.first ^ 0x6c7967656e657261u),
        d(key.second ^ 0x7465646279746573u) {}

  constexpr void mix(unsigned rounds) noexcept {
    for (; rounds != 0; --rounds) {
      a += b;
      c += d;
      b = turn(b, 13) ^ a;
      d = turn(d, 16) ^ c;
      a = turn(a, 32) + d;
      c += b;
      d = turn(d, 21) ^ a;
      b = turn(b, 17) ^ c;
      c = turn(c, 32);
    }
  }

 private:
  static constexpr std::uint64_t turn(std::uint64_t word, unsigned bits) noexcept {
    return (word << bits) | (word >> (64 - bits));
  }
};

/// SipHash-`WordRounds`-`LastRounds`. O(size).
template <unsigned WordRounds, unsigned LastRounds>
constexpr std::uint64_t siphash(hash_key key, const char* text, std::size_t size) noexcept {
  const auto word_at = [text](std::size_t begin, std::size_t bytes) {
    std::uint64_t word = 0;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    if (!std::is_constant_evaluated() && bytes == 8) {
      __builtin_memcpy(&word, text + begin, 8);
      return word;
    }
#endif
    for (std::size_t i = 0; i != bytes; ++i)
      word |= std::uint64_t{static_cast<unsigned char>(text[begin + i])} << (8 * i);
    return word;
  };
  siphash_state state(key);
  const auto take = [&state](std::uint64_t word) {
    state.d ^= word;
    state.mix(WordRounds);
    state.a ^= word;
  };
  std::size_t at = 0;
  for (; size - at >= 8; at += 8) take(word_at(at, 8));
  take(word_at(at, size - at) | std::uint64_t{size} << 56u);
  state.c ^= 0xff;
  state.mix(LastRounds);
  return state.a ^ state.b ^ state.c ^ state.d;
}

/// A key that was made for this process: from the system's random numbers and, where there are none, from addresses,
/// which systems choose at random, too.
inline hash_key make_process_key() noexcept {
  hash_key key{};
  const char* const somewhere = reinterpret_cast<const char*>(&key);
  key.first = reinterpret_cast<std::uintptr_t>(somewhere);
  key.second = reinterpret_cast<std::uintptr_t>(&make_process_key) ^ reinterpret_cast<std::uintptr_t>(stderr);
  hash_key random{};
  if (std::FILE* const source = std::fopen("/dev/urandom", "rb")) {
    if (std::fread(&random, sizeof random, 1, source) != 1) random = {};
    static_cast<void>(std::fclose(source));
  }
  key.first ^= random.first;
  key.second ^= random.second;
  return key;
}

/// The key of this process. Tables keep it with what they hash, since a shared library may have one of its own.
inline const hash_key& process_key() noexcept {
  static const hash_key key = make_process_key();
  return key;
}

/// The hash of names that somebody may have chosen in order to make them collide: CPython's choice, SipHash-1-3.
inline std::uint64_t keyed_hash(hash_key key, std::string_view text) noexcept {
  return siphash<1, 3>(key, text.data(), text.size());
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
