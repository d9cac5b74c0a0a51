// Plays scripts of small steps, which come from the standard input, on slotted objects, and prints in one line for each
// step what came of it. conformance.py says what the steps are, plays the same on CPython, and compares.
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <slotted/format.hpp>
#include <slotted/slotted.hpp>
#include <slotted/state.hpp>
#include <slotted/weak_value_map.hpp>

#include "conformance/classes.hpp"

namespace conformance {
namespace {

// Values: read from a script, and shown as Python's repr does.

using given = std::variant<long long, double, bool, std::string, loud_ptr>;

std::string shown(bool value) { return value ? "True" : "False"; }
std::string shown(std::string_view value) {
  const char quote = value.find('\'') != value.npos && value.find('"') == value.npos ? '"' : '\'';
  std::string out(1, quote);
  for (const char c : value) {
    if (c == quote || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out + quote;
}
std::string shown(double value) {
  char digits[64];
  std::string out(digits, std::to_chars(std::begin(digits), std::end(digits), value).ptr);
  return out.find_first_of(".en") == out.npos ? out + ".0" : out;
}
std::string shown(const loud_ptr& value) { return value->name; }

/// What a slot or a dict holds, as a value of a script.
template <class T>
given given_of(const T& held) {
  if constexpr (std::is_same_v<T, bool> || std::is_same_v<T, loud_ptr>)
    return held;
  else if constexpr (std::is_integral_v<T>)
    return static_cast<long long>(held);
  else if constexpr (std::is_floating_point_v<T>)
    return static_cast<double>(held);
  else if constexpr (std::is_convertible_v<const T&, std::string_view>)
    return std::string(std::string_view(held));
  else
    throw std::runtime_error("no value of a script: " + std::string(sl::type_name<T>));
}
given given_of(const sl::value& held) {
  if (const auto* number = held.get_if<long long>()) return *number;
  if (const auto* number = held.get_if<double>()) return *number;
  if (const auto* truth = held.get_if<bool>()) return *truth;
  if (const auto* text = held.get_if<std::string>()) return *text;
  if (const auto* noise = held.get_if<loud_ptr>()) return *noise;
  return static_cast<long long>(held.get<int>());
}
std::string shown(const given& value) {
  return std::visit(
      [](const auto& held) {
        using T = std::remove_cvref_t<decltype(held)>;
        if constexpr (std::is_same_v<T, std::string>)
          return shown(std::string_view(held));
        else if constexpr (std::is_same_v<T, long long>)
          return std::to_string(held);
        else
          return shown(held);
      },
      value);
}
template <class T>
std::string shown_any(const T& held) {
  return shown(given_of(held));
}
sl::value unwrapped(const given& one) {
  return std::visit([](const auto& held) { return sl::value(held); }, one);
}

/// Text between double quotes, with the escapes that scripts use.
std::string unquoted(std::string_view token) {
  std::string out;
  for (std::size_t i = 1; i + 1 < token.size(); ++i) {
    if (token[i] != '\\') {
      out += token[i];
      continue;
    }
    switch (token[++i]) {
      case 'n':
        out += '\n';
        break;
      case 't':
        out += '\t';
        break;
      case 'x':
        out += static_cast<char>(std::stoi(std::string(token.substr(i + 1, 2)), nullptr, 16));
        i += 2;
        break;
      default:
        out += token[i];
    }
  }
  return out;
}
std::string name_of(const std::string& token) { return token.starts_with('"') ? unquoted(token) : token; }
given value_of(const std::string& token) {
  if (token.starts_with('"')) return unquoted(token);
  if (token == "True" || token == "False") return token == "True";
  if (token.starts_with("loud:")) return std::make_shared<loud>(token.substr(5));
  if (token.find_first_of(".e") != token.npos) return std::stod(token);
  return std::stoll(token);
}

/// What a step asks for is refused by the compiler, which a test of the row that the script names proves.
struct does_not_compile : std::exception {};
/// The script is wrong.
struct bad_script : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Lists of classes.

template <class F, class... C>
void for_each_class(classes<C...>, F&& f) {
  (f(std::type_identity<C>{}), ...);
}
template <class C, class List>
inline constexpr bool is_in = false;
template <class C, class... Others>
inline constexpr bool is_in<C, classes<Others...>> = (std::is_same_v<C, Others> || ...);

// Variables.

struct variable;
struct reference;
struct object_variable;
using variable_ptr = std::unique_ptr<variable>;
/// The variables of a case.
using world = std::map<std::string, variable_ptr>;

using words = std::vector<std::string>;
/// What a step shows, if it does.
using answer = std::optional<std::string>;

struct variable {
  variable() = default;
  variable(const variable&) = delete;
  variable& operator=(const variable&) = delete;
  virtual ~variable() = default;
  /// Does a step that begins with this variable; `rest` are the words behind it.
  virtual answer act(const std::string& verb, const words& rest, world& all) = 0;
  /// It, if it is one: without dynamic_cast, as this is compiled without run-time type information, too.
  virtual reference* as_reference() { return nullptr; }
  virtual object_variable* as_object() { return nullptr; }
};
variable& variable_in(const world& all, const std::string& name) {
  const auto found = all.find(name);
  if (found == all.end()) throw bad_script("no variable " + name);
  return *found->second;
}

struct reference : variable {
  [[nodiscard]] virtual bool alive() const = 0;
  [[nodiscard]] virtual const void* address() const = 0;
  [[nodiscard]] virtual const void* identity() const = 0;
  reference* as_reference() final { return this; }
  static const reference& in(const world& all, const std::string& name) {
    const reference* const found = variable_in(all, name).as_reference();
    if (!found) throw bad_script(name + " is no reference");
    return *found;
  }
  answer act(const std::string& verb, const words& rest, world& all) override {
    if (verb == "alive") return shown(alive());
    if (verb == "same") return shown(identity() == in(all, rest.at(0)).identity());
    if (verb == "refers") return refers(all, rest.at(0));
    throw bad_script(verb);
  }
  [[nodiscard]] answer refers(const world& all, const std::string& to) const;
};
template <class C>
struct reference_to final : reference {
  sl::weak_ref<C> held;
  template <class... F>
  explicit reference_to(C& object, F&&... callback) : held(object, std::forward<F>(callback)...) {}
  [[nodiscard]] bool alive() const override { return !held.expired(); }
  [[nodiscard]] const void* address() const override { return held.get(); }
  [[nodiscard]] const void* identity() const override { return held.identity(); }
};

struct final_call final : variable {
  sl::finalizer held;
  explicit final_call(sl::finalizer made) : held(std::move(made)) {}
  answer act(const std::string& verb, const words&, world&) override {
    if (verb == "alive") return shown(held.alive());
    if (verb == "detach") return shown(held.detach());
    if (verb != "call") throw bad_script(verb);
    held();
    return {};
  }
};

/// A callback of a weak reference, as conformance.py describes them.
std::function<void()> callback_of(const words& rest, world& all) {
  return [kind = rest.at(1), event = rest.at(2), other = rest.size() > 3 ? rest[3] : std::string(), &all] {
    std::string what = event + " called";
    if (kind == "looks") {
      const bool lives = reference::in(all, other).alive();
      what += ", " + other + (lives ? " is alive" : " is dead");
    }
    events.push_back(what);
    if (kind == "drops") all.erase(other);
    if (kind == "fails") throw std::runtime_error(event);
  };
}

/// An object, or a base of it.
struct object_variable : variable {
  object_variable* as_object() final { return this; }
  [[nodiscard]] virtual std::string_view class_name() const = 0;
  /// The steps that make a variable out of this one.
  [[nodiscard]] virtual variable_ptr derive(const std::string& verb, const words& rest, world& all) = 0;
  /// A descriptor of a class, on this object.
  [[nodiscard]] virtual answer through(const words& rest) = 0;
  [[nodiscard]] virtual const void* address() = 0;
  [[nodiscard]] virtual Watched* as_watched() = 0;
  /// An attribute, to be set elsewhere.
  [[nodiscard]] virtual given read(const std::string& name) = 0;
};
object_variable& object_in(const world& all, const std::string& name) {
  object_variable* const found = variable_in(all, name).as_object();
  if (!found) throw bad_script(name + " is no object");
  return *found;
}
answer reference::refers(const world& all, const std::string& to) const {
  return shown(address() == object_in(all, to).address());
}

struct table final : variable {
  sl::weak_value_map<std::string, Watched> held;
  answer act(const std::string& verb, const words& rest, world& all) override {
    if (verb == "find") return shown(held.contains(rest.at(0)));
    if (verb == "length") return std::to_string(held.size());
    if (verb != "put") throw bad_script(verb);
    held.insert_or_assign(rest.at(0), *object_in(all, rest.at(1)).as_watched());
    return {};
  }
};

template <class C>
class object_of;
template <class C>
struct proxy_of final : variable {
  sl::weak_proxy<C> held;
  explicit proxy_of(C& object) : held(object) {}
  answer act(const std::string& verb, const words& rest, world& all) override {
    return object_of<C>::act_on(*held, verb, rest, all);
  }
};

template <class C>
class object_of final : public object_variable {
 public:
  /// Owns the object, or sees one as a base.
  object_of(C& object, bool is_own) : object_(&object), is_own_(is_own) {}
  object_of(const object_of&) = delete;
  object_of& operator=(const object_of&) = delete;
  ~object_of() override {
    if (is_own_) delete object_;
  }

  [[nodiscard]] std::string_view class_name() const override { return sl::class_name<C>; }
  answer act(const std::string& verb, const words& rest, world& all) override {
    return act_on(*object_, verb, rest, all);
  }
  variable_ptr derive(const std::string& verb, const words& rest, world& all) override {
    if constexpr (sl::has_weakref<C>) {
      if (verb == "refer" && rest.size() == 1) return variable_ptr(new reference_to<C>(*object_));
      if (verb == "refer") return variable_ptr(new reference_to<C>(*object_, callback_of(rest, all)));
      if (verb == "proxy") return variable_ptr(new proxy_of<C>(*object_));
      if (verb == "finalize")
        return variable_ptr(
            new final_call(sl::finalize(*object_, [event = rest.at(1)] { events.push_back(event + " called"); })));
    }
    if constexpr (is_in<C, whole_classes>)
      if (verb == "copy") return variable_ptr(new object_of(*new C(*object_), true));
    if (verb == "see") return see(rest.at(1));
    if (verb == "convert") return convert(rest.at(0));
    throw does_not_compile();
  }
  answer through(const words& rest) override {
    answer result;
    bool compiles = false;
    for_each_class(described_classes{}, [&]<class D>(std::type_identity<D>) {
      if (sl::class_name<D> != rest.at(0)) return;
      if constexpr (std::is_base_of_v<D, C>)
        sl::with_slot<D>(rest.at(1), [&](auto slot) { compiles = use(slot, rest, result); });
    });
    if (!compiles) throw does_not_compile();
    return result;
  }
  [[nodiscard]] const void* address() override { return object_; }
  [[nodiscard]] Watched* as_watched() override {
    if constexpr (std::is_base_of_v<Watched, C>)
      return object_;
    else
      throw bad_script("no Watched");
  }
  [[nodiscard]] given read(const std::string& name) override {
    if constexpr (is_in<C, whole_classes>)
      return getattr(*object_, name).visit([](const auto& held) -> given { return given_of(held); });
    else
      throw bad_script("not among the whole_classes");
  }

  /// The steps that an object and a proxy of it have in common.
  static answer act_on(C& object, const std::string& verb, const words& rest, world& all) {
    if (verb == "type") return std::string(class_name_of(object));
    if (verb == "vars" || verb == "size" || verb == "item" || verb == "erase" || verb == "holds" || verb == "clear" ||
        verb == "adopt")
      return act_on_dict(object, verb, rest, all);
    if (verb == "count") {
      if constexpr (sl::has_weakref<C>)
        return std::to_string(weak_count(object));
      else
        throw does_not_compile();
    }
    if (verb == "text") return text_of(object);
    if (verb == "state") return state(object);
    if (verb == "equal" || verb == "assign") return with_other(object, verb, variable_in(all, rest.at(0)));
    const std::string name = name_of(rest.at(0));
    if (verb == "get" && rest.size() == 1) return get(object, name);
    if (verb == "has") return shown(hasattr(object, name));
    if (verb == "get") return get_or(object, name, value_of(rest.at(1)));
    if (verb == "suggest") return suggest(object, name);
    if (verb == "delete")
      delattr(object, name);
    else if (verb == "set")
      setattr(object, name, value_of(rest.at(1)));
    else if (verb == "transfer")
      setattr(object, name, object_in(all, rest.at(1)).read(name_of(rest.at(2))));
    else
      throw bad_script(verb);
    return {};
  }

 private:
  static std::string_view class_name_of(C& object) {
    if constexpr (sl::has_dict<C>)
      return class_of(object).name();
    else
      return sl::class_name<C>;
  }
  static std::string get(C& object, const std::string& name) {
    return getattr(object, name).visit([](const auto& held) { return shown_any(held); });
  }
  static std::string get_or(C& object, const std::string& name, const given& fallback) {
    if constexpr (!is_in<C, whole_classes>) {
      throw bad_script("not among the whole_classes");
    } else {
      if (const auto* text = std::get_if<std::string>(&fallback))
        return shown(std::string_view(sl::getattr<std::string>(object, name, *text)));
      using number = std::conditional_t<sl::slot_count<C> == 0, long long, int>;  // dynamic, or a slot
      return shown_any(sl::getattr<number>(object, name, static_cast<number>(std::get<long long>(fallback))));
    }
  }
  static std::string suggest(C& object, const std::string& name) {
    try {
      static_cast<void>(getattr(object, name));
    } catch (const sl::attribute_error& error) {
      const std::string_view what = error.what();
      constexpr std::string_view offer = "Did you mean '";
      const std::size_t start = what.find(offer);
      if (start == what.npos) return "nothing";
      const auto from = what.substr(start + offer.size());
      return std::string(from.substr(0, from.find('\'')));
    }
    return "known";
  }
  /// The object that a variable holds, if it is of this class.
  static C* held_by(variable& other) {
    object_variable* const found = other.as_object();
    return found && found->class_name() == sl::class_name<C> ? static_cast<object_of*>(found)->object_ : nullptr;
  }
  static answer with_other(C& object, const std::string& verb, variable& other) {
    const C* const same = held_by(other);
    if (!same) throw does_not_compile();
    if constexpr (is_in<C, whole_classes>) {
      if (verb == "equal") return shown(object == *same);
      object = *same;
      return {};
    } else {
      throw bad_script("not among the whole_classes");
    }
  }
  static answer text_of(C& object) {
    if constexpr (is_in<C, shown_classes>)
      return repr(object);
    else
      throw bad_script("not among the shown_classes");
  }
  static answer state(C& object) {
    if constexpr (is_in<C, kept_classes>) {
      std::map<std::string, std::string> sorted;
      const auto kept = sl::state(object);
      for_each_attr(kept,
                    [&](std::string_view name, const auto& held) { sorted[std::string(name)] = shown_any(held); });
      return list(sorted);
    } else {
      throw bad_script("not among the kept_classes");
    }
  }
  template <class Attributes>
  static std::string list(const Attributes& attributes) {
    std::string out;
    for (const auto& [name, held] : attributes) {
      out += out.empty() ? "" : ", ";
      out += shown(std::string_view(name)) + ": ";
      if constexpr (std::is_same_v<std::remove_cvref_t<decltype(held)>, std::string>)
        out += held;
      else
        out += shown_any(held);
    }
    return "{" + out + "}";
  }

  variable_ptr convert(const std::string& to) {
    variable_ptr result;
    if constexpr (is_in<C, converted_classes>)
      for_each_class(converted_classes{}, [&]<class D>(std::type_identity<D>) {
        if constexpr (sl::layout_compatible<C, D>)
          if (sl::class_name<D> == to)
            result = variable_ptr(new object_of<D>(*new D(sl::convert_to<D>(std::move(*object_))), true));
      });
    if (!result) throw does_not_compile();
    return result;
  }
  variable_ptr see(const std::string& as) {
    variable_ptr result;
    for_each_class(seen_classes{}, [&]<class D>(std::type_identity<D>) {
      if constexpr (std::is_base_of_v<D, C>)
        if (sl::class_name<D> == as) result = variable_ptr(new object_of<D>(*object_, false));
    });
    if (!result) throw bad_script("not among the seen_classes");
    return result;
  }

  static answer act_on_dict(C& object, const std::string& verb, const words& rest, world& all) {
    if constexpr (!sl::has_dict<C>) {
      throw does_not_compile();
    } else {
      const auto dict = vars(object);
      if (verb == "vars") return list(dict);
      if (verb == "size") return std::to_string(dict.size());
      if (verb == "item" && rest.size() == 1) return shown_any(dict.at(name_of(rest[0])));
      if (verb == "erase") return shown(dict.erase(name_of(rest.at(0))) != 0);
      if (verb == "holds") return shown(dict.contains(name_of(rest.at(0))));
      if (verb == "clear") {
        dict.clear();
      } else if (verb == "adopt") {
        C* const other = held_by(variable_in(all, rest.at(0)));
        if (!other) throw bad_script(rest[0] + " is of another class");
        dict.assign(vars(*other));
      } else if constexpr (std::is_same_v<typename decltype(dict)::mapped_type, sl::value>) {
        dict.insert_or_assign(name_of(rest[0]), unwrapped(value_of(rest.at(1))));
      } else {
        dict.insert_or_assign(name_of(rest[0]), std::get<loud_ptr>(value_of(rest.at(1))));
      }
      return {};
    }
  }

  template <class Slot>
  bool use(Slot slot, const words& rest, answer& result) {
    const std::string& verb = rest.at(2);
    if (verb == "get") {
      result = shown_any(slot.get(*object_));
      return true;
    }
    if constexpr (!Slot::readonly) {
      if (verb == "delete") {
        slot.del(*object_);
        return true;
      }
      using T = typename Slot::value_type;
      using read = std::conditional_t<std::is_same_v<T, int>, long long, T>;
      const given value = value_of(rest.at(4));
      if (verb != "set" || !std::holds_alternative<read>(value)) return false;
      slot.set(*object_, static_cast<T>(std::get<read>(value)));
      return true;
    }
    return false;
  }

  C* object_;
  bool is_own_;
};

// Classes.

struct known_class {
  variable_ptr (*make)(const words&) = nullptr;
  std::string names, own, kinds;
  std::string (*describe)(const std::string&) = nullptr;
};

template <class C>
variable_ptr make(const words& values) {
  const auto give = [&](const auto& set) {
    for (const std::string& one : values) {
      const std::size_t equals = one.find('=');
      set(one.substr(0, equals), one.substr(equals + 1));
    }
  };
  if constexpr (is_in<C, built_classes>) {
    sl::builder<C> row;
    give([&](const std::string& name, const std::string& value) { row.set(name, value_of(value)); });
    return variable_ptr(new object_of<C>(*new C(std::move(row).build()), true));
  } else {
    variable_ptr made(new object_of<C>(*new C(), true));
    world none;
    give([&](const std::string& name, const std::string& value) { made->act("set", {name, value}, none); });
    return made;
  }
}

template <class Names>
std::string list_of(const Names& names) {
  std::string out;
  for (const std::string_view name : names) out += (out.empty() ? "" : ", ") + shown(name);
  return "[" + out + "]";
}
template <class C>
std::string describe(const std::string& name) {
  std::string out;
  sl::with_slot<C>(name, [&]<class Slot>(Slot) {
    out = shown(Slot::name) + " " + shown(Slot::qualname) + " " + shown(sl::class_name<typename Slot::owner_type>) +
          " " + shown(Slot::doc);
  });
  return out;
}

const std::map<std::string, known_class, std::less<>>& known_classes() {
  static const auto all = [] {
    std::map<std::string, known_class, std::less<>> made;
    for_each_class(all_classes{}, [&]<class C>(std::type_identity<C>) {
      known_class& one = made[std::string(sl::class_name<C>)];
      if constexpr (!is_in<C, looked_at_classes>) one.make = make<C>;
      one.names = list_of(sl::slot_names<C>);
      one.own = list_of(sl::own_slot_names<C>);
      one.kinds = "dict=" + shown(sl::has_dict<C>) + " weakref=" + shown(sl::has_weakref<C>);
      if constexpr (is_in<C, described_classes>) one.describe = describe<C>;
    });
    return made;
  }();
  return all;
}
const known_class& class_named(const std::string& name) {
  const auto found = known_classes().find(name);
  if (found == known_classes().end()) throw bad_script("no class " + name);
  return found->second;
}

// Steps.

std::string alike(const std::string& one, const std::string& other) {
  std::string result;
  for_each_class(alike_classes{}, [&]<class A>(std::type_identity<A>) {
    if (sl::class_name<A> != one) return;
    for_each_class(alike_classes{}, [&]<class B>(std::type_identity<B>) {
      if (sl::class_name<B> == other) result = shown(sl::layout_compatible<A, B>);
    });
  });
  return result;
}

answer play(const words& step, world& all) {
  const std::string& verb = step.at(0);
  const std::string& first = step.at(1);
  const words rest(step.begin() + 2, step.end());
  if (verb == "names") return class_named(first).names;
  if (verb == "own") return class_named(first).own;
  if (verb == "kinds") return class_named(first).kinds;
  if (verb == "describe") return class_named(first).describe(rest.at(0));
  if (verb == "make") {
    all[first] = class_named(rest.at(0)).make({rest.begin() + 1, rest.end()});
    return {};
  }
  if (verb == "table") {
    all[first] = std::make_unique<table>();
    return {};
  }
  if (verb == "drop") {
    const auto dropped = all.extract(first);
    return {};
  }
  if (verb == "alike") return alike(first, rest.at(0));
  if (verb == "through") {
    words asked = rest;
    asked.insert(asked.begin(), first);
    return object_in(all, rest.at(2)).through(asked);
  }
  if (verb == "convert") {
    all[first] = object_in(all, first).derive(verb, rest, all);
    return {};
  }
  if (verb == "copy" || verb == "see" || verb == "refer" || verb == "proxy" || verb == "finalize") {
    all[first] = object_in(all, rest.at(0)).derive(verb, rest, all);
    return {};
  }
  return variable_in(all, first).act(verb, rest, all);
}

std::string outcome_of(const words& step, world& all) {
  try {
    const answer shown = play(step, all);
    return shown ? "value " + *shown : "ok";
  } catch (const sl::attribute_error& error) {
    return std::string("AttributeError: ") + error.what();
  } catch (const sl::type_error& error) {
    return std::string("TypeError: ") + error.what();
  } catch (const sl::reference_error& error) {
    return std::string("ReferenceError: ") + error.what();
  } catch (const bad_script&) {
    throw;
  } catch (const std::out_of_range& error) {
    return std::string("std::out_of_range: ") + error.what();
  } catch (const does_not_compile&) {
    return "does not compile";
  }
}

/// Words, which may hold quoted text.
words split(std::string_view line) {
  words all;
  bool is_quoted = false;
  bool goes_on = false;
  for (std::size_t i = 0; i != line.size(); ++i) {
    if (line[i] == ' ' && !is_quoted) {
      goes_on = false;
      continue;
    }
    if (!goes_on) all.emplace_back();
    goes_on = true;
    all.back() += line[i];
    if (line[i] == '"') is_quoted = !is_quoted;
    if (line[i] == '\\' && is_quoted) all.back() += line[++i];
  }
  return all;
}

void report_unraisable(std::exception_ptr thrown) {
  try {
    std::rethrow_exception(std::move(thrown));
  } catch (const std::exception& error) {
    events.push_back(error.what() + std::string(" is reported"));
  }
}

void play_all() {
  sl::set_unraisable_handler(report_unraisable);
  world all;
  for (std::string line; std::getline(std::cin, line);) {
    if (line.starts_with("case ")) {
      all.clear();
      events.clear();
      continue;
    }
    try {
      std::string outcome = outcome_of(split(line), all);
      for (const std::string& event : events) outcome += "; " + event;
      std::cout << outcome << '\n';
    } catch (const std::exception& error) {
      throw bad_script(line + ": " + error.what());
    }
    events.clear();
  }
}

}  // namespace
}  // namespace conformance

int main() {
  try {
    conformance::play_all();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
