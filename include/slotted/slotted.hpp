// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The library, but for <slotted/dump.hpp>. A table of contents: no code.
#ifndef SLOTTED_SLOTTED_HPP
#define SLOTTED_SLOTTED_HPP

#include <slotted/attribute.hpp>   // getattr, setattr, hasattr, delattr, find_attr, with_slot, for_each_attr
#include <slotted/descriptor.hpp>  // descriptor, for_each_slot
#include <slotted/errors.hpp>      // attribute_error, type_error, reference_error
#include <slotted/inspect.hpp>     // members, layout_of, slot_names, slot_count, is_exact
#include <slotted/layout.hpp>      // arrange, declared_order
#include <slotted/lookup.hpp>      // resolve, slot_key
#include <slotted/make_class.hpp>  // make_class, extended
#include <slotted/name.hpp>        // "x"_slot
#include <slotted/object.hpp>      // object, extends
#include <slotted/slot.hpp>        // slot, field and their traits
#include <slotted/slots.hpp>       // slots, slot_list
#include <slotted/version.hpp>

#endif
