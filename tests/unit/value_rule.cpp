#include <slotted/value_rule.hpp>

#include <slotted/slotted.hpp>

#include <any>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using sl::detail::fit;

namespace unit_value_rule {

template <class T>
struct Holder : sl::object<Holder<T>, sl::slots<sl::slot<"value", T>>> {
  using Holder::object::object;
};

template <class T, class V>
constexpr fit how = sl::detail::fit_of<T, V>();

enum class scoped { zero, one };
enum class scoped_char : char { a };
enum unscoped { none, some };
enum unscoped_byte : std::uint8_t { small = 1, large = 255 };

struct base {
  virtual ~base() = default;
};
struct derived : base {};

struct converts_to_int {
  operator int() const { return 3; }
};
struct converts_to_double {
  operator double() const { return 3.0; }
};
struct converts_to_bool_explicitly {
  explicit operator bool() const { return true; }
};
struct from_int {
  from_int(int given) : n(given) {}  // implicit
  int n;
};
struct from_int_explicit {
  explicit from_int_explicit(int given) : n(given) {}
  int n;
};

// Which types fit which: the whole table at compile time. A row is a slot type, a column a value type.

TEST_CASE("a type fits itself, whatever it is", "[value_rule]") {
  STATIC_REQUIRE(how<int, int> == fit::same);
  STATIC_REQUIRE(how<int, const int&> == fit::same);
  STATIC_REQUIRE(how<const int, int> == fit::same);
  STATIC_REQUIRE(how<std::string, std::string&&> == fit::same);
  STATIC_REQUIRE(how<std::unique_ptr<int>, std::unique_ptr<int>> == fit::same);
  STATIC_REQUIRE(how<from_int_explicit, from_int_explicit> == fit::same);
  STATIC_REQUIRE(how<int[2], int(&)[2]> == fit::same);
  STATIC_REQUIRE(how<scoped, scoped> == fit::same);
  STATIC_REQUIRE(how<std::variant<int, bool>, std::variant<int, bool>> == fit::same);
}

TEST_CASE("a move-only type does not fit by copy", "[value_rule]") {
  STATIC_REQUIRE(how<std::unique_ptr<int>, std::unique_ptr<int>&> == fit::none);
  STATIC_REQUIRE(how<std::unique_ptr<int>, const std::unique_ptr<int>&> == fit::none);
}

TEST_CASE("integers fit integers, unseen where every value does", "[value_rule]") {
  STATIC_REQUIRE(how<long long, int> == fit::implicit);
  STATIC_REQUIRE(how<int, long long> == fit::ranged);
  STATIC_REQUIRE(how<unsigned, int> == fit::ranged);
  STATIC_REQUIRE(how<int, unsigned> == fit::ranged);
  STATIC_REQUIRE(how<long long, unsigned> == fit::implicit);
  STATIC_REQUIRE(how<std::uint64_t, std::int8_t> == fit::ranged);
  STATIC_REQUIRE(how<std::int8_t, char> != fit::none);
  STATIC_REQUIRE(how<int, bool> == fit::implicit);
  STATIC_REQUIRE(how<bool, int> == fit::ranged);
  STATIC_REQUIRE(how<char, int> == fit::ranged);
  STATIC_REQUIRE(how<int, char> == fit::implicit);
  STATIC_REQUIRE(how<char32_t, int> == fit::ranged);
  STATIC_REQUIRE(how<int, unscoped> != fit::none);
  STATIC_REQUIRE(how<std::uint8_t, unscoped_byte> == fit::implicit);
  STATIC_REQUIRE(how<std::int8_t, unscoped_byte> == fit::ranged);
}

TEST_CASE("integers fit floating types, which fit larger ones; nothing else is lost silently", "[value_rule]") {
  STATIC_REQUIRE(how<double, int> == fit::implicit);
  STATIC_REQUIRE(how<float, int> == fit::implicit);
  STATIC_REQUIRE(how<float, std::uint64_t> == fit::implicit);
  STATIC_REQUIRE(how<double, bool> == fit::implicit);
  STATIC_REQUIRE(how<double, unscoped> == fit::implicit);
  STATIC_REQUIRE(how<double, float> == fit::implicit);
  STATIC_REQUIRE(how<long double, double> == fit::implicit);
  STATIC_REQUIRE(how<float, double> == fit::none);
  STATIC_REQUIRE(how<double, long double> == fit::none);
  STATIC_REQUIRE(how<int, double> == fit::none);
  STATIC_REQUIRE(how<int, float> == fit::none);
  STATIC_REQUIRE(how<long long, float> == fit::none);
  STATIC_REQUIRE(how<bool, double> == fit::none);
  STATIC_REQUIRE(how<bool, float> == fit::none);
  STATIC_REQUIRE(how<char, double> == fit::none);
}

TEST_CASE("pointers and classes with a truth value are no bool", "[value_rule]") {
  STATIC_REQUIRE(how<bool, int*> == fit::none);
  STATIC_REQUIRE(how<bool, const char*> == fit::none);
  STATIC_REQUIRE(how<bool, const char(&)[4]> == fit::none);
  STATIC_REQUIRE(how<bool, std::nullptr_t> == fit::none);
  STATIC_REQUIRE(how<bool, int (*)(int)> == fit::none);
  STATIC_REQUIRE(how<bool, int base::*> == fit::none);
  STATIC_REQUIRE(how<bool, std::shared_ptr<int>> == fit::none);
  STATIC_REQUIRE(how<bool, converts_to_bool_explicitly> == fit::none);
  STATIC_REQUIRE(how<bool, std::string> == fit::none);
  STATIC_REQUIRE(how<int, int*> == fit::none);
  STATIC_REQUIRE(how<double, const char*> == fit::none);
}

TEST_CASE("scoped enumerations are no numbers, numbers no enumerations", "[value_rule]") {
  STATIC_REQUIRE(how<int, scoped> == fit::none);
  STATIC_REQUIRE(how<char, scoped_char> == fit::none);
  STATIC_REQUIRE(how<double, scoped> == fit::none);
  STATIC_REQUIRE(how<scoped, int> == fit::none);
  STATIC_REQUIRE(how<unscoped, int> == fit::none);
  STATIC_REQUIRE(how<unscoped, scoped> == fit::none);
  STATIC_REQUIRE(how<scoped, unscoped> == fit::none);
  STATIC_REQUIRE(how<std::byte, int> == fit::none);
}

TEST_CASE("text fits strings; strings are no numbers, and numbers no strings", "[value_rule]") {
  STATIC_REQUIRE(how<std::string, const char*> == fit::implicit);
  STATIC_REQUIRE(how<std::string, const char(&)[4]> == fit::implicit);
  STATIC_REQUIRE(how<std::string, char*> == fit::implicit);
  STATIC_REQUIRE(how<std::string, std::string_view> == fit::text);
  STATIC_REQUIRE(how<std::string_view, std::string&> == fit::implicit);
  STATIC_REQUIRE(how<std::string_view, const char*> == fit::implicit);
  STATIC_REQUIRE(how<std::string, int> == fit::none);
  STATIC_REQUIRE(how<std::string, char> == fit::none);
  STATIC_REQUIRE(how<std::string, double> == fit::none);
  STATIC_REQUIRE(how<int, std::string> == fit::none);
  STATIC_REQUIRE(how<char, std::string> == fit::none);
  STATIC_REQUIRE(how<const char*, std::string> == fit::none);
  STATIC_REQUIRE(how<std::string, std::vector<char>> == fit::none);
}

TEST_CASE("nullptr is no text", "[value_rule]") {
  // C++20 lets it convert to std::string, whose constructor then reads through it.
  STATIC_REQUIRE(how<std::string, std::nullptr_t> == fit::none);
  Holder<std::string> o{"kept"};
  CHECK_THROWS_AS(setattr(o, "value", nullptr), sl::type_error);
  CHECK(getattr(o, "value") == "kept");
}

TEST_CASE("what converts implicitly and loses nothing fits, what must be asked for does not", "[value_rule]") {
  STATIC_REQUIRE(how<base*, derived*> == fit::implicit);
  STATIC_REQUIRE(how<const base*, base*> == fit::implicit);
  STATIC_REQUIRE(how<derived*, base*> == fit::none);
  STATIC_REQUIRE(how<base*, const base*> == fit::none);
  STATIC_REQUIRE(how<base*, std::nullptr_t> == fit::implicit);
  STATIC_REQUIRE(how<void*, int*> == fit::implicit);
  STATIC_REQUIRE(how<int*, void*> == fit::none);
  STATIC_REQUIRE(how<int*, int> == fit::none);
  STATIC_REQUIRE(how<std::shared_ptr<base>, std::shared_ptr<derived>> == fit::implicit);
  STATIC_REQUIRE(how<std::unique_ptr<base>, std::unique_ptr<derived>> == fit::implicit);
  STATIC_REQUIRE(how<from_int, int> == fit::implicit);
  STATIC_REQUIRE(how<from_int_explicit, int> == fit::none);
  STATIC_REQUIRE(how<std::vector<int>, int> == fit::none);
  STATIC_REQUIRE(how<std::unique_ptr<int>, int*> == fit::none);
  STATIC_REQUIRE(how<int, converts_to_int> == fit::implicit);
  STATIC_REQUIRE(how<double, converts_to_double> == fit::implicit);
  STATIC_REQUIRE(how<int, converts_to_double> == fit::none);
  STATIC_REQUIRE(how<bool, converts_to_int> == fit::none);
  STATIC_REQUIRE(how<std::optional<int>, int> == fit::implicit);
  STATIC_REQUIRE(how<std::optional<int>, std::nullopt_t> == fit::implicit);
  STATIC_REQUIRE(how<std::function<int()>, int (*)()> == fit::implicit);
  STATIC_REQUIRE(how<std::variant<int, std::string>, const char*> == fit::implicit);
  STATIC_REQUIRE(how<std::any, int> == fit::implicit);
  STATIC_REQUIRE(how<int, std::any> == fit::none);
}

TEST_CASE("arrays fit arrays of their own type only", "[value_rule]") {
  STATIC_REQUIRE(how<int[2], int(&)[3]> == fit::none);
  STATIC_REQUIRE(how<int[2], int*> == fit::none);
  STATIC_REQUIRE(how<int[2], int> == fit::none);
  STATIC_REQUIRE(how<int[2], const int(&)[2]> == fit::same);
  STATIC_REQUIRE(how<char[4], const char(&)[4]> == fit::same);
  STATIC_REQUIRE(how<char[4], const char(&)[3]> == fit::none);
}

TEST_CASE("a variant and an attribute_ref are opened before anything else is tried", "[value_rule]") {
  using number_or_text = std::variant<int, std::string>;
  using reference = decltype(getattr(std::declval<Holder<int>&>(), ""));
  STATIC_REQUIRE(how<int, number_or_text> == fit::opened);
  STATIC_REQUIRE(how<std::string, number_or_text> == fit::opened);
  STATIC_REQUIRE(how<std::variant<int>, number_or_text> == fit::opened);
  STATIC_REQUIRE(how<int, reference> == fit::opened);
  STATIC_REQUIRE(how<std::string, reference> == fit::opened);
  STATIC_REQUIRE(how<std::any, reference> == fit::opened);
  STATIC_REQUIRE(how<std::optional<int>, reference> == fit::opened);
}

// Range limits at both ends, for all integer types against all others.

template <class T, class V>
void check_value(V value) {
  const bool fits = std::in_range<T>(value);
  Holder<T> o;
  CAPTURE(sl::type_name<T>, sl::type_name<V>, value);
  if (fits) {
    setattr(o, "value"_slot, value);
    REQUIRE(std::cmp_equal(getattr(o, "value"_slot), value));
    setattr(o, "value", value);  // assigned, by run-time name
    REQUIRE(std::cmp_equal(getattr<T>(o, "value"), value));
    const Holder<T> made{"value"_slot = value};
    REQUIRE(std::cmp_equal(getattr(made, "value"_slot), value));
  } else {
    REQUIRE_THROWS_AS(setattr(o, "value"_slot, value), sl::type_error);
    REQUIRE_FALSE(hasattr(o, "value"_slot));
    REQUIRE_THROWS_AS((Holder<T>{"value"_slot = value}), sl::type_error);
    setattr(o, "value"_slot, T{1});
    REQUIRE_THROWS_AS(setattr(o, "value", value), sl::type_error);
    REQUIRE(getattr(o, "value"_slot) == T{1});
    REQUIRE_THROWS_AS(o["value"_slot] = value, sl::type_error);
    REQUIRE(getattr(o, "value"_slot) == T{1});
  }
}

template <class T, class V>
void check_limits() {
  using narrow = std::numeric_limits<T>;
  using wide = std::numeric_limits<V>;
  check_value<T, V>(V{0});
  check_value<T, V>(V{1});
  check_value<T, V>(wide::max());
  check_value<T, V>(wide::min());
  if constexpr (std::is_signed_v<V>) check_value<T, V>(V{-1});
  // The limits of T and one beyond, where V can say them.
  if (std::in_range<V>(narrow::max())) {
    check_value<T, V>(static_cast<V>(narrow::max()));
    if constexpr (std::cmp_less(narrow::max(), wide::max()))
      check_value<T, V>(static_cast<V>(static_cast<V>(narrow::max()) + V{1}));
  }
  if (std::in_range<V>(narrow::min())) {
    check_value<T, V>(static_cast<V>(narrow::min()));
    if constexpr (std::cmp_greater(narrow::min(), wide::min()))
      check_value<T, V>(static_cast<V>(static_cast<V>(narrow::min()) - V{1}));
  }
}

TEMPLATE_TEST_CASE("row 67, row 68: an integer fits if its value does, at both ends of every type", "[value_rule]",
                   signed char, unsigned char, short, int, unsigned, long long, unsigned long long) {
  check_limits<TestType, signed char>();
  check_limits<TestType, unsigned char>();
  check_limits<TestType, unsigned short>();
  check_limits<TestType, int>();
  check_limits<TestType, unsigned>();
  check_limits<TestType, long long>();
  check_limits<TestType, unsigned long long>();
}

TEST_CASE("0 and 1 are the integers in the range of bool", "[value_rule]") {
  Holder<bool> o;
  for (const int n : {0, 1}) {
    setattr(o, "value"_slot, n);
    CHECK(getattr(o, "value"_slot) == (n == 1));
    setattr(o, "value", static_cast<unsigned long long>(n));
    CHECK(getattr(o, "value"_slot) == (n == 1));
  }
  for (const int n : {-1, 2, 256, std::numeric_limits<int>::min()}) {
    CHECK_THROWS_AS(setattr(o, "value"_slot, n), sl::type_error);
    CHECK_THROWS_AS(setattr(o, "value", n), sl::type_error);
  }
  CHECK(getattr(o, "value"_slot));
  CHECK_THROWS_AS(setattr(o, "value", 1.0), sl::type_error);
  static int target = 0;
  CHECK_THROWS_AS(setattr(o, "value", &target), sl::type_error);
  CHECK_THROWS_AS(setattr(o, "value", "true"), sl::type_error);
}

TEST_CASE("characters are integers with a range", "[value_rule]") {
  Holder<char> c;
  setattr(c, "value"_slot, 65);
  CHECK(getattr(c, "value"_slot) == 'A');
  CHECK_THROWS_AS(setattr(c, "value"_slot, 300), sl::type_error);
  CHECK_THROWS_AS(setattr(c, "value"_slot, -200), sl::type_error);
  Holder<char32_t> wide;
  setattr(wide, "value"_slot, 0x1f600);
  CHECK(getattr(wide, "value"_slot) == U'\U0001f600');
  CHECK_THROWS_AS(setattr(wide, "value"_slot, -1), sl::type_error);
  Holder<char8_t> octet;
  CHECK_THROWS_AS(setattr(octet, "value"_slot, U'\u0100'), sl::type_error);
  Holder<int> n;
  setattr(n, "value"_slot, 'A');
  CHECK(getattr(n, "value"_slot) == 65);
}

TEST_CASE("unscoped enumerations are integers with a range", "[value_rule]") {
  Holder<std::int8_t> o;
  setattr(o, "value"_slot, small);
  CHECK(getattr(o, "value"_slot) == 1);
  CHECK_THROWS_AS(setattr(o, "value"_slot, large), sl::type_error);
  CHECK_THROWS_AS(setattr(o, "value", large), sl::type_error);
  CHECK(getattr(o, "value"_slot) == 1);
  Holder<double> d;
  setattr(d, "value", large);
  CHECK(getattr(d, "value"_slot) == 255.0);
}

TEST_CASE("the value that does not fit is in the message, at both ends of the largest types", "[value_rule]") {
  Holder<std::int8_t> o;
  const auto message = [&o](auto value) {
    try {
      setattr(o, "value", value);
    } catch (const sl::type_error& error) {
      return std::string(error.what());
    }
    return std::string("nothing was thrown");
  };
  CHECK_THAT(message(std::numeric_limits<std::uint64_t>::max()), support::contains("18446744073709551615"));
  CHECK_THAT(message(std::numeric_limits<std::int64_t>::min()), support::contains("-9223372036854775808"));
  CHECK_THAT(message(128), support::contains("128"));
}

TEST_CASE("integers become floating numbers", "[value_rule]") {
  Holder<double> d;
  setattr(d, "value"_slot, 3);
  CHECK(getattr(d, "value"_slot) == 3.0);
  setattr(d, "value", 4u);
  CHECK(getattr(d, "value"_slot) == 4.0);
  setattr(d, "value", 2.5f);
  CHECK(getattr(d, "value"_slot) == 2.5);
  Holder<float> f;
  CHECK_THROWS_AS(setattr(f, "value", 2.5), sl::type_error);
  CHECK_FALSE(hasattr(f, "value"));
  Holder<int> i;
  CHECK_THROWS_AS(setattr(i, "value", 2.0), sl::type_error);
}

TEST_CASE("text of every kind becomes a string", "[value_rule]") {
  Holder<std::string> o;
  const char* pointer = "pointer";
  char writable[] = "writable";
  const std::string text = "lvalue";
  setattr(o, "value"_slot, "literal");
  CHECK(getattr(o, "value"_slot) == "literal");
  setattr(o, "value"_slot, pointer);
  CHECK(getattr(o, "value"_slot) == "pointer");
  setattr(o, "value", writable);
  CHECK(getattr(o, "value"_slot) == "writable");
  setattr(o, "value", std::string_view("view\0with NUL", 13));
  CHECK(getattr(o, "value"_slot) == std::string_view("view\0with NUL", 13));
  setattr(o, "value"_slot, std::string_view("view"));
  CHECK(getattr(o, "value"_slot) == "view");
  setattr(o, "value", text);
  CHECK(getattr(o, "value"_slot) == "lvalue");
  CHECK(text == "lvalue");
  std::string gone = std::string(100, 'r');
  const char* memory = gone.data();
  setattr(o, "value"_slot, std::move(gone));
  CHECK(getattr(o, "value"_slot).data() == memory);
  CHECK_THROWS_AS(setattr(o, "value", 'c'), sl::type_error);
}

TEST_CASE("a string keeps its memory where new text fits in", "[value_rule]") {
  Holder<std::string> o{std::string(100, 'a')};
  const char* memory = getattr(o, "value"_slot).data();
  setattr(o, "value"_slot, std::string_view("short"));
  CHECK(getattr(o, "value"_slot).data() == memory);
  setattr(o, "value", "shorter");
  CHECK(getattr(o, "value"_slot).data() == memory);
}

TEST_CASE("a slot's own value may be stored in it again", "[value_rule]") {
  Holder<std::string> o{std::string(100, 'a')};
  setattr(o, "value"_slot, getattr(o, "value"_slot));
  CHECK(getattr(o, "value"_slot) == std::string(100, 'a'));
  setattr(o, "value", getattr(o, "value"));
  CHECK(getattr(o, "value"_slot) == std::string(100, 'a'));
  setattr(o, "value", std::string_view(getattr(o, "value"_slot)).substr(50));
  CHECK(getattr(o, "value"_slot) == std::string(50, 'a'));
}

TEST_CASE("what a variant holds is what is stored", "[value_rule]") {
  using value = std::variant<int, std::string, double>;
  Holder<int> n;
  setattr(n, "value"_slot, value(3));
  CHECK(getattr(n, "value"_slot) == 3);
  setattr(n, "value", value(4));
  CHECK(getattr(n, "value"_slot) == 4);
  CHECK_THROWS_AS(setattr(n, "value"_slot, value("text")), sl::type_error);
  CHECK_THROWS_AS(setattr(n, "value", value(2.5)), sl::type_error);
  CHECK(getattr(n, "value"_slot) == 4);
  Holder<double> d{"value"_slot = value(5)};
  CHECK(getattr(d, "value"_slot) == 5.0);
  Holder<std::string> s;
  value text(std::string(100, 't'));
  const char* memory = std::get<std::string>(text).data();
  setattr(s, "value"_slot, std::move(text));
  CHECK(getattr(s, "value"_slot).data() == memory);
  Holder<std::int8_t> small_number;
  CHECK_THROWS_AS(setattr(small_number, "value", value(1000)), sl::type_error);
  // A variant inside a variant, and a variant into another one.
  setattr(n, "value"_slot, std::variant<value, bool>(value(7)));
  CHECK(getattr(n, "value"_slot) == 7);
  Holder<std::variant<std::string, long long>> v;
  setattr(v, "value"_slot, std::variant<long long, char*>(9ll));
  CHECK(std::get<long long>(getattr(v, "value"_slot)) == 9);
}

TEST_CASE("a variant as a slot type takes what it holds", "[value_rule]") {
  Holder<std::variant<int, std::string>> v;
  setattr(v, "value"_slot, 3);
  CHECK(std::get<int>(getattr(v, "value"_slot)) == 3);
  setattr(v, "value"_slot, "text");
  CHECK(std::get<std::string>(getattr(v, "value"_slot)) == "text");
  setattr(v, "value"_slot, std::variant<int, std::string>(4));
  CHECK(std::get<int>(getattr(v, "value"_slot)) == 4);
}

struct Source : sl::object<Source, sl::slots<sl::field<"n", int>, sl::field<"d", double>, sl::field<"s", std::string>,
                                             sl::slot<"big", std::int64_t>, sl::slot<"owner", std::unique_ptr<int>>>> {
  using object::object;
};
struct Target
    : sl::object<Target, sl::slots<sl::slot<"n", std::int8_t>, sl::slot<"d", double>, sl::slot<"s", std::string>,
                                   sl::slot<"any", std::any>, sl::slot<"maybe", std::optional<int>>,
                                   sl::slot<"either", std::variant<int, std::string>>>> {
  using object::object;
};

TEST_CASE("an attribute of one class can be stored in another", "[value_rule]") {
  const Source a{5, 2.5, "text", std::int64_t{1} << 40};
  Target b;
  setattr(b, "n", getattr(a, "n"));
  CHECK(getattr(b, "n"_slot) == 5);
  setattr(b, "d", getattr(a, "d"));
  CHECK(getattr(b, "d"_slot) == 2.5);
  setattr(b, "d", getattr(a, "n"));
  CHECK(getattr(b, "d"_slot) == 5.0);
  setattr(b, "s", getattr(a, "s"));
  CHECK(getattr(b, "s"_slot) == "text");
  setattr(b, "s"_slot, getattr(a, "s"));
  CHECK_THROWS_AS(setattr(b, "n", getattr(a, "big")), sl::type_error);
  CHECK_THROWS_AS(setattr(b, "n", getattr(a, "s")), sl::type_error);
  CHECK_THROWS_AS(setattr(b, "n"_slot, getattr(a, "d")), sl::type_error);
  CHECK(getattr(b, "n"_slot) == 5);
  const Target by_name{"n"_slot = getattr(a, "n"), "s"_slot = getattr(a, "s")};
  CHECK(getattr(by_name, "s"_slot) == "text");
}

TEST_CASE("an attribute stored in a slot that takes anything is its value, not the reference", "[value_rule]") {
  const Source a{5, 2.5, "text"};
  Target b;
  setattr(b, "any", getattr(a, "n"));
  CHECK(std::any_cast<int>(getattr(b, "any"_slot)) == 5);
  Target c;
  setattr(c, "any", getattr(b, "any"));
  CHECK(std::any_cast<int>(getattr(c, "any"_slot)) == 5);
  setattr(b, "maybe", getattr(a, "n"));
  CHECK(getattr(b, "maybe"_slot) == 5);
  setattr(b, "either", getattr(a, "s"));
  CHECK(std::get<std::string>(getattr(b, "either"_slot)) == "text");
}

TEST_CASE("a move-only value behind an attribute_ref is refused, not stolen", "[value_rule]") {
  Source a{1, 2.0, "s"};
  a["owner"_slot] = std::make_unique<int>(3);
  Source b{1, 2.0, "s"};
  CHECK_THROWS_AS(setattr(b, "owner", getattr(a, "owner")), sl::type_error);
  CHECK(**a["owner"_slot] == 3);
}

TEST_CASE("all ways to store follow one rule", "[value_rule]") {
  struct Wide
      : sl::object<Wide, sl::slots<sl::field<"f", std::int16_t, sl::defaults_to<>>, sl::slot<"s", std::int16_t>>> {
    using object::object;
    void set_inside(int n) { set("s"_slot, n); }
  };
  Wide o;
  o["s"_slot] = 5;
  CHECK(*o["s"_slot] == 5);
  CHECK_THROWS_AS(o["s"_slot] = 40000, sl::type_error);
  CHECK_THROWS_AS(o.set_inside(40000), sl::type_error);
  CHECK_THROWS_AS((sl::descriptor<Wide, "s">.set(o, 40000)), sl::type_error);
  CHECK_THROWS_AS(setattr(o, "f"_slot, 40000), sl::type_error);
  CHECK_THROWS_AS((Wide{"f"_slot = 40000}), sl::type_error);
  CHECK_THROWS_AS(setattr(o, sl::resolve<Wide>("f"), -40000), sl::type_error);
  CHECK(*o["s"_slot] == 5);
  CHECK(o["f"_slot] == 0);
}

TEST_CASE("the rule holds in constant expressions", "[value_rule]") {
  constexpr Holder<std::int8_t> made = [] {
    Holder<std::int8_t> o;
    setattr(o, "value"_slot, 100);
    setattr(o, "value", 101);
    return o;
  }();
  STATIC_REQUIRE(getattr(made, "value"_slot) == 101);
  STATIC_REQUIRE(sl::detail::in_range<std::int8_t>(127));
  STATIC_REQUIRE_FALSE(sl::detail::in_range<std::int8_t>(128));
  STATIC_REQUIRE_FALSE(sl::detail::in_range<unsigned>(-1));
  STATIC_REQUIRE_FALSE(sl::detail::in_range<bool>(2));
}

}  // namespace unit_value_rule
