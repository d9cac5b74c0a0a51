#include <slotted/attribute_by_slot.hpp>

#include <slotted/slotted.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_attribute_by_slot {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::slot<"label", std::string>,
                                           sl::slot<"owner", std::unique_ptr<int>>,
                                           sl::field<"id", int, sl::readonly, sl::defaults_to<7>>>> {
  using object::object;
};

TEST_CASE("getattr by compile-time name has the object's constness and value category", "[attribute_by_slot]") {
  Point p{1.0, "home"};
  const Point c{2.0, "away"};
  STATIC_REQUIRE(std::is_same_v<decltype(getattr(p, "x"_slot)), double&>);
  STATIC_REQUIRE(std::is_same_v<decltype(getattr(p, "label"_slot)), std::string&>);
  STATIC_REQUIRE(std::is_same_v<decltype(getattr(c, "x"_slot)), const double&>);
  STATIC_REQUIRE(std::is_same_v<decltype(getattr(std::move(p), "label"_slot)), std::string&&>);
  STATIC_REQUIRE(std::is_same_v<decltype(getattr(std::move(c), "label"_slot)), const std::string&&>);  // NOLINT
  STATIC_REQUIRE(std::is_same_v<decltype(getattr(p, "id"_slot)), const int&>);
  CHECK(getattr(p, "x"_slot) == 1.0);
  CHECK(getattr(c, "label"_slot) == "away");
  const std::string taken = getattr(std::move(p), "label"_slot);
  CHECK(taken == "home");
  CHECK(getattr(p, "label"_slot).empty());  // NOLINT(bugprone-use-after-move)
  CHECK(getattr<double>(p, "x"_slot) == 1.0);
}

TEST_CASE("a fallback is only used where there is no value", "[attribute_by_slot]") {
  Point p{1.0};
  const Point c{2.0, "away"};
  STATIC_REQUIRE(std::is_same_v<decltype(getattr(p, "label"_slot, "x")), std::string>);
  CHECK(getattr(p, "label"_slot, "none") == "none");
  CHECK(getattr(p, "label"_slot, std::string_view("none")) == "none");
  CHECK(getattr(c, "label"_slot, "none") == "away");
  CHECK(getattr(p, "x"_slot, 5) == 1.0);
  CHECK(getattr(Point{1.0}, "label"_slot, "rvalue") == "rvalue");
  CHECK(getattr<std::string>(p, "label"_slot, "none") == "none");
}

TEST_CASE("setattr, hasattr, delattr and find_attr by compile-time name", "[attribute_by_slot]") {
  Point p{1.0};
  const Point c{2.0};
  setattr(p, "x"_slot, 3);
  CHECK(p["x"_slot] == 3.0);
  setattr(p, "label"_slot, "set");
  CHECK(hasattr(p, "label"_slot));
  CHECK_FALSE(hasattr(c, "label"_slot));
  CHECK(hasattr(c, "x"_slot));
  CHECK(*find_attr(p, "label"_slot) == "set");
  CHECK(*find_attr<std::string>(p, "label"_slot) == "set");
  CHECK(find_attr(c, "label"_slot) == nullptr);
  CHECK(*find_attr(c, "x"_slot) == 2.0);
  STATIC_REQUIRE(std::is_same_v<decltype(find_attr(p, "label"_slot)), std::string*>);
  STATIC_REQUIRE(std::is_same_v<decltype(find_attr(c, "label"_slot)), const std::string*>);
  STATIC_REQUIRE(std::is_same_v<decltype(find_attr(p, "id"_slot)), const int*>);
  STATIC_REQUIRE(noexcept(hasattr(p, "label"_slot)));
  STATIC_REQUIRE(noexcept(find_attr(p, "label"_slot)));
  delattr(p, "label"_slot);
  CHECK(find_attr(p, "label"_slot) == nullptr);
  setattr(Point{1.0}, "label"_slot, "on a temporary");
}

TEST_CASE("the verbs reach the slots of bases, also through a reference to the base", "[attribute_by_slot]") {
  struct Pixel : sl::object<Pixel, sl::extends<Point>, sl::slots<sl::slot<"depth", int>>> {
    using object::object;
  };
  struct Plain : Pixel {
    using Pixel::Pixel;
    int extra = 0;
  };
  Plain p{1.0};
  setattr(p, "label"_slot, "a");
  setattr(p, "depth"_slot, 3);
  Point& base = p;
  CHECK(getattr(base, "label"_slot) == "a");
  setattr(base, "label"_slot, "b");
  CHECK(getattr(p, "label"_slot) == "b");
  delattr(base, "label"_slot);
  CHECK_FALSE(hasattr(p, "label"_slot));
  CHECK(getattr(p, "depth"_slot) == 3);
}

TEST_CASE("the verbs are found by argument-dependent lookup, through pointers and in templates",
          "[attribute_by_slot]") {
  const auto sum = [](const auto& objects) {
    double total = 0;
    for (const auto& one : objects) total += getattr(*one, "x"_slot);
    return total;
  };
  std::vector<std::unique_ptr<Point>> points;
  points.push_back(std::make_unique<Point>(1.0));
  points.push_back(std::make_unique<Point>(2.0));
  CHECK(sum(points) == 3.0);
}

TEST_CASE("row 89: for_each_attr visits what is set, bases first, in declared order", "[attribute_by_slot]") {
  struct A : sl::object<A, sl::slots<sl::slot<"x", int>, sl::field<"y", std::string>>> {
    using object::object;
  };
  struct B : sl::object<B, sl::extends<A>, sl::slots<sl::slot<"z", double>, sl::slot<"w", int>>> {
    using object::object;
  };
  B b{"x"_slot = 1, "y"_slot = "why", "w"_slot = 4};
  std::string visited;
  for_each_attr(b, [&](std::string_view name, const auto& value) {
    visited += std::string(name) + '=';
    if constexpr (std::is_same_v<decltype(value), const std::string&>)
      visited += value;
    else
      visited += std::to_string(static_cast<int>(value));
    visited += ' ';
  });
  CHECK(visited == "x=1 y=why w=4 ");
  for_each_attr(b, [](std::string_view, auto& value) {
    if constexpr (std::is_same_v<decltype(value), int&>) value += 10;
  });
  CHECK(getattr(b, "x"_slot) == 11);
  CHECK(getattr(b, "w"_slot) == 14);
  const B& constant = b;
  for_each_attr(constant, [](std::string_view, auto& value) {
    STATIC_REQUIRE(std::is_const_v<std::remove_reference_t<decltype(value)>>);
  });
}

TEST_CASE("a slot that is unset while for_each_attr is on its way is passed over", "[attribute_by_slot]") {
  struct A : sl::object<A, sl::slots<sl::slot<"a", int>, sl::slot<"b", int>, sl::slot<"c", int>>> {
    using object::object;
  };
  struct B : sl::object<B, sl::extends<A>, sl::slots<sl::slot<"d", int>>> {
    using object::object;
  };
  for (const bool full : {true, false}) {
    B b{1, 2, 3, 4};
    if (!full) delattr(b, "a"_slot);
    std::string visited;
    for_each_attr(b, [&](std::string_view name, int) {
      visited += name;
      if (name == "b") delattr(b, "d"_slot);
    });
    CHECK(visited == (full ? "abc" : "bc"));
    visited.clear();
    for_each_attr(b, [&](std::string_view name, int) { visited += name; });
    CHECK(visited == (full ? "abc" : "bc"));
  }
}

/// Whether a visit of the constant object asks but once.
template <class C>
bool is_full(const C& object) {
  using entries = sl::detail::entries_of<sl::detail::declaration_of<C>>;
  return sl::detail::is_full(static_cast<const sl::detail::seen_as<C>&>(object), static_cast<entries*>(nullptr));
}

TEST_CASE("of a constant object, too, for_each_attr visits what is set, whichever slot is not", "[attribute_by_slot]") {
  struct A : sl::object<A, sl::slots<sl::slot<"a", int>, sl::slot<"b", int>, sl::field<"c", std::string>,
                                     sl::slot<"d", int>, sl::slot<"e", int>, sl::slot<"f", int>, sl::slot<"g", int>,
                                     sl::slot<"h", int>, sl::slot<"i", int>, sl::slot<"j", int>>> {
    using object::object;
  };
  struct B : sl::object<B, sl::extends<A>, sl::slots<sl::slot<"k", char>, sl::slot<"l", double>>> {
    using object::object;
  };
  const std::string all = "abcdefghijkl";
  const auto visited = [](const B& object) {
    std::string names;
    for_each_attr(object, [&](std::string_view name, const auto&) { names += name; });
    return names;
  };
  B full(1, 2, "", 4, 5, 6, 7, 8, 9, 10, 'k', 12.0);
  CHECK(visited(full) == all);
  CHECK(is_full(full));
  sl::for_each_slot<B>([&](auto slot) {
    if constexpr (slot.may_be_unset) {
      B one_less = full;
      slot.del(one_less);
      std::string others = all;
      others.erase(others.find(slot.name), 1);
      CHECK(visited(one_less) == others);
      CHECK_FALSE(is_full(one_less));
    }
  });
}

TEST_CASE("unset, misuse and all verbs in constant expressions", "[attribute_by_slot]") {
  struct Constant : sl::object<Constant, sl::slots<sl::field<"a", int>, sl::slot<"b", int>>> {
    using object::object;
  };
  constexpr int result = [] {
    Constant o{1};
    int sum = getattr(o, "b"_slot, 10) + getattr(o, "a"_slot);
    setattr(o, "b"_slot, 100);
    sum += *find_attr(o, "b"_slot);
    for_each_attr(o, [&](std::string_view, const int& value) { sum += 1000 * value; });
    delattr(o, "b"_slot);
    return hasattr(o, "b"_slot) ? -1 : sum;
  }();
  STATIC_REQUIRE(result == 101111);
  constexpr Constant constant{5};
  STATIC_REQUIRE(getattr(constant, "a"_slot) == 5);
  STATIC_REQUIRE_FALSE(hasattr(constant, "b"_slot));
}

}  // namespace unit_attribute_by_slot
