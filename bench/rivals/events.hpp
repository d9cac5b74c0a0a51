// The subject "events": small records, many of them, all of their members set.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rivals.hpp"

namespace bench {

struct event {
  std::int64_t ts;
  std::string kind;
  double value;
};

struct optional_event {
  std::optional<std::int64_t> ts;
  std::optional<std::string> kind;
  std::optional<double> value;
};

// clang-format off
struct FieldEvent : sl::object<FieldEvent, sl::slots<
    sl::field<"ts", std::int64_t>,
    sl::field<"kind", std::string>,
    sl::field<"value", double>>> {
  using object::object;
};

struct SlotEvent : sl::object<SlotEvent, sl::slots<
    sl::slot<"ts", std::int64_t>,
    sl::slot<"kind", std::string>,
    sl::slot<"value", double>>> {
  using object::object;
};
// clang-format on

template <class Event, class F>
  requires std::is_same_v<std::remove_const_t<Event>, event> ||
           std::is_same_v<std::remove_const_t<Event>, optional_event>
bool any_member(Event& e, F f) {
  return f("ts", e.ts) || f("kind", e.kind) || f("value", e.value);
}

struct events {
  using plain = event;
  using optionals = optional_event;
  using with_fields = FieldEvent;
  using with_slots = SlotEvent;
  using source = event;

  static std::string title() { return "Event {int64, string, double}, 100,000 of them"; }
  static constexpr std::array<const char*, 3> names{"ts", "kind", "value"};

  static std::vector<source> sources() { return make_sources(100'000); }
  static std::vector<source> make_sources(std::size_t count) {
    constexpr std::array kinds{"click", "view", "scroll", "purchase", "search"};
    std::vector<source> events;
    for (std::size_t i = 0; i < count; ++i)
      events.push_back(
          {static_cast<std::int64_t>(1'700'000'000 + i), kinds[i % kinds.size()], static_cast<double>(i) * 0.25});
    return events;
  }

  template <class Rival>
  [[gnu::always_inline]] static typename Rival::object make(const source& e) {
    using object = typename Rival::object;
    if constexpr (requires(object map) { map.emplace("", e.ts); })
      return map_of<object>(e);
    else
      return object{e.ts, e.kind, e.value};
  }

  // What is written by run-time name: a name and a value of the type that it wants.
  static std::vector<std::pair<std::string, bench::value>> writes() {
    return {{"ts", std::int64_t{17}}, {"kind", std::string("swipe")}, {"value", 2.5}};
  }

  static double get(const event& e) { return e.value; }
  static double get(const optional_event& e) { return e.value.value(); }
  static double get(const FieldEvent& e) { return getattr(e, "value"_slot); }
  static double get(const SlotEvent& e) { return getattr(e, "value"_slot); }
  template <class Map>
  static double get(const Map& map) {
    return as<double>(map.find("value")->second);
  }

  static void set(event& e, double v) { e.value = v; }
  static void set(optional_event& e, double v) { e.value = v; }
  static void set(FieldEvent& e, double v) { setattr(e, "value"_slot, v); }
  static void set(SlotEvent& e, double v) { setattr(e, "value"_slot, v); }
  template <class Map>
  static void set(Map& map, double v) {
    as<double>(map.find("value")->second) = v;
  }
};

}  // namespace bench
