#include <slotted/name.hpp>

#include <slotted/slotted.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_name {

struct Point : sl::object<Point, sl::slots<sl::field<"x", int>, sl::field<"y", int>>> {
  using object::object;
};

TEST_CASE("a name keeps every character of its literal", "[name]") {
  constexpr sl::name empty("");
  constexpr sl::name point("point");
  constexpr sl::name with_nul("a\0b");
  STATIC_REQUIRE(empty.view().empty());
  STATIC_REQUIRE(point.view() == "point");
  STATIC_REQUIRE(point.view().data()[point.view().size()] == '\0');
  STATIC_REQUIRE(with_nul.view() == std::string_view("a\0b", 3));
}

TEST_CASE("identifiers are what Python's str.isidentifier takes, bytes above ASCII being letters", "[name]") {
  using sl::detail::is_identifier;
  STATIC_REQUIRE(is_identifier("x"));
  STATIC_REQUIRE(is_identifier("_"));
  STATIC_REQUIRE(is_identifier("__x__"));
  STATIC_REQUIRE(is_identifier("aZ09_"));
  STATIC_REQUIRE(is_identifier("class"));
  STATIC_REQUIRE(
      is_identifier("gr\xc3\xb6\xc3\x9f"
                    "e"));
  STATIC_REQUIRE_FALSE(is_identifier(""));
  STATIC_REQUIRE_FALSE(is_identifier("1a"));
  STATIC_REQUIRE_FALSE(is_identifier("a b"));
  STATIC_REQUIRE_FALSE(is_identifier(" a"));
  STATIC_REQUIRE_FALSE(is_identifier("Installed-Size"));
  STATIC_REQUIRE_FALSE(is_identifier("a.b"));
  STATIC_REQUIRE_FALSE(is_identifier(std::string_view("a\0", 2)));
  for (int c = 0; c != 256; ++c) {
    const char text[2] = {'a', static_cast<char>(c)};
    const bool expected =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c >= 128;
    CAPTURE(c);
    CHECK(is_identifier(std::string_view(text, 2)) == expected);
    CHECK(is_identifier(std::string_view(text + 1, 1)) == (expected && !(c >= '0' && c <= '9')));
  }
}

TEST_CASE("texts are the same if their bytes are", "[name]") {
  using sl::detail::same_text;
  STATIC_REQUIRE(same_text("ab", "ab"));
  STATIC_REQUIRE(same_text("", ""));
  STATIC_REQUIRE_FALSE(same_text("ab", "a"));
  STATIC_REQUIRE_FALSE(same_text("ab", "ac"));
}

TEST_CASE("three names have a meaning of their own, names like them have none", "[name]") {
  using sl::detail::is_reserved;
  STATIC_REQUIRE(is_reserved("__dict__"));
  STATIC_REQUIRE(is_reserved("__weakref__"));
  STATIC_REQUIRE(is_reserved("__class__"));
  STATIC_REQUIRE_FALSE(is_reserved("__dict"));
  STATIC_REQUIRE_FALSE(is_reserved("__dict___"));
  STATIC_REQUIRE_FALSE(is_reserved("dict"));
}

TEST_CASE("row 10: C++ keywords are names like any other", "[name]") {
  struct Keywords
      : sl::object<Keywords, sl::slots<sl::field<"class", int>, sl::slot<"return", int>, sl::slot<"template", int>>> {
    using object::object;
  };
  Keywords k{"class"_slot = 3};
  CHECK(getattr(k, "class") == 3);
  CHECK(getattr(k, "class"_slot) == 3);
  setattr(k, "return", 4);
  CHECK(k["return"_slot].value() == 4);
  CHECK_FALSE(hasattr(k, "template"));
}

TEST_CASE("row 3: one string is one name, not one for each character", "[name]") {
  struct One : sl::object<One, sl::slots<sl::field<"abc", int>>> {
    using object::object;
  };
  const One one{7};
  STATIC_REQUIRE(sl::slot_count<One> == 1);
  CHECK(getattr(one, "abc") == 7);
  CHECK_FALSE(hasattr(one, "a"));
}

TEST_CASE("UTF-8 names are compared byte by byte, never normalised", "[name]") {
  // One letter in two spellings: U+00E9, and e followed by U+0301.
  struct Cafe : sl::object<Cafe, sl::slots<sl::field<"caf\xc3\xa9", int>, sl::field<"cafe\xcc\x81", int>>> {
    using object::object;
  };
  Cafe cafe{1, 2};
  CHECK(getattr(cafe, "caf\xc3\xa9") == 1);
  CHECK(getattr(cafe, "cafe\xcc\x81") == 2);
  CHECK(cafe["caf\xc3\xa9"_slot] == 1);
  CHECK_FALSE(hasattr(cafe, "cafe"));
}

struct text_class : std::string {
  using std::string::string;
};
struct viewable {
  const char* text;
  operator std::string_view() const { return text; }
};

TEST_CASE("row 42: a run-time name is anything that converts to std::string_view", "[name]") {
  Point p{1, 2};
  const char array[] = "x";
  const char* pointer = "x";
  char writable[] = {'x', '\0'};
  CHECK(getattr(p, "x") == 1);
  CHECK(getattr(p, array) == 1);
  CHECK(getattr(p, pointer) == 1);
  CHECK(getattr(p, writable) == 1);
  CHECK(getattr(p, std::string("x")) == 1);
  CHECK(getattr(p, std::string_view("x")) == 1);
  setattr(p, text_class("x"), 11);
  CHECK(getattr(p, text_class("x")) == 11);
  CHECK(getattr<int>(p, viewable{"x"}) == 11);
  CHECK(hasattr(p, viewable{"y"}));
  CHECK_FALSE(hasattr(p, viewable{"z"}));
}

TEST_CASE("a compile-time name is an empty constant that knows its text", "[name]") {
  constexpr auto x = "x"_slot;
  STATIC_REQUIRE(std::is_empty_v<decltype("x"_slot)>);
  STATIC_REQUIRE(std::is_trivially_default_constructible_v<sl::slot_name<"x">>);
  STATIC_REQUIRE(std::is_trivially_copyable_v<sl::slot_name<"x">>);
  STATIC_REQUIRE(x.text == "x");
  STATIC_REQUIRE(std::is_same_v<decltype("x"_slot), sl::slot_name<"x">>);
  STATIC_REQUIRE(!std::is_same_v<decltype("x"_slot), decltype("y"_slot)>);
}

inline constexpr auto x = "x"_slot;
inline constexpr auto y = "y"_slot;

TEST_CASE("names as constants read in every place where the literal does", "[name]") {
  Point p{y = 2, x = 1};
  CHECK(p[x] == 1);
  CHECK(getattr(p, y) == 2);
  setattr(p, x, 5);
  CHECK(p[x] == 5);
  CHECK(hasattr(p, x));
  CHECK(find_attr<int>(p, y) == &p[y]);
}

TEST_CASE("row 66: a name is a projection", "[name]") {
  std::vector<Point> points{{3, 1}, {1, 2}, {2, 3}};
  std::ranges::sort(points, {}, x);
  CHECK(points[0][x] == 1);
  CHECK(points[1][x] == 2);
  CHECK(points[2][x] == 3);
  CHECK(std::ranges::max_element(points, {}, y)->operator[](y) == 3);
  CHECK(std::ranges::find(points, 2, "y"_slot) == points.begin());
  const Point constant{4, 5};
  STATIC_REQUIRE(std::is_same_v<decltype(x(constant)), const int&>);
  STATIC_REQUIRE(std::is_same_v<decltype(x(points[0])), int&>);
  STATIC_REQUIRE(std::is_same_v<decltype(x(Point{4, 5})), int&&>);
  CHECK(&x(constant) == &constant[x]);
}

TEST_CASE("a named argument refers to its value and copies nothing", "[name]") {
  int value = 3;
  const auto lvalue = "x"_slot = value;
  STATIC_REQUIRE(std::is_same_v<decltype(lvalue), const sl::named_argument<"x", int&>>);
  CHECK(&lvalue.value == &value);
  STATIC_REQUIRE(std::is_same_v<decltype("x"_slot = 3), sl::named_argument<"x", int>>);
}

TEST_CASE("arguments for a place are kept as they were given", "[name]") {
  int first = 1;
  const auto in_place = "x"_slot.in_place(first, 2.5);
  STATIC_REQUIRE(std::is_same_v<sl::detail::argument_name_t<decltype(in_place)>, sl::slot_name<"x">>);
  STATIC_REQUIRE(std::is_same_v<sl::detail::argument_name_t<int>, void>);
  struct both {
    int* address;
    double number;
    both(int& given, double n) : address(&given), number(n) {}
  };
  const both made = "x"_slot.in_place(first, 2.5).make<both>();
  CHECK(made.address == &first);
  CHECK(made.number == 2.5);
}

}  // namespace unit_name
