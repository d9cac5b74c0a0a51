// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// fields_of<Aggregate>: every member of a plain struct as a field, found without macros: its name, its type, where it
// lies. What Python's @dataclass(slots=True) makes of an existing class.
#ifndef SLOTTED_FIELDS_OF_HPP
#define SLOTTED_FIELDS_OF_HPP

#include <slotted/aggregate.hpp>
#include <slotted/decompose.hpp>
#include <slotted/layout.hpp>
#include <slotted/slot.hpp>

#include <cstddef>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>
#if SLOTTED_REAL_MEMBERS
#include <meta>
#include <vector>
#endif

namespace slotted::inline SLOTTED_NAMESPACE {

/// Item of a list: the members of an aggregate become fields, in their order, at their places in it. The class inherits
/// from the aggregate, so that `o.member` works, and can be made from one.
///
/// `Members`, as `&Aggregate::x`, are those that become fields; without them all do. Where they are given the aggregate
/// may be any class: one with bit-fields, unions, bases with members, more than 64 members, constructors.
/// @snippet declaring.cpp fields_of
template <class Aggregate, auto... Members>
struct fields_of {
  using value_type = Aggregate;
  static constexpr bool may_be_unset = false;
};

namespace detail {

template <class Item>
inline constexpr bool is_fields_of = false;
template <class Aggregate, auto... Members>
inline constexpr bool is_fields_of<fields_of<Aggregate, Members...>> = true;

/// The text in which a compiler writes a template argument. No alias in it: g++ would append what it stands for.
template <auto Value>
consteval auto argument_text() {
  return __PRETTY_FUNCTION__;
}

/// An address as a template argument; clang 16 takes none that is not in a class.
template <class T>
struct wrapped_pointer {
  T* pointer;
};

/// The last identifier in a text.
constexpr std::string_view last_identifier(std::string_view text) {
  const auto belongs = [](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '$'; };
  std::size_t end = text.size();
  while (end != 0 && !belongs(text[end - 1])) --end;
  std::size_t begin = end;
  while (begin != 0 && belongs(text[begin - 1])) --begin;
  return text.substr(begin, end - begin);
}

/// The last identifier in the text of a template argument, as the name of a slot.
template <auto Value>
consteval auto name_in_text() {
  constexpr std::string_view text = last_identifier(argument_text<Value>());
  char exact[text.size() + 1]{};
  for (std::size_t i = 0; i != text.size(); ++i) exact[i] = text[i];
  return name<text.size() + 1>(exact);
}

// Members that are counted, and members that are listed: both say how many, their names, and where one is in an object.

template <class A>
struct counted_members {
  static constexpr std::size_t count = shape_of<A>.members;
  static constexpr std::size_t required = shape_of<A>.required;
  static constexpr std::size_t bases = shape_of<A>.bases;
  static constexpr bool takes_values = true;

  template <std::size_t I, class Object>
  static constexpr auto* address(Object& object) noexcept {
    return pointer_at<I>(addresses_in(object, member_number<count>{})).pointer;
  }
  template <std::size_t I>
  static consteval auto name_of() {
    constexpr auto* pointer = address<I>(imagined_object<A>());
    return name_in_text<wrapped_pointer<std::remove_pointer_t<decltype(pointer)>>{pointer}>();
  }
};

template <auto Value>
struct listed_member {
  static constexpr auto value = Value;
};
template <class A, auto... Members>
struct listed_members {
  static constexpr std::size_t count = sizeof...(Members);
  static constexpr std::size_t required = 0;
  static constexpr std::size_t bases = 0;
  static constexpr bool takes_values = false;

  template <std::size_t I>
  using listed = at<I, pack<listed_member<Members>...>>;

  template <std::size_t I, class Object>
  static constexpr auto* address(Object& object) noexcept {
    return __builtin_addressof(object.*listed<I>::value);
  }
  template <std::size_t I>
  static consteval auto name_of() {
    return name_in_text<listed<I>::value>();
  }
};

template <std::size_t N>
struct offset_table {
  std::size_t of[N != 0 ? N : 1]{};
};
/// Each member most likely lies behind the one before it.
template <class A, class Finder, std::size_t... I>
consteval offset_table<sizeof...(I)> find_offsets(std::index_sequence<I...>) {
  offset_table<sizeof...(I)> table;
  std::size_t guess = 0;
  const auto find = [&]<class T>(std::size_t index, const volatile T* member) {
    table.of[index] = offset_of_address<A>(member, align_up(guess, alignof(T)));
    guess = table.of[index] + sizeof(T);
    return true;
  };
  const bool found[] = {true, find(I, Finder::template address<I>(imagined_object<A>()))...};
  static_cast<void>(found);
  return table;
}

/// An aggregate that a class adopts, and the members that become its fields. Only of those that can be adopted.
template <class A, class Finder>
struct adoption {
  using aggregate = A;
  static constexpr std::size_t count = Finder::count;
  /// Members, from the first, without a value for which no A can be made.
  static constexpr std::size_t required = Finder::required;

  template <std::size_t I>
  using type = std::remove_pointer_t<decltype(Finder::template address<I>(imagined_object<A>()))>;
  template <std::size_t I>
  using name_type = slot_name<Finder::template name_of<I>()>;
  /// Empty bases of the aggregate.
  static constexpr std::size_t bases = Finder::bases;
  /// Whether it can be made from values for its first members.
  static constexpr bool takes_values = Finder::takes_values;
  static constexpr auto offsets = find_offsets<A, Finder>(std::make_index_sequence<count>{});

  /// The first of the values that member I is made from, and the member that a value is for: an array takes many.
  static constexpr std::size_t first_value(std::size_t member) {
    if constexpr (takes_values)
      return shape_of<A>.first_value[member];
    else
      return 0;
  }
  static constexpr std::size_t member_of_value(std::size_t value) {
    std::size_t member = 0;
    while (first_value(member + 1) <= value) ++member;
    return member;
  }
  static constexpr bool defaults_without_throwing() {
    if constexpr (required == 0)
      return noexcept(A{});
    else
      return false;
  }

  /// Member I of an object: by its offset, so that without optimisation, too, no other member is touched.
  template <std::size_t I, class Object>
  SLOTTED_INLINE static constexpr auto& in(Object& object) noexcept {
    // const as the object is, also where the member is mutable
    using T = std::conditional_t<std::is_const_v<Object>, const type<I>, type<I>>;
    if (__builtin_is_constant_evaluated()) return static_cast<T&>(*Finder::template address<I>(object));
    using byte = std::conditional_t<std::is_const_v<Object>, const unsigned char, unsigned char>;
    return *reinterpret_cast<T*>(reinterpret_cast<byte*>(__builtin_addressof(object)) + offsets.of[I]);
  }
};

#if SLOTTED_REAL_MEMBERS
/// The member of that name in a class or, where it is listed, in one of its bases.
consteval std::meta::info find_member(std::meta::info type, std::string_view name) {
  constexpr auto all = std::meta::access_context::unchecked();
  for (const std::meta::info member : nonstatic_data_members_of(type, all))
    if (has_identifier(member) && identifier_of(member) == name) return member;
  for (const std::meta::info base : bases_of(type, all))
    if (const auto found = find_member(type_of(base), name); found != std::meta::info()) return found;
  return {};
}

template <auto Annotation>
using doc_in = doc<Annotation.slotted_text>;

/// What the annotations of a member say, as the traits of a slot. Those of others mean nothing here.
consteval std::meta::info traits_of_member(std::meta::info member) {
  std::vector<std::meta::info> traits;
  for (const std::meta::info annotation : annotations_of(member)) {
    const std::meta::info type = remove_cv(type_of(annotation));
    const std::meta::info made_from = has_template_arguments(type) ? template_of(type) : std::meta::info();
    if (made_from == ^^doc && !is_empty_type(type))
      traits.push_back(substitute(^^doc_in, {
                                                constant_of(annotation)}));
    else if (type == ^^readonly || type == ^^hidden || made_from == ^^doc || made_from == ^^alias)
      traits.push_back(type);
  }
  return substitute(^^pack, traits);
}

template <class Adoption, std::size_t I>
using traits_in_aggregate = [:traits_of_member(
                                  find_member(^^typename Adoption::aggregate, Adoption::template name_type<I>::text)):];
#else
template <class Adoption, std::size_t I>
using traits_in_aggregate = pack<>;
#endif

template <class Traits>
struct traits_in_pack;
template <class... Traits>
struct traits_in_pack<pack<Traits...>> {
  using type = slot_traits<Traits...>;
};

/// A member of an adopted aggregate: a field whose memory is the aggregate's.
template <class Adoption, std::size_t I>
struct adopted_field {
  using adopted = Adoption;
  using value_type = typename Adoption::template type<I>;
  using name_type = typename Adoption::template name_type<I>;
  using trait_pack = traits_in_aggregate<Adoption, I>;
  struct traits : traits_in_pack<trait_pack>::type {
    /// It need not be given where the aggregate can do without it.
    static constexpr bool has_default = I >= Adoption::required;
  };
  static constexpr bool may_be_unset = false;
  static constexpr std::size_t index = I;
};
template <class Adoption, std::size_t I>
inline constexpr bool is_slot<adopted_field<Adoption, I>> = true;

// Why an aggregate cannot be adopted.

enum class adoption_fault {
  none,
  not_a_class,
  is_incomplete,
  is_slotted,
  is_union,
  is_final,
  is_polymorphic,
  has_no_destructor,
  is_no_aggregate,
  has_reference_member,
  cannot_be_counted,
  has_too_many_members,
  has_no_members,
  has_base_with_members,
  has_union_member,
  has_bit_field,
  has_volatile_member,
  lists_no_member,
  needs_values
};

template <class A>
constexpr bool has_constant_addresses() {
  static_cast<void>(addresses_in(imagined_object<A>(), member_number<shape_of<A>.members>{}));
  return true;
}

template <class Indices, class... T>
constexpr bool has_volatile(member_pointers<Indices, T...>*) {
  return !all_of({!std::is_volatile_v<std::remove_all_extents_t<T>>...});
}

template <class A>
constexpr adoption_fault fault_of_members() {
  constexpr std::size_t members = shape_of<A>.members;
  if constexpr (has_base_with_members<A>()) {
    return adoption_fault::has_base_with_members;
  } else if constexpr (members == 0) {
    return adoption_fault::has_no_members;
  } else if constexpr (members > most_members) {
    return adoption_fault::has_too_many_members;
  } else if constexpr (has_union_member<A>(std::make_index_sequence<members>{})) {
    return adoption_fault::has_union_member;
  } else {
    using addresses = decltype(addresses_in(imagined_object<A>(), member_number<members>{}));
    if constexpr (std::is_same_v<addresses, no_addresses>)
      return adoption_fault::has_bit_field;
    else if constexpr (has_volatile(static_cast<addresses*>(nullptr)))
      return adoption_fault::has_volatile_member;  // whose addresses are no constants to g++
    else if constexpr (!requires { typename std::bool_constant<has_constant_addresses<A>()>; })
      return adoption_fault::has_reference_member;
    else
      return adoption_fault::none;
  }
}
/// What the language needs of a class that another one is to inherit from.
template <class A>
constexpr adoption_fault fault_of_class() {
  if constexpr (std::is_union_v<A>)
    return adoption_fault::is_union;
  else if constexpr (!std::is_class_v<A> || std::is_const_v<A> || std::is_volatile_v<A>)
    return adoption_fault::not_a_class;
  else if constexpr (!requires { sizeof(A); })
    return adoption_fault::is_incomplete;
  else if constexpr (requires { typename A::slotted_declaration; })
    return adoption_fault::is_slotted;
  else if constexpr (std::is_final_v<A>)
    return adoption_fault::is_final;
  else if constexpr (std::is_polymorphic_v<A>)
    return adoption_fault::is_polymorphic;
  else if constexpr (!std::is_nothrow_destructible_v<A>)
    return adoption_fault::has_no_destructor;
  else
    return adoption_fault::none;
}

template <class A>
constexpr adoption_fault fault_of_counted() {
  constexpr adoption_fault fault = fault_of_class<A>();
  if constexpr (fault != adoption_fault::none)
    return fault;
  else if constexpr (!std::is_aggregate_v<A>)
    return adoption_fault::is_no_aggregate;
  else if constexpr (!shape_of<A>.counted && shape_of<A>.values != 0)
    return adoption_fault::cannot_be_counted;  // too many values
  else if constexpr (stops_at_a_reference<A>())
    return adoption_fault::has_reference_member;
  else if constexpr (!shape_of<A>.counted)
    return has_reference_member<A>() ? adoption_fault::has_reference_member : adoption_fault::cannot_be_counted;
  else
    return fault_of_members<A>();
}

template <class A, auto Member>
inline constexpr bool is_member_of = false;
template <class A, class T, class Of, T Of::* Member>
inline constexpr bool is_member_of<A, Member> =
    !std::is_function_v<T> && std::is_convertible_v<A*, Of*> && Member != nullptr &&
    requires(Of* base) { static_cast<A*>(base); };  // not down from a virtual base

template <class Item>
struct adopted_by;
template <class A>
struct adopted_by<fields_of<A>> {
  static constexpr adoption_fault fault = fault_of_counted<A>();
  using type = adoption<A, counted_members<A>>;
};
template <class A, auto First, auto... Rest>
struct adopted_by<fields_of<A, First, Rest...>> {
  static constexpr adoption_fault find_fault() {
    constexpr adoption_fault found = fault_of_class<A>();
    if constexpr (found != adoption_fault::none)
      return found;
    else if constexpr (!all_of({is_member_of<A, First>, is_member_of<A, Rest>...}))
      return adoption_fault::lists_no_member;
    else if constexpr (!requires { A{}; })
      return adoption_fault::needs_values;
    else
      return adoption_fault::none;
  }
  static constexpr adoption_fault fault = find_fault();
  using type = adoption<A, listed_members<A, First, Rest...>>;
};

}  // namespace detail

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
