#include <slotted/pack.hpp>

#include <type_traits>

#include "support/catch.hpp"

namespace unit_pack {

using slotted::detail::all_of;
using slotted::detail::at;
using slotted::detail::join_t;
using slotted::detail::pack;

TEST_CASE("all are true, which none of none contradicts", "[pack]") {
  CHECK(all_of({}));
  CHECK(all_of({true, true}));
  CHECK_FALSE(all_of({true, false}));
  CHECK_FALSE(all_of({false, true}));
}

TEST_CASE("a type of a pack is known by its number", "[pack]") {
  STATIC_REQUIRE(pack<>::size == 0);
  STATIC_REQUIRE(pack<int, char, int>::size == 3);
  STATIC_REQUIRE(std::is_same_v<at<0, pack<int, char, int>>, int>);
  STATIC_REQUIRE(std::is_same_v<at<1, pack<int, char, int>>, char>);
  STATIC_REQUIRE(std::is_same_v<at<2, pack<int, char, int>>, int>);
  STATIC_REQUIRE(std::is_same_v<at<0, pack<void>>, void>);  // a type of which there are no values
}

TEST_CASE("packs are joined in order", "[pack]") {
  STATIC_REQUIRE(std::is_same_v<join_t<>, pack<>>);
  STATIC_REQUIRE(std::is_same_v<join_t<pack<int>>, pack<int>>);
  STATIC_REQUIRE(std::is_same_v<join_t<pack<int, char>, pack<>, pack<int>>, pack<int, char, int>>);
}

}  // namespace unit_pack
