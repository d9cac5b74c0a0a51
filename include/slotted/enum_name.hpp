// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The names of enumerators, as the compiler writes them.
#ifndef SLOTTED_ENUM_NAME_HPP
#define SLOTTED_ENUM_NAME_HPP

#include <slotted/type_name.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// The text of many values at once: one function for each enumeration, not one for each value.
template <class E, E... Values>
constexpr std::string_view enumerators_text() {
  return __PRETTY_FUNCTION__;
}

/// So many values have names: those from 0 on and, where there are negative ones, from -16, which is all of ASCII.
inline constexpr int named_enumerators = 144;
template <class E>
inline constexpr int first_named_enumerator = std::is_signed_v<std::underlying_type_t<E>> ? -16 : 0;

/// Without a fixed underlying type not every value of it is one of the enumeration, and none but those may be written.
template <class E>
concept fixed_enumeration = std::is_enum_v<E> && requires { E{0}; };

template <class E, std::size_t... I>
constexpr std::string_view enumerators_from(std::index_sequence<I...>) {
  return enumerators_text<E, static_cast<E>(first_named_enumerator<E> + static_cast<int>(I))...>();
}
template <class E>
constexpr std::string_view all_enumerators_text() {
  if constexpr (std::is_same_v<std::underlying_type_t<E>, bool>)
    return enumerators_text<E, static_cast<E>(false), static_cast<E>(true)>();
  else
    return enumerators_from<E>(std::make_index_sequence<named_enumerators>{});
}

/// The item with that number in a list of them, separated by commas, that ends with a bracket; its last identifier, or
/// nothing where it is a number.
constexpr std::string_view identifier_in_list(std::string_view list, std::size_t number) {
  std::size_t depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const char c = list[i];
    if (c == '\'' && i + 2 < list.size()) {  // a character as a template argument, which may be a bracket
      i += list[i + 1] == '\\' ? std::size_t{3} : std::size_t{2};
      continue;
    }
    const bool closing = c == ')' || c == '}' || c == '>' || c == ']';
    if (depth == 0 && (c == ',' || closing)) {
      if (number-- == 0) {
        list = list.substr(begin, i - begin);
        const std::size_t scope = list.find_last_of(": )");
        const std::string_view last = scope == std::string_view::npos ? list : list.substr(scope + 1);
        const bool is_number = !last.empty() && (last[0] == '-' || (last[0] >= '0' && last[0] <= '9'));
        return is_number ? std::string_view{} : last;
      }
      begin = i + 1;
    } else if (c == '(' || c == '{' || c == '<' || c == '[') {
      ++depth;
    } else if (closing) {
      --depth;
    }
  }
  return {};
}

/// The name of an enumerator without its scope; nothing where no enumerator has that value, or where it lies far from
/// 0. O(length of all names).
template <class E>
constexpr std::string_view enumerator_name(E value) {
  if constexpr (!fixed_enumeration<E>) {
    return {};
  } else {
    using number = std::underlying_type_t<E>;
    constexpr int first = first_named_enumerator<E>;
    const auto asked = static_cast<long long>(value);  // what is too large for it becomes less than `first`
    constexpr int count = std::is_same_v<number, bool> ? 2 : named_enumerators;
    if (asked < first || asked > first + (count - 1)) return {};
    std::string_view text = all_enumerators_text<E>();
    // The list is the last thing in the text: "E ...Values = {a, b}; ..." or "Values = <a, b>]".
    const std::size_t begin = text.find("Values = ");
    return identifier_in_list(text.substr(begin + 10), static_cast<std::size_t>(asked - first));
  }
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
