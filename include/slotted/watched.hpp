// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// watched<T>: a class with a destructor body, or with members that are no slots, as threads may refer to it.
#ifndef SLOTTED_WATCHED_HPP
#define SLOTTED_WATCHED_HPP

#include <slotted/cell_work.hpp>
#include <slotted/weak_ref.hpp>

#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

/// A `T` whose weak references die before anything else of it does, its destructor's body and its plain members
/// included, and which moves as a whole. The same size, constructors and interface as `T`. Weak references name it as a
/// `T` or as a `watched<T>`.
/// @snippet weak_references.cpp watched
template <class T>
class watched final : public T {
 public:
  using T::T;
  watched() = default;
  watched(const watched&) = default;
  constexpr watched(watched&& other) noexcept(std::is_nothrow_move_constructible_v<T>)
    requires std::is_move_constructible_v<T>
      : watched(references(other), std::move(other)) {}
  constexpr explicit watched(const T& other) noexcept(std::is_nothrow_copy_constructible_v<T>)
    requires std::is_copy_constructible_v<T>
      : T(other) {}
  /// References to `other` follow, as they do when a `T` is moved.
  constexpr explicit watched(T&& other) noexcept(std::is_nothrow_move_constructible_v<T>)
    requires std::is_move_constructible_v<T>
      : T(std::move(other)) {}

  watched& operator=(const watched&) = default;
  constexpr watched& operator=(watched&& other) noexcept(std::is_nothrow_move_assignable_v<T>)
    requires std::is_move_assignable_v<T>
  {
    if (this == __builtin_addressof(other)) return *this;
    references moving(other, this);
    static_cast<T&>(*this) = static_cast<T&&>(other);
    moving.finish(static_cast<T&>(*this));
    return *this;
  }
  constexpr ~watched() {
    if constexpr (detail::can_be_referred_to<T>())
      detail::weak_cell_of_object(*this).expire_in_destructor(class_name<T>);
  }

 private:
  using references = detail::move_of_references<detail::declaration_of<T>, detail::weak_state::most_levels>;
  constexpr watched(references&& moving, watched&& other) : T(static_cast<T&&>(other)) {
    moving.finish(static_cast<T&>(*this));
  }
};

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
