// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// vars(o): the dynamic attributes of an object as an insertion-ordered map, Python's `__dict__`.
#ifndef SLOTTED_VARS_HPP
#define SLOTTED_VARS_HPP

#include <slotted/attribute_in_dict.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <stdexcept>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

/// One dynamic attribute, as `for (auto [name, value] : vars(o))` meets it: the value is that of the object.
/// @snippet dynamic_attributes.cpp attribute
template <class V>
using attribute = std::pair<std::string_view, V&>;

namespace detail {

template <class V>
using cell_of_attributes = dict_cell<std::remove_const_t<V>>;

/// A place in the dict of an object. Bidirectional; what it points to is made when it is asked for.
template <class V>
class attribute_iterator {
 public:
  using iterator_concept = std::bidirectional_iterator_tag;
  using iterator_category = std::bidirectional_iterator_tag;
  using value_type = attribute<V>;
  using reference = attribute<V>;
  using difference_type = std::ptrdiff_t;
  struct pointer {
    attribute<V> target;
    const attribute<V>* operator->() const noexcept { return &target; }
  };

  attribute_iterator() noexcept = default;
  attribute_iterator(const cell_of_attributes<V>* dict, std::uint32_t place) noexcept : dict_(dict), place_(place) {}
  operator attribute_iterator<const V>() const noexcept
    requires(!std::is_const_v<V>)
  {
    return {dict_, place_};
  }

  reference operator*() const noexcept { return {dict_->names().names()[place_]->view(), dict_->at(place_)}; }
  pointer operator->() const noexcept { return {**this}; }
  attribute_iterator& operator++() noexcept {
    place_ = dict_->names().next_name(place_ + 1);
    return *this;
  }
  attribute_iterator operator++(int) noexcept {
    const attribute_iterator before = *this;
    ++*this;
    return before;
  }
  attribute_iterator& operator--() noexcept {
    do --place_;
    while (!dict_->names().names()[place_]);
    return *this;
  }
  attribute_iterator operator--(int) noexcept {
    const attribute_iterator before = *this;
    --*this;
    return before;
  }
  friend bool operator==(const attribute_iterator& a, const attribute_iterator& b) noexcept {
    return a.place_ == b.place_;
  }

  /// Where in the dict.
  [[nodiscard]] std::uint32_t slotted_place() const noexcept { return place_; }

 private:
  const cell_of_attributes<V>* dict_ = nullptr;
  std::uint32_t place_ = 0;
};

}  // namespace detail

/// The dynamic attributes of one object, in the order in which they were set: what `vars(o)` returns. A view, as
/// std::span is one: copies show the same attributes, those of the object, which must live. `V` is const for a const
/// object.
///
/// The interface of a standard map from `std::string_view` to `V`. What adds or erases an attribute makes iterators,
/// pointers and references to all of them invalid, as in a vector; what replaces a value makes none so. Look-up is
/// O(1); adding is O(1) amortised; erasing is O(1) amortised for many attributes and O(size) for up to 31. A change
/// that throws changes nothing. The name of a slot of the object's class is refused: attribute_error.
/// @snippet dynamic_attributes.cpp vars
template <class V>
class attribute_dict {
  using cell = detail::cell_of_attributes<V>;
  static constexpr bool writable = !std::is_const_v<V>;

 public:
  using key_type = std::string_view;
  using mapped_type = std::remove_const_t<V>;
  using value_type = attribute<V>;
  using reference = attribute<V>;
  using const_reference = attribute<const V>;
  using size_type = std::size_t;
  using difference_type = std::ptrdiff_t;
  using iterator = detail::attribute_iterator<V>;
  using const_iterator = detail::attribute_iterator<const V>;

  explicit attribute_dict(cell& dict) noexcept : dict_(&dict) {}
  /// The same attributes, for reading only.
  operator attribute_dict<const V>() const noexcept
    requires writable
  {
    return attribute_dict<const V>(*dict_);
  }

  [[nodiscard]] bool empty() const noexcept { return dict_->empty(); }
  [[nodiscard]] size_type size() const noexcept { return dict_->names().alive; }
  [[nodiscard]] static constexpr size_type max_size() noexcept { return detail::shape::none / 2; }

  [[nodiscard]] iterator begin() const noexcept {
    const detail::shape& names = dict_->names();
    return {dict_, names.is_private ? names.first : 0};
  }
  [[nodiscard]] iterator end() const noexcept { return {dict_, dict_->names().used}; }
  [[nodiscard]] const_iterator cbegin() const noexcept { return begin(); }
  [[nodiscard]] const_iterator cend() const noexcept { return end(); }

  template <detail::string_like Name>
  [[nodiscard]] iterator find(const Name& name) const noexcept {
    const std::uint32_t place = dict_->find(detail::hashed(name));
    return place == detail::shape::none ? end() : iterator(dict_, place);
  }
  template <detail::string_like Name>
  [[nodiscard]] bool contains(const Name& name) const noexcept {
    return dict_->find(detail::hashed(name)) != detail::shape::none;
  }
  template <detail::string_like Name>
  [[nodiscard]] size_type count(const Name& name) const noexcept {
    return contains(name) ? 1 : 0;
  }
  /// Throws std::out_of_range, as a standard map does.
  template <detail::string_like Name>
  [[nodiscard]] V& at(const Name& name) const {
    const auto hashed = detail::hashed(name);
    V* const found = dict_->find_value(hashed);
    if (!found) raise_out_of_range(hashed.text);
    return *found;
  }
  template <detail::string_like Name>
  V& operator[](const Name& name) const
    requires(writable && std::is_default_constructible_v<V>)
  {
    return (*try_emplace(name).first).second;
  }

  /// Adds the attribute, its value made from `arguments`, unless there is one of that name: then they are not touched.
  template <detail::string_like Name, class... A>
    requires(writable && std::is_constructible_v<V, A...>)
  std::pair<iterator, bool> try_emplace(const Name& name, A&&... arguments) const {
    const auto hashed = detail::hashed(name);
    if (const std::uint32_t place = dict_->find(hashed); place != detail::shape::none)
      return {iterator(dict_, place), false};
    return {iterator(dict_, dict_->add(hashed, std::forward<A>(arguments)...)), true};
  }
  template <detail::string_like Name, class... A>
    requires(writable && std::is_constructible_v<V, A...>)
  std::pair<iterator, bool> emplace(const Name& name, A&&... arguments) const {
    return try_emplace(name, std::forward<A>(arguments)...);
  }
  /// `insert({"x", 3})`, or any pair of a name and a value.
  std::pair<iterator, bool> insert(std::pair<std::string_view, mapped_type> pair) const
    requires writable
  {
    return try_emplace(pair.first, std::move(pair.second));
  }
  template <class Iterator, class End>
    requires writable
  void insert(Iterator from, End to) const {
    for (; from != to; ++from) {
      auto&& pair = *from;
      try_emplace(pair.first, pair.second);
    }
  }
  void insert(std::initializer_list<std::pair<std::string_view, mapped_type>> pairs) const
    requires writable
  {
    insert(pairs.begin(), pairs.end());
  }
  template <detail::string_like Name, class U>
    requires(writable && std::is_constructible_v<V, U>)
  std::pair<iterator, bool> insert_or_assign(const Name& name, U&& assigned) const {
    const size_type before = size();
    const std::uint32_t place = dict_->set(detail::hashed(name), std::forward<U>(assigned));
    return {iterator(dict_, place), size() != before};
  }

  /// Returns how many were erased.
  template <detail::string_like Name>
    requires(writable && !std::is_convertible_v<const Name&, const_iterator>)
  size_type erase(const Name& name) const {
    const std::uint32_t place = dict_->find(detail::hashed(name));
    if (place == detail::shape::none) return 0;
    dict_->erase(place);
    return 1;
  }
  iterator erase(const_iterator position) const
    requires writable
  {
    return {dict_, dict_->erase(position.slotted_place())};
  }
  iterator erase(const_iterator from, const_iterator to) const
    requires writable
  {
    size_type count = 0;
    for (const_iterator one = from; one != to; ++one) ++count;
    iterator next(dict_, from.slotted_place());
    for (; count != 0; --count) next = erase(next);
    return next;
  }
  void clear() const noexcept
    requires writable
  {
    dict_->clear();
  }
  /// Has copies of the attributes of another object instead of its own.
  void assign(const attribute_dict<const V>& other) const
    requires writable
  {
    *dict_ = other.slotted_cell();
  }

  /// The same names with equal values, in whatever order, as in Python.
  friend bool operator==(const attribute_dict& a, const attribute_dict& b)
    requires detail::comparable_with_itself<V>
  {
    return detail::equal_dicts(*a.dict_, *b.dict_);
  }

  [[nodiscard]] const cell& slotted_cell() const noexcept { return *dict_; }

 private:
  [[noreturn]] SLOTTED_COLD static void raise_out_of_range(std::string_view name) {
    const std::string what = detail::joined({"slotted: the __dict__ has no ", detail::quoted(name)});
#if SLOTTED_EXCEPTIONS
    throw std::out_of_range(what);
#else
    detail::current_failure_handler(what.c_str());
    std::abort();
#endif
  }

  cell* dict_;
};

/// The dynamic attributes of an object, its `__dict__`: live, as in Python. Read-only for a const object. Does not
/// compile for a class without a dict slot.
/// @snippet dynamic_attributes.cpp vars
template <class O>
  requires detail::slotted_class<O>
[[nodiscard]] auto vars(O& object) noexcept {
  using seen = detail::seen_as<O>;
  if constexpr (!detail::dict_class<O>) {
    static_cast<void>(detail::report<error::class_has_no_dict_slot_add_dict_slot<seen>>::kept);
  } else {
    using V = detail::dict_value_of<seen>;
    auto& writable = const_cast<seen&>(static_cast<const seen&>(object));  // NOLINT: the view keeps the const
    return attribute_dict<std::conditional_t<std::is_const_v<O>, const V, V>>(detail::dict_of(writable));
  }
}

/// How many shapes the objects of `C`, and of all classes with the same dict slot, share now: key tables, one for each
/// set of names in the order in which they were set, and for each beginning of it. Objects that went their own way have
/// one each that is not counted.
/// @snippet dynamic_attributes.cpp shape_count
template <class C>
  requires detail::dict_class<C>
[[nodiscard]] std::size_t shape_count() noexcept {
  using owner = typename detail::dict_declaration_of<detail::declaration_of<C>>::self;
  return detail::registry_of_class<owner>.shape_count();
}

}  // namespace slotted::inline SLOTTED_NAMESPACE

/// An iterator may outlive the view that it came from.
template <class V>
inline constexpr bool std::ranges::enable_borrowed_range<slotted::attribute_dict<V>> = true;
template <class V>
inline constexpr bool std::ranges::enable_view<slotted::attribute_dict<V>> = true;

#endif
