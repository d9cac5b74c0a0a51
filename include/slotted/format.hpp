// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Objects as text: repr, operator<<, and std::formatter where the standard library has it. Not in the umbrella.
#ifndef SLOTTED_FORMAT_HPP
#define SLOTTED_FORMAT_HPP

#include <slotted/value_text.hpp>

#include <ostream>
#include <string>
#include <string_view>
#include <version>

#if defined(__cpp_lib_format)
#include <format>
#endif

namespace slotted::inline SLOTTED_NAMESPACE {

/// `Point(x=1.0, y=2.0, label=<unset>)`: the class, then its slots, bases first, in declared order. Values are written
/// as Python's repr would: text in quotes, containers by their elements, what smart pointers point to. An object that
/// is reached from itself is `Point(...)`.
/// @snippet text.cpp repr
template <class O>
  requires detail::slotted_class<O>
[[nodiscard]] std::string repr(const O& object) {
  std::string out;
  if constexpr (detail::has_feature<O, printing>)
    detail::append_object(out, object);
  else
    static_cast<void>(detail::report<detail::obstacle<O, printing>>::kept);
  return out;
}

/// Prints `repr(object)`.
/// @snippet text.cpp operator<<
template <class O>
  requires detail::has_feature<O, printing>
std::ostream& operator<<(std::ostream& out, const O& object) {
  return out << repr(object);
}

// A class that cannot be printed: never defined, and the type that it returns says why, where the compiler would list
// all that a stream prints.
template <class O>
  requires detail::slotted_class<O> && (!detail::has_feature<O, printing>)
detail::obstacle<O, printing> operator<<(std::ostream&, const O&);

}  // namespace slotted::inline SLOTTED_NAMESPACE

#if defined(__cpp_lib_format)
/// `repr(object)`, with the format specification of a string: `std::format("{:>40}", point)`.
template <class O>
  requires slotted::detail::has_feature<O, slotted::printing>
struct std::formatter<O, char> : std::formatter<std::string_view, char> {
  template <class Context>
  auto format(const O& object, Context& context) const {
    return std::formatter<std::string_view, char>::format(slotted::repr(object), context);
  }
};
#endif

#endif
