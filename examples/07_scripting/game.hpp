// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The host: a small game, whose classes know nothing of scripts but their base.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

#include <slotted/slotted.hpp>

#include "objects.hpp"

namespace game {

using namespace slotted::literals;
namespace sl = slotted;

// clang-format off

struct Entity : sl::object<Entity, sl::extends<script::Object>, sl::slots<
    sl::field<"name", std::string, sl::readonly, sl::doc<"how the player knows it">>,
    sl::field<"x", double, sl::defaults_to<0.0>, sl::doc<"metres to the east">>,
    sl::field<"y", double, sl::defaults_to<0.0>, sl::doc<"metres to the north">>>> {
  using object::object;
};

struct Monster : sl::object<Monster, sl::extends<Entity>, sl::slots<
    sl::field<"health", std::int16_t, sl::defaults_to<10>>,
    sl::field<"damage", std::int16_t, sl::defaults_to<1>>,
    sl::slot<"weapon", std::string>,                                           // few have one
    sl::slot<"target", script::reference, sl::doc<"whom it is after, alive or dead">>>> {
  using object::object;
};

struct Chest : sl::object<Chest, sl::extends<Entity>, sl::slots<
    sl::field<"gold", std::uint32_t>,
    sl::field<"is_open", bool, sl::defaults_to<false>>>> {
  using object::object;
};

// clang-format on

inline double distance(const Entity& a, const Entity& b) {
  return std::hypot(a["x"_slot] - b["x"_slot], a["y"_slot] - b["y"_slot]);
}

// Whether it lives.
inline bool hurt(Monster& monster, std::int64_t damage) {
  const std::int64_t left = std::max<std::int64_t>(monster["health"_slot] - damage, 0);
  setattr(monster, "health"_slot, left);
  return left > 0;
}

}  // namespace game
