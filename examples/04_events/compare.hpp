// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// What it costs to read a text into objects, and to keep them: a table with a row for each kind of object.
#pragma once

#include <algorithm>
#include <any>
#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iomanip>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "event.hpp"
#include "heap.hpp"  // how much heap is in use, as the allocator itself counts it
#include "read_events.hpp"
#include "rivals.hpp"

struct reading {
  double bytes, milliseconds;  // bytes for each object, with all that it has on the heap
  std::uint64_t digest;        // of all values: whoever read the same has the same, and no work can be left out
};

inline std::uint64_t digest(std::int64_t ts, std::string_view kind, double value) {
  std::uint64_t sum = static_cast<std::uint64_t>(ts) ^ std::bit_cast<std::uint64_t>(value);
  for (const char c : kind) sum = sum * 31 + static_cast<unsigned char>(c);
  return sum;
}
inline std::uint64_t digest(const event& e) { return digest(e.ts, e.kind, e.value); }
inline std::uint64_t digest(const variant_event& e) {
  return digest(std::get<std::int64_t>(e.at("ts")), std::get<std::string>(e.at("kind")),
                std::get<double>(e.at("value")));
}
inline std::uint64_t digest(const any_event& e) {
  return digest(std::any_cast<std::int64_t>(e.at("ts")), std::any_cast<const std::string&>(e.at("kind")),
                std::any_cast<double>(e.at("value")));
}

template <class Read>
reading measure(Read read, std::string_view text) {
  using clock = std::chrono::steady_clock;
  const reporter refuse = [](std::size_t, const std::string& message) { throw std::runtime_error(message); };
  const auto heap_before = static_cast<double>(bench::heap_in_use());
  const auto begin = clock::now();
  const auto events = read(text, refuse);
  const auto end = clock::now();
  const auto heap = static_cast<double>(bench::heap_in_use()) - heap_before;
  std::uint64_t sum = 0;
  for (const auto& e : events) sum = sum * 31 + digest(e);
  return {heap / static_cast<double>(events.size()), std::chrono::duration<double, std::milli>(end - begin).count(),
          sum};
}

inline double median(std::vector<reading> readings, double reading::* member) {
  std::ranges::nth_element(readings, readings.begin() + std::ssize(readings) / 2, {}, member);
  return readings[readings.size() / 2].*member;
}

// All rivals take turns, so that what disturbs the machine for a moment disturbs all alike. False where they did not
// read the same.
inline bool compare(std::string_view text, std::size_t rounds = 9) {
  struct rival {
    const char* name;
    std::function<reading()> read_once;
    std::vector<reading> readings{};
  };
  const auto with = [&](auto read) { return [=] { return measure(read, text); }; };
  std::vector<rival> rivals{{"struct, columns by place", with(read_structs)},
                            {"Event, columns by name", with(read_events)},
                            {"unordered_map of variant", with(read_maps<variant_event>)},
                            {"unordered_map of any", with(read_maps<any_event>)}};
  for (std::size_t round = 0; round < rounds; ++round)
    for (rival& one : rivals) one.readings.push_back(one.read_once());

  const auto bytes = [](const rival& one) { return median(one.readings, &reading::bytes); };
  const auto time = [](const rival& one) { return median(one.readings, &reading::milliseconds); };
  const auto ratio = [](double number, double base) {
    std::cout << std::setw(8) << std::setprecision(2) << number / base << 'x';
  };
  std::cout << std::left << std::setw(28) << "read into" << std::right << "  bytes for each     time to read\n"
            << std::fixed;
  for (const rival& one : rivals) {
    std::cout << std::left << std::setw(28) << one.name << std::right;
    if (BENCH_HAS_HEAP_IN_USE && bytes(one) > 0) {  // an allocator that does not count, as a sanitizer's
      std::cout << std::setw(7) << std::setprecision(0) << bytes(one);
      ratio(bytes(one), bytes(rivals.front()));
    } else {
      std::cout << std::setw(16) << '-';
    }
    std::cout << std::setw(9) << std::setprecision(1) << time(one) << " ms";
    ratio(time(one), time(rivals.front()));
    std::cout << '\n';
  }
  std::cout << "Bytes with all heap; times are medians of " << rounds << " rounds in which all took turns.\n";
  return std::ranges::all_of(rivals, [&](const rival& one) {
    return std::ranges::all_of(
        one.readings, [&](const reading& each) { return each.digest == rivals.front().readings.front().digest; });
  });
}
