// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Reads a mesh from a Wavefront OBJ file, hands its vertices to a graphics card as bytes and a table that describes
// them, and shows the picture that the card makes of them:
//
//   vertices                   of a sample, a pawn
//   vertices FILE [--points]   of another mesh; only its vertices, as another class
//   vertices FILE --ppm        the picture as a PPM file

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gpu.hpp"
#include "read_obj.hpp"
#include "vertex.hpp"
#include "vertex_layout.hpp"

namespace {

constexpr std::string_view usage = "usage: vertices [FILE [--points | --ppm]]\n";

// What would otherwise be written by hand: the struct, and its table.
struct written_by_hand {
  float position[3];
  float normal[3];
  float uv[2];
  std::uint8_t colour[4];
};
constexpr std::array table_by_hand = {
    attribute{0, "position", component::f32, 3, offsetof(written_by_hand, position)},
    attribute{1, "normal", component::f32, 3, offsetof(written_by_hand, normal)},
    attribute{2, "uv", component::f32, 2, offsetof(written_by_hand, uv)},
    attribute{3, "colour", component::unorm8, 4, offsetof(written_by_hand, colour)},
};
static_assert(sizeof(Vertex) == sizeof(written_by_hand));
static_assert(attributes_of<Vertex> == table_by_hand);
static_assert(sizeof(PointVertex) == sizeof(point_vertex));
static_assert(attributes_of<PointVertex>[1].offset == offsetof(point_vertex, colour));
static_assert(attributes_of<PointVertex>[1].count == 4);

// What a card cannot read is no vertex.
struct Named : sl::object<Named, sl::extends<Vertex>, sl::slots<sl::slot<"name", std::string>>> {
  using object::object;
};
static_assert(!vertex<Named>);

void show(const gpu::vertex_buffer& vertices) {
  std::cout << vertices.size() << " vertices of " << vertices.stride() << " bytes, " << vertices.byte_count()
            << " bytes to the card\n";
  for (const attribute& one : vertices.attributes())
    std::cout << "  location " << one.location << "  " << one.name << std::string(10 - one.name.size(), ' ')
              << (one.type == component::f32 ? "f32" : "unorm8") << " x " << one.count << " at " << one.offset << '\n';
}

// From the card's bytes alone.
void show_box(const gpu::vertex_buffer& vertices) {
  const attribute& position = *vertices.find("position");
  for (std::size_t axis = 0; axis != 3; ++axis) {
    std::vector<float> along;
    for (std::size_t i = 0; i != vertices.size(); ++i) along.push_back(vertices.fetch(position, i)[axis]);
    const auto [low, high] = std::ranges::minmax(along);
    std::cout << (axis == 0 ? "box" : "") << ' ' << low << " to " << high << (axis == 2 ? "\n" : ",");
  }
}

// A letter for each pixel: the brighter, the more ink.
void print(const gpu::picture& picture) {
  constexpr std::string_view ink = ".:-=+*#%@";
  for (std::size_t y = 0; y != picture.height(); ++y) {
    std::string line;
    for (std::size_t x = 0; x != picture.width(); ++x) {
      const gpu::pixel& one = picture.at(x, y);
      const float light = (one.colour[0] + one.colour[1] + one.colour[2]) / 3;
      const auto level = static_cast<std::size_t>(light * static_cast<float>(ink.size()));
      line += one.is_drawn() ? ink[std::min(level, ink.size() - 1)] : ' ';
    }
    std::cout << line.substr(0, line.find_last_not_of(' ') + 1) << '\n';
  }
}

void write_ppm(const gpu::picture& picture) {
  std::cout << "P3\n" << picture.width() << ' ' << picture.height() << "\n255\n";
  for (std::size_t y = 0; y != picture.height(); ++y)
    for (std::size_t x = 0; x != picture.width(); ++x)
      for (std::size_t k = 0; k != 3; ++k)
        std::cout << std::lround(255 * std::min(1.0f, picture.at(x, y).colour[k])) << (k == 2 ? '\n' : ' ');
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const std::string option = words.size() > 1 ? words[1] : "";
  if (words.size() > 2 || (!option.empty() && option != "--points" && option != "--ppm")) {
    std::cerr << usage;
    return 2;
  }

  const std::string name = words.empty() ? SAMPLE_FILE : words[0];
  std::ifstream in(name, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  bool good = true;
  const mesh read = obj_reader([&](std::size_t line, const std::string& what) {
                      std::cerr << name << ':' << line << ": " << what << '\n';
                      good = false;
                    }).read(text);
  if (read.indices.empty()) {
    std::cerr << name << ": no mesh could be read\n";
    return EXIT_FAILURE;
  }

  if (option == "--points") {
    std::vector<PointVertex> points;
    for (const Vertex& one : read.vertices) {
      PointVertex& point = points.emplace_back();
      std::ranges::copy_n(one["position"_slot].begin(), 3, point.position);
      std::ranges::copy_n(one["colour"_slot].begin(), 4, point.colour);
    }
    const gpu::vertex_buffer vertices{std::span<const PointVertex>(points)};
    gpu::picture picture(64, 36, 2);
    picture.draw_points(vertices);
    show(vertices);
    show_box(vertices);
    print(picture);
  } else {
    const gpu::vertex_buffer vertices{std::span<const Vertex>(read.vertices)};
    if (option == "--ppm") {
      gpu::picture picture(240, 320);
      picture.draw_triangles(vertices, read.indices);
      write_ppm(picture);
    } else {
      gpu::picture picture(64, 36, 2);
      picture.draw_triangles(vertices, read.indices);
      show(vertices);
      show_box(vertices);
      std::cout << read.indices.size() / 3 << " triangles, on " << std::lround(100 * picture.covered())
                << "% of the picture\n";
      print(picture);
    }
  }
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
