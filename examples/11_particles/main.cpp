// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Two galaxies meet, and the tide pulls tails of stars out of them: a million objects, step by step, beside the same
// struct by hand, and a picture of what becomes of them.
//
//   particles FILE [--particles N] [--picture FILE.png]
//
// The file says what is to meet (../data/antennae.conf). Without --particles it is a million.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "galaxy.hpp"
#include "motion.hpp"
#include "particle.hpp"
#include "picture.hpp"
#include "progress_bar.hpp"
#include "read_encounter.hpp"

namespace {

struct options {
  std::string file, picture;
  std::size_t particles = 1'000'000;
};

std::optional<options> read_options(const std::vector<std::string>& words) {
  options read;
  for (std::size_t i = 0; i != words.size(); ++i) {
    const bool has_value = i + 1 != words.size();
    std::uint32_t count = 0;
    if (words[i] == "--picture" && has_value) {
      read.picture = words[++i];
    } else if (words[i] == "--particles" && has_value && parse(words[i + 1], count)) {
      read.particles = count;
      ++i;
    } else if (!words[i].starts_with('-') && read.file.empty()) {
      read.file = words[i];
    } else {
      return std::nullopt;
    }
  }
  return read.file.empty() ? std::nullopt : std::optional(read);
}

// How long some work took, in all.
class stopwatch {
 public:
  template <class Work>
  void run(Work work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    time_ += std::chrono::steady_clock::now() - begin;
  }
  [[nodiscard]] double seconds() const { return time_.count(); }

 private:
  std::chrono::duration<double> time_{};
};

struct result {
  galaxies both;
  std::vector<Particle> objects;
  std::vector<particle> structs;
  stopwatch object_time, struct_time;
  double energy_change = 0, momentum_change = 0;  // of the galaxies, at most, as parts of what there was
};

// Objects and structs take turns, so that what disturbs the machine for a moment disturbs both alike.
result simulate(const Encounter& encounter, galaxies both, std::size_t count) {
  place_on_orbit(encounter, both);
  result now{both, make_particles(both, count), {}, {}, {}};
  for (const Particle& p : now.objects) now.structs.push_back({p["position"_slot], p["velocity"_slot], p["home"_slot]});

  const double step = encounter["step"_slot], energy_before = energy(both), momentum_before = angular_momentum(both);
  const std::uint32_t steps = encounter["steps"_slot], between_looks = 10;
  progress_bar bar("stars", steps);
  for (std::uint32_t i = 1; i <= steps; ++i) {
    drift(now.both, step / 2);
    now.object_time.run([&] { advance(now.objects, now.both, step); });
    now.struct_time.run([&] { advance(now.structs, now.both, step); });
    kick(now.both, step);
    drift(now.both, step / 2);
    now.energy_change = std::max(now.energy_change, std::abs(energy(now.both) / energy_before - 1));
    now.momentum_change = std::max(now.momentum_change, std::abs(angular_momentum(now.both) / momentum_before - 1));
    if (i % between_looks == 0) {
      const auto time = static_cast<float>(i * step);
      now.object_time.run([&] { mark_caught(now.objects, now.both, time); });
      now.struct_time.run([&] { mark_caught(now.structs, now.both, time); });
    }
    bar.show(i);
  }
  return now;
}

bool are_same(const std::vector<Particle>& objects, const std::vector<particle>& structs) {
  return std::ranges::equal(objects, structs, [](const Particle& a, const particle& b) {
    return a["position"_slot] == b.position && a["velocity"_slot] == b.velocity &&
           a["caught"_slot].has_value() == b.was_caught && a["caught"_slot].value_or(0) == b.caught;
  });
}

void report_caught(const std::vector<Particle>& particles) {
  std::vector<float> times;
  for (const Particle& p : particles)
    if (p["caught"_slot].has_value()) times.push_back(p["caught"_slot].value());
  std::cout << std::setprecision(1) << 100 * static_cast<double>(times.size()) / static_cast<double>(particles.size())
            << " % went over to the other galaxy";
  if (!times.empty()) {
    std::ranges::nth_element(times, times.begin() + std::ssize(times) / 2);
    std::cout << ", half of them before " << std::setprecision(0) << times[times.size() / 2] << " Myr";
  }
  std::cout << '\n';
}

picture draw(const Encounter& encounter, const result& end) {
  picture made;
  const vec3 pole{0, 0, 1}, across{1, 0, 0};
  const double scale = picture::width / encounter["view_width"_slot];
  for (const Particle& p : end.objects) {
    const vec3 seen = turned(turned(p["position"_slot], pole, encounter["view_turn"_slot] * radians), across,
                             encounter["view_tilt"_slot] * radians);
    made.add(picture::width / 2.0 + scale * seen.x, picture::height / 2.0 - scale * seen.y,
             p["caught"_slot].has_value() ? encounter["caught_colour"_slot] : end.both[p["home"_slot]]["colour"_slot]);
  }
  return made;
}

}  // namespace

int main(int argc, char** argv) {
  const auto chosen = read_options({argv + 1, argv + argc});
  if (!chosen) {
    std::cerr << "usage: particles FILE [--particles N] [--picture FILE.png]\n";
    return 2;
  }
  std::ifstream in(chosen->file);
  if (!in) {
    std::cerr << chosen->file << ": cannot be read\n";
    return EXIT_FAILURE;
  }
  try {
    const auto [encounter, both] = read_encounter(in);
    const result end = simulate(encounter, both, chosen->particles);
    std::cout << std::fixed << both[0]["name"_slot] << " and " << both[1]["name"_slot] << ": " << end.objects.size()
              << " stars of " << sizeof(Particle) << " bytes, " << encounter["steps"_slot] << " steps, "
              << std::setprecision(0) << encounter["steps"_slot] * encounter["step"_slot] << " Myr\n";
    report_caught(end.objects);
    std::cout << std::scientific << std::setprecision(0) << "energy of the galaxies kept to " << end.energy_change
              << ", angular momentum to " << end.momentum_change << '\n'
              << std::fixed << std::setprecision(2) << "objects " << end.object_time.seconds() << " s, structs "
              << end.struct_time.seconds() << " s: " << end.object_time.seconds() / end.struct_time.seconds() << "x\n"
              << (are_same(end.objects, end.structs) ? "both came to the same, bit by bit\n" : "they differ\n");
    const picture made = draw(encounter, end);
    std::cout << std::setprecision(1) << made.lit() << " % of the picture is lit\n";
    if (!chosen->picture.empty()) {
      made.write(chosen->picture);
      std::cout << "see " << chosen->picture << '\n';
    }
  } catch (const wrong_line& wrong) {
    std::cerr << chosen->file << ':' << wrong.what() << '\n';
    return EXIT_FAILURE;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return EXIT_FAILURE;
  }
}
