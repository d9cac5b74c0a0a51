// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Whether a class has a feature of values: what it says itself, then its plain members, its bases, its slots.
#ifndef SLOTTED_FEATURES_HPP
#define SLOTTED_FEATURES_HPP

#include <slotted/inspect.hpp>
#include <slotted/policies.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// Whether a type is made from the class itself, as `std::vector<Node>` in Node: such a one is not asked what it can
/// do, since the answer would depend on itself.
template <class T, class Self>
inline constexpr bool mentions = std::is_same_v<T, Self>;
template <class T, class Self>
  requires(std::is_const_v<T> || std::is_volatile_v<T>)
inline constexpr bool mentions<T, Self> = mentions<std::remove_cv_t<T>, Self>;
template <template <class...> class X, class... A, class Self>
  requires(!std::is_same_v<X<A...>, Self>)
inline constexpr bool mentions<X<A...>, Self> = (false || ... || mentions<A, Self>);
template <template <class, auto> class X, class A, auto N, class Self>
  requires(!std::is_same_v<X<A, N>, Self>)
inline constexpr bool mentions<X<A, N>, Self> = mentions<A, Self>;

/// What a feature needs of the types of slots and of bases. Each feature has its own specialisation, beside what it is.
/// `of_parts`: a container has it if its elements have.
template <class Feature>
struct support;

/// Whether `O` is the object<...> that a class derives from: what a defaulted comparison of the class compares, beside
/// the plain members.
template <class O>
inline constexpr bool is_object_base = !std::is_base_of_v<seen_as<O>, O>;

/// Whether `O` has no members beside those of the class that it is seen as.
template <class O>
constexpr bool adds_nothing_to_seen() {
  using seen = seen_as<O>;
  if constexpr (std::is_same_v<O, seen> || is_object_base<O>)
    return true;
  else
    return sizeof(O) == sizeof(seen) && (std::is_final_v<O> || data_size_of<O>() == data_size_of<seen>());
}

/// A container, and what has parts as a tuple: standard ones claim to compare whatever their elements are.
template <class T>
concept has_elements = std::is_class_v<T> && !slotted_class<T> && requires(const T& container) {
  typename T::value_type;
  container.begin();
};
template <class T>
concept has_tuple_size = std::is_class_v<T> && !slotted_class<T> && requires { std::tuple_size<T>::value; };

/// Standard weak pointers compare by nothing, also where they are not asked.
template <class T>
concept standard_weak_pointer = requires(const T& pointer) {
  pointer.owner_before(pointer);
  pointer.expired();
};

template <class Feature, class Self, class T>
constexpr bool type_allows();

template <class Feature, class Self, class T>
constexpr bool element_allows();

template <class Feature, class Self, class T, std::size_t... I>
constexpr bool parts_allow(std::index_sequence<I...>) {
  return (true && ... && element_allows<Feature, Self, std::remove_cv_t<std::tuple_element_t<I, T>>>());
}

/// An element or a part. Other slotted classes are not asked: they may hold this one in the same way.
template <class Feature, class Self, class T>
constexpr bool element_allows() {
  if constexpr (slotted_class<T>)
    return true;
  else
    return type_allows<Feature, Self, T>();
}

/// Whether the elements of a container, the parts of a tuple allow it.
template <class Feature, class Self, class T>
constexpr bool elements_allow() {
  if constexpr (has_elements<T>) {
    if constexpr (std::is_same_v<std::remove_cv_t<typename T::value_type>, T>)
      return true;  // as a path, whose elements are paths
    else
      return element_allows<Feature, Self, std::remove_cv_t<typename T::value_type>>();
  } else if constexpr (has_tuple_size<T>) {
    return parts_allow<Feature, Self, T>(std::make_index_sequence<std::tuple_size<T>::value>{});
  } else {
    return true;
  }
}

/// Whether a type allows a feature that a container has if its elements have it.
template <class Feature, class Self, class T>
constexpr bool type_allows() {
  if constexpr (std::is_same_v<T, Self>)
    return true;
  else if constexpr (!elements_allow<Feature, Self, T>())
    return false;
  else if constexpr (mentions<T, Self>)
    return !standard_weak_pointer<T>;
  else
    return support<Feature>::template of_slot<T>;
}

/// The type of the dynamic attributes, as that of a slot.
template <class Declaration>
struct slot_entry_of_dict {
  using value_type = dict_type_of<Declaration>;
  using slot = field<"__dict__", value_type>;
};

template <class Feature, class Self, class Entry>
constexpr bool slot_allows() {
  using T = std::remove_cv_t<std::remove_all_extents_t<typename Entry::value_type>>;
  if constexpr (is_left_out<Feature, typename Entry::slot>())
    return true;
  else if constexpr (support<Feature>::of_parts)
    return type_allows<Feature, Self, T>();
  else
    return support<Feature>::template of_slot<T>;
}
template <class Feature, class Base>
constexpr bool base_allows() {
  if constexpr (std::is_empty_v<Base> && !slotted_class<Base>)
    return true;  // nothing to see
  else
    return support<Feature>::template of_base<Base>;
}

template <class Feature, class Self, class... Entries>
constexpr std::size_t first_slot_to_forbid(pack<Entries...>*) {
  const bool allowed[] = {slot_allows<Feature, Self, Entries>()..., false};
  std::size_t i = 0;
  while (allowed[i]) ++i;
  return i;
}
/// Whether the dynamic attributes of a class that declares a dict slot allow a feature. They have an equality and a
/// text if their type has; no order, as in Python; and no hash, since names may come in any order.
template <class Feature, class Declaration>
constexpr bool dict_allows() {
  if constexpr (!Declaration::declares_dict)
    return true;
  else if constexpr (std::is_same_v<Feature, ordering> || std::is_same_v<Feature, hashing>)
    return false;
  else
    return slot_allows<Feature, typename Declaration::self, slot_entry_of_dict<Declaration>>();
}

/// The type of the items, as that of a slot.
template <class Declaration>
struct slot_entry_of_items {
  using value_type = item_type_of<Declaration>;
  using slot = field<"__items__", value_type>;
};
/// Whether the items that a class declares allow a feature. They are parts of the value, but no copy has them.
template <class Feature, class Declaration>
constexpr bool items_allow() {
  if constexpr (!Declaration::declares_items)
    return true;
  else if constexpr (std::is_same_v<Feature, replacing>)
    return false;
  else
    return slot_allows<Feature, typename Declaration::self, slot_entry_of_items<Declaration>>();
}

template <class Feature, class... Bases>
constexpr std::size_t first_base_to_forbid(pack<Bases...>*) {
  const bool allowed[] = {base_allows<Feature, Bases>()..., false};
  std::size_t i = 0;
  while (allowed[i]) ++i;
  return i;
}

template <slotted_class O, class Feature>
constexpr auto find_obstacle() {
  using declared = declaration_of<O>;
  using self = typename declared::self;
  constexpr said what = what_is_said<Feature>(static_cast<typename declared::parts*>(nullptr));
  if constexpr (is_unsound<O>) {
    return std::type_identity<error::feature_is_turned_off<self, Feature>>{};
  } else if constexpr (what == said::without && !is_object_base<O>) {
    return std::type_identity<error::feature_is_turned_off<self, Feature>>{};
  } else if constexpr (!adds_nothing_to_seen<O>()) {
    return std::type_identity<error::class_has_plain_members_write_with<O, Feature>>{};
  } else if constexpr (what != said::with && !is_object_base<O> && !is_exact<self>) {
    return std::type_identity<error::class_has_plain_members_write_with<self, Feature>>{};
  } else {
    using own = own_entries_of<declared>;
    using bases = typename declared::bases;
    constexpr std::size_t slot = first_slot_to_forbid<Feature, self>(static_cast<own*>(nullptr));
    constexpr std::size_t base = first_base_to_forbid<Feature>(static_cast<bases*>(nullptr));
    if constexpr (slot != own::size) {
      using entry = at<slot, own>;
      return std::type_identity<
          error::slot_type_does_not_allow<self, entry::name_type::literal, typename entry::value_type, Feature>>{};
    } else if constexpr (base != bases::size) {
      return std::type_identity<error::base_does_not_allow<self, at<base, bases>, Feature>>{};
    } else if constexpr (!dict_allows<Feature, declared>()) {
      return std::type_identity<error::dict_slot_does_not_allow<self, dict_type_of<declared>, Feature>>{};
    } else if constexpr (!items_allow<Feature, declared>()) {
      return std::type_identity<error::items_do_not_allow<self, item_type_of<declared>, Feature>>{};
    } else {
      return std::type_identity<void>{};
    }
  }
}
/// Why a class lacks a feature, as a mistake that says so; void where it has it.
template <class O, class Feature>
using obstacle = typename decltype(find_obstacle<O, Feature>())::type;

template <class O, class Feature>
concept has_feature = slotted_class<O> && std::is_void_v<obstacle<O, Feature>>;

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
