// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Reads a mesh from Wavefront OBJ. What is wrong in a line is reported, and the rest is read.
//
//   v x y z [r g b]    a position, and what many programs write behind it, a colour from 0 to 1
//   vt u v, vn x y z   a place in the texture, a normal
//   f 1/1/1 2/2 3 ...  a polygon: for each corner which of the former; a negative number counts from the last
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "csv.hpp"
#include "quoted.hpp"
#include "vertex.hpp"

struct mesh {
  std::vector<Vertex> vertices;
  std::vector<std::uint32_t> indices;  // three for each triangle
};

inline vec3 cross_of_edges(const vec3& a, const vec3& b, const vec3& c) {
  const vec3 u{b[0] - a[0], b[1] - a[1], b[2] - a[2]}, v{c[0] - a[0], c[1] - a[1], c[2] - a[2]};
  return {u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
}

template <class Report>
class obj_reader {
 public:
  // Calls `report(line, message)` for each mistake.
  explicit obj_reader(Report report) : report_(std::move(report)) {}

  mesh read(std::string_view text) {
    std::string_view line;
    csv::lines lines(text);
    while (lines.next(line)) {
      line_ = lines.number();
      read_line(csv::trimmed(line.substr(0, line.find('#'))));
    }
    add_normals();
    return std::move(made_);
  }

 private:
  struct corner {
    std::size_t position, uv, normal;  // from 1; 0 where there is none
    auto operator<=>(const corner&) const = default;
  };

  void read_line(std::string_view line) {
    const std::string_view what = csv::cut(line, ' ');
    if (what == "v") {
      const auto numbers = read_numbers(line, 3, 6);
      if (numbers.empty()) return;
      positions_.push_back({numbers[0], numbers[1], numbers[2]});
      rgba8 colour{255, 255, 255, 255};
      if (numbers.size() == 6)
        for (std::size_t i = 0; i != 3; ++i)
          colour[i] = static_cast<std::uint8_t>(std::lround(255 * std::clamp(numbers[3 + i], 0.0f, 1.0f)));
      colours_.push_back(colour);
    } else if (what == "vt") {
      if (const auto numbers = read_numbers(line, 2, 3); !numbers.empty()) uvs_.push_back({numbers[0], numbers[1]});
    } else if (what == "vn") {
      if (const auto numbers = read_numbers(line, 3, 3); !numbers.empty())
        normals_.push_back({numbers[0], numbers[1], numbers[2]});
    } else if (what == "f") {
      read_face(line);
    } else if (static constexpr std::string_view passed_over[] = {"", "o", "g", "s", "mtllib", "usemtl"};
               std::ranges::find(passed_over, what) == std::end(passed_over)) {
      report_(line_, "what is " + ::quoted(what) + '?');
    }
  }

  // Empty, after a report, where they are not as many or not numbers. A position may have 3 or 6.
  std::vector<float> read_numbers(std::string_view line, std::size_t least, std::size_t most) {
    std::vector<float> numbers;
    while (!(line = csv::trimmed(line)).empty()) {
      const std::string_view word = csv::cut(line, ' ');
      double number = 0;
      if (const auto error = csv::parse(word, number); error != std::errc()) {
        report_(line_, ::quoted(word) + ' ' + std::string(csv::what_is_wrong(error)));
        return {};
      }
      numbers.push_back(static_cast<float>(number));
    }
    if (numbers.size() >= least && numbers.size() <= most) return numbers;
    report_(line_, std::to_string(numbers.size()) + " numbers where " + std::to_string(least) + " are needed");
    return {};
  }

  // A polygon becomes triangles around its first corner.
  void read_face(std::string_view line) {
    std::vector<corner> face;
    while (!(line = csv::trimmed(line)).empty()) {
      std::string_view word = csv::cut(line, ' ');
      const std::string_view whole = word;
      corner one{};
      const bool good = read_index(csv::cut(word, '/'), positions_.size(), one.position) && one.position != 0 &&
                        read_index(csv::cut(word, '/'), uvs_.size(), one.uv) &&
                        read_index(csv::cut(word, '/'), normals_.size(), one.normal) && word.empty();
      if (!good) return report_(line_, "no such corner: " + ::quoted(whole));
      face.push_back(one);
    }
    if (face.size() < 3) return report_(line_, "a face of " + std::to_string(face.size()) + " corners");
    for (std::size_t i = 2; i < face.size(); ++i)
      for (const corner& one : {face[0], face[i - 1], face[i]}) made_.indices.push_back(vertex_for(one));
  }

  static bool read_index(std::string_view text, std::size_t count, std::size_t& index) {
    long number = 0;
    if (text.empty()) return true;
    if (csv::parse(text, number) != std::errc()) return false;
    if (number < 0) number += static_cast<long>(count) + 1;
    if (number < 1 || number > static_cast<long>(count)) return false;
    index = static_cast<std::size_t>(number);
    return true;
  }

  std::uint32_t vertex_for(const corner& one) {
    const auto [found, is_new] = known_.try_emplace(one, static_cast<std::uint32_t>(made_.vertices.size()));
    if (is_new) {
      Vertex& made = made_.vertices.emplace_back("position"_slot = positions_[one.position - 1],
                                                 "colour"_slot = colours_[one.position - 1]);
      if (one.uv != 0) made["uv"_slot] = uvs_[one.uv - 1];
      if (one.normal != 0) made["normal"_slot] = normals_[one.normal - 1];
      position_of_.push_back(one.normal == 0 ? one.position : 0);
    }
    return found->second;
  }

  // A vertex without a normal gets the mean of those of the triangles around its position, by their size.
  void add_normals() {
    std::vector<vec3> sums(positions_.size() + 1);
    for (std::size_t i = 0; i < made_.indices.size(); i += 3) {
      const std::uint32_t* const corners = &made_.indices[i];
      const auto place = [&](std::size_t k) -> const vec3& { return made_.vertices[corners[k]]["position"_slot]; };
      const vec3 normal = cross_of_edges(place(0), place(1), place(2));
      for (std::size_t k = 0; k != 3; ++k)
        for (std::size_t axis = 0; axis != 3; ++axis) sums[position_of_[corners[k]]][axis] += normal[axis];
    }
    for (std::size_t i = 0; i != made_.vertices.size(); ++i) {
      const auto [x, y, z] = sums[position_of_[i]];
      const float length = std::hypot(x, y, z);
      if (position_of_[i] != 0 && length > 0) made_.vertices[i]["normal"_slot] = {x / length, y / length, z / length};
    }
  }

  Report report_;
  std::size_t line_ = 0;
  std::vector<vec3> positions_, normals_;
  std::vector<vec2> uvs_;
  std::vector<rgba8> colours_;
  std::map<corner, std::uint32_t> known_;
  std::vector<std::size_t> position_of_;  // of each vertex that still needs a normal; else 0
  mesh made_;
};
