// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Reads events from lines of cells, whose header says which column is which. What is wrong is reported by line and
// column; all else is read.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <slotted/slotted.hpp>

#include "csv.hpp"
#include "event.hpp"
#include "quoted.hpp"

using namespace slotted::literals;  // "ts"_slot
namespace sl = slotted;

using reporter = std::function<void(std::size_t line, const std::string& message)>;
using line_reporter = std::function<void(const std::string& message)>;

struct column {
  std::string_view name;
  // Puts the text of a cell into the slot that the column is for, as a value of the slot's own type. Null where there
  // is no such slot.
  std::errc (*read)(sl::builder<Event>& row, std::string_view text) = nullptr;
};

// Here a name that came with the file becomes a typed operation: once for each column, not once for each cell.
inline column column_named(std::string_view name) {
  column found{name};
  sl::with_slot<Event>(name, [&](auto slot) {
    found.read = [](sl::builder<Event>& row, std::string_view text) {
      typename decltype(slot)::value_type value{};
      const std::errc error = csv::parse(text, value);
      if (error == std::errc{}) row.set(decltype(slot)::key, std::move(value));
      return error;
    };
  });
  return found;
}

inline std::vector<column> read_header(std::string_view line, const reporter& report) {
  std::vector<column> columns;
  sl::slot_set<Event> found;
  for (csv::cells cells(line); !cells.at_end();) {
    column next = column_named(cells.next());
    if (next.read == nullptr) {
      report(1, "unknown column " + quoted(next.name) + " is passed over");
    } else if (found.contains(next.name)) {
      report(1, "second column " + quoted(next.name) + " is passed over");
      next.read = nullptr;
    }
    found.insert(sl::resolve<Event>(next.name));
    columns.push_back(next);
  }
  for (const std::string_view name : sl::slot_names<Event>)
    if (!found.contains(name)) report(1, "no column " + quoted(name));
  return columns;
}

inline void read_row(std::string_view line, const std::vector<column>& columns, sl::builder<Event>& row,
                     const line_reporter& report) {
  csv::cells cells(line);
  for (const column& column : columns) {
    const std::string_view text = cells.next();
    if (column.read == nullptr) continue;
    if (text.empty())
      report(std::string(column.name) + ": no value");
    else if (const std::errc error = column.read(row, text); error != std::errc{})
      report(std::string(column.name) + ": " + quoted(text) + " " + std::string(csv::what_is_wrong(error)));
  }
  if (!cells.at_end()) report("more cells than columns: " + quoted(cells.next()));
}

// What a line does not say stays as the struct has it. But there is no event without a time.
inline std::vector<Event> read_events(std::string_view text, const reporter& report) {
  std::vector<Event> events;
  csv::lines lines(text);
  std::string_view line;
  if (!lines.next(line)) {
    report(1, "no line that names the columns");
    return events;
  }
  const std::vector<column> columns = read_header(line, report);
  events.reserve(lines.count_rest());
  const line_reporter report_here = [&](const std::string& message) { report(lines.number(), message); };
  while (lines.next(line)) {
    if (csv::trimmed(line).empty()) {
      report_here("empty line");
      continue;
    }
    sl::builder<Event> row;
    read_row(line, columns, row, report_here);
    if (row.has("ts"_slot))
      events.push_back(std::move(row).build());
    else
      report_here("no event without ts: the line is left out");
  }
  return events;
}
