#include <slotted/attribute_ref.hpp>

#include <slotted/slotted.hpp>

#include <cstdint>
#include <limits>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_attribute_ref {

struct opaque {
  int n = 0;
};
struct printed {
  int n = 0;
  friend std::ostream& operator<<(std::ostream& out, const printed& p) { return out << "printed " << p.n; }
  friend bool operator==(const printed& a, const printed& b) { return a.n == b.n; }
};

struct All
    : sl::object<
          All,
          sl::slots<sl::slot<"i", int>, sl::slot<"d", double>, sl::slot<"s", std::string, sl::alias<"string">>,
                    sl::slot<"b", bool>, sl::slot<"u", std::uint64_t>, sl::slot<"o", opaque>, sl::slot<"p", printed>,
                    sl::slot<"v", std::vector<int>>, sl::slot<"c", char>, sl::slot<"r", long, sl::readonly>>> {
  using object::object;
};

All made() {
  return All{5, 2.5, "text", true, std::uint64_t{1} << 63, opaque{1}, printed{2}, std::vector<int>{1, 2}, 'c', 9};
}

std::string text_of(const auto& ref) {
  std::ostringstream out;
  out << ref;
  return out.str();
}

TEST_CASE("a reference knows the type and the name of what it refers to", "[attribute_ref]") {
  All o = made();
  CHECK(getattr(o, "i").type() == "int");
  CHECK(getattr(o, "s").type() == "std::string");
  CHECK(getattr(o, "s").name() == "s");
  CHECK(getattr(o, "string").name() == "s");
  CHECK(getattr(o, "i").holds<int>());
  CHECK(getattr(o, "i").holds<const int>());
  CHECK_FALSE(getattr(o, "i").holds<long>());
  CHECK_FALSE(getattr(o, "i").holds<unsigned>());
}

TEST_CASE("get and get_if give the value to those who know its type", "[attribute_ref]") {
  All o = made();
  const All& c = o;
  STATIC_REQUIRE(std::is_same_v<decltype(getattr(o, "i").get<int>()), int&>);
  STATIC_REQUIRE(std::is_same_v<decltype(getattr(c, "i").get<int>()), const int&>);
  STATIC_REQUIRE(std::is_same_v<decltype(getattr(o, "i").get_if<int>()), int*>);
  STATIC_REQUIRE(std::is_same_v<decltype(getattr(o, "r").get<long>()), const long&>);
  CHECK(getattr(o, "i").get<int>() == 5);
  getattr(o, "i").get<int>() = 6;
  CHECK(o["i"_slot].value() == 6);
  CHECK(getattr(o, "i").get_if<int>() == &o["i"_slot].value());
  CHECK(getattr(o, "i").get_if<double>() == nullptr);
  CHECK(getattr(c, "r").get<long>() == 9);
  CHECK_THROWS_AS(getattr(o, "i").get<double>(), sl::type_error);
  CHECK_THROWS_AS(getattr(o, "s").get<std::string_view>(), sl::type_error);
}

TEST_CASE("visit calls with the value itself", "[attribute_ref]") {
  All o = made();
  const auto size_of = [](const auto& value) { return sizeof(value); };
  CHECK(getattr(o, "i").visit(size_of) == sizeof(int));
  CHECK(getattr(o, "s").visit(size_of) == sizeof(std::string));
  CHECK(getattr(o, "o").visit(size_of) == sizeof(opaque));
  getattr(o, "d").visit([](auto& value) {
    if constexpr (std::is_same_v<decltype(value), double&>) value = 7.5;
  });
  CHECK(*o["d"_slot] == 7.5);
}

TEST_CASE("a reference compares with values: numbers as numbers, all else as its type does", "[attribute_ref]") {
  const All o = made();
  CHECK(getattr(o, "i") == 5);
  CHECK(5 == getattr(o, "i"));
  CHECK(getattr(o, "i") != 6);
  CHECK(getattr(o, "i") == 5u);
  CHECK(getattr(o, "i") == 5.0);
  CHECK(getattr(o, "i") != 5.5);
  CHECK(getattr(o, "i") == std::int8_t{5});
  CHECK(getattr(o, "i") != (std::int64_t{1} << 32) + 5);
  CHECK(getattr(o, "d") == 2.5);
  CHECK(getattr(o, "d") == 2.5f);
  CHECK(getattr(o, "u") == std::uint64_t{1} << 63);
  CHECK(getattr(o, "u") != -1);
  CHECK(getattr(o, "u") != std::numeric_limits<std::int64_t>::min());
  CHECK(getattr(o, "b") == true);
  CHECK(getattr(o, "b") == 1);
  CHECK(getattr(o, "b") != 2);
  CHECK(getattr(o, "s") == "text");
  CHECK(getattr(o, "s") == std::string("text"));
  CHECK(getattr(o, "s") == std::string_view("text"));
  CHECK(getattr(o, "s") != "other");
  CHECK(getattr(o, "s") != 5);
  CHECK(getattr(o, "i") != "5");
  CHECK(getattr(o, "p") == printed{2});
  CHECK(getattr(o, "p") != printed{3});
  CHECK(getattr(o, "v") == std::vector<int>{1, 2});
  CHECK(getattr(o, "c") == 'c');
  CHECK(getattr(o, "o") != 1);  // no comparison: equal to nothing
}

TEST_CASE("references compare with each other, across slots and classes", "[attribute_ref]") {
  struct Other : sl::object<Other, sl::slots<sl::field<"n", std::int64_t>, sl::field<"t", std::string_view>>> {
    using object::object;
  };
  All o = made();
  const All copy = o;
  const Other other{5, "text"};
  CHECK(getattr(o, "i") == getattr(copy, "i"));
  CHECK(getattr(o, "i") != getattr(copy, "d"));
  CHECK(getattr(o, "i") == getattr(other, "n"));
  CHECK(getattr(other, "n") == getattr(o, "i"));
  CHECK(getattr(o, "s") == getattr(other, "t"));
  CHECK(getattr(o, "s") != getattr(other, "n"));
  setattr(o, "i", 6);
  CHECK(getattr(o, "i") != getattr(copy, "i"));
}

TEST_CASE("a reference prints its value, or the type in brackets", "[attribute_ref]") {
  const All o = made();
  CHECK(text_of(getattr(o, "i")) == "5");
  CHECK(text_of(getattr(o, "d")) == "2.5");
  CHECK(text_of(getattr(o, "s")) == "text");
  CHECK(text_of(getattr(o, "p")) == "printed 2");
  CHECK(text_of(getattr(o, "o")) == "<unit_attribute_ref::opaque>");
  CHECK_THAT(text_of(getattr(o, "v")), support::contains("vector<int"));
}

TEST_CASE("a reference is a small value that sees later changes", "[attribute_ref]") {
  All o = made();
  const auto ref = getattr(o, "i");
  STATIC_REQUIRE(std::is_trivially_copyable_v<decltype(ref)>);
  STATIC_REQUIRE(sizeof(ref) <= 2 * sizeof(void*));
  const auto copy = ref;
  setattr(o, "i", 77);
  CHECK(copy == 77);
  CHECK(ref == copy);
}

TEST_CASE("a reference to a pointer or an array compares as they do", "[attribute_ref]") {
  struct Raw
      : sl::object<Raw, sl::slots<sl::slot<"p", int*>, sl::slot<"a", int[2]>, sl::slot<"u", std::unique_ptr<int>>>> {
    using object::object;
  };
  int target = 0;
  Raw raw{&target};
  CHECK(getattr(raw, "p") == &target);
  CHECK(getattr(raw, "p") != nullptr);
  CHECK(getattr(raw, "p").get<int*>() == &target);
  const int two[2] = {1, 2};
  setattr(raw, "a", two);
  CHECK(getattr(raw, "a").get<int[2]>()[1] == 2);
  CHECK(getattr(raw, "a") != 1);  // neither its elements nor its address
}

TEST_CASE("references work in constant expressions", "[attribute_ref]") {
  struct Constant : sl::object<Constant, sl::slots<sl::field<"a", int>, sl::slot<"b", double>>> {
    using object::object;
  };
  static constexpr Constant o{3};
  STATIC_REQUIRE(getattr(o, "a") == 3);
  STATIC_REQUIRE(getattr(o, "a") != 4);
  STATIC_REQUIRE(getattr(o, "a").get<int>() == 3);
  STATIC_REQUIRE(getattr(o, "a").get_if<double>() == nullptr);
  STATIC_REQUIRE(getattr(o, "a").type() == "int");
  STATIC_REQUIRE(getattr(o, "a").name() == "a");
  STATIC_REQUIRE(getattr(o, "a").visit([](const auto& value) { return static_cast<int>(value); }) == 3);
}

struct Nothing : sl::object<Nothing, sl::slots<>> {
  using object::object;
};

TEST_CASE("a reference of a class without slots compiles in code for any class", "[attribute_ref]") {
  const auto what_is = [](const auto& object, std::string_view name) -> std::string {
    return getattr(object, name).visit([](const auto&) { return std::string("a value"); });
  };
  All o = made();
  const Nothing nothing;
  CHECK(what_is(o, "i") == "a value");
  CHECK_THROWS_AS(what_is(nothing, "i"), sl::attribute_error);
  CHECK_THROWS_AS(getattr(nothing, "i") == 3, sl::attribute_error);
  CHECK_THROWS_AS(getattr(nothing, "i") == getattr(o, "i"), sl::attribute_error);
  CHECK_THROWS_AS(text_of(getattr(nothing, "i")), sl::attribute_error);
}

}  // namespace unit_attribute_ref
