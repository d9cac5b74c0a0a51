// The rivals of dynamic attributes: objects of three numbers that the program knows and of others that come with the
// data. Each rival does the same things, in the way that a careful author would write them:
//
//   get(o, name)           the attribute; an exception where there is none, or where it is no double
//   get_or(o, name, v)     the same, v where there is none
//   set(o, name, v)        v in place of what the attribute was, of whatever type; adds it where there is none
//   get_known(o)           the attribute "price", whose name the program's source knows
//   get_by_key(o)          the same by what remembers where it was; no rival but one of ours has more than the name
#pragma once

#include <any>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <tuple>

#include <slotted/slotted.hpp>

#include "../support/measured.hpp"
#include "maps.hpp"

namespace bench {

namespace sl = slotted;
using namespace slotted::literals;

inline const std::string known_name = "price";

struct Thing : sl::object<Thing, sl::slots<sl::field<"id", std::int64_t>, sl::field<"owner", std::int64_t>,
                                           sl::field<"weight", double>, sl::dict_slot<>>> {
  using object::object;
};

struct slotted_by_verbs {
  using object = Thing;
  static double get(const object& o, const std::string& name) { return getattr<double>(o, name); }
  static double get_or(const object& o, const std::string& name, double v) { return getattr<double>(o, name, v); }
  static double get_known(const object& o) { return getattr<double>(o, "price"_attr); }
  static double get_by_key(const object& o) { return getattr<double>(o, key); }
  static void set(object& o, const std::string& name, double v) { setattr(o, name, v); }

 private:
  inline static const sl::attribute_key key{known_name};
};

// By those who know that it is no slot.
struct slotted_by_vars {
  using object = Thing;
  static double get(const object& o, const std::string& name) { return vars(o).at(name).get<double>(); }
  static double get_or(const object& o, const std::string& name, double v) {
    const auto attributes = vars(o);
    const auto it = attributes.find(name);
    return it == attributes.end() ? v : it->second.get<double>();
  }
  static double get_known(const object& o) { return vars(o).at("price"_attr).get<double>(); }
  static double get_by_key(const object& o) { return get(o, known_name); }
  static void set(object& o, const std::string& name, double v) { vars(o).insert_or_assign(name, v); }
};

// ---- a map as a member of the object, or made when the first attribute is

template <class Map>
struct with_map {
  std::int64_t id, owner;
  double weight;
  Map attributes{};

  Map& to_write() { return attributes; }
  const Map* to_read() const { return &attributes; }
};
template <class Map>
struct with_pointer_to_map {
  std::int64_t id, owner;
  double weight;
  std::unique_ptr<Map> attributes{};

  Map& to_write() {
    if (!attributes) attributes = std::make_unique<Map>();
    return *attributes;
  }
  const Map* to_read() const { return attributes.get(); }
};

inline double number_in(const std::any& held) { return std::any_cast<double>(held); }
inline double number_in(const value& held) { return std::get<double>(held); }

template <class Object>
struct map_rival {
  using object = Object;

  static double get(const object& o, const std::string& name) {
    const auto* const found = find(o, name);
    if (!found) throw std::out_of_range(name);
    return number_in(*found);
  }
  static double get_or(const object& o, const std::string& name, double v) {
    const auto* const found = find(o, name);
    return found ? number_in(*found) : v;
  }
  static double get_known(const object& o) { return get(o, known_name); }
  static double get_by_key(const object& o) { return get(o, known_name); }
  static void set(object& o, const std::string& name, double v) { o.to_write()[name] = v; }

 private:
  static auto find(const object& o, const std::string& name) -> decltype(&o.to_read()->find(name)->second) {
    const auto* const map = o.to_read();
    if (!map) return nullptr;
    const auto it = map->find(name);
    return it == map->end() ? nullptr : &it->second;
  }
};

// Maps are from std::string; * behind a pointer, made when first needed.
inline constexpr auto dynamic_rivals =
    std::tuple(named<slotted_by_verbs>{"slotted"}, named<slotted_by_vars>{"slotted, vars(o)"},
               named<map_rival<with_map<std_map_transparent<std::any>>>>{"std any"},
               named<map_rival<with_map<std_map_transparent<value>>>>{"std variant"},
               named<map_rival<with_pointer_to_map<std_map_transparent<std::any>>>>{"std* any"}
#if defined(BENCH_HAS_ABSL)
               ,
               named<map_rival<with_map<absl_map<std::any>>>>{"absl any"},
               named<map_rival<with_pointer_to_map<absl_map<std::any>>>>{"absl* any"}
#endif
#if defined(BENCH_HAS_BOOST)
               ,
               named<map_rival<with_map<boost_map<std::any>>>>{"boost any"},
               named<map_rival<with_pointer_to_map<boost_map<std::any>>>>{"boost* any"}
#endif
    );

}  // namespace bench
