// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// std::hash of objects: of their bases and slots, as == compares them.
#ifndef SLOTTED_HASH_HPP
#define SLOTTED_HASH_HPP

#include <slotted/compare.hpp>

#include <cstddef>
#include <cstdint>
#include <string>  // and with it std::hash, which <functional> would bring at many times the cost
#include <type_traits>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

template <class T>
concept has_hash = requires(const T& value) {
  { std::hash<T>{}(value) } -> std::convertible_to<std::size_t>;
};

template <>
struct support<hashing> {
  static constexpr bool of_parts = false;
  template <class T>
  static constexpr bool of_slot = has_hash<T>;
  template <class Base>
  static constexpr bool of_base = has_hash<Base>;
};

/// Depends on the order, and leaves no pattern of small numbers as it is, as many a std::hash does.
constexpr std::size_t mix_hashes(std::size_t seed, std::size_t hash) noexcept {
  const std::uint64_t mixed = (std::uint64_t{seed} * 31 + hash + 0x9e3779b97f4a7c15u) * 0xff51afd7ed558ccdu;
  return (mixed ^ (mixed >> 32u)) & static_cast<std::size_t>(-1);
}

template <class T>
std::size_t hash_of_value(const T& value) {
  if constexpr (std::is_array_v<T>) {
    std::size_t seed = 0;
    for (const auto& element : value) seed = mix_hashes(seed, hash_of_value(element));
    return seed;
  } else {
    return std::hash<T>{}(value);
  }
}
template <class Entry, class C>
std::size_t hash_of_slot(const C& object) {
  constexpr std::size_t unset = 0x5107;
  if constexpr (is_left_out<hashing, typename Entry::slot>())
    return unset;
  else
    return has_value<Entry>(object) ? hash_of_value(unchecked_value<Entry>(object)) : unset;
}
template <class Base, class C>
std::size_t hash_of_base(const C& object) {
  if constexpr (std::is_empty_v<Base> && !slotted_class<Base>)
    return 0;
  else
    return std::hash<Base>{}(object);
}
template <class C, class... Bases, class... Entries>
std::size_t hash_of_object(const C& object, pack<Bases...>*, pack<Entries...>*) {
  std::size_t seed = sizeof...(Entries);
  const bool done[] = {true, (static_cast<void>(seed = mix_hashes(seed, hash_of_base<Bases>(object))), true)...,
                       (static_cast<void>(seed = mix_hashes(seed, hash_of_slot<Entries>(object))), true)...};
  static_cast<void>(done);
  if constexpr (declaration_of<C>::declares_items)
    for (const auto& item : items_in(object)) seed = mix_hashes(seed, hash_of_value(item));
  return seed;
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

/// Where all bases and slots have a std::hash. A class with an == of its own defines its own hash, too, or says
/// `without<hashing>`.
template <class O>
  requires slotted::detail::has_feature<O, slotted::hashing>
struct std::hash<O> {
  [[nodiscard]] std::size_t operator()(const O& object) const {
    using declared = slotted::detail::declaration_of<O>;
    return slotted::detail::hash_of_object(slotted::detail::as_self(object),
                                           static_cast<typename declared::bases*>(nullptr),
                                           static_cast<slotted::detail::own_entries_of<declared>*>(nullptr));
  }
};

#endif
