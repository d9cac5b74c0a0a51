// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// value: one value of any copyable type, in 16 bytes. What a dynamic attribute is, unless its dict slot says otherwise.
#ifndef SLOTTED_VALUE_HPP
#define SLOTTED_VALUE_HPP

#include <slotted/taken.hpp>
#include <slotted/type_identity.hpp>
#include <slotted/value_rule.hpp>

#include <concepts>
#include <cstddef>
#include <iosfwd>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

class value;

namespace detail {

/// What is done with a held value whose type is known no longer.
struct value_functions {
  const type_identity_record* type;
  bool is_inline;
  void* (*copy)(const void* from);  // of a value on the heap
  void (*destroy)(void* held) noexcept;
  bool (*equal)(const void* a, const void* b);         // null: the type has no ==
  void (*print)(std::ostream& out, const void* held);  // null: it has no <<
};

/// In the object itself: what fits, and may be copied byte for byte.
template <class T>
inline constexpr bool is_held_inline =
    sizeof(T) <= 8 && alignof(T) <= 8 && std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>;

template <class T>
concept comparable_with_itself = requires(const T& a, const T& b) {
  { a == b } -> std::convertible_to<bool>;
};
template <class T>
concept printable_by_stream = std::is_class_v<T> && !std::is_same_v<T, std::string> &&
                              requires(std::ostream& out, const T& held) { out << held; };

template <class T>
struct functions_for_value {
  static void* copy(const void* from) { return ::new T(*static_cast<const T*>(from)); }
  static void destroy(void* held) noexcept { ::delete static_cast<T*>(held); }
  static bool equal(const void* a, const void* b) {
    return static_cast<bool>(*static_cast<const T*>(a) == *static_cast<const T*>(b));
  }
  static void print(std::ostream& out, const void* held) { out << *static_cast<const T*>(held); }
  static consteval value_functions make() {
    value_functions made{&identity_of<T>, is_held_inline<T>, nullptr, nullptr, nullptr, nullptr};
    if constexpr (!is_held_inline<T>) {
      made.copy = copy;
      made.destroy = destroy;
    }
    if constexpr (comparable_with_itself<T>) made.equal = equal;
    if constexpr (printable_by_stream<T>) made.print = print;
    return made;
  }
};
template <class T>
[[gnu::visibility("default")]] inline constexpr value_functions value_functions_of = functions_for_value<T>::make();

/// Text is held as a std::string, which owns it, and everything else as what it decays to.
template <class T>
using held_type_t = std::conditional_t<(string_like<T> && !std::is_class_v<std::decay_t<T>>) ||
                                           std::is_same_v<std::decay_t<T>, std::string_view>,
                                       std::string, std::decay_t<T>>;

/// Whatever takes this takes anything, and does not mean values.
struct something {};
/// What a `value` converts to, as a test framework's expressions: whether that can be copied would depend on itself.
template <class T>
concept made_from_value = (std::is_constructible_v<T, value&> || std::is_constructible_v<T, value>) &&
                          !std::is_constructible_v<T, const something&>;

/// Whether a `value` can be made from a T: of what wraps a value it takes what is inside (value_rule.hpp).
template <class T>
concept holdable = !std::is_same_v<std::remove_cvref_t<T>, value> && !attribute_reference<std::remove_cvref_t<T>> &&
                   !std::is_same_v<std::remove_cvref_t<T>, something> && !made_from_value<held_type_t<T>> &&
                   std::is_object_v<held_type_t<T>> && std::is_copy_constructible_v<held_type_t<T>> &&
                   std::is_constructible_v<held_type_t<T>, T> && std::is_nothrow_destructible_v<held_type_t<T>>;

}  // namespace detail

/// One value of any copyable type, or none. 16 bytes: numbers and pointers are inside, larger values on the heap. Text
/// that does not own its characters is held as a std::string. Moving throws nothing and leaves no value behind.
/// @snippet dynamic_attributes.cpp value
class value {
 public:
  using slotted_attribute_ref = void;

  /// No value.
  constexpr value() noexcept = default;
  /// Holds a copy of `given`; by the value rule where a slot or an attribute takes it.
  template <class T>
    requires detail::holdable<T>
  value(T&& given) {  // implicit: setattr(o, "n", 3)
    using kept = detail::held_type_t<T>;
    if constexpr (detail::is_held_inline<kept>)
      ::new (static_cast<void*>(bytes_)) kept(static_cast<T&&>(given));
    else
      keep(::new kept(static_cast<T&&>(given)));
    functions_ = &detail::value_functions_of<kept>;
  }

  value(const value& other) {
    if (!other.functions_ || other.functions_->is_inline)
      copy_bytes(other);
    else
      keep(other.functions_->copy(other.held()));
    functions_ = other.functions_;
  }
  value(value&& other) noexcept : functions_(detail::taken(other.functions_)) { copy_bytes(other); }
  value& operator=(const value& other) {
    value copy(other);
    swap(copy);
    return *this;
  }
  /// The value that was held dies last: its destructor may use whatever this value is part of.
  value& operator=(value&& other) noexcept {
    value moved(std::move(other));
    swap(moved);
    return *this;
  }
  ~value() { reset(); }

  void swap(value& other) noexcept {
    unsigned char bytes[sizeof bytes_];
    __builtin_memcpy(bytes, bytes_, sizeof bytes_);
    copy_bytes(other);
    __builtin_memcpy(other.bytes_, bytes, sizeof bytes_);
    detail::swap_pointers(functions_, other.functions_);
  }
  friend void swap(value& a, value& b) noexcept { a.swap(b); }

  /// Constructs a T in place of the value. On a throw nothing is changed.
  template <class T, class... A>
    requires detail::holdable<T>
  T& emplace(A&&... arguments) {
    value made(T(std::forward<A>(arguments)...));
    swap(made);
    return *get_if<T>();
  }
  void reset() noexcept {
    if (const detail::value_functions* const functions = detail::taken(functions_))
      if (!functions->is_inline) functions->destroy(pointer());
  }

  [[nodiscard]] bool has_value() const noexcept { return functions_ != nullptr; }
  /// The name of the type that is held; empty where none is.
  [[nodiscard]] std::string_view type() const noexcept {
    return functions_ ? functions_->type->name : std::string_view{};
  }
  /// Whether the value is a `T`.
  template <class T>
  [[nodiscard]] bool holds() const noexcept {
    return functions_ == &detail::value_functions_of<std::remove_cv_t<T>>;
  }

  /// The value if it is a `T`, else null.
  template <class T>
  [[nodiscard]] T* get_if() noexcept {
    return holds<T>() ? static_cast<T*>(place_of<T>()) : nullptr;
  }
  /// The same of a const value.
  template <class T>
  [[nodiscard]] const T* get_if() const noexcept {
    return const_cast<value*>(this)->get_if<const T>();
  }
  /// The value; type_error if it is no `T`.
  template <class T>
  [[nodiscard]] T& get() {
    if (!holds<T>()) raise_other(type_name<std::remove_const_t<T>>);
    return *get_if<T>();
  }
  template <class T>
  [[nodiscard]] const T& get() const {
    return const_cast<value*>(this)->get<const T>();
  }

  /// Returns `f` of the value: bool, char, float, double as they are, other integers as `int` or `long long` and their
  /// unsigned kin, text as `std::string_view`, anything else as an object whose `type` is the name of the type.
  template <class F>
  decltype(auto) visit(F&& f) const {
    return functions_ ? detail::visit_scalar(*functions_->type, held(), f) : f(detail::opaque_value{"nothing"});
  }

  /// Equal if both hold nothing, equal values of one type that has `==`, or equal numbers of any types.
  template <std::same_as<value> A>  // a template, so that only those pay the compiler who compare
  friend bool operator==(const A& a, const A& b) {
    if (!a.functions_ || !b.functions_) return a.functions_ == b.functions_;
    if (a.functions_->type == b.functions_->type) return a.functions_->equal && a.functions_->equal(a.held(), b.held());
    return a.visit(
        [&b](const auto& left) { return b.visit([&left](const auto& right) { return equal_scalars(left, right); }); });
  }
  template <std::same_as<value> A, class T>  // nothing that converts to a value is meant
    requires detail::holdable<T>
  friend bool operator==(const A& a, const T& b) {
    if constexpr (detail::string_like<const T&>) {
      const auto* const text = a.template get_if<std::string>();
      return text && *text == std::string_view(b);
    } else if constexpr (!std::is_array_v<T> && !std::is_function_v<T> && detail::comparable_with_itself<T>) {
      if (const T* const same = a.template get_if<T>()) return static_cast<bool>(*same == b);
      if constexpr (std::is_arithmetic_v<T>) return a.visit([&b](const auto& left) { return equal_scalars(left, b); });
    }
    return false;
  }

  /// As the type prints itself; numbers and text by the stream; `<type>` where the type does not print.
  template <class Stream>
    requires requires(Stream& out) { out << '<' << std::string_view{}; }
  friend Stream& operator<<(Stream& out, const value& printed) {
    if (printed.functions_ && printed.functions_->print) {
      if constexpr (std::is_base_of_v<std::ostream, Stream>)
        printed.functions_->print(out, printed.held());
      else
        out << '<' << printed.type() << '>';
      return out;
    }
    printed.visit([&out](const auto& held) {
      if constexpr (std::is_same_v<std::remove_cvref_t<decltype(held)>, detail::opaque_value>)
        out << '<' << held.type << '>';
      else
        out << held;
    });
    return out;
  }

  /// For text that people read (format.hpp): what is held, and the function that prints it, if the type has one.
  [[nodiscard]] const void* slotted_held() const noexcept { return held(); }
  [[nodiscard]] const detail::value_functions* slotted_functions() const noexcept { return functions_; }

 private:
  template <class A, class B>
  static bool equal_scalars(const A& a, const B& b) {
    if constexpr (std::is_integral_v<A> && std::is_integral_v<B>)
      return detail::in_range<A>(b) && a == static_cast<A>(b);
    else if constexpr (std::is_arithmetic_v<A> && std::is_arithmetic_v<B>)
      return static_cast<long double>(a) == static_cast<long double>(b);
    else
      return false;
  }
  [[noreturn]] SLOTTED_COLD void raise_other(std::string_view asked) const {
    detail::raise<type_error>(detail::joined({"a value of type '", has_value() ? type() : std::string_view("nothing"),
                                              "' is no '", asked, "'"}),
                              "value", {});
  }

  void copy_bytes(const value& other) noexcept { __builtin_memcpy(bytes_, other.bytes_, sizeof bytes_); }
  void keep(void* made) noexcept { ::new (static_cast<void*>(bytes_)) pointer_type(made); }
  [[nodiscard]] void* pointer() const noexcept { return *std::launder(reinterpret_cast<const pointer_type*>(bytes_)); }
  [[nodiscard]] const void* held() const noexcept {
    return functions_ && functions_->is_inline ? static_cast<const void*>(bytes_) : pointer();
  }
  template <class T>
  [[nodiscard]] auto* place_of() noexcept {
    using kept = std::remove_cv_t<T>;
    if constexpr (detail::is_held_inline<kept>)
      return std::launder(reinterpret_cast<kept*>(bytes_));
    else
      return static_cast<kept*>(pointer());
  }

  using pointer_type = void*;
  alignas(8) unsigned char bytes_[8]{};
  const detail::value_functions* functions_ = nullptr;
};

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
