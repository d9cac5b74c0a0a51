#include <slotted/slot_handle.hpp>

#include <slotted/slotted.hpp>

#include <concepts>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/tracked.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_slot_handle {

struct Person
    : sl::object<Person, sl::slots<sl::slot<"name", std::string>, sl::slot<"nick", std::string>, sl::slot<"age", int>,
                                   sl::slot<"years", long long>, sl::slot<"born", int, sl::readonly>>> {
  using object::object;
};

TEST_CASE("a slot reads like std::optional", "[slot_handle]") {
  Person p;
  CHECK_FALSE(p["name"_slot].has_value());
  CHECK(p["name"_slot].value_or("nobody") == "nobody");
  p["name"_slot] = "Ada";
  CHECK(p["name"_slot].has_value());
  CHECK(p["name"_slot].value() == "Ada");
  CHECK(*p["name"_slot] == "Ada");
  CHECK(p["name"_slot]->size() == 3);
  CHECK(p["name"_slot].unchecked() == "Ada");
  CHECK(p["name"_slot].value_or("nobody") == "Ada");
  p["name"_slot].reset();
  CHECK_FALSE(p["name"_slot].has_value());
  p["name"_slot].reset();
  CHECK(p["name"_slot].emplace(std::size_t{3}, 'x') == "xxx");
}

TEST_CASE("emplace takes braces, as std::optional's does", "[slot_handle]") {
  Person p;
  const auto emplace_braces = []<class Handle>(Handle&& handle) {
    if constexpr (requires { handle.emplace({'a', 'b'}); })
      return handle.emplace({'a', 'b'}) == "ab";
    else
      return false;
  };
  CHECK(emplace_braces(p["name"_slot]));
}

TEST_CASE("reading an unset slot through its handle is checked", "[slot_handle]") {
  Person p;
  const Person& constant = p;
  CHECK_THROWS_AS(p["name"_slot].value(), sl::attribute_error);
  CHECK_THROWS_AS(*p["name"_slot], sl::attribute_error);
  CHECK_THROWS_AS(p["name"_slot]->size(), sl::attribute_error);
  CHECK_THROWS_AS(constant["name"_slot].value(), sl::attribute_error);
  CHECK_THROWS_AS(*constant["name"_slot], sl::attribute_error);
  CHECK_THROWS_AS(constant["name"_slot]->size(), sl::attribute_error);
}

TEST_CASE("a handle has the types of its object", "[slot_handle]") {
  Person p{"Ada"};
  const Person constant{"Ada"};
  STATIC_REQUIRE(std::is_same_v<decltype(p["name"_slot].value()), std::string&>);
  STATIC_REQUIRE(std::is_same_v<decltype(constant["name"_slot].value()), const std::string&>);
  STATIC_REQUIRE(std::is_same_v<decltype(*p["born"_slot]), const int&>);
  STATIC_REQUIRE(std::is_same_v<decltype(p["name"_slot].value_or("x")), std::string>);
  STATIC_REQUIRE(noexcept(p["name"_slot].has_value()));
  STATIC_REQUIRE(noexcept(p["name"_slot].unchecked()));
  STATIC_REQUIRE(noexcept(p["name"_slot].reset()));
  CHECK(constant["name"_slot].unchecked() == "Ada");
  CHECK(constant["age"_slot].value_or(7) == 7);
}

TEST_CASE("a handle cannot be kept or mistaken for the value", "[slot_handle]") {
  using handle = decltype(std::declval<Person&>()["age"_slot]);
  STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<handle>);
  STATIC_REQUIRE_FALSE(std::is_move_constructible_v<handle>);
  STATIC_REQUIRE_FALSE(std::is_default_constructible_v<handle>);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<bool, handle>);
  STATIC_REQUIRE_FALSE(std::is_convertible_v<handle, int>);
  STATIC_REQUIRE_FALSE(std::equality_comparable_with<handle, int>);
  STATIC_REQUIRE_FALSE(std::equality_comparable<handle>);
}

TEST_CASE("assigning through a handle follows the value rule", "[slot_handle]") {
  Person p;
  p["age"_slot] = 3u;
  CHECK(*p["age"_slot] == 3);
  p["age"_slot] = 4LL;
  CHECK(*p["age"_slot] == 4);
  CHECK_THROWS_AS(p["age"_slot] = 1LL << 40, sl::type_error);
  CHECK(*p["age"_slot] == 4);
  p["name"_slot] = std::string_view("view");
  CHECK(*p["name"_slot] == "view");
  const Person other{"other"};
  p["name"_slot] = getattr(other, "name");
  CHECK(*p["name"_slot] == "other");
}

TEST_CASE("assignments can be chained", "[slot_handle]") {
  Person p;
  ((p["age"_slot] = 1) = 2) = 3;
  CHECK(*p["age"_slot] == 3);
}

TEST_CASE("a handle assigned from a handle sets or unsets as that one is", "[slot_handle]") {
  Person p{"Ada"};
  Person q;
  q["name"_slot] = p["name"_slot];
  CHECK(*q["name"_slot] == "Ada");
  CHECK(*p["name"_slot] == "Ada");
  q["age"_slot] = p["age"_slot];
  CHECK_FALSE(hasattr(q, "age"));
  p["name"_slot].reset();
  q["name"_slot] = p["name"_slot];
  CHECK_FALSE(hasattr(q, "name"));
  q["name"_slot] = "self";
  q["name"_slot] = q["name"_slot];
  CHECK(*q["name"_slot] == "self");
}

TEST_CASE("a handle takes the handle of another slot, class or constness, as std::optional does", "[slot_handle]") {
  struct Other : sl::object<Other, sl::slots<sl::slot<"title", std::string>, sl::slot<"count", short>>> {
    using object::object;
  };
  Person p{"Ada"};
  const Person constant{"Grace"};
  const Other other{"Dr.", 5};
  p["nick"_slot] = p["name"_slot];
  CHECK(*p["nick"_slot] == "Ada");
  p["name"_slot] = constant["name"_slot];
  CHECK(*p["name"_slot] == "Grace");
  p["nick"_slot] = constant["nick"_slot];
  CHECK_FALSE(hasattr(p, "nick"));
  p["nick"_slot] = other["title"_slot];
  CHECK(*p["nick"_slot] == "Dr.");
  p["years"_slot] = other["count"_slot];
  CHECK(*p["years"_slot] == 5);
  p["years"_slot] = 1LL << 40;
  CHECK_THROWS_AS(p["age"_slot] = p["years"_slot], sl::type_error);
  CHECK_FALSE(hasattr(p, "age"));
}

TEST_CASE("emplace that throws leaves the slot unset, as in std::optional", "[slot_handle]") {
  struct One : sl::object<One, sl::slots<sl::slot<"value", support::tracked>>> {
    using object::object;
  };
  CHECK(support::fail_everywhere([](support::attempt& attempt) {
          One o{1};
          const bool failed = attempt([&] { o["value"_slot].emplace(2); });
          CHECK(hasattr(o, "value") == !failed);
          if (!failed) CHECK(o["value"_slot]->value == 2);
        }) == 2);
}

TEST_CASE("value_or copies, and takes what fits", "[slot_handle]") {
  struct Small : sl::object<Small, sl::slots<sl::slot<"n", short>, sl::slot<"p", std::shared_ptr<int>>>> {
    using object::object;
  };
  Small s;
  CHECK(s["n"_slot].value_or(5) == 5);
  CHECK_THROWS_AS(s["n"_slot].value_or(100000), sl::type_error);
  s["n"_slot] = 6;
  CHECK(s["n"_slot].value_or(100000) == 6);
  CHECK(s["p"_slot].value_or(nullptr) == nullptr);
}

TEST_CASE("handles work in constant expressions", "[slot_handle]") {
  constexpr int sum = [] {
    struct Constant : sl::object<Constant, sl::slots<sl::slot<"a", int>, sl::slot<"b", int>>> {
      using object::object;
    };
    Constant o;
    o["a"_slot] = 1;
    o["b"_slot].emplace(20);
    int result = *o["a"_slot] + o["b"_slot].value();
    o["a"_slot].reset();
    result += o["a"_slot].value_or(300) + (o["a"_slot].has_value() ? 1000 : 0);
    return result;
  }();
  STATIC_REQUIRE(sum == 321);
}

TEST_CASE("a field's subscript is the value itself", "[slot_handle]") {
  struct Point : sl::object<Point, sl::slots<sl::field<"x", double>>> {
    using object::object;
  };
  Point p{1.0};
  double& x = p["x"_slot];
  x = 5;
  CHECK(p["x"_slot] == 5.0);
  p["x"_slot] += 1;
  CHECK(p["x"_slot] == 6.0);
  STATIC_REQUIRE(std::is_same_v<decltype(std::as_const(p)["x"_slot]), const double&>);
}

}  // namespace unit_slot_handle
