#include <slotted/descriptor.hpp>

#include <slotted/slotted.hpp>

#include <algorithm>
#include <functional>
#include <numeric>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_descriptor {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double, sl::doc<"abscissa">>,
                                           sl::slot<"label", std::string, sl::doc<"its name">>,
                                           sl::field<"id", int, sl::readonly, sl::hidden, sl::defaults_to<7>>>> {
  using object::object;
};
struct Pixel : sl::object<Pixel, sl::extends<Point>, sl::slots<sl::slot<"depth", int>>> {
  using object::object;
};
struct Plain : Pixel {
  using Pixel::Pixel;
};
struct Other : sl::object<Other, sl::slots<sl::field<"x", double>>> {
  using object::object;
};

TEST_CASE("row 46, row 54: each slot has a descriptor, an empty constant with get, set, has and del", "[descriptor]") {
  constexpr auto& x = sl::descriptor<Point, "x">;
  using X = std::remove_const_t<std::remove_reference_t<decltype(x)>>;
  STATIC_REQUIRE(std::is_empty_v<X>);
  STATIC_REQUIRE(std::is_trivially_copyable_v<X>);
  Point p{1.0};
  STATIC_REQUIRE(requires { x.get(p); });
  STATIC_REQUIRE(requires { x.set(p, 1.0); });
  STATIC_REQUIRE(requires { x.has(p); });
}

TEST_CASE("row 47, row 55: name, qualname, owner and doc are constants", "[descriptor]") {
  constexpr auto x = sl::descriptor<Point, "x">;
  STATIC_REQUIRE(x.name == "x");
  STATIC_REQUIRE(x.qualname == "Point.x");
  STATIC_REQUIRE(x.doc == "abscissa");
  STATIC_REQUIRE(std::is_same_v<decltype(x)::owner_type, Point>);
  STATIC_REQUIRE(std::is_same_v<decltype(x)::value_type, double>);
  STATIC_REQUIRE(x.size == sizeof(double));
  STATIC_REQUIRE(x.alignment == alignof(double));
  STATIC_REQUIRE(x.index == 0);
  STATIC_REQUIRE_FALSE(x.may_be_unset);
  STATIC_REQUIRE(sl::descriptor<Point, "label">.may_be_unset);
  STATIC_REQUIRE(sl::descriptor<Point, "id">.readonly);
  STATIC_REQUIRE(sl::descriptor<Point, "id">.hidden);
  STATIC_REQUIRE_FALSE(x.readonly);
  STATIC_REQUIRE_FALSE(x.hidden);
  STATIC_REQUIRE(x.qualname.data()[x.qualname.size()] == '\0');
}

TEST_CASE("row 48: a descriptor is one object, however it is reached", "[descriptor]") {
  CHECK(&sl::descriptor<Point, "x"> == &sl::descriptor<Point, "x">);
  bool same = false;
  sl::with_slot<Point>("x", [&](auto slot) {
    same = std::is_same_v<decltype(slot), std::remove_const_t<decltype(sl::descriptor<Point, "x">)>>;
  });
  CHECK(same);
  STATIC_REQUIRE(std::is_same_v<decltype(sl::descriptor<Plain, "x">), decltype(sl::descriptor<Pixel, "x">)>);
}

TEST_CASE("row 49, row 50: get, set and delete through the descriptor", "[descriptor]") {
  constexpr auto label = sl::descriptor<Point, "label">;
  Point p{1.0};
  const Point& c = p;
  CHECK_FALSE(label.has(p));
  CHECK_THROWS_AS(label.get(p), sl::attribute_error);
  CHECK_THROWS_AS(label.del(p), sl::attribute_error);
  label.set(p, "foobar");
  CHECK(label.get(p) == "foobar");
  CHECK(label.get(c) == "foobar");
  CHECK(getattr(p, "label") == "foobar");
  STATIC_REQUIRE(std::is_same_v<decltype(label.get(p)), std::string&>);
  STATIC_REQUIRE(std::is_same_v<decltype(label.get(c)), const std::string&>);
  STATIC_REQUIRE(noexcept(label.has(p)));
  label.del(p);
  CHECK_FALSE(label.has(c));
}

TEST_CASE("row 52: an object of a subclass is accepted", "[descriptor]") {
  constexpr auto x = sl::descriptor<Point, "x">;
  Plain p{1.0};
  x.set(p, 3);
  CHECK(x.get(p) == 3.0);
  CHECK(sl::descriptor<Pixel, "x">.get(p) == 3.0);
  CHECK(&x.get(p) == &p["x"_slot]);
}

TEST_CASE("row 57: an inherited slot keeps its doc and its owner", "[descriptor]") {
  constexpr auto x = sl::descriptor<Pixel, "x">;
  STATIC_REQUIRE(x.doc == "abscissa");
  STATIC_REQUIRE(x.qualname == "Point.x");
  STATIC_REQUIRE(std::is_same_v<decltype(x)::owner_type, Point>);
  STATIC_REQUIRE(std::is_same_v<decltype(x)::class_type, Pixel>);
  STATIC_REQUIRE(x.inherited);
  STATIC_REQUIRE_FALSE(sl::descriptor<Pixel, "depth">.inherited);
  STATIC_REQUIRE(sl::descriptor<Pixel, "depth">.index == 3);
}

TEST_CASE("row 96: equal names in unrelated classes are different descriptors", "[descriptor]") {
  STATIC_REQUIRE_FALSE(std::is_same_v<decltype(sl::descriptor<Point, "x">), decltype(sl::descriptor<Other, "x">)>);
  STATIC_REQUIRE(sl::descriptor<Other, "x">.qualname == "Other.x");
}

TEST_CASE("row 66: a descriptor is a projection", "[descriptor]") {
  std::vector<Point> points;
  for (const double x : {3.0, 1.0, 2.0}) points.push_back(Point{x, std::to_string(x)});
  std::ranges::sort(points, {}, sl::descriptor<Point, "x">);
  CHECK(points[0]["x"_slot] == 1.0);
  CHECK(points[2]["x"_slot] == 3.0);
  std::ranges::sort(points, std::ranges::greater{}, sl::descriptor<Point, "label">);
  CHECK(points[0]["x"_slot] == 3.0);
  const std::vector<Point>& constant = points;
  CHECK(std::ranges::find(constant, 2.0, sl::descriptor<Point, "x">) == constant.begin() + 1);
  double sum = 0;
  for (const double x : constant | std::views::transform(sl::descriptor<Point, "x">)) sum += x;
  CHECK(sum == 6.0);
  std::vector<Plain> plain;
  plain.push_back(Plain{2.0});
  plain.push_back(Plain{1.0});
  std::ranges::sort(plain, {}, sl::descriptor<Point, "x">);
  CHECK(plain[0]["x"_slot] == 1.0);
  CHECK(std::invoke(sl::descriptor<Point, "x">, points[0]) == 3.0);
}

TEST_CASE("a descriptor projects temporaries, too", "[descriptor]") {
  using descriptor_type = decltype(sl::descriptor<Point, "x">);
  STATIC_REQUIRE(std::is_invocable_v<descriptor_type, Point>);
  STATIC_REQUIRE(std::is_invocable_v<descriptor_type, const Point&>);
  STATIC_REQUIRE(std::is_invocable_v<descriptor_type, Point&>);
}

TEST_CASE("row 80, row 89: for_each_slot visits every slot, set or not, bases first, in declared order",
          "[descriptor]") {
  std::string names;
  std::size_t expected = 0;
  sl::for_each_slot<Pixel>([&](auto slot) {
    names += std::string(slot.qualname) + ' ';
    CHECK(slot.index == expected++);
  });
  CHECK(names == "Point.x Point.label Point.id Pixel.depth ");
  names.clear();
  sl::for_each_slot<const Plain>([&](auto slot) { names += slot.name; });
  CHECK(names == "xlabeliddepth");
}

TEST_CASE("row 65: a member function checks and stores in a slot that is hidden from names", "[descriptor]") {
  struct Celsius : sl::object<Celsius, sl::slots<sl::slot<"_v", int, sl::hidden>>> {
    using object::object;
    int v() const { return get("_v"_slot); }
    void v(const std::string& text) { set("_v"_slot, std::stoi(text)); }
  };
  Celsius c;
  c.v("12");
  CHECK(c.v() == 12);
  CHECK_THROWS_AS(c.v("bad"), std::invalid_argument);
  CHECK(c.v() == 12);
  CHECK_FALSE(hasattr(c, "_v"));
}

TEST_CASE("a descriptor carries its name for the verbs", "[descriptor]") {
  Point p{1.0};
  sl::for_each_slot<Point>([&](auto slot) {
    if (hasattr(p, slot.key)) CHECK(&getattr(p, slot.key) == &slot.get(p));
  });
}

TEST_CASE("descriptors work in constant expressions", "[descriptor]") {
  struct Constant : sl::object<Constant, sl::slots<sl::field<"a", int>, sl::slot<"b", int>>> {
    using object::object;
  };
  constexpr int result = [] {
    Constant o{1};
    sl::descriptor<Constant, "b">.set(o, 20);
    int sum = sl::descriptor<Constant, "a">(o) + sl::descriptor<Constant, "b">.get(o);
    sl::descriptor<Constant, "b">.del(o);
    return sum + (sl::descriptor<Constant, "b">.has(o) ? 1000 : 300);
  }();
  STATIC_REQUIRE(result == 321);
  STATIC_REQUIRE(sl::descriptor<Constant, "a">.offset == 0);
}

}  // namespace unit_descriptor
