// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// What the special members of a class can be, asked of the types of its own slots and of its bases.
#ifndef SLOTTED_STORAGE_TRAITS_HPP
#define SLOTTED_STORAGE_TRAITS_HPP

#include <slotted/declaration.hpp>
#include <slotted/dict_cell.hpp>

#include <type_traits>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// Whether an object of the class that declares items does more, when it dies, than to forget them.
template <class Declaration>
constexpr bool destroys_items() {
  if constexpr (Declaration::declares_items)
    return !std::is_trivially_destructible_v<item_type_of<Declaration>>;
  else
    return false;
}

/// What the special members of a storage can be, asked of the types of its slots. Fields answer for themselves.
template <class Declaration, class Bases = typename Declaration::bases, class Slots = typename Declaration::items>
struct storage_traits;
template <class Declaration, class... Bases, class... Slots>
struct storage_traits<Declaration, pack<Bases...>, pack<Slots...>> {
  template <class T>
  using bare = std::remove_all_extents_t<T>;

  static constexpr bool copyable = all_of({(std::is_abstract_v<Bases> || std::is_copy_constructible_v<Bases>)...}) &&
                                   all_of({std::is_copy_constructible_v<bare<typename Slots::value_type>>...});
  static constexpr bool movable = all_of({(std::is_abstract_v<Bases> || std::is_move_constructible_v<Bases>)...}) &&
                                  all_of({std::is_move_constructible_v<bare<typename Slots::value_type>>...});
  static constexpr bool copy_assignable = copyable && all_of({std::is_copy_assignable_v<Bases>...}) &&
                                          all_of({std::is_copy_assignable_v<bare<typename Slots::value_type>>...});
  static constexpr bool move_assignable = movable && all_of({std::is_move_assignable_v<Bases>...}) &&
                                          all_of({std::is_move_assignable_v<bare<typename Slots::value_type>>...});

  // What the language does by itself, or deletes: a class with a const member is still trivially copyable. A class with
  // a dict slot says in its constructors, and above a base that has one in its destructor, of which class the object
  // is. At each level of a class with a weakref slot the references are moved, and end when the destructor begins.
  // Items die with the class that declares them.
  static constexpr bool simply_destroyed =
      !Declaration::has_weakref && (!Declaration::has_dict || Declaration::declares_dict) &&
      !destroys_items<Declaration>() &&
      all_of({(!Slots::may_be_unset || std::is_trivially_destructible_v<bare<typename Slots::value_type>>)...});
  static constexpr bool simply_copied =
      !copyable ||
      (!Declaration::has_dict &&
       all_of({(!Slots::may_be_unset || std::is_trivially_copy_constructible_v<bare<typename Slots::value_type>>)...}));
  static constexpr bool simply_moved =
      !movable ||
      (!Declaration::has_dict && !Declaration::has_weakref &&
       all_of({(!Slots::may_be_unset || std::is_trivially_move_constructible_v<bare<typename Slots::value_type>>)...}));
  static constexpr bool simply_copy_assigned =
      !copy_assignable ||
      (simply_copied && simply_destroyed &&
       all_of({(!Slots::may_be_unset || std::is_trivially_copy_assignable_v<bare<typename Slots::value_type>>)...}));
  // A defaulted move assignment would empty a vector that is moved to itself.
  static constexpr bool simply_move_assigned =
      !move_assignable || (simply_moved && simply_destroyed &&
                           all_of({std::is_trivially_move_assignable_v<bare<typename Slots::value_type>>...}));

  static constexpr bool copies_without_throwing =
      all_of({std::is_nothrow_copy_constructible_v<Bases>...}) &&
      all_of({std::is_nothrow_copy_constructible_v<bare<typename Slots::value_type>>...});
  static constexpr bool moves_without_throwing =
      all_of({std::is_nothrow_move_constructible_v<Bases>...}) &&
      all_of({std::is_nothrow_move_constructible_v<bare<typename Slots::value_type>>...});
  static constexpr bool copy_assigns_without_throwing =
      all_of({std::is_nothrow_copy_assignable_v<Bases>...}) &&
      all_of({std::is_nothrow_copy_constructible_v<bare<typename Slots::value_type>>...}) &&
      all_of({std::is_nothrow_copy_assignable_v<bare<typename Slots::value_type>>...});
  static constexpr bool move_assigns_without_throwing =
      all_of({std::is_nothrow_move_assignable_v<Bases>...}) &&
      all_of({std::is_nothrow_move_constructible_v<bare<typename Slots::value_type>>...}) &&
      all_of({std::is_nothrow_move_assignable_v<bare<typename Slots::value_type>>...});
};

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
