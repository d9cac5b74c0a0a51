// Objects of N doubles whose author has a table from names to indices beside the class: all that a name costs is to
// find its index. Each table has one function, index_of(name), -1 where there is no such name:
//
//   name_switch      a switch over the length, then one memcmp after the other
//   sorted_names     a sorted array, searched by halves
//   gperf_names      a perfect hash, made by gperf while the program is built
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "numbers.hpp"

#if defined(BENCH_HAS_GPERF)
#include "gperf_16.hpp"
#include "gperf_3.hpp"
#include "gperf_32.hpp"
#include "gperf_64.hpp"
#include "gperf_8.hpp"
#endif

namespace bench {

template <std::size_t N>
struct name_switch {
  static int index_of(const std::string& name) { return generated<N>::index_by_switch(name); }
};

template <std::size_t N>
struct sorted_names {
  static int index_of(const std::string& name) {
    const auto it = std::ranges::lower_bound(sorted, std::string_view(name), {}, &entry::first);
    return it != sorted.end() && it->first == name ? it->second : -1;
  }

 private:
  using entry = std::pair<std::string_view, int>;
  static constexpr std::array<entry, N> sorted = [] {
    std::array<entry, N> all;
    for (std::size_t i = 0; i < N; ++i) all[i] = {generated<N>::names[i], static_cast<int>(i)};
    std::ranges::sort(all);
    return all;
  }();
};

#if defined(BENCH_HAS_GPERF)
template <std::size_t>
struct gperf_table;
template <>
struct gperf_table<3> : gperf_3 {};
template <>
struct gperf_table<8> : gperf_8 {};
template <>
struct gperf_table<16> : gperf_16 {};
template <>
struct gperf_table<32> : gperf_32 {};
template <>
struct gperf_table<64> : gperf_64 {};

template <std::size_t N>
struct gperf_names {
  static int index_of(const std::string& name) {
    const auto* const found = gperf_table<N>::find(name.data(), name.size());
    return found != nullptr ? found->index : -1;
  }
};
#endif

template <std::size_t N, class Table>
struct table_rival {
  struct object {
    std::array<double, N> values;
  };

  static object make(const typename numbers<N>::plain& from) {
    object made;
    std::size_t i = 0;
    any_member(from, [&](std::string_view, double v) {
      made.values[i++] = v;
      return false;
    });
    return made;
  }

  template <class T>
  [[gnu::always_inline]] static const T* find(const object& o, const std::string& name) {
    const int index = Table::index_of(name);
    return index < 0 ? nullptr : &o.values[static_cast<std::size_t>(index)];
  }
  template <class T>
  [[gnu::always_inline]] static T get(const object& o, const std::string& name) {
    if (const T* const found = find<T>(o, name)) return *found;
    throw std::out_of_range(name);
  }
  template <class T>
  [[gnu::always_inline]] static T get_or(const object& o, const std::string& name, T fallback) {
    const T* const found = find<T>(o, name);
    return found != nullptr ? *found : fallback;
  }
  template <class T>
  [[gnu::always_inline]] static void set(object& o, const std::string& name, T v) {
    const int index = Table::index_of(name);
    if (index < 0) throw std::out_of_range(name);
    o.values[static_cast<std::size_t>(index)] = v;
  }
  template <class F>
  static bool read(const object& o, const std::string& name, F f) {
    const double* const found = find<double>(o, name);
    if (found != nullptr) f(*found);
    return found != nullptr;
  }
  template <class F>
  [[gnu::always_inline]] static void visit(const object& o, F f) {
    for (std::size_t i = 0; i < N; ++i) f(std::string_view(generated<N>::names[i]), o.values[i]);
  }
};

template <std::size_t N>
inline constexpr auto tables_of_names = std::tuple(named<table_rival<N, name_switch<N>>>{"switch and memcmp"},
                                                   named<table_rival<N, sorted_names<N>>>{"sorted array"}
#if defined(BENCH_HAS_GPERF)
                                                   ,
                                                   named<table_rival<N, gperf_names<N>>>{"gperf"}
#endif
);

}  // namespace bench
