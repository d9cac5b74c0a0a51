// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// weak_proxy: stands for an object that may be dead, and says so when it is.
#ifndef SLOTTED_WEAK_PROXY_HPP
#define SLOTTED_WEAK_PROXY_HPP

#include <slotted/errors.hpp>
#include <slotted/weak_ref.hpp>

#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

/// Used like a pointer to the object: `proxy->speak()`, `getattr(*proxy, "x"_slot)`, `proxy["x"_slot]`. Throws
/// reference_error, with Python's sentence, once the object is dead. One pointer.
///
/// For the thread that owns the object, as `weak_ref::get`.
/// @snippet weak_references.cpp weak_proxy
template <class T>
class weak_proxy {
 public:
  using element_type = T;

  /// Throws std::bad_alloc for the first reference to the object.
  explicit weak_proxy(T& object) : reference_(object) {}
  explicit weak_proxy(weak_ref<T> reference) noexcept : reference_(std::move(reference)) {}

  [[nodiscard]] T& operator*() const { return object(); }
  [[nodiscard]] T* operator->() const { return &object(); }
  template <class Name>
  [[nodiscard]] decltype(auto) operator[](const Name& name) const {
    return object()[name];
  }
  /// Whether the object lives. Never throws, as Python's does.
  [[nodiscard]] explicit operator bool() const noexcept { return !reference_.expired(); }
  [[nodiscard]] const weak_ref<T>& reference() const noexcept { return reference_; }

 private:
  T& object() const {
    T* const found = reference_.get();
    if (found == nullptr)
      detail::raise<reference_error>("weakly-referenced object no longer exists", class_name<T>, "");
    return *found;
  }

  weak_ref<T> reference_;
};

template <class T>
  requires detail::slotted_class<T>
weak_proxy(T&) -> weak_proxy<std::conditional_t<std::is_const_v<T>, const detail::seen_as<T>, detail::seen_as<T>>>;
template <class T>
weak_proxy(weak_ref<T>) -> weak_proxy<T>;

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
