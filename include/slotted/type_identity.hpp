// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Types that meet at run time, with or without RTTI: what stands for a type, and how a number or a text is read whose
// type is known by that only.
#ifndef SLOTTED_TYPE_IDENTITY_HPP
#define SLOTTED_TYPE_IDENTITY_HPP

#include <slotted/type_name.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

enum class scalar_kind : std::uint8_t { none, boolean, character, signed_integer, unsigned_integer, floating, text };

template <class T>
constexpr scalar_kind scalar_kind_of() {
  if constexpr (std::is_same_v<T, bool>)
    return scalar_kind::boolean;
  else if constexpr (std::is_same_v<T, char>)
    return scalar_kind::character;
  else if constexpr (std::is_integral_v<T> && sizeof(T) <= 8)
    return std::is_signed_v<T> ? scalar_kind::signed_integer : scalar_kind::unsigned_integer;
  else if constexpr (std::is_floating_point_v<T>)
    return scalar_kind::floating;
  else if constexpr (std::is_same_v<T, std::string>)
    return scalar_kind::text;
  else
    return scalar_kind::none;
}

/// Stands for a type: its address is the type, in all libraries of a program.
struct type_identity_record {
  std::string_view name;
  scalar_kind kind;
  std::uint8_t size;  // of a number, in bytes
};
template <class T>
[[gnu::visibility("default")]] inline constexpr type_identity_record identity_of{
    type_name<T>, scalar_kind_of<T>(),
    scalar_kind_of<T>() == scalar_kind::none ? std::uint8_t{} : static_cast<std::uint8_t>(sizeof(T))};

/// A value of a type that is known at run time only, and is no number and no text.
struct opaque_value {
  std::string_view type;
};

template <class T>
T load_scalar(const void* place) noexcept {
  T value;
  __builtin_memcpy(&value, place, sizeof(T));
  return value;
}

/// Returns `f` of the value in `place`: bool and char as such, other integers as `int` or `long long` and their
/// unsigned kin, text as a string_view, everything else as an opaque_value.
template <class F>
constexpr decltype(auto) visit_scalar(const type_identity_record& type, const void* place, F&& f) {
  switch (type.kind) {
    case scalar_kind::boolean:
      return f(load_scalar<bool>(place));
    case scalar_kind::character:
      return f(load_scalar<char>(place));
    case scalar_kind::signed_integer:
      if (type.size == 1) return f(int{load_scalar<std::int8_t>(place)});
      if (type.size == 2) return f(int{load_scalar<std::int16_t>(place)});
      if (type.size == 4) return f(int{load_scalar<std::int32_t>(place)});
      return f(load_scalar<long long>(place));
    case scalar_kind::unsigned_integer:
      if (type.size == 1) return f(unsigned{load_scalar<std::uint8_t>(place)});
      if (type.size == 2) return f(unsigned{load_scalar<std::uint16_t>(place)});
      if (type.size == 4) return f(unsigned{load_scalar<std::uint32_t>(place)});
      return f(load_scalar<unsigned long long>(place));
    case scalar_kind::floating:
      if (type.size == sizeof(float)) return f(load_scalar<float>(place));
      if (type.size == sizeof(double)) return f(load_scalar<double>(place));
      return f(load_scalar<long double>(place));
    case scalar_kind::text:
      return f(std::string_view(*static_cast<const std::string*>(place)));
    case scalar_kind::none:
      break;
  }
  return f(opaque_value{type.name});
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
