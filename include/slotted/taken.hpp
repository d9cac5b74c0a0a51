// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Takes a pointer from the one who held it. std::exchange and std::swap ask the compiler a dozen traits of each type,
// in every file that includes the library.
#ifndef SLOTTED_TAKEN_HPP
#define SLOTTED_TAKEN_HPP

#include <slotted/config.hpp>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// The pointer; what held it is null.
template <class T>
constexpr T* taken(T*& holder) noexcept {
  T* const pointer = holder;
  holder = nullptr;
  return pointer;
}

template <class T>
constexpr void swap_pointers(T*& a, T*& b) noexcept {
  T* const first = a;
  a = b;
  b = first;
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
