// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// A hash table that owns nothing and asks for no memory itself, so that it can be changed under a lock.
#ifndef SLOTTED_CHAINED_SET_HPP
#define SLOTTED_CHAINED_SET_HPP

#include <slotted/config.hpp>

#include <cstddef>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// A hash table of what has a `next`, which the caller knows how to compare and to hash. Holds no memory while empty,
/// and works without any: then all is one chain.
template <class T>
class chained_set {
 public:
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  [[nodiscard]] T*& chain(std::size_t hash) noexcept { return buckets_ ? buckets_[hash & mask_] : only_; }

  void insert(T* made, std::size_t hash) noexcept {
    T*& first = chain(hash);
    made->next = first;
    first = made;
    ++size_;
  }
  void remove(T* found, std::size_t hash) noexcept {
    T** at = &chain(hash);
    while (*at != found) at = &(*at)->next;
    *at = found->next;
    --size_;
  }
  [[nodiscard]] std::size_t buckets() const noexcept { return buckets_ ? mask_ + 1 : 1; }

  /// Takes over an array of 2^n null pointers, and returns the one before.
  template <class Hash>
  T** rehash(T** buckets, std::size_t count, const Hash& hash_of) noexcept {
    chained_set before = *this;
    buckets_ = buckets;
    mask_ = count - 1;
    only_ = nullptr;
    size_ = 0;
    for (std::size_t i = 0; i != before.buckets(); ++i)
      for (T* one = before.buckets_ ? before.buckets_[i] : before.only_; one;) {
        T* const next = one->next;
        insert(one, hash_of(*one));
        one = next;
      }
    return before.buckets_;
  }
  /// Finds a place for all again, when their hashes have changed.
  template <class Hash>
  void reorder(const Hash& hash_of) noexcept {
    T* all = nullptr;
    for (std::size_t i = 0; i != buckets(); ++i)
      for (T*& first = chain(i); first;) {
        T* const one = first;
        first = one->next;
        one->next = all;
        all = one;
      }
    size_ = 0;
    while (all) {
      T* const next = all->next;
      insert(all, hash_of(*all));
      all = next;
    }
  }
  /// How many have to be looked at for a hash.
  [[nodiscard]] std::size_t length(std::size_t hash) noexcept {
    std::size_t met = 0;
    for (const T* one = chain(hash); one; one = one->next) ++met;
    return met;
  }
  /// Gives the array of an empty set away.
  T** release() noexcept {
    T** const buckets = buckets_;
    *this = chained_set();
    return buckets;
  }

 private:
  T** buckets_ = nullptr;
  std::size_t mask_ = 0;
  T* only_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
