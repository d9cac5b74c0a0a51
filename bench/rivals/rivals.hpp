// The rivals: ways to have an object whose members can be found by a name that comes at run time. Each does the same
// things with its objects, in the way that a careful author would write them:
//
//   read(o, name, f)      f(value) if the member of that name holds a value; false where there is no such member
//   write(o, name, v)     v, a variant, put into the member of that name; false where there is no such member
//   get<T>(o, name)       the value of a member that is known to be a T; an exception where there is none
//   get_or(o, name, v)    the same; v where there is no such member
//   find<T>(o, name)      a pointer to the value; null where there is none
//   set(o, name, v)       v put into a member of v's type; an exception where there is none
//   visit(o, f)           f(name, value) for each member that holds a value
//
// What they cannot do alike, a subject (events.hpp, packages.hpp, numbers.hpp) says for each of its classes. For
// structs that is any_member(object, f): f(name, member) of one member after the other, until one returns true; and,
// where the author wrote it, each_member(object, f), which is put in line and asks for no answer.
#pragma once

#include <any>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <slotted/slotted.hpp>

#include "../support/measured.hpp"
#include "maps.hpp"

namespace bench {

namespace sl = slotted;
using namespace slotted::literals;

using leftovers = std::vector<std::pair<std::string, std::string>>;  // of a record: what has no member

// ---- plain structs and structs of optionals

template <class T>
bool holds_value(const T&) {
  return true;
}
template <class T>
bool holds_value(const std::optional<T>& member) {
  return member.has_value();
}

template <class T>
const T& held(const T& member) {
  return member;
}
template <class T>
const T& held(const std::optional<T>& member) {
  return *member;
}

template <class T>
void put(T& member, const value& v) {
  member = std::get<T>(v);
}
template <class T>
void put(std::optional<T>& member, const value& v) {
  member = std::get<T>(v);
}
inline void put(leftovers&, const value&) {}

template <class Object>
struct struct_rival {
  using object = Object;

  template <class F>
  static bool read(const object& o, const std::string& name, F f) {
    return any_member(o, [&](std::string_view its_name, const auto& member) {
      if (its_name != name) return false;
      if (holds_value(member)) f(held(member));
      return true;
    });
  }

  static bool write(object& o, const std::string& name, const value& v) {
    return any_member(o, [&](std::string_view its_name, auto& member) {
      if (its_name != name) return false;
      put(member, v);
      return true;
    });
  }

  template <class T>
  [[gnu::always_inline]] static T get(const object& o, const std::string& name) {
    T result{};
    if (!copy_found(o, name, result)) throw std::out_of_range(name);
    return result;
  }

  template <class T>
  [[gnu::always_inline]] static T get_or(const object& o, const std::string& name, T fallback) {
    copy_found(o, name, fallback);
    return fallback;
  }

  template <class T>
  [[gnu::always_inline]] static const T* find(const object& o, const std::string& name) {
    const T* found = nullptr;
    any_member(o, [&](std::string_view its_name, const auto& member) {
      if (its_name != name) return false;
      if (holds_value(member)) found = &held(member);
      return true;
    });
    return found;
  }

  template <class T>
  [[gnu::always_inline]] static void set(object& o, const std::string& name, T v) {
    const bool done = any_member(o, [&](std::string_view its_name, auto& member) {
      if (its_name != name) return false;
      member = v;
      return true;
    });
    if (!done) throw std::out_of_range(name);
  }

  template <class F>
  [[gnu::always_inline]] static void visit(const object& o, F f) {
    const auto visit_member = [&](std::string_view name, const auto& member) __attribute__((always_inline)) {
      if (holds_value(member)) f(name, held(member));
    };
    if constexpr (requires { each_member(o, visit_member); })
      each_member(o, visit_member);
    else
      any_member(o, [&](std::string_view name, const auto& member) {
        visit_member(name, member);
        return false;
      });
  }

 private:
  template <class T>
  static bool copy_found(const object& o, const std::string& name, T& result) {
    return any_member(o, [&](std::string_view its_name, const auto& member) {
      if (its_name != name) return false;
      if (holds_value(member)) result = held(member);
      return holds_value(member);
    });
  }
};

// ---- slotted classes

template <class Object>
struct slotted_rival {
  using object = Object;

  template <class F>
  static bool read(const object& o, const std::string& name, F f) {
    return sl::with_slot<object>(name, [&](auto slot) {
      if (slot.has(o)) f(slot.get(o));
    });
  }

  static bool write(object& o, const std::string& name, const value& v) {
    return sl::with_slot<object>(name, [&](auto slot) {
      using value_type = typename decltype(slot)::value_type;
      if constexpr (std::is_constructible_v<value, const value_type&>) slot.set(o, std::get<value_type>(v));
    });
  }

  template <class T>
  [[gnu::always_inline]] static T get(const object& o, const std::string& name) {
    return getattr<T>(o, name);
  }

  template <class T>
  [[gnu::always_inline]] static T get_or(const object& o, const std::string& name, T fallback) {
    return getattr<T>(o, name, fallback);
  }

  template <class T>
  [[gnu::always_inline]] static const T* find(const object& o, const std::string& name) {
    return find_attr<T>(o, name);
  }

  template <class T>
  [[gnu::always_inline]] static void set(object& o, const std::string& name, T v) {
    setattr(o, name, v);
  }

  template <class F>
  [[gnu::always_inline]] static void visit(const object& o, F f) {
    for_each_attr(o, f);
  }
};

// ---- objects that are hash maps

template <class T>
T& as(std::any& v) {
  if (T* const held = std::any_cast<T>(&v)) return *held;
  throw std::bad_any_cast();
}
template <class T>
T& as(value& v) {
  return std::get<T>(v);
}
template <class T>
const T& as(const std::any& v) {
  return as<T>(const_cast<std::any&>(v));
}
template <class T>
const T& as(const value& v) {
  return std::get<T>(v);
}

template <class F>
void open(const value& v, F f) {
  std::visit(f, v);
}
template <class F>
void open(const std::any& v, F f) {
  if (const auto* const integer = std::any_cast<std::int64_t>(&v)) return f(*integer);
  if (const auto* const number = std::any_cast<double>(&v)) return f(*number);
  if (const auto* const text = std::any_cast<std::string>(&v)) return f(*text);
}

template <class Map>
struct map_rival {
  using object = Map;

  template <class F>
  static bool read(const object& o, const std::string& name, F f) {
    const auto it = o.find(name);
    if (it == o.end()) return false;
    open(it->second, f);
    return true;
  }

  static bool write(object& o, const std::string& name, const value& v) {
    if constexpr (std::is_same_v<typename object::mapped_type, value>)
      o[name] = v;
    else
      std::visit([&](const auto& held) { o[name] = held; }, v);
    return true;
  }

  template <class T>
  [[gnu::always_inline]] static T get(const object& o, const std::string& name) {
    return as<T>(o.at(name));
  }

  template <class T>
  [[gnu::always_inline]] static T get_or(const object& o, const std::string& name, T fallback) {
    const auto it = o.find(name);
    return it == o.end() ? fallback : as<T>(it->second);
  }

  template <class T>
  [[gnu::always_inline]] static const T* find(const object& o, const std::string& name) {
    const auto it = o.find(name);
    return it == o.end() ? nullptr : &as<T>(it->second);
  }

  template <class T>
  [[gnu::always_inline]] static void set(object& o, const std::string& name, T v) {
    as<T>(o.at(name)) = v;
  }

  template <class F>
  [[gnu::always_inline]] static void visit(const object& o, F f) {
    for (const auto& [name, v] : o) open(v, [&](const auto& held) { f(std::string_view(name), held); });
  }
};

// A map that holds what the struct holds.
template <class Map, class Struct>
Map map_of(const Struct& source) {
  Map map;
  any_member(source, [&](std::string_view name, const auto& member) {
    map.emplace(name, member);
    return false;
  });
  return map;
}

// The rivals of every subject. The first is what the others are compared to. ~ is for transparent look-up, which those
// of Abseil and Boost have anyway.
template <class Subject>
inline constexpr auto structs_and_slotted =
    std::tuple(named<struct_rival<typename Subject::plain>>{"struct"},
               named<struct_rival<typename Subject::optionals>>{"struct of optional"},
               named<slotted_rival<typename Subject::with_fields>>{"slotted, fields"},
               named<slotted_rival<typename Subject::with_slots>>{"slotted, slots"});
inline constexpr auto std_maps = std::tuple(
    named<map_rival<std_map<std::any>>>{"std any"}, named<map_rival<std_map_transparent<std::any>>>{"std~ any"},
    named<map_rival<std_map<value>>>{"std variant"}, named<map_rival<std_map_transparent<value>>>{"std~ variant"});
inline constexpr auto absl_maps = std::tuple(
#if defined(BENCH_HAS_ABSL)
    named<map_rival<absl_map<std::any>>>{"absl any"}, named<map_rival<absl_map<value>>>{"absl variant"}
#endif
);
inline constexpr auto boost_maps = std::tuple(
#if defined(BENCH_HAS_BOOST)
    named<map_rival<boost_map<std::any>>>{"boost any"}, named<map_rival<boost_map<value>>>{"boost variant"}
#endif
);
template <class Subject>
inline constexpr auto rivals_of = std::tuple_cat(structs_and_slotted<Subject>, std_maps, absl_maps, boost_maps);

}  // namespace bench
