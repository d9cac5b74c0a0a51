// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// descriptor<C, "x">: what is known of a slot, and get, set, has, del on any object of the class. Python's
// member_descriptor, as a constant.
#ifndef SLOTTED_DESCRIPTOR_HPP
#define SLOTTED_DESCRIPTOR_HPP

#include <slotted/access.hpp>
#include <slotted/known_slots.hpp>
#include <slotted/object_layout.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

namespace detail {

/// "Point.x" as a constant of exactly that length.
template <class Owner, class Name>
struct qualified_name {
  static constexpr std::size_t size = class_name<Owner>.size() + 1 + Name::text.size();
  char text[size + 1];
  consteval qualified_name() : text{} {
    std::size_t at_char = 0;
    for (const char c : class_name<Owner>) text[at_char++] = c;
    text[at_char++] = '.';
    for (const char c : Name::text) text[at_char++] = c;
  }
};
template <class Owner, class Name>
inline constexpr qualified_name<Owner, Name> qualified_name_of{};

}  // namespace detail

/// The descriptor of one slot as class `C` has it: an empty constant. Descriptors of an inherited slot differ between
/// classes in `offset` and `index` only.
/// @snippet looking.cpp descriptor
template <class C, class Entry, std::size_t Index>
struct slot_descriptor {
  /// The class whose slot it is here, which may have inherited it.
  using class_type = C;
  /// The class that declares the slot.
  using owner_type = typename Entry::owner;
  using value_type = typename Entry::value_type;

  /// The slot's own name, not an alias.
  static constexpr std::string_view name = Entry::name_type::text;
  /// What `doc<...>` says, else empty.
  static constexpr std::string_view doc = Entry::slot::traits::doc;
  /// "Circle.radius": with the class that declares it, as Python's `__qualname__`.
  static constexpr std::string_view qualname{detail::qualified_name_of<owner_type, typename Entry::name_type>.text,
                                             detail::qualified_name<owner_type, typename Entry::name_type>::size};
  /// Bytes from the start of a `C` to the value.
  static constexpr std::size_t offset = detail::offset_of_entry<C, Entry>();
  /// Bytes of the value.
  static constexpr std::size_t size = sizeof(value_type);
  /// Of the value, in bytes.
  static constexpr std::size_t alignment = alignof(value_type);
  /// Among all slots of `C`, those of bases first, in declared order.
  static constexpr std::size_t index = Index;
  /// True for `slot<>`, false for `field<>` and adopted members.
  static constexpr bool may_be_unset = Entry::may_be_unset;
  /// Whether the slot hands out const only.
  static constexpr bool readonly = Entry::readonly;
  /// Whether run-time names do not reach it.
  static constexpr bool hidden = Entry::slot::traits::hidden;
  /// Whether a base declares it.
  static constexpr bool inherited = !std::is_same_v<owner_type, C>;

  /// The name as a compile-time name, for the verbs.
  static constexpr typename Entry::name_type key{};

  /// The value; attribute_error where the slot is unset.
  template <class O>
  SLOTTED_INLINE constexpr decltype(auto) get(O& object) const {
    if constexpr (applies_to<O>()) return detail::checked_value<Entry>(static_cast<seen<O>&>(object));
  }
  /// Stores a value by the value rule.
  template <class O, class V>
  SLOTTED_INLINE constexpr void set(O& object, V&& value) const {
    if constexpr (applies_to<O>()) detail::store_value<Entry>(static_cast<seen<O>&>(object), static_cast<V&&>(value));
  }
  /// Whether the slot has a value.
  template <class O>
  SLOTTED_INLINE constexpr bool has(const O& object) const noexcept {
    if constexpr (applies_to<O>())
      return detail::has_value<Entry>(static_cast<const C&>(object));
    else
      return false;
  }
  /// Unsets the slot; attribute_error where it is unset.
  template <class O>
  SLOTTED_INLINE constexpr void del(O& object) const {
    if constexpr (applies_to<O>()) detail::delete_value<Entry>(static_cast<seen<O>&>(object));
  }
  /// As a projection: `std::ranges::sort(points, {}, descriptor<Point, "x">)`.
  template <class O>
  SLOTTED_INLINE constexpr decltype(auto) operator()(O&& object) const {
    if constexpr (applies_to<std::remove_reference_t<O>>())
      return detail::forward_slot<O>(
          detail::checked_value<Entry>(static_cast<seen<std::remove_reference_t<O>>&>(object)));
  }

 private:
  template <class O>
  using seen = detail::const_like<O, C>;

  template <class O>
  static constexpr bool applies_to() {
    using object_type = std::remove_cv_t<O>;
    if constexpr (std::is_base_of_v<C, object_type>)
      return true;
    else
      return detail::report<
          error::descriptor_does_not_apply_to_object<owner_type, Entry::name_type::literal, object_type>>::kept;
  }
};

namespace detail {

template <class C, class Name>
constexpr auto find_descriptor() {
  using seen = seen_as<C>;
  if constexpr (has_slot<seen, Name>) {
    using found = found_entry<seen, Name>;
    return slot_descriptor<seen, typename found::type, found::index>{};
  } else {
    static_cast<void>(report<unknown_slot<seen, Name>>::kept);
    return nullptr;
  }
}

}  // namespace detail

/// The descriptor of the slot `Name` of `C`.
/// @snippet looking.cpp descriptor
template <class C, name Name>
  requires detail::slotted_class<C>
inline constexpr auto descriptor = detail::find_descriptor<C, slot_name<Name>>();

namespace detail {

template <class C, class F, std::size_t... I, class... Entries>
SLOTTED_INLINE constexpr void visit_descriptors(F& f, std::index_sequence<I...>, pack<Entries...>*) {
  const bool visited[] = {true, (static_cast<void>(f(slot_descriptor<C, Entries, I>{})), true)...};
  static_cast<void>(visited);
}

}  // namespace detail

/// Calls `f(descriptor)` for every slot of `C`, bases first, in declared order.
/// @snippet looking.cpp for_each_slot
template <class C, class F>
  requires detail::slotted_class<C>
SLOTTED_INLINE constexpr void for_each_slot(F&& f) {
  using seen = detail::seen_as<C>;
  using entries = detail::entries_of<detail::declaration_of<seen>>;
  detail::visit_descriptors<seen>(f, std::make_index_sequence<entries::size>{}, static_cast<entries*>(nullptr));
}

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
