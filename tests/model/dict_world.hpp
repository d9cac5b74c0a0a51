// Objects with dynamic attributes, and beside each of them what it should be: an ordered vector of names and values. A
// step does something random to both and compares.
#pragma once

#include <slotted/slotted.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "model/expect.hpp"

namespace model {

template <class Error, class F>
void expect_refused(F&& f, const char* what) {
  try {
    f();
  } catch (const Error&) {
    return;
  }
  throw disagreement(what);
}

/// Where a world takes its choices from.
class choices {
 public:
  choices() = default;
  choices(const choices&) = delete;
  choices& operator=(const choices&) = delete;
  virtual ~choices() = default;
  /// Less than `limit`, which is not 0.
  virtual std::uint32_t below(std::uint32_t limit) = 0;
};

/// A number on the heap that counts how many of it are alive. One whose move may throw is kept in a box of its own.
template <bool MovesSafely>
class counted {
 public:
  static inline long alive = 0;

  counted(int given) : held_(new int(given)) { ++alive; }  // implicit: setattr(o, "n", 3)
  counted(const counted& other) : held_(new int(*other.held_)) { ++alive; }
  counted(counted&& other) noexcept(MovesSafely) : held_(std::exchange(other.held_, nullptr)) { ++alive; }
  counted& operator=(const counted& other) {
    counted copy(other);
    std::swap(held_, copy.held_);
    return *this;
  }
  counted& operator=(counted&& other) noexcept(MovesSafely) {
    std::swap(held_, other.held_);
    return *this;
  }
  ~counted() {
    delete held_;
    --alive;
  }
  [[nodiscard]] int number() const { return *held_; }
  friend bool operator==(const counted& a, const counted& b) { return *a.held_ == *b.held_; }

 private:
  int* held_;
};

/// How a number is written as a value of a dict slot and of the slots beside it.
template <class V>
struct coding {
  using slot_type = int;
  static V value(int number) { return number; }
  static int slot(int number) { return number; }
  static int read(const V& held) { return held.number(); }
};
template <>
struct coding<std::string> {
  using slot_type = std::string;
  // Short text stands in the string itself, and long text does not.
  static std::string value(int number) { return std::to_string(number) + std::string(number % 3 == 0 ? 40 : 0, ' '); }
  static std::string slot(int number) { return value(number); }
  static int read(const std::string& held) { return std::stoi(held); }
};
template <>
struct coding<slotted::value> {
  using slot_type = int;
  using large = counted<true>;
  static slotted::value value(int number) {
    return number % 2 == 0 || number % 5 == 0 ? slotted::value(number) : large(number);
  }
  static int slot(int number) { return number; }
  static int read(const slotted::value& held) {
    const int* const small = held.get_if<int>();
    return small ? *small : held.get<large>().number();
  }
};
template <class V>
using slot_type = typename coding<V>::slot_type;

template <class V>
struct Base : slotted::object<Base<V>, slotted::slots<slotted::field<"size", slot_type<V>, slotted::defaults_to<>>,
                                                      slotted::slot<"label", slot_type<V>>, slotted::dict_slot<V>>> {
  using Base::object::object;
};
template <class V>
struct Derived
    : slotted::object<Derived<V>, slotted::extends<Base<V>>, slotted::slots<slotted::slot<"extra", slot_type<V>>>> {
  using Derived::object::object;
};
template <class V>
struct MoreDerived : slotted::object<MoreDerived<V>, slotted::extends<Derived<V>>,
                                     slotted::slots<slotted::slot<"most", slot_type<V>>>> {
  using MoreDerived::object::object;
};
/// Neither a base of Derived nor derived from it, with one slot of the same name.
template <class V>
struct Sibling
    : slotted::object<Sibling<V>, slotted::extends<Base<V>>,
                      slotted::slots<slotted::slot<"own", slot_type<V>>, slotted::slot<"extra", slot_type<V>>>> {
  using Sibling::object::object;
};

enum class kind : std::uint8_t { base, derived, more_derived, sibling };

/// Which names are likely, and how long dicts live.
struct profile {
  std::uint32_t few = 4, many = 1, colliding = 1, odd = 1, there = 6;
  std::uint32_t one_of_clear = 24;  // all attributes of an object go, once in so many steps
};
inline profile numbered_profile(std::uint32_t number) {
  constexpr profile all[] = {
      {},                     // a bit of everything
      {8, 0, 0, 0, 2, 12},    // few names: shapes are shared
      {1, 12, 0, 0, 3, 80},   // thousands of names: objects go their own way
      {1, 0, 12, 1, 3, 60},   // colliding names
      {2, 0, 0, 8, 4, 16},    // odd names
      {1, 24, 2, 1, 2, 900},  // large dicts
  };
  return all[number % std::size(all)];
}

/// Names of one length and one usual hash, which looks at 16 characters of a long name.
inline std::string colliding_name(std::uint32_t number) {
  std::string name(40, 'c');
  for (std::size_t i = 4; i != 9; ++i, number /= 26) name[i] = static_cast<char>('a' + number % 26);
  return name;
}

template <class V>
class world {
  using code = coding<V>;
  using slot_value = slot_type<V>;
  using base = Base<V>;

  struct named {
    std::string name;
    int number;
  };
  /// An object and what it should be.
  struct instance {
    kind is = kind::base;
    base* object = nullptr;
    std::array<std::optional<int>, 4> slots{0};  // size, label, and two of derived classes
    std::vector<named> dict;

    [[nodiscard]] std::size_t slot_total() const { return is == kind::base ? 2 : is == kind::derived ? 3 : 4; }
    [[nodiscard]] std::size_t slot_of(std::string_view name) const { return slot_named(is, name); }
    [[nodiscard]] std::size_t find(std::string_view name) const {
      std::size_t i = 0;
      while (i != dict.size() && dict[i].name != name) ++i;
      return i;
    }
    [[nodiscard]] bool in_dict(std::string_view name) const { return find(name) != dict.size(); }
    void set(std::string_view name, int number) {
      const std::size_t place = find(name);
      if (place == dict.size())
        dict.push_back({std::string(name), number});
      else
        dict[place].number = number;
    }
    void erase(std::size_t place) { dict.erase(dict.begin() + static_cast<std::ptrdiff_t>(place)); }
  };
  static constexpr std::size_t none = 4;
  static std::size_t slot_named(kind is, std::string_view name) {
    if (name == "size") return 0;
    if (name == "label") return 1;
    if (name == "extra" && is != kind::base) return is == kind::sibling ? 3 : 2;
    if (name == "most" && is == kind::more_derived) return 3;
    if (name == "own" && is == kind::sibling) return 2;
    return none;
  }

 public:
  world(choices& from, const profile& likely) : from_(from), likely_(likely) {
    for (instance& one : all_) make(one, any_kind());
  }
  world(const world&) = delete;
  world& operator=(const world&) = delete;
  ~world() {
    for (instance& one : all_) destroy(one);
  }

  void step() {
    instance& one = all_[from_.below(std::uint32_t{objects})];
    act(one);
    check(one);
    if (++steps_ % 64 == 0) check_everything();
  }
  void check_everything() {
    for (const instance& one : all_) {
      check(one);
      for (const named& each : one.dict)
        expect(read(one, each.name) == each.number, "an attribute that iteration shows is found by its name");
    }
  }
  /// Of all classes and worlds with this dict slot: nothing is alive when the last world is gone.
  static void expect_nothing_left() {
    expect(counted<true>::alive == 0 && counted<false>::alive == 0, "a value is still alive");
    expect(slotted::shape_count<base>() == 0, "a shape is still there");
    expect(slotted::detail::registry_of_class<base>.name_count() == 0, "a name is still there");
  }

 private:
  static constexpr std::size_t objects = 8;

  // Objects of four classes.

  template <class F>
  static decltype(auto) as_own_class(const instance& one, F&& f) {
    switch (one.is) {
      case kind::derived:
        return f(static_cast<Derived<V>&>(*one.object));
      case kind::more_derived:
        return f(static_cast<MoreDerived<V>&>(*one.object));
      case kind::sibling:
        return f(static_cast<Sibling<V>&>(*one.object));
      case kind::base:
        break;
    }
    return f(*one.object);
  }
  /// As its own class or as its base: what is reached by a run-time name is the same.
  template <class F>
  decltype(auto) seen(const instance& one, F&& f) {
    return from_.below(2) == 0 ? f(*one.object) : as_own_class(one, f);
  }
  kind any_kind() { return static_cast<kind>(from_.below(4)); }
  static void make(instance& one, kind is) {
    instance fresh;
    fresh.is = is;
    switch (is) {
      case kind::base:
        fresh.object = new base();
        break;
      case kind::derived:
        fresh.object = new Derived<V>();
        break;
      case kind::more_derived:
        fresh.object = new MoreDerived<V>();
        break;
      case kind::sibling:
        fresh.object = new Sibling<V>();
        break;
    }
    if constexpr (std::is_same_v<slot_value, std::string>) setattr(*fresh.object, "size", code::slot(0));
    one = std::move(fresh);
  }
  static void destroy(instance& one) {
    as_own_class(one, [](auto& object) { delete &object; });
    one.object = nullptr;
  }

  // What there should be.

  static int read(const instance& one, std::string_view name) {
    const V* const found = slotted::find_attr<V>(std::as_const(*one.object), name);
    expect(found, "the attribute is there");
    return code::read(*found);
  }
  static void check(const instance& one) {
    as_own_class(one, [&one](const auto& object) {
      check_slots(one, object);
      const auto dict = slotted::vars(object);
      expect(dict.size() == one.dict.size() && dict.empty() == one.dict.empty(), "the number of attributes");
      std::size_t i = 0;
      for (const auto [name, value] : dict) {
        expect(i != one.dict.size() && name == one.dict[i].name, "names come in the order in which they were set");
        expect(code::read(value) == one.dict[i].number, "the value of an attribute");
        ++i;
      }
      expect(i == one.dict.size(), "iteration shows all names");
      using C = std::remove_cvref_t<decltype(object)>;
      expect(slotted::class_of(static_cast<const base&>(object)) == slotted::class_of<C>(), "the real class");
    });
  }
  template <class C>
  static void check_slots(const instance& one, const C& object) {
    for (const std::string_view name : {"size", "label", "extra", "most", "own"}) {
      const std::size_t slot = one.slot_of(name);
      if (slot == none) continue;
      const auto* const found = slotted::find_attr<slot_value>(object, name);
      expect((found != nullptr) == one.slots[slot].has_value(), "a slot is set or unset");
      if (found) expect(*found == code::slot(*one.slots[slot]), "the value of a slot");
    }
  }

  // Names.

  std::string any_name(const instance& one) {
    std::uint32_t at = from_.below(likely_.few + likely_.many + likely_.colliding + likely_.odd + likely_.there);
    const auto is_in = [&at](std::uint32_t share) {
      if (at < share) return true;
      at -= share;
      return false;
    };
    if (is_in(likely_.few)) return few_name();
    if (is_in(likely_.many)) return "attribute_" + std::to_string(from_.below(5000));
    if (is_in(likely_.colliding)) return colliding_name(from_.below(600));
    if (is_in(likely_.odd)) return odd_name();
    return one.dict.empty() ? few_name() : one.dict[any_place(one)].name;
  }
  std::string few_name() {
    constexpr const char* names[] = {"extra", "label",  "most",   "own",
                                     "size",  "a",      "b",      "c",
                                     "d",     "colour", "weight", "a name of more than sixteen characters"};
    return names[from_.below(std::uint32_t{std::size(names)})];
  }
  std::string odd_name() {
    switch (from_.below(6)) {
      case 0:
        return {};
      case 1:
        return std::string("nul\0inside", 3 + from_.below(8));
      case 2:
        return std::string(from_.below(64), ' ');
      case 3:
        return std::string(1000 + from_.below(4), 'x');
      case 4:
        return {static_cast<char>(from_.below(256)), static_cast<char>(from_.below(256))};
      default:
        return "\xc3\xa9t\xc3\xa9" + std::string(from_.below(20), static_cast<char>('a' + from_.below(3)));
    }
  }
  std::size_t any_place(const instance& one) { return from_.below(static_cast<std::uint32_t>(one.dict.size())); }
  int any_number() { return static_cast<int>(from_.below(250)); }
  instance& any_instance() { return all_[from_.below(std::uint32_t{objects})]; }

  // Operations.

  void act(instance& one) {
    if (from_.below(likely_.one_of_clear) == 0) return replace_all(one);
    switch (from_.below(20)) {
      case 0:
      case 1:
      case 2:
      case 3:
      case 4:
        return set(one);
      case 5:
        return get(one);
      case 6:
        return get_with_fallback(one);
      case 7:
      case 8:
        return remove(one);
      case 9:
        return insert_or_assign(one);
      case 10:
      case 11:
        return try_emplace(one);
      case 12:
        return subscript_or_find(one);
      case 13:
        return erase_by_name(one);
      case 14:
        return erase_at(one);
      case 15:
        return iterate_backwards(one);
      case 16:
        return copy_assign(one);
      case 17:
        return from_.below(3) == 0 ? move_assign(one) : get(one);
      case 18:
        return compare(one);
      default:
        return from_.below(4) == 0 ? swap(one) : set_known(one);
    }
  }
  void replace_all(instance& one) {
    switch (from_.below(6)) {
      case 0:
        destroy(one);
        return make(one, any_kind());
      case 1:
        return copy_construct(one);
      case 2:
        return move_construct(one);
      case 3:
        return erase_range(one);
      case 4:
        seen(one, [](auto& object) { slotted::vars(object).clear(); });
        return one.dict.clear();
      default:
        return assign_self(one);
    }
  }

  void set(instance& one) {
    const std::string name = any_name(one);
    const int number = any_number();
    const std::size_t slot = one.slot_of(name);
    seen(one, [&](auto& object) {
      if (slot != none)
        setattr(object, name, code::slot(number));
      else if (number % 5 == 0)
        setattr(object, name, code::slot(number));  // the value rule makes the same V of it
      else
        setattr(object, name, code::value(number));
    });
    if (slot != none)
      one.slots[slot] = number;
    else
      one.set(name, number);
  }
  void set_known(instance& one) {
    using namespace slotted::literals;
    const int number = any_number();
    seen(one, [&](auto& object) { setattr(object, "known"_attr, code::value(number)); });
    one.set("known", number);
    expect(code::read(getattr<V>(*one.object, "known"_attr)) == number, "a name whose hash the compiler made");
  }
  void get(instance& one) {
    const std::string name = any_name(one);
    const std::size_t slot = one.slot_of(name);
    const std::size_t place = one.find(name);
    seen(one, [&](auto& object) {
      const auto& seen_as_const = std::as_const(object);
      const bool there = slot != none ? one.slots[slot].has_value() : place != one.dict.size();
      expect(hasattr(seen_as_const, name) == there, "hasattr");
      if (!there)
        expect_refused<slotted::attribute_error>([&] { static_cast<void>(getattr(object, name)); }, "getattr");
      else if (slot != none)
        expect(getattr<slot_value>(seen_as_const, name) == code::slot(*one.slots[slot]), "getattr of a slot");
      else
        expect(code::read(getattr<V>(seen_as_const, name)) == one.dict[place].number, "getattr");
      expect(slotted::vars(seen_as_const).contains(name) == (place != one.dict.size()), "contains");
    });
  }
  void get_with_fallback(instance& one) {
    const std::string name = any_name(one);
    if (one.slot_of(name) != none) return;
    const std::size_t place = one.find(name);
    const int wanted = place == one.dict.size() ? 77 : one.dict[place].number;
    seen(one, [&](auto& object) {
      const V fallback = code::value(77);
      expect(code::read(getattr<V>(std::as_const(object), name, fallback)) == wanted, "getattr with a fallback");
      const V* const found = slotted::find_attr<V>(object, name);
      expect((found != nullptr) == (place != one.dict.size()), "find_attr");
    });
  }
  void remove(instance& one) {
    const std::string name = any_name(one);
    const std::size_t slot = one.slot_of(name);
    const std::size_t place = one.find(name);
    const bool there = slot != none ? slot != 0 && one.slots[slot] : place != one.dict.size();
    seen(one, [&](auto& object) {
      if (there)
        delattr(object, name);
      else
        expect_refused<slotted::attribute_error>([&] { delattr(object, name); }, "delattr");
    });
    if (!there) return;
    if (slot != none)
      one.slots[slot].reset();
    else
      one.erase(place);
  }

  void insert_or_assign(instance& one) {
    const std::string name = any_name(one);
    const int number = any_number();
    seen(one, [&](auto& object) {
      const auto dict = slotted::vars(object);
      if (one.slot_of(name) != none) {
        expect_refused<slotted::attribute_error>([&] { dict.insert_or_assign(name, code::value(number)); },
                                                 "the name of a slot does not enter the dict");
        return;
      }
      const auto [at, is_new] = dict.insert_or_assign(name, code::value(number));
      expect(is_new == !one.in_dict(name), "insert_or_assign says whether it is new");
      expect((*at).first == name && code::read((*at).second) == number, "insert_or_assign says where it is");
      one.set(name, number);
    });
  }
  void try_emplace(instance& one) {
    const std::string name = any_name(one);
    const int number = any_number();
    seen(one, [&](auto& object) {
      const auto dict = slotted::vars(object);
      if (one.slot_of(name) != none) {
        expect_refused<slotted::attribute_error>([&] { dict.try_emplace(name, code::value(number)); },
                                                 "the name of a slot does not enter the dict");
        return;
      }
      const bool there = one.in_dict(name);
      const auto [at, is_new] = dict.try_emplace(name, code::value(number));
      expect(is_new != there && (*at).first == name, "try_emplace says whether it is new");
      if (!there) one.set(name, number);
    });
  }
  void subscript_or_find(instance& one) {
    const std::string name = any_name(one);
    const std::size_t place = one.find(name);
    const int number = any_number();
    seen(one, [&](auto& object) {
      const auto dict = slotted::vars(object);
      const auto found = dict.find(name);
      expect((found == dict.end()) == (place == one.dict.size()), "find");
      if (place == one.dict.size()) {
        expect_refused<std::out_of_range>([&] { static_cast<void>(dict.at(name)); }, "at");
      } else {
        expect(std::distance(dict.begin(), found) == static_cast<std::ptrdiff_t>(place), "find finds the place");
        dict.at(name) = code::value(number);
        one.dict[place].number = number;
      }
    });
  }
  void erase_by_name(instance& one) {
    const std::string name = any_name(one);
    const std::size_t place = one.find(name);
    const std::size_t erased = seen(one, [&](auto& object) { return slotted::vars(object).erase(name); });
    expect(erased == (place == one.dict.size() ? 0 : 1), "erase says how many");
    if (erased == 1) one.erase(place);
  }
  void erase_at(instance& one) {
    if (one.dict.empty()) return;
    const std::size_t place = any_place(one);
    one.erase(place);
    seen(one, [&](auto& object) {
      const auto dict = slotted::vars(object);
      const auto next = dict.erase(std::next(dict.begin(), static_cast<std::ptrdiff_t>(place)));
      expect((next == dict.end()) == (place == one.dict.size()), "erase returns what is behind, or the end");
      if (next != dict.end()) expect((*next).first == one.dict[place].name, "erase returns what is behind");
    });
  }
  void erase_range(instance& one) {
    if (one.dict.empty()) return;
    std::size_t from = any_place(one);
    std::size_t to = any_place(one);
    if (to < from) std::swap(from, to);
    const auto first = static_cast<std::ptrdiff_t>(from);
    const auto last = static_cast<std::ptrdiff_t>(to);
    one.dict.erase(one.dict.begin() + first, one.dict.begin() + last);
    seen(one, [&](auto& object) {
      const auto dict = slotted::vars(object);
      const auto next = dict.erase(std::next(dict.begin(), first), std::next(dict.begin(), last));
      expect((*next).first == one.dict[from].name, "erasing a range returns what is behind");
    });
  }
  void iterate_backwards(instance& one) {
    seen(one, [&](auto& object) {
      const auto dict = slotted::vars(std::as_const(object));
      std::size_t i = one.dict.size();
      for (auto at = dict.end(); at != dict.begin();) {
        --at;
        expect(i != 0 && at->first == one.dict[--i].name, "names backwards");
      }
      expect(i == 0, "all names backwards");
    });
  }

  // Whole objects.

  /// The object as a class that both are of: their own, or the base. Calls f with two references of one type.
  template <class F>
  void as_common_class(const instance& one, const instance& other, F&& f) {
    if (one.is == other.is && from_.below(2) == 0) {
      as_own_class(one, [&](auto& left) {
        using C = std::remove_cvref_t<decltype(left)>;
        f(left, static_cast<C&>(*other.object));
      });
    } else {
      f(*one.object, *other.object);
    }
  }
  template <class C>
  static constexpr std::size_t slots_of = std::is_same_v<C, base>         ? 2
                                          : std::is_same_v<C, Derived<V>> ? 3
                                                                          : 4;
  template <class C>
  static constexpr kind kind_of = std::is_same_v<C, base>             ? kind::base
                                  : std::is_same_v<C, Derived<V>>     ? kind::derived
                                  : std::is_same_v<C, MoreDerived<V>> ? kind::more_derived
                                                                      : kind::sibling;
  /// Whether the names of one object may be in the dict of another.
  static bool may_have_names(const instance& one, const instance& other) {
    return std::none_of(other.dict.begin(), other.dict.end(),
                        [&one](const named& each) { return one.slot_of(each.name) != none; });
  }
  /// What a slot holds when its value has been moved away is its type's affair: text is made known again.
  static void settle_moved(instance& moved, std::size_t slots) {
    if constexpr (std::is_same_v<slot_value, std::string>) {
      setattr(*moved.object, "size", code::slot(*moved.slots[0]));
      for (const std::string_view name : {"label", "extra", "most", "own"}) {
        const std::size_t slot = moved.slot_of(name);
        if (slot < slots && moved.slots[slot]) setattr(*moved.object, name, code::slot(*moved.slots[slot]));
      }
    }
  }

  /// Assignment goes in memory order, as in a struct: what lies before the dict slot has its new value when that
  /// throws.
  static void assign_before_dict(instance& one, const instance& other) {
    using slotted::descriptor;
    constexpr std::size_t dict = slotted::layout_of<base>.dict_offset;
    if (descriptor<base, "size">.offset < dict) one.slots[0] = other.slots[0];
    if (descriptor<base, "label">.offset < dict) one.slots[1] = other.slots[1];
  }

  void copy_construct(instance& one) {
    instance& other = any_instance();
    if (&one == &other) return;
    seen(other, [&](auto& object) {
      using C = std::remove_cvref_t<decltype(object)>;
      auto made = std::make_unique<C>(std::as_const(object));
      destroy(one);
      one.object = made.release();
      one.is = kind_of<C>;
      one.slots = {};
      std::copy_n(other.slots.begin(), slots_of<C>, one.slots.begin());
      one.dict = other.dict;
    });
  }
  void move_construct(instance& one) {
    instance& other = any_instance();
    if (&one == &other) return;
    seen(other, [&](auto& object) {
      using C = std::remove_cvref_t<decltype(object)>;
      auto made = std::make_unique<C>(std::move(object));
      destroy(one);
      one.object = made.release();
      one.is = kind_of<C>;
      one.slots = {};
      std::copy_n(other.slots.begin(), slots_of<C>, one.slots.begin());
      one.dict = std::exchange(other.dict, {});
      settle_moved(other, slots_of<C>);
    });
    check(other);
  }
  void copy_assign(instance& one) {
    const instance& other = any_instance();
    as_common_class(one, other, [&](auto& left, const auto& right) {
      using C = std::remove_cvref_t<decltype(left)>;
      if (!may_have_names(one, other)) {
        expect_refused<slotted::attribute_error>([&] { left = right; }, "a slot's name is assigned to the dict");
        return assign_before_dict(one, other);
      }
      left = right;
      std::copy_n(other.slots.begin(), slots_of<C>, one.slots.begin());
      one.dict = std::vector<named>(other.dict);
    });
    check(other);
  }
  void move_assign(instance& one) {
    instance& other = any_instance();
    if (&one == &other) return;
    as_common_class(one, other, [&](auto& left, auto& right) {
      using C = std::remove_cvref_t<decltype(left)>;
      if (!may_have_names(one, other)) {
        expect_refused<slotted::attribute_error>([&] { left = std::move(right); },
                                                 "a slot's name is moved to the dict");
        assign_before_dict(one, other);
        return settle_moved(other, slots_of<base>);
      }
      left = std::move(right);
      std::copy_n(other.slots.begin(), slots_of<C>, one.slots.begin());
      one.dict = std::exchange(other.dict, {});
      settle_moved(other, slots_of<C>);
    });
    check(other);
  }
  void assign_self(instance& one) {
    seen(one, [&](auto& object) {
      auto& same = object;
      object = std::as_const(same);
    });
  }
  void swap(instance& one) {
    instance& other = any_instance();
    if (&one == &other || one.is != other.is) return;
    as_own_class(one, [&](auto& left) {
      using C = std::remove_cvref_t<decltype(left)>;
      std::swap(left, static_cast<C&>(*other.object));
    });
    std::swap(one.slots, other.slots);
    std::swap(one.dict, other.dict);
    check(other);
  }
  void compare(instance& one) {
    const instance& other = any_instance();
    as_common_class(one, other, [&](const auto& left, const auto& right) {
      using C = std::remove_cvref_t<decltype(left)>;
      const bool same_slots = std::equal(one.slots.begin(), one.slots.begin() + slots_of<C>, other.slots.begin());
      const bool same_names = one.dict.size() == other.dict.size() &&
                              std::all_of(one.dict.begin(), one.dict.end(), [&other](const named& each) {
                                const std::size_t place = other.find(each.name);
                                return place != other.dict.size() && other.dict[place].number == each.number;
                              });
      expect((left == right) == (same_slots && same_names), "==");
      expect((slotted::vars(left) == slotted::vars(right)) == same_names, "== of dicts");
    });
  }

  choices& from_;
  profile likely_;
  std::array<instance, objects> all_;
  std::uint64_t steps_ = 0;
};

}  // namespace model
