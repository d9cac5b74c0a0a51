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

namespace slotted::inline SLOTTED_NAMESPACE::detail {

// No object of an abstract class can be imagined, so where its parts lie is worked out: the base that brings the vptr
// lies first, else the class's own vptr; then the other bases in declared order.

template <class C, class Part>
constexpr std::size_t offset_in_abstract();

/// The offset of `Part` in that one of the bases that has it; `Before` are those that lie before the next one.
template <class Part, class... Before>
constexpr std::size_t offset_in_bases(pack<Before...>*, pack<>*) {
  return 0;
}
template <class Part, class... Before, class Base, class... Rest>
constexpr std::size_t offset_in_bases(pack<Before...>*, pack<Base, Rest...>*) {
  if constexpr (std::is_base_of_v<Part, Base>)
    return align_up(data_end<Before...>(), alignof(Base)) + offset_in_abstract<Base, Part>();
  else
    return offset_in_bases<Part>(static_cast<pack<Before..., Base>*>(nullptr), static_cast<pack<Rest...>*>(nullptr));
}

/// The bases with the one that brings the vptr, if any does, at the front.
template <class... Front>
constexpr auto polymorphic_first(pack<Front...>*, pack<>*) {
  return pack<Front...>{};
}
template <class... Front, class Base, class... Rest>
constexpr auto polymorphic_first(pack<Front...>*, pack<Base, Rest...>*) {
  if constexpr (std::is_polymorphic_v<Base>)
    return pack<Base, Front..., Rest...>{};
  else
    return polymorphic_first(static_cast<pack<Front..., Base>*>(nullptr), static_cast<pack<Rest...>*>(nullptr));
}

template <class C, class Part>
constexpr std::size_t offset_in_abstract() {
  if constexpr (!std::is_abstract_v<C>) {
    return offset_of_base<C, Part>();
  } else {
    using declared = declaration_of<C>;
    using own = storage<declared>;
    constexpr std::size_t vptr =
        std::is_polymorphic_v<C> && !std::is_polymorphic_v<own> ? align_up(sizeof(void*), alignof(own)) : 0;
    if constexpr (!std::is_abstract_v<own>) {
      return vptr + offset_of_base<own, Part>();
    } else {
      using bases =
          decltype(polymorphic_first(static_cast<pack<>*>(nullptr), static_cast<typename declared::bases*>(nullptr)));
      return offset_in_bases<Part>(static_cast<pack<>*>(nullptr), static_cast<bases*>(nullptr));
    }
  }
}

template <class C, class Declaration, class Part, std::size_t InStorage>
constexpr std::size_t offset_of_part() {
  if constexpr (!std::is_abstract_v<C>)
    return offset_of_base<C, Part, InStorage>();
  else if constexpr (std::is_same_v<Declaration, declaration_of<C>> && std::is_abstract_v<storage<Declaration>>)
    return InStorage;
  else
    return offset_in_abstract<C, Part>();
}

/// Bytes from the start of a `C` to the value of a slot.
template <class C, class Entry>
constexpr std::size_t offset_of_entry() {
  using declared = typename Entry::declaration;
  constexpr std::size_t cell =
      offset_of_part<C, declared, cell_of<Entry>,
                     own_arrangement<declared>.offset[cell_index<declared, Entry::own_index>()]>();
  if constexpr (adopted_entry<Entry>)
    return cell + Entry::slot::adopted::offsets.of[Entry::slot::index];
  else
    return cell;
}

/// Bytes from the start of a `C` to the presence bytes of the class `Declaration` declares.
template <class C, class Declaration>
constexpr std::size_t offset_of_presence() {
  return offset_of_part<C, Declaration, presence_cell_of<Declaration>,
                        own_arrangement<Declaration>.offset[Declaration::cells]>();
}

/// Bytes from the start of a `C` to its dict slot.
template <class C>
constexpr std::size_t offset_of_dict() {
  using owner = dict_declaration_of<declaration_of<C>>;
  return offset_of_part<C, owner, dict_cell_of<owner>, own_arrangement<owner>.offset[dict_cell_index<owner>]>();
}

/// Bytes from the start of a `C` to its weakref slot.
template <class C>
constexpr std::size_t offset_of_weakref() {
  using owner = weakref_declaration_of<declaration_of<C>>;
  return offset_of_part<C, owner, weak_cell_of<owner>, own_arrangement<owner>.offset[weak_cell_index<owner>]>();
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
