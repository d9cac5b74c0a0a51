// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The shapes of a class and of all classes derived from it, and the names of private shapes: found again, counted,
// freed when unused. Never destroyed, since objects may outlive everything. Safe to use from several threads.
#ifndef SLOTTED_SHAPE_REGISTRY_HPP
#define SLOTTED_SHAPE_REGISTRY_HPP

#include <slotted/chained_set.hpp>
#include <slotted/class_record.hpp>
#include <slotted/errors.hpp>
#include <slotted/shape.hpp>
#include <slotted/taken.hpp>
#include <slotted/threads.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// Objects that set more names than this one after the other have private shapes: each shape knows all its names.
inline constexpr std::uint32_t most_shared_names = 31;
/// So many shapes are made without a question, a further one when it is asked for a second time: objects that all set
/// different names make none.
inline constexpr std::size_t shapes_for_the_asking = 512;
/// How many refusals are remembered.
inline constexpr std::size_t refusals = 1024;
/// Shapes of one parent whose names collide, and names that do.
inline constexpr std::size_t longest_shape_chain = 32;
inline constexpr std::size_t longest_name_chain = 32;

/// A name that is a slot of the class.
[[noreturn]] SLOTTED_COLD inline void raise_slot_in_dict(std::string_view class_name, std::string_view name) {
  raise<attribute_error>(joined({object_attribute(class_name, name), " is a slot, which cannot be in the __dict__"}),
                         class_name, name);
}
/// The names of slots are kept out of every dict of the class.
inline void check_name(const class_record& real, std::string_view name) {
  if (real.functions->declares(name)) raise_slot_in_dict(real.name, name);
}

/// What a shape_registry can do. A template, and `Shape` always is shape, so that only programs with a dict slot make
/// the compiler work through it.
template <class Shape>
class basic_shape_registry {
  /// Held while pointers are followed and counts changed: never while memory is asked for or a user's code runs.
  class lock {
   public:
    explicit lock(basic_shape_registry& registry) noexcept : flag_(is_single_threaded() ? nullptr : &registry.locked_) {
      if (flag_ == nullptr) return;
      patience waiting;
      while (__atomic_exchange_n(flag_, true, __ATOMIC_ACQUIRE)) waiting.wait();
    }
    lock(const lock&) = delete;
    lock& operator=(const lock&) = delete;
    ~lock() {
      if (flag_ != nullptr) __atomic_store_n(flag_, false, __ATOMIC_RELEASE);
    }

   private:
    bool* flag_;
  };

  /// What was found unused under the lock, to be freed without it.
  class unused {
   public:
    unused() noexcept = default;
    unused(const unused&) = delete;
    unused& operator=(const unused&) = delete;
    ~unused() {
      while (shapes) shape::free(take(shapes));
      while (names) ::operator delete(take(names));
      ::operator delete(static_cast<void*>(shape_buckets));
      ::operator delete(static_cast<void*>(name_buckets));
    }
    shared_shape* shapes = nullptr;
    stored_name* names = nullptr;
    shared_shape** shape_buckets = nullptr;
    stored_name** name_buckets = nullptr;

   private:
    template <class T>
    static T* take(T*& first) noexcept {
      T* const taken = first;
      first = taken->next;
      return taken;
    }
  };

 public:
  constexpr basic_shape_registry() noexcept = default;
  basic_shape_registry(const basic_shape_registry&) = delete;
  basic_shape_registry& operator=(const basic_shape_registry&) = delete;
  ~basic_shape_registry() = default;

  /// The shape with one more name, for which the caller gives up `parent`. Null, and nothing changed, where the name
  /// is not to be shared. Throws attribute_error for the name of a slot, std::bad_alloc, std::length_error. O(1).
  shared_shape* advance(shared_shape& parent, const hashed_name& name) {
    {
      const lock held(*this);
      if (shared_shape* const child = find_child(parent, name)) return hand_over(parent, *child);
      if (!may_add_child(parent, name)) return nullptr;
    }
    check_name(*parent.real, name.text);
    return add_child(parent, name);
  }
  void retain(shared_shape& shared) noexcept {
    const lock held(*this);
    add_owner(shared);
  }
  /// Frees the shape, and its parents, where nothing else needs them.
  void release(shared_shape& shared) noexcept {
    unused freed;
    const lock held(*this);
    drop(shared, freed);
  }

  /// A private shape with the names of another one, without its holes. Throws std::bad_alloc.
  shape* copy_private(const shape& from, class_record* its_class, std::uint32_t capacity) {
    struct unfinished {
      basic_shape_registry& registry;
      shape* made;
      ~unfinished() {
        if (made) registry.free_private(*made);
      }
    } copy{*this, shape::make_private(its_class, capacity)};
    const bool has_my_names = from.real->registry == this;
    if (has_my_names) add_owners(from);
    for (std::uint32_t i = from.next_name(0); i != from.used; i = from.next_name(i + 1)) {
      stored_name* const name = from.names()[i];
      copy_name(from, i, *copy.made, has_my_names ? name : intern(name->view()));
    }
    return taken(copy.made);
  }
  /// A larger one, to have the names instead of `from`: nobody counts them twice. Throws std::bad_alloc.
  static shape* grow_private(const shape& from, std::uint32_t capacity) {
    shape* const made = shape::make_private(from.real, capacity);
    for (std::uint32_t i = from.next_name(0); i != from.used; i = from.next_name(i + 1))
      copy_name(from, i, *made, from.names()[i]);
    return made;
  }
  void free_private(shape& from) noexcept {
    {
      unused freed;
      const lock held(*this);
      for (std::uint32_t i = 0; i != from.used; ++i)
        if (stored_name* const name = from.names()[i]) drop(*name, freed);
    }
    shape::free(&from);
  }

  /// The name in memory, with one more owner. Throws std::bad_alloc, std::length_error.
  stored_name* intern(std::string_view text) {
    {
      const lock held(*this);
      if (stored_name* const found = find_name(text)) return add_owner(found);
    }
    stored_name* made = make_name(text);
    grow(names_, name_hasher{*this});
    if (names_collide(text)) make_names_keyed();
    unused freed;
    const lock held(*this);
    if (stored_name* const found = find_name(text)) {  // another thread was faster
      made->next = nullptr;
      freed.names = made;
      return add_owner(found);
    }
    names_.insert(made, hash_of(text));
    return made;
  }
  void release(stored_name& name) noexcept {
    unused freed;
    const lock held(*this);
    drop(name, freed);
  }

  /// How many shapes there are now; those without names are not counted.
  [[nodiscard]] std::size_t shape_count() noexcept {
    const lock held(*this);
    return shapes_.size();
  }
  /// How many names they and the private shapes have.
  [[nodiscard]] std::size_t name_count() noexcept {
    const lock held(*this);
    return names_.size();
  }

 private:
  // Shapes without names are parts of classes: nobody counts their owners.

  static void add_owner(shared_shape& shared) noexcept {
    if (shared.parent) ++shared.owners;
  }
  static stored_name* add_owner(stored_name* name) noexcept {
    ++name->owners;
    return name;
  }
  static shared_shape* hand_over(shared_shape& parent, shared_shape& child) noexcept {
    add_owner(child);
    if (parent.parent) --parent.owners;  // the child is one of its owners, so it stays
    parent.latest = &child;
    return &child;
  }
  void drop(shared_shape& shared, unused& freed) noexcept {
    for (shared_shape* one = &shared; one->parent && --one->owners == 0;) {
      shared_shape* const parent = one->parent;
      shapes_.remove(one, hash_of_shape(*one));
      if (parent->latest == one) parent->latest = nullptr;
      drop(*one->names()[one->used - 1], freed);
      one->next = freed.shapes;
      freed.shapes = one;
      one = parent;
    }
    if (shapes_.size() == 0 && !freed.shape_buckets) freed.shape_buckets = shapes_.release();
  }
  void drop(stored_name& name, unused& freed) noexcept {
    if (--name.owners != 0) return;
    names_.remove(&name, hash_of(name.view()));
    name.next = freed.names;
    freed.names = &name;
    if (names_.size() == 0) freed.name_buckets = names_.release();
  }

  static std::size_t hash_of_child(const shared_shape& parent, std::uint32_t hash) noexcept {
    const std::uint64_t mixed = (reinterpret_cast<std::uintptr_t>(&parent) ^ hash) * std::uint64_t{0x9e3779b97f4a7c15u};
    return static_cast<std::uint32_t>(mixed >> 32u);
  }
  static std::size_t hash_of_shape(const shared_shape& child) noexcept {
    return hash_of_child(*child.parent, child.hash_at(child.used - 1));
  }
  /// Of names, which all objects share: keyed as soon as too many of them meet.
  [[nodiscard]] std::size_t hash_of(std::string_view text) const noexcept {
    if (names_are_keyed_) return keyed_hash(key_, text) & static_cast<std::size_t>(-1);
    return hash_name(text).hash;
  }
  struct name_hasher {
    const basic_shape_registry& registry;
    std::size_t operator()(const stored_name& name) const noexcept { return registry.hash_of(name.view()); }
  };
  bool names_collide(std::string_view text) noexcept {
    const lock held(*this);
    return !names_are_keyed_ && names_.length(hash_of(text)) > longest_name_chain;
  }
  SLOTTED_COLD void make_names_keyed() noexcept {
    const hash_key key = process_key();
    const lock held(*this);
    if (names_are_keyed_) return;
    key_ = key;
    names_are_keyed_ = true;
    names_.reorder(name_hasher{*this});
  }

  static bool is_child(const shared_shape& child, const shared_shape& parent, const hashed_name& name) noexcept {
    return child.parent == &parent && child.hash_at(child.used - 1) == name.hash &&
           child.names()[child.used - 1]->equals(name.text);
  }
  shared_shape* find_child(const shared_shape& parent, const hashed_name& name) noexcept {
    if (parent.latest && is_child(*parent.latest, parent, name)) return parent.latest;
    for (shared_shape* one = shapes_.chain(hash_of_child(parent, name.hash)); one; one = one->next)
      if (is_child(*one, parent, name)) return one;
    return nullptr;
  }
  bool may_add_child(const shared_shape& parent, const hashed_name& name) noexcept {
    if (parent.used == most_shared_names) return false;
    const std::size_t hash = hash_of_child(parent, name.hash);
    if (shapes_.length(hash) >= longest_shape_chain) return false;
    if (shapes_.size() < shapes_for_the_asking) return true;
    // By the names, not by the address of the parent, which may die in between.
    std::uint64_t path = (name.hash + std::uint64_t{1}) * 0x9e3779b97f4a7c15u;
    for (std::uint32_t i = 0; i != parent.used; ++i) path = (path ^ parent.hash_at(i)) * 0x9e3779b97f4a7c15u;
    path ^= path >> 32u;
    const auto mark = static_cast<std::uint32_t>(path >> 32u) | 1u;
    std::uint32_t& refused = refused_[path % refusals];
    const bool is_second_wish = refused == mark;
    refused = mark;
    return is_second_wish;
  }
  shared_shape* add_child(shared_shape& parent, const hashed_name& name) {
    struct unfinished {
      basic_shape_registry& registry;
      stored_name* name;
      shared_shape* made = nullptr;
      ~unfinished() {
        if (name) registry.release(*name);
        if (made) shape::free(made);
      }
    } child{*this, intern(name.text)};
    child.made = shared_shape::make(parent.real, parent.used + 1);
    child.made->parent = &parent;
    for (std::uint32_t i = 0; i != parent.used; ++i) copy_name(parent, i, *child.made, parent.names()[i]);
    child.made->append(child.name, name.hash);
    child.made->make_table();
    grow(shapes_, hash_of_shape);
    const lock held(*this);
    if (shared_shape* const found = find_child(parent, name)) return hand_over(parent, *found);  // another was faster
    shared_shape* const made = taken(child.made);
    child.name = nullptr;
    add_owner(parent);
    shapes_.insert(made, hash_of_shape(*made));
    return hand_over(parent, *made);
  }

  /// Adds a name of one shape to another.
  static void copy_name(const shape& from, std::uint32_t place, shape& to, stored_name* name) noexcept {
    to.append(name, from.hash_at(place));
  }
  void add_owners(const shape& from) noexcept {
    const lock held(*this);
    for (std::uint32_t i = from.next_name(0); i != from.used; i = from.next_name(i + 1)) ++from.names()[i]->owners;
  }

  stored_name* find_name(std::string_view text) noexcept {
    for (stored_name* one = names_.chain(hash_of(text)); one; one = one->next)
      if (one->equals(text)) return one;
    return nullptr;
  }
  static stored_name* make_name(std::string_view text) {
    if (text.size() >= static_cast<std::uint32_t>(-1)) raise_too_long();
    auto* const made = static_cast<stored_name*>(::operator new(sizeof(stored_name) + text.size()));
    ::new (static_cast<void*>(made)) stored_name{1, static_cast<std::uint32_t>(text.size()), nullptr};
    if (!text.empty()) __builtin_memcpy(made + 1, text.data(), text.size());
    return made;
  }
  [[noreturn]] SLOTTED_COLD static void raise_too_long() {
#if SLOTTED_EXCEPTIONS
    throw std::length_error("slotted: a name of 4 GiB");
#else
    std::abort();
#endif
  }

  /// Makes room for one more. Does without where there is no memory.
  template <class T, class Hash>
  void grow(chained_set<T>& set, const Hash& hash_of) noexcept {
    std::size_t wanted = 0;
    {
      const lock held(*this);
      if (set.size() + 1 > set.buckets()) wanted = set.size() < 8 ? 16 : 2 * set.buckets();
    }
    if (wanted == 0) return;
    auto** buckets = static_cast<T**>(::operator new(wanted * sizeof(T*), std::nothrow));
    if (!buckets) return;
    for (std::size_t i = 0; i != wanted; ++i) buckets[i] = nullptr;
    {
      const lock held(*this);
      if (set.buckets() < wanted) buckets = set.rehash(buckets, wanted, hash_of);
    }
    ::operator delete(static_cast<void*>(buckets));
  }

  bool locked_ = false;
  bool names_are_keyed_ = false;
  hash_key key_{};
  chained_set<shared_shape> shapes_;
  chained_set<stored_name> names_;
  std::uint32_t refused_[refusals]{};
};

class shape_registry : public basic_shape_registry<shape> {};

/// The registry of the class that declares a dict slot.
template <class C>
inline constinit shape_registry registry_of_class{};

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
