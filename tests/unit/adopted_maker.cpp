// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Making an object of a class that adopts a struct: by position, by name, from the struct, from both; what is not given
// is as the struct itself would have it.
#include <slotted/adopted_maker.hpp>

#include <slotted/slotted.hpp>

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/tracked.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using support::tracked;

namespace unit_adopted_maker {

struct event {
  std::int64_t ts = 1;
  std::string kind = "none";
  double amount = 0.5;
};
struct Event : sl::object<Event, sl::slots<sl::fields_of<event>>> {
  using object::object;
};
struct Noted : sl::object<Noted, sl::slots<sl::field<"id", int, sl::defaults_to<-1>>, sl::fields_of<event>,
                                           sl::slot<"note", std::string>>> {
  using object::object;
};
struct Urgent : sl::object<Urgent, sl::extends<Noted>, sl::slots<sl::slot<"until", int>>> {
  using object::object;
};

template <class C>
bool is_event(const C& o, std::int64_t ts, std::string_view kind, double amount) {
  return o.ts == ts && o.kind == kind && o.amount == amount;
}

// Which members are given.

TEST_CASE("by position, in declared order; trailing members may be left out where the struct can do without",
          "[adopted_maker]") {
  CHECK(is_event(Event{}, 1, "none", 0.5));
  CHECK(is_event(Event{5}, 5, "none", 0.5));
  CHECK(is_event(Event{5, "text"}, 5, "text", 0.5));
  CHECK(is_event(Event{5, "text", 2.0}, 5, "text", 2.0));
  CHECK(is_event(Event(5, "text", 2.0F), 5, "text", 2.0));
  const std::string given = "given";
  CHECK(is_event(Event{5, given}, 5, "given", 0.5));
  const Noted noted{7, 5, "text", 2.0, "note"};
  CHECK(is_event(noted, 5, "text", 2.0));
  CHECK(noted["id"_slot] == 7);
  CHECK(getattr(noted, "note") == "note");
  CHECK_FALSE(hasattr(Noted{7, 5, "text"}, "note"));
}

TEST_CASE("by name, in any order, each subset of them", "[adopted_maker]") {
  CHECK(is_event(Event{"ts"_slot = 5}, 5, "none", 0.5));
  CHECK(is_event(Event{"kind"_slot = "text"}, 1, "text", 0.5));
  CHECK(is_event(Event{"amount"_slot = 2}, 1, "none", 2.0));
  CHECK(is_event(Event{"kind"_slot = "text", "ts"_slot = 5}, 5, "text", 0.5));
  CHECK(is_event(Event{"amount"_slot = 2, "ts"_slot = 5}, 5, "none", 2.0));
  CHECK(is_event(Event{"amount"_slot = 2, "kind"_slot = "text"}, 1, "text", 2.0));
  CHECK(is_event(Event{"amount"_slot = 2, "ts"_slot = 5, "kind"_slot = "text"}, 5, "text", 2.0));
  const Noted noted{"note"_slot = "note", "amount"_slot = 2};
  CHECK(is_event(noted, 1, "none", 2.0));
  CHECK(noted["id"_slot] == -1);
}

TEST_CASE("from the struct, copied or moved, and from what is derived from nothing else", "[adopted_maker]") {
  event one{5, "a text that is too long to be short", 2.0};
  const Event copied{one};
  CHECK(is_event(copied, 5, one.kind, 2.0));
  const Event converted = one;
  CHECK(is_event(converted, 5, one.kind, 2.0));
  const Event moved{std::move(one)};
  CHECK(is_event(moved, 5, copied.kind, 2.0));
  CHECK(one.kind.empty());  // NOLINT(bugprone-use-after-move)
  const auto takes = [](const Noted& noted) { return noted.ts; };
  CHECK(takes(event{9}) == 9);
  Noted assigned;
  assigned = event{8};
  CHECK(assigned.ts == 8);
  STATIC_REQUIRE(std::is_convertible_v<event, Noted>);
  STATIC_REQUIRE(std::is_nothrow_constructible_v<Event, event>);
  STATIC_REQUIRE_FALSE(std::is_nothrow_constructible_v<Event, const event&>);
}

TEST_CASE("from the struct and names behind it, which replace its members", "[adopted_maker]") {
  const event one{5, "text", 2.0};
  CHECK(is_event(Event{one, "kind"_slot = "other"}, 5, "other", 2.0));
  CHECK(is_event(Event{one, "amount"_slot = 3, "ts"_slot = 6}, 6, "text", 3.0));
  const Noted noted{event{5}, "note"_slot = "note", "ts"_slot = 6, "id"_slot = 7};
  CHECK(is_event(noted, 6, "none", 0.5));
  CHECK(noted["id"_slot] == 7);
  CHECK(getattr(noted, "note") == "note");
  CHECK(one.kind == "text");
}

TEST_CASE("a derived class takes what its base takes", "[adopted_maker]") {
  const Urgent by_position{7, 5, "text", 2.0, "note", 9};
  CHECK(is_event(by_position, 5, "text", 2.0));
  CHECK(getattr(by_position, "until") == 9);
  const Urgent by_name{"until"_slot = 9, "kind"_slot = "text"};
  CHECK(is_event(by_name, 1, "text", 0.5));
  const Urgent whole{event{5, "text"}, "until"_slot = 9, "amount"_slot = 3};
  CHECK(is_event(whole, 5, "text", 3.0));
  CHECK(getattr(whole, "until") == 9);
  CHECK(is_event(Urgent{}, 1, "none", 0.5));
  CHECK(is_event(Urgent{event{6}}, 6, "none", 0.5));
}

TEST_CASE("an integer that does not fit a member is a type_error by name", "[adopted_maker]") {
  struct small {
    std::uint8_t n = 1;
    std::uint8_t m = 2;
  };
  struct Small : sl::object<Small, sl::slots<sl::fields_of<small>>> {
    using object::object;
  };
  const int big = 256;
  const int fits = 255;
  CHECK(Small{"n"_slot = fits}.n == 255);
  CHECK(Small{"m"_slot = fits}.m == 255);
  CHECK_THROWS_AS((Small{"n"_slot = big}), sl::type_error);
  CHECK_THROWS_AS((Small{"m"_slot = big}), sl::type_error);
  CHECK_THROWS_AS((Small{small{}, "m"_slot = big}), sl::type_error);
}

// Default member initialisers.

struct chained {
  int a = 1;
  int b = a + 1;
  int c = b + 1;
};
struct Chained : sl::object<Chained, sl::slots<sl::fields_of<chained>>> {
  using object::object;
};

TEST_CASE("an initialiser sees the members before it, as in the struct", "[adopted_maker]") {
  const auto sum = [](const Chained& o) { return 100 * o.a + 10 * o.b + o.c; };
  CHECK(sum(Chained{}) == 123);
  CHECK(sum(Chained{5}) == 567);
  CHECK(sum(Chained{"a"_slot = 5}) == 567);
  CHECK(sum(Chained{"b"_slot = 5, "a"_slot = 4}) == 456);
  CHECK(sum(Chained{"b"_slot = 5}) == 153);  // not the first one: assigned when the struct stands
  CHECK(sum(Chained{chained{2}, "b"_slot = 9}) == 294);
}

int calls = 0;
int counted() { return ++calls; }
struct counts {
  int a = counted();
  int b = counted();
};

TEST_CASE("an initialiser runs where its member is not given, and only once", "[adopted_maker]") {
  struct Counts : sl::object<Counts, sl::slots<sl::fields_of<counts>>> {
    using object::object;
  };
  calls = 0;
  CHECK(Counts{}.b == 2);
  CHECK(calls == 2);
  calls = 0;
  CHECK(Counts{7}.b == 1);
  CHECK(calls == 1);
  calls = 0;
  CHECK(Counts{7, 8}.b == 8);
  CHECK(calls == 0);
}

TEST_CASE("members without an initialiser are zero, as in braces", "[adopted_maker]") {
  struct bare {
    int a;
    double b;
    const char* c;
    int d[3];
    bool e;
  };
  struct Bare : sl::object<Bare, sl::slots<sl::fields_of<bare>>> {
    using object::object;
  };
  alignas(Bare) unsigned char dirt[sizeof(Bare)];
  for (unsigned char& one : dirt) one = 0xFF;
  const Bare* made = new (dirt) Bare;
  CHECK(made->a == 0);
  CHECK(made->b == 0);
  CHECK(made->c == nullptr);
  CHECK(made->d[2] == 0);
  CHECK_FALSE(made->e);
  for (unsigned char& one : dirt) one = 0xFF;
  made = new (dirt) Bare{3};
  CHECK(made->a == 3);
  CHECK(made->d[0] == 0);
}

// Types that are hard to make.

struct no_default {
  explicit no_default(int number) : n(number) {}
  int n;
};
struct needs {
  int a = 1;
  no_default b;
  std::string c = "c";
};
struct Needs : sl::object<Needs, sl::slots<sl::fields_of<needs>>> {
  using object::object;
};

TEST_CASE("a member without a default must be given, and whatever stands before it", "[adopted_maker]") {
  STATIC_REQUIRE_FALSE(std::is_default_constructible_v<Needs>);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<Needs, int>);
  STATIC_REQUIRE(std::is_constructible_v<Needs, int, no_default>);
  const Needs by_position{4, no_default(5)};
  CHECK(by_position.a == 4);
  CHECK(by_position.b.n == 5);
  CHECK(by_position.c == "c");
  const Needs by_name{"b"_slot = no_default(5), "a"_slot = 4};
  CHECK(by_name["b"_slot].n == 5);
  const Needs in_place{"a"_slot = 4, "b"_slot.in_place(6)};
  CHECK(in_place.b.n == 6);
  const Needs whole{needs{.b = no_default(7)}};
  CHECK(whole.a == 1);
  CHECK(whole.b.n == 7);
  const Needs changed{needs{.b = no_default(7)}, "b"_slot = no_default(8)};
  CHECK(changed.b.n == 8);
}

struct owner {
  std::unique_ptr<int> a;
  int b = 2;
  std::unique_ptr<int> c;
};
struct Owner : sl::object<Owner, sl::slots<sl::fields_of<owner>>> {
  using object::object;
};

TEST_CASE("members that can only be moved are moved in", "[adopted_maker]") {
  const Owner by_position{std::make_unique<int>(1), 2, std::make_unique<int>(3)};
  CHECK(*by_position.a + *by_position.c == 4);
  const Owner by_name{"c"_slot = std::make_unique<int>(4)};
  CHECK(by_name.a == nullptr);
  CHECK(by_name.b == 2);
  CHECK(*by_name.c == 4);
  const Owner whole{owner{std::make_unique<int>(5), 6, nullptr}, "c"_slot = std::make_unique<int>(7)};
  CHECK(*whole["a"_slot] + *whole["c"_slot] == 12);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<Owner, const owner&>);
  STATIC_REQUIRE(std::is_nothrow_constructible_v<Owner, owner>);
}

struct counted_lock {
  int a = 1;
  std::atomic<int> b{2};
  std::mutex c;
};
struct CountedLock : sl::object<CountedLock, sl::slots<sl::fields_of<counted_lock>, sl::slot<"s", std::string>>> {
  using object::object;
};

TEST_CASE("members that cannot be moved are made where they stay", "[adopted_maker]") {
  const CountedLock none;
  CHECK(none.b == 2);
  const CountedLock one{5};
  CHECK(one.a == 5);
  CHECK(one.b == 2);
  const CountedLock in_place{"b"_slot.in_place(6), "a"_slot = 5, "s"_slot = "text"};
  CHECK(in_place.b == 6);
  const CountedLock all{"c"_slot.in_place(), "b"_slot.in_place(7), "a"_slot = 5};
  CHECK(all["b"_slot] == 7);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<CountedLock, counted_lock>);
}

struct constants {
  const int a = 1;
  const std::string b = "b";
  int c = 3;
};

TEST_CASE("const members are given when the object is made", "[adopted_maker]") {
  struct Constants : sl::object<Constants, sl::slots<sl::fields_of<constants>>> {
    using object::object;
  };
  CHECK(Constants{}.b == "b");
  CHECK(Constants{4, "given"}.b == "given");
  CHECK(Constants{"c"_slot = 5}.c == 5);
  CHECK(Constants{"b"_slot = "given", "a"_slot = 4}["a"_slot] == 4);
  CHECK(Constants{constants{6}, "c"_slot = 7}.a == 6);
}

struct rows {
  int a[3] = {1, 2, 3};
  std::string b[2] = {"x", "y"};
  double c[2][2] = {};
  char d[256] = "text";
  int e = 5;
};
struct Rows : sl::object<Rows, sl::slots<sl::fields_of<rows>>> {
  using object::object;
};

TEST_CASE("arrays are given whole, and those that are not keep their initialisers", "[adopted_maker]") {
  const Rows none;
  CHECK(none.a[2] == 3);
  CHECK(none.b[1] == "y");
  CHECK(std::string_view(none.d) == "text");
  const int numbers[3] = {7, 8, 9};
  const Rows first{"a"_slot = numbers};
  CHECK(first.a[0] + first.a[2] == 16);
  CHECK(first.b[0] == "x");
  CHECK(std::string_view(first.d) == "text");
  CHECK(first.e == 5);
  std::string words[2] = {"long enough to be somewhere else, one", "long enough to be somewhere else, two"};
  const double grid[2][2] = {{1, 2}, {3, 4}};
  char line[256] = "line";
  const Rows all{numbers, std::move(words), grid, line, 6};
  CHECK(all.a[1] == 8);
  CHECK(all["b"_slot][1] == "long enough to be somewhere else, two");
  CHECK(words[1].empty());  // NOLINT(bugprone-use-after-move)
  CHECK(all.c[1][0] == 3);
  CHECK(std::string_view(all["d"_slot]) == "line");
  CHECK(all.e == 6);
  const Rows later{"d"_slot = line, "e"_slot = 7};
  CHECK(std::string_view(later.d) == "line");
  CHECK(later.a[0] == 1);
  const Rows whole{rows{.e = 8}, "a"_slot = numbers};
  CHECK(whole.a[0] == 7);
  CHECK(whole.b[1] == "y");
  CHECK(whole.e == 8);
  const Rows braced{{4, 5, 6}, {"p", "q"}};
  CHECK(braced.a[2] == 6);
  CHECK(braced.b[0] == "p");
  CHECK(std::string_view(braced.d) == "text");
}

struct inner {
  int x = 1, y = 2;
};
struct outer {
  inner a;
  std::array<int, 2> b{3, 4};
  std::vector<int> c{5};
  std::optional<std::string> d;
};

TEST_CASE("nested structs and containers are given as in the struct", "[adopted_maker]") {
  struct Outer : sl::object<Outer, sl::slots<sl::fields_of<outer>>> {
    using object::object;
  };
  const Outer braced{{7, 8}, {9, 10}, {11, 12, 13}, "text"};
  CHECK(braced.a.y == 8);
  CHECK(braced.b[1] == 10);
  CHECK(braced["c"_slot].size() == 3);
  CHECK(braced.d == "text");
  const Outer named{"d"_slot = "text", "a"_slot = inner{6}};
  CHECK(named.a.x == 6);
  CHECK(named.a.y == 2);
  CHECK(named.b[0] == 3);
  CHECK(*named.d == "text");
  const Outer in_place{"c"_slot.in_place(std::size_t{4}, 1)};
  CHECK(in_place.c.size() == 4);
}

struct base_1 {};
template <class T>
struct base_2 {};
struct based : base_1, base_2<int> {
  int a = 1;
  std::string b = "b";
};

TEST_CASE("empty bases take no argument", "[adopted_maker]") {
  struct Based : sl::object<Based, sl::slots<sl::fields_of<based>>> {
    using object::object;
  };
  CHECK(Based{}.b == "b");
  const Based both{4, "given"};
  CHECK(both.a == 4);
  CHECK(both.b == "given");
  CHECK(Based{"b"_slot = "given"}.a == 1);
  const base_2<int>& base = both;
  CHECK(static_cast<const void*>(&base) != nullptr);
}

TEST_CASE("members that are listed are assigned to what the class itself makes", "[adopted_maker]") {
  struct made {
    made() : a(1), b("made") {}
    int a;
    std::string b;
    int c = 3;
  };
  struct Made : sl::object<Made, sl::slots<sl::fields_of<made, &made::b, &made::c>>> {
    using object::object;
  };
  CHECK(Made{}.b == "made");
  const Made one{"given"};
  CHECK(one.a == 1);
  CHECK(one.b == "given");
  CHECK(one.c == 3);
  const Made two{"c"_slot = 4};
  CHECK(two.b == "made");
  CHECK(two["c"_slot] == 4);
  made other;
  other.a = 9;
  const Made three{other, "b"_slot = "given"};
  CHECK(three.a == 9);
  CHECK(three.b == "given");
}

// noexcept and constexpr.

struct numbers_only {
  int a = 1;
  double b = 2;
};
struct noisy_default {
  int a = 1;
  std::string b = std::string(100, 'x');
};
struct may_throw {
  may_throw() noexcept(false) {}  // NOLINT(modernize-use-equals-default)
};
struct with_may_throw {
  int a = 1;
  may_throw b;
};

TEST_CASE("constructors are noexcept where the struct's would be", "[adopted_maker]") {
  using Numbers = sl::make_class<"Numbers", sl::slots<sl::fields_of<numbers_only>>>;
  STATIC_REQUIRE(std::is_nothrow_default_constructible_v<Numbers>);
  STATIC_REQUIRE(std::is_nothrow_constructible_v<Numbers, int>);
  STATIC_REQUIRE(std::is_nothrow_constructible_v<Numbers, int, double>);
  STATIC_REQUIRE(std::is_nothrow_constructible_v<Numbers, const numbers_only&>);
  STATIC_REQUIRE(noexcept(Numbers{"b"_slot = 1.5}));
  STATIC_REQUIRE(noexcept(Numbers{numbers_only{}, "a"_slot = 1}));

  using Noisy = sl::make_class<"Noisy", sl::slots<sl::fields_of<with_may_throw>>>;
  STATIC_REQUIRE_FALSE(std::is_nothrow_default_constructible_v<Noisy>);
  STATIC_REQUIRE_FALSE(std::is_nothrow_constructible_v<Noisy, int>);
  STATIC_REQUIRE_FALSE(noexcept(Noisy{"a"_slot = 1}));

  using Text = sl::make_class<"Text", sl::slots<sl::fields_of<noisy_default>>>;
  STATIC_REQUIRE(std::is_nothrow_default_constructible_v<Text> == noexcept(noisy_default{}));
  STATIC_REQUIRE(std::is_nothrow_constructible_v<Text, int, std::string>);
  STATIC_REQUIRE_FALSE(std::is_nothrow_constructible_v<Text, int, const std::string&>);
}

TEST_CASE("all ways work in constant expressions", "[adopted_maker]") {
  struct Constant : sl::object<Constant, sl::slots<sl::fields_of<chained>, sl::slot<"note", int>>> {
    using object::object;
  };
  constexpr Constant none;
  constexpr Constant by_position{4, 5};
  constexpr Constant by_name{"c"_slot = 9, "note"_slot = 1};
  constexpr Constant whole{chained{7}, "b"_slot = 0};
  STATIC_REQUIRE(none.c == 3);
  STATIC_REQUIRE(by_position.c == 6);
  STATIC_REQUIRE(by_name["b"_slot] == 2 && by_name.c == 9 && getattr(by_name, "note"_slot) == 1);
  STATIC_REQUIRE(whole.a == 7 && whole.b == 0 && whole.c == 9);
  STATIC_REQUIRE(*sl::find_attr<int>(whole, "a") == 7);

  struct Rowed : sl::object<Rowed, sl::slots<sl::fields_of<numbers_only>, sl::field<"r", int[2]>>> {
    using object::object;
  };
  constexpr Rowed rowed{1, 2.0, {3, 4}};
  STATIC_REQUIRE(rowed["r"_slot][1] == 4);
}

// What throws.

struct four {
  tracked a;
  tracked b = 20;
  tracked c[2];
  tracked d = 40;
};
struct Four : sl::object<Four, sl::slots<sl::slot<"s", tracked>, sl::fields_of<four>, sl::slot<"t", tracked>>> {
  using object::object;
};
struct Six : sl::object<Six, sl::extends<Four>, sl::slots<sl::field<"f", tracked, sl::defaults_to<60>>>> {
  using object::object;
};

TEST_CASE("an object that is made by position and throws at any point leaves nothing", "[adopted_maker]") {
  CHECK(support::fail_everywhere([](support::attempt& attempt) { attempt([] { const Four o; }); }) >= 10);
  CHECK(support::fail_everywhere([](support::attempt& attempt) { attempt([] { const Four o{1, 2, 3}; }); }) >= 12);
  CHECK(support::fail_everywhere([](support::attempt& attempt) {
          attempt([] {
            const tracked row[2] = {4, 5};
            const Six o{1, 2, 3, row, 6, 7, 8};
            CHECK(o.b.value == 3);
            CHECK(o.c[1].value == 5);
            CHECK(o["f"_slot].value == 8);
          });
        }) >= 20);
}

TEST_CASE("an object that is made by name and throws at any point leaves nothing", "[adopted_maker]") {
  CHECK(support::fail_everywhere([](support::attempt& attempt) {
          attempt([] {
            const Six o{"d"_slot = 4, "s"_slot = 1, "f"_slot = 6};
            CHECK(o.d.value == 4);
            CHECK(o.b.value == 20);
          });
        }) >= 16);
  CHECK(support::fail_everywhere([](support::attempt& attempt) {
          attempt([] {
            const Six o{"t"_slot.in_place(5), "b"_slot.in_place(2), "a"_slot = 1};
            CHECK(o.a.value == 1);
            CHECK(o.d.value == 40);
          });
        }) >= 14);
}

TEST_CASE("an object that is made from the struct and throws at any point leaves nothing and the struct alone",
          "[adopted_maker]") {
  CHECK(support::fail_everywhere([](support::attempt& attempt) {
          const four from{1, 2, {3, 4}, 5};
          attempt([&] {
            const Six o{from, "b"_slot = 9, "t"_slot = 7};
            CHECK(o.b.value == 9);
            CHECK(o.c[0].value == 3);
          });
          CHECK(from.b.value == 2);
        }) >= 16);
  CHECK(support::fail_everywhere([](support::attempt& attempt) {
          four from{1, 2, {3, 4}, 5};
          attempt([&] {
            const Four o{std::move(from)};
            CHECK(o.d.value == 5);
          });
        }) >= 10);
}

TEST_CASE("nothing is made twice: each member once, from what is given", "[adopted_maker]") {
  const long before = tracked::live;
  {
    tracked::operations = 0;
    const Four o{"a"_slot = 1, "b"_slot = 2};
    CHECK(tracked::operations == 5);  // a, b, both of c, d; made where they stay
    CHECK(tracked::live == before + 5);
    tracked::operations = 0;
    const Four later{"d"_slot = 4};
    CHECK(tracked::live == before + 10);
  }
  CHECK(tracked::live == before);
}

}  // namespace unit_adopted_maker
