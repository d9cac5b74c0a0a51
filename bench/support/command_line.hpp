// What the command line of every program here says: how long to measure, which questions, where to write the results.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interleaved.hpp"

namespace bench {

struct options {
  effort work{0.04, 5};
  bool is_smoke_test = false;  // that the program works: its numbers mean nothing
  std::string only, json_file;

  // So many, or so few that a smoke test is soon through.
  std::size_t objects(std::size_t many) const { return is_smoke_test ? many / 100 + 1 : many; }
};

// Nothing, after the usage, where a word is not understood.
inline std::optional<options> parse(const std::vector<std::string>& words, std::string_view program) {
  options wanted;
  for (auto word = words.begin(); word != words.end(); ++word) {
    if (*word == "--quick") {
      wanted.work.seconds = 0.005;
      continue;
    }
    if (*word == "--smoke") {
      wanted.work = {1e-6, 1};
      wanted.is_smoke_test = true;
      continue;
    }
    std::string seconds;
    std::string* const text = *word == "--only"      ? &wanted.only
                              : *word == "--json"    ? &wanted.json_file
                              : *word == "--seconds" ? &seconds
                                                     : nullptr;
    bool is_understood = text != nullptr && word + 1 != words.end();
    if (is_understood) {
      *text = *++word;
      if (text == &seconds) is_understood = (wanted.work.seconds = std::strtod(text->c_str(), nullptr)) > 0;
    }
    if (!is_understood) {
      std::cerr << "usage: " << program << " [--quick | --seconds S | --smoke] [--only TEXT] [--json FILE]\n"
                << "  --seconds S  for each repetition of each rival; 0.04 where nothing is said\n"
                << "  --quick      0.005 seconds: the ratios are rougher\n"
                << "  --smoke      whether the program works: the numbers mean nothing\n"
                << "  --only TEXT  only the questions that hold TEXT\n"
                << "  --json FILE  write what is measured, a line for each question and rival\n";
      return std::nullopt;
    }
  }
  return wanted;
}

}  // namespace bench
