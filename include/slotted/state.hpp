// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// state(o) and restore: all that an object holds, as a value of its own, and back into an object. Python's
// `__getstate__` and `__setstate__`. Not in the umbrella.
#ifndef SLOTTED_STATE_HPP
#define SLOTTED_STATE_HPP

#include <slotted/builder.hpp>

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

namespace detail {

/// Whether all that a base holds is its vptr, so that there is nothing to keep.
template <class Base>
inline constexpr bool is_interface = std::is_polymorphic_v<Base> && sizeof(Base) == sizeof(void*);

template <>
struct support<restoring> {
  static constexpr bool of_parts = false;
  template <class T>
  static constexpr bool of_slot = std::is_move_constructible_v<T>;
  /// One that is not slotted is kept whole, so it must be a value.
  template <class Base>
  static constexpr bool of_base =
      is_interface<Base> || (!std::is_polymorphic_v<Base> && std::movable<Base> && std::default_initializable<Base>);
};
template <slotted_class Base>
inline constexpr bool support<restoring>::of_base<Base> = has_feature<Base, restoring>;

// What a class holds beside its slots: the bases that are not slotted, its own and those of its bases.

template <class Bases>
struct whole_bases_of;
template <class Base>
struct whole_bases_in {
  using type = std::conditional_t<std::is_empty_v<Base> || is_interface<Base>, pack<>, pack<Base>>;
};
template <slotted_class Base>
struct whole_bases_in<Base> : whole_bases_of<typename declaration_of<Base>::bases> {};
template <class... Bases>
struct whole_bases_of<pack<Bases...>> {
  using type = join_t<typename whole_bases_in<Bases>::type...>;
};
template <class C>
using whole_bases = typename whole_bases_in<seen_as<C>>::type;

template <class... Bases>
extends<Bases...> extending(pack<Bases...>*);
template <class C>
using extends_whole_bases = decltype(extending(static_cast<whole_bases<C>*>(nullptr)));

}  // namespace detail

/// What an object of class `C` holds: an object itself, of a class with the same slots, all of which may be unset, with
/// a dict slot where `C` has one, and with copies of the bases that are not slotted. Readonly slots can be set in it.
/// It has no weak references, and none of the functions and the plain members of `C`.
///
/// All that slotted objects can do is there: `getattr(s, name)`, `s["x"_slot]`, `vars(s)`, `for_each_attr(s, f)`, `==`,
/// `diff(before, after)`, `repr(s)`. It can be made by hand, too: `object_state<Point> s; setattr(s, "x", 1.0);`.
/// @snippet state.cpp state
template <class C>
  requires std::same_as<C, detail::seen_as<C>>
struct object_state : object<object_state<C>, detail::extends_whole_bases<C>, detail::builder_items<C>> {
  using object_state::object::object;
};

namespace detail {

template <class C>
inline constexpr std::string_view given_class_name<object_state<C>> = name_of_class<C>;
template <class C>
struct class_built_from<object_state<C>> {
  using type = C;
};

template <class C>
using state_of_class = object_state<seen_as<std::remove_cvref_t<C>>>;

template <class C>
constexpr bool can_be_restored() {
  if constexpr (!has_feature<C, restoring>)
    return report<obstacle<C, restoring>>::kept;
  else
    return true;
}

// From the object into the state. Nothing is in the state before.

/// A slot's value for the state: a copy or, `Source` being no reference, moved, also out of a readonly slot.
template <class Entry, class Source>
constexpr bool keep_slot(state_of_class<Source>& kept_state, std::remove_reference_t<Source>& object) {
  using kept = entry_named<state_of_class<Source>, typename Entry::name_type>;
  if (!has_value<Entry>(object)) return true;
  auto& held = unchecked_value<Entry>(object);
  using T = typename Entry::value_type;
  if constexpr (std::is_lvalue_reference_v<Source>) {
    using given = arguments<argument<typename Entry::name_type, const T&>>;
    construct_slot<kept>(kept_state, value_maker<kept, given>{given{{held}}});
  } else {
    using given = arguments<argument<typename Entry::name_type, T>>;
    construct_slot<kept>(kept_state, value_maker<kept, given>{given{{static_cast<T&&>(const_cast<T&>(held))}}});
  }
  return true;
}

/// A base or a dict, from one object to another.
template <class Part, class Source>
constexpr bool assign_part(Part& to, std::conditional_t<std::is_lvalue_reference_v<Source>, const Part&, Part&> from) {
  if constexpr (std::is_lvalue_reference_v<Source>)
    to = from;
  else
    to = std::move(from);
  return true;
}

/// The dict first, which is as before where it throws, so that no value has been moved then.
template <class Source, class... Bases, class... Entries>
constexpr state_of_class<Source> keep_object(std::remove_reference_t<Source>& object, pack<Bases...>*,
                                             pack<Entries...>*) {
  state_of_class<Source> made;
  if constexpr (declaration_of<state_of_class<Source>>::has_dict)
    if (!dict_of(object).is_constant())
      assign_part<std::remove_cvref_t<decltype(dict_of(made))>, Source>(dict_of(made), dict_of(object));
  const bool done[] = {true, assign_part<Bases, Source>(made, object)..., keep_slot<Entries, Source>(made, object)...};
  static_cast<void>(done);
  return made;
}

// From the state into the object.

/// The fields that the state lacks.
template <class C, std::size_t... I, class... Entries>
constexpr slot_set<C> fields_that_lack(const object_state<C>& given, std::index_sequence<I...>, pack<Entries...>*) {
  slot_set<C> found;
  const bool done[] = {true, (Entries::may_be_unset || hasattr(given, typename Entries::name_type{}) ||
                              (static_cast<void>(found.insert(slot_key<C>::at(I))), true))...};
  static_cast<void>(done);
  return found;
}
template <class C>
[[noreturn]] SLOTTED_COLD inline void raise_lacking(const slot_set<C>& lacking) {
  raise<type_error>(
      joined({quoted(class_name<C>), " state lacks the field", lacking.size() == 1 ? " " : "s ", listed(lacking)}),
      class_name<C>, *lacking.begin());
}
template <class C>
constexpr void check_fields(const object_state<C>& given) {
  using entries = entries_of<declaration_of<C>>;
  const auto lacking =
      fields_that_lack(given, std::make_index_sequence<entries::size>{}, static_cast<entries*>(nullptr));
  if (!lacking.empty()) raise_lacking(lacking);
}

template <class Entry, class C, class Given>
constexpr void put_value(C& object, const Given& given) {
  if constexpr (Entry::may_be_unset &&
                !std::is_move_assignable_v<
                    std::remove_all_extents_t<std::remove_const_t<typename Entry::value_type>>>) {
    if (is_set<Entry>(object)) destroy_slot<Entry>(object);
    construct_slot<Entry>(object, value_maker<Entry, Given>{given});
  } else {
    overwrite<Entry, C>(object, given);
  }
}

/// Moves the value of one slot from the state, unless the constructor has had it: `Fresh`.
template <bool Fresh, class Entry, class C>
constexpr bool put_slot(C& object, object_state<C>& from) {
  using kept = entry_named<object_state<C>, typename Entry::name_type>;
  using given = arguments<argument<typename Entry::name_type, typename kept::value_type>>;
  if constexpr (Entry::may_be_unset) {
    if (!is_set<kept>(from)) {
      if (is_set<Entry>(object)) destroy_slot<Entry>(object);  // it has a default, or was set before
      return true;
    }
  }
  if constexpr (!Fresh || !is_constructed<C, Entry>() ||
                !(adopted_entry<Entry> || has_built_argument<Entry, object_state<C>>()))
    put_value<Entry>(object, given{{std::move(unchecked_value<kept>(from))}});
  return true;
}

/// All but the dict.
template <bool Fresh, class C, class... Bases, class... Entries>
constexpr void put_all(C& object, object_state<C>& from, pack<Bases...>*, pack<Entries...>*) {
  const bool done[] = {true, assign_part<Bases, C>(object, from)..., put_slot<Fresh, Entries>(object, from)...};
  static_cast<void>(done);
}
template <bool Fresh, class C>
constexpr void put_all(C& object, object_state<C>& from) {
  put_all<Fresh>(object, from, static_cast<whole_bases<C>*>(nullptr),
                 static_cast<entries_of<declaration_of<C>>*>(nullptr));
}
template <class C>
constexpr void put_dict(C& object, object_state<C>& from) {
  if constexpr (declaration_of<C>::has_dict)
    if (!dict_of(from).is_constant()) dict_of(object) = std::move(dict_of(from));
}

/// A new object from a state that has all fields, and is moved.
template <class C>
constexpr C make_restored(state_of_class<C>& from) {
  C made = construct_built<C>(from);
  put_all<true, seen_as<C>>(made, from);
  put_dict<seen_as<C>>(made, from);
  return made;
}

/// Into an object that is there. The dict first: it is as before where it throws, and nothing has been moved then.
template <class C>
constexpr void put_state(C& object, object_state<C>& from) {
  put_dict(object, from);
  put_all<false>(object, from);
}

/// Whether a state can be put into a `C`; `Given` is an object_state as it is given, a reference or not.
template <class C, class Given>
constexpr bool is_state_for() {
  using given = std::remove_cvref_t<Given>;
  if constexpr (!std::is_same_v<given, state_of_class<C>>)
    return report<error::state_is_of_another_class<seen_as<C>, given>>::kept;
  else if constexpr (!can_be_restored<C>())
    return false;
  else if constexpr (!std::is_constructible_v<given, Given>)
    return report<error::state_cannot_be_copied_to_restore_move_it<seen_as<C>>>::kept;
  else
    return true;
}

template <class S>
inline constexpr bool is_object_state = false;
template <class C>
inline constexpr bool is_object_state<object_state<C>> = true;

}  // namespace detail

/// What the object holds: its set slots, those of bases and hidden ones included, its dynamic attributes and its bases
/// that are not slotted, each copied or, of an rvalue, moved. Unset slots are unset in the state; weak references are
/// no part of it. Python's `o.__getstate__()`.
///
/// Seen through a base the object is that base, as when it is copied. Does not compile for a class with plain members,
/// unless it says `with<restoring>`, and where a slot or a base can not even be moved. Throws what copies throw, and
/// std::bad_alloc for dynamic attributes; an rvalue is as before then, where moves of its slots do not throw.
/// @snippet state.cpp state
template <class O>
  requires detail::slotted_object<O>
[[nodiscard]] constexpr detail::state_of_class<O> state(O&& object) {
  using C = detail::seen_as<std::remove_cvref_t<O>>;
  constexpr bool copies = std::is_lvalue_reference_v<O> || std::is_const_v<O>;
  if constexpr (detail::can_be_restored<std::remove_cvref_t<O>>()) {
    if constexpr (copies && !std::is_copy_constructible_v<object_state<C>>)
      static_cast<void>(detail::report<error::object_cannot_be_copied_to_a_state_move_it<C>>::kept);
    else
      return detail::keep_object<std::conditional_t<copies, const C&, C>>(
          object, static_cast<detail::whole_bases<C>*>(nullptr),
          static_cast<detail::entries_of<detail::declaration_of<C>>*>(nullptr));
  }
}

/// A new object that holds what the state holds; of an rvalue the values are moved, and may be gone where the call
/// throws. Readonly slots are constructed. A slot that is unset in the state is unset in the object, whatever its
/// default.
///
/// A state that was made by hand must have all fields, those with defaults too: type_error that names all which are
/// missing. (A `builder` makes objects from what is given and defaults.) `C` must inherit object's constructors: where
/// it has its own, make an object and restore it in place.
/// @snippet state.cpp restore
template <class C, class State>
  requires detail::slotted_class<C> && detail::is_object_state<std::remove_cvref_t<State>>
[[nodiscard]] constexpr C restore(State&& given) {
  if constexpr (detail::is_state_for<C, State>()) {
    if constexpr (!detail::takes_arguments<C>()) {
      static_cast<void>(detail::report<error::class_does_not_inherit_object_constructors<C>>::kept);
    } else {
      detail::check_fields(given);
      if constexpr (std::is_lvalue_reference_v<State> || std::is_const_v<State>) {
        std::remove_cvref_t<State> copy(given);
        return detail::make_restored<C>(copy);
      } else {
        return detail::make_restored<C>(given);
      }
    }
  }
}

/// Makes the object hold what the state holds, and nothing else: slots that are unset in the state become unset, and
/// dynamic attributes that it does not have go. (Python's default `__setstate__` would leave them.) Readonly slots are
/// written. Weak references to the object stay, and so do the plain members of a class that says `with<restoring>`.
///
/// Throws as the other `restore`; attribute_error where the object's real class has a slot with the name of a dynamic
/// attribute. Nothing is changed by a call that throws, where the types of slots move without throwing; where they do
/// not, single slots may have their new values.
template <class O, class State>
  requires detail::slotted_class<O> && (!std::is_const_v<O>) && detail::is_object_state<std::remove_cvref_t<State>>
constexpr void restore(O& object, State&& given) {
  using C = detail::seen_as<O>;
  if constexpr (detail::is_state_for<O, State>()) {
    detail::check_fields(given);
    if constexpr (std::is_lvalue_reference_v<State> || std::is_const_v<State>) {
      std::remove_cvref_t<State> copy(given);
      detail::put_state<C>(object, copy);
    } else {
      detail::put_state<C>(object, given);
    }
  }
}

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
