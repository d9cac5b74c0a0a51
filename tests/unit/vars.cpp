#include <slotted/vars.hpp>

#include <slotted/slotted.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <memory>
#include <ranges>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_vars {

template <class V>
struct Of : sl::object<Of<V>, sl::slots<sl::slot<"own", int>, sl::dict_slot<V>>> {
  using Of::object::object;
};
using D = Of<sl::value>;
using Ints = Of<int>;

std::string numbered(int i) { return "name_" + std::to_string(i); }

std::string names_of(const auto& dict) {
  std::string all;
  for (const auto [name, value] : dict) all += (all.empty() ? "" : " ") + std::string(name);
  return all;
}

// What it is.

TEST_CASE("row 110: vars is live: what is set there is an attribute, and the other way round", "[vars]") {
  D d;
  auto v = vars(d);
  v["k"] = 1;
  CHECK(getattr(d, "k") == 1);
  setattr(d, "j", 2);
  CHECK(names_of(v) == "k j");
  CHECK(v.at("j").get<int>() == 2);
  const auto copy = v;  // of the view
  copy["i"] = 3;
  CHECK(getattr(d, "i") == 3);
  CHECK(v.size() == 3);
}

TEST_CASE("a const object gives a view that only reads", "[vars]") {
  Ints o;
  vars(o)["a"] = 1;
  const Ints& c = o;
  STATIC_REQUIRE(std::is_same_v<decltype(vars(o)), sl::attribute_dict<int>>);
  STATIC_REQUIRE(std::is_same_v<decltype(vars(c)), sl::attribute_dict<const int>>);
  STATIC_REQUIRE(std::is_same_v<decltype(vars(c).at("a")), const int&>);
  STATIC_REQUIRE(std::is_same_v<decltype(vars(c).find("a")->second), const int&>);
  const auto writes = [](auto dict) {
    return requires { dict["a"]; } || requires { dict.try_emplace("a", 1); } || requires { dict.emplace("a", 1); } ||
           requires { dict.insert({"a", 1}); } || requires { dict.insert_or_assign("a", 1); } ||
           requires { dict.erase("a"); } || requires { dict.erase(dict.begin()); } || requires { dict.clear(); };
  };
  CHECK(writes(vars(o)));
  CHECK_FALSE(writes(vars(c)));
  const sl::attribute_dict<const int> seen = vars(o);  // as a span of const
  CHECK(seen.at("a") == 1);
  const sl::attribute_dict<const int>::iterator first = vars(o).begin();
  CHECK(first->second == 1);
  CHECK(first == vars(o).cbegin());
}

TEST_CASE("the types of a map", "[vars]") {
  using dict = sl::attribute_dict<int>;
  STATIC_REQUIRE(std::is_same_v<dict::key_type, std::string_view>);
  STATIC_REQUIRE(std::is_same_v<dict::mapped_type, int>);
  STATIC_REQUIRE(std::is_same_v<sl::attribute_dict<const int>::mapped_type, int>);
  STATIC_REQUIRE(std::is_same_v<dict::value_type, sl::attribute<int>>);
  STATIC_REQUIRE(std::is_same_v<dict::size_type, std::size_t>);
  STATIC_REQUIRE(std::is_same_v<dict::difference_type, std::ptrdiff_t>);
  STATIC_REQUIRE(std::is_convertible_v<dict::iterator, dict::const_iterator>);
  STATIC_REQUIRE_FALSE(std::is_convertible_v<dict::const_iterator, dict::iterator>);
  STATIC_REQUIRE(std::is_convertible_v<dict::reference, dict::const_reference>);
  STATIC_REQUIRE(std::is_trivially_copyable_v<dict>);
  STATIC_REQUIRE(sizeof(dict) == sizeof(void*));
  STATIC_REQUIRE(dict::max_size() > 1000000000);
}

TEST_CASE("iterators and the view have the concepts of the standard library", "[vars]") {
  using dict = sl::attribute_dict<sl::value>;
  using const_dict = sl::attribute_dict<const sl::value>;
  STATIC_REQUIRE(std::bidirectional_iterator<dict::iterator>);
  STATIC_REQUIRE(std::bidirectional_iterator<dict::const_iterator>);
  STATIC_REQUIRE_FALSE(std::random_access_iterator<dict::iterator>);
  STATIC_REQUIRE(std::sentinel_for<sl::attribute_dict<int>::const_iterator, sl::attribute_dict<int>::iterator>);
  STATIC_REQUIRE(std::sentinel_for<dict::const_iterator, dict::iterator>);
  STATIC_REQUIRE(std::ranges::bidirectional_range<dict>);
  STATIC_REQUIRE(std::ranges::bidirectional_range<const const_dict>);
  STATIC_REQUIRE(std::ranges::common_range<dict>);
  STATIC_REQUIRE(std::ranges::sized_range<dict>);
  STATIC_REQUIRE(std::ranges::view<dict>);
  STATIC_REQUIRE(std::ranges::borrowed_range<dict>);
  STATIC_REQUIRE(std::is_base_of_v<std::input_iterator_tag, std::iterator_traits<dict::iterator>::iterator_category>);
  STATIC_REQUIRE(std::is_nothrow_default_constructible_v<dict::iterator>);
  CHECK(dict::iterator() == dict::iterator());
}

// Reading.

TEST_CASE("find, contains, count and at, by text and by a name that the compiler hashed", "[vars]") {
  Ints o;
  const auto v = vars(o);
  CHECK(v.empty());
  CHECK(v.find("a") == v.end());
  CHECK(v.begin() == v.end());
  CHECK_FALSE(v.contains("a"));
  CHECK(v.count("a") == 0);
  v["a"] = 1;
  v["b"] = 2;
  CHECK_FALSE(v.empty());
  CHECK(v.size() == 2);
  CHECK(v.find("b")->first == "b");
  CHECK(v.find("b"_attr)->second == 2);
  CHECK(v.find(std::string("c")) == v.end());
  CHECK(v.contains("a"_attr));
  CHECK(v.count(std::string_view("b")) == 1);
  CHECK(v.at("a") == 1);
  v.at("a"_attr) = 5;
  CHECK(getattr(o, "a") == 5);
  CHECK_FALSE(v.contains("own"));  // a slot
  CHECK_THROWS_AS(v.at("c"), std::out_of_range);
  CHECK_THROWS_AS(v.at("own"), std::out_of_range);
  try {
    static_cast<void>(v.at(std::string("no\0thing", 8)));
  } catch (const std::out_of_range& error) {
    CHECK_THAT(error.what(), support::contains("'no\\x00thing'"));
  }
}

TEST_CASE("structured bindings are references into the object", "[vars]") {
  D d;
  setattr(d, "a", 1);
  setattr(d, "b", "text");
  for (auto [name, value] : vars(d))
    if (name == "a") value = 10;
  CHECK(getattr(d, "a") == 10);
  std::string all;
  for (const auto& [name, value] : vars(std::as_const(d))) {
    STATIC_REQUIRE(std::is_const_v<std::remove_reference_t<decltype(value)>>);
    all += name;
  }
  CHECK(all == "ab");
  auto&& [name, value] = *vars(d).begin();
  CHECK(name == "a");
  value = 11;
  CHECK(getattr(d, "a") == 11);
}

TEST_CASE("forwards and backwards", "[vars]") {
  for (const int count : {0, 1, 2, 8, 9, 31, 32, 100}) {
    Ints o;
    for (int i = 0; i != count; ++i) setattr(o, numbered(i), i);
    const auto v = vars(o);
    int at = 0;
    for (auto one = v.begin(); one != v.end(); one++) {
      CHECK(one->first == numbered(at));
      CHECK((*one).second == at++);
    }
    CHECK(at == count);
    for (auto one = v.end(); one != v.begin();) {
      --one;
      CHECK(one->second == --at);
    }
    CHECK(at == 0);
    CHECK(std::distance(v.begin(), v.end()) == count);
    CHECK(std::ranges::distance(v) == count);
  }
}

TEST_CASE("backwards over holes", "[vars]") {
  Ints o;
  for (int i = 0; i != 40; ++i) setattr(o, numbered(i), i);
  const auto v = vars(o);
  for (const int gone : {0, 1, 7, 8, 20, 39}) CHECK(v.erase(numbered(gone)) == 1);
  std::vector<int> there;
  for (auto one = v.end(); one != v.begin();) there.push_back((--one)->second);
  CHECK(there.size() == 34);
  CHECK(there.front() == 38);
  CHECK(there.back() == 2);
  CHECK(std::ranges::is_sorted(there, std::ranges::greater{}));
  auto last = v.end();
  CHECK((last--) == v.end());
  CHECK(last->second == 38);
}

TEST_CASE("algorithms and views of the standard library", "[vars]") {
  Ints o;
  for (int i = 0; i != 10; ++i) setattr(o, numbered(i), (i * 7) % 10);
  const auto v = vars(o);
  const auto second = [](const auto& pair) -> decltype(auto) { return (pair.second); };
  CHECK(std::ranges::find(v, 3, second)->first == numbered(9));
  CHECK(std::ranges::count_if(v, [](auto pair) { return pair.second > 4; }) == 5);
  CHECK(std::ranges::max_element(v, {}, second)->second == 9);
  CHECK(std::ranges::all_of(v, [](auto pair) { return pair.first.starts_with("name_"); }));
  std::ranges::for_each(v, [](auto pair) { pair.second += 100; });
  CHECK(getattr(o, "name_0") == 100);
  int sum = 0;
  for (const int one : v | std::views::transform(second) | std::views::filter([](int n) { return n % 2 == 0; }))
    sum += one;
  CHECK(sum == 520);
  std::vector<std::string> last;
  for (auto [name, value] : v | std::views::reverse | std::views::take(2)) last.emplace_back(name);
  CHECK(last == std::vector<std::string>{"name_9", "name_8"});
  std::map<std::string, int> copied;
  for (auto [name, value] : v) copied.emplace(name, value);
  CHECK(copied.size() == 10);
  CHECK(std::any_of(v.begin(), v.end(), [](auto pair) { return pair.second == 103; }));
  CHECK((v | std::views::values).front() == 100);
  CHECK(*std::ranges::begin(v | std::views::keys) == "name_0");
}

TEST_CASE("an iterator may outlive the view that it came from", "[vars]") {
  Ints o;
  setattr(o, "a", 1);
  const auto found = std::ranges::find_if(vars(o), [](auto pair) { return pair.second == 1; });
  CHECK(found->first == "a");
}

// Writing.

TEST_CASE("try_emplace, emplace and insert leave an attribute that is there", "[vars]") {
  Of<std::string> o;
  const auto v = vars(o);
  const auto [first, added] = v.try_emplace("a", 3u, 'x');
  CHECK(added);
  CHECK(first->second == "xxx");
  const auto [again, added_again] = v.try_emplace("a", "other");
  CHECK_FALSE(added_again);
  CHECK(again == first);
  CHECK(v.at("a") == "xxx");
  std::string kept = "kept, since it was not needed";
  CHECK_FALSE(v.try_emplace("a", std::move(kept)).second);
  CHECK(kept.size() == 29);  // NOLINT: that is the point
  CHECK(v.emplace("b"_attr, "B").second);
  CHECK_FALSE(v.emplace("b", "C").second);
  CHECK(v.insert({"c", "C"}).second);
  CHECK_FALSE(v.insert({"c", "D"}).second);
  CHECK(v.insert(std::pair<const char*, const char*>("d", "D")).second);
  v.insert({{"e", "E"}, {"a", "no"}, {"f", "F"}});
  const std::map<std::string, std::string> more{{"g", "G"}, {"c", "no"}};
  v.insert(more.begin(), more.end());
  CHECK(names_of(v) == "a b c d e f g");
  CHECK(v.at("c") == "C");
  CHECK(v.at("a") == "xxx");
  Of<std::string> other;
  vars(other).insert(v.begin(), v.end());  // from another dict
  CHECK(vars(other) == v);
}

TEST_CASE("insert_or_assign says which of the two it did", "[vars]") {
  D d;
  const auto v = vars(d);
  const auto [at, added] = v.insert_or_assign("a", 1);
  CHECK(added);
  CHECK(at->second.get<int>() == 1);
  CHECK_FALSE(v.insert_or_assign("a"_attr, "text").second);
  CHECK(v.at("a").get<std::string>() == "text");
  CHECK(v.size() == 1);
}

TEST_CASE("a subscript makes what is not there", "[vars]") {
  Ints o;
  const auto v = vars(o);
  CHECK(v["a"] == 0);
  ++v["a"];
  ++v["b"_attr];
  CHECK(v.at("a") == 1);
  CHECK(names_of(v) == "a b");
  struct needs_a_value {
    explicit needs_a_value(int) {}
  };
  const auto subscript = [](auto dict) { return requires { dict["a"]; }; };
  Of<needs_a_value> no;
  CHECK(subscript(v));
  CHECK_FALSE(subscript(vars(no)));
}

TEST_CASE("move-only values go in and come out", "[vars]") {
  Of<std::unique_ptr<int>> o;
  const auto v = vars(o);
  v.try_emplace("a", std::make_unique<int>(1));
  v.insert_or_assign("a", std::make_unique<int>(2));
  v.insert({"b", std::make_unique<int>(3)});
  v["c"] = std::make_unique<int>(4);
  const std::unique_ptr<int> out = std::move(v.at("a"));
  CHECK(*out == 2);
  CHECK(v.at("a") == nullptr);
  CHECK(v.erase("b") == 1);
  CHECK(names_of(v) == "a c");
  const Of<std::unique_ptr<int>> moved = std::move(o);
  CHECK(*vars(moved).at("c") == 4);
}

// Erasing.

TEST_CASE("erase by name and by place, the last one too", "[vars]") {
  for (const int count : {1, 2, 8, 9, 31, 32, 40}) {
    Ints o;
    for (int i = 0; i != count; ++i) setattr(o, numbered(i), i);
    const auto v = vars(o);
    CHECK(v.erase("nothing") == 0);
    CHECK(v.erase("own") == 0);
    for (int i = 0; i != count; ++i) {
      CHECK(v.erase(numbered(i)) == 1);
      CHECK(v.size() == static_cast<std::size_t>(count - i - 1));
      CHECK_FALSE(v.contains(numbered(i)));
      if (i + 1 != count) CHECK(v.begin()->second == i + 1);
    }
    CHECK(v.empty());
    CHECK(v.begin() == v.end());
    CHECK(sl::footprint(o) == sizeof(o));
  }
}

TEST_CASE("erasing by a place gives the next one: a loop may erase what it likes", "[vars]") {
  for (const int count : {3, 9, 31, 32, 100, 1000}) {
    for (const int kept : {2, 3, 7}) {
      Ints o;
      for (int i = 0; i != count; ++i) setattr(o, numbered(i), i);
      const auto v = vars(o);
      int visited = 0;
      for (auto one = v.begin(); one != v.end();) {
        CHECK(one->second == visited++);
        one = one->second % kept == 0 ? std::ranges::next(one) : v.erase(one);
      }
      CHECK(visited == count);
      CHECK(v.size() == static_cast<std::size_t>((count + kept - 1) / kept));
      int at = 0;
      for (const auto [name, value] : v) {
        CHECK(name == numbered(at));
        CHECK(value == std::exchange(at, at + kept));
      }
      for (auto one = v.begin(); one != v.end();) one = v.erase(one);
      CHECK(v.empty());
    }
  }
}

TEST_CASE("a range is erased", "[vars]") {
  for (const int count : {5, 20, 50}) {
    Ints o;
    for (int i = 0; i != count; ++i) setattr(o, numbered(i), i);
    const auto v = vars(o);
    auto next = v.erase(v.find(numbered(1)), v.find(numbered(4)));
    CHECK(next->second == 4);
    CHECK(v.size() == static_cast<std::size_t>(count - 3));
    next = v.erase(next, next);
    CHECK(next->second == 4);
    next = v.erase(next, v.end());
    CHECK(next == v.end());
    CHECK(names_of(v) == "name_0");
    next = v.erase(v.begin(), v.end());
    CHECK(next == v.end());
    CHECK(v.empty());
  }
}

TEST_CASE("row 107: insertion order; what is deleted and set again comes last", "[vars]") {
  for (const int count : {3, 9, 31, 40}) {
    Ints o;
    for (int i = 0; i != count; ++i) setattr(o, numbered(i), i);
    setattr(o, numbered(0), 100);  // replaced, in its place
    CHECK(vars(o).begin()->second == 100);
    delattr(o, numbered(0));
    CHECK(vars(o).begin()->first == numbered(1));
    setattr(o, numbered(0), 1000);
    CHECK(vars(o).begin()->first == numbered(1));
    CHECK(std::ranges::prev(vars(o).end())->first == numbered(0));
    CHECK(vars(o).size() == static_cast<std::size_t>(count));
  }
}

TEST_CASE("row 102: clear gives the memory back and leaves the slots alone", "[vars]") {
  for (const int count : {0, 1, 5, 50}) {
    D d;
    setattr(d, "own", 1);
    for (int i = 0; i != count; ++i) setattr(d, numbered(i), std::string(50, 'v'));
    vars(d).clear();
    CHECK(vars(d).empty());
    CHECK(sl::footprint(d) == sizeof(d));
    CHECK(getattr(d, "own") == 1);
    setattr(d, "after", 2);
    CHECK(names_of(vars(d)) == "after");
  }
}

TEST_CASE("row 101: a dict takes over the attributes of another one; slots stay", "[vars]") {
  D d;
  setattr(d, "own", 1);
  setattr(d, "y", 2);
  D other;
  setattr(other, "q", 1);
  vars(d).assign(vars(other));
  CHECK(getattr(d, "q") == 1);
  CHECK(getattr(d, "own") == 1);
  CHECK_FALSE(hasattr(d, "y"));
  setattr(d, "q", 5);  // row 103: copies, not one dict for two objects
  CHECK(getattr(other, "q") == 1);
  vars(d).assign(vars(d));
  CHECK(names_of(vars(d)) == "q");
  vars(d).assign(vars(std::as_const(other)));
  CHECK(getattr(d, "q") == 1);
}

// Many.

TEST_CASE("ten thousand attributes on one object", "[vars]") {
  D d;
  const auto v = vars(d);
  constexpr int count = 10000;
  for (int i = 0; i != count; ++i) v[numbered(i)] = i;
  CHECK(v.size() == count);
  bool all = true;
  for (int i = 0; i != count; ++i) all = all && v.at(numbered(i)).get<int>() == i;
  CHECK(all);
  for (int i = 0; i != count; ++i)
    if (i % 10 != 0) CHECK(v.erase(numbered(i)) == 1);
  int at = 0;
  for (const auto [name, value] : v) all = all && value.get<int>() == std::exchange(at, at + 10);
  CHECK(at == count);
  for (int i = 1; i != 10; ++i) v[numbered(i)] = i;
  CHECK(std::ranges::prev(v.end())->first == numbered(9));
  CHECK(v.size() == count / 10 + 9);
  const D copy = d;
  CHECK(vars(copy) == v);
  CHECK(all);
}

// Equality.

TEST_CASE("equal are the same names with equal values, in whatever order", "[vars]") {
  for (const int count : {1, 5, 40}) {
    D a;
    D b;
    CHECK(vars(a) == vars(b));
    for (int i = 0; i != count; ++i) setattr(a, numbered(i), i);
    CHECK(vars(a) != vars(b));
    for (int i = count; i != 0; --i) setattr(b, numbered(i - 1), i - 1);
    CHECK(vars(a) == vars(b));
    CHECK(vars(std::as_const(a)) == vars(std::as_const(b)));
    CHECK(vars(a) == vars(std::as_const(b)));
    setattr(b, numbered(0), "other");
    CHECK(vars(a) != vars(b));
    setattr(b, numbered(0), 0);
    CHECK(vars(a) == vars(b));
    delattr(b, numbered(0));
    CHECK(vars(a) != vars(b));
    setattr(b, "other", 0);
    CHECK(vars(a) != vars(b));
    setattr(a, "own", 5);  // slots do not count
    delattr(b, "other");
    setattr(b, numbered(0), 0);
    CHECK(vars(a) == vars(b));
  }
}

TEST_CASE("dicts of different classes compare where the values do", "[vars]") {
  struct Other : sl::object<Other, sl::slots<sl::dict_slot<int>>> {
    using object::object;
  };
  struct opaque {};
  Ints a;
  Other b;
  setattr(a, "n", 1);
  setattr(b, "n", 1);
  CHECK(vars(a) == vars(b));
  const auto compares = [](const auto& one) { return requires { one == one; }; };
  Of<opaque> no;
  CHECK(compares(vars(a)));
  CHECK_FALSE(compares(vars(no)));
}

// Inherited dicts.

TEST_CASE("vars of a derived class and of its base are one", "[vars]") {
  struct Sub : sl::object<Sub, sl::extends<Ints>, sl::slots<sl::slot<"more", int>>> {
    using object::object;
  };
  struct Plain : Sub {
    using Sub::Sub;
  };
  Plain o;
  Ints& base = o;
  vars(o)["a"] = 1;
  vars(base)["b"] = 2;
  vars(static_cast<Sub&>(o))["c"] = 3;
  CHECK(names_of(vars(o)) == "a b c");
  CHECK(names_of(vars(base)) == "a b c");
  CHECK_THROWS_AS(vars(base)["more"], sl::attribute_error);  // a slot of the object's class
  CHECK_THROWS_AS(vars(o)["own"], sl::attribute_error);
}

TEST_CASE("objects of one class share the names that they set in one order", "[vars]") {
  struct Counted : sl::object<Counted, sl::slots<sl::dict_slot<int>>> {
    using object::object;
  };
  STATIC_REQUIRE(std::is_same_v<decltype(sl::shape_count<Counted>()), std::size_t>);
  CHECK(sl::shape_count<Counted>() == 0);
  {
    Counted objects[10];
    for (Counted& one : objects)
      for (int i = 0; i != 5; ++i) setattr(one, numbered(i), i);
    CHECK(sl::shape_count<Counted>() == 5);  // and their beginnings
    setattr(objects[0], "more", 1);
    CHECK(sl::shape_count<Counted>() == 6);
  }
  CHECK(sl::shape_count<Counted>() == 0);
}

}  // namespace unit_vars
