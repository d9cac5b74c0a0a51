#include <slotted/dict_attribute_ref.hpp>

#include <slotted/slotted.hpp>

#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_dict_attribute_ref {

struct Shape : sl::object<Shape, sl::slots<sl::slot<"name", std::string, sl::alias<"title">>, sl::dict_slot<>>> {
  using object::object;
};
struct opaque {
  int n = 0;
};
struct Circle
    : sl::object<Circle, sl::extends<Shape>,
                 sl::slots<sl::slot<"radius", double, sl::alias<"half">>, sl::slot<"id", int, sl::readonly>,
                           sl::slot<"q", opaque>, sl::slot<"list", std::vector<int>>, sl::slot<"s", std::string>>> {
  using object::object;
};
struct Ints : sl::object<Ints, sl::slots<sl::slot<"own", std::string>, sl::dict_slot<int>>> {
  using object::object;
};

std::string text_of(const auto& ref) {
  std::ostringstream out;
  out << ref;
  return out.str();
}

TEST_CASE("a reference is to a slot, to a dynamic attribute, or to a slot of the real class", "[dict_attribute_ref]") {
  Circle circle{"name"_slot = "c", "radius"_slot = 2.0, "id"_slot = 5};
  Shape& shape = circle;
  setattr(shape, "extra", 7);
  CHECK(getattr(shape, "name").type() == "std::string");
  CHECK(getattr(shape, "title").name() == "name");
  CHECK(getattr(shape, "extra").type() == "int");
  CHECK(getattr(shape, "extra").name() == "extra");
  CHECK(getattr(shape, "radius").type() == "double");
  CHECK(getattr(shape, "half").name() == "radius");
  CHECK(getattr(shape, "name").holds<std::string>());
  CHECK(getattr(shape, "extra").holds<int>());
  CHECK(getattr(shape, "extra").holds<sl::value>());
  CHECK_FALSE(getattr(shape, "extra").holds<double>());
  CHECK(getattr(shape, "radius").holds<const double>());
  CHECK_FALSE(getattr(shape, "radius").holds<sl::value>());
}

TEST_CASE("its name is that of the attribute, however long the one lived that was asked for", "[dict_attribute_ref]") {
  Shape shape;
  setattr(shape, std::string(50, 'n'), 1);
  const auto ref = getattr(shape, std::string(50, 'n'));
  CHECK(ref.name() == std::string(50, 'n'));
  CHECK(ref == 1);
}

TEST_CASE("get and get_if of each kind", "[dict_attribute_ref]") {
  Circle circle{"name"_slot = "c", "radius"_slot = 2.0, "id"_slot = 5};
  Shape& shape = circle;
  const Shape& seen = circle;
  setattr(shape, "extra", 7);
  STATIC_REQUIRE(std::is_same_v<decltype(getattr(shape, "extra").get<int>()), int&>);
  STATIC_REQUIRE(std::is_same_v<decltype(getattr(seen, "extra").get<int>()), const int&>);
  STATIC_REQUIRE(std::is_same_v<decltype(getattr(seen, "extra").get_if<int>()), const int*>);
  getattr(shape, "extra").get<int>() = 8;
  getattr(shape, "radius").get<double>() = 3.0;
  getattr(shape, "name").get<std::string>() = "d";
  CHECK(getattr(seen, "extra").get<int>() == 8);
  CHECK(circle["radius"_slot].value() == 3.0);
  CHECK(circle["name"_slot].value() == "d");
  CHECK(getattr(shape, "extra").get_if<double>() == nullptr);
  CHECK(getattr(shape, "radius").get_if<int>() == nullptr);
  CHECK(getattr(shape, "radius").get_if<double>() == &circle["radius"_slot].value());
  CHECK_THROWS_AS(getattr(shape, "extra").get<double>(), sl::type_error);
  CHECK_THROWS_AS(getattr(shape, "radius").get<int>(), sl::type_error);
  CHECK_THROWS_AS(getattr(shape, "name").get<int>(), sl::type_error);
  CHECK(getattr(shape, "extra").get<sl::value>().holds<int>());
}

TEST_CASE("a readonly slot of the real class is read, and not written", "[dict_attribute_ref]") {
  Circle circle{"id"_slot = 5};
  Shape& shape = circle;
  CHECK(getattr(shape, "id") == 5);
  CHECK(getattr(shape, "id").get<const int>() == 5);
  CHECK(*getattr(shape, "id").get_if<const int>() == 5);
  CHECK(getattr(shape, "id").get_if<int>() == nullptr);
  CHECK_THROWS_AS(getattr(shape, "id").get<int>(), sl::attribute_error);
  CHECK(getattr(std::as_const(shape), "id").get<int>() == 5);
}

TEST_CASE("there is no reference to what is not there", "[dict_attribute_ref]") {
  Circle circle;
  Shape& shape = circle;
  CHECK_THROWS_AS(getattr(shape, "nothing"), sl::attribute_error);
  CHECK_THROWS_AS(getattr(shape, "name"), sl::attribute_error);
  CHECK_THROWS_AS(getattr(shape, "radius"), sl::attribute_error);
  CHECK_THROWS_AS(getattr(shape, "nothing"_attr), sl::attribute_error);
}

TEST_CASE("it compares by value: numbers as numbers, text as text", "[dict_attribute_ref]") {
  Circle circle{"radius"_slot = 2.0, "s"_slot = "text"};
  Shape& shape = circle;
  setattr(shape, "n", 2);
  setattr(shape, "t", "text");
  setattr(shape, "o", opaque{1});
  CHECK(getattr(shape, "n") == 2);
  CHECK(getattr(shape, "n") == 2u);
  CHECK(getattr(shape, "n") == 2.0);
  CHECK(getattr(shape, "n") != 3);
  CHECK(getattr(shape, "n") != "2");
  CHECK(getattr(shape, "t") == "text");
  CHECK(getattr(shape, "t") == std::string("text"));
  CHECK(getattr(shape, "radius") == 2);
  CHECK(getattr(shape, "radius") == 2.0f);
  CHECK(getattr(shape, "s") == "text");
  CHECK(getattr(shape, "o") != 1);
  CHECK(getattr(shape, "n") == getattr(shape, "radius"));
  CHECK(getattr(shape, "s") == getattr(shape, "t"));
  CHECK(getattr(shape, "s") != getattr(shape, "n"));
  CHECK(getattr(shape, "o") != getattr(shape, "n"));
  CHECK(getattr(shape, "n") != getattr(shape, "o"));
  Ints ints;
  setattr(ints, "n", 2);
  CHECK(getattr(ints, "n") == getattr(shape, "n"));
  CHECK(getattr(shape, "radius") == getattr(ints, "n"));
}

TEST_CASE("a type that has == compares with itself, also inside a value", "[dict_attribute_ref]") {
  Shape shape;
  setattr(shape, "v", std::vector<int>{1, 2});
  CHECK(getattr(shape, "v") == std::vector<int>{1, 2});
  CHECK(getattr(shape, "v") != std::vector<int>{1});
  Circle circle{"list"_slot = std::vector<int>{3}};
  CHECK(getattr(static_cast<Shape&>(circle), "list") == std::vector<int>{3});
}

TEST_CASE("it prints as the value does", "[dict_attribute_ref]") {
  Circle circle{"name"_slot = "c", "radius"_slot = 2.5, "q"_slot = opaque{}};
  Shape& shape = circle;
  setattr(shape, "n", 7);
  setattr(shape, "t", "text");
  setattr(shape, "o", opaque{});
  setattr(shape, "none", sl::value());
  CHECK(text_of(getattr(shape, "name")) == "c");
  CHECK(text_of(getattr(shape, "radius")) == "2.5");
  CHECK(text_of(getattr(shape, "n")) == "7");
  CHECK(text_of(getattr(shape, "t")) == "text");
  CHECK_THAT(text_of(getattr(shape, "o")), support::contains("opaque>"));
  CHECK_THAT(text_of(getattr(shape, "q")), support::contains("opaque>"));
  CHECK(text_of(getattr(shape, "none")) == "<nothing>");
  Ints ints;
  setattr(ints, "n", 5);
  CHECK(text_of(getattr(ints, "n")) == "5");
}

TEST_CASE("visit sees what a value holds", "[dict_attribute_ref]") {
  Circle circle{"name"_slot = "c", "radius"_slot = 2.5};
  Shape& shape = circle;
  setattr(shape, "n", 7);
  setattr(shape, "b", true);
  setattr(shape, "t", "text");
  setattr(shape, "v", std::vector<int>{1});
  const auto kind = []<class T>(const T&) -> std::string {
    if constexpr (std::is_same_v<T, bool>)
      return "bool";
    else if constexpr (std::is_integral_v<T>)
      return "integer";
    else if constexpr (std::is_floating_point_v<T>)
      return "floating";
    else if constexpr (std::is_convertible_v<T, std::string_view>)
      return "text";
    else
      return "other";
  };
  CHECK(getattr(shape, "name").visit(kind) == "text");
  CHECK(getattr(shape, "radius").visit(kind) == "floating");
  CHECK(getattr(shape, "n").visit(kind) == "integer");
  CHECK(getattr(shape, "b").visit(kind) == "bool");
  CHECK(getattr(shape, "t").visit(kind) == "text");
  CHECK(getattr(shape, "v").visit(kind) == "other");
}

struct only_ints {
  std::size_t operator()(const std::string& text) const { return text.size(); }
  std::size_t operator()(int n) const { return static_cast<std::size_t>(n); }
};

TEST_CASE("a visitor that takes some types only sees the slots of the class and the type of the dict",
          "[dict_attribute_ref]") {
  struct Sub : sl::object<Sub, sl::extends<Ints>, sl::slots<sl::slot<"more", opaque>>> {
    using object::object;
  };
  Sub sub{"own"_slot = "four", "more"_slot = opaque{}};
  Ints& ints = sub;
  setattr(ints, "n", 5);
  CHECK(getattr(ints, "own").visit(only_ints{}) == 4);
  CHECK(getattr(ints, "n").visit(only_ints{}) == 5);
  CHECK_THROWS_AS(getattr(ints, "more").visit(only_ints{}), sl::type_error);
}

TEST_CASE("a class without slots of its own", "[dict_attribute_ref]") {
  struct Only : sl::object<Only> {
    using object::object;
  };
  Only o;
  setattr(o, "n", 5);
  CHECK(getattr(o, "n") == 5);
  CHECK(getattr(std::as_const(o), "n").get<int>() == 5);
  CHECK(text_of(getattr(o, "n")) == "5");
}

}  // namespace unit_dict_attribute_ref
