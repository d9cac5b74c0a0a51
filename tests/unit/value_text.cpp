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
  std::string out = "<";  // in pieces: g++ 12 warns of its own string otherwise
  out += sl::type_name<T>;
  out += '>';
  return out;
}

TEST_CASE("text is appended to what is there", "[value_text]") {
  std::string out = "x = ";
  sl::detail::append_value(out, 3);
  sl::detail::append_value(out, std::string("y"));
  CHECK(out == "x = 3'y'");
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

TEST_CASE("a value of any type is written as what it holds", "[value_text]") {
  const auto text = [](const sl::value& held) {
    std::string out;
    sl::detail::append_value(out, held);
    return out;
  };
  CHECK(text(sl::value(5)) == "5");
  CHECK(text(sl::value(true)) == "true");
  CHECK(text(sl::value('c')) == "'c'");
  CHECK(text(sl::value(1.0)) == "1.0");
  CHECK(text(sl::value("it's")) == "\"it's\"");
  CHECK(text(sl::value()) == "<nothing>");
  CHECK(text(sl::value(std::filesystem::path("p"))) == "\"p\"");  // by its own <<
}

}  // namespace unit_value_text
