// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Classes without a class: Python's type(name, bases, namespace) and the subclass that only adds slots.
#ifndef SLOTTED_MAKE_CLASS_HPP
#define SLOTTED_MAKE_CLASS_HPP

#include <slotted/object.hpp>

#include <string_view>

namespace slotted::inline v0 {

/// A slotted class of that name with these parts: `using Point = make_class<"Point", slots<...>>;`. The same name and
/// parts are the same class.
template <name Name, class... Parts>
struct make_class : object<make_class<Name, Parts...>, Parts...> {
  static constexpr std::string_view slotted_class_name = slot_name<Name>::text;
  using make_class::object::object;
};

/// `Base` with more slots, under the name of `Base`: Python's `extra_slots_subclass(base, *names)`.
template <class Base, class... Parts>
struct extended : object<extended<Base, Parts...>, extends<Base>, Parts...> {
  static constexpr std::string_view slotted_class_name = class_name<Base>;
  using extended::object::object;
};

}  // namespace slotted::inline v0

#endif
