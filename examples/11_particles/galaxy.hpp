// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Two galaxies on an orbit about each other, as a file describes them.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>

#include <slotted/slotted.hpp>

#include "vec3.hpp"

using namespace slotted::literals;
namespace sl = slotted;

struct colour {
  float red = 0, green = 0, blue = 0;
};

// clang-format off

struct Galaxy : sl::object<Galaxy, sl::slots<
    sl::field<"name", std::string>,
    sl::field<"mass", double, sl::doc<"suns">>,
    sl::field<"softening", double, sl::doc<"kpc, within which its mass is spread">>,
    sl::field<"inner_radius", double, sl::doc<"kpc, of its disc of stars">>,
    sl::field<"outer_radius", double, sl::doc<"kpc">>,
    sl::field<"inclination", double, sl::doc<"degrees, of the orbit to the disc">>,
    sl::field<"argument", double, sl::doc<"degrees, from the node to the pericentre">>,
    sl::field<"colour", colour>,
    sl::field<"position", vec3, sl::defaults_to<vec3{}>, sl::hidden>,  // no file sets these two: the orbit does
    sl::field<"velocity", vec3, sl::defaults_to<vec3{}>, sl::hidden>>> {
  using object::object;
};

struct Encounter : sl::object<Encounter, sl::slots<
    sl::field<"eccentricity", double>,
    sl::field<"pericentre", double, sl::doc<"kpc">>,
    sl::field<"start", double, sl::doc<"degrees, of true anomaly">>,
    sl::field<"step", double, sl::doc<"Myr">>,
    sl::field<"steps", std::uint32_t>,
    sl::field<"caught_colour", colour, sl::doc<"of stars that went over to the other galaxy">>,
    sl::field<"view_tilt", double, sl::doc<"degrees, from the pole of the orbit">>,
    sl::field<"view_turn", double, sl::doc<"degrees, about that pole">>,
    sl::field<"view_width", double, sl::doc<"kpc">>>> {
  using object::object;
};

// clang-format on

using galaxies = std::array<Galaxy, 2>;

inline constexpr double gravity = 4.4985e-12;  // kpc^3 / (sun Myr^2)
inline constexpr double radians = 3.14159265358979323846 / 180;

// What a galaxy does to whatever is at that place: a Plummer sphere.
inline vec3 pull(const Galaxy& galaxy, const vec3& place) {
  const vec3 away = place - galaxy["position"_slot];
  const double squared = dot(away, away) + galaxy["softening"_slot] * galaxy["softening"_slot];
  return -gravity * galaxy["mass"_slot] / (squared * std::sqrt(squared)) * away;
}
// Energy for a unit of mass there.
inline double potential(const Galaxy& galaxy, const vec3& place) {
  const vec3 away = place - galaxy["position"_slot];
  return -gravity * galaxy["mass"_slot] /
         std::sqrt(dot(away, away) + galaxy["softening"_slot] * galaxy["softening"_slot]);
}

// Puts both on Kepler's orbit in the plane of x and y, about their centre of mass; the pericentre of the second, seen
// from the first, lies in the direction of x.
inline void place_on_orbit(const Encounter& encounter, galaxies& both) {
  const double eccentricity = encounter["eccentricity"_slot], anomaly = encounter["start"_slot] * radians;
  const double parameter = encounter["pericentre"_slot] * (1 + eccentricity);
  const double distance = parameter / (1 + eccentricity * std::cos(anomaly));
  const double mass = both[0]["mass"_slot] + both[1]["mass"_slot];
  const double speed = std::sqrt(gravity * mass / parameter);
  const vec3 apart{distance * std::cos(anomaly), distance * std::sin(anomaly), 0};
  const vec3 motion{-speed * std::sin(anomaly), speed * (eccentricity + std::cos(anomaly)), 0};
  const double shares[] = {-both[1]["mass"_slot] / mass, both[0]["mass"_slot] / mass};
  for (std::size_t i = 0; i != both.size(); ++i) {
    both[i]["position"_slot] = shares[i] * apart;
    both[i]["velocity"_slot] = shares[i] * motion;
  }
}

// Of the two galaxies.
inline double energy(const galaxies& both) {
  double sum = both[0]["mass"_slot] * potential(both[1], both[0]["position"_slot]);
  for (const Galaxy& one : both) sum += one["mass"_slot] * dot(one["velocity"_slot], one["velocity"_slot]) / 2;
  return sum;
}
inline double angular_momentum(const galaxies& both) {
  vec3 sum;
  for (const Galaxy& one : both) sum += one["mass"_slot] * cross(one["position"_slot], one["velocity"_slot]);
  return length(sum);
}
