// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// weakref_slot, unsynchronized_weakref_slot: the items of a list that let objects be weakly referenced, as
// '__weakref__' in Python's __slots__.
#ifndef SLOTTED_WEAKREF_SLOT_HPP
#define SLOTTED_WEAKREF_SLOT_HPP

#include <slotted/config.hpp>

namespace slotted::inline SLOTTED_NAMESPACE {

namespace detail {

template <bool Synchronized>
class weak_cell;

}  // namespace detail

/// The weakref slot: objects can be the target of a `weak_ref`. One pointer, null until the first weak reference; an
/// object that never has one pays a load, a branch and a store when it dies. `lock` is safe between threads.
/// @snippet weak_references.cpp weakref_slot
struct weakref_slot {
  using value_type = detail::weak_cell<true>;
  static constexpr bool may_be_unset = false;
};

/// The same for objects that one thread uses, together with all their weak references: no atomic operations.
/// @snippet weak_references.cpp unsynchronized_weakref_slot
struct unsynchronized_weakref_slot {
  using value_type = detail::weak_cell<false>;
  static constexpr bool may_be_unset = false;
};

namespace detail {

template <class Item>
inline constexpr bool is_weakref_slot = false;
template <>
inline constexpr bool is_weakref_slot<weakref_slot> = true;
template <>
inline constexpr bool is_weakref_slot<unsynchronized_weakref_slot> = true;

}  // namespace detail

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
