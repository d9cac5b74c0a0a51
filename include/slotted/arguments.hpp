// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Constructor arguments on their way to the slots that they are for, and the value that each slot is made from.
#ifndef SLOTTED_ARGUMENTS_HPP
#define SLOTTED_ARGUMENTS_HPP

#include <slotted/default_value.hpp>
#include <slotted/inheritance.hpp>
#include <slotted/overrides.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// Marks the constructor that takes `arguments` for all slots of a class and its bases.
struct from_arguments {};

/// The value given for the slot `Name`: a copy of a number, a reference to anything else. The numbers are read before
/// the object is written, so that the compiler need not ask whether they lie in it.
template <class Name, class V>
struct argument {
  using type = V;
  std::conditional_t<std::is_scalar_v<std::remove_cvref_t<V>>, std::remove_cvref_t<V>, V&&> value;

  constexpr decltype(auto) get() const noexcept {
    if constexpr (std::is_scalar_v<std::remove_cvref_t<V>>)
      return (value);
    else
      return static_cast<V&&>(value);
  }
};

/// All that one constructor call gives, by slot.
template <class... Arguments>
struct arguments : Arguments... {};

/// Stands for the arguments of a call that is wrong, and has been told so.
struct wrong_arguments {};

template <class Name, class V>
argument<Name, V> find_argument(const argument<Name, V>*);
template <class Name>
void find_argument(const void*);

template <class Given, class Name>
using found_argument = decltype(find_argument<Name>(static_cast<const Given*>(nullptr)));

template <class Given, class Name>
inline constexpr bool is_given = !std::is_void_v<found_argument<Given, Name>>;

/// Stands for the name of an argument that is an adopted aggregate, whole.
template <class A>
struct whole_name {};

/// Whether a slot is given a value, by its name or with the aggregate that it is a member of.
template <class Given, class Entry>
constexpr bool is_provided() {
  if constexpr (adopted_entry<Entry>)
    return is_given<Given, typename Entry::name_type> ||
           is_given<Given, whole_name<typename Entry::slot::adopted::aggregate>>;
  else
    return is_given<Given, typename Entry::name_type>;
}

template <name Text, class V>
constexpr argument<slot_name<Text>, V> as_argument(const named_argument<Text, V>& given) noexcept {
  return {std::forward<V>(given.value)};
}
template <name Text, class I, class... A>
constexpr argument<slot_name<Text>, const in_place_argument<Text, I, A...>&> as_argument(
    const in_place_argument<Text, I, A...>& given) noexcept {
  return {given};
}

template <class T>
inline constexpr bool is_in_place = false;
template <name Text, class I, class... A>
inline constexpr bool is_in_place<in_place_argument<Text, I, A...>> = true;

/// Makes the value of one slot, from its argument or else its default, straight into the place where it is to live.
template <class Entry, class Given>
struct value_maker {
  using slot = typename Entry::slot;
  using made_type = std::remove_cv_t<typename Entry::value_type>;
  using found = found_argument<Given, typename Entry::name_type>;
  static constexpr bool has_argument = !std::is_void_v<found>;
  static constexpr bool has_value = has_argument || slot::traits::has_default;

  const Given& given;

  static constexpr bool makes_without_throwing() {
    if constexpr (has_argument) {
      using V = typename found::type;
      if constexpr (is_in_place<std::remove_cvref_t<V>>)
        return noexcept(std::declval<V>().template make<made_type>());
      else
        return fits_unseen<made_type, V> && std::is_nothrow_constructible_v<made_type, V>;
    } else {
      return default_is_made_without_throwing<slot>();
    }
  }

  constexpr decltype(auto) argument_value() const { return static_cast<const found&>(given).get(); }

  constexpr made_type operator()() const noexcept(makes_without_throwing()) {
    constexpr slot_place place{name_of_class<typename Entry::owner>, Entry::name_type::text};
    if constexpr (std::is_same_v<Given, wrong_arguments>)
      __builtin_unreachable();
    else if constexpr (!has_argument)
      return default_value<slot>(place);
    else if constexpr (is_in_place<std::remove_cvref_t<typename found::type>>)
      return argument_value().template make<made_type>();
    else
      return convert<made_type>(argument_value(), place);
  }
};

/// Arrays have no values in C++: they are made element by element, from an array or from nothing.
template <class Entry, class Given>
  requires std::is_array_v<typename Entry::value_type>
struct value_maker<Entry, Given> {
  using slot = typename Entry::slot;
  using made_type = std::remove_cv_t<typename Entry::value_type>;
  using found = found_argument<Given, typename Entry::name_type>;
  static constexpr bool has_argument = !std::is_void_v<found>;
  static constexpr bool has_value = has_argument || slot::traits::has_default;

  const Given& given;

  static constexpr bool makes_without_throwing() {
    using element = std::remove_all_extents_t<made_type>;
    if constexpr (!has_argument)
      return std::is_nothrow_default_constructible_v<element>;
    else if constexpr (std::rank_v<made_type> == 1)
      return std::is_nothrow_copy_constructible_v<element>;
    else  // rows are assigned
      return std::is_nothrow_default_constructible_v<element> && std::is_nothrow_copy_assignable_v<element>;
  }
  constexpr decltype(auto) argument_value() const { return static_cast<const found&>(given).get(); }
};

/// A base that takes its slots from the arguments of the derived class: one that inherits object's constructors. An
/// abstract base is taken for one, since nothing can be asked about constructing it.
template <class Base>
constexpr bool takes_arguments() {
  if constexpr (!slotted_class<Base>)
    return false;
  else if constexpr (std::is_abstract_v<Base>)
    return true;
  else
    return std::is_constructible_v<Base, from_arguments, const arguments<>&>;
}

template <class Base>
struct constructor_entries_of_base {
  using type = pack<>;
};

template <class Bases>
struct constructor_entries_of_bases;
template <class... Bases>
struct constructor_entries_of_bases<pack<Bases...>> {
  using type = join_t<typename constructor_entries_of_base<Bases>::type...>;
};

/// The slots that a constructor of the class takes, in the order of its positional parameters.
template <class Declaration>
struct constructor_entries {
  using own = typename own_entries<Declaration, std::make_index_sequence<Declaration::count>>::type;
  using type = join_t<typename constructor_entries_of_bases<typename Declaration::bases>::type, own>;
};
template <class Declaration>
using constructor_entries_of = typename constructor_entries<Declaration>::type;

template <class Base>
  requires(takes_arguments<Base>())
struct constructor_entries_of_base<Base> : constructor_entries<declaration_of<Base>> {};

template <class Missing>
concept every_field_has_a_value = std::is_void_v<Missing>;

template <class Given, class... Entries>
constexpr std::size_t first_missing_index(pack<Entries...>*) {
  const bool missing[] = {(is_required<typename Entries::slot> && !is_provided<Given, Entries>())..., true};
  std::size_t i = 0;
  while (!missing[i]) ++i;
  return i;
}

/// A class in which defaults are overridden is asked for each slot; no other class pays for the question.
template <class Declaration, class Given, class... Entries>
  requires(Declaration::has_overrides)
constexpr std::size_t first_missing_index_of(pack<Entries...>*) {
  const bool missing[] = {(is_required<slot_in<Declaration, Entries>> && !is_provided<Given, Entries>())..., true};
  std::size_t i = 0;
  while (!missing[i]) ++i;
  return i;
}
template <class Declaration, class Given, class... Entries>
constexpr std::size_t first_missing_index_of(pack<Entries...>* entries) {
  return first_missing_index<Given>(entries);
}

template <class Declaration, class Given>
constexpr auto find_missing() {
  using entries = constructor_entries_of<Declaration>;
  constexpr std::size_t index = first_missing_index_of<Declaration, Given>(static_cast<entries*>(nullptr));
  if constexpr (index != entries::size)
    return std::type_identity<
        error::field_without_value<typename Declaration::self, at<index, entries>::name_type::literal>>{};
  else
    return std::type_identity<void>{};
}

/// void, or the first field of the class that `Given` says nothing about.
template <class Declaration, class Given>
using first_missing = typename decltype(find_missing<Declaration, Given>())::type;

template <class... Slots>
constexpr std::size_t required_prefix_of(pack<Slots...>*) {
  const bool required[] = {is_required<Slots>..., false};
  std::size_t prefix = 0;
  for (std::size_t i = 0; i != sizeof...(Slots); ++i)
    if (required[i]) prefix = i + 1;
  return prefix;
}
template <class Declaration, class... Entries>
constexpr auto slots_of_constructor(pack<Entries...>*) {
  if constexpr (Declaration::has_overrides)
    return pack<slot_in<Declaration, Entries>...>{};
  else
    return pack<typename Entries::slot...>{};
}

/// How many positional arguments the class needs at least.
template <class Declaration>
inline constexpr std::size_t required_prefix =
    required_prefix_of(static_cast<decltype(slots_of_constructor<Declaration>(
                           static_cast<constructor_entries_of<Declaration>*>(nullptr)))*>(nullptr));

// Overridden defaults go to the bases as arguments, where the call gives none: so each base makes its slots as ever,
// and a base that overrides the same default finds that its slot is provided for.

/// Stands among the arguments for a default that is made where its slot is.
template <class Entry, class Default>
struct overriding_value {
  using slot = overridden_slot<Entry, Default>;

  template <class T>
  static constexpr bool makes() {
    return true;
  }
  template <class T>
  constexpr T make() const noexcept(default_is_made_without_throwing<slot>()) {
    constexpr slot_place place{name_of_class<typename Entry::owner>, Entry::name_type::text};
    return default_value<slot>(place);
  }
};
template <class Entry, class Default>
inline constexpr bool is_in_place<overriding_value<Entry, Default>> = true;
template <class Value>
inline constexpr Value overriding_value_of{};

template <class Declaration, class Given, class Part>
constexpr auto find_added() {
  using name_type = typename override_in<Part>::name_type;
  if constexpr (std::is_void_v<name_type>) {
    return pack<>{};
  } else {
    using entry = typename decltype(find_entry<name_type>(static_cast<const name_map_of<Declaration>*>(nullptr)))::type;
    return std::conditional_t<is_provided<Given, entry>(), pack<>,
                              pack<overriding_value<entry, typename override_in<Part>::type>>>{};
  }
}
template <class Declaration, class Given, class... Parts>
constexpr auto find_all_added(pack<Parts...>*) {
  return join_t<decltype(find_added<Declaration, Given, Parts>())...>{};
}

template <class... Given, class... Added>
constexpr auto add_arguments(const arguments<Given...>& given, pack<Added...>) noexcept {
  using more = arguments<Given..., argument<typename Added::slot::name_type, const Added&>...>;
  return more{{static_cast<const Given&>(given).get()}..., {overriding_value_of<Added>}...};
}

/// What the bases of a class are made from.
template <class Declaration, class Given>
constexpr const Given& given_to_bases(const Given& given) noexcept {
  return given;  // NOLINT(bugprone-return-const-ref-from-parameter): it lives as long as the constructor runs
}
template <class Declaration, class Given>
  requires(Declaration::overrides_defaults && !std::is_same_v<Given, wrong_arguments>)
constexpr auto given_to_bases(const Given& given) noexcept {
  return add_arguments(given, find_all_added<Declaration, Given>(static_cast<typename Declaration::parts*>(nullptr)));
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
