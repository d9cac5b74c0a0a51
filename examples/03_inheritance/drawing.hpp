// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// What an SVG drawing is made of.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <slotted/slotted.hpp>

#include "element.hpp"

// clang-format off

// A base that knows nothing of slots keeps its members and all that can be done with it: a group is a vector.
struct Group : sl::object<Group, sl::extends<Element, Painted, std::vector<std::unique_ptr<Element>>>, sl::slots<>> {
  using object::object;
  Box box() const override {
    Box all;
    for (const auto& child : *this) all.include(child->box());
    return all;
  }
};

// The outermost group is around all others: its paint is what SVG begins with. Only the defaults are its own, the slots
// stay those of Painted.
struct Drawing : sl::object<Drawing, sl::extends<Group>,
    sl::overrides<"fill", sl::defaults_to<"black">>,
    sl::overrides<"stroke", sl::defaults_to<"none">>,
    sl::overrides<"stroke_width", sl::defaults_to<1.0>>,
    sl::slots<
        sl::slot<"width", double>,
        sl::slot<"height", double>>> {
  using object::object;
};

// A mixin has no slots, and no bytes: it works on those of the class that it is mixed into.
template <class Self>
struct Centred : sl::object<Centred<Self>, sl::slots<>> {
  Box around_centre(double rx, double ry) const {
    const auto& self = static_cast<const Self&>(*this);
    const double x = self["cx"_slot], y = self["cy"_slot];
    return {x - rx, y - ry, x + rx, y + ry};
  }
};

struct Circle : sl::object<Circle, sl::extends<Shape, Centred<Circle>>, sl::slots<
    sl::field<"cx", double, sl::defaults_to<>>,
    sl::field<"cy", double, sl::defaults_to<>>,
    sl::field<"r", double, sl::defaults_to<>>>> {
  using object::object;
  Box box() const override { return around_centre(get("r"_slot), get("r"_slot)); }
};
static_assert(sizeof(Circle) == sizeof(Shape) + 3 * sizeof(double));

struct Ellipse : sl::object<Ellipse, sl::extends<Shape, Centred<Ellipse>>, sl::slots<
    sl::field<"cx", double, sl::defaults_to<>>,
    sl::field<"cy", double, sl::defaults_to<>>,
    sl::field<"rx", double, sl::defaults_to<>>,
    sl::field<"ry", double, sl::defaults_to<>>>> {
  using object::object;
  Box box() const override { return around_centre(get("rx"_slot), get("ry"_slot)); }
};

struct Rect : sl::object<Rect, sl::extends<Shape>, sl::slots<
    sl::field<"x", double, sl::defaults_to<>>,
    sl::field<"y", double, sl::defaults_to<>>,
    sl::field<"width", double, sl::defaults_to<>>,
    sl::field<"height", double, sl::defaults_to<>>,
    sl::slot<"rx", double>,                                // of round corners; the one that is unset is as the other
    sl::slot<"ry", double>>> {
  using object::object;
  Box box() const override {
    const double left = get("x"_slot), top = get("y"_slot);
    return {left, top, left + get("width"_slot), top + get("height"_slot)};
  }
};
// The bits that say whether rx and ry are set lie in the padding at the end of the base.
static_assert(sizeof(Rect) == sizeof(Shape) + 6 * sizeof(double));

struct Line : sl::object<Line, sl::extends<Shape>, sl::slots<
    sl::field<"x1", double, sl::defaults_to<>>,
    sl::field<"y1", double, sl::defaults_to<>>,
    sl::field<"x2", double, sl::defaults_to<>>,
    sl::field<"y2", double, sl::defaults_to<>>>> {
  using object::object;
  Box box() const override {
    const auto [left, right] = std::minmax(get("x1"_slot), get("x2"_slot));
    const auto [top, bottom] = std::minmax(get("y1"_slot), get("y2"_slot));
    return {left, top, right, bottom};
  }
};

struct Polyline : sl::object<Polyline, sl::extends<Shape>, sl::slots<
    sl::field<"points", std::vector<Point>, sl::defaults_to<>>>> {
  using object::object;
  Box box() const override {
    Box all;
    for (const auto [x, y] : get("points"_slot)) all.include({x, y, x, y});
    return all;
  }
  virtual double length() const { return length_of(get("points"_slot)); }
};

struct Polygon : sl::object<Polygon, sl::extends<Polyline>, sl::slots<>> {
  using object::object;
  double length() const override {                         // back to the first point
    const std::vector<Point>& corners = get("points"_slot);
    return corners.empty() ? 0 : Polyline::length() + length_of({corners.back(), corners.front()});
  }
};
static_assert(sizeof(Polygon) == sizeof(Polyline));

struct Text : sl::object<Text, sl::extends<Shape>, sl::slots<
    sl::field<"x", double, sl::defaults_to<>>,
    sl::field<"y", double, sl::defaults_to<>>,
    sl::field<"content", std::string, sl::defaults_to<>>>> {
  using object::object;
  Box box() const override { return {get("x"_slot), get("y"_slot), get("x"_slot), get("y"_slot)}; }  // where it begins
};
// clang-format on
