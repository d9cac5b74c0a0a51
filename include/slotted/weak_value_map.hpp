// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// weak_value_map: a map to objects that others own, whose entries go with them. Not in the umbrella.
#ifndef SLOTTED_WEAK_VALUE_MAP_HPP
#define SLOTTED_WEAK_VALUE_MAP_HPP

#include <slotted/weak_ref.hpp>

#include <cstddef>
#include <cstdlib>
#include <functional>
#include <iterator>
#include <stdexcept>
#include <type_traits>
#include <unordered_map>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

/// A std::unordered_map of weak references, as Python's WeakValueDictionary: an entry whose object has died is not
/// there. Its memory goes when an insertion finds that the dead may be as many as the living, or with `purge`, so that
/// objects die at no further cost and on any thread.
///
/// The map itself is as safe between threads as a standard container. Where other threads destroy the objects, what it
/// finds may be dead in the next moment: use `lock`.
/// @snippet weak_references.cpp weak_value_map
template <class Key, class T, class Hash = std::hash<Key>, class Equal = std::equal_to<Key>>
class weak_value_map {
  using map = std::unordered_map<Key, weak_ref<T>, Hash, Equal>;

 public:
  using key_type = Key;
  using mapped_type = weak_ref<T>;
  using value_type = typename map::value_type;
  using size_type = std::size_t;
  using difference_type = std::ptrdiff_t;

  /// Over the entries whose objects live. Their references cannot be changed.
  class iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = typename map::value_type;
    using difference_type = std::ptrdiff_t;
    using reference = const value_type&;
    using pointer = const value_type*;

    iterator() = default;
    [[nodiscard]] reference operator*() const { return *at_; }
    [[nodiscard]] pointer operator->() const { return &*at_; }
    iterator& operator++() {
      ++at_;
      skip();
      return *this;
    }
    iterator operator++(int) {
      iterator before = *this;
      ++*this;
      return before;
    }
    [[nodiscard]] friend bool operator==(const iterator& a, const iterator& b) { return a.at_ == b.at_; }

   private:
    friend class weak_value_map;
    using inner = typename map::const_iterator;
    iterator(inner at, inner end) : at_(at), end_(end) { skip(); }
    void skip() {
      while (at_ != end_ && at_->second.expired()) ++at_;
    }

    inner at_{};
    inner end_{};
  };
  using const_iterator = iterator;

  weak_value_map() = default;

  [[nodiscard]] iterator begin() const { return {map_.begin(), map_.end()}; }
  [[nodiscard]] iterator end() const { return {map_.end(), map_.end()}; }
  [[nodiscard]] bool empty() const { return begin() == end(); }
  /// How many objects live: linear.
  [[nodiscard]] size_type size() const { return static_cast<size_type>(std::distance(begin(), end())); }

  template <class K>
  [[nodiscard]] iterator find(const K& key) const {
    const auto found = map_.find(key);
    return found == map_.end() || found->second.expired() ? end() : iterator(found, map_.end());
  }
  template <class K>
  [[nodiscard]] bool contains(const K& key) const {
    return get(key) != nullptr;
  }
  /// The object, or null.
  template <class K>
  [[nodiscard]] T* get(const K& key) const {
    const auto found = map_.find(key);
    return found == map_.end() ? nullptr : found->second.get();
  }
  /// Throws std::out_of_range.
  template <class K>
  [[nodiscard]] T& at(const K& key) const {
    T* const found = get(key);
    if (found == nullptr) throw_out_of_range();
    return *found;
  }
  /// A guard that keeps the object alive, or an empty one.
  template <class K>
  [[nodiscard]] weak_guard<T> lock(const K& key) const {
    const auto found = map_.find(key);
    return found == map_.end() ? weak_ref<T>().lock() : found->second.lock();
  }

  /// Does nothing where the key has an object that lives; returns whether it has this one now.
  std::pair<iterator, bool> try_emplace(Key key, T& object) {
    make_room();
    const auto [entry, is_new] = map_.try_emplace(std::move(key));
    const bool is_taken = is_new || entry->second.expired();
    if (is_taken) refer(entry, is_new, object);
    return {iterator(entry, map_.end()), is_taken};
  }
  /// Returns whether the key is a new one.
  std::pair<iterator, bool> insert_or_assign(Key key, T& object) {
    make_room();
    const auto [entry, is_new] = map_.try_emplace(std::move(key));
    const bool was_free = is_new || entry->second.expired();
    refer(entry, is_new, object);
    return {iterator(entry, map_.end()), was_free};
  }
  /// Returns the number of living objects that are no longer there.
  template <class K>
    requires(!std::is_convertible_v<const K&, iterator>)
  size_type erase(const K& key) {
    const auto found = map_.find(key);
    if (found == map_.end()) return 0;
    const bool lived = !found->second.expired();
    map_.erase(found);
    return lived ? 1 : 0;
  }
  iterator erase(iterator position) { return {map_.erase(position.at_), map_.end()}; }
  void clear() noexcept { map_.clear(); }
  /// Gives back the memory of entries whose objects are dead. Returns how many those were. Linear.
  size_type purge() {
    return std::erase_if(map_, [](const value_type& entry) { return entry.second.expired(); });
  }
  void swap(weak_value_map& other) noexcept {
    map_.swap(other.map_);
    std::swap(purge_at_, other.purge_at_);
  }
  friend void swap(weak_value_map& a, weak_value_map& b) noexcept { a.swap(b); }

 private:
  void make_room() {
    if (map_.size() < purge_at_) return;
    purge();
    purge_at_ = map_.size() < fewest / 2 ? fewest : 2 * map_.size();
  }
  void refer(typename map::iterator entry, bool is_new, T& object) {
    struct undo {
      map& in;
      typename map::iterator entry;
      bool is_needed;
      ~undo() {
        if (is_needed) in.erase(entry);
      }
    } undone{map_, entry, is_new};
    entry->second = weak_ref<T>(object);  // may throw std::bad_alloc
    undone.is_needed = false;
  }
  [[noreturn]] SLOTTED_COLD static void throw_out_of_range() {
#if SLOTTED_EXCEPTIONS
    throw std::out_of_range("weak_value_map::at: no living object has that key");
#else
    detail::current_failure_handler("weak_value_map::at: no living object has that key");
    std::abort();
#endif
  }

  static constexpr size_type fewest = 16;
  map map_;
  size_type purge_at_ = fewest;
};

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
