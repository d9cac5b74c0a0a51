#include <slotted/attribute_key.hpp>

#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <slotted/slotted.hpp>

#include "support/catch.hpp"

namespace sl = slotted;

namespace {

struct Shape : sl::object<Shape, sl::slots<sl::slot<"name", std::string>, sl::dict_slot<int>>> {
  using object::object;
};
struct Circle : sl::object<Circle, sl::extends<Shape>, sl::slots<sl::slot<"radius", int>>> {
  using object::object;
};

static_assert(!std::is_convertible_v<const char*, sl::attribute_key>);
static_assert(std::is_convertible_v<sl::attribute_key, std::string_view>);

TEST_CASE("a key finds what its text finds, in every verb", "[attribute_key]") {
  const sl::attribute_key key("weight");
  Shape o;
  CHECK_FALSE(hasattr(o, key));
  CHECK(find_attr<int>(o, key) == nullptr);
  CHECK(getattr(o, key, 7) == 7);
  CHECK_THROWS_AS(getattr<int>(o, key), sl::attribute_error);
  setattr(o, key, 1);
  for (int i = 0; i != 40; ++i) {
    CHECK(getattr<int>(o, key) == 1 + i);
    CHECK(hasattr(o, key));
    CHECK(*find_attr<int>(o, key) == 1 + i);
    CHECK(getattr(std::as_const(o), key) == 1 + i);
    setattr(o, key, 2 + i);
  }
  CHECK_THROWS_AS(getattr<double>(o, key), sl::type_error);
  CHECK(find_attr<double>(o, key) == nullptr);
  delattr(o, key);
  CHECK_FALSE(hasattr(o, key));
  CHECK_THROWS_AS(delattr(o, key), sl::attribute_error);
}

TEST_CASE("a key of a slot's name finds the slot", "[attribute_key]") {
  const sl::attribute_key name("name"), radius("radius");
  Circle circle;
  Shape& shape = circle;
  setattr(shape, name, "c");
  setattr(shape, radius, 5);
  CHECK(getattr<std::string>(shape, name) == "c");
  CHECK(getattr<int>(shape, radius) == 5);
  CHECK(getattr<int>(circle, radius) == 5);
  CHECK(vars(circle).empty());
}

TEST_CASE("a key is right for objects of any shape and class, also when shapes have died", "[attribute_key]") {
  const sl::attribute_key key("k");
  for (int round = 0; round != 40; ++round) {
    Shape a, b;
    Circle c;
    setattr(a, "k", 1);
    setattr(b, "before", 0);
    setattr(b, "k", 2);
    setattr(c, "k", 3);
    Shape alone;
    for (int i = 0; i != 50; ++i) setattr(alone, "n" + std::to_string(i), i);
    setattr(alone, "k", 4);
    CHECK(getattr<int>(a, key) == 1);
    CHECK(getattr<int>(b, key) == 2);
    CHECK(getattr<int>(static_cast<Shape&>(c), key) == 3);
    CHECK(getattr<int>(alone, key) == 4);
    const Shape sliced = c;
    CHECK(getattr<int>(sliced, key) == 3);
    delattr(b, "before");
    CHECK(getattr<int>(b, key) == 2);
  }
}

TEST_CASE("a key keeps the shape that it knows, and gives it up", "[attribute_key]") {
  const std::size_t before = sl::shape_count<Shape>();
  {
    sl::attribute_key key("k");
    {
      Shape o;
      setattr(o, "k", 1);
      CHECK(getattr<int>(o, key) == 1);
    }
    CHECK(sl::shape_count<Shape>() == before + 1);
    const sl::attribute_key copy(key);
    CHECK(copy == key);
    CHECK(copy.text() == "k");
    key = sl::attribute_key("other");
    CHECK(sl::shape_count<Shape>() == before);
  }
  CHECK(sl::shape_count<Shape>() == before);
}

}  // namespace
