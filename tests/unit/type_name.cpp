#include <slotted/type_name.hpp>

#include <slotted/slotted.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"

namespace sl = slotted;

namespace unit_type_name {

namespace inner {
struct plain {};
template <class T>
struct box {};
}  // namespace inner

TEST_CASE("types are named as the compiler writes them, strings as people do", "[type_name]") {
  STATIC_REQUIRE(sl::type_name<int> == "int");
  STATIC_REQUIRE(sl::type_name<double> == "double");
  STATIC_REQUIRE(sl::type_name<bool> == "bool");
  STATIC_REQUIRE(sl::type_name<unsigned char> == "unsigned char");
  STATIC_REQUIRE(sl::type_name<std::string> == "std::string");
  STATIC_REQUIRE(sl::type_name<std::string_view> == "std::string_view");
  STATIC_REQUIRE(sl::type_name<inner::plain> == "unit_type_name::inner::plain");
  STATIC_REQUIRE(sl::type_name<inner::box<inner::plain>> == "unit_type_name::inner::box<unit_type_name::inner::plain>");
  CHECK_THAT(std::string(sl::type_name<const char*>), support::contains("const char"));
}

TEST_CASE("a type's name ends with NUL, for those who print with printf", "[type_name]") {
  STATIC_REQUIRE(sl::type_name<inner::plain>.data()[sl::type_name<inner::plain>.size()] == '\0');
}

TEST_CASE("what stands before a name is cut, what stands in its brackets is not", "[type_name]") {
  using sl::detail::without_scope;
  STATIC_REQUIRE(without_scope("Point") == "Point");
  STATIC_REQUIRE(without_scope("a::b::Point") == "Point");
  STATIC_REQUIRE(without_scope("a::Box<a::b::Point>") == "Box<a::b::Point>");
  STATIC_REQUIRE(without_scope("a::Box<int>::Inner") == "Inner");
  STATIC_REQUIRE(without_scope("{anonymous}::Point") == "Point");
  STATIC_REQUIRE(without_scope("(anonymous namespace)::Point") == "Point");
  STATIC_REQUIRE(without_scope("f(a::b)::Point") == "Point");
  STATIC_REQUIRE(without_scope("").empty());
}

struct Global : sl::object<Global, sl::slots<>> {};
struct Outer {
  struct Inner : sl::object<Inner, sl::slots<>> {};
};
template <class T>
struct Box : sl::object<Box<T>, sl::slots<sl::slot<"value", T>>> {
  using Box::object::object;
};
namespace {
struct Hidden : sl::object<Hidden, sl::slots<>> {};
}  // namespace

TEST_CASE("brackets and colons in characters are only letters", "[type_name]") {
  using sl::detail::without_scope;
  CHECK(without_scope("outer<'>'>::Point<int>") == "Point<int>");
  CHECK(without_scope("outer<'\\''>::Point") == "Point");
  CHECK(without_scope("Point<':'>") == "Point<':'>");
  CHECK(without_scope("'<'::Point") == "Point");
  CHECK(without_scope("a::Point'") == "Point'");  // no character, whatever wrote that
  CHECK(without_scope("a':").empty());
  CHECK(without_scope(">a::Point") == "Point");
}

template <class T>
std::string_view name_of_local() {
  struct Local : sl::object<Local, sl::slots<sl::slot<"value", T>>> {
    using Local::object::object;
  };
  return sl::class_name<Local>;
}

TEST_CASE("a class is named without its scope, as Python's __name__ is", "[type_name]") {
  struct Local : sl::object<Local, sl::slots<>> {};
  STATIC_REQUIRE(sl::class_name<Global> == "Global");
  STATIC_REQUIRE(sl::class_name<Outer::Inner> == "Inner");
  STATIC_REQUIRE(sl::class_name<Box<int>> == "Box<int>");
  STATIC_REQUIRE(sl::class_name<Box<inner::plain>> == "Box<unit_type_name::inner::plain>");
  STATIC_REQUIRE(sl::class_name<Hidden> == "Hidden");
  STATIC_REQUIRE(sl::class_name<const Global> == "Global");
  CHECK(sl::class_name<Local> == "Local");
  CHECK(name_of_local<int>() == "Local");
  CHECK(name_of_local<std::vector<inner::plain>>() == "Local");
}

}  // namespace unit_type_name
