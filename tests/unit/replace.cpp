#include <slotted/replace.hpp>

#include <slotted/slotted.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "support/catch.hpp"
#include "support/tracked.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using sl::replace;
using support::converts_to_tracked;
using support::tracked;

namespace unit_replace {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::field<"y", double>, sl::slot<"n", int>>> {
  using object::object;
};

// Not inlined: g++ 12 would see a long string in a short buffer (GCC bug 105651).
[[gnu::noinline]] std::string long_text(char c) { return std::string(100, c); }

TEST_CASE("a copy with some slots changed; the original stays", "[replace]") {
  constexpr Point p{1.0, 2.0};
  constexpr Point q = replace(p, "x"_slot = 3.0);
  STATIC_REQUIRE(q == Point{3.0, 2.0});
  STATIC_REQUIRE(p == Point{1.0, 2.0});
  STATIC_REQUIRE(replace(p, "y"_slot = 5.0, "x"_slot = 4.0) == Point{4.0, 5.0});
  STATIC_REQUIRE(replace(p, "n"_slot = 7) == Point{1.0, 2.0, 7});
  STATIC_REQUIRE(replace(Point{1.0, 2.0, 7}, "n"_slot = 8) == Point{1.0, 2.0, 8});
  STATIC_REQUIRE(replace(Point{1.0, 2.0, 7}, "x"_slot = 8.0) == Point{8.0, 2.0, 7});
  STATIC_REQUIRE(replace(replace(p, "x"_slot = 0.0), "y"_slot = 0.0) == Point{0.0, 0.0});
  Point changed{1.0, 2.0};
  changed = replace(changed, "x"_slot = changed["y"_slot]);
  CHECK(changed == Point{2.0, 2.0});
}

TEST_CASE("without names it is a copy", "[replace]") {
  constexpr Point p{1.0, 2.0, 3};
  STATIC_REQUIRE(replace(p) == p);
  STATIC_REQUIRE(replace(Point{1.0, 2.0}) == Point{1.0, 2.0});
}

TEST_CASE("what it returns", "[replace]") {
  Point p{1.0, 2.0};
  const Point c{1.0, 2.0};
  STATIC_REQUIRE(std::is_same_v<decltype(replace(p, "x"_slot = 1.0)), Point>);
  STATIC_REQUIRE(std::is_same_v<decltype(replace(c, "x"_slot = 1.0)), Point>);
  STATIC_REQUIRE(std::is_same_v<decltype(replace(std::move(c), "x"_slot = 1.0)), Point>);
  STATIC_REQUIRE(std::is_same_v<decltype(replace(Point{1.0, 2.0})), Point>);
}

TEST_CASE("it is found without its namespace, and takes names only", "[replace]") {
  const Point p{1.0, 2.0};
  const auto takes = [](auto&&... arguments) { return requires { sl::replace(arguments...); }; };
  CHECK(takes(p, "x"_slot = 1.0));
  CHECK_FALSE(takes(p, 1.0));
  CHECK_FALSE(takes(p, "x"_slot = 1.0, 2.0));
  CHECK_FALSE(takes(3, "x"_slot = 1.0));
  CHECK_FALSE(takes(std::string(), "x"_slot = 1.0));
}

// Every kind of slot.

struct Kinds
    : sl::object<Kinds,
                 sl::slots<sl::field<"r", int, sl::readonly>, sl::field<"c", const int>, sl::slot<"h", int, sl::hidden>,
                           sl::slot<"rs", std::string, sl::readonly>, sl::slot<"cs", const std::string>,
                           sl::field<"ct", const std::string>, sl::slot<"a", int, sl::alias<"other-name">>>> {
  using object::object;
};

TEST_CASE("readonly, const and hidden slots are replaced, too", "[replace]") {
  const Kinds k{"r"_slot = 1, "c"_slot = 2, "ct"_slot = long_text('t')};
  CHECK(replace(k, "r"_slot = 5)["r"_slot] == 5);
  CHECK(replace(k, "c"_slot = 5)["c"_slot] == 5);
  CHECK(replace(k, "c"_slot = 5)["ct"_slot] == long_text('t'));
  CHECK(replace(k, "ct"_slot = long_text('u'))["ct"_slot] == long_text('u'));
  CHECK(getattr(replace(k, "h"_slot = 5), "h"_slot) == 5);
  CHECK(getattr(replace(k, "rs"_slot = "text"), "rs") == "text");
  CHECK(getattr(replace(k, "cs"_slot = "text"), "cs") == "text");
  CHECK(getattr(replace(k, "a"_slot = 5), "a") == 5);
  const Kinds all = replace(k, "rs"_slot = long_text('a'), "cs"_slot = long_text('b'), "h"_slot = 3);
  CHECK(getattr(replace(all, "rs"_slot = "r"), "rs") == "r");
  CHECK(getattr(replace(all, "cs"_slot = "c"), "cs") == "c");
  CHECK(getattr(replace(all, "cs"_slot = "c"), "rs") == long_text('a'));
  CHECK(k == Kinds{"r"_slot = 1, "c"_slot = 2, "ct"_slot = long_text('t')});
  CHECK(all["r"_slot] == 1);
}

TEST_CASE("readonly and const slots are replaced in constant expressions", "[replace]") {
  struct Constant : sl::object<Constant, sl::slots<sl::field<"r", int, sl::readonly>, sl::field<"c", const int>,
                                                   sl::slot<"rs", int, sl::readonly>, sl::slot<"cs", const int>,
                                                   sl::field<"cr", const int, sl::readonly, sl::defaults_to<5>>>> {
    using object::object;
  };
  constexpr Constant none{1, 2};
  constexpr Constant all{1, 2, 3, 4};
  STATIC_REQUIRE(replace(none, "r"_slot = 9) == Constant{9, 2});
  STATIC_REQUIRE(replace(none, "rs"_slot = 9) == Constant{1, 2, 9});
  STATIC_REQUIRE(replace(none, "cs"_slot = 9) == Constant{"r"_slot = 1, "c"_slot = 2, "cs"_slot = 9});
  STATIC_REQUIRE(replace(all, "rs"_slot = 9) == Constant{1, 2, 9, 4});
  STATIC_REQUIRE(replace(none, "c"_slot = 9) == Constant{1, 9});
  STATIC_REQUIRE(replace(all, "cs"_slot = 9) == Constant{1, 2, 3, 9});
  STATIC_REQUIRE(replace(all, "cr"_slot = 9) == Constant{1, 2, 3, 4, 9});
}

TEST_CASE("arrays are replaced as a whole", "[replace]") {
  struct Arrays
      : sl::object<Arrays, sl::slots<sl::slot<"line", int[3]>, sl::field<"grid", int[2][2], sl::defaults_to<>>,
                                     sl::slot<"names", std::string[2], sl::readonly>>> {
    using object::object;
  };
  const int line[3] = {1, 2, 3};
  const int other[3] = {4, 5, 6};
  const int grid[2][2] = {{1, 2}, {3, 4}};
  const std::string names[2] = {"a", "b"};
  const Arrays a = replace(Arrays{}, "line"_slot = line);
  CHECK(a == Arrays{"line"_slot = line});
  CHECK(replace(a, "line"_slot = other) == Arrays{"line"_slot = other});
  CHECK(replace(a, "grid"_slot = grid) == Arrays{"line"_slot = line, "grid"_slot = grid});
  const Arrays b = replace(a, "names"_slot = names);
  CHECK(b == Arrays{"line"_slot = line, "names"_slot = names});
  const std::string more[2] = {"c", "d"};
  CHECK(replace(b, "names"_slot = more) == Arrays{"line"_slot = line, "names"_slot = more});
}

TEST_CASE("members of an adopted aggregate are replaced", "[replace]") {
  struct pixel {
    int x;
    int y;
    std::string name;
  };
  struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<pixel>, sl::slot<"note", int>>> {
    using object::object;
  };
  const Pixel p{pixel{1, 2, "p"}};
  const Pixel q = replace(p, "y"_slot = 5, "name"_slot = long_text('q'), "note"_slot = 1);
  CHECK(q.y == 5);
  CHECK(q.name == long_text('q'));
  CHECK(q == Pixel{pixel{1, 5, long_text('q')}, "note"_slot = 1});
  CHECK(p == Pixel{pixel{1, 2, "p"}});
}

// Bases, plain subclasses.

struct Base : sl::object<Base, sl::slots<sl::field<"a", int, sl::readonly>, sl::slot<"b", int>>> {
  using object::object;
};
struct Derived : sl::object<Derived, sl::extends<Base>, sl::slots<sl::field<"c", int>, sl::slot<"d", int>>> {
  using object::object;
};
struct Plain : Derived {
  using Derived::Derived;
  [[nodiscard]] constexpr int c() const { return get("c"_slot); }
};
struct PlainAgain : Plain {
  using Plain::Plain;
};

TEST_CASE("slots of bases are replaced", "[replace]") {
  constexpr Derived d{"a"_slot = 1, "c"_slot = 3};
  STATIC_REQUIRE(replace(d, "a"_slot = 5, "b"_slot = 6) == Derived{"a"_slot = 5, "b"_slot = 6, "c"_slot = 3});
  STATIC_REQUIRE(replace(d, "c"_slot = 5, "d"_slot = 6) == Derived{"a"_slot = 1, "c"_slot = 5, "d"_slot = 6});
  const Base& base = d;
  STATIC_REQUIRE(std::is_same_v<decltype(replace(base, "a"_slot = 1)), Base>);
  CHECK(replace(base, "b"_slot = 2) == Base{1, 2});
}

TEST_CASE("classes that do not inherit object's constructors", "[replace]") {
  struct Made : sl::object<Made, sl::slots<sl::field<"a", int, sl::readonly>, sl::slot<"b", int>>> {
    constexpr explicit Made(int n = 1) : object{"a"_slot = n * 2} {}
  };
  struct FromMade : sl::object<FromMade, sl::extends<Made>, sl::slots<sl::slot<"c", int>>> {
    using object::object;
  };
  STATIC_REQUIRE(replace(Made(3), "a"_slot = 5)["a"_slot] == 5);
  STATIC_REQUIRE(replace(Made(3), "b"_slot = 5)["a"_slot] == 6);
  constexpr FromMade changed = replace(FromMade{}, "a"_slot = 5, "c"_slot = 6);
  STATIC_REQUIRE(changed["a"_slot] == 5);
  STATIC_REQUIRE(changed["c"_slot].value() == 6);
}

TEST_CASE("a plain C++ subclass stays that class", "[replace]") {
  constexpr PlainAgain p{"a"_slot = 1, "c"_slot = 3};
  STATIC_REQUIRE(std::is_same_v<decltype(replace(p, "a"_slot = 5)), PlainAgain>);
  STATIC_REQUIRE(replace(p, "a"_slot = 5, "c"_slot = 7).c() == 7);
  STATIC_REQUIRE(replace(p, "a"_slot = 5) == PlainAgain{"a"_slot = 5, "c"_slot = 3});
}

TEST_CASE("other bases and their members are copied", "[replace]") {
  struct Joined : sl::object<Joined, sl::extends<std::string, Base>, sl::slots<sl::slot<"own", int>>> {
    using object::object;
  };
  Joined j{"a"_slot = 1};
  j.assign(long_text('j'));
  const Joined k = replace(j, "a"_slot = 2, "own"_slot = 3);
  CHECK(static_cast<const std::string&>(k) == long_text('j'));
  CHECK(k["a"_slot] == 2);
  const Joined moved = replace(std::move(j), "a"_slot = 4);
  CHECK(static_cast<const std::string&>(moved) == long_text('j'));
  CHECK(j.empty());  // NOLINT(bugprone-use-after-move)
}

TEST_CASE("plain members are copied where the class asks for replace", "[replace]") {
  struct Asked : sl::object<Asked, sl::slots<sl::field<"x", int>>, sl::with<sl::replacing>> {
    using object::object;
    std::string plain;
  };
  Asked a{1};
  a.plain = long_text('p');
  CHECK(replace(a, "x"_slot = 2).plain == long_text('p'));
  CHECK(a.plain == long_text('p'));
  CHECK(replace(std::move(a), "x"_slot = 2).plain == long_text('p'));
  CHECK(a.plain.empty());  // NOLINT(bugprone-use-after-move)
}

TEST_CASE("virtual functions stay those of the class", "[replace]") {
  struct Shape : sl::object<Shape, sl::slots<sl::field<"id", int>>> {
    using object::object;
    Shape(const Shape&) = default;
    Shape& operator=(const Shape&) = default;
    virtual ~Shape() = default;
    [[nodiscard]] virtual int sides() const = 0;
  };
  struct Square : sl::object<Square, sl::extends<Shape>, sl::slots<sl::slot<"side", double>>> {
    using object::object;
    [[nodiscard]] int sides() const override { return 4; }
  };
  const Square square{1};
  const Square other = replace(square, "id"_slot = 2, "side"_slot = 1.0);
  CHECK(static_cast<const Shape&>(other).sides() == 4);
  CHECK(other["id"_slot] == 2);
}

TEST_CASE("class templates, for replace", "[replace]") {
  STATIC_REQUIRE(replace(sl::make_class<"Box", sl::slots<sl::field<"v", int>>>{1}, "v"_slot = 2)["v"_slot] == 2);
}

// The value rule.

enum color : int { red, green };

struct Typed
    : sl::object<Typed, sl::slots<sl::field<"small", std::int8_t, sl::defaults_to<0>>, sl::slot<"text", std::string>,
                                  sl::slot<"real", double>, sl::slot<"list", std::vector<int>>,
                                  sl::slot<"maybe", std::optional<int>>, sl::slot<"held", std::unique_ptr<int>>>> {
  using object::object;
};

TEST_CASE("values convert by the value rule", "[replace]") {
  CHECK(replace(Typed{}, "small"_slot = 100L)["small"_slot] == 100);
  CHECK(replace(Typed{}, "small"_slot = green)["small"_slot] == 1);
  CHECK_THROWS_AS(replace(Typed{}, "small"_slot = 128), sl::type_error);
  CHECK_THROWS_AS(replace(Typed{}, "small"_slot = -129L), sl::type_error);
  CHECK_THROWS_WITH(replace(Typed{}, "small"_slot = 1000), support::contains("small"));
  CHECK(getattr(replace(Typed{}, "text"_slot = "text"), "text") == "text");
  CHECK(getattr(replace(Typed{}, "text"_slot = std::string_view("view")), "text") == "view");
  CHECK(getattr(replace(Typed{}, "real"_slot = 3), "real") == 3.0);
  CHECK(getattr(replace(Typed{}, "maybe"_slot = 3), "maybe"_slot) == 3);
  CHECK_FALSE(getattr(replace(Typed{}, "maybe"_slot = std::nullopt), "maybe"_slot).has_value());
  CHECK(getattr(replace(Typed{}, "text"_slot = std::variant<int, std::string>("v")), "text") == "v");
  CHECK_THROWS_AS(replace(Typed{}, "text"_slot = std::variant<int, std::string>(3)), sl::type_error);
}

TEST_CASE("values made in place", "[replace]") {
  const Point p{1.0, 2.0};
  const auto with_text = replace(Typed{}, "text"_slot.in_place(3u, 'x'));
  CHECK(getattr(with_text, "text") == "xxx");
  CHECK(getattr(replace(Typed{with_text["small"_slot], "old"}, "text"_slot.in_place(2u, 'y')), "text") == "yy");
  CHECK(getattr(replace(Typed{}, "list"_slot.in_place(std::size_t{2}, 7)), "list"_slot) == std::vector<int>{7, 7});
  CHECK(replace(p, "x"_slot.in_place()) == Point{0.0, 2.0});
}

TEST_CASE("move-only values in and out", "[replace]") {
  Typed first = replace(Typed{}, "held"_slot = std::make_unique<int>(3));
  CHECK(*getattr(first, "held"_slot) == 3);
  Typed second = replace(std::move(first), "held"_slot = std::make_unique<int>(4), "small"_slot = 1);
  CHECK(*getattr(second, "held"_slot) == 4);
  Typed third = replace(std::move(second), "small"_slot = 2);
  CHECK(*getattr(third, "held"_slot) == 4);
}

// Copies, moves and failures.

struct Heavy : sl::object<Heavy, sl::slots<sl::field<"f", tracked>, sl::slot<"s", tracked>, sl::slot<"t", tracked>,
                                           sl::field<"r", tracked, sl::readonly>>> {
  using object::object;
};

TEST_CASE("an rvalue is moved, an lvalue copied once; values are moved into their slots", "[replace]") {
  struct counted {
    int copies = 0;
    int moves = 0;
    counted() = default;
    counted(const counted& other) : copies(other.copies + 1), moves(other.moves) {}
    counted(counted&& other) noexcept : copies(other.copies), moves(other.moves + 1) {}
    counted& operator=(const counted& other) {
      copies = other.copies + 1;
      moves = other.moves;
      return *this;
    }
    counted& operator=(counted&& other) noexcept {
      copies = other.copies;
      moves = other.moves + 1;
      return *this;
    }
  };
  struct Counts : sl::object<Counts, sl::slots<sl::field<"f", counted, sl::defaults_to<>>, sl::slot<"s", counted>,
                                               sl::field<"n", int, sl::defaults_to<0>>>> {
    using object::object;
  };
  Counts object{"s"_slot.in_place()};
  const Counts copied = replace(object, "n"_slot = 1);
  CHECK(copied["f"_slot].copies == 1);
  CHECK(copied["f"_slot].moves == 0);
  CHECK(getattr(copied, "s"_slot).copies == 1);
  const Counts moved = replace(std::move(object), "n"_slot = 1);
  CHECK(moved["f"_slot].copies == 0);
  CHECK(moved["f"_slot].moves == 1);
  CHECK(getattr(moved, "s"_slot).copies == 0);
  counted value;
  CHECK(replace(Counts{}, "f"_slot = value)["f"_slot].copies == 1);
  CHECK(replace(Counts{}, "f"_slot = std::move(value))["f"_slot].copies == 0);
  CHECK(replace(Counts{}, "f"_slot = counted())["f"_slot].copies == 0);
  CHECK(getattr(replace(Counts{}, "s"_slot = counted()), "s"_slot).copies == 0);
  CHECK(getattr(replace(moved, "s"_slot = counted()), "s"_slot).copies == 0);
}

TEST_CASE("a failure leaves the original as it was, and nothing leaks", "[replace]") {
  const long failures = support::fail_everywhere([](support::attempt& one) {
    const Heavy heavy{"f"_slot = 1, "s"_slot = 2, "r"_slot = 4};
    const bool failed = one([&] {
      const Heavy changed = replace(heavy, "f"_slot = converts_to_tracked{5}, "s"_slot = converts_to_tracked{6},
                                    "t"_slot = converts_to_tracked{7}, "r"_slot = converts_to_tracked{8});
      CHECK(changed["f"_slot].value == 5);
      CHECK(getattr(changed, "s"_slot).value == 6);
      CHECK(getattr(changed, "t"_slot).value == 7);
      CHECK(changed["r"_slot].value == 8);
    });
    static_cast<void>(failed);
    CHECK(heavy["f"_slot].value == 1);
    CHECK(getattr(heavy, "s"_slot).value == 2);
    CHECK_FALSE(hasattr(heavy, "t"));
    CHECK(heavy["r"_slot].value == 4);
  });
  CHECK(failures >= 14);
}

TEST_CASE("a failure with an rvalue leaks nothing", "[replace]") {
  const long failures = support::fail_everywhere([](support::attempt& one) {
    Heavy heavy{"f"_slot = 1, "s"_slot = 2, "r"_slot = 4};
    one([&] {
      const Heavy changed =
          replace(std::move(heavy), "f"_slot = converts_to_tracked{5}, "t"_slot = converts_to_tracked{7});
      CHECK(getattr(changed, "s"_slot).value == 2);
      CHECK(getattr(changed, "t"_slot).value == 7);
    });
    CHECK(hasattr(heavy, "s"));  // NOLINT(bugprone-use-after-move)
    CHECK_FALSE(hasattr(heavy, "t"));
  });
  CHECK(failures >= 10);
}

struct fragile {
  static inline long live = 0;
  std::unique_ptr<int> held;
  fragile(int n) : held(std::make_unique<int>(n)) {  // implicit: a slot takes numbers
    if (n < 0) throw support::failure{};
    ++live;
  }
  fragile(const fragile& other) : held(std::make_unique<int>(*other.held)) { ++live; }
  fragile(fragile&& other) noexcept : held(std::move(other.held)) { ++live; }
  fragile& operator=(const fragile&) = delete;
  fragile& operator=(fragile&&) = default;
  ~fragile() { --live; }
};

TEST_CASE("const slots: a failing value leaves nothing half made", "[replace]") {
  struct Const : sl::object<Const, sl::slots<sl::field<"c", const fragile>, sl::slot<"s", const fragile>>> {
    using object::object;
  };
  {
    const Const c{1, 2};
    CHECK_THROWS_AS(replace(c, "c"_slot = -1), support::failure);
    CHECK_THROWS_AS(replace(c, "s"_slot = -1), support::failure);
    CHECK_THROWS_AS(replace(c, "c"_slot = 5, "s"_slot = -1), support::failure);
    CHECK(fragile::live == 2);
    CHECK(*c["c"_slot].held == 1);
    CHECK(*getattr(c, "s"_slot).held == 2);
    const Const d = replace(c, "c"_slot = 5, "s"_slot = 6);
    CHECK(*d["c"_slot].held == 5);
    CHECK(*getattr(d, "s"_slot).held == 6);
    CHECK(fragile::live == 4);
  }
  CHECK(fragile::live == 0);
}

// Which classes have it.

TEST_CASE("every class without plain members has it, whatever its slots hold", "[replace]") {
  struct opaque {};
  struct Opaque : sl::object<Opaque, sl::slots<sl::field<"o", opaque, sl::defaults_to<>>, sl::field<"n", int>>> {
    using object::object;
  };
  const Opaque one{"n"_slot = 1};
  CHECK(replace(one, "n"_slot = 2)["n"_slot] == 2);
  CHECK(replace(one, "o"_slot = opaque{})["n"_slot] == 1);
}

}  // namespace unit_replace
