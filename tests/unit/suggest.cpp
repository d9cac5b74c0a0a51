#include <slotted/suggest.hpp>

#include <slotted/slotted.hpp>

#include <string>
#include <string_view>

#include "support/catch.hpp"

namespace sl = slotted;

namespace unit_suggest {

using sl::detail::edit_distance;
using sl::detail::nearest_name;

TEST_CASE("distance counts letters put in, left out, changed and swapped", "[suggest]") {
  STATIC_REQUIRE(edit_distance("", "") == 0);
  STATIC_REQUIRE(edit_distance("abc", "abc") == 0);
  STATIC_REQUIRE(edit_distance("", "abc") == 3);
  STATIC_REQUIRE(edit_distance("abc", "") == 3);
  STATIC_REQUIRE(edit_distance("abc", "abcd") == 1);
  STATIC_REQUIRE(edit_distance("abc", "bc") == 1);
  STATIC_REQUIRE(edit_distance("abc", "axc") == 1);
  STATIC_REQUIRE(edit_distance("value", "valeu") == 1);
  STATIC_REQUIRE(edit_distance("ab", "ba") == 1);
  STATIC_REQUIRE(edit_distance("abcdef", "bacdef") == 1);
  STATIC_REQUIRE(edit_distance("abcdef", "abdcef") == 1);
  STATIC_REQUIRE(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance(std::string(64, 'a'), std::string(64, 'b')) == 64);
}

TEST_CASE("distance is the same in both directions", "[suggest]") {
  for (const std::string_view a : {"", "a", "label", "lable", "colour", "color", "xyz"})
    for (const std::string_view b : {"", "a", "label", "lable", "colour", "color", "xyz"})
      CHECK(edit_distance(a, b) == edit_distance(b, a));
}

TEST_CASE("the nearest name is suggested, the first of equals, and none that is far", "[suggest]") {
  constexpr std::string_view names[] = {"width", "height", "colour", "heights"};
  STATIC_REQUIRE(nearest_name("widht", names, 4) == 0);
  STATIC_REQUIRE(nearest_name("hieght", names, 4) == 1);
  STATIC_REQUIRE(nearest_name("color", names, 4) == 2);
  STATIC_REQUIRE(nearest_name("nothing", names, 4) == 4);
  STATIC_REQUIRE(nearest_name("", names, 4) == 4);
  STATIC_REQUIRE(nearest_name("width", names, 1) == 1);  // it is the name
  STATIC_REQUIRE(nearest_name("widht", names, 0) == 0);
  constexpr std::string_view equals[] = {"ab", "ac"};
  STATIC_REQUIRE(nearest_name("ad", equals, 2) == 0);
}

TEST_CASE("names beyond 64 characters get no suggestion and are none", "[suggest]") {
  const std::string longest(64, 'a');
  const std::string too_long(65, 'a');
  const std::string_view names[] = {longest};
  CHECK(nearest_name(longest.substr(1), names, 1) == 0);
  CHECK(nearest_name(too_long, names, 1) == 1);
  const std::string_view long_names[] = {too_long};
  CHECK(nearest_name(longest, long_names, 1) == 1);
}

struct Page
    : sl::object<Page, sl::slots<sl::slot<"title", int>, sl::slot<"body", int>, sl::slot<"secret", int, sl::hidden>,
                                 sl::slot<"size", int, sl::alias<"Installed-Size">>>> {
  using object::object;
};

std::string message_for(std::string_view name) {
  const Page page;
  try {
    getattr(page, name);
  } catch (const sl::attribute_error& error) {
    return error.what();
  }
  return "nothing was thrown";
}

TEST_CASE("row 91: Did you mean, at run time", "[suggest]") {
  CHECK_THAT(message_for("titel"), support::contains("Did you mean 'title'?"));
  CHECK_THAT(message_for("bodY"), support::contains("Did you mean 'body'?"));
  CHECK_THAT(message_for("tit"), support::contains("no slot of that name"));
}

TEST_CASE("an alias is suggested, a hidden slot never is", "[suggest]") {
  CHECK_THAT(message_for("Instaled-Size"), support::contains("Did you mean 'Installed-Size'?"));
  CHECK_THAT(message_for("secrte"), !support::contains("secret'"));
  CHECK_THAT(message_for("secret"), !support::contains("Did you mean"));
}

TEST_CASE("slots of bases are suggested, too", "[suggest]") {
  struct Chapter : sl::object<Chapter, sl::extends<Page>, sl::slots<sl::slot<"number", int>>> {
    using object::object;
  };
  const Chapter chapter;
  const auto message = [&](std::string_view name) {
    try {
      getattr(chapter, name);
    } catch (const sl::attribute_error& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  CHECK_THAT(message("titl"), support::contains("Did you mean 'title'?"));
  CHECK_THAT(message("numbre"), support::contains("Did you mean 'number'?"));
}

TEST_CASE("a foreign name of a megabyte is refused at once", "[suggest]") {
  CHECK_THAT(message_for(std::string(1u << 20u, 't')), !support::contains("Did you mean"));
}

}  // namespace unit_suggest
