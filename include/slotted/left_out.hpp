// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// A slot that has no part in what its class can do as a value: `without<...>` as the trait of one slot. Python's
// field(compare=False, repr=False).
#ifndef SLOTTED_LEFT_OUT_HPP
#define SLOTTED_LEFT_OUT_HPP

#include <slotted/policies.hpp>
#include <slotted/slot.hpp>

#include <string_view>
#include <type_traits>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

template <class... Features>
struct trait_facts<without<Features...>> {
  static constexpr trait_kind kind = trait_kind::without;
  static constexpr std::string_view text{};
};

/// Whether a slot has no part in a feature. What is not compared is neither ordered nor hashed, so that equal objects
/// are equivalent and have one hash.
template <class Feature, class Slot>
constexpr bool is_left_out() {
  if constexpr (Slot::trait_pack::size == 0) {
    return false;
  } else {
    using traits = typename Slot::trait_pack;
    if constexpr (std::is_same_v<Feature, ordering> || std::is_same_v<Feature, hashing>)
      if constexpr (what_is_said<equality>(static_cast<traits*>(nullptr)) == said::without) return true;
    return what_is_said<Feature>(static_cast<traits*>(nullptr)) == said::without;
  }
}

/// The features that a single slot can be left out of.
template <class Feature>
inline constexpr bool is_feature_of_slots = std::is_same_v<Feature, equality> || std::is_same_v<Feature, ordering> ||
                                            std::is_same_v<Feature, hashing> || std::is_same_v<Feature, printing>;

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
