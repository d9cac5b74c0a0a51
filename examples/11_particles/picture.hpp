// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// A picture of many points of light: where more of them fall it is brighter, as on a photographic plate.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include <png.h>

#include "galaxy.hpp"

class picture {
 public:
  static constexpr std::size_t width = 1600, height = 1000;

  // Shared by the four pixels about the place, so that nothing looks like a grid.
  void add(double x, double y, const colour& light) {
    const double left = std::floor(x - 0.5), top = std::floor(y - 0.5);
    if (!(left >= 0 && top >= 0 && left < width - 1 && top < height - 1)) return;
    const auto column = static_cast<std::size_t>(left), row = static_cast<std::size_t>(top);
    const auto right = static_cast<float>(x - 0.5 - left), below = static_cast<float>(y - 0.5 - top);
    add_to(column, row, (1 - right) * (1 - below), light);
    add_to(column + 1, row, right * (1 - below), light);
    add_to(column, row + 1, (1 - right) * below, light);
    add_to(column + 1, row + 1, right * below, light);
  }

  // How much of it is not quite dark, in percent.
  [[nodiscard]] double lit() const {
    const auto count = std::ranges::count_if(pixels_, [](const colour& one) { return brightness(one) > 0; });
    return 100 * static_cast<double>(count) / static_cast<double>(pixels_.size());
  }

  void write(const std::string& file) const {
    // The exposure: the brightest parts are white, but not so that a few very bright pixels make all else dark.
    std::vector<float> lights;
    for (const colour& one : pixels_)
      if (brightness(one) > 0) lights.push_back(brightness(one));
    float white = 1;
    if (!lights.empty()) {
      const auto at = lights.begin() + static_cast<std::ptrdiff_t>(lights.size() * 997 / 1000);
      std::ranges::nth_element(lights, at);
      white = *at;
    }
    constexpr float contrast = 3000;
    std::vector<std::uint8_t> bytes;
    bytes.reserve(pixels_.size() * 3);
    for (const colour& one : pixels_) {
      const float light = brightness(one) / white;
      const float shown = std::asinh(contrast * light) / std::asinh(contrast);
      const float factor = light > 0 ? shown / brightness(one) : 0;
      const float glare = std::max(0.0f, shown - 0.75f);  // what is very bright is white
      for (const float part : {one.red, one.green, one.blue})
        bytes.push_back(static_cast<std::uint8_t>(255 * std::clamp(part * factor + glare, 0.0f, 1.0f)));
    }
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = width;
    image.height = height;
    image.format = PNG_FORMAT_RGB;
    if (png_image_write_to_file(&image, file.c_str(), 0, bytes.data(), 0, nullptr) == 0)
      throw std::runtime_error(file + ": " + image.message);
  }

 private:
  static float brightness(const colour& light) { return std::max({light.red, light.green, light.blue}); }
  void add_to(std::size_t column, std::size_t row, float share, const colour& light) {
    colour& pixel = pixels_[row * width + column];
    pixel.red += share * light.red;
    pixel.green += share * light.green;
    pixel.blue += share * light.blue;
  }

  std::vector<colour> pixels_ = std::vector<colour>(width * height);
};
