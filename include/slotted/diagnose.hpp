// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The mistakes that do not compile, each a template that is never defined. Its name says what is wrong, often also what
// to write; its arguments are the class, the slot and what else is needed. `report` asks for the size of one, and every
// supported compiler prints all of that on its first error line.
#ifndef SLOTTED_DIAGNOSE_HPP
#define SLOTTED_DIAGNOSE_HPP

#include <slotted/name.hpp>
#include <slotted/sentence.hpp>

namespace slotted::error {

// What a class declares.
template <class Class, name Slot>
struct slot_declared_twice;
template <class Class, name Slot, class Base>
struct slot_already_declared_by_base;
template <class Class, name Slot, class FirstBase, class SecondBase>
struct slot_declared_by_two_bases;
template <class Class, name Slot>
struct slot_name_is_not_an_identifier;
template <class Class, name Slot>
struct slot_name_is_reserved;
template <class Class, name Slot>
struct slot_name_is_reserved_write_dict_slot;
template <class Class, name Slot>
struct slot_name_is_reserved_write_weakref_slot;
template <class Class, class Item>
struct list_item_is_not_a_slot_write_slot_or_field;
template <class Class, name Slot, class Trait>
struct slot_trait_is_unknown;
template <class Class, name Slot>
struct slot_trait_given_twice;
template <class Class, name Slot>
struct hidden_slot_has_an_alias;
template <class Class, name Slot, class Feature>
struct slot_cannot_be_left_out_of;
template <class Class, name Slot>
struct slot_is_compared_but_not_ordered_write_without_equality;
template <class Class, name Slot, class Type, class Default>
struct default_does_not_fit_slot_type;
template <class Class, name Slot>
struct default_overridden_twice;
template <class Class, name Slot>
struct no_base_has_the_slot_to_override;
template <class Class, name Slot>
struct default_of_an_adopted_member_cannot_be_overridden;

// What a slot may hold.
template <class Class, name Slot, class Type>
struct slot_type_is_a_reference_use_a_pointer_or_reference_wrapper;
template <class Class, name Slot, class Type>
struct slot_type_is_void;
template <class Class, name Slot, class Type>
struct slot_type_is_a_function_use_a_function_pointer;
template <class Class, name Slot, class Type>
struct slot_type_is_an_array_of_unknown_bound_use_a_vector;
template <class Class, name Slot, class Type>
struct slot_type_is_abstract_use_a_pointer;
template <class Class, name Slot, class Type>
struct slot_type_is_incomplete_include_its_definition;
template <class Class, name Slot>
struct slot_type_is_the_class_itself_use_a_pointer;
template <class Class, name Slot, class Type>
struct slot_type_is_volatile;
template <class Class, name Slot, class Type>
struct slot_type_has_no_accessible_destructor;
template <class Class, name Slot, class Type>
struct slot_type_has_a_destructor_that_may_throw;

// The dict slot.
template <class Class>
struct dict_slot_given_twice;
template <class Class, class Base>
struct dict_slot_already_declared_by_base;
template <class Class, class FirstBase, class SecondBase>
struct dict_slot_brought_by_two_bases;
template <class Class, class Base>
struct dict_slot_is_more_than_15_bases_away;
template <class Class, class Type>
struct dict_slot_type_is_const_or_an_array;
template <class Class>
struct class_has_no_dict_slot_add_dict_slot;

// The weakref slot.
template <class Class>
struct weakref_slot_given_twice;
template <class Class, class Base>
struct weakref_slot_already_declared_by_base;
template <class Class, class FirstBase, class SecondBase>
struct weakref_slot_brought_by_two_bases;
template <class Class, class Base>
struct weakref_slot_is_more_than_126_bases_away;
template <class Class>
struct class_has_no_weakref_slot_add_weakref_slot;
template <class Class>
struct class_to_refer_to_is_not_slotted;
template <class Class, class Callback>
struct callback_of_weak_reference_must_be_called_without_arguments;

// Items.
template <class Class, class Type>
struct items_are_arrays_use_std_array;
template <class Class, class Count>
struct items_are_counted_by_what_is_no_unsigned_integer;
template <class Class>
struct items_given_twice;
template <class Class, class Base>
struct items_already_declared_by_base;
template <class Class, class FirstBase, class SecondBase>
struct items_brought_by_two_bases;
template <class Class, name Slot, class Base>
struct slot_declared_on_a_base_with_items;
template <class Class, class Base>
struct weakref_slot_declared_on_a_base_with_items;
template <class Class, class Base>
struct class_adds_too_much_to_a_base_with_items_add_it_there;
template <class Class>
struct object_with_items_is_never_copied_or_moved_make_another_with_items;
template <class Class>
struct class_has_no_items_add_items;
template <class Class, class Source>
struct items_are_made_of_a_number_a_range_copies_or_generated;
template <class Class, class Range>
struct items_are_made_of_a_range_that_can_be_counted_first;
template <class Class, class Type, class Value>
struct value_does_not_fit_items;

// What a class adopts.
template <class Class, class Aggregate>
struct aggregate_is_not_a_class;
template <class Class, class Aggregate>
struct aggregate_is_incomplete_include_its_definition;
template <class Class, class Aggregate>
struct aggregate_is_slotted_write_extends;
template <class Class, class Aggregate>
struct aggregate_is_a_union;
template <class Class, class Aggregate>
struct aggregate_is_final;
template <class Class, class Aggregate>
struct aggregate_has_virtual_functions_write_extends;
template <class Class, class Aggregate>
struct aggregate_has_no_destructor_that_cannot_throw;
template <class Class, class Aggregate>
struct class_is_no_aggregate_list_its_members;
template <class Class, class Aggregate>
struct aggregate_has_a_reference_member;
template <class Class, class Aggregate>
struct aggregate_members_cannot_be_counted_list_them;
template <class Class, class Aggregate>
struct aggregate_has_more_than_64_members_list_them;
template <class Class, class Aggregate>
struct aggregate_has_no_members;
template <class Class, class Aggregate>
struct aggregate_has_a_base_with_members_list_its_members;
template <class Class, class Aggregate>
struct aggregate_has_a_union_member_list_the_others;
template <class Class, class Aggregate>
struct aggregate_has_a_bit_field_list_the_other_members;
template <class Class, class Aggregate>
struct aggregate_has_a_volatile_member_list_the_others;
template <class Class, class Aggregate>
struct listed_member_is_no_data_member_of_aggregate;
template <class Class, class Aggregate>
struct aggregate_whose_members_are_listed_needs_a_default_value;
template <class Class, class Aggregate>
struct aggregate_adopted_twice;
template <class Class, class Aggregate, class Base>
struct aggregate_is_also_a_base;
template <class Class, name Field, class Type>
struct member_cannot_be_assigned_give_all_before_it;

// How a class is put together.
template <class Class, class Part>
struct part_of_object_is_neither_slots_nor_extends_nor_a_policy;
template <class Class>
struct slot_list_given_twice;
template <class Class>
struct extends_given_twice_write_all_bases_in_one;
template <class Class, class Base>
struct base_is_not_a_class;
template <class Class, class Base>
struct fields_of_is_no_base_write_it_in_the_list;
template <class Class, class Base>
struct base_is_incomplete;
template <class Class, class Base>
struct base_is_final;
template <class Class, class Base>
struct base_given_twice;
template <class Class, class Base>
struct base_is_the_class_itself;
template <class Class, class Base, class FirstWay, class SecondWay>
struct slotted_base_reached_twice;
template <class Class, class Base>
struct slotted_base_is_virtual;
template <class Class, class Base>
struct base_joins_or_hides_slotted_bases_name_each_in_extends;
template <class Class>
struct object_must_be_a_base_of_the_class_it_names;
template <class Class>
struct object_must_be_a_public_base;

// What is wrong with a constructor call. These stand in the notes, as an argument of a deleted constructor: whether a
// class can be constructed must be possible to ask.
template <class Class, name Field>
struct field_without_value;
template <class Class, std::size_t Given, std::size_t AtMost>
struct too_many_values;
template <class Class, name Slot, class Type, class Value>
struct value_does_not_convert;
template <class Class>
struct values_by_name_and_by_position_in_one_call;

// How an object is made and used.
template <class Class, name Slot, class Suggestion, class KnownSlots>
struct no_such_slot;
template <name Slot>
struct did_you_mean;
struct no_suggestion;
template <name... Slots>
struct known_slots;
template <class Class, name Slot>
struct slot_given_twice;
template <class Class, name Slot, class Base>
struct slot_belongs_to_a_base_that_does_not_inherit_object_constructors;
template <class Class, name Slot, class Type, class Value>
struct value_does_not_fit_slot;
template <class Class, name Slot>
struct slot_handle_is_not_the_value_write_value_or_has_value;
template <class Class, name Slot, class Type, class... Arguments>
struct arguments_make_no_value;
template <class Class, name Slot, class Type>
struct slot_type_cannot_be_assigned;
template <class Class, name Slot, class Type, class Asked>
struct slot_is_of_another_type;
template <class Class, name Slot>
struct slot_is_readonly;
template <class Class, name Slot>
struct field_cannot_be_deleted;
template <class Class, name Slot>
struct object_is_const;
template <class Class, name Slot, class Object>
struct descriptor_does_not_apply_to_object;
template <class Class, name Slot>
struct class_is_not_slotted;
template <class Class, class Name>
struct attribute_name_is_not_text;
template <class Class, class Key>
struct slot_key_is_for_another_class;

// What an object cannot do as a value.
template <class Class, class Feature>
struct class_has_plain_members_write_with;
template <class Class, class Feature>
struct feature_is_turned_off;
template <class Class, name Slot, class Type, class Feature>
struct slot_type_does_not_allow;
template <class Class, class Base, class Feature>
struct base_does_not_allow;
template <class Class, class Type, class Feature>
struct dict_slot_does_not_allow;
template <class Class, class Type, class Feature>
struct items_do_not_allow;
template <class Class, name Slot, class Type>
struct slot_type_cannot_be_copied;
template <class Class, name Slot, class Type>
struct slot_type_cannot_be_moved;
template <class Class, class Base>
struct base_cannot_be_copied;
template <class Class, class Base>
struct base_cannot_be_moved;
template <class Class, class Base>
struct base_cannot_be_assigned;
template <class Class>
struct object_cannot_be_copied_to_replace_move_it;
template <class Class>
struct object_cannot_be_copied_to_a_state_move_it;
template <class Class>
struct state_cannot_be_copied_to_restore_move_it;
template <class Class, class Other>
struct state_is_of_another_class;
template <class Class, class Other>
struct object_layout_differs;
template <class Class>
struct class_does_not_inherit_object_constructors;

}  // namespace slotted::error

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// Reports a mistake. The class fails, not the function that asks: clang would reject each of its callers with a
/// message of its own. `kept` is false: the rule was not.
template <class Mistake>
struct report {
#if SLOTTED_REAL_MEMBERS
  static_assert(std::is_void_v<Mistake>, message_for<Mistake>());
#else
  static_assert(sizeof(Mistake) != 0);
#endif
  static constexpr bool kept = false;
};

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
