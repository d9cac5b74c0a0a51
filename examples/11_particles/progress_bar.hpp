// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// How far something is, for people who wait: one line that is drawn over and over, where there is a terminal.
// (Debian 12 has no library for that in C++ but Boost's timer::progress_display, which draws no line anew.)
#pragma once

#include <cstddef>
#include <iostream>
#include <string>
#include <string_view>

#include <unistd.h>  // isatty

class progress_bar {
 public:
  progress_bar(std::string_view label, std::size_t total)
      : label_(label), total_(total), is_seen_(isatty(STDERR_FILENO) == 1) {}
  progress_bar(const progress_bar&) = delete;
  progress_bar& operator=(const progress_bar&) = delete;
  ~progress_bar() {
    if (shown_ != nothing) std::cerr << "\r\x1b[K" << std::flush;  // the line is the program's again
  }

  void show(std::size_t done) {
    const std::size_t percent = total_ == 0 ? 100 : done * 100 / total_;
    if (!is_seen_ || percent == shown_) return;
    shown_ = percent;
    const std::string bar(percent / 2, '#'), rest(50 - percent / 2, '.');
    std::cerr << '\r' << label_ << " [" << bar << rest << "] " << percent << " %" << std::flush;
  }

 private:
  static constexpr std::size_t nothing = 101;
  std::string label_;
  std::size_t total_;
  std::size_t shown_ = nothing;
  bool is_seen_;
};
