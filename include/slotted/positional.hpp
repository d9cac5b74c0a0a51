// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Constructor arguments by name and by position: what a call gives, checked, and the constructors whose parameters have
// the declared types, so that nested braces work.
#ifndef SLOTTED_POSITIONAL_HPP
#define SLOTTED_POSITIONAL_HPP

#include <slotted/known_slots.hpp>
#include <slotted/storage.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

// By name.

template <class Named>
using argument_of = decltype(as_argument(std::declval<const std::remove_cvref_t<Named>&>()));

template <class... Named>
constexpr bool are_all_named() {
  return sizeof...(Named) != 0 && all_of({named<Named>...});
}

/// The first argument whose name an earlier one has, or their number. Calls are short: each is compared with each.
template <class... Named>
constexpr std::size_t first_repeated() {
  const std::string_view names[] = {argument_name_t<Named>::text..., std::string_view{}};
  for (std::size_t i = 1; i < sizeof...(Named); ++i)
    for (std::size_t k = 0; k != i; ++k)
      if (names[i] == names[k]) return i;
  return sizeof...(Named);
}

template <class... Named>
constexpr auto collect_names() {
  if constexpr (first_repeated<Named...>() == sizeof...(Named))
    return std::type_identity<arguments<argument_of<Named>...>>{};
  else
    return std::type_identity<void>{};
}
/// The arguments of a call, or void where a name is given twice.
template <class... Named>
using given_by_name = typename decltype(collect_names<Named...>())::type;

/// A call that gives a name twice is let through, to be told so.
template <class Declaration, class... Named>
constexpr auto find_missing_name() {
  if constexpr (!are_all_named<Named...>())
    return std::type_identity<void>{};  // no call by name
  else if constexpr (std::is_void_v<given_by_name<Named...>>)
    return std::type_identity<void>{};
  else
    return find_missing<Declaration, given_by_name<Named...>>();
}
template <class Declaration, class... Named>
using first_missing_name = typename decltype(find_missing_name<Declaration, Named...>())::type;

template <class Name, class... Entries>
constexpr bool is_name_of(pack<Entries...>*) {
  return !all_of({!std::is_same_v<Name, typename Entries::name_type>...});
}

template <class Declaration, class Name>
constexpr bool name_is_of_constructor() {
  using self = typename Declaration::self;
  if constexpr (is_name_of<Name>(static_cast<constructor_entries_of<Declaration>*>(nullptr))) {
    return true;
  } else if constexpr (has_slot<self, Name>) {
    using owner = typename found_entry<self, Name>::type::owner;
    return report<
        error::slot_belongs_to_a_base_that_does_not_inherit_object_constructors<self, Name::literal, owner>>::kept;
  } else {
    return report<unknown_slot<self, Name>>::kept;
  }
}

/// Whether the value given for a slot of the class can become its value.
template <class Declaration, name Text, class V>
constexpr bool value_fits_slot(const argument<slot_name<Text>, V>*) {
  using self = typename Declaration::self;
  using T = std::remove_cv_t<typename found_entry<self, slot_name<Text>>::type::value_type>;
  using given = std::remove_cvref_t<V>;
  if constexpr (is_in_place<given>) {
    if constexpr (!given::template makes<T>())
      return report<error::arguments_make_no_value<self, Text, T, given>>::kept;
    else
      return true;
  } else if constexpr (!fits<T, V>) {
    return report<error::value_does_not_fit_slot<self, Text, T, given>>::kept;
  } else {
    return true;
  }
}

/// Collects named arguments. An unknown name and one that is given twice are mistakes in the call itself.
template <class Declaration, class... Named>
constexpr auto check_names(const Named&... named) {
  using given = given_by_name<Named...>;
  if constexpr (is_wrong<Declaration>) {
    return wrong_arguments{};  // unsound, and told so
  } else if constexpr (std::is_void_v<given>) {
    using repeated = at<first_repeated<Named...>(), pack<argument_name_t<Named>...>>;
    static_cast<void>(report<error::slot_given_twice<typename Declaration::self, repeated::literal>>::kept);
    return wrong_arguments{};
  } else if constexpr (!all_of({name_is_of_constructor<Declaration, argument_name_t<Named>>()...})) {
    return wrong_arguments{};
  } else if constexpr (!all_of({value_fits_slot<Declaration>(static_cast<argument_of<Named>*>(nullptr))...})) {
    return wrong_arguments{};
  } else {
    return given{as_argument(named)...};
  }
}

// From an adopted aggregate.

template <class A, class Entry>
constexpr bool is_adopted_from() {
  if constexpr (adopted_entry<Entry>)
    return std::is_same_v<typename Entry::slot::adopted::aggregate, A>;
  else
    return false;
}
template <class A, class... Entries>
constexpr bool is_adopted_by_any(pack<Entries...>*) {
  return !all_of({!is_adopted_from<A, Entries>()...});
}

/// Whether a call gives an aggregate that the class, or a base that takes arguments, adopts, and names behind it.
template <class Declaration, class... Values>
constexpr bool gives_whole(pack<Values...>*) {
  return false;
}
template <class Declaration, class First, class... Named>
constexpr bool gives_whole(pack<First, Named...>*) {
  using given = std::remove_cvref_t<First>;
  if constexpr (!std::is_class_v<given> || named<First> || !all_of({true, named<Named>...}))
    return false;
  else if constexpr (!is_adopted_by_any<given>(static_cast<constructor_entries_of<Declaration>*>(nullptr)))
    return false;
  else
    return std::is_constructible_v<given, First>;
}

template <class Whole, class Given>
struct join_whole {
  using type = void;  // a name is given twice
};
template <class Whole, class... Arguments>
struct join_whole<Whole, arguments<Arguments...>> {
  using type = arguments<argument<whole_name<std::remove_cvref_t<Whole>>, Whole>, Arguments...>;
};
/// The arguments of such a call.
template <class Whole, class... Named>
using given_with_whole = typename join_whole<Whole, given_by_name<Named...>>::type;

template <class Declaration, class... Values>
constexpr auto find_missing_beside_whole(pack<Values...>*) {
  return std::type_identity<void>{};  // no such call
}
template <class Declaration, class Whole, class... Named>
  requires(gives_whole<Declaration>(static_cast<pack<Whole, Named...>*>(nullptr)))
constexpr auto find_missing_beside_whole(pack<Whole, Named...>*) {
  using given = given_with_whole<Whole, Named...>;
  if constexpr (std::is_void_v<given>)
    return std::type_identity<void>{};
  else
    return find_missing<Declaration, given>();
}
template <class Declaration, class... Values>
using first_missing_beside_whole =
    typename decltype(find_missing_beside_whole<Declaration>(static_cast<pack<Values...>*>(nullptr)))::type;

/// Collects an aggregate and the named arguments behind it, which replace its members.
template <class Declaration, class Whole, class... Named>
constexpr auto check_whole(Whole&& whole, const Named&... named) {
  if constexpr (std::is_same_v<decltype(check_names<Declaration>(named...)), wrong_arguments>)
    return wrong_arguments{};
  else
    return given_with_whole<Whole, Named...>{{std::forward<Whole>(whole)}, as_argument(named)...};
}

// By position.

/// Whether a call with one value is that of a copy or move constructor.
template <class Self, class Object, class... Values>
constexpr bool is_copy_of() {
  if constexpr (sizeof...(Values) != 1) {
    return false;
  } else {
    using given = std::remove_cvref_t<at<0, pack<Values...>>>;
    if constexpr (std::is_same_v<given, Self> || std::is_same_v<given, Object>)
      return true;
    else
      return std::is_base_of_v<Object, given>;
  }
}

template <class Declaration, std::size_t I>
using constructor_entry = at<I, constructor_entries_of<Declaration>>;

template <class Declaration, std::size_t... I, class... Values>
constexpr bool fit_by_position(std::index_sequence<I...>, pack<Values...>*) {
  return all_of({fits_unseen<typename constructor_entry<Declaration, I>::value_type, Values>...});
}

template <class Declaration, class... Values>
constexpr bool fits_by_position() {
  if constexpr (sizeof...(Values) < required_prefix<Declaration> ||
                sizeof...(Values) > constructor_entries_of<Declaration>::size)
    return false;
  else if constexpr (gives_whole<Declaration>(static_cast<pack<Values...>*>(nullptr)))
    return false;
  else if constexpr (!all_of({(!named<Values> && !std::is_same_v<std::remove_cvref_t<Values>, from_arguments>)...}))
    return false;
  else
    return fit_by_position<Declaration>(std::index_sequence_for<Values...>{}, static_cast<pack<Values...>*>(nullptr));
}

template <class Declaration, class Indices, class... Values>
struct arguments_by_position;
template <class Declaration, std::size_t... I, class... Values>
struct arguments_by_position<Declaration, std::index_sequence<I...>, Values...> {
  using type = arguments<argument<typename constructor_entry<Declaration, I>::name_type, Values>...>;
};
template <class Declaration, class... Values>
using positional_arguments =
    typename arguments_by_position<Declaration, std::index_sequence_for<Values...>, Values...>::type;

template <class Declaration, class... Values>
constexpr positional_arguments<Declaration, Values...> give_by_position(Values&&... values) noexcept {
  return {{std::forward<Values>(values)}...};
}

template <class Base, class Given>
constexpr bool made_without_throwing() {
  if constexpr (std::is_void_v<Given>)
    return false;
  else
    return std::is_nothrow_constructible_v<Base, from_arguments, const Given&>;
}
template <class Base, class Declaration, class... Values>
constexpr bool is_nothrow_by_position() {
  return made_without_throwing<Base, positional_arguments<Declaration, Values...>>();
}

/// The type that the I-th constructor parameter refers to.
template <class Declaration, std::size_t I>
using parameter_at = std::remove_cv_t<typename constructor_entry<Declaration, I>::value_type>;

template <class T>
inline constexpr bool can_be_moved_from = std::is_move_constructible_v<std::remove_all_extents_t<T>>;
template <class T>
inline constexpr bool can_be_copied_from = std::is_copy_constructible_v<std::remove_all_extents_t<T>>;

template <class Declaration, std::size_t Count>
struct positional_chain;

/// The same, of a constructor that takes lvalues of what can be copied.
template <class Declaration, std::size_t I, class T = parameter_at<Declaration, I>>
using lvalue_parameter_at = std::conditional_t<can_be_copied_from<T>, const T&, T&&>;

/// The constructors with the first `I...` slots as parameters, on top of the shorter ones. Braces take the first of
/// them; the second is for braces beside an lvalue. Both make a slot from the parameter in one step. Where there are no
/// braces, object's constructor for values of any type is the better match. In line: where a slot's constructor may
/// throw clang would call them, and an event's life would take half as much time again.
template <class Declaration, class Indices>
class slotted_positional;
template <class Declaration, std::size_t... I>
class slotted_positional<Declaration, std::index_sequence<I...>>
    : public positional_chain<Declaration, sizeof...(I) - 1>::type {
  using slotted_base = typename positional_chain<Declaration, sizeof...(I) - 1>::type;

 public:
  using slotted_base::slotted_base;

  SLOTTED_INLINE constexpr slotted_positional(parameter_at<Declaration, I>&&... slotted_given_values) noexcept(
      is_nothrow_by_position<slotted_base, Declaration, parameter_at<Declaration, I>...>())
    requires(all_of({can_be_moved_from<parameter_at<Declaration, I>>...}))
      : slotted_base(from_arguments{}, give_by_position<Declaration>(
                                           static_cast<parameter_at<Declaration, I>&&>(slotted_given_values)...)) {}

  SLOTTED_INLINE constexpr slotted_positional(lvalue_parameter_at<Declaration, I>... slotted_given_values) noexcept(
      is_nothrow_by_position<slotted_base, Declaration, lvalue_parameter_at<Declaration, I>...>())
    requires(all_of({can_be_moved_from<parameter_at<Declaration, I>>...}) &&
             !all_of({!can_be_copied_from<parameter_at<Declaration, I>>...}))
      : slotted_base(from_arguments{}, give_by_position<Declaration>(
                                           static_cast<lvalue_parameter_at<Declaration, I>>(slotted_given_values)...)) {
  }
};

/// The same with one parameter: explicit, as no value alone is an object.
template <class Declaration>
class slotted_positional<Declaration, std::index_sequence<0>> : public positional_chain<Declaration, 0>::type {
  using slotted_base = typename positional_chain<Declaration, 0>::type;
  using slotted_first_type = parameter_at<Declaration, 0>;

 public:
  using slotted_base::slotted_base;

  SLOTTED_INLINE constexpr explicit slotted_positional(slotted_first_type&& slotted_given_value) noexcept(
      is_nothrow_by_position<slotted_base, Declaration, slotted_first_type>())
    requires(can_be_moved_from<slotted_first_type>)
      : slotted_base(from_arguments{},
                     give_by_position<Declaration>(static_cast<slotted_first_type&&>(slotted_given_value))) {}
};

/// Up to this many slots there is a constructor for each number of trailing slots left out: the number of parameters
/// grows with the square.
inline constexpr std::size_t longest_chain = 16;
/// Up to this many there is one for all slots.
inline constexpr std::size_t most_parameters = 64;

template <class Declaration, std::size_t Count>
constexpr bool has_positional() {
  constexpr std::size_t all = constructor_entries_of<Declaration>::size;
  return Count != 0 && Count >= required_prefix<Declaration> &&
         (Count == all ? all <= most_parameters : all <= longest_chain);
}

// What is wrong with a call by position that nothing takes.

/// As a parameter of the declared type takes it. What is never meant is refused in parentheses, too: a fraction for an
/// integer, a pointer for a truth.
template <class Value, class T>
constexpr bool converts_to_parameter() {
  using given = std::remove_cvref_t<Value>;
  if constexpr (std::is_integral_v<T> && (std::is_floating_point_v<given> || std::is_pointer_v<std::decay_t<given>>))
    return false;
  else
    return std::is_convertible_v<Value, T&&> || std::is_convertible_v<Value, const T&>;
}

template <class Declaration, class... Values, std::size_t... I>
constexpr std::size_t first_unconvertible(std::index_sequence<I...>) {
  const bool converts[] = {converts_to_parameter<Values, parameter_at<Declaration, I>>()..., false};
  std::size_t i = 0;
  while (converts[i]) ++i;
  return i;
}

template <class Self, class Object, class Declaration, class... Values>
constexpr auto find_mistake() {
  constexpr std::size_t given = sizeof...(Values);
  constexpr std::size_t all = constructor_entries_of<Declaration>::size;
  if constexpr (is_wrong<Declaration>) {
    return std::type_identity<void>{};  // unsound, and told so
  } else if constexpr (!all_of({!std::is_same_v<std::remove_cvref_t<Values>, from_arguments>...})) {
    return std::type_identity<void>{};  // the library's own call
  } else if constexpr (given == 0 || is_copy_of<Self, Object, Values...>() || all_of({named<Values>...}) ||
                       fits_by_position<Declaration, Values...>()) {
    return std::type_identity<void>{};
  } else if constexpr (gives_whole<Declaration>(static_cast<pack<Values...>*>(nullptr))) {
    return std::type_identity<first_missing_beside_whole<Declaration, Values...>>{};
  } else if constexpr (!all_of({!named<Values>...})) {
    return std::type_identity<error::values_by_name_and_by_position_in_one_call<Self>>{};
  } else if constexpr (given > all) {
    return std::type_identity<error::too_many_values<Self, given, all>>{};
  } else if constexpr (given < required_prefix<Declaration>) {
    return std::type_identity<first_missing<Declaration, positional_arguments<Declaration, Values...>>>{};
  } else {
    constexpr std::size_t wrong = first_unconvertible<Declaration, Values...>(std::index_sequence_for<Values...>{});
    if constexpr (wrong == given && has_positional<Declaration, given>()) {
      return std::type_identity<void>{};  // a constructor with parameters of the declared types takes it
    } else {
      constexpr std::size_t at_value = wrong == given ? 0 : wrong;
      using entry = constructor_entry<Declaration, at_value>;
      return std::type_identity<error::value_does_not_convert<
          Self, entry::name_type::literal, typename entry::value_type, at<at_value, pack<Values...>>>>{};
    }
  }
}
template <class Self, class Object, class Declaration, class... Values>
using mistake_by_position = typename decltype(find_mistake<Self, Object, Declaration, Values...>())::type;

template <class Declaration, std::size_t Count>
struct positional_chain {
  using type = storage<Declaration>;
};
template <class Declaration, std::size_t Count>
  requires(has_positional<Declaration, Count>())
struct positional_chain<Declaration, Count> {
  using type = slotted_positional<Declaration, std::make_index_sequence<Count>>;
};

template <class Declaration>
using positional_base = typename positional_chain<Declaration, constructor_entries_of<Declaration>::size>::type;

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
