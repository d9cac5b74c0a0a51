// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Lists of types, and the few questions that are asked of them. Each is answered by one overload resolution or one
// loop: nothing recurses over the slots, so a thousand of them stay within every compiler's default limits.
#ifndef SLOTTED_PACK_HPP
#define SLOTTED_PACK_HPP

#include <slotted/config.hpp>

#include <cstddef>
#include <initializer_list>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

template <class... T>
struct pack {
  static constexpr std::size_t size = sizeof...(T);
};

/// Whether all are true. Instead of a fold expression: clang allows 256 operands.
constexpr bool all_of(std::initializer_list<bool> list) {
  for (const bool one : list)
    if (!one) return false;
  return true;
}

template <std::size_t I, class T>
struct indexed {
  using type = T;
};

template <class Indices, class Pack>
struct index_map;
template <std::size_t... I, class... T>
struct index_map<std::index_sequence<I...>, pack<T...>> : indexed<I, T>... {};

template <std::size_t I, class T>
indexed<I, T> element_at(const indexed<I, T>*);

/// The I-th type of a pack.
template <std::size_t I, class Pack>
using at = typename decltype(element_at<I>(
    static_cast<const index_map<std::make_index_sequence<Pack::size>, Pack>*>(nullptr)))::type;

template <class A, class B>
struct join_two;
template <class... A, class... B>
struct join_two<pack<A...>, pack<B...>> {
  using type = pack<A..., B...>;
};

/// Packs one after the other. Recurses over the packs: there are as many as a class has bases.
template <class... Packs>
struct join {
  using type = pack<>;
};
template <class First, class... Rest>
struct join<First, Rest...> : join_two<First, typename join<Rest...>::type> {};
template <class... Packs>
using join_t = typename join<Packs...>::type;

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
