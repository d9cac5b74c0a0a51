// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// A plain struct, as a program may have had it for years, and the class that gives its members names at run time.
#pragma once

#include <cstdint>
#include <string>

#include <slotted/slotted.hpp>

struct event {
  std::int64_t ts;  // milliseconds since 1970
  std::string kind = "unknown";
  double value = 0.0;
};

// Functions that were written for the struct take the class, too.
inline bool is_later(const event& one, const event& other) { return one.ts > other.ts; }

struct Event : slotted::object<Event, slotted::slots<slotted::fields_of<event>>> {
  using object::object;
};

static_assert(sizeof(Event) == sizeof(event));  // the names cost the objects nothing
