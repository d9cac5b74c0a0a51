// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The list of slots that a class declares, as it is written: inline, under a name of its own, lists inside lists.
#ifndef SLOTTED_SLOTS_HPP
#define SLOTTED_SLOTS_HPP

#include <slotted/pack.hpp>
#include <slotted/slot.hpp>

#include <type_traits>

namespace slotted::inline SLOTTED_NAMESPACE {

/// The slots of a class, in declared order. A list inside a list is spliced. A named list,
/// `struct PointSlots : slots<...> {};`, keeps symbols and messages short. The empty list adds nothing.
/// @snippet declaring.cpp slot_list
template <class... Items>
struct slot_list {};

// `slots` is a macro where Qt was included first; the alias is defined all the same, for the files that do not see Qt.
#pragma push_macro("slots")
#undef slots
/// The usual spelling of `slot_list`.
/// @snippet declaring.cpp slots
template <class... Items>
using slots = slot_list<Items...>;
#pragma pop_macro("slots")

namespace detail {

template <class... Items>
pack<Items...> listed_items(const slot_list<Items...>*);
void listed_items(const void*);

/// What stands between the brackets of a list, whatever its name: pack<...>, or void where T is no list.
template <class T>
using listed_items_t = decltype(listed_items(static_cast<const T*>(nullptr)));

/// Whether T is a list. Asks only classes that are complete and no slots, so that a slot's type is never looked at.
template <class T>
constexpr bool is_list() {
  if constexpr (is_slot<T> || !std::is_class_v<T>)
    return false;
  else
    return !std::is_void_v<listed_items_t<T>>;
}

template <class Items>
struct flatten;

/// One item as a pack: itself, or what the list that it is holds.
template <class Item>
struct spliced {
  using type = pack<Item>;
};
template <class Item>
  requires(is_list<Item>())
struct spliced<Item> : flatten<listed_items_t<Item>> {};

/// Joins item by item only where a list holds lists; a list of slots only is taken as it stands.
template <class... Items>
struct flatten<pack<Items...>> {
  using type = pack<Items...>;
};
template <class... Items>
  requires(!all_of({!is_list<Items>()...}))
struct flatten<pack<Items...>> : join<typename spliced<Items>::type...> {};

/// The slots of a list, all lists inside it spliced.
template <class List>
using flat_slots = typename flatten<listed_items_t<List>>::type;

}  // namespace detail

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
