// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Foreign text in a message of ours: short, on one line, no control characters that a terminal would obey.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

inline std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 40;
  std::string quote = "'";
  for (const char c : text.substr(0, longest)) quote += c >= ' ' && c != '\x7f' ? c : '?';
  return quote + (text.size() > longest ? "...'" : "'");
}
