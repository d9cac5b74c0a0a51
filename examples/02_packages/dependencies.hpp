// "libc6 (>= 2.36), default-mta | mail-transport-agent, python3:any [amd64]" taken apart: all of the groups are needed,
// and one of the alternatives in each group.
#pragma once

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "deb822.hpp"

namespace deb822 {

struct dependency {
  std::string_view package;
  std::string_view qualifier;     // "any" in "python3:any"
  std::string_view version;       // ">= 2.36"
  std::string_view restrictions;  // "[amd64]", "<!nocheck>"
  std::string_view text;          // all of it
};

using alternatives = std::vector<dependency>;

// Calls f with each part of the text between the separators, without the blanks around it. Empty ones are left out.
template <class F>
void for_each_part(std::string_view text, char separator, F f) {
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find(separator));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    if (!trimmed(part).empty()) f(trimmed(part));
  }
}

inline dependency to_dependency(std::string_view text) {
  dependency result;
  result.text = text;
  result.package = text.substr(0, text.find_first_of(" \t\n:([<"));
  text.remove_prefix(result.package.size());
  if (text.starts_with(':')) {
    result.qualifier = text.substr(1, text.find_first_of(" \t\n([<") - 1);
    text.remove_prefix(result.qualifier.size() + 1);
  }
  text = trimmed(text);
  if (text.starts_with('(')) {
    const auto end = std::min(text.find(')'), text.size());
    result.version = trimmed(text.substr(1, end - 1));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  result.restrictions = trimmed(text);
  return result;
}

// The parts are views of `text`.
inline std::vector<alternatives> parse_dependencies(std::string_view text) {
  std::vector<alternatives> groups;
  for_each_part(text, ',', [&](std::string_view group) {
    alternatives any_of;
    for_each_part(group, '|', [&](std::string_view one) { any_of.push_back(to_dependency(one)); });
    groups.push_back(std::move(any_of));
  });
  return groups;
}

}  // namespace deb822
