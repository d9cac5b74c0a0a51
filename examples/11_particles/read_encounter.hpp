// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Reads an encounter from a file of sections and of lines "name = value": a section is an object, a name is a slot.
#pragma once

#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <istream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <slotted/slotted.hpp>

#include "galaxy.hpp"
#include "quoted.hpp"

class wrong_line : public std::runtime_error {
 public:
  wrong_line(std::size_t line, const std::string& what) : std::runtime_error(std::to_string(line) + ": " + what) {}
};

// ---- a value from text

inline bool parse(const std::string& text, std::string& value) {
  value = text;
  return !text.empty();
}
inline bool parse(const std::string& text, double& value) {
  char* end = nullptr;
  value = std::strtod(text.c_str(), &end);
  return !text.empty() && *end == '\0' && std::isfinite(value);
}
inline bool parse(const std::string& text, std::uint32_t& value) {
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  return error == std::errc{} && stop == end;
}
// As on a web page: #ff8040
inline bool parse(const std::string& text, colour& value) {
  std::uint32_t bits = 0;
  const char* const end = text.data() + text.size();
  if (text.size() != 7 || text[0] != '#' || std::from_chars(text.data() + 1, end, bits, 16).ptr != end) return false;
  const auto part = [bits](unsigned shift) { return static_cast<float>(bits >> shift & 0xff) / 255; };
  value = {part(16), part(8), part(0)};
  return true;
}

// ---- an object from lines

// The slot is found by its name, which makes its type known: nothing here lists names.
template <class C>
void set_slot(sl::builder<C>& object, const std::string& name, const std::string& text) {
  const bool is_known = sl::with_slot<C>(name, [&](auto slot) {
    if constexpr (!slot.hidden) {  // those are never found by a name; their types need no text
      typename decltype(slot)::value_type value{};
      if (!parse(text, value)) throw std::runtime_error(name + " cannot be " + ::quoted(text));
      object.set(slot.key, std::move(value));
    }
  });
  if (!is_known) object.set(name, text);  // throws, and says which name may have been meant
}

inline std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin));
}

// What is wrong is a wrong_line.
inline std::pair<Encounter, galaxies> read_encounter(std::istream& in) {
  sl::builder<Encounter> encounter;
  std::vector<sl::builder<Galaxy>> both;
  std::string section, line;
  std::size_t number = 0;
  try {
    while (std::getline(in, line)) {
      ++number;
      line = trimmed(line);
      const std::size_t sign = line.find('=');
      if (line.empty() || line[0] == '#') continue;
      if (line[0] == '[') {
        section = line;
        if (section == "[galaxy]")
          both.emplace_back();
        else if (section != "[encounter]")
          throw std::runtime_error("no section is called " + ::quoted(section));
      } else if (sign == std::string::npos || section.empty()) {
        throw std::runtime_error("here should be a section or \"name = value\", not " + ::quoted(line));
      } else {
        const std::string name = trimmed(std::string_view(line).substr(0, sign));
        const std::string text = trimmed(std::string_view(line).substr(sign + 1));
        section == "[galaxy]" ? set_slot(both.back(), name, text) : set_slot(encounter, name, text);
      }
    }
    if (both.size() != 2) throw std::runtime_error("there should be two galaxies, not " + std::to_string(both.size()));
    return {std::move(encounter).build(), {std::move(both[0]).build(), std::move(both[1]).build()}};
  } catch (const std::runtime_error& error) {
    throw wrong_line(number, error.what());
  }
}
