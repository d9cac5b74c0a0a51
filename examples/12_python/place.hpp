// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// A place that a time zone is named after.
#pragma once

#include <cstdint>
#include <string>

#include <slotted/slotted.hpp>

namespace sl = slotted;

// clang-format off
struct PlaceSlots : sl::slots<
    sl::field<"name", std::string, sl::readonly, sl::doc<"of the time zone, as Europe/Paris">>,
    sl::field<"latitude", double, sl::doc<"degrees, north of the equator">>,
    sl::field<"longitude", double, sl::doc<"degrees, east of Greenwich">>,
    sl::field<"offset", std::int16_t, sl::defaults_to<0>, sl::doc<"minutes that clocks are ahead of UTC">>,
    sl::slot<"summer_offset", std::int16_t, sl::doc<"the same in summer, where clocks change">>,
    sl::slot<"note", std::string, sl::doc<"which part of a country">>,
    sl::field<"line", std::uint32_t, sl::readonly, sl::defaults_to<0>, sl::doc<"in the file; 0: in none">>,
    sl::dict_slot<>,
    sl::weakref_slot> {};
// clang-format on

struct Place : sl::object<Place, PlaceSlots> {
  using object::object;
};
