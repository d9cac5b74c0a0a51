// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Where a part lies in an object, found by the compiler itself: addresses are compared inside an object that is
// declared and never defined. Works in constant expressions and takes vptrs, earlier bases and tail padding into
// account.
#ifndef SLOTTED_OFFSET_HPP
#define SLOTTED_OFFSET_HPP

#include <slotted/config.hpp>

#include <cstddef>
#include <type_traits>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// An object and its bytes.
template <class T>
union object_bytes {
  unsigned char bytes[sizeof(T)];
  T object;
};

#if defined(__clang__)
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wundefined-var-template"
#pragma clang diagnostic ignored "-Wundefined-internal"
#endif

template <class T>
struct imagined {
  static object_bytes<T> of;  // never defined: only addresses in it are asked for, in constant expressions
};

/// An object of which there is only the address, for constant expressions.
template <class T>
constexpr T& imagined_object() noexcept {
  return imagined<T>::of.object;
}

template <class T>
constexpr std::size_t offset_of_address(const volatile void* part, std::size_t guess) {
  const unsigned char* bytes = imagined<T>::of.bytes;
  if (guess < sizeof(T) && static_cast<const void*>(bytes + guess) == part) return guess;
  for (std::size_t i = 0; i != sizeof(T); ++i)
    if (static_cast<const void*>(bytes + i) == part) return i;
  return sizeof(T);
}

/// The offset of the base `Part` in a `T`. `Guess` is tried first: a right one makes this O(1).
template <class T, class Part, std::size_t Guess = 0>
consteval std::size_t offset_of_base() {
  return offset_of_address<T>(static_cast<const Part*>(__builtin_addressof(imagined<T>::of.object)), Guess);
}

template <class... Bases>
struct with_one_more_byte : Bases... {
  unsigned char one_more;
};

template <std::size_t Bytes, class... Bases>
struct with_more_bytes : Bases... {
  unsigned char more[Bytes];
};

/// The same for abstract bases, of which no object can be imagined: as many bytes are added as the size allows.
template <std::size_t Fits, std::size_t Exceeds, class... Bases>
consteval std::size_t most_that_fit() {
  if constexpr (Exceeds - Fits == 1) {
    return Fits;
  } else {
    constexpr std::size_t middle = (Fits + Exceeds) / 2;
    if constexpr (sizeof(with_more_bytes<middle, Bases...>) == sizeof(with_more_bytes<1, Bases...>))
      return most_that_fit<middle, Exceeds, Bases...>();
    else
      return most_that_fit<Fits, middle, Bases...>();
  }
}

/// The first byte behind `Bases` that a class derived from them may use: their size without the tail padding that the
/// ABI lets a derived class have.
template <class... Bases>
consteval std::size_t data_end() {
  if constexpr ((std::is_empty_v<Bases> && ...)) {
    return 0;
  } else if constexpr ((std::is_abstract_v<Bases> || ...)) {
    using probe = with_more_bytes<1, Bases...>;
    return sizeof(probe) - most_that_fit<1, alignof(probe) + 1, Bases...>();
  } else {
    using probe = with_one_more_byte<Bases...>;
    return offset_of_address<probe>(__builtin_addressof(imagined<probe>::of.object.one_more), sizeof(probe) - 1);
  }
}

/// The bytes of a class before its tail padding; all of them in one that is final, behind which there is no asking.
template <class C>
constexpr std::size_t data_size_of() {
  if constexpr (std::is_empty_v<C>)
    return 0;
  else if constexpr (std::is_final_v<C>)
    return sizeof(C);
  else
    return data_end<C>();
}

#if defined(__clang__)
#pragma clang diagnostic pop
#endif

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
