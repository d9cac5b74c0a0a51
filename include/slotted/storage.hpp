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

/// Marks the constructor that copies or moves what the language can.
struct from_other {};

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

/// What is done with one of the members. A class of its own, so that a user's class, which derives from its cells,
/// inherits none of these names.
template <class Declaration>
struct cell_work {
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

  template <class Given, std::size_t... Members>
  static constexpr bool all_made_without_throwing(std::index_sequence<Members...>) {
    return all_of({made_without_throwing<Members, Given>()...});
  }

  /// What the cell of a member is made from when arguments come: the maker of its value for a field; slots follow
  /// later.
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
  template <class Base, class Other>
  static constexpr decltype(auto) base_of(Other&& other) noexcept {
    if constexpr (std::is_lvalue_reference_v<Other>)
      return static_cast<const Base&>(other);
    else
      return static_cast<Base&&>(other);
  }
  /// The value of another object's slot, to be copied or moved.
  template <std::size_t Member, class Other>
  static constexpr decltype(auto) value_of(Other&& other) noexcept {
    if constexpr (std::is_lvalue_reference_v<Other>)
      return (held_in(static_cast<const cell<Member>&>(other)));
    else
      return std::move(held_in(static_cast<cell<Member>&>(other)));
  }

  // These return true, to be expanded in the braces of an array: in order, and in any number.

  template <std::size_t Member, class Cells, class Given>
  static constexpr bool make_slot(Cells& made, const Given& given) {
    if constexpr (is_slot_cell<Member>()) {
      using source = value_maker<entry<Member>, Given>;
      if constexpr (source::has_value) construct_slot<entry<Member>>(made, source{given});
    }
    return true;
  }
  /// `Other` is const Cells& or Cells&&: copied or moved from.
  template <std::size_t Member, class Cells, class Other>
  static constexpr bool take_slot(Cells& made, Other&& other) {
    if constexpr (is_slot_cell<Member>()) {
      if (is_set<entry<Member>>(other))
        construct_slot<entry<Member>>(made, value_of<Member>(std::forward<Other>(other)));
    }
    return true;
  }
  template <class Base, class Cells, class Other>
  static constexpr bool assign_base(Cells& made, Other&& other) {
    if constexpr (std::is_lvalue_reference_v<Other>)
      static_cast<Base&>(made) = static_cast<const Base&>(other);
    else
      static_cast<Base&>(made) = static_cast<Base&&>(other);
    return true;
  }
  template <std::size_t Member, class Cells, class Other>
  static constexpr bool assign_member(Cells& made, Other&& other) {
    if constexpr (is_field_cell<Member>()) {
      static_cast<cell<Member>&>(made) = field_of<Member>(std::forward<Other>(other));
    } else if constexpr (is_slot_cell<Member>()) {
      if (!is_set<entry<Member>>(other)) {
        if (is_set<entry<Member>>(made)) destroy_slot<entry<Member>>(made);
      } else if (is_set<entry<Member>>(made)) {
        held_in(static_cast<cell<Member>&>(made)) = value_of<Member>(std::forward<Other>(other));
      } else {
        construct_slot<entry<Member>>(made, value_of<Member>(std::forward<Other>(other)));
      }
    }
    return true;
  }
  template <std::size_t Member, class Cells>
  static constexpr bool destroy_member(Cells& made) noexcept {
    if constexpr (is_slot_cell<Member>()) {
      if (is_set<entry<Member>>(made)) destroy_slot<entry<Member>>(made);
    }
    return true;
  }

  // All members in turn. The cells are passed as `cells<Declaration>`, a name that does not list them.

  template <class Cells, class Given, std::size_t... Members>
  SLOTTED_INLINE static constexpr void make_slots(Cells& made, const Given& given, std::index_sequence<Members...>) {
    const bool done[] = {true, make_slot<Members>(made, given)...};
    static_cast<void>(done);
  }
  template <class Cells, class Other, std::size_t... Members>
  SLOTTED_INLINE static constexpr void take_slots(Cells& made, Other&& other, std::index_sequence<Members...>) {
    const bool done[] = {true, take_slot<Members>(made, std::forward<Other>(other))...};
    static_cast<void>(done);
  }
  template <class Cells, class Other>
  SLOTTED_INLINE static constexpr void assign(Cells& to, Other&& other) {
    assign_bases(to, std::forward<Other>(other), static_cast<typename Declaration::bases*>(nullptr));
    assign_members(to, std::forward<Other>(other), memory_order<Declaration>{});
  }
  template <class Cells, class Other, class... Bases>
  SLOTTED_INLINE static constexpr void assign_bases(Cells& to, Other&& other, pack<Bases...>*) {
    const bool done[] = {true, assign_base<stored_base<Bases>>(to, std::forward<Other>(other))...};
    static_cast<void>(done);
  }
  template <class Cells, class Other, std::size_t... Members>
  SLOTTED_INLINE static constexpr void assign_members(Cells& to, Other&& other, std::index_sequence<Members...>) {
    const bool done[] = {true, assign_member<Members>(to, std::forward<Other>(other))...};
    static_cast<void>(done);
  }
  /// Last in memory first: the braces run from the first to the last, so they hold the last member first.
  template <class Cells, std::size_t... Members>
  SLOTTED_INLINE static constexpr void destroy_slots(Cells& from, std::index_sequence<Members...>) noexcept {
    destroy_in_turn(from, std::make_index_sequence<sizeof...(Members)>{});
  }
  template <class Cells, std::size_t... K>
  SLOTTED_INLINE static constexpr void destroy_in_turn(Cells& from, std::index_sequence<K...>) noexcept {
    const bool done[] = {true, destroy_member<own_arrangement<Declaration>.order[sizeof...(K) - 1 - K]>(from)...};
    static_cast<void>(done);
  }
};

template <class Given, class... Bases>
constexpr bool bases_made_without_throwing(pack<Bases...>*) {
  return all_of({std::is_nothrow_constructible_v<stored_base<Bases>, from_arguments, const Given&>...});
}

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
// Copying an object copies the room of its unset slots, too, where their types are trivial: as intended.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

template <class Declaration, class Bases = typename Declaration::bases, class Order = memory_order<Declaration>>
struct cell_bases;

/// Bases and cells, copied and moved as the language does it: fields are, slots are not unless they are trivial. All
/// that needs code per slot is in `cells`, whose name stays short however many slots there are.
template <class Declaration, class... Bases, std::size_t... Members>
struct cell_bases<Declaration, pack<Bases...>, std::index_sequence<Members...>>
    : stored_base<Bases>..., cell_at<Declaration, Members>::type... {
  template <class Given>
  constexpr cell_bases(from_arguments, const Given& given)
      : stored_base<Bases>(from_arguments{}, given)...,
        cell_at<Declaration, Members>::type(cell_work<Declaration>::template source_of<Members>(given))... {}

  /// Fields from `other`, const cell_bases& or cell_bases&&; slots unset.
  template <class Other>
  constexpr cell_bases(from_other, Other&& other)
      : stored_base<Bases>(cell_work<Declaration>::template base_of<stored_base<Bases>>(std::forward<Other>(other)))...,
        cell_at<Declaration, Members>::type(
            cell_work<Declaration>::template field_of<Members>(std::forward<Other>(other)))... {}
};

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

/// Destroys the slots that are set, should the constructor that it stands in throw. `Simply`: there is nothing to
/// destroy.
template <class Cells, bool Simply>
class rollback {
 public:
  constexpr explicit rollback(Cells* made) noexcept : made_(made) {}
  rollback(const rollback&) = delete;
  rollback& operator=(const rollback&) = delete;
  constexpr ~rollback() {
    if (made_) made_->slotted_destroy();
  }
  constexpr void dismiss() noexcept { made_ = nullptr; }

 private:
  Cells* made_;
};
template <class Cells>
class rollback<Cells, true> {
 public:
  constexpr explicit rollback(Cells*) noexcept {}
  constexpr void dismiss() noexcept {}
};

/// Cells with all special members but the destructor.
template <class Declaration>
class cells : public cell_bases<Declaration> {
  using slotted_traits = storage_traits<typename Declaration::bases, typename Declaration::slots_pack>;
  using slotted_work = cell_work<Declaration>;
  using slotted_bases = cell_bases<Declaration>;

 public:
  /// Fields and bases first, in memory order; then the slots that have a value, in memory order, too. A slot that
  /// throws takes with it what was made before it.
  template <class Given>
  constexpr cells(from_arguments tag, const Given& given) noexcept(
      bases_made_without_throwing<Given>(static_cast<typename Declaration::bases*>(nullptr)) &&
      slotted_work::template all_made_without_throwing<Given>(memory_order<Declaration>{}))
      : slotted_bases(tag, given) {
    rollback<cells, slotted_traits::simply_destroyed> undo(this);
    slotted_work::make_slots(*this, given, memory_order<Declaration>{});
    undo.dismiss();
  }

  cells(const cells&)
    requires(slotted_traits::simply_copied)
  = default;
  constexpr cells(const cells& other) noexcept(slotted_traits::copies_without_throwing)
    requires(!slotted_traits::simply_copied)
      : slotted_bases(from_other{}, other) {
    rollback<cells, slotted_traits::simply_destroyed> undo(this);
    slotted_work::take_slots(*this, other, memory_order<Declaration>{});
    undo.dismiss();
  }

  cells(cells&&)
    requires(slotted_traits::simply_moved)
  = default;
  /// The slots that are set in `other` stay set there, with moved-from values, as in std::optional.
  constexpr cells(cells&& other) noexcept(slotted_traits::moves_without_throwing)
    requires(!slotted_traits::simply_moved)
      : slotted_bases(from_other{}, std::move(other)) {
    rollback<cells, slotted_traits::simply_destroyed> undo(this);
    slotted_work::take_slots(*this, std::move(other), memory_order<Declaration>{});
    undo.dismiss();
  }

  cells& operator=(const cells&)
    requires(slotted_traits::simply_copy_assigned)
  = default;
  /// Slot by slot in memory order, as a struct's members: one that throws keeps its old value, those before it have the
  /// new ones.
  constexpr cells& operator=(const cells& other) noexcept(slotted_traits::copy_assigns_without_throwing)
    requires(!slotted_traits::simply_copy_assigned)
  {
    if (this != __builtin_addressof(other)) slotted_work::assign(*this, other);
    return *this;
  }

  cells& operator=(cells&&)
    requires(slotted_traits::simply_move_assigned)
  = default;
  constexpr cells& operator=(cells&& other) noexcept(slotted_traits::move_assigns_without_throwing)
    requires(!slotted_traits::simply_move_assigned)
  {
    if (this != __builtin_addressof(other)) slotted_work::assign(*this, std::move(other));
    return *this;
  }

  /// For `object` to bring in where no base has subscripts.
  void operator[](nothing) const = delete;

  /// Destroys the slots that are set, last in memory first.
  constexpr void slotted_destroy() noexcept { slotted_work::destroy_slots(*this, memory_order<Declaration>{}); }
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
  constexpr ~destroyed_cells() { this->slotted_destroy(); }
};

/// The memory of a class's own slots and its bases.
template <class Declaration>
using storage =
    std::conditional_t<storage_traits<typename Declaration::bases, typename Declaration::slots_pack>::simply_destroyed,
                       cells<Declaration>, destroyed_cells<Declaration>>;

}  // namespace slotted::inline v0::detail

#endif
