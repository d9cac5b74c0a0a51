// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The cells of a class in memory order, and what is done with each of them: making, copying, assigning, destroying.
#ifndef SLOTTED_CELL_WORK_HPP
#define SLOTTED_CELL_WORK_HPP

#include <slotted/adopted_maker.hpp>
#include <slotted/arguments.hpp>
#include <slotted/cell.hpp>
#include <slotted/offset.hpp>
#include <slotted/real_members.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

template <class... Items>
constexpr auto arrange_items(pack<Items...>*, std::size_t presence_bytes, std::size_t start, std::size_t alignment,
                             bool keep_order) {
  const extent members[] = {extent{sizeof(typename Items::value_type), alignof(typename Items::value_type)}...,
                            extent{0, 1}};
  return arrange<sizeof...(Items) + 1>(members, sizeof...(Items), presence_bytes, start, alignment, keep_order);
}

template <class... Bases>
constexpr std::size_t alignment_of(std::size_t of_items, pack<Bases...>*) {
  std::size_t most = 1;
  for (const std::size_t one : {of_items, alignof(Bases)...})
    if (one > most) most = one;
  return most;
}
template <class... Bases>
constexpr std::size_t data_end_of(pack<Bases...>*) {
  return data_end<Bases...>();
}

/// The arrangement of a class's own cells, the presence bits behind the last of them; offsets from its storage.
template <class Declaration>
inline constexpr auto own_arrangement =
    arrange_items(static_cast<typename Declaration::items*>(nullptr), presence_of<Declaration>.bytes(),
                  data_end_of(static_cast<typename Declaration::bases*>(nullptr)),
                  alignment_of(item_alignment<Declaration>(), static_cast<typename Declaration::bases*>(nullptr)),
                  Declaration::keeps_order);

/// The slot in a cell; the first of them.
template <class Declaration, std::size_t Member>
using entry_in_cell = slot_entry<Declaration, first_slot_of<Declaration, Member>()>;

template <class Declaration, std::size_t Member>
struct cell_at {
  using type = cell_of<entry_in_cell<Declaration, Member>>;
};
template <class Declaration, std::size_t Member>
  requires(Member == Declaration::cells)
struct cell_at<Declaration, Member> {
  using type = presence_cell_of<Declaration>;
};
template <class Declaration, std::size_t Member>
inline constexpr bool is_dict_member = Declaration::declares_dict && Member == dict_cell_index<Declaration>;
template <class Declaration, std::size_t Member>
  requires(is_dict_member<Declaration, Member>)
struct cell_at<Declaration, Member> {
  using type = dict_cell_of<Declaration>;
};
template <class Declaration, std::size_t Member>
inline constexpr bool is_weak_member = Declaration::declares_weakref && Member == weak_cell_index<Declaration>;
template <class Declaration, std::size_t Member>
  requires(is_weak_member<Declaration, Member>)
struct cell_at<Declaration, Member> {
  using type = weak_cell_of<Declaration>;
};
template <class Declaration, std::size_t Member>
inline constexpr bool is_count_member = Declaration::declares_items && Member == count_cell_index<Declaration>;
template <class Declaration, std::size_t Member>
  requires(is_count_member<Declaration, Member>)
struct cell_at<Declaration, Member> {
  using type = count_cell_of<Declaration>;
};
/// Neither a slot's nor that of presence bits.
template <class Declaration, std::size_t Member>
inline constexpr bool is_special_member =
    is_dict_member<Declaration, Member> || is_weak_member<Declaration, Member> || is_count_member<Declaration, Member>;

/// Makes the dict slot of an object that has no dynamic attributes.
template <class Declaration>
struct dict_maker {
  using made_type = dict_cell<dict_type_of<Declaration>>;
  static constexpr bool has_argument = false;
  constexpr made_type operator()() const noexcept {
    return made_type(record_of_class<typename Declaration::self>::record);
  }
};

/// Makes the weakref slot of an object that has no references.
template <class Declaration>
struct weak_maker {
  using made_type = weak_cell_type_of<Declaration>;
  static constexpr bool has_argument = false;
  constexpr made_type operator()() const noexcept { return {}; }
};

/// How derived a class is, for the references to its objects: an even number, so that a class derived in plain C++ has
/// the odd one above it.
template <class Declaration>
constexpr std::uint32_t weak_level() {
  return static_cast<std::uint32_t>(2 * levels_to<weakref_kind, Declaration>());
}

template <class Declaration>
constexpr std::uint32_t weak_level_if_any() {
  if constexpr (Declaration::has_weakref)
    return weak_level<Declaration>();
  else
    return 0;
}

template <class Declaration, std::size_t... K>
constexpr auto memory_order_of(std::index_sequence<K...>) {
  return std::index_sequence<own_arrangement<Declaration>.order[K]...>{};
}

/// Marks the constructor that copies or moves what the language can.
struct from_other {};

/// The own members of a class, the presence bits included, in memory order.
template <class Declaration>
using memory_order = decltype(memory_order_of<Declaration>(
    std::make_index_sequence<Declaration::cells + (presence_of<Declaration>.bits != 0 ? 1 : 0)>{}));

/// A base that does not take arguments: default-constructed whatever they are.
template <class Base>
struct slotted_plain_base : Base {
  template <class Given>
  constexpr slotted_plain_base(from_arguments, const Given&) : Base() {}
};
template <class Base>
using stored_base = std::conditional_t<takes_arguments<Base>(), Base, slotted_plain_base<Base>>;

/// The record of the base that brings the dict slot.
template <class... Bases>
constexpr class_record& record_in_bases(pack<Bases...>*);
template <class Base, class... Bases>
constexpr class_record& record_in_bases(pack<Base, Bases...>*) {
  if constexpr (brings<dict_kind, Base>())
    return record_of_class<seen_as<Base>>::record;
  else
    return record_in_bases(static_cast<pack<Bases...>*>(nullptr));
}
template <class Declaration>
constexpr class_record& base_record_of() {
  return record_in_bases(static_cast<typename Declaration::bases*>(nullptr));
}

/// The weak references of an object that is moved as one of a class of that level; nothing where the class has no
/// weakref slot.
template <class Declaration, std::uint32_t Level = weak_level_if_any<Declaration>()>
class move_of_references {
 public:
  template <class Cells>
  SLOTTED_INLINE constexpr explicit move_of_references(Cells&, Cells* = nullptr) noexcept {}
  template <class Cells>
  SLOTTED_INLINE constexpr void finish(Cells&) noexcept {}
};
template <class Declaration, std::uint32_t Level>
  requires(Declaration::has_weakref)
class move_of_references<Declaration, Level> {
  using owner = typename weakref_declaration_of<Declaration>::self;

 public:
  template <class Cells>
  SLOTTED_INLINE constexpr explicit move_of_references(const Cells& from, const Cells* target = nullptr) noexcept
      : move_(weak_cell_in<Cells, Declaration>(from),
              target != nullptr ? &weak_cell_in<Cells, Declaration>(*target) : nullptr, Level,
              name_of_class<typename Declaration::self>) {}
  template <class Cells>
  SLOTTED_INLINE constexpr void finish(Cells& to) noexcept {
    if (move_.is_active()) move_.finish(weak_cell_in<Cells, Declaration>(to), as_owner(to));
  }

 private:
  /// Of an object that is being made: its constructor has begun, and a pointer is all that is wanted.
  template <class Cells>
  __attribute__((no_sanitize("undefined"))) static void* as_owner(Cells& made) noexcept {
    return static_cast<owner*>(static_cast<weak_cell_of<Declaration>*>(__builtin_addressof(made)));
  }

  weak_move move_;
};

/// What is done with one of the members. A class of its own, so that a user's class, which derives from its cells,
/// inherits none of these names.
template <class Declaration>
struct cell_work {
  template <std::size_t Member>
  using cell = typename cell_at<Declaration, Member>::type;
  template <std::size_t Member>
  using entry = entry_in_cell<Declaration, Member>;

  template <std::size_t Member>
  static constexpr bool is_slot_cell() {
    if constexpr (Member == Declaration::cells || is_special_member<Declaration, Member>)
      return false;
    else
      return entry<Member>::may_be_unset;
  }
  template <std::size_t Member>
  static constexpr bool is_field_cell() {
    return Member != Declaration::cells && !is_slot_cell<Member>();
  }

  template <std::size_t Member, class Given>
  static constexpr bool made_without_throwing() {
    if constexpr (Member == Declaration::cells || is_special_member<Declaration, Member>) {
      return true;
    } else if constexpr (adopted_entry<entry<Member>>) {
      return adopted_maker<Declaration, Member, Given>::makes_without_throwing();
    } else {
      using source = value_maker<entry<Member>, Given>;
      if constexpr (source::has_value) return source::makes_without_throwing();
      return true;
    }
  }

  template <class Given, std::size_t... Members>
  static constexpr bool all_made_without_throwing(std::index_sequence<Members...>) {
    return all_of({made_without_throwing<Members, Given>()...});
  }

  /// What the cell of a member is made from when arguments come: the maker of its value for a field; slots follow
  /// later.
  template <std::size_t Member, class Given>
  static constexpr auto source_of(const Given& given) noexcept {
    if constexpr (!is_field_cell<Member>())
      return nothing{};
    else if constexpr (is_dict_member<Declaration, Member>)
      return dict_maker<Declaration>{};
    else if constexpr (is_weak_member<Declaration, Member>)
      return weak_maker<Declaration>{};
    else if constexpr (is_count_member<Declaration, Member>)
      return no_items{};
    else if constexpr (adopted_entry<entry<Member>>)
      return adopted_maker<Declaration, Member, Given>{given};
    else
      return value_maker<entry<Member>, Given>{given};
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
  /// A number stays where it is and marked, as a member of a struct does: there is nothing to end.
  template <std::size_t Member, class Cells>
  static constexpr bool destroy_member(Cells& made) noexcept {
    if constexpr (is_slot_cell<Member>())
      if constexpr (!std::is_trivially_destructible_v<typename entry<Member>::value_type>)
        if (is_set<entry<Member>>(made)) destroy_slot<entry<Member>>(made);
    return true;
  }

  /// The class of the object is that of this layer, as with virtual functions: when the bases are made ...
  template <class Cells>
  SLOTTED_INLINE static constexpr void enter_class(Cells& made) {
    if constexpr (Declaration::has_dict)
      dict_of<Cells, Declaration>(made).enter_class(record_of_class<typename Declaration::self>::record);
  }
  /// ... until its slots are dead.
  template <class Cells>
  SLOTTED_INLINE static constexpr void leave_class(Cells& made) noexcept {
    if constexpr (Declaration::has_dict && !Declaration::declares_dict)
      dict_of<Cells, Declaration>(made).leave_class(base_record_of<Declaration>());
  }

  /// The weak references die first, at the outermost level; then there is nothing left to do for the others.
  template <class Cells>
  SLOTTED_INLINE static constexpr void expire(const Cells& dying) noexcept {
    if constexpr (Declaration::has_weakref)
      weak_cell_in<Cells, Declaration>(dying).expire_in_destructor(name_of_class<typename Declaration::self>);
    else
      static_cast<void>(dying);
  }

  // All members in turn. The cells are passed as `slotted_cells<Declaration>`, a name that does not list them.

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
    if constexpr (Declaration::has_weakref && !std::is_lvalue_reference_v<Other>) {
      move_of_references<Declaration> moving(other, &to);
      assign_all(to, std::forward<Other>(other));
      moving.finish(to);
    } else {
      assign_all(to, std::forward<Other>(other));
    }
  }
  template <class Cells, class Other>
  SLOTTED_INLINE static constexpr void assign_all(Cells& to, Other&& other) {
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

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
