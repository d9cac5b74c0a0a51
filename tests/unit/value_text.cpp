#include <slotted/value_text.hpp>

#include <slotted/format.hpp>
#include <slotted/slotted.hpp>

#include <any>
#include <array>
#include <atomic>
#include <bitset>
#include <cmath>
#include <complex>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <forward_list>
#include <functional>
#include <limits>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_value_text {

template <class T>
std::string text(const T& value) {
  std::string out;
  sl::detail::append_value(out, value);
  return out;
}
/// What a value of a type is without anything to show.
template <class T>
std::string type_alone() {
  return '<' + std::string(sl::type_name<T>) + '>';
}

TEST_CASE("text is appended to what is there", "[value_text]") {
  std::string out = "x = ";
  sl::detail::append_value(out, 3);
  sl::detail::append_value(out, std::string("y"));
  CHECK(out == "x = 3'y'");
}

TEMPLATE_TEST_CASE("integers in full, to the limits", "[value_text]", signed char, unsigned char, short, unsigned short,
                   int, unsigned, long, unsigned long, long long, unsigned long long) {
  using limits = std::numeric_limits<TestType>;
  CHECK(text(TestType{0}) == "0");
  CHECK(text(TestType{65}) == "65");
  CHECK(text(limits::max()) == std::to_string(limits::max()));
  CHECK(text(limits::min()) == std::to_string(limits::min()));
  if constexpr (std::is_signed_v<TestType>) CHECK(text(static_cast<TestType>(-1)) == "-1");
}

TEST_CASE("the limits of 64 bits as they are written", "[value_text]") {
  CHECK(text(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
  CHECK(text(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615");
}

TEST_CASE("characters of other widths are numbers, char is text", "[value_text]") {
  CHECK(text(L'a') == "97");
  CHECK(text(u8'a') == "97");
  CHECK(text(u'\u00e9') == "233");
  CHECK(text(U'\U0001F600') == "128512");
  CHECK(text('a') == "'a'");
  CHECK(text('"') == "'\"'");
  CHECK(text('\'') == "'\\''");
  CHECK(text('\\') == "'\\\\'");
  CHECK(text('\0') == "'\\x00'");
  CHECK(text('\n') == "'\\n'");
  CHECK(text('\x7f') == "'\\x7f'");
  CHECK(text('\xe9') == "'\xe9'");
}

TEST_CASE("truths by their names", "[value_text]") {
  CHECK(text(true) == "true");
  CHECK(text(false) == "false");
}

TEMPLATE_TEST_CASE("numbers with a fraction: a point always, an exponent as in Python", "[value_text]", float, double,
                   long double) {
  using T = TestType;
  CHECK(text(T(0)) == "0.0");
  CHECK(text(-T(0)) == "-0.0");
  CHECK(text(T(1)) == "1.0");
  CHECK(text(T(-2.5)) == "-2.5");
  CHECK(text(T(100)) == "100.0");
  CHECK(text(T(1234567)) == "1234567.0");
  CHECK(text(T(0.5)) == "0.5");
  CHECK(text(T(1) / 1024) == "0.0009765625");
  CHECK(text(T(1) / 16384) == (std::is_same_v<T, float> ? "6.1035156e-05" : "6.103515625e-05"));
  CHECK(text(std::numeric_limits<T>::infinity()) == "inf");
  CHECK(text(-std::numeric_limits<T>::infinity()) == "-inf");
  CHECK(text(std::numeric_limits<T>::quiet_NaN()) == "nan");
  CHECK(text(std::copysign(std::numeric_limits<T>::quiet_NaN(), T(-1))) == "nan");
}

TEST_CASE("a double has the digits of Python's repr", "[value_text]") {
  CHECK(text(0.1) == "0.1");
  CHECK(text(0.1 + 0.2) == "0.30000000000000004");
  CHECK(text(1.0 / 3) == "0.3333333333333333");
  CHECK(text(1e-4) == "0.0001");
  CHECK(text(9.999e-5) == "9.999e-05");
  CHECK(text(1e-5) == "1e-05");
  CHECK(text(1e15) == "1000000000000000.0");
  CHECK(text(9007199254740993.0) == "9007199254740992.0");
  CHECK(text(9999999999999998.0) == "9999999999999998.0");
  CHECK(text(1e16) == "1e+16");
  CHECK(text(-1e16) == "-1e+16");
  CHECK(text(1e22) == "1e+22");
  CHECK(text(123456789.125) == "123456789.125");
  CHECK(text(std::numeric_limits<double>::max()) == "1.7976931348623157e+308");
  CHECK(text(std::numeric_limits<double>::lowest()) == "-1.7976931348623157e+308");
  CHECK(text(std::numeric_limits<double>::min()) == "2.2250738585072014e-308");
  CHECK(text(std::numeric_limits<double>::denorm_min()) == "5e-324");
}

TEST_CASE("a float has its own digits, not those of a double", "[value_text]") {
  CHECK(text(0.1f) == "0.1");
  CHECK(text(1.0f / 3) == "0.33333334");
  CHECK(text(9999999.0f) == "9999999.0");
  CHECK(text(1e7f) == "1e+07");
  CHECK(text(16777216.0f) == "1.6777216e+07");
  CHECK(text(1e11f) == "1e+11");
  CHECK(text(std::numeric_limits<float>::max()) == "3.4028235e+38");
  CHECK(text(std::numeric_limits<float>::denorm_min()) == "1e-45");
}

TEMPLATE_TEST_CASE("the digits of a number give it back", "[value_text]", float, double) {
  using T = TestType;
  T value = std::numeric_limits<T>::denorm_min();
  for (; value < std::numeric_limits<T>::max() / 4; value = value * T(3.7) + std::numeric_limits<T>::denorm_min()) {
    CAPTURE(text(value));
    const long double read = std::stold(text(value));
    REQUIRE(static_cast<T>(read) == value);
    REQUIRE(text(-value) == '-' + text(value));
  }
}

TEST_CASE("a long double has as many digits as give it back", "[value_text]") {
  using limits = std::numeric_limits<long double>;
  CHECK(text(0.5L) == "0.5");
  CHECK(text(-1e16L) == "-1e+16");
  for (const long double value : {1.0L / 3, 0.1L, limits::max(), limits::min(), limits::denorm_min(), 1e-40L / 3})
    for (const long double either : {value, -value}) {
      CAPTURE(text(either));
      CHECK(std::strtold(text(either).c_str(), nullptr) == either);
    }
}

TEST_CASE("the digits of a long double are no more than that, with a point", "[value_text]") {
  CHECK(text(0.1L) == "0.1");
  if constexpr (std::numeric_limits<long double>::digits > 60) {
    const std::string whole = text(36028797018963969.0L);  // no double
    CHECK(std::strtold(whole.c_str(), nullptr) == 36028797018963969.0L);
    CHECK(whole.find('.') != whole.npos);
    CHECK(whole.size() <= std::string_view("3.6028797018963969e+16").size());
  }
}

TEST_CASE("text in quotes, chosen as Python chooses", "[value_text]") {
  CHECK(text(std::string()) == "''");
  CHECK(text(std::string("home")) == "'home'");
  CHECK(text(std::string("it's")) == "\"it's\"");
  CHECK(text(std::string("say \"hi\"")) == "'say \"hi\"'");
  CHECK(text(std::string("it's \"both\"")) == "'it\\'s \"both\"'");
  CHECK(text(std::string("a\\b")) == "'a\\\\b'");
  CHECK(text(std::string("a\nb\rc\td")) == "'a\\nb\\rc\\td'");
  CHECK(text(std::string("\a\b\x1b\x7f\x1f")) == "'\\x07\\x08\\x1b\\x7f\\x1f'");
  CHECK(text(std::string("a\0b", 3)) == "'a\\x00b'");
  CHECK(text(std::string("\0", 1)) == "'\\x00'");
  CHECK(text(std::string("gr\xc3\xbc\xc3\x9f \xf0\x9f\x98\x80")) == "'gr\xc3\xbc\xc3\x9f \xf0\x9f\x98\x80'");
  CHECK(text(std::string("\xff\x80")) == "'\xff\x80'");
}

struct viewable {
  std::string name;
  operator std::string_view() const { return name; }
};

TEST_CASE("all that is text is written as text", "[value_text]") {
  CHECK(text(std::string_view("a\0b", 3)) == "'a\\x00b'");
  CHECK(text(std::string_view()) == "''");
  CHECK(text(viewable{"v"}) == "'v'");
  const char* pointer = "pointer";
  CHECK(text(pointer) == "'pointer'");
  char writable[] = "writable";
  char* to_writable = writable;
  CHECK(text(to_writable) == "'writable'");
  const char* const constant = "";
  CHECK(text(constant) == "''");
  const char* null = nullptr;
  CHECK(text(null) == "nullptr");
}

TEST_CASE("an array of char is text up to its end or to a NUL", "[value_text]") {
  CHECK(text("literal") == "'literal'");
  CHECK(text("a\0b") == "'a'");
  const char full[3] = {'a', 'b', 'c'};
  CHECK(text(full) == "'abc'");
  const char nothing[4] = {};
  CHECK(text(nothing) == "''");
  char rows[2][4] = {"ab", "cd"};
  CHECK(text(rows) == "['ab', 'cd']");
  const unsigned char bytes[2] = {65, 66};
  CHECK(text(bytes) == "[65, 66]");
}

TEST_CASE("text of wider characters is a list of numbers", "[value_text]") {
  CHECK(text(std::u16string(u"ab")) == "[97, 98]");
  CHECK(text(std::u8string(u8"a")) == "[97]");
  CHECK(text(std::wstring()) == "[]");
}

/// The address as it is written: in hexadecimal, or null.
std::string hexadecimal(const void* address) {
  std::string digits;
  for (auto number = reinterpret_cast<std::uintptr_t>(address); number != 0; number /= 16)
    digits.insert(digits.begin(), "0123456789abcdef"[number % 16]);
  return digits;
}

TEST_CASE("other pointers by their type and address", "[value_text]") {
  int number = 3;
  int* pointer = &number;
  const int* to_const = &number;
  void* untyped = &number;
  int** second = &pointer;
  CHECK(text(pointer) == "<int at 0x" + hexadecimal(&number) + '>');
  CHECK(text(to_const) == '<' + std::string(sl::type_name<const int>) + " at 0x" + hexadecimal(&number) + '>');
  CHECK(text(untyped) == "<void at 0x" + hexadecimal(&number) + '>');
  CHECK(text(second) == '<' + std::string(sl::type_name<int*>) + " at 0x" + hexadecimal(&pointer) + '>');
  int* null = nullptr;
  CHECK(text(null) == "nullptr");
  CHECK(text(static_cast<void*>(nullptr)) == "nullptr");
  CHECK(text(nullptr) == "nullptr");
  const signed char bytes[] = {65, 0};
  const signed char* to_bytes = bytes;
  CHECK(text(to_bytes) == '<' + std::string(sl::type_name<const signed char>) + " at 0x" + hexadecimal(bytes) + '>');
  volatile int device = 0;
  volatile int* to_device = &device;
  CHECK(text(to_device).starts_with('<'));
}

struct with_member {
  int x;
  int f() const { return x; }
};
int function(int given) { return given; }

TEST_CASE("pointers to functions and to volatile characters are no values to look at", "[value_text]") {
  int (*pointer)(int) = function;
  CHECK(text(pointer) == type_alone<int(int)>());
  pointer = nullptr;
  CHECK(text(pointer) == "nullptr");
  int (*quiet)(int) noexcept = nullptr;
  CHECK(text(quiet) == "nullptr");
  volatile char device[] = "d";
  volatile char* to_device = device;
  CHECK(text(to_device).starts_with('<'));
}

TEST_CASE("pointers to members and unions by their type", "[value_text]") {
  CHECK(function(3) == 3);
  CHECK(text(&with_member::x) == type_alone<int with_member::*>());
  CHECK(text(&with_member::f) == type_alone<int (with_member::*)() const>());
  union either {
    int number;
    float fraction;
  };
  CHECK(text(either{1}) == type_alone<either>());
}

enum class colour { red, green, blue = 5, below = -3 };
enum old_style { a, b };
enum fixed_style : int { two = 2 };
enum class flag : bool { off, on };
enum class mask : unsigned long long { none, all = ~0ull };
namespace {
enum class in_unnamed { x };
}
template <class T>
struct holder {
  enum class kind { one, two };
};

TEST_CASE("enumerators by their names, other values of an enumeration as numbers", "[value_text]") {
  CHECK(text(colour::green) == "colour::green");
  CHECK(text(colour::below) == "colour::below");
  CHECK(text(colour{2}) == "colour(2)");
  CHECK(text(colour{-4}) == "colour(-4)");
  CHECK(text(colour{std::numeric_limits<int>::min()}) == "colour(-2147483648)");
  CHECK(text(two) == "fixed_style::two");
  CHECK(text(fixed_style{1}) == "fixed_style(1)");
  CHECK(text(b) == "old_style(1)");
  CHECK(text(flag::on) == "flag::on");
  CHECK(text(mask::none) == "mask::none");
  CHECK(text(mask::all) == "mask(18446744073709551615)");
  CHECK(text(in_unnamed::x) == "in_unnamed::x");
  CHECK(text(in_unnamed{1}) == "in_unnamed(1)");
  CHECK(text(holder<colour>::kind::two) == "kind::two");
  CHECK(text(std::byte{65}) == "byte(65)");
  enum class local { here };
  CHECK(text(local::here) == "local::here");
}

TEST_CASE("enumerators at the far end of the underlying type", "[value_text]") {
  enum class far : long long { bottom = std::numeric_limits<long long>::min() };
  CHECK(text(far::bottom) == "far(-9223372036854775808)");
  CHECK(text(far{std::numeric_limits<long long>::max()}) == "far(9223372036854775807)");
}

TEST_CASE("an optional as what it holds", "[value_text]") {
  CHECK(text(std::optional<int>()) == "nullopt");
  CHECK(text(std::optional<int>(3)) == "3");
  CHECK(text(std::optional<std::string>("x")) == "'x'");
  CHECK(text(std::optional<bool>(false)) == "false");
  CHECK(text(std::optional<std::optional<int>>(std::optional<int>())) == "nullopt");
  CHECK(text(std::optional<std::unique_ptr<int>>(std::make_unique<int>(4))) == "4");
  CHECK(text(std::optional<std::vector<int>>({1, 2})) == "[1, 2]");
}

TEST_CASE("a smart pointer as what it points to", "[value_text]") {
  CHECK(text(std::unique_ptr<int>()) == "nullptr");
  CHECK(text(std::make_unique<int>(3)) == "3");
  CHECK(text(std::make_unique<const std::string>("x")) == "'x'");
  CHECK(text(std::shared_ptr<double>()) == "nullptr");
  CHECK(text(std::make_shared<double>(1)) == "1.0");
  CHECK(text(std::make_shared<std::unique_ptr<int>>(std::make_unique<int>(5))) == "5");
  const auto shared = std::make_shared<int>(7);
  CHECK(text(std::vector{shared, shared}) == "[7, 7]");
}

TEST_CASE("a weak pointer shows nothing", "[value_text]") {
  const auto shared = std::make_shared<int>(7);
  CHECK(text(std::weak_ptr<int>(shared)) == type_alone<std::weak_ptr<int>>());
  CHECK(text(std::weak_ptr<int>()) == type_alone<std::weak_ptr<int>>());
}

struct incomplete;

TEST_CASE("what a smart pointer points to may be unknown", "[value_text]") {
  struct deleter {
    void operator()(void*) const {}
  };
  int target = 0;
  CHECK_FALSE(text(std::unique_ptr<void, deleter>(&target)).empty());
  CHECK(text(std::unique_ptr<void, deleter>()) == "nullptr");
  CHECK(text(std::unique_ptr<int[]>()) == "nullptr");
  CHECK_FALSE(text(std::shared_ptr<void>(std::make_shared<int>(3))).empty());
  CHECK(text(std::shared_ptr<incomplete>()) == "nullptr");
  CHECK(text(std::vector<std::shared_ptr<incomplete>>()) == "[]");
  const std::shared_ptr<incomplete> known(std::shared_ptr<incomplete>(), reinterpret_cast<incomplete*>(&target));
  CHECK(text(known) == type_alone<incomplete>());
}

struct throws_in_move {
  throws_in_move() = default;
  throws_in_move(const throws_in_move&) { throw 1; }
  friend std::ostream& operator<<(std::ostream& out, const throws_in_move&) { return out << "t"; }
};

TEST_CASE("a variant as what it holds", "[value_text]") {
  using either = std::variant<int, std::string, std::vector<int>>;
  CHECK(text(either(3)) == "3");
  CHECK(text(either("x")) == "'x'");
  CHECK(text(either(std::vector<int>{1})) == "[1]");
  CHECK(text(std::variant<int, int>(std::in_place_index<1>, 4)) == "4");
  CHECK(text(std::variant<std::monostate>()) == type_alone<std::monostate>());
  std::variant<int, throws_in_move> valueless(3);
  CHECK_THROWS(valueless.emplace<1>(throws_in_move()));
  REQUIRE(valueless.valueless_by_exception());
  CHECK(text(valueless) == "<valueless>");
}

TEST_CASE("tuples and pairs between parentheses, one alone with a comma", "[value_text]") {
  CHECK(text(std::tuple<>()) == "()");
  CHECK(text(std::tuple<int>(1)) == "(1,)");
  CHECK(text(std::tuple<int, std::string>(1, "a")) == "(1, 'a')");
  CHECK(text(std::pair<bool, double>(true, 2)) == "(true, 2.0)");
  CHECK(text(std::tuple<std::tuple<int>, std::pair<int, int>>({1}, {2, 3})) == "((1,), (2, 3))");
  int number = 1;
  const std::string name = "n";
  CHECK(text(std::tie(number, name)) == "(1, 'n')");
}

TEST_CASE("arrays and containers in order between square brackets", "[value_text]") {
  const int numbers[3] = {1, 2, 3};
  CHECK(text(numbers) == "[1, 2, 3]");
  const int matrix[2][2] = {{1, 2}, {3, 4}};
  CHECK(text(matrix) == "[[1, 2], [3, 4]]");
  CHECK(text(std::array<int, 0>()) == "[]");
  CHECK(text(std::array<int, 2>{1, 2}) == "[1, 2]");
  CHECK(text(std::array<char, 2>{'a', 'b'}) == "['a', 'b']");
  CHECK(text(std::vector<int>()) == "[]");
  CHECK(text(std::vector<std::string>{"a", "b'c"}) == "['a', \"b'c\"]");
  CHECK(text(std::vector<std::vector<int>>{{}, {1}}) == "[[], [1]]");
  CHECK(text(std::deque<double>{1, 2}) == "[1.0, 2.0]");
  CHECK(text(std::list<bool>{true}) == "[true]");
  CHECK(text(std::forward_list<int>{1, 2}) == "[1, 2]");
}

TEST_CASE("a vector of truths holds truths", "[value_text]") {
  CHECK(text(std::vector<bool>()) == "[]");
  CHECK(text(std::vector<bool>{true, false}) == "[true, false]");
  CHECK(text(std::vector<std::vector<bool>>{{true}, {}}) == "[[true], []]");
}

TEST_CASE("maps and sets between braces", "[value_text]") {
  CHECK(text(std::map<std::string, int>()) == "{}");
  CHECK(text(std::map<std::string, int>{{"a", 1}, {"b", 2}}) == "{'a': 1, 'b': 2}");
  CHECK(text(std::multimap<int, bool>{{1, true}, {1, false}}) == "{1: true, 1: false}");
  CHECK(text(std::map<int, std::map<int, int>>{{1, {{2, 3}}}}) == "{1: {2: 3}}");
  CHECK(text(std::unordered_map<int, std::string>{{1, "x"}}) == "{1: 'x'}");
  CHECK(text(std::set<int>{2, 1}) == "{1, 2}");
  CHECK(text(std::set<int>()) == "{}");
  CHECK(text(std::multiset<char>{'a', 'a'}) == "{'a', 'a'}");
  CHECK(text(std::unordered_set<int>{7}) == "{7}");
  CHECK(text(std::vector<std::pair<int, int>>{{1, 2}}) == "[(1, 2)]");
}

struct plain {
  int number;
  std::string name;
  std::vector<int> list;
};
struct nested {
  plain inside;
  std::optional<plain> maybe;
};
struct with_array {
  int numbers[2];
  char name[4];
};
struct empty {};
class opaque {
 public:
  explicit opaque(int given) : hidden_(given) {}
  int hidden() const { return hidden_; }

 private:
  int hidden_;
};
template <class T>
struct box {
  T held;
};

TEST_CASE("plain aggregates as slotted objects, member by member", "[value_text]") {
  CHECK(text(plain{1, "n", {2, 3}}) == "plain(number=1, name='n', list=[2, 3])");
  CHECK(text(nested{{1, "n", {}}, std::nullopt}) == "nested(inside=plain(number=1, name='n', list=[]), maybe=nullopt)");
  CHECK(text(std::vector<plain>{{1, "", {}}}) == "[plain(number=1, name='', list=[])]");
  CHECK(text(with_array{{1, 2}, "abc"}) == "with_array(numbers=[1, 2], name='abc')");
  CHECK(text(box<int>{3}) == "box<int>(held=3)");
  const plain constant{4, "c", {}};
  CHECK(text(constant) == "plain(number=4, name='c', list=[])");
}

TEST_CASE("types with nothing to show by their name", "[value_text]") {
  CHECK(opaque(1).hidden() == 1);
  CHECK(text(opaque(1)) == type_alone<opaque>());
  CHECK(text(empty()) == type_alone<empty>());
  CHECK(text(std::any(3)) == type_alone<std::any>());
  CHECK(text(std::function<int(int)>()) == type_alone<std::function<int(int)>>());
  CHECK(text(std::vector<opaque>{opaque(1)}) == '[' + type_alone<opaque>() + ']');
  const std::mutex mutex;
  CHECK(text(mutex) == type_alone<std::mutex>());
  const auto lambda = [number = 1] { return number; };
  CHECK(lambda() == 1);
  CHECK(text(lambda).starts_with('<'));
}

struct streams {
  int number;
  friend std::ostream& operator<<(std::ostream& out, const streams& value) { return out << "#" << value.number; }
};
struct streaming_range : std::vector<int> {
  using vector::vector;
  friend std::ostream& operator<<(std::ostream& out, const streaming_range& range) { return out << range.size(); }
};

TEST_CASE("what has an operator<< is written by it", "[value_text]") {
  CHECK(text(streams{7}) == "#7");
  CHECK(text(std::vector<streams>{{1}, {2}}) == "[#1, #2]");
  CHECK(text(streaming_range{4, 5}) == "2");
  CHECK(text(std::complex<double>(1, 2)) == "(1,2)");
  CHECK(text(std::bitset<3>(5)) == "101");
  CHECK(text(std::atomic<int>(3)) == "3");
  CHECK(text(std::filesystem::path("a b/c")) == "\"a b/c\"");
  CHECK(text(std::filesystem::path()) == "\"\"");
  CHECK(text(box<streams>{{3}}).ends_with("(held=#3)"));
}

struct Point : sl::object<Point, sl::slots<sl::field<"x", int>, sl::slot<"label", std::string>>> {
  using object::object;
};

TEST_CASE("slotted objects anywhere inside", "[value_text]") {
  CHECK(text(Point{1}) == "Point(x=1, label=<unset>)");
  CHECK(text(std::vector<Point>{Point{1, "a"}}) == "[Point(x=1, label='a')]");
  CHECK(text(std::optional<Point>(Point{1})) == "Point(x=1, label=<unset>)");
  CHECK(text(std::make_shared<Point>(Point{2})) == "Point(x=2, label=<unset>)");
  CHECK(text(std::map<int, Point>{{1, Point{2, "b"}}}) == "{1: Point(x=2, label='b')}");
  CHECK(text(box<Point>{Point{3}}).ends_with("(held=Point(x=3, label=<unset>))"));
}

struct ring {
  int number;
  std::shared_ptr<ring> next;
};

TEST_CASE("a cycle of plain aggregates ends where it began", "[value_text]") {
  const auto first = std::make_shared<ring>(ring{1, nullptr});
  first->next = std::make_shared<ring>(ring{2, first});
  CHECK(text(first) == "ring(number=1, next=ring(number=2, next=...))");
  first->next = first;
  CHECK(text(first) == "ring(number=1, next=...)");
  CHECK(text(*first) == "ring(number=1, next=ring(number=1, next=...))");  // an object that no pointer led to
  first->next = nullptr;
}

TEST_CASE("a container of pointers to containers ends too", "[value_text]") {
  struct tree {
    std::vector<std::shared_ptr<tree>> children;
  };
  const auto root = std::make_shared<tree>();
  root->children = {std::make_shared<tree>(), root, nullptr};
  CHECK(text(root) == "tree(children=[tree(children=[]), ..., nullptr])");
  root->children.clear();
}

struct link {
  int number = 0;
  std::unique_ptr<link> next;
};

TEST_CASE("a chain of plain aggregates is cut off where it is too deep", "[value_text]") {
  std::unique_ptr<link> first;
  for (int i = 0; i != 100'000; ++i) {
    auto before = std::make_unique<link>();
    before->number = i;
    before->next = std::move(first);
    first = std::move(before);
  }
  const std::string written = text(first);
  CHECK(written.starts_with("link(number=99999, next=link(number=99998, next="));
  CHECK_THAT(written, support::contains("next=...)"));
  CHECK(written.size() < 10'000);
  while (first) first = std::move(first->next);
}

}  // namespace unit_value_text
