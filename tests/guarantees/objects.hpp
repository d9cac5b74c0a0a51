// The classes that the operations are done with, and all that can be seen of their objects.
#pragma once

#include <slotted/slotted.hpp>

#include <cstddef>
#include <ostream>
#include <streambuf>
#include <string>
#include <string_view>
#include <type_traits>

#include "guarantees/table.hpp"

namespace guarantees {

namespace sl = slotted;
using namespace sl::literals;

inline constexpr const char* long_text = "a text that is longer than a small string";

/// Fields and slots.
template <class V>
struct Point : sl::object<Point<V>, sl::slots<sl::field<"a", V>, sl::field<"b", V>, sl::slot<"c", V>, sl::slot<"d", V>,
                                              sl::slot<"text", std::string>>> {
  using Point::object::object;
};
/// The same names in another order.
template <class V>
struct Turned : sl::object<Turned<V>, sl::slots<sl::slot<"text", std::string>, sl::slot<"d", V>, sl::field<"b", V>,
                                                sl::field<"a", V>, sl::slot<"c", V>>> {
  using Turned::object::object;
};
/// A base, more slots, and a dict slot.
template <class V>
struct Figure : sl::object<Figure<V>, sl::slots<sl::field<"a", V>, sl::slot<"c", V>>> {
  using Figure::object::object;
};
template <class V>
struct Shape : sl::object<Shape<V>, sl::extends<Figure<V>>, sl::slots<sl::slot<"e", V>, sl::dict_slot<V>>> {
  using Shape::object::object;
};
template <class V>
struct Circle : sl::object<Circle<V>, sl::extends<Shape<V>>, sl::slots<sl::slot<"radius", V>>> {
  using Circle::object::object;
};

/// A field and a dict slot.
template <class V>
struct Free : sl::object<Free<V>, sl::slots<sl::field<"a", V>, sl::dict_slot<V>>> {
  using Free::object::object;
};

/// A stream that writes to memory of its own, so that it does not fail itself.
class fixed_stream : private std::streambuf, public std::ostream {
 public:
  fixed_stream() : std::ostream(static_cast<std::streambuf*>(this)) {
    setp(text_, text_ + sizeof text_);
    exceptions(badbit | failbit);
  }
  [[nodiscard]] std::string str() const { return {text_, static_cast<std::size_t>(pptr() - text_)}; }

 private:
  char text_[20000];
};

// What can be seen.

template <bool MovesThrow>
void tell(std::string& out, const delicate<MovesThrow>& value) {
  out += std::to_string(value.number());
}
inline void tell(std::string& out, const std::string& value) { out += value; }
inline void tell(std::string& out, int value) { out += std::to_string(value); }
inline void tell(std::string& out, bool value) { out += value ? "yes" : "no"; }
template <class V>
  requires std::is_same_v<V, sl::value>
void tell(std::string& out, const V& value) {
  if (const auto* const careful = value.template get_if<delicate<false>>())
    tell(out, *careful);
  else if (const auto* const careless = value.template get_if<delicate<true>>())
    tell(out, *careless);
  else if (const auto* const text = value.template get_if<std::string>())
    tell(out, *text);
  else
    out += value.has_value() ? "something" : "nothing";
}
template <class O>
  requires sl::detail::slotted_class<O>
void tell(std::string& out, const O& object) {
  out += '(';
  for_each_attr(object, [&out](std::string_view name, const auto& value) {
    out.append(name).append("=");
    tell(out, value);
    out += ' ';
  });
  out += ')';
}
template <class... T>
std::string told(const T&... all) {
  std::string out;
  const auto one = [&out](const auto& value) {
    tell(out, value);
    out += ' ';
  };
  (one(all), ...);
  return out;
}

// What can be done with an object, whatever it holds.

template <class T>
T another() {
  if constexpr (std::is_same_v<T, std::string>)
    return long_text;
  else
    return T(77);
}
template <class O>
bool can_be_used(O& object) {
  bool right = true;
  sl::for_each_slot<O>([&](auto slot) {
    using T = std::remove_cv_t<typename decltype(slot)::value_type>;
    slot.set(object, another<T>());
    right = right && slot.has(object) && told(slot.get(object)) == told(another<T>());
    if constexpr (slot.may_be_unset) {
      slot.del(object);
      right = right && !slot.has(object);
      slot.set(object, another<T>());
    }
  });
  if constexpr (sl::has_dict<O>) {
    using V = sl::detail::dict_value_of<O>;
    const std::string before = told(object);
    vars(object).insert_or_assign("a name", V(5));
    right = right && told(vars(object).at("a name")) == told(V(5)) && vars(object).erase("a name") == 1;
    right = right && told(object) == before;
  }
  if constexpr (std::is_copy_constructible_v<O>) {
    O copy(object);
    right = right && told(copy) == told(object);
    object = copy;
    right = right && told(copy) == told(object);
  }
  return right;
}

}  // namespace guarantees
