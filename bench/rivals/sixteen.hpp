// The subject "sixteen": look-up by name alone. One object, always in the cache, all of whose members are doubles, so
// that nothing is measured but how the name finds the member.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "rivals.hpp"

namespace bench {

template <class Number>
struct basic_telemetry {
  Number time, latitude, longitude, altitude, speed, heading, pitch, roll, yaw, temperature, humidity, pressure,
      voltage, current, battery, signal_quality;
};

using telemetry = basic_telemetry<double>;
using optional_telemetry = basic_telemetry<std::optional<double>>;

// clang-format off
struct FieldTelemetrySlots : sl::slots<
    sl::field<"time", double>, sl::field<"latitude", double>, sl::field<"longitude", double>, sl::field<"altitude", double>,
    sl::field<"speed", double>, sl::field<"heading", double>, sl::field<"pitch", double>, sl::field<"roll", double>,
    sl::field<"yaw", double>, sl::field<"temperature", double>, sl::field<"humidity", double>, sl::field<"pressure", double>,
    sl::field<"voltage", double>, sl::field<"current", double>, sl::field<"battery", double>,
    sl::field<"signal_quality", double>> {};

struct SlotTelemetrySlots : sl::slots<
    sl::slot<"time", double>, sl::slot<"latitude", double>, sl::slot<"longitude", double>, sl::slot<"altitude", double>,
    sl::slot<"speed", double>, sl::slot<"heading", double>, sl::slot<"pitch", double>, sl::slot<"roll", double>,
    sl::slot<"yaw", double>, sl::slot<"temperature", double>, sl::slot<"humidity", double>, sl::slot<"pressure", double>,
    sl::slot<"voltage", double>, sl::slot<"current", double>, sl::slot<"battery", double>,
    sl::slot<"signal_quality", double>> {};
// clang-format on

struct FieldTelemetry : sl::object<FieldTelemetry, FieldTelemetrySlots> {
  using object::object;
};

struct SlotTelemetry : sl::object<SlotTelemetry, SlotTelemetrySlots> {
  using object::object;
};

template <class Telemetry, class F>
  requires std::is_same_v<std::remove_const_t<Telemetry>, telemetry> ||
           std::is_same_v<std::remove_const_t<Telemetry>, optional_telemetry>
bool any_member(Telemetry& t, F f) {
  return f("time", t.time) || f("latitude", t.latitude) || f("longitude", t.longitude) || f("altitude", t.altitude) ||
         f("speed", t.speed) || f("heading", t.heading) || f("pitch", t.pitch) || f("roll", t.roll) ||
         f("yaw", t.yaw) || f("temperature", t.temperature) || f("humidity", t.humidity) || f("pressure", t.pressure) ||
         f("voltage", t.voltage) || f("current", t.current) || f("battery", t.battery) ||
         f("signal_quality", t.signal_quality);
}

struct sixteen {
  using plain = telemetry;
  using optionals = optional_telemetry;
  using with_fields = FieldTelemetry;
  using with_slots = SlotTelemetry;
  using source = telemetry;

  static std::string title() { return "Telemetry {16 doubles}; look-up in one of them"; }
  // clang-format off
  static constexpr std::array<const char*, 16> names{
      "time", "latitude", "longitude", "altitude", "speed", "heading", "pitch", "roll",
      "yaw", "temperature", "humidity", "pressure", "voltage", "current", "battery", "signal_quality"};

  // As many that no object has, of the same lengths and with the same beginnings.
  static constexpr std::array<const char*, 16> unknown_names{
      "type", "latency_", "longevity", "alphabet", "spare", "healthy", "pixel", "rope",
      "you", "temporarily", "humorous", "presence", "voluble", "curtain", "bathtub", "signal_quantum"};
  // clang-format on

  static std::vector<source> sources() {
    std::vector<source> all;
    for (std::size_t i = 0; i < 512; ++i) {
      telemetry& t = all.emplace_back();
      double v = static_cast<double>(i);
      any_member(t, [&](std::string_view, double& number) {
        number = v += 0.5;
        return false;
      });
    }
    return all;
  }

  template <class Rival>
  static typename Rival::object make(const source& t) {
    using object = typename Rival::object;
    if constexpr (requires(object map) { map.emplace("", t.time); })
      return map_of<object>(t);
    else
      return object{t.time, t.latitude,    t.longitude, t.altitude, t.speed,   t.heading, t.pitch,   t.roll,
                    t.yaw,  t.temperature, t.humidity,  t.pressure, t.voltage, t.current, t.battery, t.signal_quality};
  }

  // A name resolved once: a key, or a pointer to a member. Maps have no such thing.
  template <class Object>
    requires(!requires { typename Object::mapped_type; })
  static auto resolve(const std::string& name) {
    if constexpr (requires { sl::resolve<Object>(name); }) {
      return sl::resolve<Object>(name);
    } else {
      constexpr std::array members{&Object::time,    &Object::latitude,    &Object::longitude, &Object::altitude,
                                   &Object::speed,   &Object::heading,     &Object::pitch,     &Object::roll,
                                   &Object::yaw,     &Object::temperature, &Object::humidity,  &Object::pressure,
                                   &Object::voltage, &Object::current,     &Object::battery,   &Object::signal_quality};
      return members.at(static_cast<std::size_t>(std::ranges::find(names, name) - names.begin()));
    }
  }

  template <class Object, class Key>
  static double get_resolved(const Object& o, Key key) {
    if constexpr (std::is_same_v<Object, telemetry>)
      return o.*key;
    else if constexpr (std::is_same_v<Object, optional_telemetry>)
      return (o.*key).value();
    else
      return getattr<double>(o, key);
  }
};

}  // namespace bench
