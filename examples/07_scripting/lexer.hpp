// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// A script as tokens. A line ends a statement, so each token knows whether it is the first of its line.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "quoted.hpp"
#include "script_error.hpp"

namespace script {

enum class token_kind { name, keyword, integer, number, text, symbol, end };

struct token {
  token_kind kind = token_kind::end;
  std::string_view spelling;  // as the script has it; of a text, without its quotes
  position where;
  bool begins_line = false;

  [[nodiscard]] bool is(std::string_view wanted) const noexcept {
    return (kind == token_kind::keyword || kind == token_kind::symbol) && spelling == wanted;
  }
};

inline constexpr std::array<std::string_view, 18> keywords{"and", "class", "delete", "else",  "extend", "false",
                                                           "fn",  "if",    "is",     "let",   "me",     "nil",
                                                           "not", "or",    "return", "super", "true",   "while"};

class lexer {
 public:
  explicit lexer(const source& from) : rest_(from.text), where_{&from} {}

  std::vector<token> tokens() {
    std::vector<token> found;
    do found.push_back(next());
    while (found.back().kind != token_kind::end);
    return found;
  }

 private:
  static bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
  // Letters of other alphabets are bytes above 127.
  static bool is_letter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) > 127;
  }
  static bool is_letter_or_digit(char c) noexcept { return is_letter(c) || is_digit(c); }

  token next() {
    const bool begins_line = skip_blanks() || at_begin_;
    at_begin_ = false;
    token found{token_kind::end, {}, where_, begins_line};
    if (rest_.empty()) return found;
    const char c = rest_.front();
    if (is_letter(c)) {
      found.spelling = take(count_while(is_letter_or_digit));
      found.kind = std::ranges::count(keywords, found.spelling) != 0 ? token_kind::keyword : token_kind::name;
    } else if (is_digit(c)) {
      std::size_t length = count_while(is_digit);
      found.kind = token_kind::integer;
      if (length + 1 < rest_.size() && rest_[length] == '.' && is_digit(rest_[length + 1])) {
        length = count_while(is_digit, length + 1);
        found.kind = token_kind::number;
      }
      if (length < rest_.size() && is_letter(rest_[length])) throw script_error(where_, "a number ends in a letter");
      found.spelling = take(length);
    } else if (c == '"') {
      found.kind = token_kind::text;
      found.spelling = take_text();
    } else {
      found.kind = token_kind::symbol;
      found.spelling = take_symbol();
    }
    return found;
  }

  // Whether there was the end of a line.
  bool skip_blanks() {
    bool line_ended = false;
    for (; !rest_.empty(); take(1)) {
      if (rest_.front() == '#') take(std::min(rest_.find('\n'), rest_.size()));
      if (rest_.empty() || std::string_view(" \t\r\n").find(rest_.front()) == std::string_view::npos) break;
      line_ended = line_ended || rest_.front() == '\n';
    }
    return line_ended;
  }
  template <class Wanted>
  std::size_t count_while(Wanted wanted, std::size_t from = 0) const {
    while (from != rest_.size() && wanted(rest_[from])) ++from;
    return from;
  }
  std::string_view take(std::size_t count) {
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    for (const char c : taken) {
      ++where_.column;
      if (c == '\n') where_ = {where_.from, where_.line + 1};
    }
    return taken;
  }
  std::string_view take_text() {
    std::size_t end = 1;
    while (end < rest_.size() && rest_[end] != '"' && rest_[end] != '\n') end += rest_[end] == '\\' ? 2u : 1u;
    if (end >= rest_.size() || rest_[end] != '"') throw script_error(where_, "the text has no closing quote");
    return take(end + 1).substr(1, end - 1);
  }
  std::string_view take_symbol() {
    constexpr std::string_view two_characters[] = {"==", "!=", "<=", ">=", "//"};
    for (const std::string_view symbol : two_characters)
      if (rest_.starts_with(symbol)) return take(2);
    if (std::string_view("+-*/%<>=.,:(){}").find(rest_.front()) == std::string_view::npos)
      throw script_error(where_, "a script has no " + ::quoted(rest_.substr(0, 1)));
    return take(1);
  }

  std::string_view rest_;
  position where_;
  bool at_begin_ = true;
};

}  // namespace script
