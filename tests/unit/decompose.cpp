// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The addresses of members without their names, for every number of members that there can be.
#include <slotted/decompose.hpp>

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include "support/catch.hpp"

namespace sl = slotted;
using sl::detail::addresses_in, sl::detail::member_number, sl::detail::pointer_at;

namespace unit_decompose {

/// An array is bound as a struct is, and there is one of each length.
template <class Array, std::size_t... I>
constexpr bool finds_all(Array& array, std::index_sequence<I...>) {
  const auto addresses = addresses_in(array, member_number<sizeof...(I)>{});
  const bool same[] = {(pointer_at<I>(addresses).pointer == &array[I])...};
  for (const bool one : same)
    if (!one) return false;
  return true;
}
template <std::size_t... N>
constexpr bool finds_all_of_each(std::index_sequence<N...>) {
  const bool found[] = {[] {
    int array[N + 1] = {};
    return finds_all(array, std::make_index_sequence<N + 1>{});
  }()...};
  for (const bool one : found)
    if (!one) return false;
  return true;
}

TEST_CASE("the members of an aggregate of 1 to 64 are found, each at its place", "[decompose]") {
  STATIC_REQUIRE(finds_all_of_each(std::make_index_sequence<64>{}));
  CHECK(finds_all_of_each(std::make_index_sequence<64>{}));
}

struct several {
  char letter;
  const double real;
  int row[3];
  std::string text;
  std::unique_ptr<int> owned;
};

TEST_CASE("a pointer has the type of the member, const where the member or the object is", "[decompose]") {
  several one{'a', 0.5, {1, 2, 3}, "text", std::make_unique<int>(4)};
  const auto in_it = addresses_in(one, member_number<5>{});
  STATIC_REQUIRE(std::is_same_v<decltype(pointer_at<0>(in_it).pointer), char*>);
  STATIC_REQUIRE(std::is_same_v<decltype(pointer_at<1>(in_it).pointer), const double*>);
  STATIC_REQUIRE(std::is_same_v<decltype(pointer_at<2>(in_it).pointer), int(*)[3]>);
  CHECK(pointer_at<0>(in_it).pointer == &one.letter);
  CHECK(pointer_at<1>(in_it).pointer == &one.real);
  CHECK(pointer_at<2>(in_it).pointer == &one.row);
  CHECK(pointer_at<3>(in_it).pointer == &one.text);
  CHECK(pointer_at<4>(in_it).pointer == &one.owned);

  const several& same = one;
  const auto in_const = addresses_in(same, member_number<5>{});
  STATIC_REQUIRE(std::is_same_v<decltype(pointer_at<0>(in_const).pointer), const char*>);
  STATIC_REQUIRE(std::is_same_v<decltype(pointer_at<2>(in_const).pointer), const int(*)[3]>);
  CHECK(pointer_at<4>(in_const).pointer == &same.owned);
}

/// The address that an overloaded operator gives is not that of the member.
struct shy {
  int value = 0;
  shy* operator&() const { return nullptr; }
};
struct has_shy {
  int first;
  shy second;
};

TEST_CASE("a member with an operator & of its own is found all the same", "[decompose]") {
  has_shy one{1, {}};
  const auto addresses = addresses_in(one, member_number<2>{});
  CHECK(pointer_at<1>(addresses).pointer == std::addressof(one.second));
}

TEST_CASE("a bit-field has no address, and then nothing has", "[decompose]") {
  struct with_bits {
    int whole;
    unsigned bits : 3;
  };
  with_bits one{1, 2};
  STATIC_REQUIRE(std::is_same_v<decltype(addresses_in(one, member_number<2>{})), sl::detail::no_addresses>);
  CHECK(one.whole == 1);
}

TEST_CASE("members of local classes and of empty types are found", "[decompose]") {
  struct nothing {};
  struct local {
    nothing first;
    nothing second;
    char third;
  };
  local one{{}, {}, 'c'};
  const auto addresses = addresses_in(one, member_number<3>{});
  CHECK(static_cast<void*>(pointer_at<0>(addresses).pointer) != static_cast<void*>(pointer_at<1>(addresses).pointer));
  CHECK(pointer_at<2>(addresses).pointer == &one.third);
}

}  // namespace unit_decompose
