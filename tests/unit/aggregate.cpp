// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// What an aggregate is made of, as the compiler is asked: its bases, its members, those that must be given a value, and
// what is told of those that cannot be counted.
#include <slotted/aggregate.hpp>

#include <any>
#include <array>
#include <atomic>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "support/catch.hpp"

namespace sl = slotted;
using sl::detail::shape_of;

namespace unit_aggregate {

struct no_default {
  explicit no_default(int given) : value(given) {}
  int value;
};
struct move_only {
  move_only() = default;
  move_only(move_only&&) = default;
  move_only& operator=(move_only&&) = default;
};

TEST_CASE("members are counted, whatever their types", "[aggregate]") {
  struct one {
    char a;
  };
  struct some {
    bool a;
    double b;
    const char* c;
    void (*d)(int);
    int one::* e;
    std::nullptr_t f;
  };
  struct library {
    std::string a;
    std::string_view b;
    std::vector<int> c;
    std::unique_ptr<int> d;
    std::optional<std::string> e;
    std::variant<int, std::string> f;
    std::function<int(int)> g;
    std::map<int, std::string> h;
    std::tuple<int, char> i;
    std::shared_ptr<void> j;
  };
  struct stiff {
    const int a;
    std::mutex b;
    std::atomic<int> c;
    move_only d;
  };
  STATIC_REQUIRE(shape_of<one>.members == 1);
  STATIC_REQUIRE(shape_of<some>.members == 6);
  STATIC_REQUIRE(shape_of<library>.members == 10);
  STATIC_REQUIRE(shape_of<stiff>.members == 4);
  STATIC_REQUIRE(shape_of<some>.values == 6);
  STATIC_REQUIRE(shape_of<some>.bases == 0);
  STATIC_REQUIRE(shape_of<some>.required == 0);
  STATIC_REQUIRE(shape_of<some>.counted);
}

TEST_CASE("an array is one member that takes a value for each element", "[aggregate]") {
  struct arrays {
    char a;
    int b[3];
    double c[2][2];
    std::string d[1];
    std::array<int, 5> e;  // no array but a class
    char f;
  };
  constexpr auto& shape = shape_of<arrays>;
  STATIC_REQUIRE(shape.members == 6);
  STATIC_REQUIRE(shape.values == 1 + 3 + 4 + 1 + 1 + 1);
  constexpr std::size_t first[] = {0, 1, 4, 8, 9, 10, 11};
  for (std::size_t i = 0; i != 7; ++i) CHECK(shape.first_value[i] == first[i]);

  struct line {
    int number;
    char text[256];
    short length;
  };
  STATIC_REQUIRE(shape_of<line>.members == 3);
  STATIC_REQUIRE(shape_of<line>.values == 258);
  struct only {
    char text[256];
  };
  STATIC_REQUIRE(shape_of<only>.members == 1);
}

TEST_CASE("a nested aggregate is one member, also where it is the same as its own first one", "[aggregate]") {
  struct inner {
    int a, b;
  };
  struct outer {
    inner first;
    inner second[2];
    struct {
      inner third;
    } more;
  };
  STATIC_REQUIRE(shape_of<outer>.members == 3);
  STATIC_REQUIRE(shape_of<outer>.values == 4);
}

struct initialised {
  int a = 1;
  std::string b = "b";
  no_default c{3};
  const int d = a + 1;
};

TEST_CASE("members with default initialisers are counted as the others", "[aggregate]") {
  STATIC_REQUIRE(shape_of<initialised>.members == 4);
  STATIC_REQUIRE(shape_of<initialised>.required == 0);
}

TEST_CASE("required are all members up to the last one that must be given", "[aggregate]") {
  struct last {
    int a;
    char b[2];
    no_default c;
  };
  struct middle {
    int a;
    no_default b;
    char c;
  };
  struct first {
    no_default a;
    int b;
    no_default c = no_default(1);
    char d[3];
  };
  STATIC_REQUIRE(shape_of<last>.members == 3);
  STATIC_REQUIRE(shape_of<last>.required == 3);
  STATIC_REQUIRE(shape_of<middle>.members == 3);
  STATIC_REQUIRE(shape_of<middle>.required == 2);
  STATIC_REQUIRE(shape_of<first>.members == 4);
  STATIC_REQUIRE(shape_of<first>.required == 1);
}

struct empty_1 {};
struct empty_2 {};
template <class T>
struct mixin {};
struct with_member {
  int n;
};

TEST_CASE("empty bases are counted apart from members", "[aggregate]") {
  struct plain : empty_1 {
    int a;
    empty_2 b;
  };
  struct two : empty_1, mixin<two> {
    std::string a;
  };
  struct required : empty_1 {
    int a;
    no_default b;
  };
  STATIC_REQUIRE(shape_of<plain>.bases == 1);
  STATIC_REQUIRE(shape_of<plain>.members == 2);
  STATIC_REQUIRE(shape_of<two>.bases == 2);
  STATIC_REQUIRE(shape_of<two>.members == 1);
  STATIC_REQUIRE(shape_of<required>.bases == 1);
  STATIC_REQUIRE(shape_of<required>.members == 2);
  STATIC_REQUIRE(shape_of<required>.required == 2);
  STATIC_REQUIRE_FALSE(sl::detail::has_base_with_members<plain>());
  STATIC_REQUIRE_FALSE(sl::detail::has_base_with_members<two>());

  struct derived : with_member {
    int a;
  };
  struct both : empty_2, with_member {
    int a;
  };
  STATIC_REQUIRE(sl::detail::has_base_with_members<derived>());
  STATIC_REQUIRE(sl::detail::has_base_with_members<both>());
}

TEST_CASE("two empty bases are counted beside a member that must be given", "[aggregate]") {
  struct two_required : empty_1, empty_2 {
    int a;
    no_default b;
  };
  STATIC_REQUIRE(shape_of<two_required>.counted);
  STATIC_REQUIRE(shape_of<two_required>.bases == 2);
  STATIC_REQUIRE(shape_of<two_required>.members == 2);
  STATIC_REQUIRE(shape_of<two_required>.required == 2);
}

TEST_CASE("a member of the type of an empty base cannot be told from it", "[aggregate]") {
  struct same : empty_1 {
    int a;
    empty_1 b;
  };
  STATIC_REQUIRE_FALSE(shape_of<same>.counted);
}

struct nobody {};

TEST_CASE("an aggregate may be empty", "[aggregate]") {
  STATIC_REQUIRE(shape_of<nobody>.members == 0);
  STATIC_REQUIRE(shape_of<nobody>.bases == 0);
  struct heir : nobody {};
  STATIC_REQUIRE(shape_of<heir>.members == 0);
  STATIC_REQUIRE(shape_of<heir>.bases == 1);
}

// clang-format off
struct sixty_four { char m[0x10]; int
  a00, a01, a02, a03, a04, a05, a06, a07, a08, a09, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23,
  a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47,
  a48, a49, a50, a51, a52, a53, a54, a55, a56, a57, a58, a59, a60, a61, a62; };
struct sixty_five { char a; int
  a00, a01, a02, a03, a04, a05, a06, a07, a08, a09, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23,
  a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47,
  a48, a49, a50, a51, a52, a53, a54, a55, a56, a57, a58, a59, a60, a61, a62, a63; };
struct sixty_four_with_a_reference { int
  a00, a01, a02, a03, a04, a05, a06, a07, a08, a09, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23,
  a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47,
  a48, a49, a50, a51, a52, a53, a54, a55, a56, a57, a58, a59, a60, a61, a62, &a63; };
// clang-format on

TEST_CASE("64 members are counted, 65 are too many, and more than 512 values are none", "[aggregate]") {
  STATIC_REQUIRE(shape_of<sixty_four>.members == 64);
  STATIC_REQUIRE(shape_of<sixty_four>.values == 79);
  STATIC_REQUIRE(shape_of<sixty_five>.members == 65);
  struct full {
    char a[511];
    char b;
  };
  struct over {
    char a[512];
    char b;
  };
  STATIC_REQUIRE(shape_of<full>.counted);
  STATIC_REQUIRE(shape_of<full>.members == 2);
  STATIC_REQUIRE(shape_of<full>.values == 512);
  STATIC_REQUIRE(sizeof(full) == 512);
  STATIC_REQUIRE_FALSE(shape_of<over>.counted);
}

TEST_CASE("references and unions are noticed", "[aggregate]") {
  struct with_reference {
    int a;
    std::string& b;
    char c;
  };
  struct with_const_reference {
    const int& a;
  };
  STATIC_REQUIRE(sl::detail::has_reference_member<with_reference>());
  STATIC_REQUIRE(sl::detail::has_reference_member<with_const_reference>());
  STATIC_REQUIRE(sl::detail::has_reference_member<sixty_four_with_a_reference>());

  union either {
    int a;
    float b;
  };
  struct with_union {
    char a[3];
    either b;
    int c;
  };
  struct with_unnamed_union {
    char a;
    union {
      int b;
      float c;
    };
  };
  struct without {
    char a[3];
    int b;
    std::variant<int, float> c;
  };
  const auto has_union = []<class A>(A*) {
    return sl::detail::has_union_member<A>(std::make_index_sequence<shape_of<A>.members>{});
  };
  CHECK(has_union(static_cast<with_union*>(nullptr)));
  CHECK(has_union(static_cast<with_unnamed_union*>(nullptr)));
  CHECK_FALSE(has_union(static_cast<without*>(nullptr)));
}

// Classes that are made from whatever comes.

struct from_values {  // {} and {any value} are two things
  from_values(std::initializer_list<int>);
  from_values() = default;
  explicit from_values(std::string);
};
struct greedy {
  greedy() = default;
  template <class T>
  greedy(const T&) {}
};

TEST_CASE("members that are made from anything are counted once", "[aggregate]") {
  struct lists {
    int a;
    from_values b;
    std::vector<std::vector<int>> c;
    int d;
  };
  STATIC_REQUIRE(shape_of<lists>.members == 4);
  struct holds_any {
    int a;
    std::any b;
    char c[2];
    int d;
  };
  STATIC_REQUIRE(shape_of<holds_any>.members == 4);
  STATIC_REQUIRE_FALSE(sl::detail::has_union_member<holds_any>(std::make_index_sequence<4>{}));
  struct begins_with_any {
    std::any a;
    std::string b;
    greedy c;
  };
  STATIC_REQUIRE(shape_of<begins_with_any>.bases == 0);
  STATIC_REQUIRE(shape_of<begins_with_any>.members == 3);
  STATIC_REQUIRE(std::is_aggregate_v<begins_with_any>);
  struct holds_greedy {
    int a;
    greedy b;
    int c;
  };
  STATIC_REQUIRE(shape_of<holds_greedy>.members == 3);
}

template <class T, std::size_t N>
struct made {
  T a;
  T b[N];
  std::vector<T> c = {};
};

TEST_CASE("an instance of a template is counted as any class", "[aggregate]") {
  STATIC_REQUIRE(shape_of<made<int, 2>>.members == 3);
  STATIC_REQUIRE(shape_of<made<std::unique_ptr<int>, 3>>.members == 3);
  STATIC_REQUIRE(shape_of<made<std::unique_ptr<int>, 3>>.values == 5);
}

}  // namespace unit_aggregate
