// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// A graphics card in software, for those who want to see what it sees: bytes, a stride and an attribute table. It knows
// of no class.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "vertex_layout.hpp"

namespace gpu {

using vec4 = std::array<float, 4>;

class vertex_buffer {
 public:
  template <vertex V>
  explicit vertex_buffer(std::span<const V> vertices)
      : attributes_(attributes_of<V>), stride_(sizeof(V)), bytes_(vertices.size_bytes()) {
    if (!bytes_.empty()) std::memcpy(bytes_.data(), vertices.data(), bytes_.size());
  }

  [[nodiscard]] std::span<const attribute> attributes() const { return attributes_; }
  [[nodiscard]] std::size_t stride() const { return stride_; }
  [[nodiscard]] std::size_t byte_count() const { return bytes_.size(); }
  [[nodiscard]] std::size_t size() const { return bytes_.size() / stride_; }

  // As a shader says `layout(location = ...) in`, by the name of its variable.
  [[nodiscard]] const attribute* find(std::string_view name) const {
    const auto found = std::ranges::find(attributes_, name, &attribute::name);
    return found == attributes_.end() ? nullptr : &*found;
  }
  // What a shader is given: components that the buffer has not are 0, the last is 1.
  [[nodiscard]] vec4 fetch(const attribute& input, std::size_t index) const {
    vec4 value{0, 0, 0, 1};
    const std::byte* from = bytes_.data() + index * stride_ + input.offset;
    for (std::size_t i = 0; i != input.count; ++i) {
      if (input.type == component::f32)
        std::memcpy(&value[i], from + i * sizeof(float), sizeof(float));
      else
        value[i] = static_cast<float>(std::to_integer<int>(from[i])) / 255;
    }
    return value;
  }

 private:
  std::span<const attribute> attributes_;
  std::size_t stride_;
  std::vector<std::byte> bytes_;
};

struct pixel {
  float depth = std::numeric_limits<float>::infinity();
  vec4 colour{};
  [[nodiscard]] bool is_drawn() const { return depth != std::numeric_limits<float>::infinity(); }
};

// Pictures are taken from the front and a little above; light falls from the left above.
class picture {
 public:
  // A pixel may be higher than wide, as a letter is.
  picture(std::size_t width, std::size_t height, float times_as_high = 1)
      : width_(width), height_(height), times_as_high_(times_as_high), pixels_(width * height) {}

  [[nodiscard]] std::size_t width() const { return width_; }
  [[nodiscard]] std::size_t height() const { return height_; }
  [[nodiscard]] const pixel& at(std::size_t x, std::size_t y) const { return pixels_[y * width_ + x]; }
  [[nodiscard]] double covered() const {
    return static_cast<double>(std::ranges::count_if(pixels_, &pixel::is_drawn)) / static_cast<double>(pixels_.size());
  }

  void draw_points(const vertex_buffer& vertices) {
    const shader run(vertices, *this);
    for (std::size_t i = 0; i != vertices.size(); ++i) {
      const corner one = run(i);
      plot(std::lround(one.x), std::lround(one.y), one.depth, one.colour);
    }
  }

  // Three indices for each triangle.
  void draw_triangles(const vertex_buffer& vertices, std::span<const std::uint32_t> indices) {
    const shader run(vertices, *this);
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3)
      fill({run(indices[i]), run(indices[i + 1]), run(indices[i + 2])});
  }

 private:
  struct corner {
    float x, y, depth;
    vec4 colour;
  };

  // From the attributes of a vertex to a place and a colour.
  class shader {
   public:
    shader(const vertex_buffer& vertices, const picture& on)
        : vertices_(&vertices),
          position_(vertices.find("position")),
          normal_(vertices.find("normal")),
          colour_(vertices.find("colour")) {
      if (!position_ || !colour_) throw std::runtime_error("the shader needs a position and a colour");
      vec4 low{}, high{};
      low.fill(std::numeric_limits<float>::infinity());
      high.fill(-std::numeric_limits<float>::infinity());
      for (std::size_t i = 0; i != vertices.size(); ++i) {
        const vec4 seen = from_the_front(vertices.fetch(*position_, i));
        for (std::size_t k = 0; k != 3; ++k) {
          low[k] = std::min(low[k], seen[k]);
          high[k] = std::max(high[k], seen[k]);
        }
      }
      const auto width = static_cast<float>(on.width_ - 1), height = static_cast<float>(on.height_ - 1);
      const float wide = std::max(high[0] - low[0], 1e-6f), tall = std::max(high[1] - low[1], 1e-6f);
      down_ = std::min(width / wide / on.times_as_high_, height / tall);
      across_ = down_ * on.times_as_high_;
      left_ = width / 2 - across_ * (low[0] + high[0]) / 2;
      top_ = height / 2 + down_ * (low[1] + high[1]) / 2;
    }

    corner operator()(std::size_t index) const {
      const vec4 seen = from_the_front(vertices_->fetch(*position_, index));
      vec4 colour = vertices_->fetch(*colour_, index);
      if (normal_) {
        const vec4 normal = vertices_->fetch(*normal_, index);
        const float light = std::max(0.0f, -0.5f * normal[0] + 0.6f * normal[1] + 0.62f * normal[2]);
        for (std::size_t k = 0; k != 3; ++k) colour[k] *= 0.15f + 0.85f * light;
      }
      return {left_ + across_ * seen[0], top_ - down_ * seen[1], -seen[2], colour};
    }

   private:
    static vec4 from_the_front(const vec4& place) {
      constexpr float sine = 0.34202f, cosine = 0.93969f;  // 20 degrees down
      return {place[0], cosine * place[1] - sine * place[2], sine * place[1] + cosine * place[2], 1};
    }

    const vertex_buffer* vertices_;
    const attribute* position_;
    const attribute* normal_;
    const attribute* colour_;
    float across_ = 1, down_ = 1, left_ = 0, top_ = 0;
  };

  void plot(long x, long y, float depth, const vec4& colour) {
    if (x < 0 || y < 0 || x >= static_cast<long>(width_) || y >= static_cast<long>(height_)) return;
    pixel& there = pixels_[static_cast<std::size_t>(y) * width_ + static_cast<std::size_t>(x)];
    if (depth < there.depth) there = {depth, colour};
  }

  void fill(const std::array<corner, 3>& corners) {
    const auto& [a, b, c] = corners;
    const float area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
    if (area == 0) return;
    const auto [left, right] = std::minmax({a.x, b.x, c.x});
    const auto [top, bottom] = std::minmax({a.y, b.y, c.y});
    for (long y = std::lround(std::ceil(top)); y <= std::lround(std::floor(bottom)); ++y) {
      for (long x = std::lround(std::ceil(left)); x <= std::lround(std::floor(right)); ++x) {
        const float px = static_cast<float>(x), py = static_cast<float>(y);
        const float in_b = ((px - a.x) * (c.y - a.y) - (c.x - a.x) * (py - a.y)) / area;
        const float in_c = ((b.x - a.x) * (py - a.y) - (px - a.x) * (b.y - a.y)) / area;
        const float in_a = 1 - in_b - in_c;
        if (in_a < 0 || in_b < 0 || in_c < 0) continue;
        vec4 colour{};
        for (std::size_t k = 0; k != 4; ++k) colour[k] = in_a * a.colour[k] + in_b * b.colour[k] + in_c * c.colour[k];
        plot(x, y, in_a * a.depth + in_b * b.depth + in_c * c.depth, colour);
      }
    }
  }

  std::size_t width_, height_;
  float times_as_high_;
  std::vector<pixel> pixels_;
};

}  // namespace gpu
