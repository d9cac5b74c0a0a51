// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// dict_slot<V>: the item of a list that gives objects dynamic attributes, as '__dict__' in Python's __slots__.
#ifndef SLOTTED_DICT_SLOT_HPP
#define SLOTTED_DICT_SLOT_HPP

#include <slotted/config.hpp>

namespace slotted::inline SLOTTED_NAMESPACE {

class value;

namespace detail {

template <class V>
class dict_cell;

}  // namespace detail

/// The dict slot: attributes of any name, which objects get when the program runs, each a `V`. One pointer; an object
/// that never gets one has no further memory. What `vars(o)` shows.
///
/// `V` is any object type that can be destroyed without throwing. One that cannot be moved and move-assigned without
/// throwing lives on the heap, one by one.
/// @snippet dynamic_attributes.cpp dict_slot
template <class V = value>
struct dict_slot {
  using value_type = detail::dict_cell<V>;
  using mapped_type = V;
  static constexpr bool may_be_unset = false;
};

namespace detail {

template <class Item>
inline constexpr bool is_dict_slot = false;
template <class V>
inline constexpr bool is_dict_slot<dict_slot<V>> = true;

}  // namespace detail

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
