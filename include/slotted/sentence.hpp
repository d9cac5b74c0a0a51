// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// A mistake as a sentence, where the compiler can print one that was made for it: with reflection, the first error line
// says what is wrong with which slot of which class, and then names the mistake as ever.
#ifndef SLOTTED_SENTENCE_HPP
#define SLOTTED_SENTENCE_HPP

#include <slotted/name.hpp>

#if SLOTTED_REAL_MEMBERS

#include <cstddef>
#include <meta>
#include <string>
#include <string_view>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

struct sentence_of_mistake {
  std::string_view mistake;
  std::string_view sentence;  // {0}, {1} ... are the arguments of the mistake
};

/// What is not among them says its own name in words.
inline constexpr sentence_of_mistake sentences[] = {
    {"slot_declared_twice", "{0} declares the slot {1} twice."},
    {"slot_already_declared_by_base", "{0} declares the slot {1}, which its base {2} has already."},
    {"slot_declared_by_two_bases", "{0} would have two slots {1}: its bases {2} and {3} both declare it."},
    {"slot_name_is_not_an_identifier",
     "{0} declares a slot {1}, but that is no identifier: add it as an alias<...> of one."},
    {"slot_name_is_reserved", "{0} declares a slot {1}, a name that every class has a meaning for."},
    {"slot_name_is_reserved_write_dict_slot", "{0} declares a slot {1}: write dict_slot<> for the attribute dict."},
    {"slot_name_is_reserved_write_weakref_slot",
     "{0} declares a slot {1}: write weakref_slot to allow weak references."},
    {"list_item_is_not_a_slot_write_slot_or_field",
     "The list of {0} holds {1}, which is no slot: write slot<...> or field<...>."},
    {"slot_trait_is_unknown", "The slot {1} of {0} has {2} among its traits, which is none."},
    {"slot_trait_given_twice", "The slot {1} of {0} has a trait twice that it can have once."},
    {"hidden_slot_has_an_alias", "The slot {1} of {0} is hidden from run-time names, so an alias is of no use."},
    {"default_does_not_fit_slot_type", "The default of the slot {1} of {0}, of type {3}, does not fit its type {2}."},
    {"slot_type_is_a_reference_use_a_pointer_or_reference_wrapper",
     "The slot {1} of {0} is a reference, {2}: use a pointer or std::reference_wrapper."},
    {"slot_type_is_void", "The slot {1} of {0} is of type void, which has no values."},
    {"slot_type_is_a_function_use_a_function_pointer", "The slot {1} of {0} is a function, {2}: use a pointer to it."},
    {"slot_type_is_an_array_of_unknown_bound_use_a_vector",
     "The slot {1} of {0} is an array of unknown bound, {2}: use std::vector."},
    {"slot_type_is_abstract_use_a_pointer", "The slot {1} of {0} is of the abstract type {2}: use a pointer."},
    {"slot_type_is_incomplete_include_its_definition",
     "The slot {1} of {0} is of the type {2}, of which only the name is known here: include its definition."},
    {"slot_type_is_the_class_itself_use_a_pointer", "The slot {1} of {0} would hold a {0}: use a pointer."},
    {"slot_type_is_volatile", "The slot {1} of {0} is of the volatile type {2}."},
    {"slot_type_has_no_accessible_destructor",
     "The slot {1} of {0} is of type {2}, whose destructor is private or deleted."},
    {"slot_type_has_a_destructor_that_may_throw", "The slot {1} of {0} is of type {2}, whose destructor may throw."},
    {"dict_slot_given_twice", "{0} declares a dict slot twice."},
    {"dict_slot_already_declared_by_base", "{0} declares a dict slot, which its base {1} has already."},
    {"dict_slot_brought_by_two_bases", "{0} would have two dict slots: its bases {1} and {2} both bring one."},
    {"weakref_slot_given_twice", "{0} declares a weakref slot twice."},
    {"weakref_slot_already_declared_by_base", "{0} declares a weakref slot, which its base {1} has already."},
    {"weakref_slot_brought_by_two_bases", "{0} would have two weakref slots: its bases {1} and {2} both bring one."},
    {"aggregate_is_not_a_class", "{0} cannot adopt {1}, which is no class."},
    {"aggregate_is_incomplete_include_its_definition",
     "{0} cannot adopt {1}, of which only the name is known here: include its definition."},
    {"aggregate_is_slotted_write_extends", "{0} cannot adopt {1}, which is a slotted class: write extends<...>."},
    {"aggregate_is_a_union", "{0} cannot adopt {1}, which is a union."},
    {"aggregate_is_final", "{0} cannot adopt {1}, which is final."},
    {"aggregate_has_a_bit_field_list_the_other_members",
     "{0} cannot adopt all of {1}, which has a bit-field: list the other members, fields_of<A, &A::x>."},
    {"aggregate_has_a_reference_member", "{0} cannot adopt {1}, which has a reference as a member."},
    {"aggregate_has_no_members", "{0} adopts {1}, which has no members."},
    {"aggregate_adopted_twice", "{0} adopts {1} twice."},
    {"aggregate_is_also_a_base", "{0} adopts {1}, which is also a base of it, through {2}."},
    {"slot_list_given_twice", "{0} has two lists of slots: write all slots in one."},
    {"base_is_final", "{0} cannot extend {1}, which is final."},
    {"base_is_incomplete", "{0} cannot extend {1}, of which only the name is known here: include its definition."},
    {"base_given_twice", "{0} extends {1} twice."},
    {"slotted_base_reached_twice", "{0} would have the slots of {1} twice: by way of {2} and of {3}."},
    {"slotted_base_is_virtual", "{0} has {1} as a virtual base, whose slots would have no fixed offset."},
    {"object_must_be_a_base_of_the_class_it_names", "{0} is not derived from the object<{0}, ...> that names it."},
    {"no_such_slot", "{0} has no slot {1}."},
    {"value_does_not_fit_slot", "The slot {1} of {0}, of type {2}, takes no value of type {3}."},
    {"slot_is_readonly", "The slot {1} of {0} is readonly."},
    {"field_cannot_be_deleted", "{1} of {0} is a field, which always holds a value: only a slot can be deleted."},
    {"object_is_const", "The object of class {0} is const, so its slot {1} cannot be changed."},
    {"object_must_be_a_public_base", "{0} derives from its object<{0}, ...>, but not publicly."},
};

template <auto Name>
inline constexpr const char* text_of_argument = std::define_static_string(Name.view());

/// An argument of a mistake: a class by its name, a slot by its text in quotes.
consteval std::string written_argument(std::meta::info argument) {
  if (!is_type(argument)) {
    const auto type = type_of(argument);
    if (has_template_arguments(type) && template_of(type) == ^^name)
      return "'" +
             std::string(extract<const char*>(substitute(^^text_of_argument,
                                                         {
                                                             argument}))) +
             "'";
  }
  return std::string(display_string_of(argument));
}

consteval std::string sentence_about(std::meta::info mistake) {
  const auto arguments = template_arguments_of(mistake);
  const std::string_view identifier = identifier_of(template_of(mistake));
  for (const auto& known : sentences) {
    if (known.mistake != identifier) continue;
    std::string text;
    for (std::size_t i = 0; i != known.sentence.size(); ++i)
      if (known.sentence[i] == '{') {
        text += written_argument(arguments[static_cast<std::size_t>(known.sentence[i + 1] - '0')]);
        i += 2;
      } else {
        text += known.sentence[i];
      }
    return text;
  }
  std::string text;
  for (const char c : identifier) text += c == '_' ? ' ' : c;
  return text + '.';
}

/// What the compiler prints for a mistake.
template <class Mistake>
consteval std::string_view message_for() {
  const std::string text = sentence_about(^^Mistake) + " [" + std::string(display_string_of(^^Mistake)) + "]";
  return std::string_view(std::define_static_string(text), text.size());
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif

#endif
