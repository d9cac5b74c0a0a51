// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Which classes hold the same, by Python's rule for `o.__class__ = Other`, and the conversion from one to the other.
#ifndef SLOTTED_LAYOUT_COMPATIBLE_HPP
#define SLOTTED_LAYOUT_COMPATIBLE_HPP

#include <slotted/inspect.hpp>
#include <slotted/positional.hpp>
#include <slotted/replace.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

namespace detail {

/// The class itself or, where it adds nothing to its one base, what that base comes down to.
template <class C>
constexpr auto find_solid() {
  using declared = declaration_of<C>;
  if constexpr (declared::cells != 0 || declared::bases::size != 1) {
    return std::type_identity<C>{};
  } else {
    using base = at<0, typename declared::bases>;
    if constexpr (slotted_class<base>)
      return find_solid<seen_as<base>>();
    else
      return std::type_identity<C>{};
  }
}
template <class C>
using solid_of = typename decltype(find_solid<seen_as<C>>())::type;

template <class Declaration, class Entry>
constexpr bool declares_same_slot() {
  using found = found_entry<typename Declaration::self, typename Entry::name_type>;
  if constexpr (std::is_void_v<found>)
    return false;
  else
    return std::is_same_v<typename found::type::declaration, Declaration> &&
           std::is_same_v<typename found::type::value_type, typename Entry::value_type> &&
           found::type::may_be_unset == Entry::may_be_unset;
}
template <class Declaration, class... Entries>
constexpr bool declares_same_slots(pack<Entries...>*) {
  return Declaration::count == sizeof...(Entries) && all_of({declares_same_slot<Declaration, Entries>()...});
}

template <class A, class B>
constexpr bool declare_same_dict() {
  if constexpr (A::declares_dict && B::declares_dict)
    return std::is_same_v<dict_type_of<A>, dict_type_of<B>>;
  else
    return A::declares_dict == B::declares_dict;
}

template <class A, class B>
constexpr bool declare_same_weakref() {
  if constexpr (A::declares_weakref && B::declares_weakref)
    return std::is_same_v<weak_cell_type_of<A>, weak_cell_type_of<B>>;
  else
    return A::declares_weakref == B::declares_weakref;
}

template <class A, class B>
constexpr bool hold_the_same() {
  using a = declaration_of<solid_of<A>>;
  using b = declaration_of<solid_of<B>>;
  if constexpr (!is_exact<A> || !is_exact<B> || !is_exact<solid_of<A>> || !is_exact<solid_of<B>>)
    return false;
  else if constexpr (std::is_same_v<a, b>)
    return true;
  else if constexpr (!declare_same_dict<a, b>() || !declare_same_weakref<a, b>() || a::has_items || b::has_items)
    return false;
  else
    return std::is_same_v<typename a::bases, typename b::bases> &&
           declares_same_slots<a>(static_cast<own_entries_of<b>*>(nullptr));
}

}  // namespace detail

/// Whether objects of the two classes hold the same, so that Python would let an object change from one to the other:
/// neither has plain members; and, classes that add nothing to their one base left aside, both are the same class, or
/// have the same bases and declare slots of the same names, types and kinds, in whatever order, and the same dict slot
/// and weakref slot.
///
/// It says nothing of offsets, which follow the declared order: `convert_to` makes one from the other, no cast does.
/// @snippet values.cpp convert_to
template <class A, class B>
  requires detail::slotted_class<A> && detail::slotted_class<B>
inline constexpr bool layout_compatible = detail::hold_the_same<A, B>();

namespace detail {

/// Marks a conversion's arguments: what each field of the new object is made from.
template <class Source, class Entry>
using converted_argument =
    argument<typename Entry::name_type,
             decltype(forward_slot<Source>(unchecked_value<entry_named<Source, typename Entry::name_type>>(
                 std::declval<std::remove_reference_t<Source>&>())))>;

template <class Source, class... Entries>
join_t<std::conditional_t<Entries::may_be_unset, pack<>, pack<converted_argument<Source, Entries>>>...>
converted_arguments_of(pack<Entries...>*);

template <class Arguments>
struct conversion;
template <class... Name, class... V>
struct conversion<pack<argument<Name, V>...>> {
  using given = arguments<argument<Name, V>...>;
  template <class Source>
  static constexpr given collect(Source&& source) noexcept {
    return {{forward_slot<Source>(unchecked_value<entry_named<Source, Name>>(source))}...};
  }
};

template <class C, class Source, class Entry>
constexpr bool convert_slot(C& made, Source&& source) {
  if constexpr (Entry::may_be_unset) {
    using from = entry_named<Source, typename Entry::name_type>;
    using given = conversion<pack<converted_argument<Source, Entry>>>;
    if (is_set<from>(source))
      overwrite<Entry, C>(made, given::collect(static_cast<Source&&>(source)));
    else if (is_set<Entry>(made))
      destroy_slot<Entry>(made);  // it has a default, and was unset in the other
  }
  return true;
}
template <class C, class Source, class... Entries>
constexpr C convert_object(Source&& source, pack<Entries...>* all) {
  using fields = decltype(converted_arguments_of<Source>(all));
  C made(from_arguments{}, conversion<fields>::collect(static_cast<Source&&>(source)));
  const bool done[] = {true, convert_slot<C, Source, Entries>(made, static_cast<Source&&>(source))...};
  static_cast<void>(done);
  if constexpr (declaration_of<C>::has_dict) {
    if (!dict_of(source).is_constant()) {
      if constexpr (std::is_lvalue_reference_v<Source>)
        dict_of(made) = dict_of(source);
      else
        dict_of(made) = std::move(dict_of(source));
    }
  }
  return made;
}

}  // namespace detail

/// An object of class `B` that holds what `object` holds, each value under its name, unset slots unset; of an rvalue
/// the values are moved. What Python's `o.__class__ = B` does. B and its bases must inherit object's constructors.
/// @snippet values.cpp convert_to
template <class B, class O>
  requires detail::slotted_class<B> && detail::slotted_object<O>
[[nodiscard]] constexpr B convert_to(O&& object) {
  using from = std::remove_cvref_t<O>;
  using seen = detail::seen_as<B>;
  if constexpr (!layout_compatible<from, B>)
    static_cast<void>(detail::report<error::object_layout_differs<B, from>>::kept);
  else if constexpr (detail::declaration_of<B>::has_items)
    static_cast<void>(detail::report<detail::obstacle<B, replacing>>::kept);
  else if constexpr (!detail::takes_arguments<B>() ||
                     detail::constructor_entries_of<detail::declaration_of<B>>::size != slot_count<B>)
    static_cast<void>(detail::report<error::class_does_not_inherit_object_constructors<B>>::kept);
  else
    return detail::convert_object<B>(static_cast<O&&>(object),
                                     static_cast<detail::entries_of<detail::declaration_of<seen>>*>(nullptr));
}

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
