// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// JSON lines: one value in each line. What is wrong in a line is found with its column, counted in bytes from 1, as
// compilers and editors count.
//
// JSON leaves it open what a name that is there twice means, and how large a number may be; a reader that does not care
// loses what it says. Both are mistakes here.
#pragma once

#include <cstddef>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json_and_objects.hpp"

namespace json_lines {

struct mistake {
  std::size_t column;
  std::string what;
};

// The characters of a text, for a parser whose place in it is to be known: `read` is how many it has read.
class counted {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  counted(const char* at, std::size_t& read) : at_(at), read_(&read) {}
  reference operator*() const { return *at_; }
  counted& operator++() {
    ++at_;
    ++*read_;
    return *this;
  }
  counted operator++(int) {
    const counted before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const counted& a, const counted& b) { return a.at_ == b.at_; }

 private:
  const char* at_;
  std::size_t* read_;
};

// Goes through a line without making anything of it. Between two tokens there are only blanks, colons and commas, so
// that a token begins where these end that follow the token before.
class walk : public nlohmann::json_sax<json> {
 public:
  explicit walk(std::string_view line, const json_path* wanted = nullptr) : line_(line), wanted_(wanted) {
    json::sax_parse(counted(line.data(), read_), counted(line.data() + line.size(), read_), this);
  }
  walk(const walk&) = delete;
  walk& operator=(const walk&) = delete;

  [[nodiscard]] const std::optional<mistake>& found() const { return found_; }

  bool null() override { return value(); }
  bool boolean(bool) override { return value(); }
  bool number_integer(number_integer_t) override { return value(); }
  bool number_unsigned(number_unsigned_t) override { return value(); }
  bool number_float(number_float_t, const string_t& digits) override {
    if (digits.find_first_of(".eE") == std::string::npos)
      return stop(begin(), ::quoted(digits) + " is an integer of more than 64 bits");
    return value();
  }
  bool string(string_t&) override { return value(); }
  bool binary(binary_t&) override { return value(); }
  bool start_object(std::size_t) override { return open({true, {}, {}, 0}); }
  bool start_array(std::size_t) override { return open({false, {}, {}, 0}); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    if (!levels_.back().names.insert(name).second) return stop(begin(), "second member " + ::quoted(name));
    levels_.back().name = name;
    end_ = read_;
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& error) override {
    // "[json.exception.parse_error.101] parse error at line 1, column 7: syntax error while ..."
    std::string_view what = error.what();
    what.remove_prefix(what.find("] ") + 2);
    if (what.starts_with("parse error at ")) what.remove_prefix(what.find(": ") + 2);
    return stop(position == 0 ? 0 : position - 1, shortened(what));
  }

 private:
  static constexpr std::size_t deepest = 64;

  struct level {
    bool is_object;
    std::set<std::string> names;
    std::string name;
    std::size_t index;
  };

  [[nodiscard]] std::size_t begin() const {
    const std::size_t at = line_.find_first_not_of(" \t\r:,", end_);
    return at == std::string_view::npos ? line_.size() : at;
  }
  [[nodiscard]] json_path path() const {
    json_path here;
    for (const level& one : levels_) one.is_object ? here /= one.name : here /= one.index;
    return here;
  }
  bool stop(std::size_t at, std::string what) {
    found_ = mistake{at + 1, std::move(what)};
    return false;
  }
  bool open(level inner) {
    if (wanted_ && path() == *wanted_) return stop(begin(), {});
    if (levels_.size() == deepest) return stop(begin(), "deeper than " + std::to_string(deepest) + " levels");
    levels_.push_back(std::move(inner));
    end_ = read_;
    return true;
  }
  bool close() {
    levels_.pop_back();
    return next();
  }
  bool value() { return wanted_ && path() == *wanted_ ? stop(begin(), {}) : next(); }
  bool next() {
    if (!levels_.empty() && !levels_.back().is_object) ++levels_.back().index;
    end_ = read_;
    return true;
  }
  static std::string shortened(std::string_view text) {
    constexpr std::size_t longest = 160;
    std::string out(text.substr(0, longest));
    for (char& c : out)
      if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') c = '?';
    return out + (text.size() > longest ? "..." : "");
  }

  std::string_view line_;
  const json_path* wanted_;
  std::size_t read_ = 0;
  std::size_t end_ = 0;  // of the last token; one further where that was a number
  std::vector<level> levels_;
  std::optional<mistake> found_;
};

// Where in the line a value begins.
inline std::size_t column_of(std::string_view line, const json_path& where) {
  const auto found = walk(line, &where).found();
  return found ? found->column : 1;
}

// Calls `use(value)` for the value in each line and `report(line, mistake)` for what is wrong there: for what is no
// JSON, and for each wrong_value that `use` throws.
template <class Use, class Report>
void for_each_value(std::string_view text, Use use, Report report) {
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (const auto found = walk(line).found()) {
      report(number, *found);
      continue;
    }
    try {
      use(json::parse(line));
    } catch (const wrong_value& wrong) {
      const std::string where = wrong.where.empty() ? "" : wrong.where.to_string().substr(1) + ": ";
      report(number, mistake{column_of(line, wrong.where), where + wrong.what});
    }
  }
}

}  // namespace json_lines
