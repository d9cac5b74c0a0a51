// Reads Debian control data, the format of /var/lib/dpkg/status and of every Packages file: stanzas of "Field: value"
// lines with a blank line between them. Lines that begin with a space or a tab continue the field above; lines that
// begin with '#' are comments.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "quoted.hpp"

namespace deb822 {

struct field {
  std::string name;   // empty for a line that is no field: it is reported, and kept as it stands
  std::string value;  // further lines follow after '\n', with their indentation
  std::size_t line = 0;
};

using stanza = std::vector<field>;

using reporter = std::function<void(std::size_t line, const std::string& message)>;

// A reporter that tells nobody.
inline void quietly(std::size_t, const std::string&) {}

inline std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const auto first = text.find_first_not_of(blank);
  return first == text.npos ? std::string_view{} : text.substr(first, text.find_last_not_of(blank) - first + 1);
}

// Field names are ASCII and are compared without regard to case. (std::tolower would ask the locale.)
inline std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return lower;
}

// "installed-size" as Debian spells it: "Installed-Size".
inline std::string capitalised(std::string_view text) {
  std::string word = lower_case(text);
  for (std::size_t i = 0; i < word.size(); ++i)
    if ((i == 0 || word[i - 1] == '-') && 'a' <= word[i] && word[i] <= 'z') word[i] = static_cast<char>(word[i] - 32);
  return word;
}

using ::quoted;

class reader {
 public:
  // `text` must outlive the reader; what is wrong in it is reported by line, and reading goes on.
  explicit reader(std::string_view text, reporter report = quietly) : rest_(text), report_(std::move(report)) {}

  // The next stanza that is not empty; false at the end of the text.
  bool next(stanza& fields) {
    fields.clear();
    names_.clear();
    while (!rest_.empty()) {
      const std::string_view line = next_line();
      if (line.starts_with('#')) continue;
      if (!trimmed(line).empty())
        add(fields, line);
      else if (!fields.empty())
        return true;
    }
    return !fields.empty();
  }

 private:
  std::string_view next_line() {
    std::string_view line = rest_.substr(0, rest_.find('\n'));
    rest_.remove_prefix(std::min(line.size() + 1, rest_.size()));
    ++line_number_;
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }

  void add(stanza& fields, std::string_view line) {
    if (line.front() == ' ' || line.front() == '\t') {
      if (fields.empty()) {
        report_(line_number_, "continuation line before any field: " + quoted(trimmed(line)));
        fields.push_back({"", std::string(line), line_number_});
      } else {
        fields.back().value += '\n';
        fields.back().value += line;
      }
      return;
    }
    const auto colon = line.find(':');
    const std::string_view name = line.substr(0, colon);
    if (colon == line.npos || name.empty() || name.find_first_of(" \t") != name.npos) {
      report_(line_number_, "not a 'Field: value' line: " + quoted(line));
      fields.push_back({"", std::string(line), line_number_});
      return;
    }
    if (!names_.insert(lower_case(name)).second)
      report_(line_number_, "duplicate field " + quoted(name) + ", the first one stands");
    fields.push_back({std::string(name), std::string(trimmed(line.substr(colon + 1))), line_number_});
  }

  std::string_view rest_;
  reporter report_;
  std::size_t line_number_ = 0;
  std::unordered_set<std::string> names_;  // of this stanza, in lower case
};

// The field as it stands in a file.
inline std::string to_text(std::string_view name, std::string_view value) {
  if (name.empty()) return std::string(value) + '\n';
  return std::string(name) + (value.empty() || value.starts_with('\n') ? ":" : ": ") + std::string(value) + '\n';
}

}  // namespace deb822
