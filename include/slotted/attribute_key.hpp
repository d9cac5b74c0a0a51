// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// attribute_key: the name of a dynamic attribute that remembers where it was found, as an interpreter's inline cache.
#ifndef SLOTTED_ATTRIBUTE_KEY_HPP
#define SLOTTED_ATTRIBUTE_KEY_HPP

#include <slotted/dict_cell.hpp>
#include <slotted/taken.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

/// A name that comes at run time and is used again and again: `slotted::attribute_key speed("speed");` then
/// `getattr<double>(o, speed)`. For objects that share their names it costs a comparison, where a text is looked for.
/// It names whatever the text names; only the look-up of dynamic attributes is remembered.
///
/// It keeps the names of the objects where it was found last from being freed. Looking something up changes what it
/// remembers: a key is used by one thread at a time.
/// @snippet dynamic_attributes.cpp attribute_key
class attribute_key {
 public:
  /// Throws std::bad_alloc.
  explicit attribute_key(std::string_view text) : text_(text), hash_(detail::hash_name(text).hash) {}
  /// The same name; remembers nothing.
  attribute_key(const attribute_key& other) : text_(other.text_), hash_(other.hash_) {}
  attribute_key& operator=(const attribute_key& other) {
    attribute_key copy(other);
    forget();
    text_.swap(copy.text_);
    hash_ = copy.hash_;
    return *this;
  }
  ~attribute_key() { forget(); }

  /// The name, as whatever takes text takes it.
  operator std::string_view() const noexcept { return text_; }
  /// The name.
  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  friend bool operator==(const attribute_key& a, const attribute_key& b) noexcept { return a.text_ == b.text_; }

  /// Whether the key knows the place of the value in that dict.
  template <class V>
  [[nodiscard]] SLOTTED_INLINE bool slotted_knows(const detail::dict_cell<V>& dict) const noexcept {
    return dict.has_shape(shape_);
  }
  /// The value, in a dict where the key knows its place.
  template <class V>
  [[nodiscard]] SLOTTED_INLINE V& slotted_known(const detail::dict_cell<V>& dict) const noexcept {
    return dict.at(place_);
  }
  /// The name as it is looked for.
  [[nodiscard]] detail::hashed_name slotted_hashed() const noexcept { return {text_, hash_}; }
  /// That it was found there. Objects that do not share their names make no key remember one after the other.
  template <class V>
  void slotted_remember(const detail::dict_cell<V>& dict, std::uint32_t place) const noexcept {
    if (dict.names().is_private || !dict.has_shape(&dict.names()) || found_elsewhere_++ % 16 != 0) return;
    forget();
    shape_ = const_cast<detail::shape*>(&dict.names());  // NOLINT: only its owners are counted
    place_ = place;
    shape_->real->registry->retain(shape_->shared());
  }

 private:
  void forget() const noexcept {
    if (detail::shape* const known = detail::taken(shape_)) known->real->functions->release(known->shared());
  }

  std::string text_;
  std::uint32_t hash_;
  mutable std::uint32_t found_elsewhere_ = 0;
  mutable detail::shape* shape_ = nullptr;
  mutable std::uint32_t place_ = 0;
};

namespace detail {

SLOTTED_INLINE hashed_name hashed(const attribute_key& key) noexcept { return key.slotted_hashed(); }

}  // namespace detail

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
