// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// What can be done with one slot of one object, all types known: the ground on which verbs, descriptors and handles
// stand.
#ifndef SLOTTED_ACCESS_HPP
#define SLOTTED_ACCESS_HPP

#include <slotted/cell.hpp>
#include <slotted/diagnose.hpp>
#include <slotted/entries.hpp>
#include <slotted/value_rule.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

template <class Entry>
inline constexpr slot_place place_of{name_of_class<typename Entry::owner>, Entry::name_type::text};

/// `T&`, or `const T&` where the object is const or the slot is readonly.
template <class Entry, class Object>
using slot_reference = std::conditional_t<std::is_const_v<Object> || Entry::readonly, const typename Entry::value_type&,
                                          typename Entry::value_type&>;
template <class Entry, class Object>
using slot_pointer = std::remove_reference_t<slot_reference<Entry, Object>>*;

/// `T`, const as `O` (with or without its reference) is.
template <class O, class T>
using const_like = std::conditional_t<std::is_const_v<std::remove_reference_t<O>>, const T, T>;

/// One function for all slots that a class declares: one for each would be half of the object file of a large class.
template <class Declaration, class Object>
[[noreturn]] SLOTTED_COLD inline void raise_unset_slot(std::size_t own_index) {
  raise_unset(class_name<Object>, own_name<Declaration>(own_index));
}

/// The value, which must be there.
template <class Entry, class Object>
SLOTTED_INLINE constexpr slot_reference<Entry, Object> unchecked_value(Object& object) noexcept {
  using cell = const_like<Object, cell_of<Entry>>;
  if constexpr (Entry::may_be_unset)
    return held_in(static_cast<cell&>(object)).slotted_value;
  else
    return field_in<Entry>(static_cast<cell&>(object));
}

template <class Entry, class Object>
SLOTTED_INLINE constexpr bool has_value(const Object& object) noexcept {
  if constexpr (Entry::may_be_unset)
    return is_set<Entry>(object);
  else
    return true;
}

/// The value; attribute_error where the slot is unset.
template <class Entry, class Object>
SLOTTED_INLINE constexpr slot_reference<Entry, Object> checked_value(Object& object) {
  if constexpr (Entry::may_be_unset) {
    bool is_there = false;
    if constexpr (std::is_scalar_v<typename Entry::value_type> && !std::is_const_v<Object>)
      is_there = is_set_already<Entry>(object);
    else
      is_there = is_set<Entry>(object);
    if (!is_there) [[unlikely]]
      raise_unset_slot<typename Entry::declaration, Object>(Entry::own_index);
  }
  return unchecked_value<Entry>(object);
}

template <class Entry, class Object>
SLOTTED_INLINE constexpr slot_pointer<Entry, Object> find_value(Object& object) noexcept {
  if constexpr (Entry::may_be_unset)
    if (!is_set<Entry>(object)) return nullptr;
  return __builtin_addressof(unchecked_value<Entry>(object));
}

/// An rvalue's slots are rvalues.
template <class O, class T>
SLOTTED_INLINE constexpr decltype(auto) forward_slot(T& value) noexcept {
  if constexpr (std::is_lvalue_reference_v<O>)
    return (value);
  else
    return static_cast<T&&>(value);
}

/// Makes a slot's value from a value that is at hand.
template <class Entry, class V>
struct converting_maker {
  using made_type = std::remove_cv_t<typename Entry::value_type>;
  static constexpr bool has_argument = true;
  V&& value;

  constexpr made_type operator()() const
    requires(!std::is_array_v<made_type>)
  {
    return convert<made_type>(static_cast<V&&>(value), place_of<Entry>);
  }
  constexpr V&& argument_value() const { return static_cast<V&&>(value); }
};
/// Arrays are made from `argument_value()`; no function can return one.
template <class Entry, class V>
  requires std::is_array_v<typename Entry::value_type>
struct converting_maker<Entry, V> {
  using made_type = std::remove_cv_t<typename Entry::value_type>;
  static constexpr bool has_argument = true;
  V&& value;
  constexpr V&& argument_value() const { return static_cast<V&&>(value); }
};

/// A copy of the value or else `fallback` as one.
template <class Entry, class Object, class F>
SLOTTED_INLINE constexpr auto value_or_fallback(const Object& object, F&& fallback) {
  using T = std::remove_cv_t<typename Entry::value_type>;
  if constexpr (!fits<T, F>) {
    static_cast<void>(report<error::value_does_not_fit_slot<seen_as<Object>, Entry::name_type::literal, T,
                                                            std::remove_cvref_t<F>>>::kept);
  } else {
    return has_value<Entry>(object) ? T(unchecked_value<Entry>(object))
                                    : T(convert<T>(static_cast<F&&>(fallback), place_of<Entry>));
  }
}

/// Makes it from constructor arguments.
template <class Entry, class Make>
struct calling_maker {
  using made_type = std::remove_cv_t<typename Entry::value_type>;
  static constexpr bool has_argument = false;
  const Make& make;
  constexpr made_type operator()() const { return make(); }
};

/// Assigns to a value that is there. A string takes text as it comes, to keep its memory.
template <class Entry, class V>
SLOTTED_INLINE constexpr void assign_value(typename Entry::value_type& to, V&& value) {
  using T = typename Entry::value_type;
  constexpr fit how = fit_of<T, V>();
  if constexpr (std::is_array_v<T>)
    assign_elements(to, static_cast<V&&>(value));
  else if constexpr (how == fit::same)
    to = static_cast<V&&>(value);
  else if constexpr (string_type<T> && (how == fit::implicit || how == fit::text) && std::is_assignable_v<T&, V>)
    to = static_cast<V&&>(value);
  else
    to = convert<T>(static_cast<V&&>(value), place_of<Entry>);
}

/// Whether a write of `V` compiles; says why where it does not.
template <class Entry, class Object, class V>
constexpr bool may_store() {
  using T = typename Entry::value_type;
  using self = seen_as<Object>;
  constexpr auto literal = Entry::name_type::literal;
  if constexpr (std::is_const_v<Object>) {
    return report<error::object_is_const<self, literal>>::kept;
  } else if constexpr (Entry::readonly) {
    return report<error::slot_is_readonly<self, literal>>::kept;
  } else if constexpr (!fits<T, V>) {
    return report<error::value_does_not_fit_slot<self, literal, T, std::remove_cvref_t<V>>>::kept;
  } else if constexpr (!std::is_move_assignable_v<std::remove_all_extents_t<T>>) {
    return report<error::slot_type_cannot_be_assigned<self, literal, T>>::kept;
  } else {
    return true;
  }
}

template <class Entry, class V>
inline constexpr bool is_plainly_assigned =
    !std::is_array_v<typename Entry::value_type> && fit_of<typename Entry::value_type, V>() == fit::same;

/// Stores a value by the value rule: assigns to one that is there, else constructs it. On a throw the slot is as
/// before. A scalar is written without asking which: a value that may be the slot's own is copied first.
template <class Entry, class Object, class V>
SLOTTED_INLINE constexpr void store_value(Object& object, V&& value) {
  if constexpr (may_store<Entry, Object, V>()) {
    if constexpr (!Entry::may_be_unset) {
      assign_value<Entry>(unchecked_value<Entry>(object), static_cast<V&&>(value));
    } else if constexpr (std::is_scalar_v<typename Entry::value_type>) {
      using T = typename Entry::value_type;
      const T made = convert<T>(static_cast<V&&>(value), place_of<Entry>);
      construct_slot<Entry>(object, converting_maker<Entry, const T&>{made});
    } else {
      if (is_set<Entry>(object))
        assign_value<Entry>(unchecked_value<Entry>(object), static_cast<V&&>(value));
      else
        construct_slot<Entry>(object, converting_maker<Entry, V>{static_cast<V&&>(value)});
    }
  }
}

/// Whether deleting compiles; says why where it does not.
template <class Entry, class Object>
constexpr bool may_delete() {
  using self = seen_as<Object>;
  constexpr auto literal = Entry::name_type::literal;
  if constexpr (std::is_const_v<Object>) {
    return report<error::object_is_const<self, literal>>::kept;
  } else if constexpr (!Entry::may_be_unset) {
    return report<error::field_cannot_be_deleted<self, literal>>::kept;
  } else if constexpr (Entry::readonly) {
    return report<error::slot_is_readonly<self, literal>>::kept;
  } else {
    return true;
  }
}

/// Destroys the value; attribute_error where there is none.
template <class Entry, class Object>
SLOTTED_INLINE constexpr void delete_value(Object& object) {
  if constexpr (may_delete<Entry, Object>()) {
    if (!is_set<Entry>(object)) [[unlikely]]
      raise_unset_slot<typename Entry::declaration, Object>(Entry::own_index);
    destroy_slot<Entry>(object);
  }
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
