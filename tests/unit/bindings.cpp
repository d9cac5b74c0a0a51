#include <slotted/bindings.hpp>

#include <slotted/slotted.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_bindings {

template <class C>
concept has_size = requires { std::tuple_size<C>::value; };
template <class C, std::size_t I>
using element = std::tuple_element_t<I, C>;

/// std::apply asks for std::get, which is not ours to overload.
template <class F, class Tuple>
constexpr decltype(auto) apply(F&& f, Tuple&& tuple) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) -> decltype(auto) {
    return f(get<I>(std::forward<Tuple>(tuple))...);
  }(std::make_index_sequence<std::tuple_size_v<std::remove_cvref_t<Tuple>>>{});
}

struct Point : sl::object<Point, sl::slots<sl::field<"x", int>, sl::field<"y", int>>> {
  using object::object;
};

TEST_CASE("row 88: bindings by value are those of a copy", "[bindings]") {
  Point p{1, 2};
  auto [x, y] = p;
  CHECK(x == 1);
  CHECK(y == 2);
  x = 10;
  y = 20;
  CHECK(p == Point{1, 2});
  const auto [cx, cy] = p;
  STATIC_REQUIRE(std::is_same_v<decltype(cx), const int>);
  STATIC_REQUIRE(std::is_same_v<decltype(x), int>);
  CHECK(cx + cy == 3);
}

TEST_CASE("bindings by reference are the slots", "[bindings]") {
  Point p{1, 2};
  auto& [x, y] = p;
  CHECK(&x == &p["x"_slot]);
  CHECK(&y == &p["y"_slot]);
  x = 10;
  CHECK(p == Point{10, 2});
  const auto& [cx, cy] = p;
  CHECK(&cx == &p["x"_slot]);
  STATIC_REQUIRE(std::is_same_v<decltype(cy), const int>);
  const Point constant{3, 4};
  auto& [kx, ky] = constant;
  STATIC_REQUIRE(std::is_same_v<decltype(kx), const int>);
  CHECK(&ky == &constant["y"_slot]);
  auto&& [fx, fy] = p;
  fy = 30;
  CHECK(&fx == &x);
  CHECK(p == Point{10, 30});
  auto&& [tx, ty] = Point{5, 6};
  CHECK(tx + ty == 11);
}

TEST_CASE("bindings are in declared order, not that in memory", "[bindings]") {
  struct Mixed
      : sl::object<Mixed, sl::slots<sl::field<"small", char>, sl::field<"wide", long long>, sl::field<"last", char>>> {
    using object::object;
  };
  STATIC_REQUIRE(sl::layout_of<Mixed>.memory_order[0].name == "wide");
  const Mixed mixed{'a', 2, 'c'};
  const auto& [small, wide, last] = mixed;
  CHECK(small == 'a');
  CHECK(wide == 2);
  CHECK(last == 'c');
}

TEST_CASE("bindings in constant expressions", "[bindings]") {
  constexpr auto sum = [](const Point& p) {
    const auto& [x, y] = p;
    return x + y;
  };
  STATIC_REQUIRE(sum(Point{3, 4}) == 7);
  constexpr auto swapped = [](Point p) {
    auto& [x, y] = p;
    const int kept = x;
    x = y;
    y = kept;
    return p;
  };
  STATIC_REQUIRE(swapped(Point{1, 2}) == Point{2, 1});
  STATIC_REQUIRE(get<1>(Point{3, 4}) == 4);
}

struct Kinds : sl::object<Kinds, sl::slots<sl::field<"r", std::string, sl::readonly>, sl::field<"c", const int>,
                                           sl::field<"h", int, sl::hidden>, sl::field<"d", int, sl::defaults_to<7>>,
                                           sl::field<"line", int[3], sl::defaults_to<>>,
                                           sl::field<"grid", int[2][2], sl::defaults_to<>>>> {
  using object::object;
};

TEST_CASE("readonly and const slots bind to const, arrays as arrays", "[bindings]") {
  Kinds k{"r"_slot = "text", "c"_slot = 2, "h"_slot = 3};
  auto& [r, c, h, d, line, grid] = k;
  STATIC_REQUIRE(std::is_same_v<decltype(r), const std::string>);
  STATIC_REQUIRE(std::is_same_v<decltype(c), const int>);
  STATIC_REQUIRE(std::is_same_v<decltype(h), int>);
  STATIC_REQUIRE(std::is_same_v<decltype(line), int[3]>);
  STATIC_REQUIRE(std::is_same_v<decltype(grid), int[2][2]>);
  CHECK(r == "text");
  CHECK(c == 2);
  CHECK(h == 3);
  CHECK(d == 7);
  line[2] = 5;
  grid[1][0] = 6;
  CHECK(k["line"_slot][2] == 5);
  CHECK(k["grid"_slot][1][0] == 6);
  const auto& [cr, cc, ch, cd, cline, cgrid] = k;
  STATIC_REQUIRE(std::is_same_v<decltype(ch), const int>);
  STATIC_REQUIRE(std::is_same_v<decltype(cline), const int[3]>);
  CHECK(&cr == &r);
  CHECK(&cd == &d);
  CHECK(cc == c);
  CHECK(cgrid[1][0] == 6);
}

TEST_CASE("tuple_size and tuple_element", "[bindings]") {
  STATIC_REQUIRE(std::tuple_size_v<Point> == 2);
  STATIC_REQUIRE(std::tuple_size_v<const Point> == 2);
  STATIC_REQUIRE(std::tuple_size_v<Kinds> == 6);
  STATIC_REQUIRE(std::is_same_v<element<Point, 0>, int>);
  STATIC_REQUIRE(std::is_same_v<element<const Point, 1>, const int>);
  STATIC_REQUIRE(std::is_same_v<element<Kinds, 0>, const std::string>);
  STATIC_REQUIRE(std::is_same_v<element<Kinds, 1>, const int>);
  STATIC_REQUIRE(std::is_same_v<element<Kinds, 3>, int>);
  STATIC_REQUIRE(std::is_same_v<element<Kinds, 5>, int[2][2]>);
  STATIC_REQUIRE(std::is_same_v<element<const Kinds, 3>, const int>);
}

TEST_CASE("get gives references as the object is: const, or an rvalue", "[bindings]") {
  using sl::get;
  Kinds k{"r"_slot = "text", "c"_slot = 2, "h"_slot = 3};
  const Kinds& constant = k;
  STATIC_REQUIRE(std::is_same_v<decltype(get<2>(k)), int&>);
  STATIC_REQUIRE(std::is_same_v<decltype(get<0>(k)), const std::string&>);
  STATIC_REQUIRE(std::is_same_v<decltype(get<2>(constant)), const int&>);
  STATIC_REQUIRE(std::is_same_v<decltype(get<2>(std::move(k))), int&&>);
  STATIC_REQUIRE(std::is_same_v<decltype(get<0>(std::move(k))), const std::string&&>);
  STATIC_REQUIRE(std::is_same_v<decltype(get<2>(std::move(constant))), const int&&>);
  STATIC_REQUIRE(noexcept(get<2>(k)));
  CHECK(&get<2>(k) == &k["h"_slot]);
  CHECK(&std::get<0>(std::tuple<Kinds&>(k)) == &k);
}

// Moves.

struct Owner : sl::object<Owner, sl::slots<sl::field<"held", std::unique_ptr<int>>, sl::field<"text", std::string>>> {
  using object::object;
};

// Not inlined: g++ 12 would see a long string in a short buffer (GCC bug 105651).
[[gnu::noinline]] std::string long_text(char c) { return std::string(100, c); }

TEST_CASE("an rvalue's slots can be moved out", "[bindings]") {
  auto [held, text] = Owner{std::make_unique<int>(3), long_text('t')};
  CHECK(*held == 3);
  CHECK(text == long_text('t'));
  Owner owner{std::make_unique<int>(4), long_text('o')};
  const auto taken = apply(
      [](auto&& first, auto&& second) {
        return std::pair(std::forward<decltype(first)>(first), std::forward<decltype(second)>(second));
      },
      std::move(owner));
  CHECK(*taken.first == 4);
  CHECK(taken.second == long_text('o'));
  CHECK(owner["held"_slot] == nullptr);  // NOLINT(bugprone-use-after-move)
  auto&& [other, name] = Owner{std::make_unique<int>(5), "n"};
  const std::unique_ptr<int> out = std::move(other);
  CHECK(*out == 5);
  CHECK(name == "n");
}

TEST_CASE("what asks std::tuple_size and finds get by its argument", "[bindings]") {
  STATIC_REQUIRE(apply([](int x, int y) { return 10 * x + y; }, Point{3, 4}) == 34);
  Point p{1, 2};
  apply([](int& x, int& y) { x = y = 7; }, p);
  CHECK(p == Point{7, 7});
  std::vector<Point> points{Point{1, 2}, Point{3, 4}};
  int total = 0;
  for (auto& [x, y] : points) total += x * y++;
  CHECK(total == 14);
  CHECK(points[1] == Point{3, 5});
}

// Bases and adopted aggregates.

struct mixin {};
struct Derived : sl::object<Derived, sl::extends<Point>, sl::slots<sl::field<"z", std::string>>> {
  using object::object;
};
struct Other : sl::object<Other, sl::slots<sl::field<"o", char>>> {
  using object::object;
};
struct Joined : sl::object<Joined, sl::extends<Derived, Other>, sl::slots<>> {
  using object::object;
};
struct Plain : Derived {
  using Derived::Derived;
  [[nodiscard]] std::string& z() { return get("z"_slot); }
};

TEST_CASE("bases first, then the slots of the class", "[bindings]") {
  Derived d{1, 2, "three"};
  auto& [x, y, z] = d;
  CHECK(&x == &d["x"_slot]);
  CHECK(&y == &d["y"_slot]);
  CHECK(&z == &d["z"_slot]);
  auto& [bx, by] = static_cast<Point&>(d);
  CHECK(&bx == &x);
  CHECK(&by == &y);
  const Joined j{1, 2, "three", 'o'};
  const auto& [jx, jy, jz, jo] = j;
  CHECK(jx + jy == 3);
  CHECK(jz == "three");
  CHECK(jo == 'o');
}

TEST_CASE("a plain C++ subclass binds as its class", "[bindings]") {
  Plain p{1, 2, "three"};
  auto& [x, y, z] = p;
  CHECK(&x == &p["x"_slot]);
  CHECK(y == 2);
  CHECK(&z == &p.z());
}

TEST_CASE("members of an adopted aggregate, in their order among the others", "[bindings]") {
  struct pixel {
    int x;
    const int y;
    short z[2];
  };
  struct Pixel : sl::object<Pixel, sl::slots<sl::field<"id", int>, sl::fields_of<pixel>, sl::field<"last", char>>> {
    using object::object;
  };
  STATIC_REQUIRE(std::tuple_size_v<Pixel> == 5);
  STATIC_REQUIRE(std::is_same_v<element<Pixel, 2>, const int>);
  STATIC_REQUIRE(std::is_same_v<element<Pixel, 3>, short[2]>);
  Pixel p{"id"_slot = 1, "x"_slot = 2, "y"_slot = 3, "last"_slot = 'l'};
  auto& [id, x, y, z, last] = p;
  CHECK(id == 1);
  CHECK(&x == &p.x);
  CHECK(&y == &p.y);
  CHECK(&z == &p.z);
  CHECK(last == 'l');
}

TEST_CASE("virtual functions do not count", "[bindings]") {
  struct Virtual : sl::object<Virtual, sl::slots<sl::field<"n", int>>> {
    using object::object;
    Virtual(const Virtual&) = default;
    Virtual& operator=(const Virtual&) = default;
    virtual ~Virtual() = default;
  };
  Virtual v{3};
  auto& [n] = v;
  CHECK(&n == &v["n"_slot]);
}

template <class T>
struct Box : sl::object<Box<T>, sl::slots<sl::field<"value", T>>> {
  using Box::object::object;
};
template <class T>
struct Labelled : sl::object<Labelled<T>, sl::extends<Box<T>>, sl::slots<sl::field<"label", std::string>>> {
  using Labelled::object::object;
};

TEST_CASE("class templates", "[bindings]") {
  const Labelled<int> l{3, "text"};
  const auto& [value, label] = l;
  CHECK(value == 3);
  CHECK(label == "text");
}

// Which classes have them.

struct Slotted : sl::object<Slotted, sl::slots<sl::field<"x", int>, sl::slot<"y", int>>> {
  using object::object;
};
struct None : sl::object<None, sl::slots<>> {
  using object::object;
};
struct WithMember : sl::object<WithMember, sl::slots<sl::field<"x", int>>> {
  using object::object;
  int plain = 0;
};
struct Asked : sl::object<Asked, sl::slots<sl::field<"x", int>>, sl::with<sl::bindings>> {
  using object::object;
  int plain = 0;
};
struct Off : sl::object<Off, sl::slots<sl::field<"x", int>>, sl::without<sl::bindings>> {
  using object::object;
};
template <class... Bases>
struct From : sl::object<From<Bases...>, sl::extends<Bases...>, sl::slots<sl::field<"own", int>>> {
  using From::object::object;
};
struct PlainWithMember : Point {
  using Point::Point;
  long plain = 0;
};

TEST_CASE("std::tuple_size knows only the classes whose slots are all fields, and that add nothing", "[bindings]") {
  STATIC_REQUIRE(has_size<Point>);
  STATIC_REQUIRE(has_size<Asked>);
  STATIC_REQUIRE(has_size<From<Point>>);
  STATIC_REQUIRE(has_size<From<None>>);
  STATIC_REQUIRE_FALSE(has_size<Slotted>);
  STATIC_REQUIRE_FALSE(has_size<None>);
  STATIC_REQUIRE_FALSE(has_size<WithMember>);
  STATIC_REQUIRE_FALSE(has_size<Off>);
  STATIC_REQUIRE_FALSE(has_size<PlainWithMember>);
  STATIC_REQUIRE_FALSE(has_size<From<Slotted>>);
  STATIC_REQUIRE_FALSE(has_size<From<Point, std::string>>);
  STATIC_REQUIRE(has_size<From<mixin, Point>>);
  STATIC_REQUIRE_FALSE(has_size<Point::object>);
  STATIC_REQUIRE_FALSE(has_size<From<WithMember>>);
  STATIC_REQUIRE(has_size<From<Asked>>);
  STATIC_REQUIRE(std::tuple_size_v<From<Point>> == 3);
  Asked asked{3};
  auto& [x] = asked;
  CHECK(&x == &asked["x"_slot]);
}

TEST_CASE("get of a slot takes only objects that bind", "[bindings]") {
  constexpr auto gets = [](auto& object) { return requires { sl::get<0>(object); }; };
  Point point{1, 2};
  Slotted slotted{1};
  std::tuple<int> tuple;
  CHECK(gets(point));
  CHECK_FALSE(gets(slotted));
  CHECK_FALSE(gets(tuple));
}

// A class may define its own.

struct Own : sl::object<Own, sl::slots<sl::field<"x", int>>, sl::without<sl::bindings>> {
  using object::object;
};
template <std::size_t I>
int get(const Own& own) {
  return own["x"_slot] * 10 + static_cast<int>(I);
}

}  // namespace unit_bindings

template <>
struct std::tuple_size<unit_bindings::Own> : std::integral_constant<std::size_t, 2> {};
template <std::size_t I>
struct std::tuple_element<I, unit_bindings::Own> {
  using type = int;
};

namespace unit_bindings {

TEST_CASE("a class's own bindings", "[bindings]") {
  const Own own{3};
  const auto [first, second] = own;
  CHECK(first == 30);
  CHECK(second == 31);
}

}  // namespace unit_bindings
