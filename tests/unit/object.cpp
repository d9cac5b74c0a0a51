#include <slotted/object.hpp>

#include <slotted/slotted.hpp>

#include <cmath>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_object {

struct Point
    : sl::object<Point, sl::slots<sl::field<"x", double>, sl::field<"y", double>, sl::slot<"label", std::string>>> {
  using object::object;
  double norm() const { return std::hypot(get("x"_slot), get("y"_slot)); }
  void name(std::string_view text) { set("label"_slot, text); }
  bool named() const noexcept { return has("label"_slot); }
  void unname() { del("label"_slot); }
  auto by_name(std::string_view text) const { return get(text); }
  void set_by_name(std::string_view text, double value) { set(text, value); }
  bool has_by_name(std::string_view text) const { return has(text); }
  void del_by_name(std::string_view text) { del(text); }
  std::string& writable() { return get("label"_slot); }
};

TEST_CASE("get, set, has and del serve inside the class", "[object]") {
  Point p{3.0, 4.0};
  CHECK(p.norm() == 5.0);
  CHECK_FALSE(p.named());
  p.name("home");
  CHECK(p.named());
  p.writable() += "!";
  CHECK(getattr(p, "label") == "home!");
  p.unname();
  CHECK_FALSE(p.named());
  CHECK_THROWS_AS(p.unname(), sl::attribute_error);
  CHECK(p.by_name("x") == 3.0);
  p.set_by_name("y", 7.0);
  CHECK(p["y"_slot] == 7.0);
  CHECK(p.has_by_name("x"));
  CHECK_FALSE(p.has_by_name("z"));
  p.name("again");
  p.del_by_name("label");
  CHECK_FALSE(p.named());
}

TEST_CASE("row 15, row 177: member functions and slots have names of their own", "[object]") {
  struct Base : sl::object<Base, sl::slots<>> {
    using object::object;
    int f() const { return 1; }
  };
  struct Same
      : sl::object<Same, sl::extends<Base>,
                   sl::slots<sl::field<"x", int>, sl::slot<"f", int>, sl::slot<"get", int>, sl::slot<"value", int>>> {
    using object::object;
    int x() const { return 10 * get("x"_slot); }
  };
  Same s{1};
  CHECK(s.x() == 10);
  CHECK(s["x"_slot] == 1);
  CHECK(s.f() == 1);
  CHECK_THROWS_AS(getattr(s, "f"), sl::attribute_error);
  setattr(s, "get", 5);
  setattr(s, "value", 6);
  CHECK(getattr(s, "get") == 5);
  CHECK(getattr(s, "value"_slot) == 6);
}

TEST_CASE("row 16: plain members beside the slots, of any name", "[object]") {
  struct Both : sl::object<Both, sl::slots<sl::field<"x", int>>> {
    using object::object;
    int x = 100;
    int plain = 7;
  };
  Both b{1};
  CHECK(b["x"_slot] == 1);
  CHECK(b.x == 100);
  CHECK(b.plain == 7);
  CHECK_FALSE(hasattr(b, "plain"));
  const Both copy = b;
  CHECK(copy.plain == 7);
}

struct Counted : sl::object<Counted, sl::slots<sl::slot<"n", int>>> {
  using object::object;
  static constexpr int n = 42;
};

TEST_CASE("row 14: static members are not slots and do not meet them", "[object]") {
  Counted c;
  CHECK(Counted::n == 42);
  CHECK_FALSE(hasattr(c, "n"));
}

TEST_CASE("row 86: nothing is generated that was not asked for", "[object]") {
  struct Bare : sl::object<Bare, sl::slots<sl::slot<"x", int>, sl::slot<"y", int>>> {};
  STATIC_REQUIRE(std::is_default_constructible_v<Bare>);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<Bare, int, int>);
  Bare bare;
  setattr(bare, "x", 1);
  CHECK(getattr(bare, "x") == 1);
}

TEST_CASE("a class with constructors of its own gives values to object's", "[object]") {
  struct Circle
      : sl::object<Circle,
                   sl::slots<sl::field<"radius", double>, sl::field<"area", double>, sl::slot<"label", std::string>>> {
    explicit Circle(double r) : object{"radius"_slot = r, "area"_slot = 3 * r * r} {}
    Circle(double r, std::string text) : object(r, 3 * r * r, std::move(text)) {}
  };
  const Circle c(2.0);
  CHECK(c["area"_slot] == 12.0);
  CHECK_FALSE(hasattr(c, "label"));
  CHECK(getattr(Circle(1.0, "unit"), "label") == "unit");
}

TEST_CASE("row 90: a constructor body that throws releases what its slots hold", "[object]") {
  static int alive = 0;
  struct counted {
    counted() { ++alive; }
    counted(const counted&) { ++alive; }
    counted& operator=(const counted&) = default;
    ~counted() { --alive; }
  };
  struct Fails : sl::object<Fails, sl::slots<sl::slot<"x", counted>, sl::field<"y", counted, sl::defaults_to<>>,
                                             sl::slot<"z", counted>>> {
    Fails() {
      set("x"_slot, counted());
      throw 5;
    }
  };
  CHECK_THROWS_AS(Fails(), int);
  CHECK(alive == 0);
}

TEST_CASE("the subscript works for lvalues, const objects and temporaries", "[object]") {
  Point p{1.0, 2.0, "p"};
  const Point c{3.0, 4.0, "c"};
  p["x"_slot] = c["x"_slot];
  CHECK(p["x"_slot] == 3.0);
  CHECK(Point{5.0, 6.0}["y"_slot] == 6.0);
  CHECK(Point{5.0, 6.0, "t"}["label"_slot].value() == "t");
  STATIC_REQUIRE(noexcept(p["label"_slot]));
}

TEST_CASE("a slotted class may be a template, abstract, final, nested or local", "[object]") {
  struct Local final : sl::object<Local, sl::slots<sl::field<"n", int>>> {
    using object::object;
    struct Inner : sl::object<Inner, sl::slots<sl::slot<"m", int>>> {
      using object::object;
    };
  };
  const Local local{3};
  const Local::Inner inner{4};
  CHECK(getattr(local, "n") == 3);
  CHECK(getattr(inner, "m") == 4);
}

TEST_CASE("an object does not hide the names that its class means", "[object]") {
  // Members of the library's bases carry a prefix: what a user declares outside is what a member function finds.
  struct Uses : sl::object<Uses, sl::slots<sl::field<"n", int>>> {
    using object::object;
    static int base() { return 1; }
    static int entry() { return 2; }
    static int cell() { return 3; }
    static int traits() { return 4; }
  };
  CHECK(Uses::base() + Uses::entry() + Uses::cell() + Uses::traits() == 10);
}

struct entry {
  static constexpr int here = 7;
};
struct cell {
  static constexpr int here = 8;
};
struct base {
  static constexpr int here = 9;
};

TEST_CASE("names of the surroundings are found inside the class", "[object]") {
  struct Finds : sl::object<Finds, sl::slots<sl::field<"n", int>>> {
    using object::object;
    static int sum() { return entry::here + cell::here + base::here; }
  };
  CHECK(Finds::sum() == 24);
}

TEST_CASE("whole objects are constants", "[object]") {
  struct Constant : sl::object<Constant, sl::slots<sl::field<"x", int>, sl::slot<"y", int>>> {
    using object::object;
    constexpr int sum() const { return get("x"_slot) + (has("y"_slot) ? get("y"_slot) : 0); }
  };
  static constexpr Constant one{1};
  static constexpr Constant two{1, 2};
  STATIC_REQUIRE(one.sum() == 1);
  STATIC_REQUIRE(two.sum() == 3);
  STATIC_REQUIRE(one["x"_slot] == 1);
}

TEST_CASE("a class without a list: an open namespace", "[object]") {
  struct Anything : sl::object<Anything> {
    using object::object;
  };
  Anything a;
  a.set("b", 1);
  a.set("c"_attr, "text");
  CHECK(a.has("b"));
  CHECK(a.get("b") == 1);
  a.del("b");
  CHECK_FALSE(a.has("b"_attr));
  const Anything& c = a;
  CHECK(c.get("c") == "text");
  STATIC_REQUIRE(sizeof(Anything) == 2 * sizeof(void*));
}

TEST_CASE("a dict slot is no parameter of a constructor", "[object]") {
  struct Open : sl::object<Open, sl::slots<sl::field<"x", int>, sl::dict_slot<>, sl::slot<"y", int>>> {
    using object::object;
  };
  const Open by_position{1, 2};
  const Open by_name{"y"_slot = 2, "x"_slot = 1};
  CHECK(by_position == by_name);
  CHECK(vars(by_name).empty());
  STATIC_REQUIRE_FALSE(std::is_constructible_v<Open, int, int, int>);
  STATIC_REQUIRE_FALSE(std::is_default_constructible_v<Open>);
}

}  // namespace unit_object
