// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The names of types as text, as the compiler writes them.
#ifndef SLOTTED_TYPE_NAME_HPP
#define SLOTTED_TYPE_NAME_HPP

#include <slotted/config.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace slotted::inline SLOTTED_NAMESPACE {

namespace detail {

template <class T>
consteval std::string_view function_text() {
  return __PRETTY_FUNCTION__;
}

/// How much of that text stands before and after the type: found with a type whose name is known.
struct type_text_frame {
  std::size_t before, after;
};
consteval type_text_frame measure_type_text() {
  constexpr std::string_view text = function_text<double>();
  const std::size_t at = text.rfind("double");
  return {at, text.size() - at - 6};
}

template <class T>
consteval std::string_view written_type_name() {
  std::string_view text = function_text<T>();
  constexpr type_text_frame frame = measure_type_text();
  text.remove_prefix(frame.before);
  text.remove_suffix(frame.after);
  return text;
}
// Specialised here, and not type_name itself: who imports the module would not find that variable, with g++ 16.
template <>
consteval std::string_view written_type_name<std::string>() {
  return "std::string";
}
template <>
consteval std::string_view written_type_name<std::string_view>() {
  return "std::string_view";
}

/// A copy of exactly the name: the long text that it was cut from is not kept in the program.
template <class T>
struct type_text {
  static constexpr std::size_t size = written_type_name<T>().size();
  char text[size + 1];
  consteval type_text() : text{} {
    const std::string_view written = written_type_name<T>();
    for (std::size_t i = 0; i != size; ++i) text[i] = written[i];
  }
};
template <class T>
inline constexpr type_text<T> type_text_of{};

/// `ns::outer<ns::arg>::Point<ns::arg>` without what stands before `Point`: Python's `__name__`, not `__qualname__`.
constexpr std::string_view without_scope(std::string_view text) {
  std::size_t depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\'' && i + 2 < text.size())
      i += text[i + 1] == '\\' ? std::size_t{3} : std::size_t{2};  // a character, which may be a bracket
    if (c == '<' || c == '(' || c == '{') ++depth;
    if ((c == '>' || c == ')' || c == '}') && depth != 0) --depth;
    if (c == ':' && depth == 0) begin = i + 1;
  }
  return text.substr(begin);
}

}  // namespace detail

/// The full name of a type. What the compilers write differs; the common strings are spelt as people write them.
/// @snippet looking.cpp type_name
template <class T>
inline constexpr std::string_view type_name{detail::type_text_of<T>.text, detail::type_text<T>::size};

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
