// Values whose every operation may fail, one by one: what slots, attributes, items, keys and callbacks hold here.
#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <ostream>
#include <string>
#include <string_view>

namespace guarantees {

/// What can fail.
enum class cause : unsigned {
  memory,
  factory,  // a constructor without arguments
  conversion,
  copy,
  move,
  assignment,
  comparison,
  hash,
  output,
  call,
};
inline constexpr std::string_view cause_names[] = {"memory",      "defaults",    "conversions", "copies", "moves",
                                                   "assignments", "comparisons", "hashes",      "output", "callbacks"};
inline constexpr std::size_t cause_count = sizeof cause_names / sizeof cause_names[0];

/// What a value throws.
struct failure {};

/// Counts what values do, and makes the n-th thing fail.
struct operations {
  static inline long live = 0;               // values
  static inline long broken = 0;             // values that were used or destroyed where there was none
  static inline long done = 0;               // since failures were switched on
  static inline long fail_at = 0;            // 0: never
  static inline bool keeps_failing = false;  // all after that one fail, too
  static inline unsigned failed = 0;         // a bit for each cause that did

  static void step(cause what) {
    ++done;
    if (fail_at == 0 || !(done == fail_at || (keeps_failing && done > fail_at))) return;
    failed |= 1u << static_cast<unsigned>(what);
    throw failure();
  }
};

/// A number. `MovesThrow`: its moves may fail, too; those of most types do not.
template <bool MovesThrow>
class delicate {
 public:
  static constexpr int moved_from = -1;

  delicate() : delicate(0, cause::factory) {}
  delicate(int given) : delicate(given, cause::conversion) {}  // implicit: a slot takes numbers
  delicate(const delicate& other) : delicate(other.number(), cause::copy) {}
  delicate(delicate&& other) noexcept(!MovesThrow) : number_(other.number()) {
    if constexpr (MovesThrow) operations::step(cause::move);
    other.number_ = moved_from;
    ++operations::live;
  }
  delicate& operator=(const delicate& other) {
    check();
    operations::step(cause::assignment);
    number_ = other.number();
    return *this;
  }
  delicate& operator=(delicate&& other) noexcept(!MovesThrow) {
    check();
    if constexpr (MovesThrow) operations::step(cause::assignment);
    const int taken = other.number();
    other.number_ = moved_from;
    number_ = taken;
    return *this;
  }
  ~delicate() {
    check();
    self_ = nullptr;
    --operations::live;
  }

  [[nodiscard]] int number() const noexcept {
    check();
    return number_;
  }

  friend bool operator==(const delicate& a, const delicate& b) {
    operations::step(cause::comparison);
    return a.number() == b.number();
  }
  friend std::strong_ordering operator<=>(const delicate& a, const delicate& b) {
    operations::step(cause::comparison);
    return a.number() <=> b.number();
  }
  friend std::ostream& operator<<(std::ostream& out, const delicate& printed) {
    operations::step(cause::output);
    return out << printed.number();
  }

 private:
  delicate(int given, cause what) : number_(given) {
    operations::step(what);
    ++operations::live;
  }
  void check() const noexcept {
    if (self_ != this) ++operations::broken;
  }

  const delicate* self_ = this;
  int number_;
};

/// A callback.
template <class V>
struct calls {
  V inner;
  int* ran;
  void operator()() const {
    operations::step(cause::call);
    ++*ran;
  }
};

}  // namespace guarantees

template <bool MovesThrow>
struct std::hash<guarantees::delicate<MovesThrow>> {
  std::size_t operator()(const guarantees::delicate<MovesThrow>& hashed) const {
    guarantees::operations::step(guarantees::cause::hash);
    return static_cast<std::size_t>(hashed.number());
  }
};
