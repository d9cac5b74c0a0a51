#include <slotted/attribute_by_name.hpp>

#include <slotted/slotted.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_attribute_by_name {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::slot<"label", std::string>, sl::slot<"n", int>,
                                           sl::slot<"owner", std::unique_ptr<int>>>> {
  using object::object;
};

// Every kind of run-time name for one slot.
struct viewable {
  std::string text;
  operator std::string_view() const { return text; }
};
template <class F>
void with_every_name(const std::string& name, F&& f) {
  f(name.c_str());
  f(name);
  f(std::string_view(name));
  f(viewable{name});
  f(sl::resolve<Point>(name));
}

TEST_CASE("every verb takes every kind of run-time name", "[attribute_by_name]") {
  with_every_name("label", [](const auto& name) {
    Point p{1.0};
    const Point& c = p;
    CHECK_FALSE(hasattr(p, name));
    CHECK_FALSE(hasattr(c, name));
    CHECK_FALSE(hasattr(Point{1.0}, name));
    CHECK_THROWS_AS(getattr(p, name), sl::attribute_error);
    CHECK_THROWS_AS(getattr<std::string>(c, name), sl::attribute_error);
    CHECK_THROWS_AS(delattr(p, name), sl::attribute_error);
    CHECK(find_attr<std::string>(p, name) == nullptr);
    CHECK(getattr(p, name, "none") == "none");
    CHECK(getattr<std::string>(c, name, "none") == "none");
    setattr(p, name, "home");
    CHECK(hasattr(c, name));
    CHECK(getattr(p, name) == "home");
    CHECK(getattr(c, name) == "home");
    CHECK(getattr<std::string>(p, name) == "home");
    CHECK(getattr<std::string>(c, name) == "home");
    CHECK(getattr(c, name, "none") == "home");
    CHECK(getattr<std::string>(p, name, "none") == "home");
    CHECK(*find_attr<std::string>(p, name) == "home");
    CHECK(*find_attr<std::string>(c, name) == "home");
    CHECK(find_attr<int>(c, name) == nullptr);
    CHECK_THROWS_AS(getattr<int>(p, name), sl::type_error);
    CHECK_THROWS_AS(getattr(p, name, 3), sl::type_error);
    CHECK_THROWS_AS(getattr<int>(p, name, 3), sl::type_error);
    CHECK_THROWS_AS(setattr(p, name, 3), sl::type_error);
    CHECK(getattr(p, name) == "home");
    STATIC_REQUIRE(std::is_same_v<decltype(getattr<std::string>(p, name)), std::string&>);
    STATIC_REQUIRE(std::is_same_v<decltype(getattr<std::string>(c, name)), const std::string&>);
    STATIC_REQUIRE(std::is_same_v<decltype(find_attr<std::string>(c, name)), const std::string*>);
    bool called = false;
    CHECK(sl::with_slot<Point>(name, [&](auto slot) { called = slot.name == "label" && slot.has(p); }));
    CHECK(called);
    delattr(p, name);
    CHECK_FALSE(hasattr(p, name));
    setattr(Point{1.0}, name, "on a temporary");
    CHECK(getattr(Point{1.0, "temporary"}, name) == "temporary");
  });
}

TEST_CASE("hasattr and find_attr throw nothing, whatever they are asked", "[attribute_by_name]") {
  Point p{1.0};
  STATIC_REQUIRE(noexcept(hasattr(p, "label")));
  STATIC_REQUIRE(noexcept(hasattr(p, std::string_view())));
  const auto key = sl::resolve<Point>("x");
  STATIC_REQUIRE(noexcept(hasattr(p, key)));
  STATIC_REQUIRE(noexcept(find_attr<int>(p, "label")));
}

TEST_CASE("row 76: an unknown name is an attribute_error in every verb that needs a slot", "[attribute_by_name]") {
  Point p{1.0};
  CHECK_THROWS_AS(getattr(p, "nope"), sl::attribute_error);
  CHECK_THROWS_AS(getattr<int>(p, "nope"), sl::attribute_error);
  CHECK_THROWS_AS(setattr(p, "nope", 1), sl::attribute_error);
  CHECK_THROWS_AS(delattr(p, "nope"), sl::attribute_error);
  CHECK_FALSE(hasattr(p, "nope"));
  CHECK(find_attr<int>(p, "nope") == nullptr);
  CHECK(getattr(p, "nope", 3) == 3);
  CHECK(getattr<int>(p, "nope", 3) == 3);
  CHECK_FALSE(sl::with_slot<Point>("nope", [](auto) { FAIL("no such slot"); }));
}

TEST_CASE("a field cannot be deleted by a run-time name either", "[attribute_by_name]") {
  Point p{1.0};
  CHECK_THROWS_AS(delattr(p, "x"), sl::attribute_error);
  CHECK(p["x"_slot] == 1.0);
}

TEST_CASE("the text of a fallback is owned by the result", "[attribute_by_name]") {
  const Point p{1.0};
  STATIC_REQUIRE(std::is_same_v<decltype(getattr(p, "label", "x")), std::string>);
  STATIC_REQUIRE(std::is_same_v<decltype(getattr(p, "label", std::string_view("x"))), std::string>);
  STATIC_REQUIRE(std::is_same_v<decltype(getattr(p, "n", 3)), int>);
}

// Numbers are selected without a branch: see select_by_name.
struct Numbers : sl::object<Numbers, sl::slots<sl::field<"alpha", double>, sl::slot<"beta", double>,
                                               sl::slot<"gamma", double>, sl::slot<"number", int>>> {
  using object::object;
};
struct Doubles : sl::object<Doubles, sl::slots<sl::slot<"a", double>, sl::slot<"bb", double>, sl::slot<"ccc", double>,
                                               sl::slot<"a_longer_one", double>>> {
  using object::object;
};

TEST_CASE("a number or a fallback, for names that are known, unknown, or of any length", "[attribute_by_name]") {
  const Numbers o{"alpha"_slot = 1.0, "gamma"_slot = 3.0, "number"_slot = 4};
  CHECK(getattr(o, "alpha", 0.5) == 1.0);
  CHECK(getattr(o, "beta", 0.5) == 0.5);
  CHECK(getattr(o, "gamma", 0.5) == 3.0);
  CHECK(getattr<int>(o, "number", 7) == 4);
  CHECK(getattr<double>(o, "delta", 7) == 7.0);
  CHECK_THROWS_AS(getattr(o, "number", 0.5), sl::type_error);
  CHECK_THROWS_AS(getattr(o, "alpha", 7), sl::type_error);
  CHECK(getattr(o, "beta", 7) == 7);  // unset: no value whose type could be wrong
  std::string name;
  for (int size = 0; size != 40; ++size, name += 'a') {
    const std::unique_ptr<char[]> exact(new char[name.size()]);  // a read outside is found by AddressSanitizer
    name.copy(exact.get(), name.size());
    const std::string_view text(exact.get(), name.size());
    CHECK(getattr(o, text, 0.5) == 0.5);
    CHECK(getattr(Doubles{1.0, 2.0, 3.0, 4.0}, text, 0.5) == (size == 1 ? 1.0 : 0.5));
  }
  const Doubles all{"a"_slot = 1.0, "bb"_slot = 2.0, "a_longer_one"_slot = 4.0};
  CHECK(getattr(all, "bb", 0.5) == 2.0);
  CHECK(getattr(all, "ccc", 0.5) == 0.5);
  CHECK(getattr(all, "a_longer_one", 0.5) == 4.0);
  CHECK(getattr(all, "a_longer_two", 0.5) == 0.5);
  CHECK(getattr(Doubles{}, "a", 0.5) == 0.5);
  struct thrown {};
  struct converted_in_need {
    operator double() const { throw thrown(); }
  };
  CHECK(getattr<double>(all, "bb", converted_in_need()) == 2.0);
  CHECK_THROWS_AS(getattr<double>(all, "ccc", converted_in_need()), thrown);
  static_assert(getattr(Doubles{1.0}, "a", 0.5) == 1.0);
  static_assert(getattr(Doubles{1.0}, "bb", 0.5) == 0.5);
}

TEST_CASE("with_slot turns a run-time name into a typed operation, also on an unset slot", "[attribute_by_name]") {
  Point p{1.0};
  for (const char* name : {"x", "label", "n"}) {
    const bool known = sl::with_slot<Point>(name, [&](auto slot) {
      using T = typename decltype(slot)::value_type;
      if constexpr (std::is_same_v<T, std::string>)
        slot.set(p, "text");
      else if constexpr (std::is_arithmetic_v<T>)
        slot.set(p, 42);
    });
    CHECK(known);
  }
  CHECK(p["x"_slot] == 42.0);
  CHECK(getattr(p, "label") == "text");
  CHECK(getattr(p, "n") == 42);
}

TEST_CASE("row 82: a class may answer for the names that it lacks", "[attribute_by_name]") {
  struct Lazy : sl::object<Lazy, sl::slots<sl::slot<"x", std::string>>> {
    using object::object;
    std::string read(std::string_view name) const { return getattr(*this, name, "fallback " + std::string(name)); }
  };
  Lazy a;
  CHECK(a.read("x") == "fallback x");
  CHECK(a.read("q") == "fallback q");
  setattr(a, "x", "1");
  CHECK(a.read("x") == "1");
}

TEST_CASE("move-only values are moved in and pointed at by run-time name", "[attribute_by_name]") {
  Point p{1.0};
  setattr(p, "owner", std::make_unique<int>(3));
  CHECK(*getattr<std::unique_ptr<int>>(p, "owner") == 3);
  std::unique_ptr<int> other = std::make_unique<int>(4);
  setattr(p, "owner", std::move(other));
  CHECK(**find_attr<std::unique_ptr<int>>(p, "owner") == 4);
  setattr(p, "owner", nullptr);
  CHECK(getattr<std::unique_ptr<int>>(p, "owner") == nullptr);
}

TEST_CASE("slots of a base are reached, and a base sees its own slots only", "[attribute_by_name]") {
  struct Pixel : sl::object<Pixel, sl::extends<Point>, sl::slots<sl::slot<"depth", int>>> {
    using object::object;
  };
  Pixel pixel{1.0};
  setattr(pixel, "depth", 3);
  setattr(pixel, "label", "a");
  Point& base = pixel;
  CHECK(getattr(base, "label") == "a");
  setattr(base, "label", "b");
  CHECK(getattr(pixel, "label") == "b");
  CHECK_FALSE(hasattr(base, "depth"));
  CHECK_THROWS_AS(getattr(base, "depth"), sl::attribute_error);
}

TEST_CASE("run-time names through a reference to an abstract class", "[attribute_by_name]") {
  struct Shape
      : sl::object<Shape, sl::slots<sl::slot<"name", std::string>, sl::field<"sides", int, sl::defaults_to<0>>>> {
    using object::object;
    virtual double area() const = 0;
    virtual ~Shape() = default;
  };
  struct Square : sl::object<Square, sl::extends<Shape>, sl::slots<sl::field<"side", double>>> {
    using object::object;
    double area() const override { return get("side"_slot) * get("side"_slot); }
  };
  Square square{"side"_slot = 3.0, "sides"_slot = 4};
  Shape& shape = square;
  CHECK(getattr<int>(shape, "sides") == 4);
  setattr(shape, "name", "square");
  CHECK(getattr(shape, "name") == "square");
  CHECK(*find_attr<std::string>(shape, "name") == "square");
  CHECK(getattr(square, "name") == "square");
  CHECK_FALSE(hasattr(shape, "side"));
  setattr(shape, "sides", 5);
  CHECK(square["sides"_slot] == 5);
  delattr(shape, "name");
  CHECK_FALSE(hasattr(square, "name"));
  CHECK(shape.area() == 9.0);
}

TEST_CASE("run-time names in constant expressions", "[attribute_by_name]") {
  struct Constant : sl::object<Constant, sl::slots<sl::field<"a", int>, sl::slot<"b", long>>> {
    using object::object;
  };
  constexpr long result = [] {
    Constant o{1};
    setattr(o, "b", 20);
    setattr(o, "a", 5L);
    long sum = getattr<long>(o, "b") + getattr<int>(o, "a");
    sum += hasattr(o, "b") ? 100 : 0;
    sum += *find_attr<long>(o, std::string_view("b")) * 1000;
    delattr(o, "b");
    sum += hasattr(o, "b") ? -1 : 0;
    sum += getattr(o, "nope", 1000000);
    return sum;
  }();
  STATIC_REQUIRE(result == 1020125);
  constexpr Constant constant{7, 8};
  STATIC_REQUIRE(getattr<int>(constant, "a") == 7);
  STATIC_REQUIRE(getattr(constant, "b") == 8);
  STATIC_REQUIRE(getattr(constant, "b").get<long>() == 8);
}

}  // namespace unit_attribute_by_name
