// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Slots as members of their class, p.x: where SLOTTED_REAL_MEMBERS asks for it, of compilers with reflection. The cell
// of a slot derives from a struct that the compiler makes, with one member of the slot's name; nothing else changes, so
// every slot lies where it lies without it.
#ifndef SLOTTED_REAL_MEMBERS_HPP
#define SLOTTED_REAL_MEMBERS_HPP

#include <slotted/cell.hpp>

#if SLOTTED_REAL_MEMBERS

#include <compare>
#include <cstddef>
#include <initializer_list>
#include <meta>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

template <class Object, class Entry>
class slot_handle;  // slot_handle.hpp

template <class Owner, std::size_t I, class T, name Text>
class slot_member;

namespace detail {

template <class C, class Entry>
constexpr std::size_t offset_of_entry();  // object_layout.hpp

template <class T>
inline constexpr bool is_slot_member = false;
template <class Owner, std::size_t I, class T, name Text>
inline constexpr bool is_slot_member<slot_member<Owner, I, T, Text>> = true;

/// A struct with one member, by its name if it has one.
template <class Owner, std::size_t I, class Member, name Text, bool Named>
struct slotted_named {
  struct slotted_member;
  consteval {
    if constexpr (Named)
      std::meta::define_aggregate(^^slotted_member, {
                                                        member_spec(^^Member, Text)});
    else
      std::meta::define_aggregate(^^slotted_member, {
                                                        member_spec(^^Member, name("slotted_value"))});
  }
};

/// For the cells: a member's room for its value, which is a private base of it.
struct member_rooms {
  template <class Room, class Member>
  SLOTTED_INLINE static constexpr auto& in(Member& member) noexcept {
    return static_cast<std::conditional_t<std::is_const_v<Member>, const Room, Room>&>(member);
  }
};

}  // namespace detail

/// The member `o.x` for a readonly field: its value, for reading only.
template <class Owner, std::size_t I, class T, name Text>
class readonly_member : detail::slotted_value_cell<Owner, I, T> {
  using room = detail::slotted_value_cell<Owner, I, T>;
  friend struct detail::slotted_named<Owner, I, readonly_member, Text, true>;
  friend struct detail::slotted_named<Owner, I, readonly_member, Text, false>;
  friend struct detail::member_rooms;

  // Whole objects are copied and assigned; for that the member is.
  readonly_member(const readonly_member&) = default;
  readonly_member(readonly_member&&) = default;
  readonly_member& operator=(const readonly_member&) = default;
  readonly_member& operator=(readonly_member&&) = default;

 public:
  template <detail::maker Maker>
  constexpr explicit readonly_member(const Maker& make) noexcept(std::is_nothrow_constructible_v<room, const Maker&>)
      : room(make) {}
  ~readonly_member() = default;

  SLOTTED_INLINE constexpr operator const T&() const noexcept { return this->slotted_value; }
  [[nodiscard]] SLOTTED_INLINE constexpr const T& value() const noexcept { return this->slotted_value; }
  [[nodiscard]] SLOTTED_INLINE constexpr const T& operator*() const noexcept { return this->slotted_value; }
  [[nodiscard]] SLOTTED_INLINE constexpr const T* operator->() const noexcept {
    return __builtin_addressof(this->slotted_value);
  }

  // Where conversion alone would not do.
  friend constexpr bool operator==(const readonly_member& member, const T& other)
    requires std::is_class_v<T> && requires(const T& value) { value == value; }
  {
    return member.value() == other;
  }
  friend constexpr bool operator==(const readonly_member& member, const readonly_member& other)
    requires std::is_class_v<T> && requires(const T& value) { value == value; }
  {
    return member.value() == other.value();
  }

  /// Does not compile, and says so.
  template <class V>
  constexpr void operator=(V&&) const {
    static_cast<void>(detail::report<error::slot_is_readonly<Owner, Text>>::kept);
  }
};

/// The member `o.label` for a slot that may be unset: the interface of `o["label"_slot]`, a `slot_handle`, on a part of
/// the object. Whether the value is there says a bit elsewhere in the object, which the member finds by its own
/// address; no constant expression can do that, so there only `unchecked()` works, and `o["label"_slot]` as ever.
///
/// `p.label = q.label` sets or unsets `p.label` as `q.label` is. Where the type is trivial and `q` is const, the
/// compiler takes it for a part of the copy of a whole object, and says that the operator is private: then `p.label =
/// q.label.handle()`.
template <class Owner, std::size_t I, class T, name Text>
class slot_member : detail::slotted_slot_cell<Owner, I, T> {
  using room = detail::slotted_slot_cell<Owner, I, T>;
  friend struct detail::slotted_named<Owner, I, slot_member, Text, true>;
  friend struct detail::slotted_named<Owner, I, slot_member, Text, false>;
  friend struct detail::member_rooms;

  static constexpr bool is_trivially_assigned = std::is_trivially_copy_assignable_v<std::remove_all_extents_t<T>>;
  static constexpr bool is_copied = std::is_copy_constructible_v<std::remove_all_extents_t<T>> &&
                                    std::is_copy_assignable_v<std::remove_all_extents_t<T>>;

  // Without an argument: a member that its class initialises from a value is one for which g++ 16 clears the room.
  constexpr slot_member() noexcept : room(detail::nothing{}) {}
  // Whole objects with trivial slots are copied as bytes, and the members with them.
  slot_member(const slot_member&) = default;
  slot_member(slot_member&&) = default;
  slot_member& operator=(const slot_member&)
    requires is_trivially_assigned
  = default;
  slot_member& operator=(slot_member&&) = default;

  /// Lazily, as is all that asks the class: it is not complete before its members are.
  template <class Member>
  SLOTTED_INLINE static constexpr auto handle_of(Member& member) noexcept {
    using entry = detail::slot_entry<detail::declaration_of<Owner>, I>;
    using object = std::conditional_t<std::is_const_v<Member>, const Owner, Owner>;
    using byte = std::conditional_t<std::is_const_v<Member>, const unsigned char, unsigned char>;
    return slot_handle<object, entry>(
        *reinterpret_cast<object*>(reinterpret_cast<byte*>(&member) - detail::offset_of_entry<Owner, entry>()));
  }

 public:
  ~slot_member() = default;

  /// What `o["label"_slot]` is.
  [[nodiscard]] SLOTTED_INLINE constexpr auto handle() noexcept { return handle_of(*this); }
  [[nodiscard]] SLOTTED_INLINE constexpr auto handle() const noexcept { return handle_of(*this); }

  /// Sets the slot, by the value rule; sets or unsets it as another member or handle is.
  template <class V>
    requires(!std::is_same_v<std::remove_cvref_t<V>, slot_member>)
  SLOTTED_INLINE constexpr slot_member& operator=(V&& value) {
    if constexpr (detail::is_slot_member<std::remove_cvref_t<V>>)
      handle() = value.handle();
    else
      handle() = static_cast<V&&>(value);
    return *this;
  }
  /// Of the same slot of another object.
  template <class Other>
    requires std::is_same_v<Other, slot_member>
  constexpr slot_member& operator=(Other& other) {
    handle() = other.handle();
    return *this;
  }
  constexpr slot_member& operator=(const slot_member& other)
    requires(!is_trivially_assigned && is_copied)
  {
    handle() = other.handle();
    return *this;
  }

  [[nodiscard]] SLOTTED_INLINE constexpr bool has_value() const noexcept { return handle().has_value(); }
  /// Throws attribute_error where the slot is unset, and so do `*` and `->`.
  [[nodiscard]] SLOTTED_INLINE constexpr decltype(auto) value() { return handle().value(); }
  [[nodiscard]] SLOTTED_INLINE constexpr decltype(auto) value() const { return handle().value(); }
  [[nodiscard]] SLOTTED_INLINE constexpr decltype(auto) operator*() { return handle().value(); }
  [[nodiscard]] SLOTTED_INLINE constexpr decltype(auto) operator*() const { return handle().value(); }
  [[nodiscard]] SLOTTED_INLINE constexpr auto operator->() { return handle().operator->(); }
  [[nodiscard]] SLOTTED_INLINE constexpr auto operator->() const { return handle().operator->(); }
  /// The value, which must be there: the check is the caller's.
  [[nodiscard]] SLOTTED_INLINE constexpr decltype(auto) unchecked() noexcept {
    using reference = decltype(handle().unchecked());
    return static_cast<reference>(detail::held_in(static_cast<room&>(*this)).slotted_value);
  }
  [[nodiscard]] SLOTTED_INLINE constexpr const T& unchecked() const noexcept {
    return detail::held_in(static_cast<const room&>(*this)).slotted_value;
  }
  /// A copy of the value, or else `fallback` as one.
  template <class V>
  [[nodiscard]] constexpr auto value_or(V&& fallback) const {
    return handle().value_or(static_cast<V&&>(fallback));
  }

  /// Unsets the slot if it is set.
  constexpr void reset() noexcept { handle().reset(); }
  /// Destroys the value if there is one, then constructs one in place. Where that throws the slot is unset.
  template <class... A>
  constexpr decltype(auto) emplace(A&&... arguments) {
    return handle().emplace(static_cast<A&&>(arguments)...);
  }
  template <class E, class... A>
    requires std::is_constructible_v<std::remove_cv_t<T>, std::initializer_list<E>&, A...>
  constexpr decltype(auto) emplace(std::initializer_list<E> elements, A&&... arguments) {
    return handle().emplace(elements, static_cast<A&&>(arguments)...);
  }
};

/// Neither a condition nor a value, as a handle.
template <class Owner, std::size_t I, class T, name Text, class V>
error::slot_handle_is_not_the_value_write_value_or_has_value<Owner, Text> operator==(
    const slot_member<Owner, I, T, Text>&, const V&);

namespace detail {

// The cells: of a field, of a field that is readonly, of a slot.

template <class Owner, std::size_t I, class T, name Text, bool Named>
struct slotted_field_cell : slotted_named<Owner, I, T, Text, Named>::slotted_member {
  using slotted_base = typename slotted_named<Owner, I, T, Text, Named>::slotted_member;

  template <maker Maker>
  constexpr explicit slotted_field_cell(const Maker& slotted_make) noexcept(noexcept(slotted_make()))
      : slotted_base{slotted_make()} {}
};

template <class Owner, std::size_t I, class E, std::size_t N, name Text, bool Named>
struct slotted_field_cell<Owner, I, E[N], Text, Named> : slotted_named<Owner, I, E[N], Text, Named>::slotted_member {
  using slotted_base = typename slotted_named<Owner, I, E[N], Text, Named>::slotted_member;

  template <maker Maker>
  constexpr explicit slotted_field_cell(const Maker& slotted_make)
      : slotted_field_cell(std::make_index_sequence<N>{}, slotted_make) {}

 private:
  template <std::size_t... K, class Maker>
    requires(Maker::has_argument && !std::is_array_v<E>)
  constexpr slotted_field_cell(std::index_sequence<K...>, const Maker& slotted_make)
      : slotted_base{{element_of<K>(slotted_make)...}} {}

  template <std::size_t... K, class Maker>
    requires(!Maker::has_argument)
  constexpr slotted_field_cell(std::index_sequence<K...>, const Maker&) : slotted_base{} {}

  // Rows of an array of arrays cannot be initialised from rows; they are assigned.
  template <std::size_t... K, class Maker>
    requires(Maker::has_argument && std::is_array_v<E>)
  constexpr slotted_field_cell(std::index_sequence<K...>, const Maker& slotted_make) : slotted_base{} {
    assign_elements(SLOTTED_VALUE_IN(*this), slotted_make.argument_value());
  }
};

template <class Owner, std::size_t I, class T, name Text, bool Named>
struct slotted_readonly_cell
    : slotted_named<Owner, I, readonly_member<Owner, I, T, Text>, Text, Named>::slotted_member {
  using slotted_member_type = readonly_member<Owner, I, T, Text>;
  using slotted_room = slotted_value_cell<Owner, I, T>;
  using slotted_base = typename slotted_named<Owner, I, slotted_member_type, Text, Named>::slotted_member;

  template <maker Maker>
  constexpr explicit slotted_readonly_cell(const Maker& slotted_make) noexcept(
      std::is_nothrow_constructible_v<slotted_member_type, const Maker&>)
      : slotted_base{slotted_member_type(slotted_make)} {}
};

template <class Owner, std::size_t I, class T, name Text, bool Named>
struct slotted_member_cell : slotted_named<Owner, I, slot_member<Owner, I, T, Text>, Text, Named>::slotted_member {
  using slotted_member_type = slot_member<Owner, I, T, Text>;
  using slotted_room = slotted_slot_cell<Owner, I, T>;
  using slotted_base = typename slotted_named<Owner, I, slotted_member_type, Text, Named>::slotted_member;
  using slotted_held_type = typename slotted_room::slotted_held_type;

  constexpr explicit slotted_member_cell(nothing) noexcept {}
};

/// The room of a value is in the member.
template <class Cell>
  requires requires { typename Cell::slotted_room; }
SLOTTED_INLINE constexpr auto& room_in(Cell& cell) noexcept {
  return member_rooms::in<typename Cell::slotted_room>(SLOTTED_VALUE_IN(cell));
}

}  // namespace detail

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif

#endif
