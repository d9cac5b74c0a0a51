// Small objects without heap: where padding and presence bits count.
#pragma once

#include <cstdint>
#include <optional>

#include <slotted/slotted.hpp>

namespace bench {

namespace sl = slotted;

enum class state : std::uint8_t { unknown, good, bad };

struct reading {
  std::int64_t ts;
  state quality;
  double value;
};
struct optional_reading {
  std::optional<std::int64_t> ts;
  std::optional<state> quality;
  std::optional<double> value;
};

struct mixed {
  int a;
  double b;
  char c;
  std::int64_t d;
  bool e;
};
struct optional_mixed {
  std::optional<int> a;
  std::optional<double> b;
  std::optional<char> c;
  std::optional<std::int64_t> d;
  std::optional<bool> e;
};

// clang-format off
struct FieldReading : sl::object<FieldReading, sl::slots<
    sl::field<"ts", std::int64_t>, sl::field<"quality", state>, sl::field<"value", double>>> {
  using object::object;
};
struct SlotReading : sl::object<SlotReading, sl::slots<
    sl::slot<"ts", std::int64_t>, sl::slot<"quality", state>, sl::slot<"value", double>>> {
  using object::object;
};
struct FieldMixed : sl::object<FieldMixed, sl::slots<
    sl::field<"a", int>, sl::field<"b", double>, sl::field<"c", char>, sl::field<"d", std::int64_t>,
    sl::field<"e", bool>>> {
  using object::object;
};
struct SlotMixed : sl::object<SlotMixed, sl::slots<
    sl::slot<"a", int>, sl::slot<"b", double>, sl::slot<"c", char>, sl::slot<"d", std::int64_t>,
    sl::slot<"e", bool>>> {
  using object::object;
};
// clang-format on

}  // namespace bench
