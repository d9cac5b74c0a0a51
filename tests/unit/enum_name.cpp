#include <slotted/enum_name.hpp>

#include <cstddef>
#include <limits>
#include <string_view>
#include <utility>

#include "support/catch.hpp"

namespace unit_enum_name {

using slotted::detail::enumerator_name;

enum class colour { red, green, blue = 5, last = 127, beyond = 128, first = -16, before = -17 };
enum class small : unsigned char { zero, last = 143, beyond = 144, top = 255 };
enum class wide : unsigned long long { zero, top = std::numeric_limits<unsigned long long>::max() };
enum class deep : long long { bottom = std::numeric_limits<long long>::min(), zero = 0 };
enum class narrow : signed char { bottom = -128, before = -17, low = -16, minus = -1, top = 127 };
enum class truth : bool { no, yes };
enum class letter : char { plus = '+', a = 'a', z = 'z', tilde = '~' };
enum unscoped : int { one = 1, two };
enum unscoped_truth : bool { off, on };
enum not_fixed { nf_a, nf_b };
enum class empty {};
enum class twice { first = 1, second = 1 };

namespace inner::deeper {
enum class kind { a, b };
}
namespace {
enum class in_unnamed { x, y };
enum unscoped_in_unnamed : unsigned { p, q };
struct holder_in_unnamed {
  enum class kind { one, two };
};
}  // namespace
template <class... T>
struct holder {
  enum class kind { one, two };
  enum plain : int { three = 3 };
};
template <char>
struct with_letter {
  enum class kind { a, b };
};

TEST_CASE("an enumerator has its name", "[enum_name]") {
  STATIC_REQUIRE(enumerator_name(colour::red) == "red");
  STATIC_REQUIRE(enumerator_name(colour::green) == "green");
  STATIC_REQUIRE(enumerator_name(colour::blue) == "blue");
  STATIC_REQUIRE(enumerator_name(small::zero) == "zero");
  STATIC_REQUIRE(enumerator_name(letter::a) == "a");
  STATIC_REQUIRE(enumerator_name(letter::plus) == "plus");
  STATIC_REQUIRE(enumerator_name(letter::z) == "z");
  STATIC_REQUIRE(enumerator_name(letter::tilde) == "tilde");
  STATIC_REQUIRE(enumerator_name(inner::deeper::kind::b) == "b");
  volatile int at_run_time = 5;
  CHECK(enumerator_name(static_cast<colour>(at_run_time)) == "blue");
}

TEST_CASE("a value that no enumerator has is nameless", "[enum_name]") {
  STATIC_REQUIRE(enumerator_name(colour{2}).empty());
  STATIC_REQUIRE(enumerator_name(colour{-1}).empty());
  STATIC_REQUIRE(enumerator_name(small{7}).empty());
  STATIC_REQUIRE(enumerator_name(letter{'b'}).empty());
  STATIC_REQUIRE(enumerator_name(unscoped{0}).empty());
  STATIC_REQUIRE(enumerator_name(empty{}).empty());
  STATIC_REQUIRE(enumerator_name(empty{100}).empty());
  STATIC_REQUIRE(enumerator_name(inner::deeper::kind{2}).empty());
  STATIC_REQUIRE(enumerator_name(std::byte{3}).empty());
}

TEST_CASE("names reach from -16 to 127, or from 0 to 143 where there is no sign", "[enum_name]") {
  STATIC_REQUIRE(enumerator_name(colour::first) == "first");
  STATIC_REQUIRE(enumerator_name(colour::before).empty());
  STATIC_REQUIRE(enumerator_name(colour::last) == "last");
  STATIC_REQUIRE(enumerator_name(colour::beyond).empty());
  STATIC_REQUIRE(enumerator_name(small::last) == "last");
  STATIC_REQUIRE(enumerator_name(small::beyond).empty());
  STATIC_REQUIRE(enumerator_name(small::top).empty());
  STATIC_REQUIRE(enumerator_name(narrow::low) == "low");
  STATIC_REQUIRE(enumerator_name(narrow::minus) == "minus");
  STATIC_REQUIRE(enumerator_name(narrow::top) == "top");
  STATIC_REQUIRE(enumerator_name(narrow::bottom).empty());
  STATIC_REQUIRE(enumerator_name(narrow::before).empty());
}

TEST_CASE("values at the ends of the underlying type are nameless, not undefined", "[enum_name]") {
  STATIC_REQUIRE(enumerator_name(wide::zero) == "zero");
  STATIC_REQUIRE(enumerator_name(wide::top).empty());
  STATIC_REQUIRE(enumerator_name(wide{std::numeric_limits<unsigned long long>::max() / 2 + 1}).empty());
  STATIC_REQUIRE(enumerator_name(deep::bottom).empty());
  STATIC_REQUIRE(enumerator_name(deep::zero) == "zero");
  STATIC_REQUIRE(enumerator_name(deep{std::numeric_limits<long long>::max()}).empty());
  STATIC_REQUIRE(enumerator_name(colour{std::numeric_limits<int>::min()}).empty());
  STATIC_REQUIRE(enumerator_name(colour{std::numeric_limits<int>::max()}).empty());
}

TEST_CASE("an enumeration of truths has two values", "[enum_name]") {
  STATIC_REQUIRE(enumerator_name(truth::no) == "no");
  STATIC_REQUIRE(enumerator_name(truth::yes) == "yes");
  STATIC_REQUIRE(enumerator_name(off) == "off");
  STATIC_REQUIRE(enumerator_name(on) == "on");
}

TEST_CASE("unscoped enumerations have names where their underlying type is fixed", "[enum_name]") {
  STATIC_REQUIRE(enumerator_name(one) == "one");
  STATIC_REQUIRE(enumerator_name(two) == "two");
  STATIC_REQUIRE(enumerator_name(nf_a).empty());
  STATIC_REQUIRE(enumerator_name(nf_b).empty());
}

TEST_CASE("of two enumerators with one value the first is meant", "[enum_name]") {
  STATIC_REQUIRE(enumerator_name(twice::first) == "first");
  STATIC_REQUIRE(enumerator_name(twice::second) == "first");
}

TEST_CASE("enumerations of unnamed namespaces, functions and lambdas have names", "[enum_name]") {
  STATIC_REQUIRE(enumerator_name(in_unnamed::y) == "y");
  STATIC_REQUIRE(enumerator_name(in_unnamed{2}).empty());
  STATIC_REQUIRE(enumerator_name(q) == "q");
  STATIC_REQUIRE(enumerator_name(holder_in_unnamed::kind::two) == "two");
  enum class local { here, there };
  STATIC_REQUIRE(enumerator_name(local::there) == "there");
  STATIC_REQUIRE(enumerator_name(local{2}).empty());
  const auto in_lambda = [] {
    enum class inner { other, name };
    return inner::name;
  };
  CHECK(enumerator_name(in_lambda()) == "name");
}

TEST_CASE("enumerations of class templates have names, whatever the arguments are", "[enum_name]") {
  STATIC_REQUIRE(enumerator_name(holder<>::kind::two) == "two");
  STATIC_REQUIRE(enumerator_name(holder<int>::kind::one) == "one");
  STATIC_REQUIRE(enumerator_name(holder<int>::three) == "three");
  STATIC_REQUIRE(enumerator_name(holder<int, in_unnamed, holder<int, int>>::kind::two) == "two");
  STATIC_REQUIRE(enumerator_name(holder<int, in_unnamed, holder<int, int>>::kind{2}).empty());
  STATIC_REQUIRE(enumerator_name(holder<std::pair<int, int (*)(int, int[3])>>::kind::two) == "two");
  STATIC_REQUIRE(enumerator_name(with_letter<'a'>::kind::b) == "b");
  STATIC_REQUIRE(enumerator_name(with_letter<','>::kind::b) == "b");
}

TEST_CASE("brackets in template arguments are only letters", "[enum_name]") {
  STATIC_REQUIRE(enumerator_name(with_letter<'<'>::kind::b) == "b");
  STATIC_REQUIRE(enumerator_name(with_letter<'>'>::kind::b) == "b");
  STATIC_REQUIRE(enumerator_name(with_letter<')'>::kind::b) == "b");
  STATIC_REQUIRE(enumerator_name(with_letter<'\''>::kind::b) == "b");
}

TEST_CASE("an item of a list is its last identifier, and is none where it is a number or is not there", "[enum_name]") {
  using slotted::detail::identifier_in_list;
  const std::string_view list = "a::b<'>'>::first, c<'\\''>::second, (d)-3, 7, e{1, 2}::last>";
  CHECK(identifier_in_list(list, 0) == "first");
  CHECK(identifier_in_list(list, 1) == "second");
  CHECK(identifier_in_list(list, 2).empty());
  CHECK(identifier_in_list(list, 3).empty());
  CHECK(identifier_in_list(list, 4) == "last");
  CHECK(identifier_in_list(list, 5).empty());
  CHECK(identifier_in_list("no end", 0).empty());
  CHECK(identifier_in_list("alone, f[2]::x]", 0) == "alone");
  CHECK(identifier_in_list("alone, f[2]::x]", 1) == "x");
  CHECK(identifier_in_list("$, a::, b>", 0) == "$");
  CHECK(identifier_in_list("$, a::, b>", 1).empty());
  CHECK(identifier_in_list("'", 0).empty());
}

}  // namespace unit_enum_name
