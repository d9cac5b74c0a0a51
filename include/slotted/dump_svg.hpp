// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The layout of a class as a picture: an SVG with every byte in its place. Not in the umbrella.
#ifndef SLOTTED_DUMP_SVG_HPP
#define SLOTTED_DUMP_SVG_HPP

#include <slotted/described_layout.hpp>

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace slotted::inline SLOTTED_NAMESPACE {

namespace detail {

/// Characters that mean something in XML, and control characters, which it does not allow.
inline std::string svg_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return out;
}

/// As much of a text as has room, by characters of UTF-8.
inline std::string svg_shortened(std::string_view text, std::size_t room) {
  std::size_t characters = 0;
  std::size_t keep = text.size();
  for (std::size_t i = 0; i != text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xc0u) != 0x80u) {
      if (characters + 1 == room) keep = i;
      ++characters;
    }
  if (characters <= room) return std::string(text);
  return room < 3 ? std::string() : std::string(text.substr(0, keep)) + "\u2026";
}

class svg_picture {
 public:
  explicit svg_picture(const described_layout& drawn) : drawn_(drawn), row_bytes_(drawn.size > 32 ? 16 : 8) {
    place_rows();
    for (const layout_part& part : drawn.parts) draw(part);
    draw_scale();
    draw_legend();
  }

  [[nodiscard]] std::string text() const {
    const std::string width = number(left + grid_width + margin);
    const std::string height = number(bottom_);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height +
           "\" viewBox=\"0 0 " + width + ' ' + height + "\" role=\"img\">\n<title>" +
           svg_escaped("The layout of " + drawn_.class_name + ": " + drawn_.facts) + "</title>\n" + style() +
           "<rect class=\"page\" x=\"0.5\" y=\"0.5\" width=\"" + number(left + grid_width + margin - 1) +
           "\" height=\"" + number(bottom_ - 1) + "\" rx=\"10\"/>\n" + label(margin, 34, "title", drawn_.class_name) +
           label(margin, 54, "quiet", drawn_.facts) + body_ + "</svg>\n";
  }

 private:
  static constexpr std::size_t left = 64;  // where byte 0 of a row begins
  static constexpr std::size_t margin = 24;
  static constexpr std::size_t top = 88;
  static constexpr std::size_t grid_width = 768;
  static constexpr std::size_t row_height = 46;
  static constexpr std::size_t row_pitch = 50;
  static constexpr std::size_t line_gap = 14;
  static constexpr std::size_t cache_line = 64;
  /// Of a slot that fills more rows than this only the first and the last are drawn, and what is between as one.
  static constexpr std::size_t most_rows = 4;
  static constexpr std::size_t colours = 6;

  /// One line of the picture: `size` bytes from `begin`, of a row or of many that one slot fills.
  struct row {
    std::size_t begin;
    std::size_t size;
    std::size_t y;
  };

  static std::string number(std::size_t value) { return std::to_string(value); }
  [[nodiscard]] std::size_t unit() const { return grid_width / row_bytes_; }

  static std::string label(std::size_t x, std::size_t y, std::string_view kind, std::string_view text) {
    return "<text class=\"" + std::string(kind) + "\" x=\"" + number(x) + "\" y=\"" + number(y) + "\">" +
           svg_escaped(text) + "</text>\n";
  }

  void place_rows() {
    std::size_t y = top;
    std::size_t line = 0;
    const auto add = [&](std::size_t begin, std::size_t size) {
      if (begin / cache_line != line) {
        line = begin / cache_line;
        y += line_gap;
        body_ += "<line class=\"line\" x1=\"" + number(margin) + "\" x2=\"" + number(left + grid_width) + "\" y1=\"" +
                 number(y - line_gap / 2 - 2) + "\" y2=\"" + number(y - line_gap / 2 - 2) + "\"/>\n";
      }
      rows_.push_back({begin, size, y});
      body_ += "<text class=\"offset\" x=\"" + number(left - 10) + "\" y=\"" + number(y + row_height / 2 + 4) + "\">" +
               number(begin) + "</text>\n";
      y += row_pitch;
    };
    for (std::size_t begin = 0; begin < drawn_.size;) {
      const std::size_t rows = whole_rows_from(begin);
      if (rows > most_rows) {
        add(begin, row_bytes_);
        add(begin + row_bytes_, (rows - 2) * row_bytes_);
        add(begin + (rows - 1) * row_bytes_, row_bytes_);
        begin += rows * row_bytes_;
      } else {
        add(begin, row_bytes_ < drawn_.size - begin ? row_bytes_ : drawn_.size - begin);
        begin += row_bytes_;
      }
    }
    bottom_ = y;
  }
  /// How many rows from that byte on one part fills.
  [[nodiscard]] std::size_t whole_rows_from(std::size_t begin) const {
    for (const layout_part& part : drawn_.parts)
      if (part.offset <= begin && begin < part.offset + part.size)
        return (part.offset + part.size - begin) / row_bytes_;
    return 0;
  }

  static std::string colour(const layout_part& part) {
    switch (part.kind) {
      case layout_part::gap:
        return "gap";
      case layout_part::base:
        return "base";
      case layout_part::pointer:
        return "special c" + number(part.level % colours);
      default:
        return "c" + number(part.level % colours);
    }
  }

  static std::string tooltip(const layout_part& part, std::string_view owner) {
    std::string text = part.kind == layout_part::gap ? std::string("no slot") : part.name;
    if (!part.type.empty()) text += ": " + part.type;
    text += "\nbyte " + number(part.offset);
    if (part.size != 1) text += " to " + number(part.offset + part.size - 1);
    if (!owner.empty()) text += ", of " + std::string(owner);
    if (!part.note.empty()) text += "\n" + part.note;
    return text;
  }

  void draw(const layout_part& part) {
    const bool of_class = part.kind != layout_part::gap && part.kind != layout_part::base;
    body_ +=
        "<g>\n<title>" + svg_escaped_lines(tooltip(part, of_class ? drawn_.classes[part.level] : "")) + "</title>\n";
    const row* named = nullptr;  // the first line with room for the name, or the one with the most
    std::size_t room = 0;
    for (const row& line : rows_) {
      const std::size_t bytes = common(part, line);
      if (bytes == 0) continue;
      if (room < width_for(part) && width_of(bytes, line) > room && line.size <= row_bytes_) {
        room = width_of(bytes, line);
        named = &line;
      }
      const std::size_t begin = part.offset > line.begin ? part.offset : line.begin;
      body_ += "<rect class=\"" + colour(part) + "\" x=\"" + number(x_of(begin, line)) + "\" y=\"" + number(line.y) +
               "\" width=\"" + number(width_of(bytes, line)) + "\" height=\"" + number(row_height) +
               "\" data-offset=\"" + number(begin) + "\" data-size=\"" + number(bytes) + "\"/>\n";
      if (line.size > row_bytes_)
        body_ +=
            label(left + grid_width / 2 - 40, line.y + row_height / 2 + 4, "type", number(line.size) + " more bytes");
    }
    if (named && part.kind == layout_part::presence)
      for (std::size_t byte = part.offset; byte != part.offset + part.size; ++byte) draw_bits(byte, part.level);
    else if (named && part.kind != layout_part::gap)
      draw_name(part, x_of(part.offset > named->begin ? part.offset : named->begin, *named), named->y, room);
    body_ += "</g>\n";
  }
  static std::size_t width_for(const layout_part& part) {
    const std::size_t name = part.name.size() * 78;
    const std::size_t type = part.type.size() * 62;
    return 14 + (name > type ? name : type) / 10;
  }
  void draw_name(const layout_part& part, std::size_t x, std::size_t y, std::size_t width) {
    const std::string name = svg_shortened(part.name, (width - 10) * 10 / 78);
    const std::string type = svg_shortened(part.type, (width - 10) * 10 / 62);
    body_ += label(x + 7, y + (type.empty() ? row_height / 2 + 5 : 20), "name", name);
    if (!type.empty()) body_ += label(x + 7, y + 36, "type", type);
  }
  void draw_bits(std::size_t byte, std::size_t level) {
    for (const row& line : rows_) {
      if (byte < line.begin || byte >= line.begin + line.size) continue;
      const std::size_t inner = (unit() < 64 ? unit() : 64) - 4;
      const std::size_t step = inner / 4;
      const std::size_t x = x_of(byte, line) + (unit() - 4 * step) / 2;
      const std::size_t y = line.y + (row_height - std::size_t{2} * 17) / 2;
      for (std::size_t bit = 0; bit != 8; ++bit) {
        const member* const slot = drawn_.bits[8 * byte + bit];
        const std::string place = "x=\"" + number(x + bit % 4 * step + 1) + "\" y=\"" + number(y + bit / 4 * 17 + 1) +
                                  "\" width=\"" + number(step - 2) + "\" height=\"15\" rx=\"2\"";
        body_ += "<g>\n<title>" +
                 svg_escaped((slot ? std::string(slot->name) + " is set" : std::string("no slot")) + ": byte " +
                             number(byte) + " bit " + number(bit)) +
                 "</title>\n<rect class=\"" + (slot ? "bit b" + number(level % colours) : std::string("bit free")) +
                 "\" " + place + "/>\n";
        if (slot && step >= 11)
          body_ += "<text class=\"letter\" x=\"" + number(x + bit % 4 * step + step / 2) + "\" y=\"" +
                   number(y + bit / 4 * 17 + 12) + "\">" + svg_escaped(first_character(slot->name)) + "</text>\n";
        body_ += "</g>\n";
      }
    }
  }
  static std::string_view first_character(std::string_view text) {
    std::size_t end = 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0u) == 0x80u) ++end;
    return text.substr(0, end);
  }

  static std::size_t common(const layout_part& part, const row& line) {
    const std::size_t begin = part.offset > line.begin ? part.offset : line.begin;
    const std::size_t part_end = part.offset + part.size;
    const std::size_t end = part_end < line.begin + line.size ? part_end : line.begin + line.size;
    return begin < end ? end - begin : 0;
  }
  [[nodiscard]] std::size_t x_of(std::size_t byte, const row& line) const {
    return line.size > row_bytes_ ? left : left + (byte - line.begin) * unit();
  }
  [[nodiscard]] std::size_t width_of(std::size_t bytes, const row& line) const {
    return line.size > row_bytes_ ? grid_width : bytes * unit();
  }

  void draw_scale() {
    for (std::size_t byte = 0; byte != row_bytes_; ++byte)
      body_ += "<text class=\"scale\" x=\"" + number(left + byte * unit() + unit() / 2) + "\" y=\"" + number(top - 8) +
               "\">" + number(byte) + "</text>\n";
  }

  void draw_legend() {
    std::size_t x = left;
    std::size_t y = bottom_ + 10;
    const auto add = [&](const std::string& kind, std::string_view text) {
      const std::size_t width = 28 + svg_shortened(text, 60).size() * 8 + 16;
      if (x != left && x + width > left + grid_width) {
        x = left;
        y += 24;
      }
      body_ += "<rect class=\"" + kind + "\" x=\"" + number(x) + "\" y=\"" + number(y) +
               "\" width=\"18\" height=\"18\"/>\n" + label(x + 26, y + 13, "quiet", svg_shortened(text, 60));
      x += width;
    };
    bool has[layout_part::gap + 1]{};
    for (const layout_part& part : drawn_.parts) has[part.kind] = true;
    for (std::size_t level = 0; level != drawn_.classes.size(); ++level)
      add("c" + number(level % colours), drawn_.classes[level]);
    if (has[layout_part::base]) add("base", "a base that is not slotted");
    if (has[layout_part::presence]) add("bit free", "presence bits");
    if (has[layout_part::gap]) add("gap", "no slot");
    if (drawn_.size > cache_line) add("line", "cache lines of 64 bytes");
    bottom_ = y + 18 + margin;
  }

  static std::string svg_escaped_lines(const std::string& text) {
    std::string out;
    std::size_t begin = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
      out += svg_escaped(std::string_view(text).substr(begin, end - begin)) + '\n';
      begin = end + 1;
    }
    return out + svg_escaped(std::string_view(text).substr(begin));
  }

  /// On paper that it brings along, light or dark as the reader prefers: readable wherever it stands.
  static std::string style() {
    std::string text =
        "<style>\n"
        "text { font-family: ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; fill: #1f2328; }\n"
        ".page { fill: #ffffff; stroke: #d0d7de; }\n"
        ".title { font-size: 20px; font-weight: bold; }\n"
        ".name { font-size: 13px; font-weight: bold; }\n"
        ".type { font-size: 10px; opacity: 0.75; }\n"
        ".quiet { font-size: 12px; opacity: 0.8; }\n"
        ".offset, .scale { font-size: 11px; opacity: 0.6; text-anchor: end; }\n"
        ".scale, .letter { text-anchor: middle; }\n"
        ".letter { font-size: 10px; }\n"
        ".line { stroke: #cf222e; fill: none; stroke-width: 1.5; stroke-dasharray: 5 4; }\n"
        ".gap { fill: url(#hatch); stroke: #afb8c1; }\n"
        ".hatch { stroke: #c4ccd4; stroke-width: 1.5; }\n"
        ".base { fill: #eaeef2; stroke: #6e7781; }\n"
        ".free { fill: #ffffff; stroke: #8c959f; }\n"
        ".special { stroke-dasharray: 6 3; stroke-width: 1.5; }\n";
    constexpr const char* light[colours][2] = {{"#d6e6fb", "#3b7dd8"}, {"#d3f0dc", "#2f9e5b"}, {"#fde4c8", "#d07a1f"},
                                               {"#e8dcfb", "#8257d8"}, {"#cdeeee", "#1f8f8f"}, {"#fbd9e5", "#c94079"}};
    constexpr const char* dark[colours][2] = {{"#17345a", "#6ea8f7"}, {"#123f26", "#56c486"}, {"#4d3011", "#eda655"},
                                              {"#35255c", "#b095f0"}, {"#0f4040", "#4fc4c4"}, {"#521a34", "#ee7fae"}};
    const auto add_colours = [&text](const char* const(&of)[colours][2]) {
      for (std::size_t i = 0; i != colours; ++i)
        text += ".c" + number(i) + " { fill: " + of[i][0] + "; stroke: " + of[i][1] + "; } .b" + number(i) +
                " { fill: " + of[i][0] + "; stroke: " + of[i][1] + "; stroke-width: 1.5; }\n";
    };
    add_colours(light);
    text +=
        "@media (prefers-color-scheme: dark) {\n"
        "text { fill: #e6edf3; }\n"
        ".page { fill: #0d1117; stroke: #30363d; }\n"
        ".line { stroke: #ff7b72; }\n"
        ".gap { stroke: #484f58; }\n"
        ".hatch { stroke: #3d444d; }\n"
        ".base { fill: #262c36; stroke: #8b949e; }\n"
        ".free { fill: #0d1117; stroke: #6e7681; }\n";
    add_colours(dark);
    return text +
           "}\n</style>\n<defs><pattern id=\"hatch\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" "
           "patternTransform=\"rotate(45)\"><line class=\"hatch\" x1=\"0\" y1=\"0\" x2=\"0\" "
           "y2=\"8\"/></pattern></defs>\n";
  }

  const described_layout& drawn_;
  std::size_t row_bytes_;
  std::vector<row> rows_;
  std::string body_;
  std::size_t bottom_ = 0;
};

}  // namespace detail

/// The layout of `C` as an SVG file, to be looked at in a browser or put into a document: rows of 8 or 16 bytes, each
/// slot in the colour of the class that declares it, with its name, and its type and all else as a tooltip; presence
/// bits with the slots that they are for; the dict slot, the weakref slot, a vptr, bases that are not slotted; holes
/// (and members that are no slots) hatched; the borders of cache lines, as if the object began at one.
/// @snippet looking.cpp dump_svg
template <class C>
  requires detail::slotted_class<C>
[[nodiscard]] std::string layout_svg() {
  const detail::described_layout drawn = detail::described_layout_of<detail::seen_as<C>>();
  return detail::svg_picture(drawn).text();
}

/// Prints `layout_svg<C>()`.
/// @snippet looking.cpp dump_svg
template <class C>
  requires detail::slotted_class<C>
void dump_svg(std::ostream& out) {
  out << layout_svg<C>();
}

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
