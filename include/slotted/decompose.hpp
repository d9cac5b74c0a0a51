// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The addresses of all members of an aggregate of up to 64, by structured binding: the one thing in C++20 that reaches
// members without their names, and it wants their number spelled out.
#ifndef SLOTTED_DECOMPOSE_HPP
#define SLOTTED_DECOMPOSE_HPP

#include <slotted/config.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

template <std::size_t I, class T>
struct member_pointer {
  using type = T;
  T* pointer;
};

template <class Indices, class... T>
struct member_pointers;
template <std::size_t... I, class... T>
struct member_pointers<std::index_sequence<I...>, T...> : member_pointer<I, T>... {};

/// Stands for the addresses where one of the members is a bit-field, which has none.
struct no_addresses {};

template <class... T>
constexpr member_pointers<std::index_sequence_for<T...>, T...> point_at(T&... members) noexcept {
  return {{__builtin_addressof(members)}...};
}

template <std::size_t I, class T>
constexpr member_pointer<I, T> pointer_at(const member_pointer<I, T>& pointer) noexcept {
  return pointer;
}

template <std::size_t N>
using member_number = std::integral_constant<std::size_t, N>;

#define SLOTTED_DECOMPOSE(n, ...)                              \
  template <class A>                                           \
  constexpr auto addresses_in(A& object, member_number<n>) {   \
    auto& [__VA_ARGS__] = object;                              \
    if constexpr (requires { detail::point_at(__VA_ARGS__); }) \
      return detail::point_at(__VA_ARGS__);                    \
    else                                                       \
      return no_addresses{};                                   \
  }
#define SLOTTED_ROWS_1 ma1, ma2, ma3, ma4, ma5, ma6, ma7, ma8
#define SLOTTED_ROWS_2 SLOTTED_ROWS_1, mb1, mb2, mb3, mb4, mb5, mb6, mb7, mb8
#define SLOTTED_ROWS_3 SLOTTED_ROWS_2, mc1, mc2, mc3, mc4, mc5, mc6, mc7, mc8
#define SLOTTED_ROWS_4 SLOTTED_ROWS_3, md1, md2, md3, md4, md5, md6, md7, md8
#define SLOTTED_ROWS_5 SLOTTED_ROWS_4, me1, me2, me3, me4, me5, me6, me7, me8
#define SLOTTED_ROWS_6 SLOTTED_ROWS_5, mf1, mf2, mf3, mf4, mf5, mf6, mf7, mf8
#define SLOTTED_ROWS_7 SLOTTED_ROWS_6, mg1, mg2, mg3, mg4, mg5, mg6, mg7, mg8

// clang-format off
SLOTTED_DECOMPOSE(1, ma1)
SLOTTED_DECOMPOSE(2, ma1, ma2)
SLOTTED_DECOMPOSE(3, ma1, ma2, ma3)
SLOTTED_DECOMPOSE(4, ma1, ma2, ma3, ma4)
SLOTTED_DECOMPOSE(5, ma1, ma2, ma3, ma4, ma5)
SLOTTED_DECOMPOSE(6, ma1, ma2, ma3, ma4, ma5, ma6)
SLOTTED_DECOMPOSE(7, ma1, ma2, ma3, ma4, ma5, ma6, ma7)
SLOTTED_DECOMPOSE(8, ma1, ma2, ma3, ma4, ma5, ma6, ma7, ma8)
SLOTTED_DECOMPOSE(9, SLOTTED_ROWS_1, mb1)
SLOTTED_DECOMPOSE(10, SLOTTED_ROWS_1, mb1, mb2)
SLOTTED_DECOMPOSE(11, SLOTTED_ROWS_1, mb1, mb2, mb3)
SLOTTED_DECOMPOSE(12, SLOTTED_ROWS_1, mb1, mb2, mb3, mb4)
SLOTTED_DECOMPOSE(13, SLOTTED_ROWS_1, mb1, mb2, mb3, mb4, mb5)
SLOTTED_DECOMPOSE(14, SLOTTED_ROWS_1, mb1, mb2, mb3, mb4, mb5, mb6)
SLOTTED_DECOMPOSE(15, SLOTTED_ROWS_1, mb1, mb2, mb3, mb4, mb5, mb6, mb7)
SLOTTED_DECOMPOSE(16, SLOTTED_ROWS_1, mb1, mb2, mb3, mb4, mb5, mb6, mb7, mb8)
SLOTTED_DECOMPOSE(17, SLOTTED_ROWS_2, mc1)
SLOTTED_DECOMPOSE(18, SLOTTED_ROWS_2, mc1, mc2)
SLOTTED_DECOMPOSE(19, SLOTTED_ROWS_2, mc1, mc2, mc3)
SLOTTED_DECOMPOSE(20, SLOTTED_ROWS_2, mc1, mc2, mc3, mc4)
SLOTTED_DECOMPOSE(21, SLOTTED_ROWS_2, mc1, mc2, mc3, mc4, mc5)
SLOTTED_DECOMPOSE(22, SLOTTED_ROWS_2, mc1, mc2, mc3, mc4, mc5, mc6)
SLOTTED_DECOMPOSE(23, SLOTTED_ROWS_2, mc1, mc2, mc3, mc4, mc5, mc6, mc7)
SLOTTED_DECOMPOSE(24, SLOTTED_ROWS_2, mc1, mc2, mc3, mc4, mc5, mc6, mc7, mc8)
SLOTTED_DECOMPOSE(25, SLOTTED_ROWS_3, md1)
SLOTTED_DECOMPOSE(26, SLOTTED_ROWS_3, md1, md2)
SLOTTED_DECOMPOSE(27, SLOTTED_ROWS_3, md1, md2, md3)
SLOTTED_DECOMPOSE(28, SLOTTED_ROWS_3, md1, md2, md3, md4)
SLOTTED_DECOMPOSE(29, SLOTTED_ROWS_3, md1, md2, md3, md4, md5)
SLOTTED_DECOMPOSE(30, SLOTTED_ROWS_3, md1, md2, md3, md4, md5, md6)
SLOTTED_DECOMPOSE(31, SLOTTED_ROWS_3, md1, md2, md3, md4, md5, md6, md7)
SLOTTED_DECOMPOSE(32, SLOTTED_ROWS_3, md1, md2, md3, md4, md5, md6, md7, md8)
SLOTTED_DECOMPOSE(33, SLOTTED_ROWS_4, me1)
SLOTTED_DECOMPOSE(34, SLOTTED_ROWS_4, me1, me2)
SLOTTED_DECOMPOSE(35, SLOTTED_ROWS_4, me1, me2, me3)
SLOTTED_DECOMPOSE(36, SLOTTED_ROWS_4, me1, me2, me3, me4)
SLOTTED_DECOMPOSE(37, SLOTTED_ROWS_4, me1, me2, me3, me4, me5)
SLOTTED_DECOMPOSE(38, SLOTTED_ROWS_4, me1, me2, me3, me4, me5, me6)
SLOTTED_DECOMPOSE(39, SLOTTED_ROWS_4, me1, me2, me3, me4, me5, me6, me7)
SLOTTED_DECOMPOSE(40, SLOTTED_ROWS_4, me1, me2, me3, me4, me5, me6, me7, me8)
SLOTTED_DECOMPOSE(41, SLOTTED_ROWS_5, mf1)
SLOTTED_DECOMPOSE(42, SLOTTED_ROWS_5, mf1, mf2)
SLOTTED_DECOMPOSE(43, SLOTTED_ROWS_5, mf1, mf2, mf3)
SLOTTED_DECOMPOSE(44, SLOTTED_ROWS_5, mf1, mf2, mf3, mf4)
SLOTTED_DECOMPOSE(45, SLOTTED_ROWS_5, mf1, mf2, mf3, mf4, mf5)
SLOTTED_DECOMPOSE(46, SLOTTED_ROWS_5, mf1, mf2, mf3, mf4, mf5, mf6)
SLOTTED_DECOMPOSE(47, SLOTTED_ROWS_5, mf1, mf2, mf3, mf4, mf5, mf6, mf7)
SLOTTED_DECOMPOSE(48, SLOTTED_ROWS_5, mf1, mf2, mf3, mf4, mf5, mf6, mf7, mf8)
SLOTTED_DECOMPOSE(49, SLOTTED_ROWS_6, mg1)
SLOTTED_DECOMPOSE(50, SLOTTED_ROWS_6, mg1, mg2)
SLOTTED_DECOMPOSE(51, SLOTTED_ROWS_6, mg1, mg2, mg3)
SLOTTED_DECOMPOSE(52, SLOTTED_ROWS_6, mg1, mg2, mg3, mg4)
SLOTTED_DECOMPOSE(53, SLOTTED_ROWS_6, mg1, mg2, mg3, mg4, mg5)
SLOTTED_DECOMPOSE(54, SLOTTED_ROWS_6, mg1, mg2, mg3, mg4, mg5, mg6)
SLOTTED_DECOMPOSE(55, SLOTTED_ROWS_6, mg1, mg2, mg3, mg4, mg5, mg6, mg7)
SLOTTED_DECOMPOSE(56, SLOTTED_ROWS_6, mg1, mg2, mg3, mg4, mg5, mg6, mg7, mg8)
SLOTTED_DECOMPOSE(57, SLOTTED_ROWS_7, mh1)
SLOTTED_DECOMPOSE(58, SLOTTED_ROWS_7, mh1, mh2)
SLOTTED_DECOMPOSE(59, SLOTTED_ROWS_7, mh1, mh2, mh3)
SLOTTED_DECOMPOSE(60, SLOTTED_ROWS_7, mh1, mh2, mh3, mh4)
SLOTTED_DECOMPOSE(61, SLOTTED_ROWS_7, mh1, mh2, mh3, mh4, mh5)
SLOTTED_DECOMPOSE(62, SLOTTED_ROWS_7, mh1, mh2, mh3, mh4, mh5, mh6)
SLOTTED_DECOMPOSE(63, SLOTTED_ROWS_7, mh1, mh2, mh3, mh4, mh5, mh6, mh7)
SLOTTED_DECOMPOSE(64, SLOTTED_ROWS_7, mh1, mh2, mh3, mh4, mh5, mh6, mh7, mh8)
// clang-format on

#undef SLOTTED_ROWS_1
#undef SLOTTED_ROWS_2
#undef SLOTTED_ROWS_3
#undef SLOTTED_ROWS_4
#undef SLOTTED_ROWS_5
#undef SLOTTED_ROWS_6
#undef SLOTTED_ROWS_7
#undef SLOTTED_DECOMPOSE

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
