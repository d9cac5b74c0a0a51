#include <slotted/policies.hpp>

#include <slotted/slotted.hpp>
#include <slotted/value_text.hpp>

#include <compare>
#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using sl::detail::has_feature;
using sl::detail::pack;
using sl::detail::said;
using sl::detail::what_is_said;

namespace unit_policies {

template <class Feature, class... Parts>
constexpr said asked = what_is_said<Feature>(static_cast<pack<Parts...>*>(nullptr));

struct list : sl::slots<sl::field<"x", int>> {};

TEST_CASE("the last policy to speak of a feature wins", "[policies]") {
  STATIC_REQUIRE(asked<sl::equality> == said::nothing);
  STATIC_REQUIRE(asked<sl::equality, list, sl::declared_order> == said::nothing);
  STATIC_REQUIRE(asked<sl::equality, sl::with<>> == said::nothing);
  STATIC_REQUIRE(asked<sl::equality, sl::with<sl::equality>> == said::with);
  STATIC_REQUIRE(asked<sl::equality, sl::without<sl::equality>> == said::without);
  STATIC_REQUIRE(asked<sl::equality, sl::with<sl::ordering, sl::hashing>> == said::nothing);
  STATIC_REQUIRE(asked<sl::equality, sl::with<sl::ordering, sl::equality>> == said::with);
  STATIC_REQUIRE(asked<sl::equality, list, sl::without<sl::hashing, sl::equality>> == said::without);
  STATIC_REQUIRE(asked<sl::equality, sl::with<sl::equality>, list, sl::without<sl::equality>> == said::without);
  STATIC_REQUIRE(asked<sl::equality, sl::without<sl::equality>, list, sl::with<sl::equality>> == said::with);
  STATIC_REQUIRE(asked<sl::equality, sl::without<sl::equality>, sl::with<sl::ordering>> == said::without);
}

TEST_CASE("six features, and nothing else, stand in a policy", "[policies]") {
  using sl::detail::is_value_policy;
  STATIC_REQUIRE(is_value_policy<sl::with<>>);
  STATIC_REQUIRE(is_value_policy<sl::without<>>);
  STATIC_REQUIRE(is_value_policy<sl::with<sl::equality>>);
  STATIC_REQUIRE(is_value_policy<sl::with<sl::ordering>>);
  STATIC_REQUIRE(is_value_policy<sl::with<sl::hashing>>);
  STATIC_REQUIRE(is_value_policy<sl::with<sl::printing>>);
  STATIC_REQUIRE(is_value_policy<sl::without<sl::replacing>>);
  STATIC_REQUIRE(is_value_policy<sl::without<sl::bindings>>);
  STATIC_REQUIRE(
      is_value_policy<sl::without<sl::equality, sl::ordering, sl::hashing, sl::printing, sl::replacing, sl::bindings>>);
  STATIC_REQUIRE_FALSE(is_value_policy<sl::with<int>>);
  STATIC_REQUIRE_FALSE(is_value_policy<sl::with<sl::equality, sl::readonly>>);
  STATIC_REQUIRE_FALSE(is_value_policy<sl::without<const sl::equality>>);
  STATIC_REQUIRE_FALSE(is_value_policy<sl::equality>);
  STATIC_REQUIRE_FALSE(is_value_policy<sl::declared_order>);
}

// A class with all features, one without each, and one with plain members and each.

template <class Policy>
struct Clean : sl::object<Clean<Policy>, list, Policy> {
  using Clean::object::object;
};
template <class Policy>
struct Plain : sl::object<Plain<Policy>, list, Policy> {
  using Plain::object::object;
  int plain = 0;
};

template <class C>
concept has_tuple_size = requires { std::tuple_size<C>::value; };

template <class C>
struct can {
  static constexpr bool equal = std::equality_comparable<C>;
  static constexpr bool order = std::three_way_comparable<C> && std::totally_ordered<C>;
  static constexpr bool hash = std::is_default_constructible_v<std::hash<C>>;
  static constexpr bool print = has_feature<C, sl::printing>;
  static constexpr bool replace = has_feature<C, sl::replacing>;
  static constexpr bool bind = has_tuple_size<C>;
  /// Bit by bit, in the order above. std::totally_ordered asks for ==, too.
  static constexpr unsigned all =
      (equal ? 1u : 0) | (order ? 2u : 0) | (hash ? 4u : 0) | (print ? 8u : 0) | (replace ? 16u : 0) | (bind ? 32u : 0);
};

TEST_CASE("without plain members a class has every feature that it does not turn off", "[policies]") {
  STATIC_REQUIRE(can<Clean<sl::with<>>>::all == 63u);
  STATIC_REQUIRE(can<Clean<sl::declared_order>>::all == 63u);
  STATIC_REQUIRE(can<Clean<sl::without<>>>::all == 63u);
  STATIC_REQUIRE(can<Clean<sl::without<sl::ordering>>>::all == 61u);
  STATIC_REQUIRE(can<Clean<sl::without<sl::equality, sl::ordering>>>::all == 60u);
  STATIC_REQUIRE(can<Clean<sl::without<sl::hashing>>>::all == 59u);
  STATIC_REQUIRE(can<Clean<sl::without<sl::printing>>>::all == 55u);
  STATIC_REQUIRE(can<Clean<sl::without<sl::replacing>>>::all == 47u);
  STATIC_REQUIRE(can<Clean<sl::without<sl::bindings>>>::all == 31u);
  STATIC_REQUIRE(
      can<Clean<sl::without<sl::equality, sl::ordering, sl::hashing, sl::printing, sl::replacing, sl::bindings>>>::
          all == 0u);
  STATIC_REQUIRE_FALSE(std::equality_comparable<Clean<sl::without<sl::equality>>>);
  STATIC_REQUIRE(has_feature<Clean<sl::without<sl::equality>>, sl::ordering>);
}

TEST_CASE("with plain members a class has only what it asks for", "[policies]") {
  STATIC_REQUIRE(can<Plain<sl::with<>>>::all == 0u);
  STATIC_REQUIRE(can<Plain<sl::declared_order>>::all == 0u);
  STATIC_REQUIRE(can<Plain<sl::with<sl::equality>>>::all == 1u);
  STATIC_REQUIRE(can<Plain<sl::with<sl::equality, sl::ordering>>>::all == 3u);
  STATIC_REQUIRE(can<Plain<sl::with<sl::hashing>>>::all == 4u);
  STATIC_REQUIRE(can<Plain<sl::with<sl::printing>>>::all == 8u);
  STATIC_REQUIRE(can<Plain<sl::with<sl::replacing>>>::all == 16u);
  STATIC_REQUIRE(can<Plain<sl::with<sl::bindings>>>::all == 32u);
  STATIC_REQUIRE(
      can<Plain<sl::with<sl::equality, sl::ordering, sl::hashing, sl::printing, sl::replacing, sl::bindings>>>::all ==
      63u);
  STATIC_REQUIRE(has_feature<Plain<sl::with<sl::ordering>>, sl::ordering>);
  STATIC_REQUIRE_FALSE(has_feature<Plain<sl::with<sl::ordering>>, sl::equality>);
}

TEST_CASE("what is asked for does not see the plain members", "[policies]") {
  using All = Plain<sl::with<sl::equality, sl::ordering, sl::hashing, sl::replacing, sl::bindings>>;
  All a{1};
  All b{1};
  b.plain = 7;
  CHECK(a == b);
  CHECK(std::is_eq(a <=> b));
  CHECK(std::hash<All>{}(a) == std::hash<All>{}(b));
  auto& [x] = b;
  CHECK(&x == &b["x"_slot]);
  const All c = sl::replace(b, "x"_slot = 2);
  CHECK(c.plain == 7);
  CHECK(c["x"_slot] == 2);
}

TEST_CASE("policies stand anywhere among the parts", "[policies]") {
  struct Base : sl::object<Base, list> {
    using object::object;
  };
  struct First : sl::object<First, sl::without<sl::equality>, sl::extends<Base>, sl::slots<sl::field<"y", int>>> {
    using object::object;
  };
  struct Last : sl::object<Last, sl::slots<sl::field<"y", int>>, sl::declared_order, sl::extends<Base>,
                           sl::without<sl::equality>, sl::without<sl::hashing>> {
    using object::object;
  };
  STATIC_REQUIRE(can<Base>::all == 63u);
  STATIC_REQUIRE_FALSE(std::equality_comparable<First>);
  STATIC_REQUIRE(can<First>::hash);
  STATIC_REQUIRE_FALSE(std::equality_comparable<Last>);
  STATIC_REQUIRE_FALSE(can<Last>::hash);
}

// Derived classes.

template <class Policy>
struct Top : sl::object<Top<Policy>, list, Policy> {
  using Top::object::object;
};
template <class Policy, class Own>
struct Sub : sl::object<Sub<Policy, Own>, sl::extends<Top<Policy>>, sl::slots<sl::field<"y", int>>, Own> {
  using Sub::object::object;
};
template <class Policy>
struct Bare : Top<Policy> {
  using Top<Policy>::Top;
};

TEST_CASE("what a class turns off its children do not have", "[policies]") {
  STATIC_REQUIRE(can<Sub<sl::with<>, sl::with<>>>::all == 63u);
  STATIC_REQUIRE_FALSE(std::equality_comparable<Sub<sl::without<sl::equality>, sl::with<>>>);
  STATIC_REQUIRE_FALSE(can<Sub<sl::without<sl::ordering>, sl::with<>>>::order);
  STATIC_REQUIRE_FALSE(can<Sub<sl::without<sl::hashing>, sl::with<>>>::hash);
  STATIC_REQUIRE_FALSE(can<Sub<sl::without<sl::replacing>, sl::with<>>>::replace);
  STATIC_REQUIRE_FALSE(can<Sub<sl::without<sl::bindings>, sl::with<>>>::bind);
  STATIC_REQUIRE(can<Bare<sl::with<>>>::all == 63u);
  STATIC_REQUIRE(
      can<Bare<sl::without<sl::equality, sl::ordering, sl::hashing, sl::printing, sl::replacing, sl::bindings>>>::all ==
      0u);
}

TEST_CASE("what a base lacks a child cannot turn on, only off", "[policies]") {
  using all_off = sl::without<sl::equality, sl::ordering, sl::hashing, sl::printing, sl::replacing, sl::bindings>;
  using all_on = sl::with<sl::equality, sl::ordering, sl::hashing, sl::printing, sl::replacing, sl::bindings>;
  STATIC_REQUIRE(can<Sub<all_off, all_on>>::all == 0u);
  STATIC_REQUIRE(can<Sub<all_on, all_off>>::all == 0u);
  STATIC_REQUIRE(can<Sub<all_on, all_on>>::all == 63u);
}

}  // namespace unit_policies
