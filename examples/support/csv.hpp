// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Reads lines of cells with commas between them, and cells as numbers and text. No quotes: a cell has no comma in it.
#pragma once

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>
#include <system_error>
#include <version>

namespace csv {

inline std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

// Cuts the first piece off a text, up to the separator, and the separator with it.
inline std::string_view cut(std::string_view& text, char separator) {
  const std::string_view piece = text.substr(0, text.find(separator));
  text.remove_prefix(std::min(piece.size() + 1, text.size()));
  return piece;
}

// The lines of a text, which must outlive this.
class lines {
 public:
  explicit lines(std::string_view text) : rest_(text) {}

  // False at the end of the text.
  bool next(std::string_view& line) {
    if (rest_.empty()) return false;
    line = cut(rest_, '\n');
    ++number_;
    return true;
  }
  std::size_t number() const { return number_; }
  std::size_t count_rest() const { return static_cast<std::size_t>(std::ranges::count(rest_, '\n')) + 1; }

 private:
  std::string_view rest_;
  std::size_t number_ = 0;
};

// The cells of a line.
class cells {
 public:
  explicit cells(std::string_view line) : rest_(line) {}

  bool at_end() const { return at_end_; }
  // Without the blanks around it; empty behind the last cell.
  std::string_view next() {
    at_end_ = at_end_ || rest_.find(',') == rest_.npos;
    return trimmed(cut(rest_, ','));
  }

 private:
  std::string_view rest_;
  bool at_end_ = false;
};

using std::from_chars;
// libc++ has it for integers only before 20, for double from then on: the macro speaks of long double, too.
#if !defined(__cpp_lib_to_chars) && !(defined(_LIBCPP_VERSION) && _LIBCPP_VERSION >= 200000)

// Of what strtod takes: what from_chars would take.
inline std::from_chars_result from_chars(const char* first, const char* last, double& value) {
  const std::string text(first, last);
  if (text.find_first_of("xX \t\n\v\f\r") != text.npos || text.starts_with('+'))
    return {first, std::errc::invalid_argument};
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  const char* const stop = first + (end - text.c_str());
  if (stop == first) return {first, std::errc::invalid_argument};
  if (std::abs(number) == HUGE_VAL) return {stop, std::errc::result_out_of_range};
  value = number;
  return {stop, std::errc{}};
}
#endif

// parse(text, value): what a cell says, as a value of the type that is wanted. std::errc{} where it is one.

inline std::errc parse(std::string_view text, std::string& value) {
  value = text;
  return {};
}

template <class Number>
  requires std::integral<Number> || std::floating_point<Number>
std::errc parse(std::string_view text, Number& value) {
  const char* const end = text.data() + text.size();
  const auto [stop, error] = from_chars(text.data(), end, value);
  if (stop != end) return std::errc::invalid_argument;
  if constexpr (std::floating_point<Number>)  // "inf" and "nan" are no values of a column
    if (error == std::errc{} && !std::isfinite(value)) return std::errc::invalid_argument;
  return error;
}

// In words.
inline std::string_view what_is_wrong(std::errc error) {
  return error == std::errc::result_out_of_range ? "is out of range" : "is not a number";
}

}  // namespace csv
