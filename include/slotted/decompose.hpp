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

namespace slotted::inline v0::detail {

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
#define SLOTTED_1(row) row##1
#define SLOTTED_2(row) row##1, row##2
#define SLOTTED_3(row) row##1, row##2, row##3
#define SLOTTED_4(row) row##1, row##2, row##3, row##4
#define SLOTTED_5(row) row##1, row##2, row##3, row##4, row##5
#define SLOTTED_6(row) row##1, row##2, row##3, row##4, row##5, row##6
#define SLOTTED_7(row) row##1, row##2, row##3, row##4, row##5, row##6, row##7
#define SLOTTED_8(row) row##1, row##2, row##3, row##4, row##5, row##6, row##7, row##8
#define SLOTTED_ROWS_1 SLOTTED_8(ma)
#define SLOTTED_ROWS_2 SLOTTED_ROWS_1, SLOTTED_8(mb)
#define SLOTTED_ROWS_3 SLOTTED_ROWS_2, SLOTTED_8(mc)
#define SLOTTED_ROWS_4 SLOTTED_ROWS_3, SLOTTED_8(md)
#define SLOTTED_ROWS_5 SLOTTED_ROWS_4, SLOTTED_8(me)
#define SLOTTED_ROWS_6 SLOTTED_ROWS_5, SLOTTED_8(mf)
#define SLOTTED_ROWS_7 SLOTTED_ROWS_6, SLOTTED_8(mg)

// clang-format off
SLOTTED_DECOMPOSE(1, SLOTTED_1(ma))
SLOTTED_DECOMPOSE(2, SLOTTED_2(ma))
SLOTTED_DECOMPOSE(3, SLOTTED_3(ma))
SLOTTED_DECOMPOSE(4, SLOTTED_4(ma))
SLOTTED_DECOMPOSE(5, SLOTTED_5(ma))
SLOTTED_DECOMPOSE(6, SLOTTED_6(ma))
SLOTTED_DECOMPOSE(7, SLOTTED_7(ma))
SLOTTED_DECOMPOSE(8, SLOTTED_8(ma))
SLOTTED_DECOMPOSE(9, SLOTTED_ROWS_1, SLOTTED_1(mb))
SLOTTED_DECOMPOSE(10, SLOTTED_ROWS_1, SLOTTED_2(mb))
SLOTTED_DECOMPOSE(11, SLOTTED_ROWS_1, SLOTTED_3(mb))
SLOTTED_DECOMPOSE(12, SLOTTED_ROWS_1, SLOTTED_4(mb))
SLOTTED_DECOMPOSE(13, SLOTTED_ROWS_1, SLOTTED_5(mb))
SLOTTED_DECOMPOSE(14, SLOTTED_ROWS_1, SLOTTED_6(mb))
SLOTTED_DECOMPOSE(15, SLOTTED_ROWS_1, SLOTTED_7(mb))
SLOTTED_DECOMPOSE(16, SLOTTED_ROWS_1, SLOTTED_8(mb))
SLOTTED_DECOMPOSE(17, SLOTTED_ROWS_2, SLOTTED_1(mc))
SLOTTED_DECOMPOSE(18, SLOTTED_ROWS_2, SLOTTED_2(mc))
SLOTTED_DECOMPOSE(19, SLOTTED_ROWS_2, SLOTTED_3(mc))
SLOTTED_DECOMPOSE(20, SLOTTED_ROWS_2, SLOTTED_4(mc))
SLOTTED_DECOMPOSE(21, SLOTTED_ROWS_2, SLOTTED_5(mc))
SLOTTED_DECOMPOSE(22, SLOTTED_ROWS_2, SLOTTED_6(mc))
SLOTTED_DECOMPOSE(23, SLOTTED_ROWS_2, SLOTTED_7(mc))
SLOTTED_DECOMPOSE(24, SLOTTED_ROWS_2, SLOTTED_8(mc))
SLOTTED_DECOMPOSE(25, SLOTTED_ROWS_3, SLOTTED_1(md))
SLOTTED_DECOMPOSE(26, SLOTTED_ROWS_3, SLOTTED_2(md))
SLOTTED_DECOMPOSE(27, SLOTTED_ROWS_3, SLOTTED_3(md))
SLOTTED_DECOMPOSE(28, SLOTTED_ROWS_3, SLOTTED_4(md))
SLOTTED_DECOMPOSE(29, SLOTTED_ROWS_3, SLOTTED_5(md))
SLOTTED_DECOMPOSE(30, SLOTTED_ROWS_3, SLOTTED_6(md))
SLOTTED_DECOMPOSE(31, SLOTTED_ROWS_3, SLOTTED_7(md))
SLOTTED_DECOMPOSE(32, SLOTTED_ROWS_3, SLOTTED_8(md))
SLOTTED_DECOMPOSE(33, SLOTTED_ROWS_4, SLOTTED_1(me))
SLOTTED_DECOMPOSE(34, SLOTTED_ROWS_4, SLOTTED_2(me))
SLOTTED_DECOMPOSE(35, SLOTTED_ROWS_4, SLOTTED_3(me))
SLOTTED_DECOMPOSE(36, SLOTTED_ROWS_4, SLOTTED_4(me))
SLOTTED_DECOMPOSE(37, SLOTTED_ROWS_4, SLOTTED_5(me))
SLOTTED_DECOMPOSE(38, SLOTTED_ROWS_4, SLOTTED_6(me))
SLOTTED_DECOMPOSE(39, SLOTTED_ROWS_4, SLOTTED_7(me))
SLOTTED_DECOMPOSE(40, SLOTTED_ROWS_4, SLOTTED_8(me))
SLOTTED_DECOMPOSE(41, SLOTTED_ROWS_5, SLOTTED_1(mf))
SLOTTED_DECOMPOSE(42, SLOTTED_ROWS_5, SLOTTED_2(mf))
SLOTTED_DECOMPOSE(43, SLOTTED_ROWS_5, SLOTTED_3(mf))
SLOTTED_DECOMPOSE(44, SLOTTED_ROWS_5, SLOTTED_4(mf))
SLOTTED_DECOMPOSE(45, SLOTTED_ROWS_5, SLOTTED_5(mf))
SLOTTED_DECOMPOSE(46, SLOTTED_ROWS_5, SLOTTED_6(mf))
SLOTTED_DECOMPOSE(47, SLOTTED_ROWS_5, SLOTTED_7(mf))
SLOTTED_DECOMPOSE(48, SLOTTED_ROWS_5, SLOTTED_8(mf))
SLOTTED_DECOMPOSE(49, SLOTTED_ROWS_6, SLOTTED_1(mg))
SLOTTED_DECOMPOSE(50, SLOTTED_ROWS_6, SLOTTED_2(mg))
SLOTTED_DECOMPOSE(51, SLOTTED_ROWS_6, SLOTTED_3(mg))
SLOTTED_DECOMPOSE(52, SLOTTED_ROWS_6, SLOTTED_4(mg))
SLOTTED_DECOMPOSE(53, SLOTTED_ROWS_6, SLOTTED_5(mg))
SLOTTED_DECOMPOSE(54, SLOTTED_ROWS_6, SLOTTED_6(mg))
SLOTTED_DECOMPOSE(55, SLOTTED_ROWS_6, SLOTTED_7(mg))
SLOTTED_DECOMPOSE(56, SLOTTED_ROWS_6, SLOTTED_8(mg))
SLOTTED_DECOMPOSE(57, SLOTTED_ROWS_7, SLOTTED_1(mh))
SLOTTED_DECOMPOSE(58, SLOTTED_ROWS_7, SLOTTED_2(mh))
SLOTTED_DECOMPOSE(59, SLOTTED_ROWS_7, SLOTTED_3(mh))
SLOTTED_DECOMPOSE(60, SLOTTED_ROWS_7, SLOTTED_4(mh))
SLOTTED_DECOMPOSE(61, SLOTTED_ROWS_7, SLOTTED_5(mh))
SLOTTED_DECOMPOSE(62, SLOTTED_ROWS_7, SLOTTED_6(mh))
SLOTTED_DECOMPOSE(63, SLOTTED_ROWS_7, SLOTTED_7(mh))
SLOTTED_DECOMPOSE(64, SLOTTED_ROWS_7, SLOTTED_8(mh))
// clang-format on

#undef SLOTTED_ROWS_1
#undef SLOTTED_ROWS_2
#undef SLOTTED_ROWS_3
#undef SLOTTED_ROWS_4
#undef SLOTTED_ROWS_5
#undef SLOTTED_ROWS_6
#undef SLOTTED_ROWS_7
#undef SLOTTED_1
#undef SLOTTED_2
#undef SLOTTED_3
#undef SLOTTED_4
#undef SLOTTED_5
#undef SLOTTED_6
#undef SLOTTED_7
#undef SLOTTED_8
#undef SLOTTED_DECOMPOSE

}  // namespace slotted::inline v0::detail

#endif
