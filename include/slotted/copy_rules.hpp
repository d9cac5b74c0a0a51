// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Copies, moves and assignments that a class cannot have, because of one of its slots or bases. The class refuses them
// itself, and names what is in the way: left to the compiler, each of the layers below would be refused, and printed.
#ifndef SLOTTED_COPY_RULES_HPP
#define SLOTTED_COPY_RULES_HPP

#include <slotted/declaration.hpp>
#include <slotted/diagnose.hpp>
#include <slotted/storage_traits.hpp>

#include <cstddef>
#include <type_traits>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

// The four special members, each with the question whether a part of a class has it, and the mistakes that say no. A
// move falls back on a copy, as the language's do.

struct to_copy {
  template <class T>
  static constexpr bool allowed_by = std::is_copy_constructible_v<T>;
  template <class Class, name Slot, class T>
  using slot_mistake = error::slot_type_cannot_be_copied<Class, Slot, T>;
  template <class Class, class Base>
  using base_mistake = error::base_cannot_be_copied<Class, Base>;
};
struct to_move {
  template <class T>
  static constexpr bool allowed_by = std::is_move_constructible_v<T> || std::is_copy_constructible_v<T>;
  template <class Class, name Slot, class T>
  using slot_mistake = error::slot_type_cannot_be_moved<Class, Slot, T>;
  template <class Class, class Base>
  using base_mistake = error::base_cannot_be_moved<Class, Base>;
};
struct to_copy_assign {
  template <class T>
  static constexpr bool allowed_by = std::is_copy_assignable_v<T>;
  template <class Class, name Slot, class T>
  using slot_mistake =
      std::conditional_t<std::is_move_assignable_v<T>, error::slot_type_cannot_be_copied<Class, Slot, T>,
                         error::slot_type_cannot_be_assigned<Class, Slot, T>>;
  template <class Class, class Base>
  using base_mistake = std::conditional_t<std::is_move_assignable_v<Base>, error::base_cannot_be_copied<Class, Base>,
                                          error::base_cannot_be_assigned<Class, Base>>;
};
struct to_move_assign {
  template <class T>
  static constexpr bool allowed_by = std::is_move_assignable_v<T> || std::is_copy_assignable_v<T>;
  template <class Class, name Slot, class T>
  using slot_mistake = error::slot_type_cannot_be_assigned<Class, Slot, T>;
  template <class Class, class Base>
  using base_mistake = error::base_cannot_be_assigned<Class, Base>;
};

/// A class that may use what is protected in a base.
template <class Base>
struct derived_from : Base {
  derived_from(const derived_from&) = default;
  derived_from(derived_from&&) = default;
  derived_from& operator=(const derived_from&) = default;
  derived_from& operator=(derived_from&&) = default;
};
/// Not asked of abstract bases: of those nobody can say whether they are copied.
template <class How, class Base>
constexpr bool allowed_by_base() {
  if constexpr (std::is_abstract_v<Base> || How::template allowed_by<Base>)
    return true;
  else
    return How::template allowed_by<derived_from<Base>>;
}

template <class How, class... Items>
constexpr std::size_t first_item_against(pack<Items...>*) {
  const bool allowed[] = {How::template allowed_by<std::remove_all_extents_t<typename Items::value_type>>..., false};
  std::size_t item = 0;
  while (allowed[item]) ++item;
  return item;
}
template <class How, class... Bases>
constexpr std::size_t first_base_against(pack<Bases...>*) {
  const bool allowed[] = {allowed_by_base<How, Bases>()..., false};
  std::size_t base = 0;
  while (allowed[base]) ++base;
  return base;
}

template <class How, class Declaration>
constexpr auto find_refusal() {
  using self = typename Declaration::self;
  using bases = typename Declaration::bases;
  using items = typename Declaration::items;
  constexpr std::size_t base = first_base_against<How>(static_cast<bases*>(nullptr));
  constexpr std::size_t item = first_item_against<How>(static_cast<items*>(nullptr));
  if constexpr (base == bases::size && item == items::size) {
    return std::type_identity<void>{};
  } else if constexpr (Declaration::has_items) {
    return std::type_identity<error::object_with_items_is_never_copied_or_moved_make_another_with_items<
        typename items_declaration_of<Declaration>::self>>{};
  } else if constexpr (base != bases::size) {
    return std::type_identity<typename How::template base_mistake<self, at<base, bases>>>{};
  } else {
    using culprit = at<item, items>;
    if constexpr (requires { typename culprit::name_type; })
      return std::type_identity<
          typename How::template slot_mistake<self, culprit::name_type::literal, typename culprit::value_type>>{};
    else  // an aggregate, which is adopted as a base
      return std::type_identity<typename How::template base_mistake<self, typename culprit::value_type>>{};
  }
}
/// Why a class refuses it; void where nothing in it does.
template <class How, class Declaration>
using refusal = typename decltype(find_refusal<How, Declaration>())::type;

/// On top of all layers but `object`, so that what the compiler prints does not grow with the number of slots. Each of
/// the mistakes is void where there is none; one that is not stands in the compiler's notes.
template <class Base, class Copy, class Move, class CopyAssign, class MoveAssign>
class slotted_refusing : public Base {
 public:
  using Base::Base;

  slotted_refusing(const slotted_refusing&)
    requires std::is_void_v<Copy>
  = default;
  slotted_refusing(const slotted_refusing&) = delete;
  slotted_refusing(slotted_refusing&&)
    requires std::is_void_v<Move>
  = default;
  slotted_refusing(slotted_refusing&&) = delete;
  slotted_refusing& operator=(const slotted_refusing&)
    requires std::is_void_v<CopyAssign>
  = default;
  slotted_refusing& operator=(const slotted_refusing&) = delete;
  slotted_refusing& operator=(slotted_refusing&&)
    requires std::is_void_v<MoveAssign>
  = default;
  slotted_refusing& operator=(slotted_refusing&&) = delete;
};

template <class Declaration, class Base>
constexpr auto find_refusing_base() {
  using traits = storage_traits<Declaration>;
  if constexpr (traits::copyable && traits::movable && traits::copy_assignable && traits::move_assignable) {
    return std::type_identity<Base>{};  // most classes: nothing more to ask
  } else {
    using copy = refusal<to_copy, Declaration>;
    using move = refusal<to_move, Declaration>;
    using copy_assign = refusal<to_copy_assign, Declaration>;
    using move_assign = refusal<to_move_assign, Declaration>;
    if constexpr (std::is_same_v<pack<copy, move, copy_assign, move_assign>, pack<void, void, void, void>>)
      return std::type_identity<Base>{};
    else
      return std::type_identity<slotted_refusing<Base, copy, move, copy_assign, move_assign>>{};
  }
}
/// `Base`, with the refusals of the class on top of it if there are any.
template <class Declaration, class Base>
using refusing_base = typename decltype(find_refusing_base<Declaration, Base>())::type;

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
