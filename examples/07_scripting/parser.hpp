// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Makes the tree of a script: statements by recursive descent, expressions by the strength of their operators (Pratt).
#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

#include "lexer.hpp"
#include "syntax.hpp"

namespace script {

class parser {
 public:
  explicit parser(const source& from) : tokens_(lexer(from).tokens()) {}

  block parse() {
    block program;
    while (current().kind != token_kind::end) program.push_back(parse_statement());
    return program;
  }

 private:
  static constexpr std::size_t deepest = 100;  // parentheses in parentheses, blocks in blocks, operators in a row

  // ---- tokens

  [[nodiscard]] const token& current() const noexcept { return tokens_[at_]; }
  const token& advance() noexcept { return tokens_[current().kind == token_kind::end ? at_ : at_++]; }
  bool accept(std::string_view wanted) noexcept {
    if (!current().is(wanted)) return false;
    advance();
    return true;
  }
  [[noreturn]] void fail(const std::string& wanted) const {
    const bool at_end = current().kind == token_kind::end;
    throw script_error(
        current().where,
        "here should be " + wanted + (at_end ? ", but the script ends" : ", not " + ::quoted(current().spelling)));
  }
  void expect(std::string_view wanted) {
    if (!accept(wanted)) fail(::quoted(wanted));
  }
  std::string_view expect_name() {
    if (current().kind != token_kind::name) fail("a name");
    return advance().spelling;
  }

  class nesting {
   public:
    explicit nesting(parser& of) : depth_(of.depth_) {
      if (++depth_ > deepest) throw script_error(of.current().where, "this is nested too deeply");
    }
    nesting(const nesting&) = delete;
    nesting& operator=(const nesting&) = delete;
    ~nesting() { --depth_; }

   private:
    std::size_t& depth_;
  };

  // ---- statements

  statement parse_statement() {
    if (at_ != 0 && !current().begins_line && !tokens_[at_ - 1].is("{") && !tokens_[at_ - 1].is("}"))
      fail("the end of the line");
    const nesting deeper(*this);
    const position where = current().where;
    if (accept("let")) {
      sl::attribute_key name(expect_name());
      expect("=");
      return {where, let{std::move(name), parse_expression()}};
    }
    if (accept("delete")) return {where, deletion{parse_attribute()}};
    if (accept("if")) return {where, parse_condition()};
    if (accept("while")) {
      expression_ptr test = parse_expression();
      return {where, loop{std::move(test), parse_block()}};
    }
    if (accept("return")) {
      const bool is_alone = current().begins_line || current().is("}") || current().kind == token_kind::end;
      return {where, return_statement{is_alone ? nullptr : parse_expression()}};
    }
    if (accept("fn")) return {where, parse_function(expect_name())};
    if (accept("class")) return {where, parse_class(true)};
    if (accept("extend")) return {where, parse_class(false)};

    expression_ptr target = parse_expression();
    if (!current().is("=")) return {where, std::move(target)};
    if (!std::holds_alternative<variable>(target->node) && !std::holds_alternative<attribute>(target->node))
      throw script_error(current().where, "only a variable or an attribute can be assigned to");
    advance();
    return {where, assignment{std::move(target), parse_expression()}};
  }

  block parse_block() {
    block statements;
    expect("{");
    while (!accept("}")) {
      if (current().kind == token_kind::end) fail("'}'");
      statements.push_back(parse_statement());
    }
    return statements;
  }

  condition parse_condition() {
    condition parsed;
    parsed.test = parse_expression();
    parsed.then = parse_block();
    if (accept("else")) {
      const nesting deeper(*this);
      if (const position where = current().where; accept("if"))
        parsed.otherwise.push_back({where, parse_condition()});
      else
        parsed.otherwise = parse_block();
    }
    return parsed;
  }

  function_definition parse_function(std::string_view name) {
    function_definition parsed{std::string(name), {}, {}};
    expect("(");
    while (!accept(")")) {
      if (!parsed.parameters.empty()) expect(",");
      parsed.parameters.emplace_back(expect_name());
    }
    parsed.body = parse_block();
    return parsed;
  }

  class_definition parse_class(bool is_new) {
    class_definition parsed{std::string(expect_name()), nullptr, {}, {}};
    if (is_new) {
      expect("is");
      parsed.base = std::make_unique<variable>(variable{sl::attribute_key(expect_name())});
    }
    expect("{");
    while (!accept("}")) {
      const std::string_view name = expect_name();
      if (is_new && accept("="))
        parsed.defaults.push_back({std::string(name), parse_expression()});
      else if (current().is("("))
        parsed.methods.push_back(parse_function(name));
      else
        fail(is_new ? "'=' or '('" : "'('");
    }
    return parsed;
  }

  // ---- expressions

  // How strongly an operator binds what stands on its left; 0 for what is none.
  [[nodiscard]] static int strength_of(const token& sign) noexcept {
    constexpr std::pair<std::string_view, int> strengths[] = {
        {"or", 1}, {"and", 2}, {"==", 3}, {"!=", 3}, {"<", 4},  {"<=", 4}, {">", 4}, {">=", 4},
        {"+", 5},  {"-", 5},   {"*", 6},  {"/", 6},  {"//", 6}, {"%", 6},  {"(", 8}, {".", 8}};
    for (const auto& [spelling, strength] : strengths)
      if (sign.is(spelling)) return strength;
    return 0;
  }
  static constexpr int strength_of_minus = 7;  // -a.b + c is (-(a.b)) + c
  static constexpr int strength_of_not = 2;    // not a == b and c is (not (a == b)) and c

  static expression_ptr make(position where, decltype(expression::node) node) {
    return std::make_unique<expression>(expression{where, std::move(node)});
  }

  // As far as operators bind more strongly than `weakest`. Only in parentheses may a line begin with an operator.
  expression_ptr parse_expression(int weakest = 0) {
    const nesting deeper(*this);
    expression_ptr left = parse_operand();
    std::size_t length = 0;
    while (strength_of(current()) > weakest && (parentheses_ != 0 || !current().begins_line)) {
      if (++length > deepest) throw script_error(current().where, "this expression is too long");
      const token& sign = advance();
      if (sign.is("("))
        left = make(sign.where, call{std::move(left), parse_arguments()});
      else if (sign.is("."))
        left = parse_member(std::move(left));
      else
        left = make(sign.where, binary{sign.spelling, std::move(left), parse_expression(strength_of(sign))});
    }
    return left;
  }

  // What follows the dot. Without an object it is the method of a base.
  expression_ptr parse_member(expression_ptr object) {
    const position where = current().where;
    const std::string_view name = expect_name();
    if (current().is("(") && !current().begins_line) {
      advance();
      return make(where, method_call{std::move(object), method_site(name), parse_arguments()});
    }
    if (!object) fail("'('");
    return make(where, attribute{std::move(object), attribute_site(name)});
  }

  expression_ptr parse_attribute() {
    expression_ptr parsed = parse_expression();
    if (!std::holds_alternative<attribute>(parsed->node))
      throw script_error(parsed->where, "only an attribute can be deleted");
    return parsed;
  }

  std::vector<argument> parse_arguments() {
    std::vector<argument> parsed;
    ++parentheses_;
    while (!current().is(")")) {
      if (!parsed.empty()) expect(",");
      argument next;
      if (current().kind == token_kind::name && tokens_[at_ + 1].is(":")) {
        next.name = advance().spelling;
        advance();
      }
      next.given = parse_expression();
      parsed.push_back(std::move(next));
    }
    --parentheses_;
    advance();
    return parsed;
  }

  expression_ptr parse_operand() {
    const token& first = current();
    if (first.kind == token_kind::name) return make(first.where, variable{sl::attribute_key(advance().spelling)});
    if (first.kind == token_kind::text) return make(first.where, literal{unescaped(advance())});
    if (first.kind == token_kind::integer) return make(first.where, literal{integer(advance())});
    if (first.kind == token_kind::number) return make(first.where, literal{number(advance())});
    if (accept("true")) return make(first.where, literal{true});
    if (accept("false")) return make(first.where, literal{false});
    if (accept("nil")) return make(first.where, literal{nil{}});
    if (accept("me")) return make(first.where, variable{sl::attribute_key("me")});
    if (accept("super")) {
      expect(".");
      return parse_member(nullptr);
    }
    if (first.is("-") || first.is("not")) {
      advance();
      return make(first.where,
                  unary{first.spelling, parse_expression(first.is("-") ? strength_of_minus : strength_of_not)});
    }
    if (accept("(")) {
      ++parentheses_;
      expression_ptr inner = parse_expression();
      --parentheses_;
      expect(")");
      return inner;
    }
    fail("an expression");
  }

  static std::int64_t integer(const token& digits) {
    std::int64_t parsed = 0;
    const char* const end = digits.spelling.data() + digits.spelling.size();
    if (std::from_chars(digits.spelling.data(), end, parsed).ec == std::errc{}) return parsed;
    throw script_error(digits.where, "this integer has more than 64 bits");
  }
  static double number(const token& digits) { return std::strtod(std::string(digits.spelling).c_str(), nullptr); }

  static std::string unescaped(const token& quoted) {
    std::string text;
    for (std::size_t i = 0; i < quoted.spelling.size(); ++i) {
      char c = quoted.spelling[i];
      if (c == '\\') {
        c = quoted.spelling[++i];
        if (c == 'n')
          c = '\n';
        else if (c != '"' && c != '\\')
          throw script_error({quoted.where.from, quoted.where.line, quoted.where.column + i},
                             "a backslash stands before n, \" or \\ only");
      }
      text += c;
    }
    return text;
  }

  std::vector<token> tokens_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t parentheses_ = 0;
};

}  // namespace script
