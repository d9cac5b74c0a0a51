// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The four verbs, as in Python: getattr, setattr, hasattr, delattr, and find_attr, with_slot and for_each_attr beside
// them. A name is "x"_slot, anything that converts to std::string_view, or a slot_key. All are found by
// argument-dependent lookup. No code: the verbs with the three kinds of name are in two headers.
#ifndef SLOTTED_ATTRIBUTE_HPP
#define SLOTTED_ATTRIBUTE_HPP

#include <slotted/attribute_by_name.hpp>
#include <slotted/attribute_by_slot.hpp>

#endif
