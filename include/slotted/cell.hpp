// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The memory of one slot: the value of a field, the room for the value of a slot, and the presence bits of a class.
#ifndef SLOTTED_CELL_HPP
#define SLOTTED_CELL_HPP

#include <slotted/adopted_cell.hpp>
#include <slotted/declaration.hpp>
#include <slotted/dict_cell.hpp>
#include <slotted/weak_cell.hpp>

#include <cstddef>
#if SLOTTED_REAL_MEMBERS
#include <meta>
#endif
#include <string>  // and with it std::construct_at, which <memory> would bring at many times the cost
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// Returns the value of a slot straight into the place where it is to live. Arrays, which no function can return, are
/// made from `argument_value()` element by element.
template <class M>
concept maker = requires {
  typename M::made_type;
  M::has_argument;
};

/// Stands for "no value" where a cell is made without one, and in the union of an unset slot. Occupies no memory.
struct nothing {};

// Members of these classes carry the prefix slotted_, so that they hide no name that a user's member function means.

/// A value and nothing else. Copies, moves, compares with a struct's member byte for byte.
template <class Owner, std::size_t I, class T>
struct slotted_value_cell {
  T slotted_value;

  template <maker Maker>
  constexpr explicit slotted_value_cell(const Maker& make) noexcept(noexcept(make())) : slotted_value(make()) {}
};

/// Copies or moves an array element by element.
template <class To, class From>
constexpr void assign_elements(To& to, From&& from) {
  if constexpr (std::is_array_v<To>)
    for (std::size_t i = 0; i != std::extent_v<To>; ++i)
      if constexpr (std::is_lvalue_reference_v<From>)
        assign_elements(to[i], from[i]);
      else
        assign_elements(to[i], std::move(from[i]));
  else
    to = std::forward<From>(from);
}

/// Element K of the array that a maker has.
template <std::size_t K, class Maker>
constexpr decltype(auto) element_of(const Maker& make) {
  using source = decltype(make.argument_value());
  if constexpr (std::is_lvalue_reference_v<source>)
    return make.argument_value()[K];
  else
    return std::move(make.argument_value()[K]);
}

template <class Owner, std::size_t I, class E, std::size_t N>
struct slotted_value_cell<Owner, I, E[N]> {
  E slotted_value[N];

  template <maker Maker>
  constexpr explicit slotted_value_cell(const Maker& make) : slotted_value_cell(std::make_index_sequence<N>{}, make) {}

 private:
  template <std::size_t... K, class Maker>
    requires(Maker::has_argument && !std::is_array_v<E>)
  constexpr slotted_value_cell(std::index_sequence<K...>, const Maker& make) : slotted_value{element_of<K>(make)...} {}

  template <std::size_t... K, class Maker>
    requires(!Maker::has_argument)
  constexpr slotted_value_cell(std::index_sequence<K...>, const Maker&) : slotted_value{} {}

  // Rows of an array of arrays cannot be initialised from rows; they are assigned.
  template <std::size_t... K, class Maker>
    requires(Maker::has_argument && std::is_array_v<E>)
  constexpr slotted_value_cell(std::index_sequence<K...>, const Maker& make) : slotted_value{} {
    assign_elements(slotted_value, make.argument_value());
  }
};

/// Room for a value that may be absent. Whether it is there stands in the owner's presence bits, so this class alone
/// can neither copy nor destroy one that is not trivial: the storage does.
template <class Owner, std::size_t I, class T>
struct slotted_slot_cell {
  using slotted_held_type = slotted_value_cell<Owner, I, T>;
  union {
    nothing slotted_unset;
    slotted_held_type slotted_held;
  };

  constexpr explicit slotted_slot_cell(nothing) noexcept : slotted_unset{} {}
  slotted_slot_cell(const slotted_slot_cell&) = default;
  slotted_slot_cell(slotted_slot_cell&&) = default;
  slotted_slot_cell& operator=(const slotted_slot_cell&) = default;
  slotted_slot_cell& operator=(slotted_slot_cell&&) = default;
  constexpr ~slotted_slot_cell()
    requires std::is_trivially_destructible_v<T>
  = default;
  constexpr ~slotted_slot_cell() {}  // NOLINT(modernize-use-equals-default): of a non-trivial union member
};

/// Eight presence bits. Not a character, which might be a byte of any other object: a loop that sets slots would write
/// the bits each time, and read all else again, in fear of that.
enum class presence_byte : unsigned char {};

/// One bit for each own slot that may be unset.
template <class Owner, std::size_t Bytes>
struct slotted_presence_cell {
  presence_byte slotted_bits[Bytes];
  /// With a read that no constant expression may do: g++ works out constant objects beforehand, at run time, too, and
  /// would clear the room of every slot with the bits.
  constexpr explicit slotted_presence_cell(nothing) noexcept : slotted_bits{} {
    if (!std::is_constant_evaluated())
      slotted_bits[0] = *reinterpret_cast<presence_byte*>(reinterpret_cast<unsigned char*>(slotted_bits));
  }
};

#if SLOTTED_REAL_MEMBERS
// A field or a slot that is a member of the class by its name: defined in real_members.hpp.
template <class Owner, std::size_t I, class T, name Text, bool Named>
struct slotted_field_cell;
template <class Owner, std::size_t I, class T, name Text, bool Named>
struct slotted_readonly_cell;
template <class Owner, std::size_t I, class T, name Text, bool Named>
struct slotted_member_cell;

/// Whether a class or one of its bases has a member of that name, which another one would make ambiguous.
consteval bool has_member(std::meta::info type, std::string_view text) {
  constexpr auto all = std::meta::access_context::unchecked();
  for (const std::meta::info member : members_of(type, all))
    if (has_identifier(member) && identifier_of(member) == text) return true;
  for (const std::meta::info base : bases_of(type, all))
    if (has_member(type_of(base), text)) return true;
  return false;
}
/// The name by value: with -fsanitize=undefined g++ 16 takes no address of a template's constant for one.
template <std::size_t N>
consteval std::meta::info member_spec(std::meta::info type, name<N> text) {
  return std::meta::data_member_spec(type, {.name = text.view()});
}
template <std::size_t N, class... Bases>
consteval bool is_ambiguous([[maybe_unused]] name<N> text, pack<Bases...>*) {
  return (false || ... || has_member(^^Bases, text.view()));
}
/// Whether a slot gives its name to a member: where it is no keyword, and no base has it.
template <class Entry>
inline constexpr bool is_named = false;
template <class Entry>
  requires requires { typename std::bool_constant<member_spec(^^int, Entry::name_type::literal) != std::meta::info()>; }
inline constexpr bool is_named<Entry> =
    !is_ambiguous(Entry::name_type::literal, static_cast<typename Entry::declaration::bases*>(nullptr));

template <class Entry>
inline constexpr bool is_readonly_field = !adopted_entry<Entry> && !Entry::may_be_unset && Entry::readonly &&
                                          !std::is_const_v<std::remove_all_extents_t<typename Entry::value_type>>;

template <class Entry>
struct cell_for {
  using type = slotted_field_cell<typename Entry::owner, Entry::own_index, typename Entry::value_type,
                                  Entry::name_type::literal, is_named<Entry>>;
};
template <class Entry>
  requires is_readonly_field<Entry>
struct cell_for<Entry> {
  using type = slotted_readonly_cell<typename Entry::owner, Entry::own_index, typename Entry::value_type,
                                     Entry::name_type::literal, is_named<Entry>>;
};
template <class Entry>
  requires(Entry::may_be_unset)
struct cell_for<Entry> {
  using type = slotted_member_cell<typename Entry::owner, Entry::own_index, typename Entry::value_type,
                                   Entry::name_type::literal, is_named<Entry>>;
};
#else
template <class Entry>
struct cell_for {
  using type = slotted_value_cell<typename Entry::owner, Entry::own_index, typename Entry::value_type>;
};
template <class Entry>
  requires(Entry::may_be_unset)
struct cell_for<Entry> {
  using type = slotted_slot_cell<typename Entry::owner, Entry::own_index, typename Entry::value_type>;
};
#endif
template <adopted_entry Entry>
struct cell_for<Entry> {
  using type = slotted_adopted_cell<typename Entry::owner, cell_index<typename Entry::declaration, Entry::own_index>(),
                                    typename Entry::slot::adopted>;
};
/// The cell that holds the value of a slot; that of an aggregate holds those of all its members.
template <class Entry>
using cell_of = typename cell_for<Entry>::type;

/// The cell of the dict slot in the class whose list has it: numbered behind all slots.
template <class Declaration>
using dict_cell_of = slotted_value_cell<typename dict_declaration_of<Declaration>::self,
                                        dict_declaration_of<Declaration>::count, dict_cell<dict_type_of<Declaration>>>;
/// The dict slot of an object, const as the object is.
template <class C, class Declaration = declaration_of<C>>
SLOTTED_INLINE constexpr auto& dict_of(C& object) noexcept {
  using cell = std::conditional_t<std::is_const_v<C>, const dict_cell_of<Declaration>, dict_cell_of<Declaration>>;
  return static_cast<cell&>(object).slotted_value;
}

/// The cell of the weakref slot in the class whose list has it: numbered behind the dict slot.
template <class Declaration>
using weak_cell_of = slotted_value_cell<typename weakref_declaration_of<Declaration>::self,
                                        weakref_declaration_of<Declaration>::count + 1, weak_cell_type_of<Declaration>>;
/// The weakref slot of an object: const, as no reference changes the value of an object.
template <class C, class Declaration = declaration_of<C>>
SLOTTED_INLINE constexpr const auto& weak_cell_in(const C& object) noexcept {
  return static_cast<const weak_cell_of<Declaration>&>(object).slotted_value;
}

/// The cell of the count of items in the class whose list has them.
template <class Declaration>
using count_cell_of = slotted_item_cell<error::object_with_items_is_never_copied_or_moved_make_another_with_items<
                                            typename items_declaration_of<Declaration>::self>,
                                        items_type_of<Declaration>>;

template <class Declaration>
using presence_cell_of = slotted_presence_cell<typename Declaration::self, presence_of<Declaration>.bytes()>;

// Access to one slot of an object whose class is complete. These are what every verb comes down to.

// SLOTTED_VALUE_IN(cell) is the value of a field in a cell that has nothing around it: a member access, in one step
// without optimisation, too.
#if SLOTTED_REAL_MEMBERS
/// The member that the compiler made for a cell.
template <class Cell>
inline constexpr std::meta::info member_in =
    nonstatic_data_members_of(^^typename Cell::slotted_base, std::meta::access_context::unchecked())[0];
template <class Entry>
inline constexpr bool is_plain_field = !Entry::may_be_unset && !adopted_entry<Entry> && !is_readonly_field<Entry>;
#define SLOTTED_VALUE_IN(cell) ((cell).[:slotted::detail::member_in<std::remove_cvref_t<decltype(cell)>>:])
#else
template <class Entry>
inline constexpr bool is_plain_field = !Entry::may_be_unset && !adopted_entry<Entry>;
#define SLOTTED_VALUE_IN(cell) ((cell).slotted_value)
#endif

/// The room of a slot, in its cell.
template <class Cell>
SLOTTED_INLINE constexpr Cell& room_in(Cell& cell) noexcept {
  return static_cast<Cell&>(cell);
}
#if SLOTTED_REAL_MEMBERS
// Where the room is in a member: in real_members.hpp. Declared here, since the importer of a module does not find it by
// argument-dependent look-up.
template <class Cell>
  requires requires { typename Cell::slotted_room; }
SLOTTED_INLINE constexpr auto& room_in(Cell& cell) noexcept;
#endif

/// The value cell in the room of a slot that is set. Laundered: g++ 12 would warn that the value may not be there,
/// where it has not seen why it is.
template <class Cell>
SLOTTED_INLINE constexpr auto& held_in(Cell& cell) noexcept {
  if (__builtin_is_constant_evaluated()) return room_in(cell).slotted_held;
  return *__builtin_launder(__builtin_addressof(room_in(cell).slotted_held));
}

/// The value of a field in its cell, const as the cell is.
template <class Entry, class Cell>
SLOTTED_INLINE constexpr auto& field_in(Cell& cell) noexcept {
  if constexpr (adopted_entry<Entry>) {
    using adopted = typename Entry::slot::adopted;
    using aggregate =
        std::conditional_t<std::is_const_v<Cell>, const typename adopted::aggregate, typename adopted::aggregate>;
    return adopted::template in<Entry::slot::index>(static_cast<aggregate&>(cell));
  } else if constexpr (is_plain_field<Entry>) {
    return SLOTTED_VALUE_IN(cell);
  } else {
    return room_in(cell).slotted_value;
  }
}

template <class Entry>
inline constexpr std::size_t bit_of = presence_of<typename Entry::declaration>.bit[Entry::own_index];
template <class Entry>
inline constexpr unsigned char mask_of = presence_mask_of(bit_of<Entry>);

template <class Entry>
SLOTTED_INLINE constexpr bool is_set(const presence_cell_of<typename Entry::declaration>& presence) noexcept {
  return (static_cast<unsigned char>(presence.slotted_bits[presence_byte_of(bit_of<Entry>)]) & mask_of<Entry>) != 0;
}
/// The same where a write may follow: said so that the compiler knows afterwards that to mark the slot changes nothing.
/// For several slots of one object it is longer, so it is not the way for all.
template <class Entry>
SLOTTED_INLINE constexpr bool is_set_already(const presence_cell_of<typename Entry::declaration>& presence) noexcept {
  const auto byte = static_cast<unsigned char>(presence.slotted_bits[presence_byte_of(bit_of<Entry>)]);
  const auto marked = static_cast<unsigned char>(byte | mask_of<Entry>);
#if defined(__clang__)
  const bool set = (byte & mask_of<Entry>) != 0;
  if (set && marked != byte) __builtin_unreachable();
  return set;
#else
  return marked == byte;
#endif
}
template <class Entry>
SLOTTED_INLINE constexpr void mark_set(presence_cell_of<typename Entry::declaration>& presence) noexcept {
  presence_byte& byte = presence.slotted_bits[presence_byte_of(bit_of<Entry>)];
  byte = static_cast<presence_byte>(static_cast<unsigned char>(byte) | mask_of<Entry>);
}
template <class Entry>
SLOTTED_INLINE constexpr void mark_unset(presence_cell_of<typename Entry::declaration>& presence) noexcept {
  presence_byte& byte = presence.slotted_bits[presence_byte_of(bit_of<Entry>)];
  byte = static_cast<presence_byte>(static_cast<unsigned char>(byte) & ~mask_of<Entry>);
}

/// Constructs the value of an unset slot from what its cell is made from. The bit is set when the value stands.
template <class Entry, class Object, class Source>
constexpr void construct_slot(Object& object, Source&& source) {
  cell_of<Entry>& cell = object;
  std::construct_at(__builtin_addressof(room_in(cell).slotted_held), std::forward<Source>(source));
  mark_set<Entry>(object);
}

/// Destroys the value of a set slot. The bit goes first: a destructor that looks at its own slot finds it unset.
template <class Entry, class Object>
constexpr void destroy_slot(Object& object) noexcept {
  cell_of<Entry>& cell = object;
  mark_unset<Entry>(object);
  using held = typename cell_of<Entry>::slotted_held_type;
  held_in(cell).~held();
  if (std::is_constant_evaluated()) std::construct_at(__builtin_addressof(room_in(cell).slotted_unset));
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
