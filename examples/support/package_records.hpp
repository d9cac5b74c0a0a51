// The package records of a file: which file, its text, its numbers, and what is wrong in it. The format is
// deb822.hpp's.
#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "deb822.hpp"

namespace deb822 {

// The records of this machine or, where it has none, a small sample.
inline std::string default_file() {
  const std::string of_this_machine = "/var/lib/dpkg/status";
  return std::ifstream(of_this_machine) ? of_this_machine : SAMPLE_FILE;
}

// Empty where the file cannot be read.
inline std::string text_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::vector<stanza> read_stanzas(std::string_view text, const reporter& report = quietly) {
  std::vector<stanza> all;
  reader records(text, report);
  for (stanza one; records.next(one);) all.push_back(one);
  return all;
}

// Only a number that would be written the same way again: "0686" and "+1" are not.
inline std::optional<std::uint64_t> to_number(std::string_view text) {
  std::uint64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  const bool is_number = error == std::errc{} && stop == end && std::to_string(number) == text;
  return is_number ? std::optional(number) : std::nullopt;
}

// What is wrong in a file, by line, whoever found it.
class problems {
 public:
  problems() = default;
  problems(const problems&) = delete;
  problems& operator=(const problems&) = delete;

  // Where to report them; it must not outlive this.
  reporter report() {
    return [this](std::size_t line, const std::string& message) { found_.emplace(line, message); };
  }

  void print(std::ostream& out, const std::string& file) const {
    for (const auto& [line, message] : found_) out << file << ':' << line << ": " << message << '\n';
  }

 private:
  std::multimap<std::size_t, std::string> found_;
};

}  // namespace deb822
