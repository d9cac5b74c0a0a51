// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// A star of a galaxy, as a slotted class and as a struct by hand.
#pragma once

#include <cstdint>

#include <slotted/slotted.hpp>

#include "vec3.hpp"

using namespace slotted::literals;
namespace sl = slotted;

// clang-format off

struct Particle : sl::object<Particle, sl::slots<
    sl::field<"position", vec3, sl::doc<"kpc">>,
    sl::field<"velocity", vec3, sl::doc<"kpc/Myr">>,
    sl::field<"home", std::uint8_t, sl::doc<"the galaxy it was born in">>,
    sl::slot<"caught", float, sl::doc<"Myr, when the other galaxy had it; most never are">>>> {
  using object::object;
};

// clang-format on

struct particle {
  vec3 position, velocity;
  std::uint8_t home = 0;
  bool was_caught = false;
  float caught = 0;
};

static_assert(sizeof(Particle) == sizeof(particle));
