// What the command line of every program here says: how long to measure, which questions, where to write the table.
#pragma once

#include <fstream>
#include <initializer_list>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interleaved.hpp"

namespace bench {

struct options {
  effort work{0.04, 5};
  bool is_smoke_test = false;  // that the program works: its numbers mean nothing
  std::string only, markdown_file;

  bool asks(std::string_view question) const { return question.find(only) != question.npos; }
};

// An option of one program only, and where the text behind it goes.
using own_option = std::pair<std::string_view, std::string*>;

// Nothing, after the usage, where a word is not understood.
inline std::optional<options> parse(const std::vector<std::string>& words, std::string_view usage,
                                    std::initializer_list<own_option> own = {}) {
  options wanted;
  for (auto word = words.begin(); word != words.end(); ++word) {
    if (*word == "--quick") {
      wanted.work.seconds = 0.005;
    } else if (*word == "--smoke") {
      wanted.work = {1e-6, 1};
      wanted.is_smoke_test = true;
    } else {
      std::string* text = nullptr;
      if (*word == "--only") text = &wanted.only;
      if (*word == "--markdown") text = &wanted.markdown_file;
      for (const auto& [name, place] : own)
        if (*word == name) text = place;
      if (text == nullptr || ++word == words.end()) {
        std::cerr << usage;
        return std::nullopt;
      }
      *text = *word;
    }
  }
  return wanted;
}

// Writes the table as Markdown where that is wanted. False, after a message, where the file cannot be written.
inline bool write_markdown(const options& wanted, const std::string& page) {
  if (wanted.markdown_file.empty() || std::ofstream(wanted.markdown_file) << page << std::flush) return true;
  std::cerr << wanted.markdown_file << ": cannot be written\n";
  return false;
}

}  // namespace bench
