// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The module: `import slotted;`. Every public name of every header; macros are what <slotted/version.hpp> is for.
// Where slots are real members (SLOTTED_REAL_MEMBERS), an importer of g++ 16 includes <meta> itself.
module;

#include <slotted/dump_svg.hpp>
#include <slotted/format.hpp>
#include <slotted/items.hpp>
#include <slotted/lay_out.hpp>
#include <slotted/slotted.hpp>
#include <slotted/state.hpp>
#include <slotted/weak_value_map.hpp>

export module slotted;

export namespace slotted {

// Classes and their slots
using slotted::alias;
using slotted::declared_order;
using slotted::defaults_to;
using slotted::dict_slot;
using slotted::doc;
using slotted::extended;
using slotted::extends;
using slotted::field;
using slotted::fields_of;
using slotted::hidden;
using slotted::items;
using slotted::make_class;
using slotted::object;
using slotted::overrides;
using slotted::readonly;
using slotted::slot;
using slotted::slot_list;
using slotted::slots;
using slotted::unsynchronized_weakref_slot;
using slotted::weakref_slot;

// What a class can do
using slotted::bindings;
using slotted::equality;
using slotted::hashing;
using slotted::ordering;
using slotted::printing;
using slotted::replacing;
using slotted::restoring;
using slotted::with;
using slotted::without;

// Names
using slotted::attribute_key;
using slotted::attribute_name;
using slotted::in_place_argument;
using slotted::name;
using slotted::named_argument;
using slotted::resolve;
using slotted::slot_key;
using slotted::slot_name;
using slotted::slot_set;
namespace literals {
using slotted::literals::operator""_attr;
using slotted::literals::operator""_slot;
}  // namespace literals

// Attributes of an object
using slotted::attribute_ref;
using slotted::delattr;
using slotted::find_attr;
using slotted::for_each_attr;
using slotted::get;
using slotted::getattr;
using slotted::has_all;
using slotted::hasattr;
using slotted::setattr;
using slotted::slot_handle;
using slotted::with_slot;

// Dynamic attributes
using slotted::attribute;
using slotted::attribute_dict;
using slotted::shape_count;
using slotted::value;
using slotted::vars;

// Objects as values
using slotted::builder;
using slotted::convert_to;
using slotted::diff;
using slotted::object_state;
using slotted::replace;
using slotted::repr;
using slotted::restore;
using slotted::state;
using slotted::operator==;
using slotted::operator<=>;
using slotted::operator<<;

// Weak references
using slotted::expire;
using slotted::finalize;
using slotted::finalizer;
using slotted::set_unraisable_handler;
using slotted::unraisable_handler;
using slotted::watched;
using slotted::weak_count;
using slotted::weak_guard;
using slotted::weak_proxy;
using slotted::weak_ref;
using slotted::weak_value_map;

// Items
using slotted::copies;
using slotted::generated;
using slotted::items_of;
using slotted::make_with_items;

// What is known of a class
using slotted::class_info;
using slotted::class_layout;
using slotted::class_name;
using slotted::class_of;
using slotted::descriptor;
using slotted::dump;
using slotted::dump_svg;
using slotted::footprint;
using slotted::for_each_slot;
using slotted::has_dict;
using slotted::has_weakref;
using slotted::is_exact;
using slotted::layout_compatible;
using slotted::layout_of;
using slotted::layout_svg;
using slotted::layout_text;
using slotted::member;
using slotted::members;
using slotted::own_slot_names;
using slotted::slot_count;
using slotted::slot_descriptor;
using slotted::slot_names;
using slotted::type_name;
using slotted::value_kind;

// Layouts of numbers
using slotted::arrange;
using slotted::arrangement;
using slotted::extent;
using slotted::item_layout;
using slotted::item_place;
using slotted::lay_out;
using slotted::layout_base;
using slotted::layout_item;

// Errors
using slotted::attribute_error;
using slotted::error_base;
using slotted::failure_handler;
using slotted::reference_error;
using slotted::set_failure_handler;
using slotted::type_error;

}  // namespace slotted
