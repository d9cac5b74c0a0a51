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

namespace slotted::inline v0::detail {

// By name.

template <class Named>
using argument_of = decltype(as_argument(std::declval<const std::remove_cvref_t<Named>&>()));

/// The first argument whose name an earlier one has, or their number. Calls are short: each is compared with each.
template <class... Named>
constexpr std::size_t first_repeated() {
  const std::string_view names[] = {argument_name_t<Named>::text...};
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
  if constexpr (std::is_void_v<given_by_name<Named...>>)
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
    static_assert(sizeof(error::slot_belongs_to_a_base_that_does_not_inherit_object_constructors<self, Name::literal,
                                                                                                  owner>) != 0);
    return false;
  } else {
    static_assert(sizeof(unknown_slot<self, Name>) != 0);
    return false;
  }
}

/// Collects named arguments. An unknown name and one that is given twice are mistakes in the call itself.
template <class Declaration, class... Named>
constexpr auto check_names(const Named&... named) {
  using given = given_by_name<Named...>;
  if constexpr (std::is_void_v<given>) {
    using repeated = at<first_repeated<Named...>(), pack<argument_name_t<Named>...>>;
    static_assert(sizeof(error::slot_given_twice<typename Declaration::self, repeated::literal>) != 0);
    return arguments<>{};
  } else if constexpr (!all_of({name_is_of_constructor<Declaration, argument_name_t<Named>>()...})) {
    return arguments<>{};
  } else {
    return given{as_argument(named)...};
  }
}

// By position.

template <class Self, class Object, class... Values>
constexpr bool is_copy_of() {
  return false;
}
template <class Self, class Object, class Value>
constexpr bool is_copy_of() {
  using given = std::remove_cvref_t<Value>;
  if constexpr (std::is_same_v<given, Self> || std::is_same_v<given, Object>)
    return true;
  else
    return std::is_base_of_v<Object, given>;
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
  else if constexpr (!all_of({!named<Values>...}))
    return false;
  else
    return fit_by_position<Declaration>(std::index_sequence_for<Values...>{}, static_cast<pack<Values...>*>(nullptr));
}

template <class Declaration, std::size_t... I, class... Values>
constexpr auto given_by_position(std::index_sequence<I...>, Values&&... values) noexcept {
  return arguments<argument<typename constructor_entry<Declaration, I>::name_type, Values>...>{
      {std::forward<Values>(values)}...};
}

/// A parameter of the declared type. Arrays cannot be parameters; a reference to one takes braces, too.
template <class T>
struct parameter {
  using type = std::remove_cv_t<T>;
  static constexpr bool usable = std::is_move_constructible_v<type>;
};
template <class E, std::size_t N>
struct parameter<E[N]> {
  using type = const E (&)[N];
  static constexpr bool usable = std::is_copy_constructible_v<std::remove_all_extents_t<E>>;
};

template <class Declaration, std::size_t I>
using parameter_at = parameter<typename constructor_entry<Declaration, I>::value_type>;

template <class Declaration, std::size_t Count>
struct positional_chain;

/// The constructor with the first `I...` slots as parameters, on top of the shorter ones.
template <class Declaration, class Indices>
class positional;
template <class Declaration, std::size_t... I>
class positional<Declaration, std::index_sequence<I...>> : public positional_chain<Declaration, sizeof...(I) - 1>::type {
  using base = typename positional_chain<Declaration, sizeof...(I) - 1>::type;

 public:
  using base::base;

  constexpr explicit(sizeof...(I) == 1) positional(typename parameter_at<Declaration, I>::type... values)
    requires(all_of({parameter_at<Declaration, I>::usable...}))
      : base(from_arguments{},
             given_by_position<Declaration>(
                 std::index_sequence<I...>{},
                 static_cast<typename parameter_at<Declaration, I>::type&&>(values)...)) {}
};

/// Up to this many slots there is a constructor for each number of trailing slots left out; beyond, one for all slots
/// only, as the number of parameters grows with the square.
inline constexpr std::size_t longest_chain = 16;

template <class Declaration, std::size_t Count>
constexpr bool has_positional() {
  constexpr std::size_t all = constructor_entries_of<Declaration>::size;
  return Count != 0 && Count >= required_prefix<Declaration> && (Count == all || all <= longest_chain);
}

template <class Declaration, std::size_t Count>
struct positional_chain {
  using type = storage<Declaration>;
};
template <class Declaration, std::size_t Count>
  requires(has_positional<Declaration, Count>())
struct positional_chain<Declaration, Count> {
  using type = positional<Declaration, std::make_index_sequence<Count>>;
};

template <class Declaration>
using positional_base = typename positional_chain<Declaration, constructor_entries_of<Declaration>::size>::type;

}  // namespace slotted::inline v0::detail

#endif
