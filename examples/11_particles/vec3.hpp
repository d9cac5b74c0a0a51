// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// A place or a velocity in space.
#pragma once

#include <cmath>

struct vec3 {
  double x = 0, y = 0, z = 0;

  constexpr vec3& operator+=(const vec3& other) {
    x += other.x;
    y += other.y;
    z += other.z;
    return *this;
  }
  friend constexpr vec3 operator+(vec3 a, const vec3& b) { return a += b; }
  friend constexpr vec3 operator-(const vec3& a, const vec3& b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
  friend constexpr vec3 operator*(double factor, const vec3& v) { return {factor * v.x, factor * v.y, factor * v.z}; }
  friend constexpr bool operator==(const vec3&, const vec3&) = default;
};

constexpr double dot(const vec3& a, const vec3& b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
constexpr vec3 cross(const vec3& a, const vec3& b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
inline double length(const vec3& v) { return std::sqrt(dot(v, v)); }

// Turned about an axis of length 1 (Rodrigues).
inline vec3 turned(const vec3& v, const vec3& axis, double radians) {
  const double c = std::cos(radians), s = std::sin(radians);
  return c * v + s * cross(axis, v) + (1 - c) * dot(axis, v) * axis;
}
