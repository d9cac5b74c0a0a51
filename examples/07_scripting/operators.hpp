// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// What operators do with values.
#pragma once

#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

#include "objects.hpp"
#include "value.hpp"

namespace script {

// What is wrong with what a script asked for; it does not know where.
class wrong_operation : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

[[noreturn]] inline void refuse(std::string_view sign, const value& left, const value& right) {
  throw wrong_operation("'" + std::string(sign) + "' takes no " + std::string(kind_of(left)) + " and " +
                        std::string(kind_of(right)));
}

inline bool is_number(const value& given) {
  return std::holds_alternative<std::int64_t>(given) || std::holds_alternative<double>(given);
}
inline double number_of(const value& given) {
  const std::int64_t* const integer = std::get_if<std::int64_t>(&given);
  return integer != nullptr ? static_cast<double>(*integer) : std::get<double>(given);
}

// Integers stay integers, and never overflow.
inline value compute(std::string_view sign, std::int64_t left, std::int64_t right) {
  std::int64_t result = 0;
  bool overflows = false;
  if (sign == "+") overflows = __builtin_add_overflow(left, right, &result);
  if (sign == "-") overflows = __builtin_sub_overflow(left, right, &result);
  if (sign == "*") overflows = __builtin_mul_overflow(left, right, &result);
  if (sign == "/" || sign == "//" || sign == "%") {
    if (right == 0) throw wrong_operation("division by zero");
    if (sign == "/") return static_cast<double>(left) / static_cast<double>(right);
    overflows = right == -1 && __builtin_sub_overflow(std::int64_t{0}, left, &result);
    if (right != -1) result = sign == "//" ? left / right : left % right;
    if (right == -1 && sign == "%") return std::int64_t{0};
  }
  if (overflows) throw wrong_operation("'" + std::string(sign) + "' leaves the range of integers");
  return result;
}
inline value compute(std::string_view sign, double left, double right) {
  if (sign == "+") return left + right;
  if (sign == "-") return left - right;
  if (sign == "*") return left * right;
  if (right == 0) throw wrong_operation("division by zero");
  if (sign == "/") return left / right;
  return sign == "//" ? std::trunc(left / right) : std::fmod(left, right);
}

inline bool are_equal(const value& left, const value& right) {
  return is_number(left) && is_number(right) ? number_of(left) == number_of(right) : left == right;
}

inline bool is_less(std::string_view sign, const value& left, const value& right) {
  const auto* const left_text = std::get_if<std::string>(&left);
  const auto* const right_text = std::get_if<std::string>(&right);
  if (left_text != nullptr && right_text != nullptr) return *left_text < *right_text;
  if (!is_number(left) || !is_number(right)) refuse(sign, left, right);
  return number_of(left) < number_of(right);
}

inline value compute(std::string_view sign, const value& left, const value& right) {
  if (sign == "==") return are_equal(left, right);
  if (sign == "!=") return !are_equal(left, right);
  if (sign == "<") return is_less(sign, left, right);
  if (sign == ">") return is_less(sign, right, left);
  if (sign == "<=") return !is_less(sign, right, left);
  if (sign == ">=") return !is_less(sign, left, right);

  const bool is_text = std::holds_alternative<std::string>(left) || std::holds_alternative<std::string>(right);
  if (sign == "+" && is_text) return text_of(left) + text_of(right);
  if (!is_number(left) || !is_number(right)) refuse(sign, left, right);
  const auto* const left_integer = std::get_if<std::int64_t>(&left);
  const auto* const right_integer = std::get_if<std::int64_t>(&right);
  if (left_integer != nullptr && right_integer != nullptr) return compute(sign, *left_integer, *right_integer);
  return compute(sign, number_of(left), number_of(right));
}

inline value negated(const value& given) {
  if (const double* const number = std::get_if<double>(&given)) return -*number;
  return compute("-", value(std::int64_t{0}), given);
}

}  // namespace script
