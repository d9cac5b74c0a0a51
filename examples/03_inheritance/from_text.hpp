// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Values from the text of attributes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "csv.hpp"
#include "point.hpp"
#include "quoted.hpp"

// An attribute's text is not what its slot needs.
struct wrong_text {
  std::string what;
};

inline void from_text(std::string_view text, std::string& value) { value = text; }

inline void from_text(std::string_view text, double& value) {
  if (const auto error = csv::parse(csv::trimmed(text), value); error != std::errc())
    throw wrong_text{::quoted(text) + ' ' + std::string(csv::what_is_wrong(error))};
}

// "30,92 24 56": coordinates between blanks or commas, two for each point.
inline void from_text(std::string_view text, std::vector<Point>& points) {
  std::vector<double> numbers;
  constexpr std::string_view between = " \t\r\n,";
  for (std::size_t begin; (begin = text.find_first_not_of(between)) != text.npos;) {
    text.remove_prefix(begin);
    const std::string_view number = text.substr(0, text.find_first_of(between));
    from_text(number, numbers.emplace_back());
    text.remove_prefix(number.size());
  }
  if (numbers.size() % 2 != 0) throw wrong_text{"a point lacks its second coordinate"};
  points.clear();
  for (std::size_t i = 0; i != numbers.size(); i += 2) points.push_back({numbers[i], numbers[i + 1]});
}
