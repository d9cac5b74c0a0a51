#include <slotted/positional.hpp>

#include <slotted/slotted.hpp>

#include <any>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/numbered.hpp"
#include "support/tracked.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_positional {

struct Point
    : sl::object<Point, sl::slots<sl::field<"x", double>, sl::field<"y", double>, sl::slot<"label", std::string>>> {
  using object::object;
};

TEST_CASE("row 86: values by position, in declared order; trailing slots may be left out", "[positional]") {
  const Point p{1.0, 2.0};
  CHECK(p["x"_slot] == 1.0);
  CHECK(p["y"_slot] == 2.0);
  CHECK_FALSE(hasattr(p, "label"));
  const Point q(1.0, 2.0, "home");
  CHECK(getattr(q, "label") == "home");
  const Point copy_list = {1.0, 2.0, "list"};
  CHECK(getattr(copy_list, "label") == "list");
  STATIC_REQUIRE(std::is_constructible_v<Point, double, double>);
  STATIC_REQUIRE(std::is_constructible_v<Point, double, double, const char*>);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<Point>);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<Point, double>);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<Point, double, double, std::string, int>);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<Point, double, std::string>);
}

TEST_CASE("a field with a default may be left out, one behind it may not be jumped", "[positional]") {
  struct Mixed : sl::object<Mixed, sl::slots<sl::slot<"a", int>, sl::field<"b", int>,
                                             sl::field<"c", int, sl::defaults_to<3>>, sl::slot<"d", int>>> {
    using object::object;
  };
  STATIC_REQUIRE_FALSE(std::is_constructible_v<Mixed, int>);
  const Mixed two{1, 2};
  CHECK(getattr(two, "a") == 1);
  CHECK(two["b"_slot] == 2);
  CHECK(two["c"_slot] == 3);
  CHECK_FALSE(hasattr(two, "d"));
  const Mixed four{1, 2, 30, 4};
  CHECK(four["c"_slot] == 30);
  CHECK(getattr(four, "d") == 4);
}

TEST_CASE("a constructor with one parameter is explicit", "[positional]") {
  struct Wrapper : sl::object<Wrapper, sl::slots<sl::field<"n", int>, sl::slot<"s", std::string>>> {
    using object::object;
  };
  STATIC_REQUIRE(std::is_constructible_v<Wrapper, int>);
  STATIC_REQUIRE_FALSE(std::is_convertible_v<int, Wrapper>);
  STATIC_REQUIRE_FALSE(std::is_convertible_v<double, Wrapper>);
  CHECK(Wrapper(3)["n"_slot] == 3);
}

TEST_CASE("nested braces make the declared types", "[positional]") {
  struct Nested
      : sl::object<Nested,
                   sl::slots<sl::field<"list", std::vector<int>>, sl::field<"pair", std::pair<int, std::string>>,
                             sl::slot<"map", std::map<std::string, int>>, sl::slot<"point", Point>>> {
    using object::object;
  };
  const Nested n{{1, 2, 3}, {4, "four"}, {{"a", 1}, {"b", 2}}, {1.0, 2.0}};
  CHECK(n["list"_slot].size() == 3);
  CHECK(n["pair"_slot].second == "four");
  CHECK(n["map"_slot]->at("b") == 2);
  CHECK((*n["point"_slot])["y"_slot] == 2.0);
  const Nested empty{{}, {}};
  CHECK(empty["list"_slot].empty());
}

TEST_CASE("values are converted as a parameter's would be", "[positional]") {
  struct Text : sl::object<Text, sl::slots<sl::field<"s", std::string>, sl::slot<"v", std::string>>> {
    using object::object;
  };
  const std::string_view view = "view";
  const Text t{view, view};
  CHECK(t["s"_slot] == "view");
  CHECK(getattr(t, "v") == "view");
  const Text literals{"a", "b"};
  CHECK(literals["s"_slot] == "a");
  STATIC_REQUIRE_FALSE(std::is_constructible_v<Text, int>);
  const Point integers{1, 2};
  CHECK(integers["y"_slot] == 2.0);
}

TEST_CASE("move-only values by position", "[positional]") {
  struct Owner
      : sl::object<Owner, sl::slots<sl::field<"p", std::unique_ptr<int>>, sl::slot<"q", std::unique_ptr<int>>>> {
    using object::object;
  };
  const Owner o{std::make_unique<int>(1), std::make_unique<int>(2)};
  CHECK(*o["p"_slot] == 1);
  CHECK(**o["q"_slot] == 2);
  std::unique_ptr<int> named = std::make_unique<int>(3);
  const Owner moved{std::move(named)};
  CHECK(*moved["p"_slot] == 3);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<Owner, std::unique_ptr<int>&>);
}

TEST_CASE("a copy is a copy, whatever the first slot would take", "[positional]") {
  struct Anything : sl::object<Anything, sl::slots<sl::slot<"v", std::any>, sl::slot<"n", int>>> {
    using object::object;
  };
  struct Sub : Anything {
    using Anything::Anything;
  };
  Anything a{std::any(5), 7};
  Anything copy(a);
  CHECK(std::any_cast<int>(*copy["v"_slot]) == 5);
  CHECK(getattr(copy, "n") == 7);
  const Anything moved(std::move(copy));
  CHECK(getattr(moved, "n") == 7);
  Sub sub{std::any(6), 8};
  const Anything sliced(sub);
  CHECK(getattr(sliced, "n") == 8);
  const Anything from_int(3);
  CHECK(std::any_cast<int>(*from_int["v"_slot]) == 3);
}

TEST_CASE("slots of bases come first", "[positional]") {
  struct Base : sl::object<Base, sl::slots<sl::field<"a", int>, sl::slot<"b", int>>> {
    using object::object;
  };
  struct Derived
      : sl::object<Derived, sl::extends<Base>, sl::slots<sl::field<"c", int, sl::defaults_to<9>>, sl::slot<"d", int>>> {
    using object::object;
  };
  const Derived d{1, 2, 3, 4};
  CHECK(d["a"_slot] == 1);
  CHECK(getattr(d, "b") == 2);
  CHECK(d["c"_slot] == 3);
  CHECK(getattr(d, "d") == 4);
  const Derived one{1};
  CHECK_FALSE(hasattr(one, "b"));
  CHECK(one["c"_slot] == 9);
}

TEST_CASE("arrays by position, from an array or from braces", "[positional]") {
  struct Row : sl::object<Row, sl::slots<sl::field<"cells", int[3]>, sl::slot<"more", std::string[2]>>> {
    using object::object;
  };
  const int cells[3] = {1, 2, 3};
  const Row from_array{cells};
  CHECK(from_array["cells"_slot][2] == 3);
  CHECK_FALSE(hasattr(from_array, "more"));
  const Row from_braces{{4, 5, 6}, {"a", "b"}};
  CHECK(from_braces["cells"_slot][0] == 4);
  CHECK(getattr(from_braces, "more"_slot)[1] == "b");
}

struct Long : sl::object<Long, support::numbered_slots<20, int>> {
  using object::object;
};

TEST_CASE("long lists take any number of leading values, too", "[positional]") {
  const Long all{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19};
  CHECK(getattr(all, "s0019"_slot) == 19);
  const Long three{0, 1, 2};
  CHECK(getattr(three, "s0002"_slot) == 2);
  CHECK_FALSE(hasattr(three, "s0003"_slot));
  STATIC_REQUIRE(std::is_default_constructible_v<Long>);
}

TEST_CASE("construction by position fails at any point without a leak", "[positional]") {
  using support::tracked;
  struct Three
      : sl::object<Three, sl::slots<sl::slot<"a", tracked>, sl::field<"b", tracked>, sl::field<"c", tracked[2]>>> {
    using object::object;
  };
  const tracked two[2] = {1, 2};
  const tracked one(1);
  CHECK(support::fail_everywhere(
            [&](support::attempt& attempt) { attempt([&] { const Three three{one, tracked(2), two}; }); }) >= 10);
}

TEST_CASE("objects are made by position in constant expressions", "[positional]") {
  struct Constant : sl::object<Constant, sl::slots<sl::field<"x", int>, sl::slot<"y", long>, sl::slot<"a", int[2]>>> {
    using object::object;
  };
  constexpr Constant two{1, 2};
  STATIC_REQUIRE(two["x"_slot] + getattr(two, "y"_slot) == 3);
  STATIC_REQUIRE_FALSE(hasattr(two, "a"_slot));
  constexpr Constant three{1, 2, {3, 4}};
  STATIC_REQUIRE(getattr(three, "a"_slot)[1] == 4);
}

}  // namespace unit_positional
