// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The rules for one slot: its name, its type, its traits. Checked where the class is declared.
#ifndef SLOTTED_SLOT_RULES_HPP
#define SLOTTED_SLOT_RULES_HPP

#include <slotted/default_value.hpp>
#include <slotted/diagnose.hpp>
#include <slotted/dict_slot.hpp>
#include <slotted/fields_of_rules.hpp>
#include <slotted/item_count.hpp>
#include <slotted/left_out.hpp>
#include <slotted/slots.hpp>
#include <slotted/weakref_slot.hpp>

#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

template <class T>
concept complete = requires { sizeof(T); };

// Each check returns whether the rule is kept, and says itself what is wrong where it is not.

template <class Self, class Slot>
constexpr bool name_is_legal() {
  constexpr auto text = Slot::name_type::text;
  constexpr auto literal = Slot::name_type::literal;
  if constexpr (text == "__dict__") {
    return report<error::slot_name_is_reserved_write_dict_slot<Self, literal>>::kept;
  } else if constexpr (text == "__weakref__") {
    return report<error::slot_name_is_reserved_write_weakref_slot<Self, literal>>::kept;
  } else if constexpr (is_reserved(text)) {
    return report<error::slot_name_is_reserved<Self, literal>>::kept;
  } else if constexpr (!is_identifier(text)) {
    return report<error::slot_name_is_not_an_identifier<Self, literal>>::kept;
  } else {
    return true;
  }
}

template <class Self, class Slot>
constexpr bool type_is_legal() {
  using T = typename Slot::value_type;
  constexpr auto literal = Slot::name_type::literal;
  if constexpr (std::is_reference_v<T>) {
    return report<error::slot_type_is_a_reference_use_a_pointer_or_reference_wrapper<Self, literal, T>>::kept;
  } else if constexpr (std::is_void_v<T>) {
    return report<error::slot_type_is_void<Self, literal, T>>::kept;
  } else if constexpr (std::is_function_v<T>) {
    return report<error::slot_type_is_a_function_use_a_function_pointer<Self, literal, T>>::kept;
  } else if constexpr (std::is_unbounded_array_v<T>) {
    return report<error::slot_type_is_an_array_of_unknown_bound_use_a_vector<Self, literal, T>>::kept;
  } else if constexpr (std::is_volatile_v<std::remove_all_extents_t<T>>) {
    return report<error::slot_type_is_volatile<Self, literal, T>>::kept;
  } else if constexpr (std::is_same_v<std::remove_cv_t<std::remove_all_extents_t<T>>, Self>) {
    return report<error::slot_type_is_the_class_itself_use_a_pointer<Self, literal>>::kept;
  } else if constexpr (!complete<T>) {
    return report<error::slot_type_is_incomplete_include_its_definition<Self, literal, T>>::kept;
  } else if constexpr (std::is_abstract_v<std::remove_all_extents_t<T>>) {
    return report<error::slot_type_is_abstract_use_a_pointer<Self, literal, T>>::kept;
  } else if constexpr (!std::is_destructible_v<T>) {
    return report<error::slot_type_has_no_accessible_destructor<Self, literal, T>>::kept;
  } else if constexpr (!std::is_nothrow_destructible_v<T>) {
    return report<error::slot_type_has_a_destructor_that_may_throw<Self, literal, T>>::kept;
  } else {
    return true;
  }
}

template <class Self, class Slot, class Trait>
constexpr bool trait_is_known() {
  constexpr bool known = trait_facts<Trait>::kind != trait_kind::unknown;
  if constexpr (!known)
    static_cast<void>(report<error::slot_trait_is_unknown<Self, Slot::name_type::literal, Trait>>::kept);
  return known;
}

template <class Self, class Slot, class... Traits>
constexpr bool traits_are_known(pack<Traits...>*) {
  return (true && ... && trait_is_known<Self, Slot, Traits>());
}

template <class Self, class Slot, class Feature>
constexpr bool has_feature_of_slots() {
  if constexpr (!is_feature_of_slots<Feature>)
    return report<error::slot_cannot_be_left_out_of<Self, Slot::name_type::literal, Feature>>::kept;
  else
    return true;
}
template <class Self, class Slot, class... Features>
constexpr bool may_be_left_out(without<Features...>*) {
  if constexpr (!(true && ... && has_feature_of_slots<Self, Slot, Features>()))
    return false;
  else if constexpr (says<ordering, without<Features...>> != says<equality, without<Features...>> &&
                     says<ordering, without<Features...>> == said::without)
    return report<error::slot_is_compared_but_not_ordered_write_without_equality<Self, Slot::name_type::literal>>::kept;
  else
    return true;
}
template <class Self, class Slot>
constexpr bool may_be_left_out(void*) {
  return true;  // another trait
}
template <class Self, class Slot, class... Traits>
constexpr bool is_left_out_legally(pack<Traits...>*) {
  return (true && ... && may_be_left_out<Self, Slot>(static_cast<Traits*>(nullptr)));
}

template <class Self, class Slot>
constexpr bool traits_are_legal() {
  using traits = typename Slot::traits;
  if constexpr (Slot::trait_pack::size == 0) {
    return true;
  } else if constexpr (!traits_are_known<Self, Slot>(static_cast<typename Slot::trait_pack*>(nullptr))) {
    return false;
  } else if constexpr (traits::count(trait_kind::doc) > 1 || traits::count(trait_kind::defaults_to) > 1 ||
                       traits::count(trait_kind::readonly) > 1 || traits::count(trait_kind::hidden) > 1 ||
                       traits::count(trait_kind::without) > 1) {
    return report<error::slot_trait_given_twice<Self, Slot::name_type::literal>>::kept;
  } else if constexpr (traits::hidden && traits::alias_count != 0) {
    return report<error::hidden_slot_has_an_alias<Self, Slot::name_type::literal>>::kept;
  } else if constexpr (traits::count(trait_kind::without) != 0) {
    return is_left_out_legally<Self, Slot>(static_cast<typename Slot::trait_pack*>(nullptr));
  } else {
    return true;
  }
}

template <class Self, class Slot>
constexpr bool default_is_legal() {
  using T = typename Slot::value_type;
  using given = typename Slot::traits::default_type::kind;
  constexpr bool legal = default_fits<Slot>();
  if constexpr (!legal)
    static_cast<void>(report<error::default_does_not_fit_slot_type<Self, Slot::name_type::literal, T, given>>::kept);
  return legal;
}

template <class Self, class Item>
constexpr bool dict_slot_is_legal() {
  using V = typename Item::mapped_type;
  if constexpr (!type_is_legal<Self, slot<"__dict__", V>>())
    return false;
  else if constexpr (std::is_const_v<V> || std::is_array_v<V>)
    return report<error::dict_slot_type_is_const_or_an_array<Self, V>>::kept;
  else
    return true;
}

template <class Self, class Item>
constexpr bool items_part_is_legal() {
  using T = typename Item::item_type;
  using count = typename Item::count_type;
  if constexpr (!type_is_legal<Self, slot<"items", T>>())
    return false;
  else if constexpr (std::is_array_v<T>)
    return report<error::items_are_arrays_use_std_array<Self, T>>::kept;
  else if constexpr (!std::is_unsigned_v<count> || std::is_same_v<std::remove_cv_t<count>, bool>)
    return report<error::items_are_counted_by_what_is_no_unsigned_integer<Self, count>>::kept;
  else
    return true;
}

template <class Self, class Item>
constexpr bool item_is_legal();

template <class Self, class Adoption, std::size_t... I>
constexpr bool adopted_fields_are_legal(std::index_sequence<I...>) {
  return all_of({item_is_legal<Self, adopted_field<Adoption, I>>()...});
}

/// All rules for one item of a list, in the order in which a reader would want to hear of them.
template <class Self, class Item>
constexpr bool item_is_legal() {
  if constexpr (is_fields_of<Item>) {
    if constexpr (!adoption_is_legal<Self, Item>()) {
      return false;
    } else {
      using adopted = typename adopted_by<Item>::type;
      return adopted_fields_are_legal<Self, adopted>(std::make_index_sequence<adopted::count>{});
    }
  } else if constexpr (is_dict_slot<Item>) {
    return dict_slot_is_legal<Self, Item>();
  } else if constexpr (is_weakref_slot<Item>) {
    return true;
  } else if constexpr (is_items<Item>) {
    return items_part_is_legal<Self, Item>();
  } else if constexpr (!is_slot<Item>) {
    return report<error::list_item_is_not_a_slot_write_slot_or_field<Self, Item>>::kept;
  } else if constexpr (!name_is_legal<Self, Item>()) {
    return false;
  } else if constexpr (!type_is_legal<Self, Item>()) {
    return false;
  } else if constexpr (!traits_are_legal<Self, Item>()) {
    return false;
  } else if constexpr (Item::trait_pack::size != 0) {
    return default_is_legal<Self, Item>();
  } else {
    return true;
  }
}

// Most lists are legal, and most slots have no traits. All of them are looked at together first, by questions that the
// compiler answers once for each type; only a list that is not plainly legal is gone through slot by slot.

template <class Self, class T>
inline constexpr bool is_plain_type = false;
template <class Self, class T>
  requires(std::is_arithmetic_v<T> || std::is_class_v<T>) && (!std::is_volatile_v<T>) &&
              (!std::is_same_v<T, Self>) && complete<T> && (!std::is_abstract_v<T>) && std::is_nothrow_destructible_v<T>
inline constexpr bool is_plain_type<Self, T> = true;

template <class... Slots>
constexpr bool names_are_plain() {
  for (const std::string_view text : {std::string_view("x"), Slots::name_type::text...})
    if (!is_identifier(text) || is_reserved(text)) return false;
  return true;
}

/// Arrays and loops: clang refuses fold expressions over more than 256 elements.
template <class Self, class... Items>
constexpr bool are_plain(pack<Items...>*) {
  if constexpr (all_of({is_slot<Items>...}))
    return all_of({(Items::trait_pack::size == 0)...}) &&
           all_of({is_plain_type<Self, typename Items::value_type>...}) && names_are_plain<Items...>();
  else
    return false;
}
template <class Self, class... Items>
constexpr bool items_are_legal(pack<Items...>*) {
  if constexpr (are_plain<Self>(static_cast<pack<Items...>*>(nullptr)))
    return true;
  else
    return all_of({item_is_legal<Self, Items>()...});
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
