#include <slotted/errors.hpp>

#include <slotted/slotted.hpp>

#include <cstdint>
#include <exception>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_errors {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::slot<"label", std::string>,
                                           sl::field<"serial", std::uint8_t, sl::readonly, sl::defaults_to<7>>,
                                           sl::slot<"level", std::int8_t>>> {
  using object::object;
};

/// The message of the error that `f` throws, which must be an `Error` and nothing derived from it.
template <class Error, class F>
std::string message_of(F&& f) {
  try {
    f();
  } catch (const sl::error_base& error) {
#if defined(__cpp_rtti)
    CHECK(typeid(error) == typeid(Error));
#endif
    return error.what();
  }
  return "nothing was thrown";
}

TEST_CASE("every error of the library is an error_base, and a std::runtime_error", "[errors]") {
  STATIC_REQUIRE(std::is_base_of_v<std::runtime_error, sl::error_base>);
  STATIC_REQUIRE(std::is_base_of_v<sl::error_base, sl::attribute_error>);
  STATIC_REQUIRE(std::is_base_of_v<sl::error_base, sl::type_error>);
  STATIC_REQUIRE(std::is_base_of_v<sl::error_base, sl::reference_error>);
}

TEST_CASE("each is made from its message, a class and a name", "[errors]") {
  const auto check = [](const sl::error_base& error) {
    CHECK(std::string_view(error.what()) == "message");
    CHECK(error.class_name() == "Class");
    CHECK(error.name() == "name");
  };
  check(sl::attribute_error("message", "Class", "name"));
  check(sl::type_error("message", "Class", "name"));
  check(sl::reference_error("message", "Class", "name"));
}

TEST_CASE("copying an exception throws nothing", "[errors]") {
  STATIC_REQUIRE(std::is_nothrow_copy_constructible_v<sl::attribute_error>);
  STATIC_REQUIRE(std::is_nothrow_copy_assignable_v<sl::attribute_error>);
  STATIC_REQUIRE(std::is_nothrow_copy_constructible_v<sl::type_error>);
  STATIC_REQUIRE(std::is_nothrow_copy_constructible_v<sl::reference_error>);
  STATIC_REQUIRE(std::is_nothrow_destructible_v<sl::error_base>);
}

TEST_CASE("copies of an exception say the same, whichever dies first", "[errors]") {
  sl::attribute_error outer("first", "A", "a");
  {
    const sl::attribute_error inner(std::string(1000, 'w'), "Point", std::string(1000, 'n'));
    const sl::attribute_error copy(inner);  // NOLINT(performance-unnecessary-copy-initialization)
    CHECK(copy.name() == inner.name());
    outer = inner;
    const sl::attribute_error& same = outer;
    outer = same;
  }
  CHECK(outer.what() == std::string(1000, 'w'));
  CHECK(outer.name() == std::string(1000, 'n'));
  CHECK(outer.class_name() == "Point");
  const sl::attribute_error moved(std::move(outer));
  CHECK(moved.name() == std::string(1000, 'n'));
}

// row 73, row 78
TEST_CASE("row 73, row 78: reading an unset slot says so, with the class and the slot", "[errors]") {
  const Point p{1.0};
  CHECK(message_of<sl::attribute_error>([&] { getattr(p, "label"_slot); }) ==
        "'Point' object has no attribute 'label': the slot is unset");
  CHECK(message_of<sl::attribute_error>([&] { getattr(p, "label"); }) ==
        "'Point' object has no attribute 'label': the slot is unset");
  try {
    getattr(p, "label");
  } catch (const sl::attribute_error& error) {
    CHECK(error.class_name() == "Point");
    CHECK(error.name() == "label");
  }
}

TEST_CASE("row 77, row 78: deleting an unset slot says so, with the class and the slot", "[errors]") {
  Point p{1.0};
  CHECK(message_of<sl::attribute_error>([&] { delattr(p, "label"_slot); }) ==
        "'Point' object has no attribute 'label': the slot is unset");
  CHECK(message_of<sl::attribute_error>([&] { delattr(p, "label"); }) ==
        "'Point' object has no attribute 'label': the slot is unset");
}

TEST_CASE("row 76, row 78: an unknown name is an error that begins with CPython's own sentence", "[errors]") {
  Point p{1.0};
  CHECK(message_of<sl::attribute_error>([&] { getattr(p, "nope"); }) ==
        "'Point' object has no attribute 'nope': no slot of that name");
  CHECK(message_of<sl::attribute_error>([&] { setattr(p, "nope", 1); }) ==
        "'Point' object has no attribute 'nope' and no __dict__ for setting new attributes");
  CHECK(message_of<sl::attribute_error>([&] { delattr(p, "nope"); }) ==
        "'Point' object has no attribute 'nope': no slot of that name");
  CHECK(message_of<sl::attribute_error>([&] { getattr<int>(p, "nope"); }) ==
        "'Point' object has no attribute 'nope': no slot of that name");
  for (const auto& use : {+[](Point& o) { getattr(o, "nope"); }, +[](Point& o) { setattr(o, "nope", 1); },
                          +[](Point& o) { delattr(o, "nope"); }}) {
    try {
      use(p);
      FAIL("no exception");
    } catch (const sl::attribute_error& error) {
      CHECK(error.class_name() == "Point");
      CHECK(error.name() == "nope");
    }
  }
}

TEST_CASE("row 91: a misspelt name is told the right one", "[errors]") {
  Point p{1.0};
  CHECK(message_of<sl::attribute_error>([&] { getattr(p, "lable"); }) ==
        "'Point' object has no attribute 'lable': no slot of that name. Did you mean 'label'?");
  CHECK(message_of<sl::attribute_error>([&] { setattr(p, "lable", 1); }) ==
        "'Point' object has no attribute 'lable' and no __dict__ for setting new attributes. Did you mean 'label'?");
}

TEST_CASE("what may not be written or deleted says why", "[errors]") {
  Point p{1.0};
  CHECK(message_of<sl::attribute_error>([&] { setattr(p, "serial", 1); }) ==
        "'Point' object attribute 'serial' is read-only");
  CHECK(message_of<sl::attribute_error>([&] { delattr(p, "x"); }) ==
        "'Point' object attribute 'x' cannot be deleted: a field always holds a value");
  CHECK(getattr(p, "serial"_slot) == 7);
  CHECK(getattr(p, "x"_slot) == 1.0);
}

TEST_CASE("a value of the wrong type is a type_error with both types", "[errors]") {
  Point p{1.0};
  setattr(p, "level", 3);
  CHECK(message_of<sl::type_error>([&] { getattr<int>(p, "x"); }) ==
        "'Point' object attribute 'x' is of type 'double', not 'int'");
  CHECK(message_of<sl::type_error>([&] { getattr<int>(p, "label"); }) ==
        "'Point' object attribute 'label' is of type 'std::string', not 'int'");
  CHECK(message_of<sl::type_error>([&] { setattr(p, "label", 1); }) ==
        "'Point' object attribute 'label' is of type 'std::string' and takes no value of type 'int'");
  CHECK(message_of<sl::type_error>([&] { setattr(p, "level", 128); }) ==
        "'Point' object attribute 'level' is of type 'signed char', which 128 does not fit");
  CHECK(message_of<sl::type_error>([&] { setattr(p, "level"_slot, -129); }) ==
        "'Point' object attribute 'level' is of type 'signed char', which -129 does not fit");
  CHECK(message_of<sl::type_error>([&] { static_cast<void>(getattr(p, "x").get<int>()); }) ==
        "'Point' object attribute 'x' is of type 'double', not 'int'");
  CHECK(getattr(p, "level"_slot) == 3);
}

TEST_CASE("an error about a slot of a base names the class of the object that was used", "[errors]") {
  struct Pixel : sl::object<Pixel, sl::extends<Point>, sl::slots<>> {
    using object::object;
  };
  const Pixel pixel{1.0};
  CHECK(message_of<sl::attribute_error>([&] { getattr(pixel, "label"); }) ==
        "'Pixel' object has no attribute 'label': the slot is unset");
  CHECK(message_of<sl::attribute_error>([&] { getattr(pixel, "label"_slot); }) ==
        "'Pixel' object has no attribute 'label': the slot is unset");
}

TEST_CASE("the name in an error outlives the text that was asked with", "[errors]") {
  const Point p{1.0};
  std::string asked(200, 'q');
  try {
    getattr(p, asked);
    FAIL("no exception");
  } catch (const sl::attribute_error& error) {
    asked.assign(200, '?');
    CHECK(error.name() == std::string(200, 'q'));
  }
}

TEST_CASE("a name without end is shortened in the message and whole in name()", "[errors]") {
  const Point p{1.0};
  const std::string asked(100000, 'q');
  try {
    getattr(p, asked);
    FAIL("no exception");
  } catch (const sl::attribute_error& error) {
    CHECK(error.what() == "'Point' object has no attribute '" + std::string(80, 'q') + "...': no slot of that name");
    CHECK(error.name() == asked);
  }
  CHECK(message_of<sl::attribute_error>([&] { getattr(p, std::string(80, 'q')); }) ==
        "'Point' object has no attribute '" + std::string(80, 'q') + "': no slot of that name");
}

TEST_CASE("foreign characters cannot leave the quotes of a message", "[errors]") {
  using sl::detail::quoted;
  CHECK(quoted("x") == "'x'");
  CHECK(quoted("") == "''");
  CHECK(quoted("it's") == "'it\\'s'");
  CHECK(quoted("a\\b") == "'a\\\\b'");
  CHECK(quoted(std::string_view("a\0b", 3)) == "'a\\x00b'");
  CHECK(quoted("\x1b[31m") == "'\\x1b[31m'");
  CHECK(quoted("\x7f") == "'\\x7f'");
  CHECK(quoted("gr\xc3\xb6\xc3\x9f"
               "e") ==
        "'gr\xc3\xb6\xc3\x9f"
        "e'");
  const Point p{1.0};
  try {
    getattr(p, std::string_view("x\0", 2));
    FAIL("no exception");
  } catch (const sl::attribute_error& error) {
    CHECK_THAT(error.what(), support::contains("'x\\x00'"));
    CHECK(error.name() == std::string_view("x\0", 2));
  }
}

TEST_CASE("a shortened name ends with a whole UTF-8 letter", "[errors]") {
  std::string letters;
  for (int i = 0; i != 60; ++i) letters += "\xc3\xb6";
  const std::string even = sl::detail::quoted(letters);
  const std::string odd = sl::detail::quoted("x" + letters);
  for (const std::string& text : {even, odd}) {
    REQUIRE(text.size() > 4);
    const std::string last_of_name = text.substr(text.size() - 5, 1);
    CHECK(last_of_name == "\xb6");  // the second byte of the letter, not its first
    CHECK(text.size() <= 80 + std::string_view("'...'").size());
  }
}

TEST_CASE("bytes that belong to no UTF-8 letter are cut within four of the limit", "[errors]") {
  const std::string text = sl::detail::quoted(std::string(100, '\x80'));
  CHECK(text.size() >= 76 + std::string_view("'...'").size());
}

TEST_CASE("the failure handler can be replaced and put back", "[errors]") {
  const sl::failure_handler mine = [](const char*) {};
  const sl::failure_handler first = sl::set_failure_handler(mine);
  CHECK(first != nullptr);
  CHECK(sl::set_failure_handler(nullptr) == mine);
  CHECK(sl::set_failure_handler(first) == first);  // null installs the one that there was at the start
}

}  // namespace unit_errors
