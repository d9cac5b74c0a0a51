// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The verbs with a compile-time name: getattr(o, "x"_slot) is what o.x is for a struct. An unknown name does not
// compile in any of them.
#ifndef SLOTTED_ATTRIBUTE_BY_SLOT_HPP
#define SLOTTED_ATTRIBUTE_BY_SLOT_HPP

#include <slotted/access.hpp>
#include <slotted/descriptor.hpp>
#include <slotted/known_slots.hpp>

#include <cstdint>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

namespace detail {

template <class O>
concept slotted_object = slotted_class<std::remove_cvref_t<O>>;

/// The object's class as it is seen, const as the object is.
template <class O>
using seen_object = std::conditional_t<std::is_const_v<std::remove_reference_t<O>>,
                                       const seen_as<std::remove_cvref_t<O>>, seen_as<std::remove_cvref_t<O>>>;

/// Whether `O` has the slot; says what is wrong where it has not.
template <class O, class Name>
constexpr bool can_be_asked_for() {
  using C = std::remove_cvref_t<O>;
  if constexpr (is_unsound<C>)
    return false;  // it has been told so
  else if constexpr (!std::is_base_of_v<seen_as<C>, C>)
    return report<error::object_must_be_a_base_of_the_class_it_names<C>>::kept;
  else if constexpr (!has_slot<C, Name>)
    return report<unknown_slot<C, Name>>::kept;
  else
    return true;
}

template <class O, class Name>
using entry_named = typename found_entry<std::remove_cvref_t<O>, Name>::type;

template <class T, class O, class Name>
constexpr bool is_asked_for_as() {
  using C = std::remove_cvref_t<O>;
  if constexpr (!can_be_asked_for<O, Name>()) {
    return false;
  } else {
    using held = std::remove_cv_t<typename entry_named<O, Name>::value_type>;
    if constexpr (!std::is_same_v<std::remove_cv_t<T>, held>)
      return report<error::slot_is_of_another_type<seen_as<C>, Name::literal, held, T>>::kept;
    else
      return true;
  }
}

}  // namespace detail

/// The value: `T&`, `const T&` for const objects and readonly slots, an rvalue of an rvalue. attribute_error where the
/// slot is unset.
template <class O, name Text>
  requires detail::slotted_object<O>
SLOTTED_INLINE constexpr decltype(auto) getattr(O&& object, slot_name<Text>) {
  if constexpr (detail::can_be_asked_for<O, slot_name<Text>>()) {
    using entry = detail::entry_named<O, slot_name<Text>>;
    if constexpr (!std::is_lvalue_reference_v<O>)
      return detail::forward_slot<O>(detail::checked_value<entry>(object));
    else if constexpr (!detail::is_plain_field<entry>)
      return detail::checked_value<entry>(object);
    else  // in one step, so that it is one step without optimisation, too
      return static_cast<detail::slot_reference<entry, std::remove_reference_t<O>>>(
          SLOTTED_VALUE_IN((static_cast<detail::const_like<O, detail::cell_of<entry>>&>(object))));
  }
}

/// A copy of the value or, where there is none, `fallback` as one; no exception inside.
template <class O, name Text, class F>
  requires detail::slotted_object<O>
SLOTTED_INLINE constexpr auto getattr(const O& object, slot_name<Text>, F&& fallback) {
  if constexpr (detail::can_be_asked_for<O, slot_name<Text>>())
    return detail::value_or_fallback<detail::entry_named<O, slot_name<Text>>>(object, static_cast<F&&>(fallback));
}

/// Stores a value by the value rule: assigns to one that is there, else constructs it. A value that cannot fit does not
/// compile; an integer out of range is a type_error, and nothing is changed.
template <class O, name Text, class V>
  requires detail::slotted_object<O>
SLOTTED_INLINE constexpr void setattr(O&& object, slot_name<Text>, V&& value) {
  if constexpr (detail::can_be_asked_for<O, slot_name<Text>>()) {
    using entry = detail::entry_named<O, slot_name<Text>>;
    using object_type = std::remove_reference_t<O>;
    if constexpr (!detail::may_store<entry, object_type, V>())
      return;
    else if constexpr (detail::is_plain_field<entry> && detail::is_plainly_assigned<entry, V>)
      SLOTTED_VALUE_IN(static_cast<detail::cell_of<entry>&>(object)) = static_cast<V&&>(value);  // one step here, too
    else
      detail::store_value<entry>(object, static_cast<V&&>(value));
  }
}

/// Whether the slot has a value.
template <class O, name Text>
  requires detail::slotted_object<O>
[[nodiscard]] SLOTTED_INLINE constexpr bool hasattr(const O& object, slot_name<Text>) noexcept {
  if constexpr (detail::can_be_asked_for<O, slot_name<Text>>())
    return detail::has_value<detail::entry_named<O, slot_name<Text>>>(object);
  else
    return false;
}

/// Unsets a slot; attribute_error where it is unset. Fields and readonly slots cannot be deleted: it does not compile.
template <class O, name Text>
  requires detail::slotted_object<O>
SLOTTED_INLINE constexpr void delattr(O&& object, slot_name<Text>) {
  if constexpr (detail::can_be_asked_for<O, slot_name<Text>>())
    detail::delete_value<detail::entry_named<O, slot_name<Text>>>(object);
}

/// A pointer to the value, or null where the slot is unset. With getattr's const rules.
template <class O, name Text>
  requires detail::slotted_object<O>
[[nodiscard]] SLOTTED_INLINE constexpr auto find_attr(O& object, slot_name<Text>) noexcept {
  if constexpr (detail::can_be_asked_for<O, slot_name<Text>>())
    return detail::find_value<detail::entry_named<O, slot_name<Text>>>(object);
}

/// The same with the type given, as for a run-time name: it must be the slot's.
template <class T, class O, name Text>
  requires detail::slotted_object<O>
SLOTTED_INLINE constexpr decltype(auto) getattr(O&& object, slot_name<Text> slot) {
  if constexpr (detail::is_asked_for_as<T, O, slot_name<Text>>()) return getattr(static_cast<O&&>(object), slot);
}
/// The same with the type given: it must be the slot's.
template <class T, class O, name Text, class F>
  requires detail::slotted_object<O>
SLOTTED_INLINE constexpr T getattr(const O& object, slot_name<Text> slot, F&& fallback) {
  if constexpr (detail::is_asked_for_as<T, O, slot_name<Text>>())
    return getattr(object, slot, static_cast<F&&>(fallback));
}
/// The same with the type given: it must be the slot's.
template <class T, class O, name Text>
  requires detail::slotted_object<O>
[[nodiscard]] SLOTTED_INLINE constexpr auto find_attr(O& object, slot_name<Text> slot) noexcept {
  if constexpr (detail::is_asked_for_as<T, O, slot_name<Text>>()) return find_attr(object, slot);
}

// An object of no slotted class: never defined, and the type that they return says so in one line, where the compiler
// would list all that a verb could be asked for.

template <class O, name Text, class... Rest>
  requires(!detail::slotted_object<O>)
error::class_is_not_slotted<std::remove_cvref_t<O>, Text> getattr(O&&, slot_name<Text>, Rest&&...);
template <class O, name Text, class V>
  requires(!detail::slotted_object<O>)
error::class_is_not_slotted<std::remove_cvref_t<O>, Text> setattr(O&&, slot_name<Text>, V&&);
template <class O, name Text>
  requires(!detail::slotted_object<O>)
error::class_is_not_slotted<std::remove_cvref_t<O>, Text> hasattr(O&&, slot_name<Text>);
template <class O, name Text>
  requires(!detail::slotted_object<O>)
error::class_is_not_slotted<std::remove_cvref_t<O>, Text> delattr(O&&, slot_name<Text>);
template <class O, name Text>
  requires(!detail::slotted_object<O>)
error::class_is_not_slotted<std::remove_cvref_t<O>, Text> find_attr(O&&, slot_name<Text>);

namespace detail {

template <class C, class F, class Owner, class Entry, std::size_t Index>
SLOTTED_INLINE constexpr void call_if_set(C& object, F& f, slot_descriptor<Owner, Entry, Index>) {
  if (has_value<Entry>(object)) f(std::string_view(Entry::name_type::text), unchecked_value<Entry>(object));
}
template <class C, class F, class Owner, class Entry, std::size_t Index>
SLOTTED_INLINE constexpr void call_with_value(C& object, F& f, slot_descriptor<Owner, Entry, Index>) {
  f(std::string_view(Entry::name_type::text), unchecked_value<Entry>(object));
}

/// Whether the presence byte of a slot has all the bits that it can have.
template <class Entry>
SLOTTED_INLINE constexpr bool is_byte_full(const presence_cell_of<typename Entry::declaration>& presence) noexcept {
  constexpr std::size_t byte = presence_byte_of(bit_of<Entry>);
  constexpr std::size_t bits = presence_of<typename Entry::declaration>.bits - 8 * byte;
  return presence.slotted_bits[byte] == static_cast<presence_byte>(bits < 8 ? (1u << bits) - 1 : 0xffu);
}
template <class C, class... Entries>
SLOTTED_INLINE constexpr bool is_full(const C& object, pack<Entries...>*) noexcept {
  return (true && ... && [&] {
    if constexpr (Entries::may_be_unset)
      return is_byte_full<Entries>(object);
    else
      return true;
  }());
}
/// Whether a visit of a constant object begins with one question: whether all slots are set. So it is where all that
/// may be unset are numbers, pointers and the like, for then nothing breaks if `f` reaches the object by another way
/// and unsets one that the visit then passes as it was. The code is in the program twice: for up to 16 slots.
template <class O, class... Entries>
constexpr bool is_visited_as_whole(pack<Entries...>*) {
  constexpr std::size_t bits = (std::size_t{Entries::may_be_unset} + ... + 0);
  return std::is_const_v<std::remove_reference_t<O>> && bits > 1 && bits <= 16 &&
         (true && ... && (!Entries::may_be_unset || std::is_scalar_v<typename Entries::value_type>));
}

}  // namespace detail

/// Calls `f(name, value)` for every slot that is set, bases first, in declared order, then for every dynamic attribute,
/// in the order in which they were set. `f` must not add or erase dynamic attributes; nor unset slots where the object
/// is given as const.
/// @snippet verbs.cpp for_each_attr
template <class O, class F>
  requires detail::slotted_object<O>
SLOTTED_INLINE constexpr void for_each_attr(O&& object, F&& f) {
  using C = std::remove_cvref_t<O>;
  auto& seen = static_cast<detail::const_like<O, detail::seen_as<C>>&>(object);
  const auto visit = [&](auto slot) { detail::call_if_set(seen, f, slot); };
  using entries = detail::entries_of<detail::declaration_of<C>>;
  if constexpr (detail::is_visited_as_whole<O>(static_cast<entries*>(nullptr))) {
    if (std::is_constant_evaluated()) {
      for_each_slot<C>(visit);
    } else if (detail::is_full(seen, static_cast<entries*>(nullptr))) {
      for_each_slot<C>([&](auto slot) { detail::call_with_value(seen, f, slot); });
    } else {
      // As if it were another object: g++ kept the places of all values in registers, for both ways.
      auto* some = __builtin_addressof(seen);
      __asm__("" : "+r"(some));
      for_each_slot<C>([&](auto slot) { detail::call_if_set(*some, f, slot); });
    }
  } else {
    for_each_slot<C>(visit);
  }
  if constexpr (detail::declaration_of<C>::has_dict) {
    const auto& dict = detail::dict_of(static_cast<const detail::seen_as<C>&>(object));
    if (dict.is_constant()) return;
    using held = detail::const_like<O, detail::dict_type_of<detail::declaration_of<C>>>;
    for (std::uint32_t i = dict.names().next_name(0); i != dict.names().used; i = dict.names().next_name(i + 1))
      f(dict.names().names()[i]->view(), static_cast<held&>(dict.at(i)));
  }
}

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
