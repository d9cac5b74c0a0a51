#include <slotted/arguments.hpp>

#include <slotted/slotted.hpp>

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "support/catch.hpp"
#include "support/tracked.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using support::tracked;

namespace unit_arguments {

struct Point
    : sl::object<Point, sl::slots<sl::field<"x", double>, sl::field<"y", double>, sl::slot<"label", std::string>,
                                  sl::field<"scale", int, sl::defaults_to<1>>>> {
  using object::object;
};

TEST_CASE("arguments by name come in any order", "[arguments]") {
  const Point p{"y"_slot = 2.0, "x"_slot = 1.0};
  CHECK(p["x"_slot] == 1.0);
  CHECK(p["y"_slot] == 2.0);
  CHECK(p["scale"_slot] == 1);
  CHECK_FALSE(hasattr(p, "label"));
  const Point q{"scale"_slot = 3, "label"_slot = "home", "x"_slot = 1, "y"_slot = 2};
  CHECK(getattr(q, "label") == "home");
  CHECK(q["scale"_slot] == 3);
}

TEST_CASE("arguments by name follow the value rule", "[arguments]") {
  struct Small : sl::object<Small, sl::slots<sl::field<"n", std::int8_t>, sl::slot<"s", std::string>>> {
    using object::object;
  };
  CHECK(Small{"n"_slot = 127L}["n"_slot] == 127);
  CHECK_THROWS_AS((Small{"n"_slot = 128}), sl::type_error);
  CHECK(*Small{"n"_slot = 1, "s"_slot = std::string_view("view")}["s"_slot] == "view");
  try {
    Small{"n"_slot = 1000};
    FAIL("no exception");
  } catch (const sl::type_error& error) {
    CHECK(error.class_name() == "Small");
    CHECK(error.name() == "n");
  }
}

TEST_CASE("an argument is forwarded: an rvalue is moved, an lvalue copied", "[arguments]") {
  std::string kept(100, 'k');
  std::string moved(100, 'm');
  const char* memory = moved.data();
  const Point p{"x"_slot = 1.0, "y"_slot = 2.0, "label"_slot = kept};
  const Point q{"x"_slot = 1.0, "y"_slot = 2.0, "label"_slot = std::move(moved)};
  CHECK(kept == std::string(100, 'k'));
  CHECK(getattr(q, "label"_slot).data() == memory);
}

TEST_CASE("a value is made straight in its place, without a move", "[arguments]") {
  struct One : sl::object<One, sl::slots<sl::field<"f", tracked>, sl::slot<"s", tracked>>> {
    using object::object;
  };
  tracked::operations = 0;
  const One o{"f"_slot = 1, "s"_slot = 2};
  CHECK(tracked::operations == 2);
  tracked::operations = 0;
  const One in_place{"f"_slot.in_place(1), "s"_slot.in_place(2)};
  CHECK(tracked::operations == 2);
  CHECK(in_place["f"_slot] == o["f"_slot]);
  tracked::operations = 0;
  const One by_position{1, 2};
  CHECK(tracked::operations == 2);
}

TEST_CASE("arguments for a place go to the constructor as they are", "[arguments]") {
  struct Lock : sl::object<Lock, sl::slots<sl::field<"mutex", std::mutex>, sl::slot<"text", std::string>,
                                           sl::field<"pair", std::pair<int, char>>>> {
    using object::object;
  };
  Lock lock{"mutex"_slot.in_place(), "text"_slot.in_place(std::size_t{3}, 'x'), "pair"_slot.in_place(1, 'a')};
  CHECK(lock["mutex"_slot].try_lock());
  lock["mutex"_slot].unlock();
  CHECK(getattr(lock, "text") == "xxx");
  CHECK(lock["pair"_slot].second == 'a');
  std::unique_ptr<int> owner = std::make_unique<int>(3);
  struct Owner : sl::object<Owner, sl::slots<sl::field<"p", std::shared_ptr<int>>>> {
    using object::object;
  };
  const Owner taken{"p"_slot.in_place(std::move(owner))};
  CHECK(*taken["p"_slot] == 3);
  CHECK(owner == nullptr);  // NOLINT(bugprone-use-after-move)
}

TEST_CASE("slots of bases are named in the same call", "[arguments]") {
  struct Base : sl::object<Base, sl::slots<sl::field<"a", int>, sl::slot<"b", std::string>>> {
    using object::object;
  };
  struct Middle : sl::object<Middle, sl::extends<Base>, sl::slots<sl::field<"c", int, sl::defaults_to<3>>>> {
    using object::object;
  };
  struct Derived : sl::object<Derived, sl::extends<Middle>, sl::slots<sl::field<"d", std::string>>> {
    using object::object;
  };
  const Derived d{"d"_slot = "dee", "b"_slot = "bee", "a"_slot = 1};
  CHECK(d["a"_slot] == 1);
  CHECK(getattr(d, "b") == "bee");
  CHECK(d["c"_slot] == 3);
  CHECK(d["d"_slot] == "dee");
  const Derived all{"a"_slot = 1, "b"_slot = "x", "c"_slot = 30, "d"_slot = "y"};
  CHECK(all["c"_slot] == 30);
}

TEST_CASE("a base with constructors of its own is default-constructed and leaves the list", "[arguments]") {
  struct Counted : sl::object<Counted, sl::slots<sl::field<"serial", int>, sl::slot<"note", std::string>>> {
    Counted() : object{"serial"_slot = 77, "note"_slot = "own"} {}
  };
  struct Derived : sl::object<Derived, sl::extends<Counted>, sl::slots<sl::field<"x", int>>> {
    using object::object;
  };
  const Derived d{5};
  CHECK(d["serial"_slot] == 77);
  CHECK(getattr(d, "note") == "own");
  CHECK(d["x"_slot] == 5);
  const Derived by_name{"x"_slot = 6};
  CHECK(by_name["serial"_slot] == 77);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<Derived, int, int>);
}

TEST_CASE("constructibility traits are honest about fields that need a value", "[arguments]") {
  STATIC_REQUIRE_FALSE(std::is_default_constructible_v<Point>);
  STATIC_REQUIRE(std::is_constructible_v<Point, decltype("x"_slot = 1.0), decltype("y"_slot = 1.0)>);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<Point, decltype("x"_slot = 1.0), decltype("label"_slot = "x")>);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<Point, decltype("x"_slot = 1.0)>);
  struct Free : sl::object<Free, sl::slots<sl::slot<"a", int>, sl::field<"b", int, sl::defaults_to<>>>> {
    using object::object;
  };
  STATIC_REQUIRE(std::is_default_constructible_v<Free>);
  STATIC_REQUIRE(std::is_constructible_v<Free, decltype("b"_slot = 1)>);
}

TEST_CASE("construction by name fails at any point without a leak", "[arguments]") {
  struct Two : sl::object<Two, sl::slots<sl::field<"a", tracked>, sl::slot<"b", tracked>>> {
    using object::object;
  };
  struct Four : sl::object<Four, sl::extends<Two>, sl::slots<sl::slot<"c", tracked>, sl::field<"d", tracked>>> {
    using object::object;
  };
  const tracked given(4);
  CHECK(support::fail_everywhere([&](support::attempt& attempt) {
          attempt([&] {
            const Four four{"c"_slot = 3, "b"_slot.in_place(2), "d"_slot = given,
                            "a"_slot = support::converts_to_tracked{1}};
          });
        }) == 8);
}

TEST_CASE("noexcept of construction is that of the values' construction", "[arguments]") {
  struct Numbers : sl::object<Numbers, sl::slots<sl::field<"x", double>, sl::field<"y", int>>> {
    using object::object;
  };
  struct Text : sl::object<Text, sl::slots<sl::field<"t", std::string>>> {
    using object::object;
  };
  STATIC_REQUIRE(std::is_nothrow_constructible_v<Numbers, double, int>);
  STATIC_REQUIRE(std::is_nothrow_constructible_v<Numbers, decltype("x"_slot = 1.0), decltype("y"_slot = 1)>);
  STATIC_REQUIRE_FALSE(std::is_nothrow_constructible_v<Numbers, decltype("x"_slot = 1.0), decltype("y"_slot = 1LL)>);
  STATIC_REQUIRE(std::is_nothrow_constructible_v<Text, std::string>);
  STATIC_REQUIRE_FALSE(std::is_nothrow_constructible_v<Text, const std::string&>);
  STATIC_REQUIRE_FALSE(std::is_nothrow_constructible_v<Text, const char*>);
}

/// Says of each way to make one whether it throws.
template <bool DefaultThrows, bool CopyThrows, bool AssignmentThrows>
struct Told {
  Told() noexcept(!DefaultThrows) {}
  Told(const Told&) noexcept(!CopyThrows) {}
  Told& operator=(const Told&) noexcept(!AssignmentThrows) { return *this; }
  ~Told() = default;
};
template <class Array>
struct Holder : sl::object<Holder<Array>, sl::slots<sl::slot<"all", Array>>> {
  using Holder::object::object;
};
template <class Array>
constexpr bool takes_without_throwing =
    std::is_nothrow_constructible_v<Holder<Array>, decltype("all"_slot = std::declval<const Array&>())>;

TEST_CASE("noexcept of an array's construction: elements are copied; those of rows are made and assigned",
          "[arguments]") {
  STATIC_REQUIRE(takes_without_throwing<Told<true, false, true>[2]>);
  STATIC_REQUIRE_FALSE(takes_without_throwing<Told<false, true, false>[2]>);
  STATIC_REQUIRE(takes_without_throwing<Told<false, true, false>[2][2]>);
  STATIC_REQUIRE_FALSE(takes_without_throwing<Told<true, false, false>[2][2]>);
  STATIC_REQUIRE_FALSE(takes_without_throwing<Told<false, false, true>[2][2]>);
}

TEST_CASE("objects are made by name in constant expressions", "[arguments]") {
  struct Constant
      : sl::object<Constant, sl::slots<sl::field<"x", int>, sl::slot<"y", long>, sl::slot<"t", std::string_view>>> {
    using object::object;
  };
  constexpr Constant o{"t"_slot = "text", "x"_slot = 1};
  STATIC_REQUIRE(o["x"_slot] == 1);
  STATIC_REQUIRE_FALSE(hasattr(o, "y"_slot));
  STATIC_REQUIRE(getattr(o, "t"_slot) == "text");
  constexpr Constant in_place{"x"_slot.in_place(3), "y"_slot = 4};
  STATIC_REQUIRE(in_place["x"_slot] + getattr(in_place, "y"_slot) == 7);
}

}  // namespace unit_arguments
