// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// What the elements of an SVG drawing have in common.
//
//   Element ---- Shape ---- Rect, Circle, Ellipse, Line, Text, Polyline ---- Polygon
//           \   /
//           / `-'
//   Painted ---- Group ---- Drawing
#pragma once

#include <string>

#include <slotted/slotted.hpp>

#include "point.hpp"

using namespace slotted::literals;
namespace sl = slotted;

// clang-format off

// The dict slot keeps what these classes do not know. It also tells, where only an Element is seen, of which class the
// element is: so every slot of every class below is reached by name through an Element&.
struct Element : sl::object<Element, sl::slots<
    sl::slot<"id", std::string>,
    sl::dict_slot<>>> {
  using object::object;
  virtual ~Element() = default;
  virtual Box box() const = 0;
};

// What is unset is as the element around it has it.
struct Painted : sl::object<Painted, sl::slots<
    sl::slot<"fill", std::string>,
    sl::slot<"stroke", std::string>,
    sl::slot<"stroke_width", double, sl::alias<"stroke-width">>>> {
  using object::object;
};

// Two bases with slots: in Python a "multiple bases have instance lay-out conflict".
struct Shape : sl::object<Shape, sl::extends<Element, Painted>, sl::slots<>> {
  using object::object;
};
// clang-format on
