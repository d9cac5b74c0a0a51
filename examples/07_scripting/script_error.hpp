// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Where in a script something is, and what is wrong there.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace script {

struct source {
  std::string file, text;
};

// Counted from 1, as compilers and editors count; columns in bytes. The source outlives whoever knows a place in it.
struct position {
  const source* from = nullptr;
  std::size_t line = 1;
  std::size_t column = 1;
};

class script_error : public std::runtime_error {
 public:
  script_error(position where, const std::string& what) : std::runtime_error(what), where_(where) {}
  [[nodiscard]] position where() const noexcept { return where_; }

 private:
  position where_;
};

}  // namespace script
