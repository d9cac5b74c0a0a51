// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The memory of a class's own slots: each one a base of one storage class, in memory order behind the real bases, so
// that the ABI lets the first of them lie in a base's tail padding. Copies, moves and destroys what is set.
#ifndef SLOTTED_STORAGE_HPP
#define SLOTTED_STORAGE_HPP

#include <slotted/arguments.hpp>
#include <slotted/cell.hpp>
#include <slotted/offset.hpp>
#include <slotted/storage_traits.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace slotted::inline v0::detail {

template <class... Slots>
constexpr auto arrange_slots(pack<Slots...>*, std::size_t presence_bytes, std::size_t start, std::size_t alignment,
                             bool keep_order) {
  const extent members[] = {extent{sizeof(typename Slots::value_type), alignof(typename Slots::value_type)}...,
                            extent{0, 1}};
  return arrange<sizeof...(Slots) + 1>(members, sizeof...(Slots), presence_bytes, start, alignment, keep_order);
}

template <class... Bases>
constexpr std::size_t alignment_of(pack<Bases...>*) {
  std::size_t most = 1;
  for (const std::size_t one : {std::size_t{1}, alignof(Bases)...})
    if (one > most) most = one;
  return most;
}
template <class... Bases>
constexpr std::size_t data_end_of(pack<Bases...>*) {
  return data_end<Bases...>();
}

/// The arrangement of a class's own slots, offsets counted from its storage.
template <class Declaration>
inline constexpr auto own_arrangement =
    arrange_slots(static_cast<typename Declaration::slots_pack*>(nullptr), presence_of<Declaration>.bytes(),
                  data_end_of(static_cast<typename Declaration::bases*>(nullptr)),
                  alignment_of(static_cast<typename Declaration::bases*>(nullptr)), Declaration::keeps_order);

template <class Declaration, std::size_t Member>
struct cell_at {
  using type = cell_of<slot_entry<Declaration, Member>>;
};
template <class Declaration, std::size_t Member>
  requires(Member == Declaration::count)
struct cell_at<Declaration, Member> {
  using type = presence_cell_of<Declaration>;
};

template <class Declaration, std::size_t... K>
constexpr auto memory_order_of(std::index_sequence<K...>) {
  return std::index_sequence<own_arrangement<Declaration>.order[K]...>{};
}

/// The own members of a class, the presence bits included, in memory order.
template <class Declaration>
using memory_order = decltype(memory_order_of<Declaration>(
    std::make_index_sequence<Declaration::count + (presence_of<Declaration>.bits != 0 ? 1 : 0)>{}));

/// A base that does not take arguments: default-constructed whatever they are.
template <class Base>
struct plain_base : Base {
  template <class Given>
  constexpr plain_base(from_arguments, const Given&) : Base() {}
};
template <class Base>
using stored_base = std::conditional_t<takes_arguments<Base>(), Base, plain_base<Base>>;

/// What a storage does with one of its members. A class of its own, so that a user's class, which derives from its
/// storage, inherits none of these names.
template <class Declaration>
struct storage_work {
  template <std::size_t Member>
  using cell = typename cell_at<Declaration, Member>::type;
  template <std::size_t Member>
  using entry = slot_entry<Declaration, Member>;

  template <std::size_t Member>
  static constexpr bool is_slot_cell() {
    if constexpr (Member == Declaration::count)
      return false;  // the presence bits
    else
      return entry<Member>::may_be_unset;
  }
  template <std::size_t Member>
  static constexpr bool is_field_cell() {
    return Member != Declaration::count && !is_slot_cell<Member>();
  }

  template <std::size_t Member, class Given>
  static constexpr bool made_without_throwing() {
    if constexpr (Member != Declaration::count) {
      using source = value_maker<entry<Member>, Given>;
      if constexpr (source::has_value) return source::makes_without_throwing();
    }
    return true;
  }

  /// What the cell of a member is made from when arguments come: the maker of its value for a field; slots follow later.
  template <std::size_t Member, class Given>
  static constexpr auto source_of(const Given& given) noexcept {
    if constexpr (is_field_cell<Member>())
      return value_maker<entry<Member>, Given>{given};
    else
      return nothing{};
  }
  /// What it is made from when another object is copied or moved: the other's cell for a field.
  template <std::size_t Member, class Other>
  static constexpr decltype(auto) field_of(Other&& other) noexcept {
    if constexpr (!is_field_cell<Member>())
      return nothing{};
    else if constexpr (std::is_lvalue_reference_v<Other>)
      return static_cast<const cell<Member>&>(other);
    else
      return static_cast<cell<Member>&&>(other);
  }
  template <std::size_t Member, class Other>
  static constexpr decltype(auto) held_in(Other&& other) noexcept {
    if constexpr (std::is_lvalue_reference_v<Other>)
      return (static_cast<const cell<Member>&>(other).slotted_held);
    else
      return std::move(static_cast<cell<Member>&>(other).slotted_held);
  }

  // These return true, to be expanded in the braces of an array: in order, and in any number.

  template <std::size_t Member, class Storage, class Given>
  static constexpr bool make_slot(Storage& storage, const Given& given) {
    if constexpr (is_slot_cell<Member>()) {
      using source = value_maker<entry<Member>, Given>;
      if constexpr (source::has_value) construct_slot<entry<Member>>(storage, source{given});
    }
    return true;
  }
  /// `Other` is const Storage& or Storage&&: copied or moved from.
  template <std::size_t Member, class Storage, class Other>
  static constexpr bool take_slot(Storage& storage, Other&& other) {
    if constexpr (is_slot_cell<Member>()) {
      if (is_set<entry<Member>>(other))
        construct_slot<entry<Member>>(storage, held_in<Member>(std::forward<Other>(other)));
    }
    return true;
  }
  template <class Base, class Storage, class Other>
  static constexpr bool assign_base(Storage& storage, Other&& other) {
    if constexpr (std::is_lvalue_reference_v<Other>)
      static_cast<Base&>(storage) = static_cast<const Base&>(other);
    else
      static_cast<Base&>(storage) = static_cast<Base&&>(other);
    return true;
  }
  template <std::size_t Member, class Storage, class Other>
  static constexpr bool assign_member(Storage& storage, Other&& other) {
    if constexpr (is_field_cell<Member>()) {
      static_cast<cell<Member>&>(storage) = field_of<Member>(std::forward<Other>(other));
    } else if constexpr (is_slot_cell<Member>()) {
      if (!is_set<entry<Member>>(other)) {
        if (is_set<entry<Member>>(storage)) destroy_slot<entry<Member>>(storage);
      } else if (is_set<entry<Member>>(storage)) {
        static_cast<cell<Member>&>(storage).slotted_held = held_in<Member>(std::forward<Other>(other));
      } else {
        construct_slot<entry<Member>>(storage, held_in<Member>(std::forward<Other>(other)));
      }
    }
    return true;
  }
  template <std::size_t Member, class Storage>
  static constexpr bool destroy_member(Storage& storage) noexcept {
    if constexpr (is_slot_cell<Member>()) {
      if (is_set<entry<Member>>(storage)) destroy_slot<entry<Member>>(storage);
    }
    return true;
  }

  /// Destroys the slots that are set, last in memory first.
  template <class Storage, std::size_t... K>
  static constexpr void destroy_slots(Storage& storage, std::index_sequence<K...>) noexcept {
    const bool destroyed[] = {
        true, destroy_member<own_arrangement<Declaration>.order[sizeof...(K) - 1 - K]>(storage)...};
    static_cast<void>(destroyed);
  }
  template <class Storage>
  static constexpr void destroy_slots(Storage& storage) noexcept {
    destroy_slots(storage, std::make_index_sequence<memory_order<Declaration>::size()>{});
  }
};

/// Destroys the slots that are set, should the constructor that it stands in throw.
template <class Declaration, class Storage>
struct rollback {
  Storage* storage;
  constexpr ~rollback() {
    if (storage) storage_work<Declaration>::destroy_slots(*storage);
  }
};

/// Bases and cells, and all special members but the destructor.
template <class Declaration, class Bases = typename Declaration::bases, class Order = memory_order<Declaration>>
class cells;

template <class Declaration, class... Bases, std::size_t... Members>
class cells<Declaration, pack<Bases...>, std::index_sequence<Members...>>
    : public stored_base<Bases>..., public cell_at<Declaration, Members>::type... {
  using slotted_traits = storage_traits<pack<Bases...>, typename Declaration::slots_pack>;
  using slotted_work = storage_work<Declaration>;

 public:
  /// Fields and bases first, in memory order; then the slots that have a value, in memory order, too. A slot that throws
  /// takes with it what was made before it.
  template <class Given>
  constexpr cells(from_arguments, const Given& given) noexcept(
      all_of({std::is_nothrow_constructible_v<stored_base<Bases>, from_arguments, const Given&>...}) &&
      all_of({slotted_work::template made_without_throwing<Members, Given>()...}))
      : stored_base<Bases>(from_arguments{}, given)...,
        cell_at<Declaration, Members>::type(slotted_work::template source_of<Members>(given))... {
    rollback<Declaration, cells> undo{this};
    const bool made[] = {true, slotted_work::template make_slot<Members>(*this, given)...};
    static_cast<void>(made);
    undo.storage = nullptr;
  }

  cells(const cells&)
    requires(slotted_traits::simply_copied)
  = default;
  constexpr cells(const cells& other) noexcept(slotted_traits::copies_without_throwing)
    requires(!slotted_traits::simply_copied && slotted_traits::copyable)
      : stored_base<Bases>(static_cast<const stored_base<Bases>&>(other))...,
        cell_at<Declaration, Members>::type(slotted_work::template field_of<Members>(other))... {
    rollback<Declaration, cells> undo{this};
    const bool made[] = {true, slotted_work::template take_slot<Members>(*this, other)...};
    static_cast<void>(made);
    undo.storage = nullptr;
  }

  cells(cells&&)
    requires(slotted_traits::simply_moved)
  = default;
  /// The slots that are set in `other` stay set there, with moved-from values, as in std::optional.
  constexpr cells(cells&& other) noexcept(slotted_traits::moves_without_throwing)
    requires(!slotted_traits::simply_moved && slotted_traits::movable)
      : stored_base<Bases>(static_cast<stored_base<Bases>&&>(other))...,
        cell_at<Declaration, Members>::type(slotted_work::template field_of<Members>(std::move(other)))... {
    rollback<Declaration, cells> undo{this};
    const bool made[] = {true, slotted_work::template take_slot<Members>(*this, std::move(other))...};
    static_cast<void>(made);
    undo.storage = nullptr;
  }

  cells& operator=(const cells&)
    requires(slotted_traits::simply_copy_assigned)
  = default;
  /// Slot by slot in memory order, as a struct's members: one that throws keeps its old value, those before it have the
  /// new ones.
  constexpr cells& operator=(const cells& other) noexcept(slotted_traits::copy_assigns_without_throwing)
    requires(!slotted_traits::simply_copy_assigned && slotted_traits::copy_assignable)
  {
    if (this != __builtin_addressof(other)) {
      const bool assigned[] = {true, slotted_work::template assign_base<stored_base<Bases>>(*this, other)...,
                               slotted_work::template assign_member<Members>(*this, other)...};
      static_cast<void>(assigned);
    }
    return *this;
  }

  cells& operator=(cells&&)
    requires(slotted_traits::simply_move_assigned)
  = default;
  constexpr cells& operator=(cells&& other) noexcept(slotted_traits::move_assigns_without_throwing)
    requires(!slotted_traits::simply_move_assigned && slotted_traits::move_assignable)
  {
    if (this != __builtin_addressof(other)) {
      const bool assigned[] = {true,
                               slotted_work::template assign_base<stored_base<Bases>>(*this, std::move(other))...,
                               slotted_work::template assign_member<Members>(*this, std::move(other))...};
      static_cast<void>(assigned);
    }
    return *this;
  }
};

/// The destructor for slots that are not trivial. A class of its own: where a base has a virtual destructor this one is
/// virtual, too, and a virtual function cannot be constrained.
template <class Declaration>
struct destroyed_cells : cells<Declaration> {
  using cells<Declaration>::cells;
  destroyed_cells(const destroyed_cells&) = default;
  destroyed_cells(destroyed_cells&&) = default;
  destroyed_cells& operator=(const destroyed_cells&) = default;
  destroyed_cells& operator=(destroyed_cells&&) = default;
  constexpr ~destroyed_cells() { storage_work<Declaration>::destroy_slots(*this); }
};

/// The memory of a class's own slots and its bases.
template <class Declaration>
using storage = std::conditional_t<
    storage_traits<typename Declaration::bases, typename Declaration::slots_pack>::simply_destroyed, cells<Declaration>,
    destroyed_cells<Declaration>>;

}  // namespace slotted::inline v0::detail

#endif
