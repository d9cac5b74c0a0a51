// The classes of model/objects.cpp. Beside each stands what it must be: written down once more, by hand, so that
// nothing that is expected of the library comes from the library.
#pragma once

#include <slotted/slotted.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "model/objects_values.hpp"
#include "support/numbered.hpp"

namespace model {

namespace sl = slotted;

/// Where there is no number.
inline constexpr int none = -1000;

enum class kind : unsigned char { field, slot };
/// Bits of what else there is to say of a slot.
enum trait : unsigned { plain = 0, readonly = 1, hidden = 2, not_compared = 4 };

/// What a slot must be.
struct slot_fact {
  std::string_view name;
  holds what;
  kind is = kind::field;
  int otherwise = none;  // the number of its default
  unsigned views = 0;    // a bit for each base of the class that has it, too
  unsigned traits = plain;
  std::string_view alias = {};

  [[nodiscard]] constexpr bool may_be_unset() const { return is == kind::slot; }
  [[nodiscard]] constexpr bool is_required() const { return is == kind::field && otherwise == none; }
  [[nodiscard]] constexpr bool says(trait one) const { return (traits & one) != 0; }
};
/// What a class must be able to do, beside what is said of its slots.
struct class_facts {
  bool copies = true, moves = true, assigns = true;
  bool restores = true;  // is tried
  bool compares = true, orders = true, hashes = true;
  bool weak = false;
  bool has_dict = false;
  holds dict = holds::anything;
  unsigned dict_views = 0;  // the bases that have the dict, too
};

inline constexpr auto two_and_a_half = [] { return 2.5; };
inline constexpr auto nine = [] { return counted(9); };
inline constexpr auto eleven = [] { return unique(11); };

/// Trivial fields.
struct Numbers : sl::object<Numbers, sl::slots<sl::field<"small", signed char>, sl::field<"large", long long>,
                                               sl::field<"ratio", double, sl::defaults_to<two_and_a_half>>,
                                               sl::field<"truth", bool, sl::defaults_to<true>>,
                                               sl::field<"shade", model::shade, sl::defaults_to<model::shade::deep>>>> {
  using object::object;
  static constexpr slot_fact facts[] = {{"small", holds::digit},
                                        {"large", holds::number},
                                        {"ratio", holds::real, kind::field, 2},
                                        {"truth", holds::truth, kind::field, 1},
                                        {"shade", holds::shade, kind::field, 2}};
  static constexpr class_facts all{};
};

/// Trivial slots, and more presence bits than a byte has.
struct Unset : sl::object<Unset, sl::slots<sl::slot<"small", char>, sl::slot<"large", long>, sl::slot<"ratio", float>,
                                           sl::slot<"truth", bool>, sl::slot<"shade", model::shade>,
                                           sl::slot<"count", int, sl::defaults_to<8>>, sl::slot<"b6", bool>,
                                           sl::slot<"b7", bool>, sl::slot<"b8", bool>, sl::slot<"short", short>>> {
  using object::object;
  static constexpr slot_fact facts[] = {{"small", holds::digit, kind::slot}, {"large", holds::number, kind::slot},
                                        {"ratio", holds::real, kind::slot},  {"truth", holds::truth, kind::slot},
                                        {"shade", holds::shade, kind::slot}, {"count", holds::number, kind::slot, 8},
                                        {"b6", holds::truth, kind::slot},    {"b7", holds::truth, kind::slot},
                                        {"b8", holds::truth, kind::slot},    {"short", holds::number, kind::slot}};
  static constexpr class_facts all{};
};

struct Texts
    : sl::object<Texts,
                 sl::slots<sl::field<"title", std::string>, sl::field<"kept", std::string, sl::defaults_to<"0007">>,
                           sl::slot<"note", std::string>, sl::slot<"mark", std::string, sl::defaults_to<"0008">>>> {
  using object::object;
  static constexpr slot_fact facts[] = {{"title", holds::text},
                                        {"kept", holds::text, kind::field, 7},
                                        {"note", holds::text, kind::slot},
                                        {"mark", holds::text, kind::slot, 8}};
  static constexpr class_facts all{};
};

/// All that can be said of a slot.
struct Traits : sl::object<Traits, sl::slots<sl::field<"id", int, sl::readonly, sl::doc<"never changes">>,
                                             sl::slot<"size", int, sl::alias<"Installed-Size">>,
                                             sl::slot<"cache", std::string, sl::hidden>,
                                             sl::slot<"log", std::string, sl::without<sl::equality, sl::printing>>,
                                             sl::slot<"opened", int, sl::readonly, sl::defaults_to<4>>>> {
  using object::object;
  static constexpr slot_fact facts[] = {{"id", holds::number, kind::field, none, 0, readonly},
                                        {"size", holds::number, kind::slot, none, 0, plain, "Installed-Size"},
                                        {"cache", holds::text, kind::slot, none, 0, hidden},
                                        {"log", holds::text, kind::slot, none, 0, not_compared},
                                        {"opened", holds::number, kind::slot, 4, 0, readonly}};
  static constexpr class_facts all{};
};

struct Counted
    : sl::object<Counted, sl::slots<sl::field<"first", counted>, sl::field<"made", counted, sl::defaults_to<nine>>,
                                    sl::slot<"note", counted>, sl::slot<"mark", counted, sl::defaults_to<5>>>> {
  using object::object;
  static constexpr slot_fact facts[] = {{"first", holds::counted},
                                        {"made", holds::counted, kind::field, 9},
                                        {"note", holds::counted, kind::slot},
                                        {"mark", holds::counted, kind::slot, 5}};
  static constexpr class_facts all{};
};

/// Copies and moves may throw.
struct Fragile
    : sl::object<Fragile, sl::slots<sl::field<"first", fragile>, sl::slot<"note", fragile>, sl::slot<"more", fragile>,
                                    sl::slot<"mark", fragile, sl::defaults_to<6>>, sl::weakref_slot>> {
  using object::object;
  static constexpr slot_fact facts[] = {{"first", holds::fragile},
                                        {"note", holds::fragile, kind::slot},
                                        {"more", holds::fragile, kind::slot},
                                        {"mark", holds::fragile, kind::slot, 6}};
  static constexpr class_facts all{.weak = true};
};

/// Only moves.
struct Unique
    : sl::object<Unique, sl::slots<sl::field<"first", unique>, sl::field<"made", unique, sl::defaults_to<eleven>>,
                                   sl::slot<"note", unique>, sl::slot<"more", unique>>> {
  using object::object;
  static constexpr slot_fact facts[] = {{"first", holds::unique},
                                        {"made", holds::unique, kind::field, 11},
                                        {"note", holds::unique, kind::slot},
                                        {"more", holds::unique, kind::slot}};
  static constexpr class_facts all{.copies = false, .restores = false};
};

/// Neither copies nor moves.
struct Fixed : sl::object<Fixed, sl::slots<sl::field<"key", const int>, sl::field<"gate", fixed>,
                                           sl::slot<"lock", fixed>, sl::slot<"size", int>>> {
  using object::object;
  static constexpr slot_fact facts[] = {{"key", holds::number, kind::field, none, 0, readonly},
                                        {"gate", holds::fixed},
                                        {"lock", holds::fixed, kind::slot},
                                        {"size", holds::number, kind::slot}};
  static constexpr class_facts all{.copies = false, .moves = false, .assigns = false, .restores = false};
};

/// Over-aligned.
struct Wide : sl::object<Wide, sl::slots<sl::field<"small", unsigned char>, sl::field<"large", wide>,
                                         sl::slot<"wider", wide>, sl::slot<"tiny", signed char>>> {
  using object::object;
  static constexpr slot_fact facts[] = {{"small", holds::digit},
                                        {"large", holds::wide},
                                        {"wider", holds::wide, kind::slot},
                                        {"tiny", holds::digit, kind::slot}};
  static constexpr class_facts all{.hashes = false};
};

/// Arrays.
struct Rows : sl::object<Rows, sl::slots<sl::field<"cells", int[3]>, sl::slot<"more", int[3], sl::defaults_to<>>,
                                         sl::slot<"pair", counted[2]>, sl::field<"twins", counted[2]>>> {
  using object::object;
  static constexpr slot_fact facts[] = {{"cells", holds::row},
                                        {"more", holds::row, kind::slot, 0},
                                        {"pair", holds::pair, kind::slot},
                                        {"twins", holds::pair}};
  static constexpr class_facts all{};
};

/// Empty types, which need no room.
struct Nothing : sl::object<Nothing, sl::slots<sl::field<"there", nothing>, sl::slot<"first", nothing>,
                                               sl::slot<"other", nothing>, sl::slot<"size", int>>> {
  using object::object;
  static constexpr slot_fact facts[] = {{"there", holds::nothing},
                                        {"first", holds::nothing, kind::slot},
                                        {"other", holds::nothing, kind::slot},
                                        {"size", holds::number, kind::slot}};
  static constexpr class_facts all{};
};

struct Large
    : sl::object<Large, sl::slots<sl::field<"first", block>, sl::slot<"more", block>, sl::slot<"small", char>>> {
  using object::object;
  static constexpr slot_fact facts[] = {
      {"first", holds::block}, {"more", holds::block, kind::slot}, {"small", holds::digit, kind::slot}};
  static constexpr class_facts all{.hashes = false};
};

/// A struct that was there before.
struct plain_struct {
  int id = 3;
  std::string text = "0004";
  double depth = 1.5;
  counted owned = 5;
};
struct Adopted : sl::object<Adopted, sl::slots<sl::fields_of<plain_struct>, sl::slot<"note", std::string>>> {
  using object::object;
  static constexpr slot_fact facts[] = {{"id", holds::number, kind::field, 3},
                                        {"text", holds::text, kind::field, 4},
                                        {"depth", holds::real, kind::field, 1},
                                        {"owned", holds::counted, kind::field, 5},
                                        {"note", holds::text, kind::slot}};
  static constexpr class_facts all{};
};

/// The order in memory is the declared one.
struct Ordered : sl::object<Ordered, sl::declared_order,
                            sl::slots<sl::slot<"small", char>, sl::field<"ratio", double>, sl::slot<"size", int>,
                                      sl::field<"owned", counted>, sl::slot<"tiny", char>>> {
  using object::object;
  static constexpr slot_fact facts[] = {{"small", holds::digit, kind::slot},
                                        {"ratio", holds::real},
                                        {"size", holds::number, kind::slot},
                                        {"owned", holds::counted},
                                        {"tiny", holds::digit, kind::slot}};
  static constexpr class_facts all{};
};

// Inheritance. What derives begins in the tail padding of its base.

struct Base : sl::object<Base, sl::slots<sl::field<"name", std::string>, sl::slot<"tag", char>>> {
  using object::object;
};
struct Middle : sl::object<Middle, sl::extends<Base>,
                           sl::slots<sl::slot<"size", int, sl::defaults_to<3>>, sl::slot<"mark", char>>> {
  using object::object;
  static constexpr slot_fact facts[] = {{"name", holds::text, kind::field, none, 1},
                                        {"tag", holds::digit, kind::slot, none, 1},
                                        {"size", holds::number, kind::slot, 3},
                                        {"mark", holds::digit, kind::slot}};
  static constexpr class_facts all{};
};
struct Leaf : sl::object<Leaf, sl::extends<Middle>, sl::overrides<"size", sl::defaults_to<9>>,
                         sl::slots<sl::slot<"leaf", counted>, sl::slot<"last", char>>> {
  using object::object;
  static constexpr slot_fact facts[] = {
      {"name", holds::text, kind::field, none, 3}, {"tag", holds::digit, kind::slot, none, 3},
      {"size", holds::number, kind::slot, 9, 2},   {"mark", holds::digit, kind::slot, none, 2},
      {"leaf", holds::counted, kind::slot},        {"last", holds::digit, kind::slot}};
  static constexpr class_facts all{};
};

struct Left : sl::object<Left, sl::slots<sl::field<"left", counted>, sl::slot<"tag", char>>> {
  using object::object;
};
struct Right
    : sl::object<Right, sl::slots<sl::slot<"note", std::string, sl::defaults_to<"0001">>, sl::field<"right", int>>> {
  using object::object;
};
struct Joined : sl::object<Joined, sl::extends<Left, Right>, sl::slots<sl::slot<"own", int>, sl::slot<"last", char>>> {
  using object::object;
  static constexpr slot_fact facts[] = {{"left", holds::counted, kind::field, none, 1},
                                        {"tag", holds::digit, kind::slot, none, 1},
                                        {"note", holds::text, kind::slot, 1, 2},
                                        {"right", holds::number, kind::field, none, 2},
                                        {"own", holds::number, kind::slot},
                                        {"last", holds::digit, kind::slot}};
  static constexpr class_facts all{};
};

/// A base that is not slotted, and has virtual functions.
struct Interface {
  Interface() = default;
  Interface(const Interface&) = default;
  Interface& operator=(const Interface&) = default;
  virtual ~Interface() = default;
  [[nodiscard]] virtual int number() const = 0;
};
struct Virtual
    : sl::object<Virtual, sl::extends<Interface>, sl::slots<sl::field<"id", int>, sl::slot<"held", counted>>> {
  using object::object;
  [[nodiscard]] int number() const override { return (*this)[sl::slot_name<"id">{}]; }
  static constexpr slot_fact facts[] = {{"id", holds::number}, {"held", holds::counted, kind::slot}};
  static constexpr class_facts all{.compares = false, .orders = false, .hashes = false};
};

// Dynamic attributes and weak references.

struct Open : sl::object<Open, sl::slots<sl::slot<"name", std::string>, sl::field<"size", int, sl::defaults_to<1>>,
                                         sl::dict_slot<counted>>> {
  using object::object;
  static constexpr slot_fact facts[] = {{"name", holds::text, kind::slot}, {"size", holds::number, kind::field, 1}};
  static constexpr class_facts all{.orders = false, .hashes = false, .has_dict = true, .dict = holds::counted};
};
struct Watched : sl::object<Watched, sl::slots<sl::field<"id", int>, sl::slot<"held", counted>, sl::weakref_slot>> {
  using object::object;
  static constexpr slot_fact facts[] = {{"id", holds::number}, {"held", holds::counted, kind::slot}};
  static constexpr class_facts all{.weak = true};
};
struct OpenBase : sl::object<OpenBase, sl::slots<sl::slot<"tag", char>, sl::dict_slot<>>> {
  using object::object;
};
struct Both
    : sl::object<Both, sl::extends<OpenBase>,
                 sl::slots<sl::slot<"held", counted>, sl::slot<"more", std::string>, sl::unsynchronized_weakref_slot>> {
  using object::object;
  static constexpr slot_fact facts[] = {{"tag", holds::digit, kind::slot, none, 1},
                                        {"held", holds::counted, kind::slot},
                                        {"more", holds::text, kind::slot}};
  static constexpr class_facts all{.orders = false, .hashes = false, .weak = true, .has_dict = true, .dict_views = 1};
};
/// No list: a dict slot and a weakref slot, as in Python.
struct Whole : sl::object<Whole> {
  using object::object;
  static constexpr std::array<slot_fact, 0> facts{};
  static constexpr class_facts all{.orders = false, .hashes = false, .weak = true, .has_dict = true};
};

/// More presence bits than a word has.
struct ManySlots
    : sl::slots<support::numbered_slots<62>, sl::slot<"c62", counted>, sl::slot<"c63", counted>,
                sl::slot<"c64", counted>, sl::slot<"c65", counted>, sl::slot<"t66", std::string>,
                sl::slot<"n67", int, sl::defaults_to<67>>, sl::field<"f68", counted, sl::defaults_to<68>>,
                sl::slot<"c69", counted>, sl::slot<"b70", bool>, sl::slot<"b71", bool>, sl::slot<"b72", bool>> {};
struct Many : sl::object<Many, ManySlots> {
  using object::object;
  static constexpr auto names = [] {
    std::array<std::array<char, 5>, 62> made{};
    for (unsigned i = 0; i != 62; ++i)
      made[i] = {'s', '0', '0', static_cast<char>('0' + i / 10), static_cast<char>('0' + i % 10)};
    return made;
  }();
  static constexpr auto facts = [] {
    std::array<slot_fact, 73> made{};
    for (std::size_t i = 0; i != 62; ++i)
      made[i] = {std::string_view(names[i].data(), names[i].size()), holds::digit, kind::slot};
    made[62] = {"c62", holds::counted, kind::slot};
    made[63] = {"c63", holds::counted, kind::slot};
    made[64] = {"c64", holds::counted, kind::slot};
    made[65] = {"c65", holds::counted, kind::slot};
    made[66] = {"t66", holds::text, kind::slot};
    made[67] = {"n67", holds::number, kind::slot, 67};
    made[68] = {"f68", holds::counted, kind::field, 68};
    made[69] = {"c69", holds::counted, kind::slot};
    made[70] = {"b70", holds::truth, kind::slot};
    made[71] = {"b71", holds::truth, kind::slot};
    made[72] = {"b72", holds::truth, kind::slot};
    return made;
  }();
  static constexpr class_facts all{.restores = false};
};

/// The bases as which objects of a class are seen and assigned, in the order of the bits of `views`.
template <class... Bases>
struct views {};
template <class C>
inline constexpr views<> views_of{};
template <>
inline constexpr views<Base> views_of<Middle>{};
template <>
inline constexpr views<Base, Middle> views_of<Leaf>{};
template <>
inline constexpr views<Left, Right> views_of<Joined>{};
template <>
inline constexpr views<OpenBase> views_of<Both>{};

template <class... Classes>
struct classes {};
#if defined(SLOTTED_MODEL_CLASSES)  // a few, which compile in a few seconds
using all_classes = classes<SLOTTED_MODEL_CLASSES>;
#else
using all_classes = classes<Numbers, Unset, Texts, Traits, Counted, Fragile, Unique, Fixed, Wide, Rows, Nothing, Large,
                            Adopted, Ordered, Middle, Leaf, Joined, Virtual, Open, Watched, Both, Whole, Many>;
#endif

}  // namespace model
