// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The same events read into what else one could write: into the plain struct by the column's place, which is the limit,
// and into hash maps by the column's name. They share the lines and cells of read_events.hpp and do less with mistakes.
#pragma once

#include <any>
#include <cstdint>
#include <string>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "csv.hpp"
#include "event.hpp"
#include "read_events.hpp"

// The columns must be ts, kind, value.
inline std::vector<event> read_structs(std::string_view text, const reporter& report) {
  std::vector<event> events;
  csv::lines lines(text);
  std::string_view line;
  lines.next(line);
  events.reserve(lines.count_rest());
  while (lines.next(line)) {
    csv::cells cells(line);
    event e{};
    if (csv::parse(cells.next(), e.ts) == std::errc{} && csv::parse(cells.next(), e.kind) == std::errc{} &&
        csv::parse(cells.next(), e.value) == std::errc{} && cells.at_end())
      events.push_back(std::move(e));
    else
      report(lines.number(), "not an event");
  }
  return events;
}

template <class Value>
using map_event = std::unordered_map<std::string, Value>;
using variant_event = map_event<std::variant<std::int64_t, double, std::string>>;
using any_event = map_event<std::any>;

template <class Map>
struct map_column {
  std::string name;
  std::errc (*read)(Map& row, const std::string& name, std::string_view text) = nullptr;
};

template <class T, class Map>
std::errc read_as(Map& row, const std::string& name, std::string_view text) {
  T value{};
  const std::errc error = csv::parse(text, value);
  if (error == std::errc{}) row.emplace(name, std::move(value));
  return error;
}

// A map knows no types: they have to be told once more.
template <class Map>
map_column<Map> map_column_named(std::string_view name) {
  if (name == "ts") return {std::string(name), read_as<std::int64_t, Map>};
  if (name == "kind") return {std::string(name), read_as<std::string, Map>};
  if (name == "value") return {std::string(name), read_as<double, Map>};
  return {};
}

template <class Map>
std::vector<Map> read_maps(std::string_view text, const reporter& report) {
  std::vector<Map> events;
  csv::lines lines(text);
  std::string_view line;
  lines.next(line);
  std::vector<map_column<Map>> columns;
  for (csv::cells cells(line); !cells.at_end();) columns.push_back(map_column_named<Map>(cells.next()));
  events.reserve(lines.count_rest());
  while (lines.next(line)) {
    csv::cells cells(line);
    Map row;
    for (const auto& [name, read] : columns) {
      const std::string_view cell = cells.next();
      if (read != nullptr && read(row, name, cell) != std::errc{}) report(lines.number(), name + " cannot be read");
    }
    events.push_back(std::move(row));
  }
  return events;
}
