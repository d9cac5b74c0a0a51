#include <slotted/dict_slot.hpp>

#include <slotted/slotted.hpp>

#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using sl::detail::is_dict_slot;

namespace unit_dict_slot {

struct Bare : sl::object<Bare, sl::slots<sl::dict_slot<>>> {
  using object::object;
};
struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::dict_slot<double>, sl::field<"y", double>>> {
  using object::object;
};
struct Without : sl::object<Without, sl::slots<sl::field<"x", double>>> {
  using object::object;
};

TEST_CASE("a dict slot holds values unless it says otherwise", "[dict_slot]") {
  STATIC_REQUIRE(std::is_same_v<sl::dict_slot<>, sl::dict_slot<sl::value>>);
  STATIC_REQUIRE(std::is_same_v<sl::dict_slot<>::mapped_type, sl::value>);
  STATIC_REQUIRE(std::is_same_v<sl::dict_slot<int>::mapped_type, int>);
  STATIC_REQUIRE(std::is_same_v<sl::dict_slot<int>::value_type, sl::detail::dict_cell<int>>);
}

TEST_CASE("a dict slot is told from the other items of a list", "[dict_slot]") {
  STATIC_REQUIRE(is_dict_slot<sl::dict_slot<>>);
  STATIC_REQUIRE(is_dict_slot<sl::dict_slot<std::string>>);
  STATIC_REQUIRE_FALSE(is_dict_slot<sl::slot<"x", int>>);
  STATIC_REQUIRE_FALSE(is_dict_slot<sl::field<"x", int>>);
  STATIC_REQUIRE_FALSE(is_dict_slot<sl::value>);
  STATIC_REQUIRE_FALSE(is_dict_slot<sl::dict_slot<>::value_type>);
}

TEST_CASE("a dict slot is one pointer, whatever its values are", "[dict_slot]") {
  STATIC_REQUIRE_FALSE(sl::dict_slot<>::may_be_unset);
  STATIC_REQUIRE(sizeof(sl::dict_slot<>::value_type) == sizeof(void*));
  STATIC_REQUIRE(sizeof(sl::dict_slot<std::string>::value_type) == sizeof(void*));
  STATIC_REQUIRE(sizeof(Bare) == sizeof(void*));
  struct by_hand {
    double x;
    void* dict;
    double y;
  };
  STATIC_REQUIRE(sizeof(Point) == sizeof(by_hand));
}

TEST_CASE("a dict slot is no slot: it has no name, no place among them, no presence bit", "[dict_slot]") {
  STATIC_REQUIRE(sl::slot_count<Bare> == 0);
  STATIC_REQUIRE(sl::slot_count<Point> == 2);
  STATIC_REQUIRE(sl::has_dict<Bare>);
  STATIC_REQUIRE(sl::has_dict<Point>);
  STATIC_REQUIRE_FALSE(sl::has_dict<Without>);
  const Point p{1.0, 2.0};
  CHECK(p["x"_slot] == 1.0);
  CHECK(p["y"_slot] == 2.0);
}

TEST_CASE("an object can be copied if what its dict slot holds can", "[dict_slot]") {
  struct Owner : sl::object<Owner, sl::slots<sl::dict_slot<std::unique_ptr<int>>>> {
    using object::object;
  };
  STATIC_REQUIRE(std::is_copy_constructible_v<Point>);
  STATIC_REQUIRE(std::is_copy_assignable_v<Point>);
  STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<Owner>);
  STATIC_REQUIRE_FALSE(std::is_copy_assignable_v<Owner>);
  STATIC_REQUIRE(std::is_nothrow_move_constructible_v<Owner>);
  STATIC_REQUIRE(std::is_move_assignable_v<Owner>);
  STATIC_REQUIRE(std::is_nothrow_destructible_v<Owner>);
}

}  // namespace unit_dict_slot
