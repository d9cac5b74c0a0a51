// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// What a mesh is made of: classes whose objects go to a graphics card byte by byte.
#pragma once

#include <array>
#include <cstdint>
#include <type_traits>

#include <slotted/slotted.hpp>

using namespace slotted::literals;
namespace sl = slotted;

using vec2 = std::array<float, 2>;
using vec3 = std::array<float, 3>;
using rgba8 = std::array<std::uint8_t, 4>;

// clang-format off
struct Vertex : sl::object<Vertex, sl::declared_order, sl::slots<
    sl::field<"position", vec3>,
    sl::field<"normal", vec3, sl::defaults_to<>, sl::doc<"of length 1">>,
    sl::field<"uv", vec2, sl::defaults_to<>, sl::doc<"place in the texture, from 0 to 1">>,
    sl::field<"colour", rgba8, sl::defaults_to<>>>> {
  using object::object;
};

// A struct as graphics programmers have it: adopted, it is described in the same way.
struct point_vertex {
  float position[3];
  std::uint8_t colour[4];
};
struct PointVertex : sl::object<PointVertex, sl::slots<sl::fields_of<point_vertex>>> {
  using object::object;
};
// clang-format on

static_assert(std::is_trivially_copyable_v<Vertex> && std::is_trivially_copyable_v<PointVertex>);
