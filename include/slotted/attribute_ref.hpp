// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// attribute_ref: the value of a slot that was named at run time, whose type is one of those that the class has.
#ifndef SLOTTED_ATTRIBUTE_REF_HPP
#define SLOTTED_ATTRIBUTE_REF_HPP

#include <slotted/lookup.hpp>

#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

namespace detail {

template <class C, class F>
struct value_visitor {
  C& object;
  F& f;
  template <class Entry, std::size_t>
  constexpr decltype(auto) operator()() const {
    return f(unchecked_value<Entry>(object));
  }
};

template <class A, class B>
concept comparable = requires(const A& a, const B& b) {
  { a == b } -> std::convertible_to<bool>;
};

/// Compares by value: integers of any types as numbers, everything else as its type does.
template <class V>
struct equal_to_value {
  const V& value;
  template <class T>
  constexpr bool operator()(const T& held) const {
    if constexpr (std::is_array_v<T>)
      return false;  // it would be compared as an address
    else if constexpr (std::is_integral_v<T> && std::is_integral_v<V>)
      return in_range<T>(value) && held == static_cast<T>(value);
    else if constexpr (std::is_arithmetic_v<T> && std::is_arithmetic_v<V>)
      return static_cast<long double>(held) == static_cast<long double>(value);
    else if constexpr (comparable<T, V>)
      return held == value;
    else
      return false;
  }
};

template <class Stream, class T>
concept printable_to = requires(Stream& stream, const T& value) { stream << value; };

template <class Stream>
struct value_printer {
  Stream& stream;
  template <class T>
  void operator()(const T& value) const {
    if constexpr (std::is_same_v<T, opaque_value>)
      stream << '<' << value.type << '>';
    else if constexpr (printable_to<Stream, T>)
      stream << value;
    else
      stream << '<' << type_name<T> << '>';
  }
};

/// What comes of a visit where there is nothing to visit: it never comes, so it is of any type.
struct never_visited {
  template <class T>
  constexpr operator T() const noexcept {
    __builtin_unreachable();
  }
};

}  // namespace detail

/// The value of one slot of an object of class `C` (const or not), found by a run-time name. It is there: whoever makes
/// a reference has checked. Valid as long as a pointer to the value would be.
/// @snippet verbs.cpp attribute_ref
template <class C>
class attribute_ref {
 public:
  using slotted_attribute_ref = void;

  constexpr attribute_ref(C& object, std::size_t index) noexcept
      : object_(__builtin_addressof(object)), index_(index) {}

  /// The name of the value's type.
  [[nodiscard]] constexpr std::string_view type() const noexcept {
    return detail::records_of<class_type>.all[index_].type->name;
  }
  /// The slot's own name, also where an alias was asked for.
  [[nodiscard]] constexpr std::string_view name() const noexcept { return detail::name_of_slot<class_type>(index_); }
  /// Whether the value is a `T`.
  template <class T>
  [[nodiscard]] constexpr bool holds() const noexcept {
    return detail::records_of<class_type>.all[index_].type == &detail::identity_of<std::remove_cv_t<T>>;
  }

  /// The value, if it is a `T`, else null. Points to const where `getattr<T>` would.
  template <class T>
  [[nodiscard]] constexpr detail::value_by_name<C, T>* get_if() const noexcept {
    return detail::typed_finder<detail::value_by_name<C, T>, C>{*object_}.at(index_);
  }
  /// The value; type_error if it is no `T`.
  template <class T>
  [[nodiscard]] constexpr detail::value_by_name<C, T>& get() const {
    if (!holds<T>()) detail::raise_wrong_type(class_name<class_type>, name(), type(), type_name<T>);
    return *get_if<T>();
  }

  /// Returns `f(value)`. `f` must take the type of every slot of the class and return the same type for all.
  template <class F>
  constexpr decltype(auto) visit(F&& f) const {
    if constexpr (detail::slot_total<class_type> == 0) {
      return detail::never_visited{};
    } else {
      using first = detail::at<0, detail::entries_of<detail::declaration_of<class_type>>>;
      using result = decltype(f(detail::unchecked_value<first>(*object_)));
      detail::value_visitor<C, F> visitor{*object_, f};
      return detail::dispatch<class_type, result>(index_, visitor);
    }
  }

  /// Equal to a value of another type only as numbers are: `getattr(o, "n") == 3`.
  template <class V>
    requires(!detail::attribute_reference<V>)
  friend constexpr bool operator==(const attribute_ref& ref, const V& value) {
    return ref.visit(detail::equal_to_value<V>{value});
  }
  template <class D>
  friend constexpr bool operator==(const attribute_ref& ref, const attribute_ref<D>& other) {
    return ref.visit([&other](const auto& value) { return other == value; });
  }

  /// The value as its own type prints, or `<type>` where it does not.
  template <class Stream>
    requires requires(Stream& stream) { stream << '<' << std::string_view{}; }
  friend Stream& operator<<(Stream& stream, const attribute_ref& ref) {
    ref.visit(detail::value_printer<Stream>{stream});
    return stream;
  }

 private:
  using class_type = std::remove_const_t<C>;
  C* object_;
  std::size_t index_;
};

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
