// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// object<Self, Parts...>: the base that makes a class slotted. Its constructors, and the members for use inside the
// class.
#ifndef SLOTTED_OBJECT_HPP
#define SLOTTED_OBJECT_HPP

#include <slotted/attribute.hpp>
#include <slotted/copy_rules.hpp>
#include <slotted/overrides_rules.hpp>
#include <slotted/positional.hpp>
#include <slotted/real_class.hpp>
#include <slotted/slot_handle.hpp>

#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

namespace detail {

/// Stands in for the storage of a class whose declaration is wrong, so that the one message about it is the only one.
template <class Declaration>
struct unsound {
  template <class... A>
  constexpr explicit unsound(A&&...) {}
  void operator[](nothing) const = delete;
};

template <class Declaration>
constexpr auto find_object_base() {
  if constexpr (is_legal<Declaration>)
    return std::type_identity<refusing_base<Declaration, positional_base<Declaration>>>{};
  else
    return std::type_identity<unsound<Declaration>>{};
}
template <class Declaration>
using object_base = typename decltype(find_object_base<Declaration>())::type;

template <class Object, class Self>
constexpr bool is_base_of_self() {
  if constexpr (!std::is_base_of_v<Object, Self>) {
    return report<error::object_must_be_a_base_of_the_class_it_names<Self>>::kept;
  } else if constexpr (!std::is_convertible_v<Self*, Object*>) {
    return report<error::object_must_be_a_public_base<Self>>::kept;
  } else {
    return true;
  }
}

// A name that a class declares hides the same name of its bases, so a base's subscripts are brought in beside object's.

struct with_subscript {
  void operator[](nothing) const;
};
template <class Base>
struct joined_with_subscript : Base, with_subscript {};
/// Whether a base has subscripts: their name is ambiguous beside another one.
template <class Base>
concept has_subscript = !requires { &joined_with_subscript<Base>::operator[]; };

/// The first of the bases that has subscripts, one that is not slotted before one that is; else `Otherwise`.
template <class Otherwise, class Bases>
struct find_subscripted {
  using type = Otherwise;
};
template <class Otherwise, class Base, class... Rest>
struct find_subscripted<Otherwise, pack<Base, Rest...>> : find_subscripted<Otherwise, pack<Rest...>> {};
template <class Otherwise, class Base, class... Rest>
  requires has_subscript<Base>
struct find_subscripted<Otherwise, pack<Base, Rest...>> {
  using later = typename find_subscripted<Otherwise, pack<Rest...>>::type;
  using type = std::conditional_t<slotted_class<Base> && !slotted_class<later> && !std::is_same_v<later, Otherwise>,
                                  later, Base>;
};
template <class... Items>
join_t<std::conditional_t<is_fields_of<Items>, pack<typename Items::value_type>, pack<>>...> adopted_aggregates(
    pack<Items...>*);
template <class Declaration>
constexpr auto find_all_bases() {
  using bases = typename Declaration::bases;
  if constexpr (!Declaration::adopts)
    return bases{};
  else
    return join_t<bases, decltype(adopted_aggregates(static_cast<typename Declaration::items*>(nullptr)))>{};
}
/// The bases of a class, and the aggregates that it adopts.
template <class Declaration>
using all_bases_of = decltype(find_all_bases<Declaration>());

template <class Otherwise, class Bases>
using subscripted_base = typename find_subscripted<Otherwise, Bases>::type;

}  // namespace detail

/// The base of a slotted class: `struct Point : object<Point, slots<...>> { using object::object; };`
///
/// `Parts`: one list of slots, `extends<...>`, `overrides<...>`, policies such as `declared_order`. The class gets one
/// constructor with a parameter for each slot in declared order, bases first, and one that takes slots by name. It is
/// trivially copyable, movable, constexpr and so on wherever the types of its slots are.
/// @snippet declaring.cpp object
template <class Self, class... Parts>
class object : public detail::object_base<detail::declaration<Self, Parts...>> {
  using slotted_base = detail::object_base<detail::declaration<Self, Parts...>>;

 public:
  /// What the class was declared as: `Self` and its parts. All that is known of the class hangs on this type.
  using slotted_declaration =
      std::conditional_t<detail::is_legal<detail::declaration<Self, Parts...>>, detail::declaration<Self, Parts...>,
                         detail::declaration<Self, detail::wrong_declaration>>;

  using slotted_base::slotted_base;

  // Other bases keep their subscripts.
  using detail::subscripted_base<slotted_base, detail::all_bases_of<slotted_declaration>>::operator[];

  /// All slots unset or with their defaults. Exists where every field has a default.
  constexpr object() noexcept(
      std::is_nothrow_constructible_v<slotted_base, detail::from_arguments, const detail::arguments<>&>)
    requires detail::every_field_has_a_value<detail::first_missing<slotted_declaration, detail::arguments<>>>
      : slotted_base(detail::from_arguments{}, detail::arguments<>{}) {
    static_assert(detail::is_base_of_self<object, Self>());
  }

  /// By name, in any order: `Point{"y"_slot = 2.0, "x"_slot = 1.0}`. A slot that is not named is unset or has its
  /// default. Throws type_error for an integer that does not fit.
  template <class... Named>
    requires(detail::are_all_named<Named...>()) &&
            detail::every_field_has_a_value<detail::first_missing_name<slotted_declaration, Named...>>
  SLOTTED_INLINE constexpr object(Named&&... slotted_named_values) noexcept(
      detail::made_without_throwing<slotted_base, detail::given_by_name<Named...>>())
      : slotted_base(detail::from_arguments{}, detail::check_names<slotted_declaration>(slotted_named_values...)) {
    static_assert(detail::is_base_of_self<object, Self>());
  }

  /// By position, each value straight into its slot; trailing slots may be left out. For nested braces and for values
  /// that need a conversion of the caller's, there are constructors with parameters of the declared types.
  template <class First, class Second, class... Rest>
    requires(detail::fits_by_position<slotted_declaration, First, Second, Rest...>())
  SLOTTED_INLINE constexpr object(First&& slotted_first, Second&& slotted_second, Rest&&... slotted_rest) noexcept(
      detail::is_nothrow_by_position<slotted_base, slotted_declaration, First, Second, Rest...>())
      : slotted_base(detail::from_arguments{},
                     detail::give_by_position<slotted_declaration>(std::forward<First>(slotted_first),
                                                                   std::forward<Second>(slotted_second),
                                                                   std::forward<Rest>(slotted_rest)...)) {
    static_assert(detail::is_base_of_self<object, Self>());
  }
  // Two, as g++ 12 forgets an explicit(...) that depends on something when the constructor is inherited.
  template <class Value>
    requires(!detail::is_copy_of<Self, object, Value>()) && (detail::fits_by_position<slotted_declaration, Value>())
  SLOTTED_INLINE constexpr explicit object(Value&& slotted_given_value) noexcept(
      detail::is_nothrow_by_position<slotted_base, slotted_declaration, Value>())
      : slotted_base(detail::from_arguments{},
                     detail::give_by_position<slotted_declaration>(std::forward<Value>(slotted_given_value))) {
    static_assert(detail::is_base_of_self<object, Self>());
  }

  /// From an adopted aggregate, and slots by name behind it: `Pixel{px, "note"_slot = "n"}`. What is named replaces
  /// what the aggregate has. Not explicit: the class has all that the aggregate has.
  template <class Whole, class... Named>
    requires(detail::gives_whole<slotted_declaration>(static_cast<detail::pack<Whole, Named...>*>(nullptr))) &&
            detail::every_field_has_a_value<detail::first_missing_beside_whole<slotted_declaration, Whole, Named...>>
  SLOTTED_INLINE constexpr object(Whole&& slotted_given_whole, Named&&... slotted_named_values) noexcept(
      detail::made_without_throwing<slotted_base, detail::given_with_whole<Whole, Named...>>())
      : slotted_base(detail::from_arguments{}, detail::check_whole<slotted_declaration>(
                                                   std::forward<Whole>(slotted_given_whole), slotted_named_values...)) {
    static_assert(detail::is_base_of_self<object, Self>());
  }

  // Calls that no constructor takes. A deleted one is the only candidate that the compiler shows, and its last template
  // argument says what is wrong; the call is no less ill-formed for those that ask.
  template <class Missing = detail::first_missing<slotted_declaration, detail::arguments<>>>
    requires(!detail::every_field_has_a_value<Missing>)
  object() = delete;
  template <class... Named, class Missing = detail::first_missing_name<slotted_declaration, Named...>>
    requires(detail::are_all_named<Named...>() && !detail::every_field_has_a_value<Missing>)
  object(Named&&...) = delete;
  template <class... Values, class Mistake = detail::mistake_by_position<Self, object, slotted_declaration, Values...>>
    requires(!std::is_void_v<Mistake>)
  explicit object(Values&&...) = delete;

  /// The slot as its type would be a member: `T&` for a field, a `slot_handle` for a slot that may be unset.
  template <name Text>
  SLOTTED_INLINE constexpr decltype(auto) operator[](slot_name<Text>) noexcept {
    if constexpr (detail::can_be_asked_for<Self, slot_name<Text>>()) {
      using entry = detail::entry_named<Self, slot_name<Text>>;
      if constexpr (entry::may_be_unset)
        return slot_handle<Self, entry>(static_cast<Self&>(*this));
      else if constexpr (!detail::is_plain_field<entry>)
        return detail::unchecked_value<entry>(static_cast<Self&>(*this));
      else  // in one step, so that it is one step without optimisation, too
        return static_cast<detail::slot_reference<entry, Self>>(
            SLOTTED_VALUE_IN(static_cast<detail::cell_of<entry>&>(static_cast<Self&>(*this))));
    }
  }
  template <name Text>
  SLOTTED_INLINE constexpr decltype(auto) operator[](slot_name<Text>) const noexcept {
    if constexpr (detail::can_be_asked_for<Self, slot_name<Text>>()) {
      using entry = detail::entry_named<Self, slot_name<Text>>;
      if constexpr (entry::may_be_unset)
        return slot_handle<const Self, entry>(static_cast<const Self&>(*this));
      else if constexpr (!detail::is_plain_field<entry>)
        return detail::unchecked_value<entry>(static_cast<const Self&>(*this));
      else
        return static_cast<detail::slot_reference<entry, const Self>>(
            SLOTTED_VALUE_IN(static_cast<const detail::cell_of<entry>&>(static_cast<const Self&>(*this))));
    }
  }

  // The verbs for use inside the class. Public, since structured bindings look for a member `get`, and clang asks
  // whether it is accessible although it is not the one that is meant.
  /// `getattr`, inside the class.
  template <class Name>
  SLOTTED_INLINE constexpr decltype(auto) get(const Name& slotted_given_name) {
    return getattr(static_cast<Self&>(*this), slotted_given_name);
  }
  /// The same for a const object.
  template <class Name>
  SLOTTED_INLINE constexpr decltype(auto) get(const Name& slotted_given_name) const {
    return getattr(static_cast<const Self&>(*this), slotted_given_name);
  }
  /// `setattr`, inside the class.
  template <class Name, class V>
  SLOTTED_INLINE constexpr void set(const Name& slotted_given_name, V&& slotted_given_value) {
    setattr(static_cast<Self&>(*this), slotted_given_name, std::forward<V>(slotted_given_value));
  }
  /// `hasattr`, inside the class.
  template <class Name>
  SLOTTED_INLINE constexpr bool has(const Name& slotted_given_name) const noexcept {
    return hasattr(static_cast<const Self&>(*this), slotted_given_name);
  }
  /// `delattr`, inside the class.
  template <class Name>
  SLOTTED_INLINE constexpr void del(const Name& slotted_given_name) {
    delattr(static_cast<Self&>(*this), slotted_given_name);
  }
};

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
