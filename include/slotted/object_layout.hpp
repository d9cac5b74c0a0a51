// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Where the slots lie in a complete class: its vptr, its bases and its plain members taken into account.
#ifndef SLOTTED_OBJECT_LAYOUT_HPP
#define SLOTTED_OBJECT_LAYOUT_HPP

#include <slotted/inheritance.hpp>
#include <slotted/offset.hpp>
#include <slotted/storage.hpp>

#include <cstddef>
#include <type_traits>

namespace slotted::inline v0::detail {

/// The offset at which the storage of an own slot begins in an abstract class, of which no object can be imagined: behind
/// the vptr, if it is the class itself that brings one.
template <class C, class Storage>
constexpr std::size_t offset_behind_vptr() {
  if constexpr (std::is_polymorphic_v<C> && !std::is_polymorphic_v<Storage>)
    return align_up(sizeof(void*), alignof(Storage));
  else
    return 0;
}

template <class C, class Part, std::size_t InStorage>
constexpr std::size_t offset_of_part() {
  if constexpr (std::is_abstract_v<C>)
    return offset_behind_vptr<C, storage<declaration_of<C>>>() + InStorage;
  else
    return offset_of_base<C, Part, InStorage>();
}

/// Bytes from the start of a `C` to the value of a slot.
template <class C, class Entry>
constexpr std::size_t offset_of_entry() {
  return offset_of_part<C, cell_of<Entry>, own_arrangement<typename Entry::declaration>.offset[Entry::own_index]>();
}

/// Bytes from the start of a `C` to the presence bytes of the class `Declaration` declares.
template <class C, class Declaration>
constexpr std::size_t offset_of_presence() {
  return offset_of_part<C, presence_cell_of<Declaration>, own_arrangement<Declaration>.offset[Declaration::count]>();
}

}  // namespace slotted::inline v0::detail

#endif
