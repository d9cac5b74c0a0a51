// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// "Did you mean": the known name nearest to a misspelt one, at compile time and at run time.
#ifndef SLOTTED_SUGGEST_HPP
#define SLOTTED_SUGGEST_HPP

#include <slotted/config.hpp>

#include <cstddef>
#include <string_view>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// Longer names get no suggestion: the work is the product of two lengths, and a foreign name may be of any length.
inline constexpr std::size_t longest_suggestion = 64;

/// Letters to insert, delete, replace or swap with their neighbour to turn `a` into `b`. O(|a| |b|), no allocation.
constexpr std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::size_t two_back[longest_suggestion + 1]{};
  std::size_t back[longest_suggestion + 1]{};
  std::size_t row[longest_suggestion + 1]{};
  for (std::size_t j = 0; j <= b.size(); ++j) back[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      std::size_t best = back[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u);
      if (back[j] + 1 < best) best = back[j] + 1;
      if (row[j - 1] + 1 < best) best = row[j - 1] + 1;
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && two_back[j - 2] + 1 < best)
        best = two_back[j - 2] + 1;
      row[j] = best;
    }
    for (std::size_t j = 0; j <= b.size(); ++j) {
      two_back[j] = back[j];
      back[j] = row[j];
    }
  }
  return back[b.size()];
}

/// Whether `distance` is small enough to be a slip of the hand in a word of that length.
constexpr bool is_near(std::size_t distance, std::size_t length) {
  return distance != 0 && distance <= (length + 2) / 3;
}

/// The index of the nearest of `names`, or `count` where none is near.
constexpr std::size_t nearest_name(std::string_view wrong, const std::string_view* names, std::size_t count) {
  std::size_t best = count;
  std::size_t best_distance = 0;
  if (wrong.empty() || wrong.size() > longest_suggestion) return best;
  for (std::size_t i = 0; i != count; ++i) {
    if (names[i].size() > longest_suggestion) continue;
    const std::size_t distance = edit_distance(wrong, names[i]);
    const std::size_t length = wrong.size() > names[i].size() ? wrong.size() : names[i].size();
    if (is_near(distance, length) && (best == count || distance < best_distance)) {
      best = i;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
