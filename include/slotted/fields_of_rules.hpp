// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The rules for an adopted aggregate: what a class cannot inherit from, and members that cannot be fields.
#ifndef SLOTTED_FIELDS_OF_RULES_HPP
#define SLOTTED_FIELDS_OF_RULES_HPP

#include <slotted/diagnose.hpp>
#include <slotted/fields_of.hpp>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

template <class Self, class A, adoption_fault Fault>
constexpr bool report_adoption() {
  using fault = adoption_fault;
  if constexpr (Fault == fault::not_a_class)
    return report<error::aggregate_is_not_a_class<Self, A>>::kept;
  else if constexpr (Fault == fault::is_incomplete)
    return report<error::aggregate_is_incomplete_include_its_definition<Self, A>>::kept;
  else if constexpr (Fault == fault::is_slotted)
    return report<error::aggregate_is_slotted_write_extends<Self, A>>::kept;
  else if constexpr (Fault == fault::is_union)
    return report<error::aggregate_is_a_union<Self, A>>::kept;
  else if constexpr (Fault == fault::is_final)
    return report<error::aggregate_is_final<Self, A>>::kept;
  else if constexpr (Fault == fault::is_polymorphic)
    return report<error::aggregate_has_virtual_functions_write_extends<Self, A>>::kept;
  else if constexpr (Fault == fault::has_no_destructor)
    return report<error::aggregate_has_no_destructor_that_cannot_throw<Self, A>>::kept;
  else if constexpr (Fault == fault::is_no_aggregate)
    return report<error::class_is_no_aggregate_list_its_members<Self, A>>::kept;
  else if constexpr (Fault == fault::has_reference_member)
    return report<error::aggregate_has_a_reference_member<Self, A>>::kept;
  else if constexpr (Fault == fault::cannot_be_counted)
    return report<error::aggregate_members_cannot_be_counted_list_them<Self, A>>::kept;
  else if constexpr (Fault == fault::has_too_many_members)
    return report<error::aggregate_has_more_than_64_members_list_them<Self, A>>::kept;
  else if constexpr (Fault == fault::has_no_members)
    return report<error::aggregate_has_no_members<Self, A>>::kept;
  else if constexpr (Fault == fault::has_base_with_members)
    return report<error::aggregate_has_a_base_with_members_list_its_members<Self, A>>::kept;
  else if constexpr (Fault == fault::has_union_member)
    return report<error::aggregate_has_a_union_member_list_the_others<Self, A>>::kept;
  else if constexpr (Fault == fault::has_bit_field)
    return report<error::aggregate_has_a_bit_field_list_the_other_members<Self, A>>::kept;
  else if constexpr (Fault == fault::has_volatile_member)
    return report<error::aggregate_has_a_volatile_member_list_the_others<Self, A>>::kept;
  else if constexpr (Fault == fault::lists_no_member)
    return report<error::listed_member_is_no_data_member_of_aggregate<Self, A>>::kept;
  else
    return report<error::aggregate_whose_members_are_listed_needs_a_default_value<Self, A>>::kept;
}

/// Whether an item's aggregate can be adopted; says why where it cannot.
template <class Self, class Item>
constexpr bool adoption_is_legal() {
  if constexpr (adopted_by<Item>::fault == adoption_fault::none)
    return true;
  else
    return report_adoption<Self, typename Item::value_type, adopted_by<Item>::fault>();
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
