// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// What a script computes with.
#pragma once

#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include <slotted/slotted.hpp>

namespace script {

namespace sl = slotted;

struct Class;
struct Object;
struct function;

struct nil {
  friend bool operator==(nil, nil) = default;
};

// A script owns no object: its variables and attributes are weak references, and what the host destroys is gone for all
// of them. So no script can leak, or make a circle that keeps itself alive.
using reference = sl::weak_ref<Object>;

using value = std::variant<nil, bool, std::int64_t, double, std::string, reference, Class*, const function*>;

inline std::string_view kind_of(const value& given) {
  constexpr std::string_view kinds[] = {"nil", "bool", "integer", "number", "text", "object", "class", "function"};
  static_assert(std::size(kinds) == std::variant_size_v<value>);
  return kinds[given.index()];
}

inline bool is_true(const value& given) {
  if (const bool* const truth = std::get_if<bool>(&given)) return *truth;
  if (const reference* const object = std::get_if<reference>(&given)) return !object->expired();
  return !std::holds_alternative<nil>(given);
}

// What a slot holds, as a script sees it. What no script can use is in hidden slots, which no script can name.
template <class T>
value value_of(const T& held) {
  if constexpr (std::is_same_v<T, value>)
    return held;
  else if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>)
    return static_cast<std::int64_t>(held);
  else if constexpr (std::is_floating_point_v<T>)
    return static_cast<double>(held);
  else if constexpr (std::is_constructible_v<value, const T&>)
    return value(held);
  else
    return nil{};
}

}  // namespace script
