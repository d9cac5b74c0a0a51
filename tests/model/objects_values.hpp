// What the slots of model/objects.cpp hold: types of all kinds, and how each of them is written as a number.
#pragma once

#include <slotted/slotted.hpp>

#include <array>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <type_traits>
#include <utility>

namespace model {

/// What is read where there is no such number: the value of another one is there, or none.
inline constexpr int spoilt = -99;
/// Of a value that was moved from, if it shows.
inline constexpr int gone = -1;

/// A number that counts how many of it are alive and knows where it was made. So one that is copied byte by byte, read
/// after its death, or destroyed twice is seen.
class living {
 public:
  static inline long alive = 0;
  static inline const char* broken = nullptr;  // destructors do not throw

  living(std::same_as<int> auto given) : number_(given) { begin(); }  // implicit: a slot takes such numbers
  living(const living& other) : number_(other.number()) { begin(); }
  living(living&& other) noexcept : number_(other.leave()) { begin(); }
  living& operator=(const living& other) {
    number_ = other.number();
    return *this;
  }
  living& operator=(living&& other) noexcept {
    number_ = other.leave();
    return *this;
  }
  ~living() {
    if (self_ != this) broken = "a value dies that is not alive";
    self_ = nullptr;
    --alive;
  }

  [[nodiscard]] int number() const { return self_ == this ? number_ : spoilt; }
  friend auto operator<=>(const living& a, const living& b) { return a.number() <=> b.number(); }
  friend bool operator==(const living& a, const living& b) { return a.number() == b.number(); }

 private:
  void begin() {
    self_ = this;
    ++alive;
  }
  int leave() {
    const int there = number();
    number_ = gone;
    return there;
  }

  int number_;
  const living* volatile self_ = nullptr;  // volatile: what a destructor writes is there afterwards
};

struct counted : living {
  using living::living;
};
/// Only moves.
struct unique : living {
  using living::living;
  unique(const unique&) = delete;
  unique(unique&&) noexcept = default;
  unique& operator=(const unique&) = delete;
  unique& operator=(unique&&) noexcept = default;
  ~unique() = default;
};
/// Neither copies nor moves.
struct fixed : living {
  using living::living;
  fixed(const fixed&) = delete;
  fixed& operator=(const fixed&) = delete;
  ~fixed() = default;
};
/// What a `fragile` throws.
struct failure {};
/// Copies and moves throw when they are told to.
struct fragile : living {
  static inline std::uint32_t fail_in = 0;  // the n-th of them; 0: none

  using living::living;
  fragile(const fragile& other) : living((step(), other)) {}
  fragile(fragile&& other) noexcept(false) : living((step(), static_cast<living&&>(other))) {}
  fragile& operator=(const fragile& other) {
    step();
    living::operator=(other);
    return *this;
  }
  fragile& operator=(fragile&& other) noexcept(false) {
    step();
    living::operator=(static_cast<living&&>(other));
    return *this;
  }
  ~fragile() = default;

 private:
  static void step() {
    if (fail_in != 0 && --fail_in == 0) throw failure{};
  }
};

enum class shade : std::uint8_t { light, pale, deep, dark };
struct nothing {
  friend auto operator<=>(const nothing&, const nothing&) = default;
};
/// Large: all of it says the same.
struct block {
  std::array<int, 40> all;
  friend auto operator<=>(const block&, const block&) = default;
};
/// Over-aligned.
struct alignas(64) wide {
  int number;
  friend auto operator<=>(const wide&, const wide&) = default;
};

/// The types of slots.
enum class holds : std::uint8_t {
  truth,     // bool
  digit,     // of one byte
  number,    // any other integer
  real,      // double or float
  shade,     // enumeration
  nothing,   // empty
  text,      // std::string
  block,     // large
  wide,      // over-aligned
  row,       // int[3]
  pair,      // counted[2]
  counted,   // counts
  fragile,   // throws
  unique,    // only moves
  fixed,     // does not move
  anything,  // slotted::value
};

/// Numbers of that type are less than this.
constexpr int range_of(holds what) {
  switch (what) {
    case holds::truth:
      return 2;
    case holds::digit:
      return 100;
    case holds::shade:
      return 4;
    case holds::nothing:
      return 1;
    default:
      return 1000;
  }
}
/// How many `living` are in one value.
constexpr long living_in(holds what) {
  switch (what) {
    case holds::counted:
    case holds::fragile:
    case holds::unique:
    case holds::fixed:
      return 1;
    case holds::pair:
      return 2;
    default:
      return 0;
  }
}
/// What is left of a number that was moved from. Standard strings are empty then, in all libraries that there are.
constexpr int left_of(holds what, int number) { return living_in(what) != 0 || what == holds::text ? gone : number; }

/// How a number is written as a T.
template <class T>
struct coding;
template <>
struct coding<bool> {
  static constexpr holds what = holds::truth;
  static bool value(int number) { return number != 0; }
  static int read(bool held) { return held ? 1 : 0; }
};
template <std::integral T>
struct coding<T> {
  static constexpr holds what = sizeof(T) == 1 ? holds::digit : holds::number;
  static T value(int number) { return static_cast<T>(number); }
  static int read(T held) { return static_cast<int>(held); }
};
template <std::floating_point T>
struct coding<T> {
  static constexpr holds what = holds::real;
  static T value(int number) { return static_cast<T>(number) + T{0.5}; }
  static int read(T held) {
    const int number = static_cast<int>(held);
    return value(number) == held ? number : spoilt;
  }
};
template <>
struct coding<shade> {
  static constexpr holds what = holds::shade;
  static shade value(int number) { return static_cast<shade>(number); }
  static int read(shade held) { return static_cast<int>(held); }
};
template <>
struct coding<nothing> {
  static constexpr holds what = holds::nothing;
  static nothing value(int) { return {}; }
  static int read(const nothing&) { return 0; }
};
template <>
struct coding<std::string> {
  static constexpr holds what = holds::text;
  // Ordered as the numbers are. Short text stands in the string itself, and long text does not.
  static std::string value(int number) {
    const std::string digits = std::to_string(number);
    return std::string(4 - digits.size(), '0') + digits + std::string(number % 3 == 0 ? 40 : 0, '.');
  }
  static int read(const std::string& held) {
    if (held.empty()) return gone;
    int number = 0;
    for (std::size_t i = 0; i != held.size() && i != 4; ++i) number = 10 * number + (held[i] - '0');
    return number >= 0 && number < range_of(what) && held == value(number) ? number : spoilt;
  }
};
template <>
struct coding<block> {
  static constexpr holds what = holds::block;
  static block value(int number) {
    block made{};
    made.all.fill(number);
    return made;
  }
  static int read(const block& held) {
    for (const int one : held.all)
      if (one != held.all[0]) return spoilt;
    return held.all[0];
  }
};
template <>
struct coding<wide> {
  static constexpr holds what = holds::wide;
  static wide value(int number) { return {number}; }
  static int read(const wide& held) {
    return reinterpret_cast<std::uintptr_t>(&held) % alignof(wide) == 0 ? held.number : spoilt;
  }
};
template <class T>
  requires std::derived_from<T, living>
struct coding<T> {
  static constexpr holds what = std::is_same_v<T, counted>   ? holds::counted
                                : std::is_same_v<T, fragile> ? holds::fragile
                                : std::is_same_v<T, unique>  ? holds::unique
                                                             : holds::fixed;
  static T value(int number) { return T(number); }
  static int read(const T& held) { return held.number(); }
};
template <class T, std::size_t N>
struct coding<T[N]> {
  static constexpr holds what = std::is_same_v<T, counted> ? holds::pair : holds::row;
  static int read(const T (&held)[N]) {
    const int number = coding<T>::read(held[0]);
    for (const T& one : held)
      if (coding<T>::read(one) != number) return spoilt;
    return number;
  }
};
template <>
struct coding<slotted::value> {
  static constexpr holds what = holds::anything;
  static slotted::value value(int number) {
    if (number % 2 == 0) return number;
    return coding<std::string>::value(number);
  }
  static int read(const slotted::value& held) {
    const int* const small = held.get_if<int>();
    return small ? *small : coding<std::string>::read(held.get<std::string>());
  }
};

/// A value to be given to a slot.
template <class T>
struct given {
  T value;
  explicit given(int number) : value(coding<T>::value(number)) {}
};
template <>
struct given<int[3]> {
  int value[3];
  explicit given(int number) : value{number, number, number} {}
};
template <>
struct given<counted[2]> {
  counted value[2];
  explicit given(int number) : value{number, number} {}
};

}  // namespace model

template <class T>
  requires std::derived_from<T, model::living>
struct std::hash<T> {
  std::size_t operator()(const T& held) const noexcept { return std::hash<int>{}(held.number()); }
};
template <>
struct std::hash<model::nothing> {
  std::size_t operator()(const model::nothing&) const noexcept { return 0; }
};
