// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// What `o["label"_slot]` is for a slot that may be unset: std::optional's interface on the value in the object.
#ifndef SLOTTED_SLOT_HANDLE_HPP
#define SLOTTED_SLOT_HANDLE_HPP

#include <slotted/access.hpp>

#include <initializer_list>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

template <class Object, class Entry>
class slot_handle;

namespace detail {

template <class T>
inline constexpr bool is_slot_handle = false;
template <class Object, class Entry>
inline constexpr bool is_slot_handle<slot_handle<Object, Entry>> = true;

}  // namespace detail

/// One slot of one object. It refers to the object and is meant for the expression it appears in, so it is not copied.
/// There is no conversion to bool and no comparison with values: for a field the same spelling means the value itself.
/// @snippet verbs.cpp slot_handle
template <class Object, class Entry>
class slot_handle {
  using value_type = typename Entry::value_type;
  using reference = detail::slot_reference<Entry, Object>;

 public:
  constexpr explicit slot_handle(Object& object) noexcept : object_(object) {}
  slot_handle(const slot_handle&) = delete;
  ~slot_handle() = default;

  /// Sets the slot, by the value rule.
  template <class V>
    requires(!detail::is_slot_handle<std::remove_cvref_t<V>>)
  SLOTTED_INLINE constexpr const slot_handle& operator=(
      V&& value) const {  // NOLINT(misc-unconventional-assign-operator)
    detail::store_value<Entry>(object_, static_cast<V&&>(value));
    return *this;
  }
  /// Sets or unsets the slot as the other one is, of any object and any slot whose value fits.
  constexpr const slot_handle& operator=(const slot_handle& other) const { return assign(other); }
  template <class OtherObject, class OtherEntry>
  constexpr const slot_handle& operator=(const slot_handle<OtherObject, OtherEntry>& other) const {
    return assign(other);
  }

  [[nodiscard]] SLOTTED_INLINE constexpr bool has_value() const noexcept { return detail::has_value<Entry>(object_); }
  /// Throws attribute_error where the slot is unset, and so do `*` and `->`.
  [[nodiscard]] SLOTTED_INLINE constexpr reference value() const { return detail::checked_value<Entry>(object_); }
  [[nodiscard]] SLOTTED_INLINE constexpr reference operator*() const { return detail::checked_value<Entry>(object_); }
  [[nodiscard]] SLOTTED_INLINE constexpr auto operator->() const {
    return __builtin_addressof(detail::checked_value<Entry>(object_));
  }
  /// The value, which must be there: the check is the caller's.
  [[nodiscard]] SLOTTED_INLINE constexpr reference unchecked() const noexcept {
    return detail::unchecked_value<Entry>(object_);
  }
  /// A copy of the value, or else `fallback` as one.
  template <class V>
  [[nodiscard]] constexpr auto value_or(V&& fallback) const {
    return detail::value_or_fallback<Entry>(object_, static_cast<V&&>(fallback));
  }

  /// Unsets the slot if it is set.
  constexpr void reset() const noexcept {
    if constexpr (detail::may_delete<Entry, Object>())
      if (has_value()) detail::destroy_slot<Entry>(object_);
  }

  /// Destroys the value if there is one, then constructs one in place. Where that throws the slot is unset, as in
  /// std::optional.
  template <class... A>
  constexpr reference emplace(A&&... arguments) const {
    return construct<A...>(static_cast<A&&>(arguments)...);
  }
  template <class E, class... A>
    requires std::is_constructible_v<std::remove_cv_t<value_type>, std::initializer_list<E>&, A...>
  constexpr reference emplace(std::initializer_list<E> elements, A&&... arguments) const {
    return construct<std::initializer_list<E>&, A...>(elements, static_cast<A&&>(arguments)...);
  }

 private:
  template <class... A>
  constexpr reference construct(A&&... arguments) const {
    using made_type = std::remove_cv_t<value_type>;
    if constexpr (!std::is_constructible_v<made_type, A...>) {
      static_cast<void>(
          detail::report<error::arguments_make_no_value<detail::seen_as<Object>, Entry::name_type::literal, made_type,
                                                        A...>>::kept);
    } else if constexpr (detail::may_delete<Entry, Object>()) {
      reset();
      const auto make = [&]() -> made_type { return made_type(static_cast<A&&>(arguments)...); };
      detail::construct_slot<Entry>(object_, detail::calling_maker<Entry, decltype(make)>{make});
    }
    return unchecked();
  }

  template <class Other>
  constexpr const slot_handle& assign(const Other& other) const {
    if (other.has_value())
      detail::store_value<Entry>(object_, other.unchecked());
    else
      reset();
    return *this;
  }

  Object& object_;
};

/// A handle is neither a condition nor a value: the same spelling would mean other things for the two kinds of slot.
/// Never defined, nor is the type that it returns, whose name says what to write.
template <class Object, class Entry, class V>
error::slot_handle_is_not_the_value_write_value_or_has_value<detail::seen_as<Object>, Entry::name_type::literal>
operator==(const slot_handle<Object, Entry>&, const V&);

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
