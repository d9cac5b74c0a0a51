// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// What happened in a shop that does not exist: the same lines on every machine.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>

inline std::string make_lines(std::size_t count) {
  struct kind {
    const char* name;
    std::uint32_t in_a_thousand, least_cents, most_cents;
  };
  constexpr std::array kinds{kind{"view", 620, 0, 60'000},
                             kind{"search", 190, 0, 5'000},
                             kind{"add_to_basket", 100, 99, 25'000},
                             kind{"login", 50, 0, 0},
                             kind{"checkout_started", 25, 499, 90'000},
                             kind{"purchase", 15, 499, 90'000}};
  std::mt19937 random;  // the standard says which numbers it gives; of the distributions it does not
  std::int64_t ts = 1'735'689'600'000;
  std::string text = "ts,kind,value\n";
  for (std::size_t i = 0; i < count; ++i) {
    ts += static_cast<std::int64_t>(random() % 50'000);
    std::uint32_t chance = static_cast<std::uint32_t>(random() % 1'000);
    const kind* happened = kinds.data();
    while (chance >= happened->in_a_thousand) chance -= (happened++)->in_a_thousand;
    const auto cents = happened->least_cents +
                       static_cast<std::uint32_t>(random() % (happened->most_cents - happened->least_cents + 1));
    text += std::to_string(ts) + ',' + happened->name + ',' + std::to_string(cents / 100) + '.' +
            std::to_string(cents % 100 / 10) + std::to_string(cents % 10) + '\n';
  }
  return text;
}
