// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Text, numbers, enumerators and addresses as Python's repr would write them.
#ifndef SLOTTED_SCALAR_TEXT_HPP
#define SLOTTED_SCALAR_TEXT_HPP

#include <slotted/enum_name.hpp>
#include <slotted/errors.hpp>
#include <slotted/type_name.hpp>
#include <slotted/value_rule.hpp>

#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// Text in quotes, as Python chooses and escapes them. Bytes from 0x80 stay: they are UTF-8, or the caller's.
inline void append_text(std::string& out, std::string_view text, char quote) {
  out += quote;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == quote || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n' || c == '\r' || c == '\t') {
      out += '\\';
      out += c == '\n' ? 'n' : c == '\r' ? 'r' : 't';
    } else if (byte < 0x20 || byte == 0x7f) {
      append_hexadecimal_escape(out, byte);
    } else {
      out += c;
    }
  }
  out += quote;
}
inline void append_text(std::string& out, std::string_view text) {
  const bool double_quotes = text.find('\'') != text.npos && text.find('"') == text.npos;
  append_text(out, text, double_quotes ? '"' : '\'');
}

#if defined(_LIBCPP_VERSION)
template <class T>
void append_floating(std::string& out, T value);

inline void append_long_floating(std::string& out, long double value) {
  if (const auto narrowed = static_cast<double>(value); static_cast<long double>(narrowed) == value) {
    append_floating(out, narrowed);
    return;
  }
  char text[64];
  int digits = std::numeric_limits<long double>::digits10;
  do std::snprintf(text, sizeof text, "%.*Lg", digits, value);
  while (digits++ != std::numeric_limits<long double>::max_digits10 && std::strtold(text, nullptr) != value);
  bool whole = true;
  for (const char* c = text; *c != '\0'; ++c) {
    out += *c == ',' ? '.' : *c;  // the locale's
    if (*c == ',' || *c == '.' || *c == 'e') whole = false;
  }
  if (whole) out += ".0";
}
#endif

/// The shortest digits that give the number back, with a point: 1.0, 0.1, 1e+22.
template <class T>
void append_floating(std::string& out, T value) {
  if (!std::isfinite(value)) {
    out += std::isnan(value) ? "nan" : value < 0 ? "-inf" : "inf";
    return;
  }
#if defined(_LIBCPP_VERSION)
  if constexpr (sizeof(T) > sizeof(double)) {  // of which its to_chars knows only what fits into a double
    append_long_floating(out, value);
    return;
  }
#endif
  char text[128];
  const T magnitude = std::fabs(value);
  // From here on not all digits are needed: 2 to the power of the digits, rounded down.
  constexpr T large = std::numeric_limits<T>::digits <= 24 ? T(1e7) : T(1e16);
  const bool plain = magnitude == 0 || (magnitude >= T(1e-4) && magnitude < large);
  const auto format = plain ? std::chars_format::fixed : std::chars_format::scientific;
  const char* const end = std::to_chars(text, text + sizeof text, value, format).ptr;
  const std::string_view written(text, static_cast<std::size_t>(end - text));
  out += written;
  if (plain && written.find('.') == written.npos) out += ".0";
}

template <class Enum>
void append_enumerator(std::string& out, Enum value) {
  out += without_scope(type_name<Enum>);
  if (const std::string_view name = enumerator_name(value); !name.empty()) {
    out += "::";
    out += name;
  } else {
    out += '(';
    out += integer_text(static_cast<std::underlying_type_t<Enum>>(value));
    out += ')';
  }
}

inline void append_type(std::string& out, std::string_view type) {
  out += '<';
  out += type;
  out += '>';
}
inline void append_address(std::string& out, std::string_view type, std::uintptr_t address) {
  char text[2 * sizeof address];
  const char* const end = std::to_chars(text, text + sizeof text, address, 16).ptr;
  out += '<';
  out += type;
  out += " at 0x";
  out.append(text, static_cast<std::size_t>(end - text));
  out += '>';
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
