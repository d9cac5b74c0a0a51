// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Objects as values: ==, <=>. Bases first, then the slots in declared order, then the items; unset equals unset and
// orders before set.
// A class may hold itself, in a std::vector say. Of two classes that hold each other one must say without<ordering>:
// the category of each would depend on that of the other.
#ifndef SLOTTED_COMPARE_HPP
#define SLOTTED_COMPARE_HPP

#include <slotted/features.hpp>

#include <compare>
#include <concepts>
#include <cstddef>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

namespace detail {

template <class T>
concept has_equal = requires(const T& a, const T& b) {
  { a == b } -> std::convertible_to<bool>;
};
template <class T>
concept has_less = requires(const T& a, const T& b) {
  { a < b } -> std::convertible_to<bool>;
};

template <>
struct support<equality> {
  static constexpr bool of_parts = true;
  template <class T>
  static constexpr bool of_slot = has_equal<T>;
  template <class Base>
  static constexpr bool of_base = has_equal<Base>;
};
template <>
struct support<ordering> {
  static constexpr bool of_parts = true;
  template <class T>
  static constexpr bool of_slot = std::three_way_comparable<T> || has_less<T>;
  template <class Base>
  static constexpr bool of_base = std::three_way_comparable<Base> || has_less<Base>;
};

/// Arrays by their elements.
template <class T>
constexpr bool equal_values(const T& a, const T& b) {
  if constexpr (std::is_array_v<T>) {
    for (std::size_t i = 0; i != std::extent_v<T>; ++i)
      if (!equal_values(a[i], b[i])) return false;
    return true;
  } else {
    return static_cast<bool>(a == b);
  }
}

template <class T>
constexpr auto find_category() {
  if constexpr (std::three_way_comparable<T>)
    return std::type_identity<std::compare_three_way_result_t<T>>{};
  else
    return std::type_identity<std::weak_ordering>{};
}
/// The category of a slot's or a base's order. One that is made from the class itself has that of the others.
template <class Self, class T>
constexpr auto category_of_part() {
  using bare = std::remove_cv_t<std::remove_all_extents_t<T>>;
  if constexpr (mentions<bare, Self> || (std::is_empty_v<bare> && std::is_base_of_v<bare, Self>))
    return std::type_identity<std::strong_ordering>{};
  else
    return find_category<bare>();
}
template <class Self, class Entry>
constexpr auto category_of_slot() {
  if constexpr (is_left_out<ordering, typename Entry::slot>())
    return std::type_identity<std::strong_ordering>{};
  else
    return category_of_part<Self, typename Entry::value_type>();
}
template <class Self, class... Bases, class... Entries>
std::common_comparison_category_t<typename decltype(category_of_part<Self, Bases>())::type...,
                                  typename decltype(category_of_slot<Self, Entries>())::type...>
common_category(pack<Bases...>*, pack<Entries...>*);

/// The own entries of a class and, as the last one, its items.
template <class Declaration>
constexpr auto find_compared() {
  if constexpr (Declaration::declares_items)
    return join_t<own_entries_of<Declaration>, pack<slot_entry_of_items<Declaration>>>{};
  else
    return own_entries_of<Declaration>{};
}

template <class O>
using category_of =
    decltype(common_category<seen_as<O>>(static_cast<typename declaration_of<O>::bases*>(nullptr),
                                         static_cast<decltype(find_compared<declaration_of<O>>())*>(nullptr)));

template <class Category, class T>
constexpr Category order_values(const T& a, const T& b) {
  if constexpr (std::is_array_v<T>) {
    for (std::size_t i = 0; i != std::extent_v<T>; ++i)
      if (const Category order = order_values<Category>(a[i], b[i]); std::is_neq(order)) return order;
    return Category::equivalent;
  } else if constexpr (requires { static_cast<Category>(a <=> b); }) {
    return a <=> b;
  } else {
    if (a < b) return Category::less;
    return b < a ? Category::greater : Category::equivalent;
  }
}

/// The object<...> of a class as the class.
template <class O>
constexpr const seen_as<O>& as_self(const O& object) noexcept {
  return static_cast<const seen_as<O>&>(object);
}

template <class Entry, class C>
constexpr bool equal_slots(const C& a, const C& b) {
  if constexpr (is_left_out<equality, typename Entry::slot>()) {
    return true;
  } else {
    const bool set = has_value<Entry>(a);
    if (set != has_value<Entry>(b)) return false;
    return !set || equal_values(unchecked_value<Entry>(a), unchecked_value<Entry>(b));
  }
}
template <class Base, class C>
constexpr bool equal_bases(const C& a, const C& b) {
  if constexpr (std::is_empty_v<Base> && !slotted_class<Base>)
    return true;
  else
    return static_cast<bool>(static_cast<const Base&>(a) == static_cast<const Base&>(b));
}
template <class T>
constexpr bool equal_items(const item_array<const T>& a, const item_array<const T>& b) {
  if (a.count != b.count) return false;
  for (std::size_t i = 0; i != a.count; ++i)
    if (!equal_values(a.first[i], b.first[i])) return false;
  return true;
}
template <class C, class... Bases, class... Entries>
constexpr bool equal_objects(const C& a, const C& b, pack<Bases...>*, pack<Entries...>*) {
  bool equal = true;
  const bool done[] = {true, (equal = equal && equal_bases<Bases>(a, b))...,
                       (equal = equal && equal_slots<Entries>(a, b))...};
  static_cast<void>(done);
  if constexpr (declaration_of<C>::declares_items) equal = equal && equal_items(items_in(a), items_in(b));
  if constexpr (declaration_of<C>::declares_dict)
    if (!dict_of(a).is_constant() || !dict_of(b).is_constant()) equal = equal && equal_dicts(dict_of(a), dict_of(b));
  return equal;
}

template <class Category, class Entry, class C>
constexpr Category order_slots(const C& a, const C& b) {
  if constexpr (is_left_out<ordering, typename Entry::slot>()) {
    return Category::equivalent;
  } else {
    const bool set = has_value<Entry>(a);
    if (set != has_value<Entry>(b)) return set ? Category::greater : Category::less;
    return set ? order_values<Category>(unchecked_value<Entry>(a), unchecked_value<Entry>(b)) : Category::equivalent;
  }
}
template <class Category, class Base, class C>
constexpr Category order_bases(const C& a, const C& b) {
  if constexpr (std::is_empty_v<Base> && !slotted_class<Base>)
    return Category::equivalent;
  else
    return order_values<Category>(static_cast<const Base&>(a), static_cast<const Base&>(b));
}
/// As texts: by the first that differ; a part of the other, from its beginning, before it.
template <class Category, class T>
constexpr Category order_items(const item_array<const T>& a, const item_array<const T>& b) {
  for (std::size_t i = 0; i != a.count && i != b.count; ++i)
    if (const Category order = order_values<Category>(a.first[i], b.first[i]); std::is_neq(order)) return order;
  return a.count <=> b.count;
}
template <class Category, class C, class... Bases, class... Entries>
constexpr Category order_objects(const C& a, const C& b, pack<Bases...>*, pack<Entries...>*) {
  Category order = Category::equivalent;
  const bool done[] = {true, (std::is_eq(order) && std::is_eq(order = order_bases<Category, Bases>(a, b)))...,
                       (std::is_eq(order) && std::is_eq(order = order_slots<Category, Entries>(a, b)))...};
  static_cast<void>(done);
  if constexpr (declaration_of<C>::declares_items)
    if (std::is_eq(order)) order = order_items<Category>(items_in(a), items_in(b));
  return order;
}

}  // namespace detail

/// Equal if the bases are, each slot that is not left out (`without<equality>`) is unset in both or set in both to
/// equal values, the items are equal, and so are the dynamic attributes, in whatever order. Objects of different
/// classes do not compare. A class that is derived in plain C++ and adds nothing compares as the class it is seen as.
/// @snippet values.cpp operator==
template <class O>
  requires detail::has_feature<O, equality>
[[nodiscard]] constexpr bool operator==(const O& a, const O& b) {
  using seen = detail::seen_as<O>;
  using declared = detail::declaration_of<O>;
  if constexpr (!std::is_same_v<O, seen> && !detail::is_object_base<O>)
    return static_cast<const seen&>(a) == static_cast<const seen&>(b);
  else
    return detail::equal_objects(detail::as_self(a), detail::as_self(b),
                                 static_cast<typename declared::bases*>(nullptr),
                                 static_cast<detail::own_entries_of<declared>*>(nullptr));
}

/// By the first base, slot or item that differs. The category is the weakest among them: with a `double` it is partial.
/// @snippet values.cpp operator<=>
template <class O>
  requires detail::has_feature<O, ordering>
[[nodiscard]] constexpr detail::category_of<O> operator<=>(const O& a, const O& b) {
  using seen = detail::seen_as<O>;
  using declared = detail::declaration_of<O>;
  if constexpr (!std::is_same_v<O, seen> && !detail::is_object_base<O>)
    return static_cast<const seen&>(a) <=> static_cast<const seen&>(b);
  else
    return detail::order_objects<detail::category_of<O>>(detail::as_self(a), detail::as_self(b),
                                                         static_cast<typename declared::bases*>(nullptr),
                                                         static_cast<detail::own_entries_of<declared>*>(nullptr));
}

// A class that lacks one of them must not be compared as a base of it that has: never defined, and the type that they
// return says why.

template <class O>
  requires detail::slotted_class<O> && (!detail::has_feature<O, equality>)
detail::obstacle<O, equality> operator==(const O&, const O&);
template <class O>
  requires detail::slotted_class<O> && (!detail::has_feature<O, ordering>)
detail::obstacle<O, ordering> operator<=>(const O&, const O&);

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
