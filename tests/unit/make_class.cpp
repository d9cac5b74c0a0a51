#include <slotted/make_class.hpp>

#include <slotted/slotted.hpp>

#include <string>
#include <type_traits>
#include <utility>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_make_class {

using Point = sl::make_class<"Point", sl::slots<sl::field<"u", int>, sl::slot<"v", std::string>>>;

TEST_CASE("row 37: a class without a declaration: Python's type(name, bases, namespace)", "[make_class]") {
  Point p{3};
  CHECK(getattr(p, "u") == 3);
  CHECK_FALSE(hasattr(p, "v"));
  p["v"_slot] = "text";
  const Point copy = p;
  CHECK(getattr(copy, "v") == "text");
  CHECK_THROWS_AS(getattr(p, "w"), sl::attribute_error);
  STATIC_REQUIRE(sl::class_name<Point> == "Point");
  STATIC_REQUIRE(sl::descriptor<Point, "u">.qualname == "Point.u");
  const Point by_name{"v"_slot = "x", "u"_slot = 1};
  CHECK(by_name["u"_slot] == 1);
  try {
    getattr(p, "nope");
    FAIL("no exception");
  } catch (const sl::attribute_error& error) {
    CHECK(error.class_name() == "Point");
  }
}

TEST_CASE("the same name and parts are the same class, another name another", "[make_class]") {
  STATIC_REQUIRE(
      std::is_same_v<Point, sl::make_class<"Point", sl::slots<sl::field<"u", int>, sl::slot<"v", std::string>>>>);
  STATIC_REQUIRE_FALSE(
      std::is_same_v<Point, sl::make_class<"Pixel", sl::slots<sl::field<"u", int>, sl::slot<"v", std::string>>>>);
}

TEST_CASE("bases and policies are parts like any other", "[make_class]") {
  struct plain {
    int n = 4;
  };
  using Pixel =
      sl::make_class<"Pixel", sl::extends<Point, plain>, sl::declared_order, sl::slots<sl::slot<"depth", double>>>;
  Pixel p{"u"_slot = 1, "depth"_slot = 2.0};
  CHECK(p.n == 4);
  CHECK(getattr(p, "depth") == 2.0);
  STATIC_REQUIRE(sl::class_name<Pixel> == "Pixel");
  STATIC_REQUIRE(sl::slot_count<Pixel> == 3);
}

struct Base : sl::object<Base, sl::slots<sl::slot<"x", int>>> {
  using object::object;
  int doubled() const { return 2 * get("x"_slot); }
};

TEST_CASE("row 38: a subclass that only adds slots keeps the name of its base", "[make_class]") {
  using Extended = sl::extended<Base, sl::slots<sl::slot<"y", int>, sl::slot<"z", int>>>;
  Extended b;
  setattr(b, "x", 1);
  setattr(b, "z", 2);
  CHECK(b.doubled() == 2);
  CHECK(getattr(b, "z") == 2);
  CHECK_FALSE(hasattr(b, "y"));
  STATIC_REQUIRE(sl::class_name<Extended> == "Base");
  STATIC_REQUIRE_FALSE(sl::has_dict<Extended>);
  STATIC_REQUIRE(std::is_base_of_v<Base, Extended>);
  const Extended made{1, 2, 3};
  CHECK(getattr(made, "z") == 3);
}

TEST_CASE("a class derived from a made one has a name of its own", "[make_class]") {
  struct Derived : sl::object<Derived, sl::extends<Point>, sl::slots<>> {
    using object::object;
  };
  struct OfExtended
      : sl::object<OfExtended, sl::extends<sl::extended<Base, sl::slots<>>>, sl::slots<sl::slot<"w", int>>> {
    using object::object;
  };
  struct Plain : Point {
    using Point::Point;
  };
  STATIC_REQUIRE(sl::class_name<Derived> == "Derived");
  STATIC_REQUIRE(sl::class_name<OfExtended> == "OfExtended");
  STATIC_REQUIRE(sl::class_name<Plain> == "Point");
  STATIC_REQUIRE(sl::class_name<sl::extended<Point, sl::slots<sl::slot<"w", int>>>> == "Point");
}

TEST_CASE("a made class can be extended again and again", "[make_class]") {
  using One = sl::make_class<"One", sl::slots<sl::field<"a", int, sl::defaults_to<1>>>>;
  using Two = sl::extended<One, sl::slots<sl::field<"b", int, sl::defaults_to<2>>>>;
  using Three = sl::extended<Two, sl::slots<sl::field<"c", int, sl::defaults_to<3>>>>;
  const Three three;
  CHECK(three["a"_slot] + three["b"_slot] + three["c"_slot] == 6);
  STATIC_REQUIRE(sl::class_name<Three> == "One");
  STATIC_REQUIRE(sizeof(Three) == 3 * sizeof(int));
}

TEST_CASE("a made class without a list has a dict and a weakref slot, as one that is written", "[make_class]") {
  using Namespace = sl::make_class<"Namespace">;
  Namespace n;
  setattr(n, "x", 1);
  CHECK(getattr(n, "x") == 1);
  STATIC_REQUIRE(sl::has_dict<Namespace>);
  STATIC_REQUIRE(sl::has_weakref<Namespace>);
  STATIC_REQUIRE(sizeof(Namespace) == 2 * sizeof(void*));
  CHECK(class_of(n).name() == "Namespace");
  using Open = sl::extended<Base>;
  Open open;
  setattr(open, "x", 2);
  setattr(open, "y", 3);
  CHECK(open.doubled() == 4);
  CHECK(vars(open).size() == 1);
  using OpenPoint = sl::extended<Point, sl::slots<sl::dict_slot<int>>>;
  OpenPoint point{1, "v"};
  setattr(point, "more", 5);
  CHECK(getattr(point, "more") == 5);
  try {
    static_cast<void>(getattr(point, "nope"));
    FAIL("no exception");
  } catch (const sl::attribute_error& error) {
    CHECK(error.class_name() == "Point");
  }
}

}  // namespace unit_make_class
