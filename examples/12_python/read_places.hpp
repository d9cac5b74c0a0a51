// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Reads places from lines of cells, the first of which names the columns. An empty cell leaves its slot unset.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <slotted/slotted.hpp>

#include "csv.hpp"
#include "place.hpp"
#include "quoted.hpp"

// Puts the text of a cell into the slot that the column names, as a value of the slot's own type.
inline void read_cell(sl::builder<Place>& row, std::string_view column, std::string_view text) {
  if (text.empty()) return;
  const bool known = sl::with_slot<Place>(column, [&](auto slot) {
    typename decltype(slot)::value_type value{};
    if (const std::errc error = csv::parse(text, value); error != std::errc{})
      throw std::invalid_argument(std::string(column) + ": " + quoted(text) + " " +
                                  std::string(csv::what_is_wrong(error)));
    row.set(slot, std::move(value));
  });
  if (!known) row.set(column, text);  // a dynamic attribute
}

inline Place read_place(std::string_view line, const std::vector<std::string_view>& columns, std::size_t number) {
  sl::builder<Place> row;
  csv::cells cells(line);
  for (const std::string_view column : columns) read_cell(row, column, cells.next());
  if (!cells.at_end()) throw std::invalid_argument("more cells than columns: " + quoted(cells.next()));
  return std::move(row.set("line", number)).build();
}

// std::invalid_argument says what is wrong, and in which line.
inline std::vector<Place> read_places(std::string_view text) {
  csv::lines lines(text);
  std::string_view line;
  std::vector<std::string_view> columns;
  std::vector<Place> places;
  if (lines.next(line))
    for (csv::cells cells(line); !cells.at_end();) columns.push_back(cells.next());
  places.reserve(lines.count_rest());
  while (lines.next(line)) {
    try {
      places.push_back(read_place(line, columns, lines.number()));
    } catch (const std::exception& error) {
      throw std::invalid_argument(std::to_string(lines.number()) + ": " + error.what());
    }
  }
  return places;
}
