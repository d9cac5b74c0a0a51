// How fast a name could be found by someone who may read past its end, which no library for all may: a page without
// permission can follow, and sanitizers rightly complain. Two tables from names to indices, as in tables_of_names.hpp;
// names have 16 characters at most, and are loaded as 16 bytes whatever their length, unless a page ends there.
// generate.py finds what makes the hashes perfect.
//
//   multiplied     the bytes are folded and multiplied; the limit that a prototype reached
//   extracted      a few bits of the first eight bytes tell all names apart, and `pext` gathers them: as the library
//                  mph does it, which is in no package of Debian. Only where the processor has BMI2.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>

#include "tables_of_names.hpp"

#if defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__)
#include <emmintrin.h>
#define BENCH_HAS_NAMES_READ_PAST 1
#endif

namespace bench {

#if defined(BENCH_HAS_NAMES_READ_PAST)

struct sixteen_bytes {
  std::uint64_t low = 0, high = 0;

  constexpr sixteen_bytes() = default;
  constexpr explicit sixteen_bytes(std::string_view name) {
    for (std::size_t i = 0; i < name.size(); ++i)
      (i < 8 ? low : high) |= std::uint64_t{static_cast<unsigned char>(name[i])} << i % 8 * 8;
  }
};

// By a multiplier that gives each name a place of its own.
template <std::size_t N>
struct multiplied {
  static constexpr int bits = generated<N>::places_by_product;

  static constexpr std::size_t place(sixteen_bytes name) {
    return ((name.low ^ std::rotl(name.high, 29)) * generated<N>::multiplier) >> (64 - bits);
  }
};

// By the fewest bits of the first eight bytes that are not the same in any two names.
template <std::size_t N>
struct extracted {
  static constexpr std::uint64_t mask = generated<N>::telling_bits;
  static constexpr int bits = std::popcount(mask);

  static constexpr std::size_t place(sixteen_bytes name) {
    std::size_t result = 0;
    if (std::is_constant_evaluated()) {
      for (int bit = 63; bit >= 0; --bit)
        if (mask >> bit & 1) result = result * 2 + (name.low >> bit & 1);
    } else {
      // No intrinsic: that would be for functions with the target bmi2 alone, which are not put into others.
      asm("pextq %2, %1, %0" : "=r"(result) : "r"(name.low), "r"(mask));
    }
    return result;
  }
};

template <std::size_t N, template <std::size_t> class Hash>
struct names_read_past {
  [[gnu::always_inline]] static int index_of(const std::string& name) {
    const std::size_t size = name.size();
    if (size > 16) [[unlikely]]
      return -1;
    const __m128i bytes = load(name.data(), size);
    sixteen_bytes words;
    words.low = static_cast<std::uint64_t>(_mm_cvtsi128_si64(bytes));
    words.high = static_cast<std::uint64_t>(_mm_cvtsi128_si64(_mm_unpackhi_epi64(bytes, bytes)));
    const entry& there = table[Hash<N>::place(words)];
    const __m128i equal = _mm_cmpeq_epi8(bytes, _mm_load_si128(reinterpret_cast<const __m128i*>(&there.name)));
    const bool is_there = (_mm_movemask_epi8(equal) == 0xFFFF) & (there.size == size);
    return is_there ? there.index : -1;
  }

 private:
  struct alignas(32) entry {
    sixteen_bytes name;
    std::uint32_t size = 17;
    std::int32_t index = -1;
  };

  static constexpr auto table = [] {
    std::array<entry, std::size_t{1} << Hash<N>::bits> all{};
    for (std::size_t i = 0; i < N; ++i) {
      const std::string_view name = generated<N>::names[i];
      entry& its = all[Hash<N>::place(sixteen_bytes(name))];
      its.name = sixteen_bytes(name);
      its.size = static_cast<std::uint32_t>(name.size());
      its.index = static_cast<std::int32_t>(i);
    }
    return all;
  }();

  static constexpr auto ones_then_zeros = [] {
    std::array<unsigned char, 32> all{};
    std::ranges::fill(all.begin(), all.begin() + 16, static_cast<unsigned char>(0xFF));
    return all;
  }();

  [[gnu::always_inline]] static __m128i load(const char* name, std::size_t size) {
    constexpr std::uintptr_t page = 4096;
    if (reinterpret_cast<std::uintptr_t>(name) % page > page - 16) [[unlikely]] {
      std::array<char, 16> copy{};
      std::memcpy(copy.data(), name, size);
      return _mm_loadu_si128(reinterpret_cast<const __m128i*>(copy.data()));
    }
    const __m128i its = _mm_loadu_si128(reinterpret_cast<const __m128i*>(name));
    return _mm_and_si128(its, _mm_loadu_si128(reinterpret_cast<const __m128i*>(ones_then_zeros.data() + 16 - size)));
  }
};

#endif

template <std::size_t N>
inline constexpr auto tables_read_past = std::tuple_cat(
#if defined(BENCH_HAS_NAMES_READ_PAST)
    std::tuple(named<table_rival<N, names_read_past<N, multiplied>>>{"reading past the name"}),
#if defined(BENCH_HAS_BMI2)
    std::tuple(named<table_rival<N, names_read_past<N, extracted>>>{"reading past, pext"}),
#endif
#endif
    std::tuple<>());

}  // namespace bench
