#include <slotted/compare.hpp>

#include <slotted/slotted.hpp>

#include <algorithm>
#include <compare>
#include <concepts>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using sl::detail::has_feature;

namespace unit_compare {

template <class A, class B = A>
concept equal_exists = requires(const A& a, const B& b) {
  { a == b } -> std::convertible_to<bool>;
};
template <class A, class B = A>
concept less_exists = requires(const A& a, const B& b) {
  { a < b } -> std::convertible_to<bool>;
};
template <class A, class B = A>
concept order_exists = requires(const A& a, const B& b) {
  { a <=> b } -> std::convertible_to<std::partial_ordering>;
};
template <class C>
using category = std::compare_three_way_result_t<C>;

/// All six operators of two objects against the order that they should have.
template <class C>
constexpr bool ordered(const C& a, const C& b, std::partial_ordering expected) {
  const bool less = expected == std::partial_ordering::less;
  const bool greater = expected == std::partial_ordering::greater;
  const bool equal = expected == std::partial_ordering::equivalent;
  return (a <=> b) == expected && (a < b) == less && (b > a) == less && (a > b) == greater && (b < a) == greater &&
         (a <= b) == (less || equal) && (a >= b) == (greater || equal) && (a == b) == equal && (b == a) == equal &&
         (a != b) == !equal;
}
constexpr auto less = std::partial_ordering::less;
constexpr auto equivalent = std::partial_ordering::equivalent;
constexpr auto greater = std::partial_ordering::greater;
constexpr auto unordered = std::partial_ordering::unordered;

// Values, unset slots, their order.

struct Pair : sl::object<Pair, sl::slots<sl::field<"first", int>, sl::slot<"second", int>, sl::slot<"third", int>>> {
  using object::object;
};

TEST_CASE("row 86: equal where each slot is unset in both or set in both to equal values", "[compare]") {
  constexpr Pair one{1};
  constexpr Pair one_two{1, 2};
  constexpr Pair one_none_three{"first"_slot = 1, "third"_slot = 3};
  STATIC_REQUIRE(one == Pair{1});
  STATIC_REQUIRE(one != Pair{2});
  STATIC_REQUIRE(one_two == Pair{1, 2});
  STATIC_REQUIRE(one_two != Pair{1, 3});
  STATIC_REQUIRE(one_two != one);
  STATIC_REQUIRE(one != one_two);
  STATIC_REQUIRE(one_none_three != one_two);
  STATIC_REQUIRE(one_none_three == Pair{"first"_slot = 1, "third"_slot = 3});
  STATIC_REQUIRE(Pair{1, 2, 3} != one_two);
  STATIC_REQUIRE(Pair{1, 2, 3} != one_none_three);
  STATIC_REQUIRE(noexcept(one == one) == noexcept(one <=> one));
  STATIC_REQUIRE(std::is_same_v<decltype(one == one), bool>);
}

TEST_CASE("the first slot that differs decides; unset orders before set", "[compare]") {
  STATIC_REQUIRE(ordered(Pair{1}, Pair{1}, equivalent));
  STATIC_REQUIRE(ordered(Pair{1}, Pair{2}, less));
  STATIC_REQUIRE(ordered(Pair{2}, Pair{1, 9, 9}, greater));
  STATIC_REQUIRE(ordered(Pair{1}, Pair{1, 0}, less));
  STATIC_REQUIRE(ordered(Pair{1}, Pair{1, std::numeric_limits<int>::min()}, less));
  STATIC_REQUIRE(ordered(Pair{1, 0}, Pair{1}, greater));
  STATIC_REQUIRE(ordered(Pair{1, 0}, Pair{1, 1}, less));
  STATIC_REQUIRE(ordered(Pair{1, 0, 9}, Pair{1, 1, 0}, less));
  STATIC_REQUIRE(ordered(Pair{1, 5, 9}, Pair{1, 5}, greater));
  STATIC_REQUIRE(ordered(Pair{"first"_slot = 1, "third"_slot = 9}, Pair{1, 0}, less));
}

TEST_CASE("what an unset slot held does not count", "[compare]") {
  for (const int held : {0, 1, -1}) {
    Pair a{1, held};
    delattr(a, "second");
    Pair b{1, 77};
    delattr(b, "second");
    CHECK(ordered(a, b, equivalent));
    CHECK(ordered(a, Pair{1}, equivalent));
    CHECK(ordered(a, Pair{1, held}, less));
    a["second"_slot] = held;
    CHECK(ordered(a, b, greater));
    CHECK(ordered(a, Pair{1, held}, equivalent));
  }
}

TEST_CASE("the declared order counts, not that in memory", "[compare]") {
  struct Mixed : sl::object<Mixed, sl::slots<sl::field<"small", char>, sl::field<"wide", std::int64_t>,
                                             sl::field<"last", char, sl::defaults_to<'l'>>>> {
    using object::object;
  };
  STATIC_REQUIRE(sl::layout_of<Mixed>.memory_order[0].name == "wide");
  STATIC_REQUIRE(ordered(Mixed{'a', 2}, Mixed{'b', 1}, less));
  STATIC_REQUIRE(ordered(Mixed{'a', 2}, Mixed{'a', 1}, greater));
}

TEST_CASE("every kind of slot is compared: readonly, const, hidden, with an alias", "[compare]") {
  struct Kinds
      : sl::object<
            Kinds,
            sl::slots<sl::field<"r", int, sl::readonly>, sl::field<"c", const int>, sl::slot<"h", int, sl::hidden>,
                      sl::slot<"a", int, sl::alias<"another-name">, sl::doc<"text">>, sl::slot<"rs", int, sl::readonly>,
                      sl::slot<"cs", const int>, sl::field<"d", int, sl::defaults_to<7>>>> {
    using object::object;
  };
  constexpr auto make = [](int r, int c, int h, int a, int rs, int cs, int d) {
    return Kinds{"r"_slot = r, "c"_slot = c, "h"_slot = h, "a"_slot = a, "rs"_slot = rs, "cs"_slot = cs, "d"_slot = d};
  };
  constexpr Kinds all = make(1, 2, 3, 4, 5, 6, 7);
  STATIC_REQUIRE(ordered(all, make(1, 2, 3, 4, 5, 6, 7), equivalent));
  STATIC_REQUIRE(ordered(all, make(0, 2, 3, 4, 5, 6, 7), greater));
  STATIC_REQUIRE(ordered(all, make(1, 1, 3, 4, 5, 6, 7), greater));
  STATIC_REQUIRE(ordered(all, make(1, 2, 4, 4, 5, 6, 7), less));
  STATIC_REQUIRE(ordered(all, make(1, 2, 3, 3, 5, 6, 7), greater));
  STATIC_REQUIRE(ordered(all, make(1, 2, 3, 4, 6, 6, 7), less));
  STATIC_REQUIRE(ordered(all, make(1, 2, 3, 4, 5, 5, 7), greater));
  STATIC_REQUIRE(ordered(all, make(1, 2, 3, 4, 5, 6, 8), less));
  constexpr Kinds none{"r"_slot = 1, "c"_slot = 2};
  STATIC_REQUIRE(ordered(none, Kinds{"r"_slot = 1, "c"_slot = 2, "d"_slot = 7}, equivalent));
  STATIC_REQUIRE(ordered(none, Kinds{"r"_slot = 1, "c"_slot = 2, "cs"_slot = 0}, less));
  STATIC_REQUIRE(ordered(none, Kinds{"r"_slot = 1, "c"_slot = 2, "h"_slot = 0}, less));
}

TEST_CASE("arrays compare by their elements, of any dimension", "[compare]") {
  struct Arrays : sl::object<Arrays, sl::slots<sl::field<"line", int[3], sl::defaults_to<>>,
                                               sl::slot<"grid", int[2][2]>, sl::slot<"names", std::string[2]>>> {
    using object::object;
  };
  STATIC_REQUIRE(std::is_same_v<category<Arrays>, std::strong_ordering>);
  constexpr auto line = [](int a, int b, int c) {
    const int values[3] = {a, b, c};
    return Arrays{"line"_slot = values};
  };
  STATIC_REQUIRE(ordered(line(1, 2, 3), line(1, 2, 3), equivalent));
  STATIC_REQUIRE(ordered(line(1, 2, 3), line(1, 2, 4), less));
  STATIC_REQUIRE(ordered(line(1, 3, 3), line(1, 2, 4), greater));
  STATIC_REQUIRE(ordered(line(0, 3, 3), line(1, 2, 3), less));
  const auto grid = [](int a, int b, int c, int d) {
    const int values[2][2] = {{a, b}, {c, d}};
    return Arrays{"grid"_slot = values};
  };
  CHECK(ordered(grid(1, 2, 3, 4), grid(1, 2, 3, 4), equivalent));
  CHECK(ordered(grid(1, 2, 3, 5), grid(1, 2, 3, 4), greater));
  CHECK(ordered(grid(1, 2, 3, 4), grid(1, 3, 2, 4), less));
  CHECK(ordered(grid(0, 0, 0, 0), Arrays{}, greater));
  const std::string first[2] = {"a", "b"};
  const std::string second[2] = {"a", "c"};
  CHECK(ordered(Arrays{"names"_slot = first}, Arrays{"names"_slot = second}, less));
  CHECK(ordered(Arrays{"names"_slot = first}, Arrays{"names"_slot = first}, equivalent));
}

struct pixel {
  int x;
  int y;
  short z[2];
};
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<pixel>, sl::slot<"note", int>>> {
  using object::object;
};

TEST_CASE("members of an adopted aggregate compare in their order, with the other slots", "[compare]") {
  STATIC_REQUIRE_FALSE(equal_exists<pixel>);
  STATIC_REQUIRE(std::is_same_v<category<Pixel>, std::strong_ordering>);
  STATIC_REQUIRE(ordered(Pixel{pixel{1, 2, {3, 4}}}, Pixel{pixel{1, 2, {3, 4}}}, equivalent));
  STATIC_REQUIRE(ordered(Pixel{pixel{1, 2, {3, 4}}}, Pixel{pixel{1, 2, {3, 5}}}, less));
  STATIC_REQUIRE(ordered(Pixel{pixel{1, 3, {3, 4}}}, Pixel{pixel{1, 2, {3, 5}}}, greater));
  STATIC_REQUIRE(ordered(Pixel{pixel{0, 3, {3, 4}}}, Pixel{pixel{1, 2, {3, 5}}}, less));
  STATIC_REQUIRE(ordered(Pixel{pixel{1, 2, {3, 4}}}, Pixel{pixel{1, 2, {3, 4}}, "note"_slot = 0}, less));
}

TEST_CASE("listed members alone are compared", "[compare]") {
  struct event {
    int id = 0;
    unsigned flag : 3 = 0;
    double at = 0;
  };
  struct Event : sl::object<Event, sl::slots<sl::fields_of<event, &event::at, &event::id>>> {
    using object::object;
  };
  Event a{"at"_slot = 1.0, "id"_slot = 5};
  Event b{"at"_slot = 1.0, "id"_slot = 5};
  b.flag = 3;
  CHECK(ordered(a, b, equivalent));
  b["id"_slot] = 6;
  CHECK(ordered(a, b, less));
  b["at"_slot] = 0.5;
  CHECK(ordered(a, b, greater));
}

TEST_CASE("a class without slots, or with one", "[compare]") {
  struct None : sl::object<None, sl::slots<>> {
    using object::object;
  };
  struct One : sl::object<One, sl::slots<sl::slot<"x", int>>> {
    using object::object;
  };
  STATIC_REQUIRE(ordered(None{}, None{}, equivalent));
  STATIC_REQUIRE(std::is_same_v<category<None>, std::strong_ordering>);
  STATIC_REQUIRE(ordered(One{}, One{}, equivalent));
  STATIC_REQUIRE(ordered(One{}, One{0}, less));
  STATIC_REQUIRE(std::regular<One>);
}

// Categories.

enum class color { red, green };
struct weak_value {
  int n = 0;
  friend constexpr bool operator==(const weak_value& a, const weak_value& b) { return a.n / 10 == b.n / 10; }
  friend constexpr std::weak_ordering operator<=>(const weak_value& a, const weak_value& b) {
    return a.n / 10 <=> b.n / 10;
  }
};
struct less_value {  // no ==, no <=>
  int n = 0;
  friend constexpr bool operator<(const less_value& a, const less_value& b) { return a.n < b.n; }
};
struct less_and_equal {
  int n = 0;
  friend constexpr bool operator<(const less_and_equal& a, const less_and_equal& b) { return a.n < b.n; }
  friend constexpr bool operator==(const less_and_equal& a, const less_and_equal& b) { return a.n == b.n; }
};
struct only_equal {
  int n = 0;
  friend constexpr bool operator==(const only_equal&, const only_equal&) = default;
};
struct opaque {};

template <class... T>
struct Of;
template <class T>
struct Of<T> : sl::object<Of<T>, sl::slots<sl::field<"a", T>>> {
  using Of::object::object;
};
template <class T, class U>
struct Of<T, U> : sl::object<Of<T, U>, sl::slots<sl::field<"a", T>, sl::slot<"b", U>>> {
  using Of::object::object;
};

TEST_CASE("the category is the weakest among the slots", "[compare]") {
  STATIC_REQUIRE(std::is_same_v<category<Of<int>>, std::strong_ordering>);
  STATIC_REQUIRE(std::is_same_v<category<Of<int, std::string>>, std::strong_ordering>);
  STATIC_REQUIRE(std::is_same_v<category<Of<int, color>>, std::strong_ordering>);
  STATIC_REQUIRE(std::is_same_v<category<Of<int, weak_value>>, std::weak_ordering>);
  STATIC_REQUIRE(std::is_same_v<category<Of<int, double>>, std::partial_ordering>);
  STATIC_REQUIRE(std::is_same_v<category<Of<weak_value, double>>, std::partial_ordering>);
  STATIC_REQUIRE(std::is_same_v<category<Of<double, weak_value>>, std::partial_ordering>);
  STATIC_REQUIRE(std::is_same_v<category<Of<const double>>, std::partial_ordering>);
  STATIC_REQUIRE(std::is_same_v<category<Of<double[2][3]>>, std::partial_ordering>);
  STATIC_REQUIRE(std::is_same_v<category<Of<int, less_and_equal>>, std::weak_ordering>);
  STATIC_REQUIRE(std::is_same_v<category<Of<std::optional<double>>>, std::partial_ordering>);
  STATIC_REQUIRE(std::is_same_v<category<Of<std::vector<float>>>, std::partial_ordering>);
  STATIC_REQUIRE(std::is_same_v<category<Of<std::unique_ptr<int>>>, std::strong_ordering>);
  STATIC_REQUIRE(std::is_same_v<category<Of<const char*>>, std::strong_ordering>);
}

TEST_CASE("a weak order: equivalent is not the same", "[compare]") {
  using Weak = Of<int, weak_value>;
  STATIC_REQUIRE(ordered(Weak{1, weak_value{11}}, Weak{1, weak_value{12}}, equivalent));
  STATIC_REQUIRE(ordered(Weak{1, weak_value{11}}, Weak{1, weak_value{22}}, less));
  STATIC_REQUIRE(ordered(Weak{1}, Weak{1, weak_value{0}}, less));
}

TEST_CASE("NaN is equal to nothing and unordered; an unset double is neither", "[compare]") {
  using Real = Of<double, double>;
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  STATIC_REQUIRE(ordered(Real{nan}, Real{nan}, unordered));
  STATIC_REQUIRE(ordered(Real{nan}, Real{1.0}, unordered));
  STATIC_REQUIRE(ordered(Real{nan, 1.0}, Real{nan, 2.0}, unordered));
  STATIC_REQUIRE(ordered(Real{1.0, nan}, Real{1.0, nan}, unordered));
  STATIC_REQUIRE(ordered(Real{1.0, nan}, Real{2.0, nan}, less));
  STATIC_REQUIRE(ordered(Real{1.0}, Real{1.0, nan}, less));
  STATIC_REQUIRE(ordered(Real{1.0}, Real{1.0}, equivalent));
  STATIC_REQUIRE(ordered(Real{0.0}, Real{-0.0}, equivalent));
}

TEST_CASE("types with < alone order weakly and do not compare equal", "[compare]") {
  using Less = Of<int, less_value>;
  STATIC_REQUIRE(order_exists<Less>);
  STATIC_REQUIRE_FALSE(equal_exists<Less>);
  constexpr Less a{1, less_value{5}};
  constexpr Less b{1, less_value{6}};
  STATIC_REQUIRE(std::is_same_v<decltype(a <=> b), std::weak_ordering>);
  STATIC_REQUIRE((a <=> b) == std::weak_ordering::less);
  STATIC_REQUIRE((b <=> a) == std::weak_ordering::greater);
  STATIC_REQUIRE((a <=> a) == std::weak_ordering::equivalent);
  STATIC_REQUIRE(a < b);
  STATIC_REQUIRE(a <= a);
  STATIC_REQUIRE_FALSE(b < a);
  using Both = Of<int, less_and_equal>;
  STATIC_REQUIRE(ordered(Both{1, less_and_equal{5}}, Both{1, less_and_equal{6}}, less));
  STATIC_REQUIRE(ordered(Both{1, less_and_equal{5}}, Both{1, less_and_equal{5}}, equivalent));
}

TEST_CASE("the standard concepts are true only where the operators are there", "[compare]") {
  STATIC_REQUIRE(std::equality_comparable<Of<int, only_equal>>);
  STATIC_REQUIRE_FALSE(std::totally_ordered<Of<int, only_equal>>);
  STATIC_REQUIRE_FALSE(std::three_way_comparable<Of<int, only_equal>>);
  STATIC_REQUIRE_FALSE(less_exists<Of<int, only_equal>>);
  STATIC_REQUIRE_FALSE(std::equality_comparable<Of<int, opaque>>);
  STATIC_REQUIRE_FALSE(order_exists<Of<int, opaque>>);
  STATIC_REQUIRE_FALSE(std::equality_comparable<Of<std::monostate, std::function<void()>>>);
  STATIC_REQUIRE_FALSE(std::equality_comparable<Of<int, std::weak_ptr<int>>>);
  STATIC_REQUIRE(std::totally_ordered<Of<int, less_and_equal>>);
  STATIC_REQUIRE(std::totally_ordered<Of<int, std::string>>);
  STATIC_REQUIRE(std::three_way_comparable<Of<int, std::string>, std::strong_ordering>);
  STATIC_REQUIRE(std::three_way_comparable<Of<int, double>>);
  STATIC_REQUIRE_FALSE(std::three_way_comparable<Of<int, double>, std::weak_ordering>);
  STATIC_REQUIRE_FALSE(std::three_way_comparable<Of<int, less_value>>);
  STATIC_REQUIRE_FALSE(std::totally_ordered<Of<int, less_value>>);
}

TEST_CASE("move-only values compare", "[compare]") {
  using Owner = Of<int, std::unique_ptr<int>>;
  auto shared = std::make_unique<int>(3);
  const Owner a{1, std::move(shared)};
  const Owner b{1, std::make_unique<int>(3)};
  const Owner none{1};
  const Owner null{1, nullptr};
  CHECK(a == a);
  CHECK(a != b);
  CHECK(ordered(none, null, less));
  CHECK(ordered(null, a, less));
}

// Classes that derive from others.

struct Base : sl::object<Base, sl::slots<sl::field<"a", int>, sl::slot<"b", int>>> {
  using object::object;
};
struct Derived : sl::object<Derived, sl::extends<Base>, sl::slots<sl::field<"c", int>>> {
  using object::object;
};
struct Third : sl::object<Third, sl::extends<Derived>, sl::slots<sl::slot<"d", double>>> {
  using object::object;
};

TEST_CASE("bases come first, then the slots of the class", "[compare]") {
  constexpr auto make = [](int a, int b, int c) { return Derived{"a"_slot = a, "b"_slot = b, "c"_slot = c}; };
  STATIC_REQUIRE(ordered(make(1, 2, 3), make(1, 2, 3), equivalent));
  STATIC_REQUIRE(ordered(make(1, 2, 3), make(1, 2, 4), less));
  STATIC_REQUIRE(ordered(make(1, 3, 3), make(1, 2, 4), greater));
  STATIC_REQUIRE(ordered(make(0, 3, 3), make(1, 2, 3), less));
  STATIC_REQUIRE(ordered(Derived{"a"_slot = 1, "c"_slot = 9}, make(1, 2, 3), less));
  STATIC_REQUIRE(std::is_same_v<category<Derived>, std::strong_ordering>);
  STATIC_REQUIRE(std::is_same_v<category<Third>, std::partial_ordering>);
  STATIC_REQUIRE(ordered(Third{"a"_slot = 1, "c"_slot = 2}, Third{"a"_slot = 1, "c"_slot = 2, "d"_slot = 0.0}, less));
  STATIC_REQUIRE(
      ordered(Third{"a"_slot = 2, "c"_slot = 2}, Third{"a"_slot = 1, "c"_slot = 2, "d"_slot = 0.0}, greater));
}

TEST_CASE("objects of different classes do not compare", "[compare]") {
  struct Twin : sl::object<Twin, sl::slots<sl::field<"a", int>, sl::slot<"b", int>>> {
    using object::object;
  };
  STATIC_REQUIRE(equal_exists<Base>);
  STATIC_REQUIRE_FALSE(equal_exists<Base, Twin>);
  STATIC_REQUIRE_FALSE(order_exists<Base, Twin>);
  STATIC_REQUIRE_FALSE(equal_exists<Base, Derived>);
  STATIC_REQUIRE_FALSE(equal_exists<Derived, Base>);
  STATIC_REQUIRE_FALSE(order_exists<Base, Derived>);
  STATIC_REQUIRE_FALSE(less_exists<Derived, Base>);
  STATIC_REQUIRE_FALSE(equal_exists<Base, int>);
  STATIC_REQUIRE_FALSE(equal_exists<Of<int>, int>);
  STATIC_REQUIRE_FALSE(equal_exists<Of<int>, Of<long>>);
}

TEST_CASE("through a reference to the base only its slots are compared", "[compare]") {
  constexpr Derived a{"a"_slot = 1, "b"_slot = 2, "c"_slot = 3};
  constexpr Derived b{"a"_slot = 1, "b"_slot = 2, "c"_slot = 4};
  STATIC_REQUIRE(a != b);
  STATIC_REQUIRE(static_cast<const Base&>(a) == static_cast<const Base&>(b));
  STATIC_REQUIRE(static_cast<const Base&>(a) == Base{1, 2});
}

struct mixin {
  [[nodiscard]] static int answer() { return 42; }
};
struct other_mixin {};
struct weak_base {
  weak_value held{};
  friend constexpr bool operator==(const weak_base&, const weak_base&) = default;
  friend constexpr auto operator<=>(const weak_base&, const weak_base&) = default;
};
struct less_base {
  int n = 0;
  friend constexpr bool operator<(const less_base& a, const less_base& b) { return a.n < b.n; }
};

TEST_CASE("several bases in the order of extends, slotted or not; empty ones are not compared", "[compare]") {
  struct Second : sl::object<Second, sl::slots<sl::slot<"s", int>>> {
    using object::object;
  };
  struct Joined : sl::object<Joined, sl::extends<mixin, Second, std::string, other_mixin, Base>,
                             sl::slots<sl::slot<"own", int>>> {
    using object::object;
    void text(const char* given) { std::string::operator=(given); }
  };
  STATIC_REQUIRE(std::is_same_v<category<Joined>, std::strong_ordering>);
  const auto make = [](int s, const char* text, int a) {
    Joined made{"s"_slot = s, "a"_slot = a};
    made.text(text);
    return made;
  };
  CHECK(ordered(make(1, "b", 1), make(1, "b", 1), equivalent));
  CHECK(ordered(make(2, "a", 0), make(1, "b", 1), greater));
  CHECK(ordered(make(1, "a", 2), make(1, "b", 1), less));
  CHECK(ordered(make(1, "b", 2), make(1, "b", 1), greater));
  Joined set = make(1, "b", 1);
  set["own"_slot] = 0;
  CHECK(ordered(make(1, "b", 1), set, less));
}

TEST_CASE("a base brings its category; one with < alone is weak and has no ==", "[compare]") {
  struct FromWeak : sl::object<FromWeak, sl::extends<weak_base>, sl::slots<sl::field<"x", int>>> {
    using object::object;
  };
  struct FromLess : sl::object<FromLess, sl::extends<less_base>, sl::slots<sl::field<"x", int>>> {
    using object::object;
  };
  STATIC_REQUIRE(std::is_same_v<category<FromWeak>, std::weak_ordering>);
  STATIC_REQUIRE_FALSE(equal_exists<FromLess>);
  FromLess a{1};
  FromLess b{0};
  CHECK(std::is_gt(a <=> b));
  b.n = 1;
  CHECK(std::is_lt(a <=> b));
  STATIC_REQUIRE(std::is_same_v<decltype(a <=> b), std::weak_ordering>);
  FromWeak c{1};
  FromWeak d{1};
  c.held.n = 1;
  d.held.n = 2;
  CHECK(ordered(c, d, equivalent));
  d.held.n = 12;
  CHECK(ordered(c, d, less));
}

// Classes derived in plain C++.

struct Plain : Derived {
  using Derived::Derived;
  [[nodiscard]] constexpr int c() const { return get("c"_slot); }
};
struct PlainAgain : Plain {
  using Plain::Plain;
};
struct PlainTwin : Derived {
  using Derived::Derived;
};
struct WithMember : Derived {
  using Derived::Derived;
  long plain = 0;
};

TEST_CASE("a plain C++ subclass that adds nothing compares as the class it is seen as", "[compare]") {
  constexpr auto make = [](int a, int c) { return Plain{"a"_slot = a, "c"_slot = c}; };
  STATIC_REQUIRE(ordered(make(1, 2), make(1, 2), equivalent));
  STATIC_REQUIRE(ordered(make(1, 2), make(1, 3), less));
  STATIC_REQUIRE(ordered(make(2, 2), make(1, 3), greater));
  STATIC_REQUIRE(std::is_same_v<category<Plain>, category<Derived>>);
  STATIC_REQUIRE(std::totally_ordered<PlainAgain>);
  STATIC_REQUIRE(PlainAgain{"a"_slot = 1, "c"_slot = 2} == PlainAgain{"a"_slot = 1, "c"_slot = 2});
  STATIC_REQUIRE_FALSE(equal_exists<Plain, Derived>);
  STATIC_REQUIRE_FALSE(equal_exists<Plain, PlainAgain>);
  STATIC_REQUIRE_FALSE(equal_exists<Plain, PlainTwin>);
}

TEST_CASE("a plain C++ subclass with members is not compared as its base", "[compare]") {
  STATIC_REQUIRE_FALSE(equal_exists<WithMember>);
  STATIC_REQUIRE_FALSE(order_exists<WithMember>);
  STATIC_REQUIRE_FALSE(less_exists<WithMember>);
  STATIC_REQUIRE_FALSE(equal_exists<WithMember, Derived>);
  STATIC_REQUIRE_FALSE(std::equality_comparable<WithMember>);
  STATIC_REQUIRE_FALSE(std::totally_ordered<WithMember>);
}

// Operators of a class's own.

struct Own : sl::object<Own, sl::slots<sl::field<"key", int>, sl::slot<"rest", int>>> {
  using object::object;
  constexpr bool operator==(const Own& other) const { return get("key"_slot) == other.get("key"_slot); }
  constexpr auto operator<=>(const Own& other) const { return other.get("key"_slot) <=> get("key"_slot); }
};
struct Friends : sl::object<Friends, sl::slots<sl::field<"key", int>, sl::slot<"rest", int>>> {
  using object::object;
  friend constexpr bool operator==(const Friends& a, const Friends& b) { return a["key"_slot] == b["key"_slot]; }
  friend constexpr auto operator<=>(const Friends& a, const Friends& b) { return b["key"_slot] <=> a["key"_slot]; }
};
struct OwnPlain : sl::object<OwnPlain, sl::slots<sl::field<"key", int>>> {
  using object::object;
  int plain = 0;
  friend bool operator==(const OwnPlain& a, const OwnPlain& b) { return a.plain == b.plain; }
};

TEST_CASE("a class's own operators win, members and hidden friends", "[compare]") {
  STATIC_REQUIRE(Own{1, 2} == Own{1, 3});
  STATIC_REQUIRE(Own{1} == Own{1, 3});
  STATIC_REQUIRE(Own{1} != Own{2});
  STATIC_REQUIRE(Own{1} > Own{2});
  STATIC_REQUIRE(Friends{1, 2} == Friends{1, 3});
  STATIC_REQUIRE(Friends{1, 2} != Friends{2, 2});
  STATIC_REQUIRE(Friends{1} > Friends{2});
  STATIC_REQUIRE(std::totally_ordered<Own>);
  STATIC_REQUIRE(std::totally_ordered<Friends>);
  CHECK(OwnPlain{1} == OwnPlain{2});
  STATIC_REQUIRE_FALSE(less_exists<OwnPlain>);
}

TEST_CASE("a derived class compares a base by its own operators", "[compare]") {
  struct FromOwn : sl::object<FromOwn, sl::extends<Own>, sl::slots<sl::field<"x", int>>> {
    using object::object;
  };
  struct FromPlain : sl::object<FromPlain, sl::extends<OwnPlain>, sl::slots<sl::field<"x", int>>> {
    using object::object;
  };
  STATIC_REQUIRE(FromOwn{"key"_slot = 1, "rest"_slot = 2, "x"_slot = 3} == FromOwn{"key"_slot = 1, "x"_slot = 3});
  STATIC_REQUIRE(FromOwn{"key"_slot = 1, "x"_slot = 3} != FromOwn{"key"_slot = 1, "x"_slot = 4});
  STATIC_REQUIRE(FromOwn{"key"_slot = 1, "x"_slot = 9} > FromOwn{"key"_slot = 2, "x"_slot = 3});
  FromPlain a{"key"_slot = 1, "x"_slot = 2};
  FromPlain b{"key"_slot = 9, "x"_slot = 2};
  CHECK(a == b);
  b.plain = 1;
  CHECK(a != b);
}

struct OwnWithMember : Own {
  using Own::Own;
  long plain = 0;
};
struct OwnWithOpaque : sl::object<OwnWithOpaque, sl::extends<Own>, sl::slots<sl::slot<"o", opaque>>> {
  using object::object;
};
struct OwnTurnedOff : sl::object<OwnTurnedOff, sl::extends<Own>, sl::slots<sl::slot<"n", int>>,
                                 sl::without<sl::equality, sl::ordering>> {
  using object::object;
};
struct FriendsWithMember : Friends {
  using Friends::Friends;
  long plain = 0;
};

TEST_CASE("a class that lacks operators is not compared by those that its base defines", "[compare]") {
  STATIC_REQUIRE_FALSE(equal_exists<OwnWithMember>);
  STATIC_REQUIRE_FALSE(order_exists<OwnWithMember>);
  STATIC_REQUIRE_FALSE(less_exists<OwnWithMember>);
  STATIC_REQUIRE_FALSE(equal_exists<OwnWithOpaque>);
  STATIC_REQUIRE_FALSE(less_exists<OwnWithOpaque>);
  STATIC_REQUIRE_FALSE(equal_exists<OwnTurnedOff>);
  STATIC_REQUIRE_FALSE(order_exists<OwnTurnedOff>);
  STATIC_REQUIRE_FALSE(equal_exists<FriendsWithMember>);
  STATIC_REQUIRE_FALSE(less_exists<FriendsWithMember>);
}

struct Defaulted : sl::object<Defaulted, sl::slots<sl::field<"x", int>, sl::slot<"y", int>>> {
  using object::object;
  bool operator==(const Defaulted&) const = default;
  auto operator<=>(const Defaulted&) const = default;
};
struct DefaultedPlain : sl::object<DefaultedPlain, sl::slots<sl::field<"x", int>, sl::slot<"y", int>>> {
  using object::object;
  int plain = 0;
  friend bool operator==(const DefaultedPlain&, const DefaultedPlain&) = default;
  friend auto operator<=>(const DefaultedPlain&, const DefaultedPlain&) = default;
};
struct DefaultedOff : sl::object<DefaultedOff, sl::slots<sl::field<"x", int>>, sl::without<sl::equality>> {
  using object::object;
  bool operator==(const DefaultedOff&) const = default;
};
struct DefaultedOfOpaque : sl::object<DefaultedOfOpaque, sl::slots<sl::field<"x", opaque>>> {
  using object::object;
  bool operator==(const DefaultedOfOpaque&) const = default;
};

TEST_CASE("defaulted operators compare the slots and then the plain members", "[compare]") {
  STATIC_REQUIRE(ordered(Defaulted{1}, Defaulted{1}, equivalent));
  STATIC_REQUIRE(ordered(Defaulted{1}, Defaulted{1, 0}, less));
  STATIC_REQUIRE(ordered(Defaulted{2}, Defaulted{1, 0}, greater));
  STATIC_REQUIRE(std::is_same_v<category<Defaulted>, std::strong_ordering>);
  DefaultedPlain a{1};
  DefaultedPlain b{1};
  CHECK(ordered(a, b, equivalent));
  b.plain = 1;
  CHECK(ordered(a, b, less));
  a["y"_slot] = 0;
  CHECK(ordered(a, b, greater));
  STATIC_REQUIRE(std::totally_ordered<DefaultedPlain>);
  STATIC_REQUIRE(DefaultedOff{1} == DefaultedOff{1});
  STATIC_REQUIRE(DefaultedOff{1} != DefaultedOff{2});
  STATIC_REQUIRE_FALSE(equal_exists<DefaultedOfOpaque>);
}

TEST_CASE("what only one of two operators is defined for, the other is not made of", "[compare]") {
  struct OnlyEqual : sl::object<OnlyEqual, sl::slots<sl::field<"x", int>>, sl::without<sl::ordering>> {
    using object::object;
    bool operator==(const OnlyEqual& other) const { return get("x"_slot) == other.get("x"_slot); }
  };
  STATIC_REQUIRE(equal_exists<OnlyEqual>);
  STATIC_REQUIRE_FALSE(less_exists<OnlyEqual>);
  STATIC_REQUIRE_FALSE(order_exists<OnlyEqual>);
}

TEST_CASE("with<...> and without<...>", "[compare]") {
  struct Off : sl::object<Off, sl::slots<sl::field<"x", int>>, sl::without<sl::equality, sl::ordering>> {
    using object::object;
  };
  struct On : sl::object<On, sl::slots<sl::field<"x", int>>, sl::with<sl::equality, sl::ordering>> {
    using object::object;
    int plain = 0;
  };
  STATIC_REQUIRE_FALSE(equal_exists<Off>);
  STATIC_REQUIRE_FALSE(order_exists<Off>);
  STATIC_REQUIRE_FALSE(less_exists<Off>);
  On a{1};
  On b{1};
  a.plain = 1;
  CHECK(ordered(a, b, equivalent));
  b["x"_slot] = 2;
  CHECK(ordered(a, b, less));
}

// Class templates, abstract classes, virtual functions.

template <class T>
struct Box : sl::object<Box<T>, sl::slots<sl::field<"value", T>>> {
  using Box::object::object;
};
template <class T>
struct Labelled : sl::object<Labelled<T>, sl::extends<Box<T>>, sl::slots<sl::slot<"label", int>>> {
  using Labelled::object::object;
};

TEST_CASE("class templates compare as other classes", "[compare]") {
  STATIC_REQUIRE(ordered(Labelled<int>{1}, Labelled<int>{1, 2}, less));
  STATIC_REQUIRE(ordered(Box<Box<int>>{Box<int>{1}}, Box<Box<int>>{Box<int>{2}}, less));
  STATIC_REQUIRE_FALSE(equal_exists<Box<opaque>>);
  STATIC_REQUIRE_FALSE(equal_exists<Labelled<opaque>>);
  STATIC_REQUIRE_FALSE(equal_exists<Box<Box<opaque>>>);
  STATIC_REQUIRE_FALSE(equal_exists<Box<int>, Box<long>>);
}

struct Shape : sl::object<Shape, sl::slots<sl::field<"id", int>>> {
  using object::object;
  Shape(const Shape&) = default;
  Shape& operator=(const Shape&) = default;
  virtual ~Shape() = default;
  [[nodiscard]] virtual double area() const = 0;
};
struct Square : sl::object<Square, sl::extends<Shape>, sl::slots<sl::slot<"side", double>>> {
  using object::object;
  [[nodiscard]] double area() const override { return get("side"_slot) * get("side"_slot); }
};
struct Virtual : sl::object<Virtual, sl::slots<sl::field<"n", int>>> {
  using object::object;
  Virtual(const Virtual&) = default;
  Virtual& operator=(const Virtual&) = default;
  virtual ~Virtual() = default;
};

TEST_CASE("classes with virtual functions and abstract ones", "[compare]") {
  const Square a{"id"_slot = 1, "side"_slot = 2.0};
  const Square b{"id"_slot = 1, "side"_slot = 3.0};
  const Square c{"id"_slot = 2};
  CHECK(ordered(a, b, less));
  CHECK(ordered(c, b, greater));
  CHECK(ordered(a, a, equivalent));
  const Shape& shape = a;
  CHECK(shape == static_cast<const Shape&>(b));
  CHECK(std::is_lt(shape <=> static_cast<const Shape&>(c)));
  STATIC_REQUIRE(equal_exists<Shape>);
  CHECK(ordered(Virtual{1}, Virtual{2}, less));
}

// Objects inside objects, the class inside its own slots.

struct Line : sl::object<Line, sl::slots<sl::field<"from", Pair>, sl::slot<"to", Pair>>> {
  using object::object;
};

TEST_CASE("slots that hold objects", "[compare]") {
  STATIC_REQUIRE(ordered(Line{Pair{1}, Pair{2}}, Line{Pair{1}, Pair{2}}, equivalent));
  STATIC_REQUIRE(ordered(Line{Pair{1}, Pair{2}}, Line{Pair{1}, Pair{2, 0}}, less));
  STATIC_REQUIRE(ordered(Line{Pair{1, 1}}, Line{Pair{1}, Pair{2}}, greater));
}

struct Tree : sl::object<Tree, sl::slots<sl::field<"value", int>, sl::slot<"children", std::vector<Tree>>>> {
  using object::object;
};
struct RealTree
    : sl::object<RealTree, sl::slots<sl::field<"value", double>, sl::slot<"children", std::vector<RealTree>>>> {
  using object::object;
};
struct Chain : sl::object<Chain, sl::slots<sl::field<"value", int>, sl::slot<"next", std::unique_ptr<Chain>>>> {
  using object::object;
};
struct Maybe
    : sl::object<Maybe, sl::slots<sl::field<"value", int>, sl::field<"rest", std::optional<std::vector<Maybe>>>>> {
  using object::object;
};
struct Shared : sl::object<Shared, sl::slots<sl::field<"value", int>, sl::slot<"next", std::shared_ptr<Shared>>>> {
  using object::object;
};
struct Listed : sl::object<Listed, sl::slots<sl::slot<"children", std::list<Listed>>, sl::field<"value", int>>> {
  using object::object;
};
struct Pointed : sl::object<Pointed, sl::slots<sl::field<"value", int>, sl::slot<"next", const Pointed*>>> {
  using object::object;
};

TEST_CASE("a class in a vector of its own", "[compare]") {
  STATIC_REQUIRE(std::totally_ordered<Tree>);
  STATIC_REQUIRE(std::is_same_v<category<Tree>, std::strong_ordering>);
  const auto make = [](int value) { return Tree{1, std::vector<Tree>{Tree{2}, Tree{value, std::vector<Tree>{}}}}; };
  CHECK(ordered(make(3), make(3), equivalent));
  CHECK(ordered(make(3), make(4), less));
  CHECK(ordered(make(3), Tree{1}, greater));
  CHECK(ordered(make(3), Tree{1, std::vector<Tree>{Tree{2}}}, greater));
  CHECK(ordered(make(3), Tree{2}, less));
  STATIC_REQUIRE(std::is_same_v<category<RealTree>, std::partial_ordering>);
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto real = [](double value) { return RealTree{1.0, std::vector<RealTree>{RealTree{value}}}; };
  CHECK(ordered(real(1), real(1), equivalent));
  CHECK(ordered(real(1), real(2), less));
  CHECK(ordered(real(nan), real(nan), unordered));
}

struct Up : sl::object<Up, sl::slots<sl::field<"value", int>, sl::slot<"parent", std::weak_ptr<Up>>>> {
  using object::object;
};
TEST_CASE("a class in a template of its own that does not compare", "[compare]") {
  STATIC_REQUIRE_FALSE(equal_exists<Up>);
  STATIC_REQUIRE_FALSE(order_exists<Up>);
}

TEST_CASE("a container of values that do not compare", "[compare]") {
  STATIC_REQUIRE_FALSE(equal_exists<Of<int, std::vector<opaque>>>);
  STATIC_REQUIRE_FALSE(equal_exists<Of<int, std::map<int, std::vector<opaque>>>>);
  STATIC_REQUIRE_FALSE(equal_exists<Of<int, std::pair<int, opaque>>>);
  STATIC_REQUIRE_FALSE(equal_exists<Of<int, std::tuple<opaque>>>);
  STATIC_REQUIRE_FALSE(order_exists<Of<int, std::vector<only_equal>>>);
  STATIC_REQUIRE(equal_exists<Of<int, std::vector<only_equal>>>);
  STATIC_REQUIRE(equal_exists<Of<int, std::map<int, std::pair<int, only_equal>>>>);
  STATIC_REQUIRE(order_exists<Of<int, std::filesystem::path>>);
}

// Two classes in vectors of each other have ==. Whether each has < depends on the other's, so one says that it has
// none.
struct Reply;
struct Question : sl::object<Question, sl::slots<sl::field<"text", int>, sl::slot<"replies", std::vector<Reply>>>,
                             sl::without<sl::ordering>> {
  using object::object;
  Question(const Question&);
  Question& operator=(const Question&);
  ~Question();
};
struct Reply : sl::object<Reply, sl::slots<sl::field<"text", int>, sl::slot<"questions", std::vector<Question>>>> {
  using object::object;
};
Question::Question(const Question&) = default;
Question& Question::operator=(const Question&) = default;
Question::~Question() = default;

struct Reader;
struct Book : sl::object<Book, sl::slots<sl::field<"title", int>, sl::slot<"reader", std::shared_ptr<Reader>>>> {
  using object::object;
};
struct Reader : sl::object<Reader, sl::slots<sl::field<"name", int>, sl::slot<"book", std::shared_ptr<Book>>>> {
  using object::object;
};

TEST_CASE("two classes in each other's slots", "[compare]") {
  STATIC_REQUIRE(std::equality_comparable<Question>);
  STATIC_REQUIRE(std::equality_comparable<Reply>);
  STATIC_REQUIRE_FALSE(less_exists<Question>);
  STATIC_REQUIRE_FALSE(less_exists<Reply>);
  Question a{1};
  Question b{1};
  a["replies"_slot] = std::vector<Reply>{Reply{1}};
  b["replies"_slot] = std::vector<Reply>{Reply{1}};
  CHECK(a == b);
  a["replies"_slot].value()[0]["questions"_slot] = std::vector<Question>{Question{3}};
  CHECK(a != b);
  STATIC_REQUIRE(std::totally_ordered<Book>);
  STATIC_REQUIRE(std::totally_ordered<Reader>);
  CHECK(Book{1, std::make_shared<Reader>(1)} != Book{1, std::make_shared<Reader>(1)});
  CHECK(ordered(Book{1, nullptr}, Book{1, nullptr}, equivalent));
  CHECK(ordered(Book{1}, Book{1, nullptr}, less));
}

TEST_CASE("a class in smart pointers, optionals and lists of its own", "[compare]") {
  STATIC_REQUIRE(std::totally_ordered<Chain>);
  Chain a{1};
  Chain b{1, std::make_unique<Chain>(2)};
  CHECK(ordered(a, b, less));
  CHECK(ordered(a, Chain{1}, equivalent));
  CHECK(b != Chain{1, std::make_unique<Chain>(2)});

  STATIC_REQUIRE(std::totally_ordered<Maybe>);
  CHECK(ordered(Maybe{1, std::nullopt}, Maybe{1, std::vector<Maybe>{}}, less));
  CHECK(ordered(Maybe{1, std::vector<Maybe>{}}, Maybe{1, std::vector<Maybe>{Maybe{1, std::nullopt}}}, less));
  CHECK(ordered(Maybe{1, std::vector<Maybe>{Maybe{1, std::nullopt}}},
                Maybe{1, std::vector<Maybe>{Maybe{1, std::nullopt}}}, equivalent));

  const auto next = std::make_shared<Shared>(2);
  CHECK(ordered(Shared{1, next}, Shared{1, next}, equivalent));
  CHECK(Shared{1, next} != Shared{1, std::make_shared<Shared>(2)});
  CHECK(ordered(Shared{1}, Shared{1, next}, less));

  Listed one{"value"_slot = 1};
  one["children"_slot] = std::list<Listed>{};
  CHECK(ordered(Listed{"value"_slot = 1}, one, less));

  const Pointed end{1};
  CHECK(ordered(Pointed{1, &end}, Pointed{1, &end}, equivalent));
  CHECK(ordered(Pointed{1}, Pointed{1, nullptr}, less));
}

// Containers and algorithms.

struct Person : sl::object<Person, sl::slots<sl::field<"name", std::string>, sl::slot<"age", int>>> {
  using object::object;
};

TEST_CASE("objects are keys of ordered containers", "[compare]") {
  std::set<Person> people;
  people.insert(Person{"bob", 3});
  people.insert(Person{"ann"});
  people.insert(Person{"bob"});
  people.insert(Person{"bob", 3});
  CHECK(people.size() == 3);
  CHECK(*people.begin() == Person{"ann"});
  CHECK(*people.rbegin() == Person{"bob", 3});
  CHECK(people.count(Person{"bob"}) == 1);
  CHECK(people.count(Person{"eve"}) == 0);
  std::map<Person, int> by_person{{Person{"ann"}, 1}, {Person{"ann", 0}, 2}};
  CHECK(by_person.at(Person{"ann", 0}) == 2);
}

TEST_CASE("algorithms sort, find and compare objects", "[compare]") {
  std::vector<Person> people{Person{"bob", 3}, Person{"ann", 5}, Person{"bob"}, Person{"ann"}};
  const std::vector<Person> sorted{Person{"ann"}, Person{"ann", 5}, Person{"bob"}, Person{"bob", 3}};
  std::vector<Person> copy = people;
  std::sort(copy.begin(), copy.end());
  CHECK(copy == sorted);
  std::ranges::sort(people);
  CHECK(std::ranges::equal(people, sorted));
  CHECK(std::ranges::is_sorted(people));
  CHECK(std::ranges::binary_search(people, Person{"bob"}));
  CHECK(std::ranges::find(people, Person{"bob", 3}) - people.begin() == 3);
  CHECK(std::ranges::find(people, Person{"bob", 4}) == people.end());
  CHECK(std::ranges::max(people) == Person{"bob", 3});
  CHECK(std::ranges::count(people, Person{"ann"}) == 1);
  std::ranges::sort(people, std::ranges::greater{});
  CHECK(people.front() == Person{"bob", 3});
  std::vector<std::pair<Person, int>> pairs{{Person{"b"}, 1}, {Person{"a"}, 2}};
  std::ranges::sort(pairs);
  CHECK(pairs[0].second == 2);
  CHECK(std::tuple(Person{"a"}, 1) < std::tuple(Person{"a"}, 2));
  CHECK(std::optional<Person>{} < std::optional<Person>{Person{"a"}});
  CHECK(std::equal_to<>{}(Person{"a"}, Person{"a"}));
}

TEST_CASE("const and temporary objects compare with others of their class", "[compare]") {
  Pair lvalue{1};
  const Pair constant{1};
  CHECK(lvalue == constant);
  CHECK(constant == lvalue);
  CHECK(Pair{1} == lvalue);
  CHECK(std::is_eq(constant <=> Pair{1}));
  CHECK(lvalue == lvalue);
}

TEST_CASE("an object compares with what an operator of its namespace takes", "[compare]") {
  struct Id : sl::object<Id, sl::slots<sl::field<"n", int>>> {
    using object::object;
    constexpr bool operator==(int number) const { return get("n"_slot) == number; }
  };
  STATIC_REQUIRE(Id{3} == 3);
  STATIC_REQUIRE(3 == Id{3});
  STATIC_REQUIRE(Id{3} != 4);
}

// Dict slots.

template <class V, class... Parts>
struct Open : sl::object<Open<V, Parts...>, sl::slots<sl::slot<"x", int>, sl::dict_slot<V>>, Parts...> {
  using Open::object::object;
};

TEST_CASE("objects with dynamic attributes are equal where their slots and their attributes are", "[compare]") {
  Open<double> a{1};
  Open<double> b{1};
  CHECK(a == b);
  setattr(a, "p", 1.0);
  CHECK(a != b);
  setattr(a, "q", 2.0);
  setattr(b, "q", 2.0);
  CHECK(a != b);
  setattr(b, "p", 1.0);
  CHECK(a == b);  // in whatever order
  setattr(b, "p", 3.0);
  CHECK(a != b);
  setattr(b, "p", 1.0);
  delattr(b, "x");
  CHECK(a != b);
}

TEST_CASE("equality looks into values of any type", "[compare]") {
  Open<sl::value> a;
  Open<sl::value> b;
  setattr(a, "n", 1);
  setattr(b, "n", 1L);
  setattr(a, "s", "text");
  setattr(b, "s", std::string("text"));
  CHECK(a == b);
  setattr(b, "s", 5);
  CHECK(a != b);
}

TEST_CASE("objects of a derived class compare the dict of their base", "[compare]") {
  struct Sub : sl::object<Sub, sl::extends<Open<int>>, sl::slots<sl::slot<"y", int>>> {
    using object::object;
  };
  Sub a;
  Sub b;
  setattr(a, "d", 1);
  CHECK(a != b);
  setattr(b, "d", 1);
  CHECK(a == b);
  b["y"_slot] = 1;
  CHECK(a != b);
}

TEST_CASE("dynamic attributes have no order, and an equality where their type has one", "[compare]") {
  STATIC_REQUIRE(equal_exists<Open<int>>);
  STATIC_REQUIRE_FALSE(less_exists<Open<int>>);
  STATIC_REQUIRE_FALSE(order_exists<Open<int>>);
  STATIC_REQUIRE(equal_exists<Open<sl::value>>);
  STATIC_REQUIRE(equal_exists<Open<std::vector<int>>>);
  STATIC_REQUIRE_FALSE(equal_exists<Open<opaque>>);
  STATIC_REQUIRE_FALSE(equal_exists<Open<std::vector<opaque>>>);
  STATIC_REQUIRE_FALSE(equal_exists<Open<int, sl::without<sl::equality>>>);
}

}  // namespace unit_compare
