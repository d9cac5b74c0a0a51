// A class with its types taken away: what model/objects.cpp does to objects, once for each class, and so little of it
// that twenty classes compile in half a minute.
#pragma once

#include <slotted/slotted.hpp>
#include <slotted/state.hpp>

#include <array>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "model/expect.hpp"
#include "model/objects_classes.hpp"

namespace model {

/// What is done to one slot.
enum class verb : std::uint8_t { get, get_or, find, has, set, set_copy, del, emplace };
inline constexpr const char* names_of_verbs[] = {"get", "get_or", "find", "has", "set", "set_copy", "del", "emplace"};
/// How the slot is named.
enum class way : std::uint8_t { fixed, descriptor, subscript, text, key };
inline constexpr const char* names_of_ways[] = {"fixed name", "descriptor", "subscript", "text", "key"};

struct request {
  verb what;
  way by;
  std::string_view name;  // or an alias
  int number;             // to be set, or the fallback
};
/// What a request returns where it does not compile.
inline constexpr int not_offered = -200;
/// What `find` returns where there is nothing.
inline constexpr int not_there = -201;

enum class making : std::uint8_t { by_default, by_name, by_some_names, by_position, by_builder };
inline constexpr const char* names_of_makings[] = {"by default", "by name", "by some names", "by position",
                                                   "by builder"};
/// The number that the I-th slot is given.
constexpr int number_for(const slot_fact& fact, std::size_t i, int number) {
  return (number + 7 * static_cast<int>(i)) % range_of(fact.what);
}
/// Whether a builder is given the slot.
constexpr bool is_built(const slot_fact& fact, std::size_t i, int number) {
  return fact.is_required() || ((static_cast<unsigned>(number) >> (i % 8)) & 1u) != 0;
}

struct seen_value {
  std::string_view name;
  int number;
};

/// A class, and what can be done to its objects. Null, false, or less than nothing where the class cannot.
class subject {
 public:
  subject() = default;
  subject(const subject&) = delete;
  subject& operator=(const subject&) = delete;
  virtual ~subject() = default;

  std::string_view name;
  std::span<const slot_fact> facts;
  class_facts all;
  std::span<const std::string_view> views;  // names of bases

  virtual int touch(void* object, std::size_t slot, const request& asked) = 0;
  virtual void* make(making how, int number) = 0;
  virtual void* copy(const void* from) = 0;
  virtual void* move(void* from) = 0;
  virtual void* restored(const void* from) = 0;
  virtual void destroy(void* object) = 0;
  virtual void assign(void* to, void* from, bool moves) = 0;
  virtual void swap(void* one, void* other) = 0;
  virtual void restore(void* to, const void* from) = 0;
  virtual void assign_view(std::size_t view, void* to, void* from, bool moves) = 0;
  virtual bool equal(const void* one, const void* other) = 0;
  virtual int order(const void* one, const void* other) = 0;
  virtual std::size_t hash(const void* object) = 0;
  virtual void differences(const void* one, const void* other, std::vector<std::string_view>& found) = 0;
  /// Slots that are set, then dynamic attributes.
  virtual void visit(const void* object, std::vector<seen_value>& found) = 0;
  virtual void visit_view(std::size_t view, const void* object, std::vector<seen_value>& found) = 0;
  /// Asks for what there is not, and for what does not fit.
  virtual void ask_wrongly(void* object, std::string_view slot) = 0;

  virtual void set_dynamic(void* object, std::string_view name, int number, bool as_map) = 0;
  virtual std::optional<int> get_dynamic(const void* object, std::string_view name) = 0;
  virtual std::size_t erase_dynamic(void* object, std::string_view name) = 0;
  virtual void clear_dynamic(void* object) = 0;

  static constexpr std::size_t references = 4;
  virtual void refer(std::size_t reference, void* object, long* runs) = 0;
  virtual void refer_as(std::size_t reference, std::size_t other) = 0;
  virtual void drop(std::size_t reference) = 0;
  virtual const void* target(std::size_t reference) = 0;
  virtual std::size_t count_references(const void* object) = 0;
  /// No shape is left.
  virtual bool is_clean() = 0;
};

template <class C, std::size_t I>
using slot_at = sl::slot_descriptor<C, sl::detail::at<I, sl::detail::entries_of<sl::detail::declaration_of<C>>>, I>;
template <class D>
using type_at = std::remove_const_t<typename D::value_type>;

/// As an argument by name.
template <class D>
auto named(given<type_at<D>>&& value) {
  return D::key = std::move(value.value);
}
template <class D>
  requires std::is_same_v<type_at<D>, fixed>
auto named(const int& number) {
  return D::key.in_place(number);
}
template <class D>
auto value_for(int number) {
  if constexpr (std::is_same_v<type_at<D>, fixed>)
    return number;
  else
    return given<type_at<D>>(number);
}

/// Of a class with so many slots not all is compiled.
template <class C>
inline constexpr bool is_large = sl::slot_count<C> > 16;
template <class T>
inline constexpr bool is_returned = std::is_copy_constructible_v<T> && !std::is_array_v<T>;

// By a name that comes at run time: once for all slots of one type, as the library's code for that is long.

template <class C, class Name>
int touch_any(C& object, const Name& name, verb what) {
  if (what == verb::has) return sl::hasattr(object, name);
  sl::delattr(object, name);
  return 0;
}
template <class C, class T>
int touch_by_name(C& object, std::string_view name, const request& asked) {
  using code = coding<T>;
  const C& seen = object;
  switch (asked.what) {
    case verb::get:
      return code::read(sl::getattr<T>(seen, name));
    case verb::get_or:
      if constexpr (is_returned<T>) return code::read(sl::getattr<T>(seen, name, given<T>(asked.number).value));
      break;
    case verb::find: {
      const T* const found = sl::find_attr<T>(object, name);
      return found ? code::read(*found) : not_there;
    }
    case verb::has:
    case verb::del:
      return touch_any(object, name, asked.what);
    case verb::set:
      if constexpr (!std::is_same_v<T, fixed>) return sl::setattr(object, name, given<T>(asked.number).value), 0;
      break;
    case verb::set_copy:
      if constexpr (std::is_copy_constructible_v<std::remove_all_extents_t<T>> && !is_large<C>) {
        const given<T> value(asked.number);
        return sl::setattr(object, name, value.value), 0;
      }
      break;
    case verb::emplace:
      break;
  }
  return not_offered;
}

template <class C, class T>
int touch_by_key(C& object, const request& asked) {
  const auto key = sl::resolve<C>(asked.name);
  if (asked.what == verb::get) return coding<T>::read(sl::getattr<T>(object, key));
  if (asked.what == verb::has || asked.what == verb::del) return touch_any(object, key, asked.what);
  if constexpr (!std::is_same_v<T, fixed>)
    if (asked.what == verb::set) return sl::setattr(object, key, given<T>(asked.number).value), 0;
  return not_offered;
}

/// By a name in the source: a function for each slot.
template <class C, class D>
int touch_by_slot(C& object, const request& asked) {
  using T = type_at<D>;
  using code = coding<T>;
  constexpr bool may_be_deleted = D::may_be_unset && !D::readonly;
  const C& seen = object;
  const bool fixed_name = asked.by == way::fixed, by_descriptor = asked.by == way::descriptor;
  switch (asked.what) {
    case verb::get:
      if (fixed_name) return code::read(sl::getattr(object, D::key));
      if (by_descriptor) return code::read(D{}.get(seen));
      if constexpr (D::may_be_unset)
        return code::read(object[D::key].value());
      else
        return code::read(seen[D::key]);
    case verb::get_or:
      if constexpr (is_returned<T>) {
        const given<T> fallback(asked.number);
        if (fixed_name) return code::read(sl::getattr(seen, D::key, fallback.value));
        if constexpr (D::may_be_unset) return code::read(seen[D::key].value_or(fallback.value));
      }
      break;
    case verb::find: {
      const T* const found = sl::find_attr(object, D::key);
      return found ? code::read(*found) : not_there;
    }
    case verb::has:
      if (fixed_name) return sl::hasattr(seen, D::key);
      if (by_descriptor) return D{}.has(seen);
      if constexpr (D::may_be_unset) return seen[D::key].has_value();
      break;
    case verb::set:
      if constexpr (!D::readonly && !std::is_same_v<T, fixed>) {
        given<T> value(asked.number);
        if (fixed_name) return sl::setattr(object, D::key, std::move(value.value)), 0;
        if (by_descriptor) return D{}.set(object, std::move(value.value)), 0;
        if constexpr (D::may_be_unset) return object[D::key] = std::move(value.value), 0;
      }
      break;
    case verb::set_copy:
      if constexpr (!D::readonly && std::is_copy_constructible_v<std::remove_all_extents_t<T>>) {
        const given<T> value(asked.number);
        return sl::setattr(object, D::key, value.value), 0;
      }
      break;
    case verb::del:
      if constexpr (may_be_deleted) {
        if (fixed_name) return sl::delattr(object, D::key), 0;
        if (by_descriptor) return D{}.del(object), 0;
        return object[D::key].reset(), 0;
      }
      break;
    case verb::emplace:
      if constexpr (may_be_deleted) {
        if constexpr (std::is_same_v<T, fixed>)
          return code::read(object[D::key].emplace(asked.number));
        else if constexpr (is_returned<T>)
          return code::read(object[D::key].emplace(given<T>(asked.number).value));
      }
      break;
  }
  return not_offered;
}

/// `Wholly` is false for most slots of a large class: they are not named in the source.
template <class C, class D, bool Wholly>
int touch_slot(void* any, const request& asked) {
  C& object = *static_cast<C*>(any);
  if (asked.by == way::text) return touch_by_name<C, type_at<D>>(object, asked.name, asked);
  if (asked.by == way::key) return touch_by_key<C, type_at<D>>(object, asked);
  if constexpr (Wholly) return touch_by_slot<C, D>(object, asked);
  return not_offered;
}

/// Fits no slot.
struct stranger {};

template <class C>
concept hashed_class = requires(const C& object) { std::hash<C>{}(object); };

template <std::size_t... A, std::size_t... B>
std::index_sequence<A..., B...> operator+(std::index_sequence<A...>, std::index_sequence<B...>);

template <class C, class... Views>
class subject_of final : public subject {
  static constexpr std::size_t total = sl::slot_count<C>;
  static constexpr bool moves = C::all.moves, copies = C::all.copies, has_dict = C::all.has_dict, is_weak = C::all.weak;
  using indices = std::make_index_sequence<total>;

  static_assert(total == std::size(C::facts));
  static_assert(std::is_copy_constructible_v<C> == copies && std::is_move_constructible_v<C> == moves);
  static_assert(std::is_copy_assignable_v<C> == (copies && C::all.assigns));
  static_assert(std::is_move_assignable_v<C> == (moves && C::all.assigns));
  static_assert(std::equality_comparable<C> == C::all.compares && std::three_way_comparable<C> == C::all.orders);
  static_assert(hashed_class<C> == C::all.hashes);
  static_assert(sl::has_dict<C> == has_dict && sl::has_weakref<C> == is_weak);

  static C& the(void* object) { return *static_cast<C*>(object); }
  static const C& the(const void* object) { return *static_cast<const C*>(object); }

 public:
  subject_of() {
    name = sl::class_name<C>;
    facts = C::facts;
    all = C::all;
    static constexpr std::array<std::string_view, sizeof...(Views) + 1> names{sl::class_name<Views>..., ""};
    views = std::span(names).first(sizeof...(Views));
    fill(indices{});
  }

  int touch(void* object, std::size_t slot, const request& asked) override { return touches_[slot](object, asked); }

  void* make(making how, int number) override {
    switch (how) {
      case making::by_default:
        if constexpr (std::is_default_constructible_v<C>) return new C();
        return nullptr;
      case making::by_name:
        if constexpr (!is_large<C>) return by_name(number, decltype(backwards(indices{})){});
        return nullptr;
      case making::by_some_names:
        if constexpr (!is_large<C>) return by_name(number, decltype(some(indices{})){});
        return nullptr;
      case making::by_position:
        if constexpr (!is_large<C> && total != 0 && moves) return by_position(number, indices{});
        return nullptr;
      case making::by_builder:
        if constexpr (moves && !is_large<C>) return by_builder(number, indices{});
        return nullptr;
    }
    return nullptr;
  }
  void* copy(const void* from) override {
    if constexpr (copies) return new C(the(from));
    return nullptr;
  }
  void* move(void* from) override {
    if constexpr (moves) return new C(std::move(the(from)));
    return nullptr;
  }
  void* restored(const void* from) override {
    if constexpr (C::all.restores) return new C(sl::restore<C>(sl::state(the(from))));
    return nullptr;
  }
  void destroy(void* object) override { delete &the(object); }

  void assign(void* to, void* from, bool is_moved) override {
    if constexpr (moves && C::all.assigns)
      if (is_moved) the(to) = std::move(the(from));
    if constexpr (copies && C::all.assigns)
      if (!is_moved) the(to) = std::as_const(the(from));
  }
  void swap(void* one, void* other) override {
    using std::swap;
    if constexpr (moves && C::all.assigns) swap(the(one), the(other));
  }
  void restore(void* to, const void* from) override {
    if constexpr (C::all.restores) sl::restore(the(to), sl::state(the(from)));
  }
  void assign_view(std::size_t view, [[maybe_unused]] void* to, [[maybe_unused]] void* from,
                   [[maybe_unused]] bool is_moved) override {
    std::size_t i = 0;
    const bool done[] = {true, (i++ == view && assign_as<Views>(the(to), the(from), is_moved))...};
    static_cast<void>(done);
  }

  bool equal(const void* one, const void* other) override {
    if constexpr (C::all.compares) {
      const bool is_equal = the(one) == the(other);
      expect((the(one) != the(other)) == !is_equal, "!= is the opposite of ==");
      return is_equal;
    }
    return false;
  }
  int order(const void* one, const void* other) override {
    if constexpr (C::all.orders) {
      const auto found = the(one) <=> the(other);
      return found < 0 ? -1 : found > 0 ? 1 : 0;
    }
    return 0;
  }
  std::size_t hash(const void* object) override {
    if constexpr (C::all.hashes) return std::hash<C>{}(the(object));
    return 0;
  }
  void differences(const void* one, const void* other, std::vector<std::string_view>& found) override {
    if constexpr (C::all.compares)
      for (const std::string_view each : sl::diff(the(one), the(other))) found.push_back(each);
  }
  void visit(const void* object, std::vector<seen_value>& found) override { visit_as<C>(the(object), found); }
  void visit_view(std::size_t view, [[maybe_unused]] const void* object,
                  [[maybe_unused]] std::vector<seen_value>& found) override {
    std::size_t i = 0;
    const bool done[] = {true, (i++ == view && (visit_as<Views>(the(object), found), true))...};
    static_cast<void>(done);
  }

  void ask_wrongly(void* object, std::string_view slot) override {
    C& asked = the(object);
    expect(!sl::hasattr(asked, "no such name"), "hasattr() of an unknown name");
    expect(refuses<sl::attribute_error>([&] { static_cast<void>(sl::getattr<int>(asked, "no such name")); }),
           "getattr() of an unknown name");
    expect(refuses<sl::attribute_error>([&] { sl::delattr(asked, "no such name"); }), "delattr() of an unknown name");
    if constexpr (!has_dict)
      expect(refuses<sl::attribute_error>([&] { sl::setattr(asked, "no such name", 1); }),
             "setattr() of an unknown name");
    if (!slot.empty())
      expect(refuses<sl::type_error>([&] { sl::setattr(asked, slot, stranger{}); }), "setattr() of what does not fit");
  }

  void set_dynamic(void* object, std::string_view key, int number, bool as_map) override {
    if constexpr (has_dict) {
      given<dict_value> value(number);
      if (as_map)
        sl::vars(the(object)).insert_or_assign(key, std::move(value.value));
      else
        sl::setattr(the(object), key, std::move(value.value));
    }
  }
  std::optional<int> get_dynamic(const void* object, std::string_view key) override {
    if constexpr (has_dict) {
      const auto dict = sl::vars(the(object));
      const auto found = dict.find(key);
      expect((found != dict.end()) == sl::hasattr(the(object), key), "hasattr() of a dynamic attribute");
      if (found != dict.end()) return coding<dict_value>::read(found->second);
    }
    return {};
  }
  std::size_t erase_dynamic(void* object, std::string_view key) override {
    if constexpr (has_dict) return sl::vars(the(object)).erase(key);
    return 0;
  }
  void clear_dynamic(void* object) override {
    if constexpr (has_dict) sl::vars(the(object)).clear();
  }

  void refer(std::size_t reference, void* object, long* runs) override {
    if constexpr (is_weak) {
      if (runs)
        references_[reference] = sl::weak_ref<C>(the(object), [runs] { ++*runs; });
      else
        references_[reference] = sl::weak_ref<C>(the(object));
    }
  }
  void refer_as(std::size_t reference, std::size_t other) override { references_[reference] = references_[other]; }
  void drop(std::size_t reference) override { references_[reference] = {}; }
  const void* target(std::size_t reference) override {
    if constexpr (is_weak) {
      const C* const found = references_[reference].get();
      expect(references_[reference].expired() == !found, "expired()");
      expect(references_[reference].lock().get() == found, "lock()");
      return found;
    }
    return nullptr;
  }
  std::size_t count_references(const void* object) override {
    if constexpr (is_weak) return sl::weak_count(the(object));
    return 0;
  }
  bool is_clean() override {
    if constexpr (has_dict) return sl::shape_count<C>() == 0;
    return true;
  }

 private:
  using function = int (*)(void*, const request&);

  template <std::size_t... I>
  void fill(std::index_sequence<I...>) {
    // Of a large class the slots at the borders of bytes and words, and those at the end.
    ((touches_[I] = touch_slot < C, slot_at<C, I>,
      !is_large<C> || I % 32 == 0 || I % 32 == 31 || I % 8 == 7 || I >= 62 >),
     ...);
    check_types<I...>();
  }
  template <std::size_t... I>
  static constexpr void check_types() {
    static_assert((true && ... && (coding<type_at<slot_at<C, I>>>::what == C::facts[I].what)));
  }

  template <std::size_t... I>
  static auto some(std::index_sequence<I...>) -> decltype((
      std::index_sequence<>{} + ... +
      std::conditional_t<I % 2 == 0 || !C::facts[I].may_be_unset(), std::index_sequence<I>, std::index_sequence<>>{}));
  template <std::size_t I>
  static auto value_of_slot(int number) {
    return value_for<slot_at<C, I>>(number_for(C::facts[I], I, number));
  }
  template <std::size_t... I>
  static C* by_name([[maybe_unused]] int number, std::index_sequence<I...>) {
    return new C(named<slot_at<C, I>>(value_of_slot<I>(number))...);
  }
  template <std::size_t... I>
  static std::index_sequence<(total - 1 - I)...> backwards(std::index_sequence<I...>);
  template <std::size_t... I>
  static C* by_position(int number, std::index_sequence<I...>) {
    return new C(value_of_slot<I>(number).value...);
  }
  template <std::size_t... I>
  static C* by_builder([[maybe_unused]] int number, std::index_sequence<I...>) {
    sl::builder<C> made;
    [[maybe_unused]] const auto build = [&]<std::size_t J>(std::integral_constant<std::size_t, J>) {
      if (!is_built(C::facts[J], J, number)) return;
      if (C::facts[J].says(hidden))
        made.set(slot_at<C, J>{}, value_of_slot<J>(number).value);
      else
        made.set(C::facts[J].name, value_of_slot<J>(number).value);
    };
    (build(std::integral_constant<std::size_t, I>{}), ...);
    return new C(std::move(made).build());
  }

  template <class View>
  static bool assign_as(View& to, View& from, bool is_moved) {
    if (is_moved)
      to = std::move(from);
    else
      to = std::as_const(from);
    return true;
  }
  template <class View>
  static void visit_as(const View& object, std::vector<seen_value>& found) {
    sl::for_each_attr(object, [&found]<class T>(std::string_view key, const T& value) {
      found.push_back({key, coding<T>::read(value)});
    });
  }
  template <class Error, class F>
  static bool refuses(const F& f) {
    try {
      f();
    } catch (const Error&) {
      return true;
    }
    return false;
  }

  template <bool Has>
  static auto find_dict_value() {
    if constexpr (Has)
      return std::type_identity<typename decltype(sl::vars(std::declval<C&>()))::mapped_type>{};
    else
      return std::type_identity<void>{};
  }
  using dict_value = typename decltype(find_dict_value<has_dict>())::type;
  struct no_reference {};
  template <bool Has>
  static auto find_reference() {
    if constexpr (Has)
      return sl::weak_ref<C>();
    else
      return no_reference{};
  }

  function touches_[total + 1] = {};
  decltype(find_reference<is_weak>()) references_[references] = {};
};

template <class C, class... Views>
std::unique_ptr<subject> make_subject(views<Views...>) {
  return std::make_unique<subject_of<C, Views...>>();
}
template <class... Classes>
std::vector<std::unique_ptr<subject>> make_subjects(classes<Classes...>) {
  std::vector<std::unique_ptr<subject>> made;
  (made.push_back(make_subject<Classes>(views_of<Classes>)), ...);
  return made;
}

}  // namespace model
