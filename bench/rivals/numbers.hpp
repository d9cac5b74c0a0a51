// The subject "numbers": objects of N doubles, all of them set, so that nothing is measured but how an object is made
// and how a name finds its member. Their classes are made by generate.py. "Half of N" are
// the same classes with half of the values missing, another half in each object.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../support/order.hpp"
#include "rivals.hpp"

namespace bench {

template <std::size_t>
struct generated;

}  // namespace bench

#include "generated_numbers.hpp"

namespace bench {

template <class Members, class F>
  requires requires { typename Members::numbers; }
bool any_member(Members& o, F f) {
  return Members::numbers::any_member(o, f);
}
template <class Members, class F>
  requires requires { typename Members::numbers; }
[[gnu::always_inline]] inline void each_member(Members& o, const F& f) {
  Members::numbers::each_member(o, f);
}

template <std::size_t N>
struct numbers : generated<N> {
  using plain = typename generated<N>::template members<double>;
  using optionals = typename generated<N>::template members<std::optional<double>>;
  using source = plain;

  static std::string title() { return "An object of N doubles"; }
  static constexpr std::size_t parameter = N;

  static std::vector<source> sources() {
    std::vector<source> all(512);
    double v = 0.0;
    for (source& one : all)
      any_member(one, [&](std::string_view, double& number) {
        number = v += 0.5;
        return false;
      });
    return all;
  }

  template <class Rival>
  [[gnu::always_inline]] static typename Rival::object make(const source& from) {
    using object = typename Rival::object;
    if constexpr (requires { Rival::make(from); })
      return Rival::make(from);
    else if constexpr (requires(object map) { map.emplace("", 0.0); })
      return map_of<object>(from);
    else
      return generated<N>::template make<object>(from);
  }

  // A name resolved once: a key, or a pointer to a member. Maps have no such thing.
  template <class Object>
    requires(
        requires { typename Object::numbers; } || requires { sl::resolve<Object>(std::string()); })
  static auto resolve(const std::string& name) {
    if constexpr (requires { typename Object::numbers; })
      return generated<N>::template pointers<Object>.at(
          static_cast<std::size_t>(std::ranges::find(generated<N>::names, name) - generated<N>::names.begin()));
    else
      return sl::resolve<Object>(name);
  }

  template <class Object, class Key>
  static double get_resolved(const Object& o, Key key) {
    if constexpr (std::is_same_v<Object, plain>)
      return o.*key;
    else if constexpr (std::is_same_v<Object, optionals>)
      return (o.*key).value();
    else
      return getattr<double>(o, key);
  }
};

// Each object has another half of its N doubles, so that no processor can foresee which are there.
template <std::size_t N>
struct half_set : numbers<N> {
  using source = typename numbers<N>::optionals;

  static std::string title() { return "Half of N doubles, any of them"; }

  static std::vector<source> sources() {
    std::vector<source> all(512);
    double v = 0.0;
    for (source& one : all) {
      std::size_t set = 0, left = N;
      any_member(one, [&](std::string_view, std::optional<double>& number) {
        if (order.next() % left-- < N / 2 - set) {
          number = v += 0.5;
          ++set;
        }
        return false;
      });
    }
    return all;
  }

  template <class Rival>
  static typename Rival::object make(const source& from) {
    typename Rival::object made{};
    any_member(from, [&](const char* name, const std::optional<double>& number) {
      if (number) Rival::write(made, name, *number);
      return false;
    });
    return made;
  }
};

}  // namespace bench
