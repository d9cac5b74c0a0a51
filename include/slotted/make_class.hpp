// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Classes without a class: Python's type(name, bases, namespace) and the subclass that only adds slots.
#ifndef SLOTTED_MAKE_CLASS_HPP
#define SLOTTED_MAKE_CLASS_HPP

#include <slotted/object.hpp>

#include <string_view>

namespace slotted::inline SLOTTED_NAMESPACE {

/// A slotted class of that name with these parts: `using Point = make_class<"Point", slots<...>>;`. The same name and
/// parts are the same class.
/// @snippet declaring.cpp make_class
template <name Name, class... Parts>
struct make_class : object<make_class<Name, Parts...>, Parts...> {
  using make_class::object::object;
};

/// `Base` with more slots, under the name of `Base`: Python's `extra_slots_subclass(base, *names)`.
/// @snippet declaring.cpp extended
template <class Base, class... Parts>
struct extended : object<extended<Base, Parts...>, extends<Base>, Parts...> {
  using extended::object::object;
};

namespace detail {

template <name Name, class... Parts>
inline constexpr std::string_view given_class_name<make_class<Name, Parts...>> = slot_name<Name>::text;
template <class Base, class... Parts>
inline constexpr std::string_view given_class_name<extended<Base, Parts...>> = without_scope(type_name<Base>);
template <slotted_class Base, class... Parts>
inline constexpr std::string_view given_class_name<extended<Base, Parts...>> = name_of_class<seen_as<Base>>;

}  // namespace detail

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
