#include <slotted/attribute.hpp>

#include <slotted/slotted.hpp>

#include <memory>
#include <string>
#include <type_traits>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_attribute {

struct Point : sl::object<Point, sl::slots<sl::field<"x", int>, sl::slot<"label", std::string>>> {
  using object::object;
};

// The two families of verbs have one meaning: what one does, the other sees.

template <class Set, class Get>
void round_trip(const Set& set, const Get& get) {
  Point p{1};
  setattr(p, set, "home");
  CHECK(hasattr(p, get));
  CHECK(getattr(p, get) == "home");
  CHECK(*find_attr<std::string>(p, get) == "home");
  CHECK(find_attr<std::string>(p, get) == find_attr<std::string>(p, set));
  CHECK(getattr(p, get, "none") == "home");
  delattr(p, set);
  CHECK_FALSE(hasattr(p, get));
  CHECK(find_attr<std::string>(p, get) == nullptr);
  CHECK_THROWS_AS(getattr(p, get), sl::attribute_error);
  CHECK_THROWS_AS(delattr(p, get), sl::attribute_error);
}

TEST_CASE("compile-time names, run-time names and keys mean the same slot", "[attribute]") {
  const std::string text = "label";
  const auto key = sl::resolve<Point>(text);
  round_trip("label"_slot, text);
  round_trip(text, "label"_slot);
  round_trip("label"_slot, key);
  round_trip(key, "label"_slot);
  round_trip(text, key);
  round_trip(key, "label");
}

TEST_CASE("row 83: a descriptor writes past what a class hides behind members of its own", "[attribute]") {
  struct Guarded : sl::object<Guarded, sl::slots<sl::slot<"x", int>>> {
    using object::object;
    int refused = 0;
    void set(int) { ++refused; }
  };
  Guarded g;
  g.set(1);
  CHECK(g.refused == 1);
  CHECK_FALSE(hasattr(g, "x"));
  sl::descriptor<Guarded, "x">.set(g, 8);
  CHECK(getattr(g, "x") == 8);
  CHECK_THROWS_AS(setattr(g, "nope", 8), sl::attribute_error);
}

TEST_CASE("row 94: a value that is computed once is cached in a slot", "[attribute]") {
  struct Report : sl::object<Report, sl::slots<sl::field<"words", int>, sl::slot<"cost", int>>> {
    using object::object;
    int computed = 0;
    int cost() {
      if (!has("cost"_slot)) set("cost"_slot, (++computed, 3 * get("words"_slot)));
      return get("cost"_slot);
    }
  };
  Report report{5};
  CHECK(report.cost() == 15);
  CHECK(report.cost() == 15);
  CHECK(report.computed == 1);
  delattr(report, "cost");
  CHECK(report.cost() == 15);
  CHECK(report.computed == 2);
}

TEST_CASE("slotted objects behind smart pointers and in const containers", "[attribute]") {
  const auto shared = std::make_shared<const Point>(Point{3, "a"});
  CHECK(getattr(*shared, "label") == "a");
  CHECK(getattr(*shared, "x"_slot) == 3);
  STATIC_REQUIRE(std::is_same_v<decltype(getattr<int>(*shared, "x")), const int&>);
}

}  // namespace unit_attribute
