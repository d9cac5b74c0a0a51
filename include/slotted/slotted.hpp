// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The library, but for <slotted/dump.hpp>, <slotted/format.hpp>, <slotted/items.hpp>, <slotted/lay_out.hpp>,
// <slotted/state.hpp> and <slotted/weak_value_map.hpp>. A table of contents: no code.
#ifndef SLOTTED_SLOTTED_HPP
#define SLOTTED_SLOTTED_HPP

#include <slotted/attribute.hpp>          // getattr, setattr, hasattr, delattr, find_attr, with_slot, for_each_attr
#include <slotted/attribute_key.hpp>      // attribute_key
#include <slotted/attribute_name.hpp>     // "x"_attr
#include <slotted/bindings.hpp>           // auto& [x, y] = point
#include <slotted/builder.hpp>            // builder
#include <slotted/compare.hpp>            // ==, <=>
#include <slotted/descriptor.hpp>         // descriptor, for_each_slot
#include <slotted/dict_slot.hpp>          // dict_slot
#include <slotted/diff.hpp>               // diff
#include <slotted/errors.hpp>             // attribute_error, type_error, reference_error
#include <slotted/fields_of.hpp>          // fields_of
#include <slotted/finalize.hpp>           // finalize
#include <slotted/hash.hpp>               // std::hash
#include <slotted/inspect.hpp>            // members, layout_of, slot_names, slot_count, is_exact
#include <slotted/item_count.hpp>         // items; make_with_items and items_of are in items.hpp
#include <slotted/layout.hpp>             // arrange, declared_order
#include <slotted/layout_compatible.hpp>  // layout_compatible, convert_to
#include <slotted/lookup.hpp>             // resolve, slot_key
#include <slotted/make_class.hpp>         // make_class, extended
#include <slotted/name.hpp>               // "x"_slot
#include <slotted/object.hpp>             // object, extends, overrides
#include <slotted/policies.hpp>           // with, without
#include <slotted/presence.hpp>           // has_all
#include <slotted/real_class.hpp>         // class_of
#include <slotted/replace.hpp>            // replace
#include <slotted/slot.hpp>               // slot, field and their traits
#include <slotted/slot_set.hpp>           // slot_set
#include <slotted/slots.hpp>              // slots, slot_list
#include <slotted/value.hpp>              // value
#include <slotted/vars.hpp>               // vars
#include <slotted/version.hpp>
#include <slotted/watched.hpp>       // watched
#include <slotted/weak_proxy.hpp>    // weak_proxy
#include <slotted/weak_ref.hpp>      // weak_ref, weak_count, expire
#include <slotted/weakref_slot.hpp>  // weakref_slot, unsynchronized_weakref_slot

#endif
