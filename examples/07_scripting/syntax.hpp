// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The tree that a parser makes of a script.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "inline_cache.hpp"
#include "script_error.hpp"
#include "value.hpp"

namespace script {

struct expression;
struct statement;
using expression_ptr = std::unique_ptr<expression>;
using block = std::vector<statement>;

// ---- expressions

struct literal {
  value held;
};
struct variable {
  sl::attribute_key name;
};
struct attribute {  // object.name
  expression_ptr object;
  attribute_site site;
};
struct unary {
  std::string_view sign;
  expression_ptr operand;
};
struct binary {
  std::string_view sign;
  expression_ptr left, right;
};
struct argument {
  std::string name;  // empty where it is given by its place
  expression_ptr given;
};
struct call {  // callee(arguments)
  expression_ptr callee;
  std::vector<argument> arguments;
};
struct method_call {  // object.name(arguments); super.name(arguments) where there is no object
  expression_ptr object;
  method_site site;
  std::vector<argument> arguments;
};

struct expression {
  position where;
  std::variant<literal, variable, attribute, unary, binary, call, method_call> node;
};

// ---- statements

struct function_definition {
  std::string name;
  std::vector<sl::attribute_key> parameters;
  block body;
};
struct attribute_default {  // name = expression, for each object that is made
  std::string name;
  expression_ptr initial;
};
struct class_definition {  // class name is base { ... }; extend name { ... } where there is no base
  std::string name;
  std::unique_ptr<variable> base;
  std::vector<attribute_default> defaults;
  std::vector<function_definition> methods;
};
struct let {
  sl::attribute_key name;
  expression_ptr initial;
};
struct assignment {  // to a variable or an attribute
  expression_ptr target, assigned;
};
struct deletion {
  expression_ptr target;
};
struct condition {
  expression_ptr test;
  block then, otherwise;
};
struct loop {
  expression_ptr test;
  block body;
};
struct return_statement {
  expression_ptr returned;  // null: nil
};

struct statement {
  position where;
  std::variant<expression_ptr, let, assignment, deletion, condition, loop, return_statement, function_definition,
               class_definition>
      node;
};

}  // namespace script
