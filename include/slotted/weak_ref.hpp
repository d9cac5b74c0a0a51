// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// weak_ref: names an object without keeping it alive, wherever it lives and wherever it moves.
#ifndef SLOTTED_WEAK_REF_HPP
#define SLOTTED_WEAK_REF_HPP

#include <slotted/cell_work.hpp>
#include <slotted/inspect.hpp>
#include <slotted/taken.hpp>

#include <cstddef>
#include <cstdint>
#include <string>  // and with it std::hash, which <functional> would bring at many times the cost
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

template <class T>
class weak_ref;
template <class T>
class watched;

namespace detail {

template <class T>
inline constexpr bool is_watched = false;
template <class T>
inline constexpr bool is_watched<watched<T>> = true;

/// Whether objects of a class can be referred to; says so where not.
template <class T>
constexpr bool can_be_referred_to() {
  using C = std::remove_cv_t<T>;
  if constexpr (!slotted_class<C>)
    return report<error::class_to_refer_to_is_not_slotted<C>>::kept;
  else if constexpr (is_unsound<C>)
    return false;
  else if constexpr (!declaration_of<C>::has_weakref)
    return report<error::class_has_no_weakref_slot_add_weakref_slot<C>>::kept;
  else
    return true;
}

/// The class that declares the weakref slot, const as the class is.
template <class T>
using weak_owner_of =
    std::conditional_t<std::is_const_v<T>, const typename weakref_declaration_of<declaration_of<T>>::self,
                       typename weakref_declaration_of<declaration_of<T>>::self>;

/// A class derived in plain C++ says nothing when it is moved, so its level is one that no move reaches.
template <class T>
constexpr std::uint32_t reference_level() {
  using C = std::remove_cv_t<T>;
  if constexpr (is_watched<C>)
    return weak_state::most_levels;
  else
    return weak_level<declaration_of<C>>() + (std::is_same_v<C, seen_as<C>> ? 0 : 1);
}

template <class T>
SLOTTED_INLINE constexpr const auto& weak_cell_of_object(const T& object) noexcept {
  return weak_cell_in(static_cast<const seen_as<T>&>(object));
}

template <class T>
SLOTTED_INLINE weak_block& refer_to(T& object) {
  using owner = weak_owner_of<T>;
  void* const as_owner = const_cast<std::remove_const_t<owner>*>(static_cast<owner*>(__builtin_addressof(object)));
  constexpr std::uint32_t level = reference_level<T>();
  return weak_cell_of_object(object).template refer<(level > reference_level<owner>())>(as_owner, level);
}

/// A guard's part that knows nothing of the class.
template <bool Synchronized>
class pinned_block : held_by_thread {
 public:
  SLOTTED_INLINE explicit pinned_block(weak_block& pinned) noexcept {
    if (!pin<true>(pinned)) return;
    block = &pinned;
    hold(*this);
  }
  pinned_block(const pinned_block&) = delete;
  pinned_block& operator=(const pinned_block&) = delete;
  SLOTTED_INLINE ~pinned_block() {
    if (block == nullptr) return;
    let_go(*this);
    unpin(*block, !is_single_threaded());
  }
  [[nodiscard]] bool holds() const noexcept { return block != nullptr; }
};
/// All pins are this thread's, so they need not be told apart.
template <>
class pinned_block<false> {
 public:
  SLOTTED_INLINE explicit pinned_block(weak_block& pinned) noexcept
      : block_(detail::pin<false>(pinned) ? &pinned : nullptr) {}
  pinned_block(const pinned_block&) = delete;
  pinned_block& operator=(const pinned_block&) = delete;
  SLOTTED_INLINE ~pinned_block() {
    if (block_ != nullptr) unpin(*block_, false);
  }
  [[nodiscard]] bool holds() const noexcept { return block_ != nullptr; }

 private:
  weak_block* block_;
};

/// A reference without its class, which may be incomplete wherever references are copied and destroyed: what is to be
/// known stands in the block. Counted, and equal to all others to the same object.
class weak_handle {
 public:
  constexpr weak_handle() noexcept : anchor_(&no_block) {}
  /// Takes over a reference that is counted already.
  SLOTTED_INLINE explicit weak_handle(weak_anchor& counted) noexcept : anchor_(&counted) {}
  /// A copy has no callback.
  SLOTTED_INLINE weak_handle(const weak_handle& other) noexcept : anchor_(&other.block()) {
    add_reference(*anchor_, is_shared(*anchor_));
  }
  SLOTTED_INLINE constexpr weak_handle(weak_handle&& other) noexcept : anchor_(other.anchor_) {
    other.anchor_ = &no_block;
  }
  weak_handle& operator=(const weak_handle& other) noexcept {
    weak_handle(other).swap(*this);
    return *this;
  }
  weak_handle& operator=(weak_handle&& other) noexcept {
    weak_handle taken(std::move(other));
    taken.swap(*this);
    return *this;
  }
  SLOTTED_INLINE constexpr ~weak_handle() {
    if (anchor_ != &no_block) release();
  }

  void swap(weak_handle& other) noexcept { swap_pointers(anchor_, other.anchor_); }
  [[nodiscard]] SLOTTED_INLINE void* object() const noexcept { return object_of(*anchor_); }
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
// Where the reference has just been made, g++ 16 misses what only a registration has: that it is none is read from it.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
  [[nodiscard]] SLOTTED_INLINE weak_block& block() const noexcept {
    return (state_of(*anchor_) & weak_state::registration) != 0 ? *static_cast<weak_registration*>(anchor_)->block
                                                                : *static_cast<weak_block*>(anchor_);
  }
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif
  /// Goes on as a reference with a callback. Of one without.
  template <class F>
  void call(F&& callback) {
    using stored = weak_callback<std::decay_t<F>>;
    stored* const made = new stored(block(), std::forward<F>(callback));
    anchor_ = made;  // the reference that was counted is the registration's now
    enlist(*made);
  }
  /// The registration, for another handle.
  [[nodiscard]] weak_registration& take_registration() noexcept {
    auto& taken = *static_cast<weak_registration*>(anchor_);
    anchor_ = &no_block;
    return taken;
  }

 private:
  SLOTTED_INLINE void release() noexcept {
    if ((state_of(*anchor_) & weak_state::registration) != 0)
      abandon(*static_cast<weak_registration*>(anchor_));
    else
      release_block(*static_cast<weak_block*>(anchor_), is_shared(*anchor_));
  }

  weak_anchor* anchor_;
};

template <class F>
inline constexpr bool is_weak_callback = std::is_invocable_v<std::decay_t<F>&>;

}  // namespace detail

/// What `weak_ref::lock` returns: while it stands, the object neither dies nor moves, whatever other threads do; they
/// wait. Empty if the object is dead.
///
/// It stays in the block, and on the thread, where it was made. The same thread must not destroy or move the object
/// meanwhile: that is found, with a message, and the program aborts.
/// @snippet weak_references.cpp weak_guard
template <class T>
class [[nodiscard]] weak_guard {
 public:
  weak_guard(const weak_guard&) = delete;
  weak_guard& operator=(const weak_guard&) = delete;
  ~weak_guard() = default;

  [[nodiscard]] T* get() const noexcept { return object_; }
  [[nodiscard]] T& operator*() const noexcept { return *object_; }
  [[nodiscard]] T* operator->() const noexcept { return object_; }
  /// Whether the object lives.
  [[nodiscard]] explicit operator bool() const noexcept { return object_ != nullptr; }

 private:
  friend class weak_ref<T>;
  explicit weak_guard(detail::weak_block& block) noexcept
      : pinned_(block), object_(pinned_.holds() ? weak_ref<T>::of_owner(detail::object_of(block)) : nullptr) {}

  detail::pinned_block<detail::weak_cell_type_of<detail::declaration_of<T>>::is_synchronized> pinned_;
  T* object_;
};

/// A weak reference: names an object of a class with a weakref slot, or of a class derived from it, without keeping it
/// alive. One pointer. The object may live anywhere: on the stack, in a vector, as a member, in a unique_ptr.
///
/// It names the object, not its place: it follows when the object is moved, by growth of a vector, a sort, an erase.
/// Copies of the object have no references; an object that another one is move-assigned to loses its own. A slice,
/// which moves a base out of a derived object, leaves them alone; so does any move of a class that plain C++ derives
/// from a slotted one, to which `weak_ref<Derived>` refers.
///
/// The first reference to an object allocates 24 bytes, which all others share, and the object keeps until it dies.
/// Equality and hash are those of identity, and survive the object.
///
/// Between threads, where the class has a `weakref_slot`: `lock`, copies, destruction and registration through an
/// existing reference may run against the death or the move of the object. `get` and `expired` are for the thread that
/// owns the object, or for one that keeps it alive otherwise, and so is a reference that is made from the object
/// itself. One and the same weak_ref is as safe as an int: to be read by all, or changed by one.
///
/// A class with a destructor body, or with members that are no slots, must say `expire(*this)` there first, or be used
/// as `watched<T>`: else another thread could lock an object whose destructor has begun. A constexpr object is one for
/// static storage: compilers need not run a destructor that does nothing in a constant expression.
/// @snippet weak_references.cpp weak_ref
template <class T>
class weak_ref {
 public:
  using element_type = T;

  /// Refers to nothing.
  constexpr weak_ref() noexcept = default;
  /// Throws std::bad_alloc for the first reference to the object.
  explicit weak_ref(T& object) : handle_(handle_to(object)) {}
  /// `callback()` runs once when the object dies, after all references to it have died; of several the newest first.
  /// Not if this reference is destroyed before; nor if the object is dead already. What it throws goes to the
  /// unraisable handler. It runs on the thread on which the object dies, and a reference that is destroyed on another
  /// one meanwhile waits for it. Throws std::bad_alloc, and what moving the callback throws.
  template <class F>
  weak_ref(T& object, F&& callback) : weak_ref(object) {
    register_callback(std::forward<F>(callback));
  }
  /// A further reference to the same object, with a callback.
  template <class F>
  weak_ref(const weak_ref& other, F&& callback) : handle_(other.handle_) {
    register_callback(std::forward<F>(callback));
  }
  /// To an object seen as a base of its class, or as const.
  template <class Derived>
    requires(!std::is_same_v<Derived, T>) && std::is_convertible_v<Derived*, T*>
  weak_ref(const weak_ref<Derived>& other) noexcept : handle_(other.handle_) {
    static_cast<void>(detail::can_be_referred_to<T>());
  }
  /// The callback stays with the reference.
  template <class Derived>
    requires(!std::is_same_v<Derived, T>) && std::is_convertible_v<Derived*, T*>
  weak_ref(weak_ref<Derived>&& other) noexcept : handle_(std::move(other.handle_)) {
    static_cast<void>(detail::can_be_referred_to<T>());
  }
  /// A copy has no callback.
  weak_ref(const weak_ref&) noexcept = default;
  weak_ref(weak_ref&&) noexcept = default;
  weak_ref& operator=(const weak_ref&) noexcept = default;
  weak_ref& operator=(weak_ref&&) noexcept = default;
  constexpr ~weak_ref() = default;

  /// The object, or null if it is dead. Nothing keeps it alive afterwards: for the thread that owns the object.
  [[nodiscard]] SLOTTED_INLINE T* get() const noexcept { return of_owner(handle_.object()); }
  [[nodiscard]] bool expired() const noexcept { return handle_.object() == nullptr; }
  /// A guard that keeps the object from dying and moving, empty if it is dead. From any thread.
  [[nodiscard]] SLOTTED_INLINE weak_guard<T> lock() const noexcept { return weak_guard<T>(handle_.block()); }

  /// Refers to nothing; a callback is not run.
  void reset() noexcept { handle_ = detail::weak_handle(); }
  void swap(weak_ref& other) noexcept { handle_.swap(other.handle_); }
  friend void swap(weak_ref& a, weak_ref& b) noexcept { a.swap(b); }

  /// Whether both refer to the same object, or did so when it lived; or both to nothing.
  template <class U>
  [[nodiscard]] friend bool operator==(const weak_ref& a, const weak_ref<U>& b) noexcept {
    return a.identity() == b.identity();
  }
  /// The same for all references to an object, and for no two objects at a time: for hash tables.
  [[nodiscard]] const void* identity() const noexcept { return &handle_.block(); }

 private:
  template <class U>
  friend class weak_ref;
  friend class weak_guard<T>;

  SLOTTED_INLINE static detail::weak_handle handle_to(T& object) {
    if constexpr (detail::can_be_referred_to<T>())
      return detail::weak_handle(detail::refer_to(object));
    else
      return {};
  }

  SLOTTED_INLINE static T* of_owner(void* object) noexcept {
    if constexpr (detail::can_be_referred_to<T>())
      return static_cast<T*>(static_cast<detail::weak_owner_of<T>*>(object));
    else
      return nullptr;
  }
  template <class F>
  void register_callback(F&& callback) {
    if constexpr (!detail::is_weak_callback<F>)
      static_cast<void>(
          detail::report<error::callback_of_weak_reference_must_be_called_without_arguments<T, std::decay_t<F>>>::kept);
    else
      handle_.call(std::forward<F>(callback));
  }

  detail::weak_handle handle_;
};

/// Plain C++ subclasses are seen as the slotted class below them, which says when it is moved.
template <class T>
  requires detail::slotted_class<T>
weak_ref(T&) -> weak_ref<std::conditional_t<std::is_const_v<T>, const detail::seen_as<T>, detail::seen_as<T>>>;
template <class T, class F>
  requires detail::slotted_class<T>
weak_ref(T&, F&&) -> weak_ref<std::conditional_t<std::is_const_v<T>, const detail::seen_as<T>, detail::seen_as<T>>>;
template <class T, class F>
weak_ref(const weak_ref<T>&, F&&) -> weak_ref<T>;
template <class T, class F>
weak_ref(weak_ref<T>&, F&&) -> weak_ref<T>;  // else it would be an object to refer to

/// How many weak references there are to an object: weak_refs, with callback or without, proxies and finalizers.
/// @snippet weak_references.cpp weak_count
template <class T>
[[nodiscard]] std::size_t weak_count(const T& object) noexcept {
  if constexpr (detail::can_be_referred_to<T>())
    return detail::weak_cell_of_object(object).count();
  else
    return 0;
}

/// All weak references to an object die now, and the callbacks run. Later ones are dead at once, until another object
/// is moved here. The first thing to do in the destructor of a class that has a body or plain members.
/// @snippet weak_references.cpp expire
template <class T>
constexpr void expire(const T& object) noexcept {
  if constexpr (detail::can_be_referred_to<T>())
    detail::weak_cell_in(static_cast<const detail::seen_as<T>&>(object)).expire(class_name<T>);
}

}  // namespace slotted::inline SLOTTED_NAMESPACE

template <class T>
struct std::hash<slotted::weak_ref<T>> {
  std::size_t operator()(const slotted::weak_ref<T>& reference) const noexcept {
    return std::hash<const void*>{}(reference.identity());
  }
};

#endif
