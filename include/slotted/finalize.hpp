// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// finalize: a callback for the death of an object that can also be called before, or detached.
#ifndef SLOTTED_FINALIZE_HPP
#define SLOTTED_FINALIZE_HPP

#include <slotted/taken.hpp>
#include <slotted/weak_ref.hpp>

#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

class finalizer;
template <class T, class F>
finalizer finalize(T& object, F&& callback);

/// The handle of a callback that `finalize` has registered. One pointer. The callback stays registered when the handle
/// is gone, as in Python.
/// @snippet weak_references.cpp finalize
class finalizer {
 public:
  /// Of nothing.
  finalizer() noexcept = default;
  finalizer(const finalizer&) = delete;
  finalizer(finalizer&& other) noexcept : registration_(detail::taken(other.registration_)) {}
  finalizer& operator=(const finalizer&) = delete;
  finalizer& operator=(finalizer&& other) noexcept {
    finalizer moved(std::move(other));
    detail::swap_pointers(registration_, moved.registration_);
    return *this;
  }
  ~finalizer() {
    if (registration_ != nullptr) detail::release_registration(*registration_);
  }

  /// Whether the callback is still to come.
  [[nodiscard]] bool alive() const noexcept {
    return registration_ != nullptr && detail::phase_of(*registration_) == detail::registration_phase::listed;
  }
  /// Runs the callback now, if it is still to come; then it never comes again. Returns whether it ran. What it throws
  /// is thrown.
  bool operator()() {
    if (!detach_only()) return false;
    const finalizer ended(std::move(*this));  // the callback may destroy or assign this handle
    ended.registration_->act(*ended.registration_, detail::registration_action::run);
    return true;
  }
  /// The callback will not come. Returns whether it was still to come.
  bool detach() noexcept {
    if (!detach_only()) return false;
    const finalizer ended(std::move(*this));
    return true;
  }

 private:
  template <class T, class F>
  friend finalizer finalize(T& object, F&& callback);
  explicit finalizer(detail::weak_registration& registration) noexcept : registration_(&registration) {}

  bool detach_only() noexcept { return registration_ != nullptr && detail::withdraw(*registration_); }

  detail::weak_registration* registration_ = nullptr;
};

/// `callback()` runs once: when the object dies, in turn with the callbacks of weak references, or when the finalizer
/// is called before. Unlike that of a weak_ref it needs no one to keep it. Python's weakref.finalize, but nothing runs
/// at the end of the program. On an object that is dead already it does nothing, and the finalizer is not alive. Throws
/// std::bad_alloc, and what moving the callback throws.
/// @snippet weak_references.cpp finalize
template <class T, class F>
finalizer finalize(T& object, F&& callback) {
  if constexpr (!detail::can_be_referred_to<T>()) {
    return {};
  } else if constexpr (!detail::is_weak_callback<F>) {
    static_cast<void>(
        detail::report<error::callback_of_weak_reference_must_be_called_without_arguments<std::remove_const_t<T>,
                                                                                          std::decay_t<F>>>::kept);
    return {};
  } else {
    detail::weak_handle counted(detail::refer_to(object));
    counted.call(std::forward<F>(callback));
    return finalizer(counted.take_registration());
  }
}

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
