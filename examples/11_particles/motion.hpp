// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The stars: where they begin, and how they move in the field of the two galaxies, of which they feel nothing else.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include "galaxy.hpp"
#include "particle.hpp"

// ---- at the beginning

// From 0 to 1. The standard says what the generator returns, but not what its distributions make of it.
inline double uniform(std::mt19937_64& random) { return static_cast<double>(random() >> 11) * 0x1p-53; }

// One after the other in both discs, on circles about the centre, as many at any radius.
inline std::vector<Particle> make_particles(const galaxies& both, std::size_t count) {
  struct disc {
    vec3 node, across;  // two directions in its plane
  } discs[2];
  for (std::size_t i = 0; i != both.size(); ++i) {
    const vec3 pole{0, 0, 1}, pericentre{i == 0 ? 1.0 : -1.0, 0, 0};
    discs[i].node = turned(pericentre, pole, -both[i]["argument"_slot] * radians);
    discs[i].across = cross(turned(pole, discs[i].node, -both[i]["inclination"_slot] * radians), discs[i].node);
  }
  std::mt19937_64 random(1972);
  std::vector<Particle> made;
  made.reserve(count);
  while (made.size() != count) {
    const double c = 2 * uniform(random) - 1, s = 2 * uniform(random) - 1, norm = std::sqrt(c * c + s * s);
    if (norm > 1 || norm == 0) continue;
    const std::size_t home = made.size() % both.size();
    const Galaxy& galaxy = both[home];
    const double inner = galaxy["inner_radius"_slot], outer = galaxy["outer_radius"_slot];
    const double radius = inner + (outer - inner) * uniform(random);
    const vec3 out = c / norm * discs[home].node + s / norm * discs[home].across;
    const vec3 along = c / norm * discs[home].across + -s / norm * discs[home].node;
    const vec3 place = galaxy["position"_slot] + radius * out;
    const double speed = std::sqrt(radius * length(pull(galaxy, place)));
    made.emplace_back(place, galaxy["velocity"_slot] + speed * along, static_cast<std::uint8_t>(home));
  }
  return made;
}

// ---- a step: half of the way, the pull there, the other half (leapfrog)

inline void advance(std::vector<Particle>& particles, const galaxies& halfway, double step) {
  for (Particle& p : particles) {
    p["position"_slot] += step / 2 * p["velocity"_slot];
    p["velocity"_slot] += step * (pull(halfway[0], p["position"_slot]) + pull(halfway[1], p["position"_slot]));
    p["position"_slot] += step / 2 * p["velocity"_slot];
  }
}
inline void advance(std::vector<particle>& particles, const galaxies& halfway, double step) {
  for (particle& p : particles) {
    p.position += step / 2 * p.velocity;
    p.velocity += step * (pull(halfway[0], p.position) + pull(halfway[1], p.position));
    p.position += step / 2 * p.velocity;
  }
}
inline void drift(galaxies& both, double time) {
  for (Galaxy& one : both) one["position"_slot] += time * one["velocity"_slot];
}
inline void kick(galaxies& both, double time) {
  const vec3 pulls[] = {pull(both[1], both[0]["position"_slot]), pull(both[0], both[1]["position"_slot])};
  for (std::size_t i = 0; i != both.size(); ++i) both[i]["velocity"_slot] += time * pulls[i];
}

// ---- who went over

// Energy of a unit of mass, in the company of a galaxy: who is bound to it has less than 0.
inline double energy_with(const Galaxy& galaxy, const vec3& position, const vec3& velocity) {
  const vec3 motion = velocity - galaxy["velocity"_slot];
  return dot(motion, motion) / 2 + potential(galaxy, position);
}
inline bool went_over(const galaxies& both, std::size_t home, const vec3& position, const vec3& velocity) {
  const double to_other = energy_with(both[1 - home], position, velocity);
  return to_other < 0 && to_other < energy_with(both[home], position, velocity);
}

inline void mark_caught(std::vector<Particle>& particles, const galaxies& both, float now) {
  for (Particle& p : particles)
    if (!p["caught"_slot].has_value() && went_over(both, p["home"_slot], p["position"_slot], p["velocity"_slot]))
      p["caught"_slot] = now;
}
inline void mark_caught(std::vector<particle>& particles, const galaxies& both, float now) {
  for (particle& p : particles)
    if (!p.was_caught && went_over(both, p.home, p.position, p.velocity)) {
      p.caught = now;
      p.was_caught = true;
    }
}
