// What a picture says; tests/pictures compares many with the numbers of their layouts.
#include <slotted/dump_svg.hpp>

#include <slotted/slotted.hpp>

#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>

#include "support/catch.hpp"

namespace sl = slotted;

namespace unit_dump_svg {

struct Point
    : sl::object<Point,
                 sl::slots<sl::field<"x", std::int32_t, sl::doc<"1 < 2 & \"3\"">>, sl::slot<"level", std::int16_t>>> {
  using object::object;
};
struct Pixel : sl::object<Pixel, sl::extends<Point>, sl::slots<sl::field<"depth", std::int64_t>, sl::dict_slot<>>> {
  using object::object;
};
struct Empty : sl::object<Empty, sl::slots<>> {};
/// Abstract: no object of it can be imagined.
struct Drawn : sl::object<Drawn, sl::slots<sl::field<"x", int>>> {
  using object::object;
  virtual void draw() = 0;
  virtual ~Drawn() = default;
};

template <class T>
struct Block : sl::object<Block<T>, sl::slots<sl::field<"head", std::int64_t>, sl::field<"body", T>>> {
  using Block::object::object;
};
struct Foreign {
  std::int64_t foreign = 0;
};
struct Of_two_bases : sl::object<Of_two_bases, sl::extends<Point, Foreign>, sl::slots<sl::field<"y", int>>> {
  using object::object;
};
struct Of_a_class_with_a_name_that_is_longer_than_most
    : sl::object<Of_a_class_with_a_name_that_is_longer_than_most, sl::extends<Of_two_bases>, sl::slots<>> {
  using object::object;
};

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST_CASE("a picture is a whole SVG file", "[dump_svg]") {
  const std::string text = sl::layout_svg<Point>();
  CHECK(text.rfind("<svg xmlns=\"http://www.w3.org/2000/svg\"", 0) == 0);
  CHECK(text.substr(text.size() - 7) == "</svg>\n");
  CHECK(count(text, "<g>") == count(text, "</g>"));
  std::ostringstream out;
  sl::dump_svg<Point>(out);
  CHECK(out.str() == text);
}

TEST_CASE("each slot of a picture has its name, its type and its place", "[dump_svg]") {
  const std::string text = sl::layout_svg<Point>();
  CHECK_THAT(text, support::contains(">level</text>"));
  CHECK_THAT(text,
             support::contains("<title>x: int\nbyte 0 to 3, of Point\nfield, 1 &lt; 2 &amp; &quot;3&quot;</title>"));
  CHECK_THAT(text, support::contains("level is set: byte 6 bit 0"));
  struct Two : sl::object<Two, sl::slots<sl::slot<"first", int>, sl::slot<"second", int>>> {};
  CHECK_THAT(sl::layout_svg<Two>(), support::contains("first is set: byte 8 bit 0"));
  CHECK_THAT(sl::layout_svg<Two>(), support::contains("second is set: byte 8 bit 1"));
}

TEST_CASE("every byte is covered once, whatever parts are given", "[dump_svg]") {
  using part = sl::detail::layout_part;
  const auto all = sl::detail::covered(10, {{0, 6, part::base, 0, "base", "", ""},
                                            {4, 4, part::slot, 0, "slot", "", ""},
                                            {20, 4, part::slot, 0, "far", "", ""}});
  REQUIRE(all.size() == 3);
  CHECK((all[0].name == "base" && all[0].offset == 0 && all[0].size == 4));
  CHECK((all[1].name == "slot" && all[1].offset == 4 && all[1].size == 4));
  CHECK((all[2].kind == part::gap && all[2].offset == 8 && all[2].size == 2));
}

TEST_CASE("levels of inheritance have colours and a legend", "[dump_svg]") {
  const std::string text = sl::layout_svg<Pixel>();
  CHECK(count(text, "class=\"c0\"") > 1);
  CHECK(count(text, "class=\"c1\"") > 1);
  CHECK_THAT(text, support::contains(">Point</text>"));
  CHECK_THAT(text, support::contains(">Pixel</text>"));
  CHECK_THAT(text, support::contains("special c1"));
}

TEST_CASE("a slot that fills many rows is drawn as its first, its last, and what lies between", "[dump_svg]") {
  const std::string text = sl::layout_svg<Block<char[120]>>();  // 128 bytes: 8 rows of 16
  CHECK_THAT(text, support::contains(">80 more bytes</text>"));
  CHECK(count(text, "data-size=\"80\"") == 1);
  CHECK(count(text, "data-size=\"16\"") == 2);
  CHECK(count(text, "<line class=\"line\"") == 1);
  CHECK_THAT(text, support::contains("cache lines of 64 bytes"));
  CHECK_THAT(text, support::contains("Block&lt;char"));
  const std::string few = sl::layout_svg<Block<char[72]>>();  // 80 bytes: 5 rows, of which it fills 4
  CHECK(count(few, "more bytes") == 0);
}

/// The number that follows it first.
int number_behind(const std::string& text, const std::string& what) {
  return std::stoi(text.substr(text.find(what) + what.size()));
}
int height(const std::string& text) { return number_behind(text, " height=\""); }

TEST_CASE("the page fills the picture, but for half a pixel at each side", "[dump_svg]") {
  const std::string text = sl::layout_svg<Pixel>();
  const std::string page = text.substr(text.find("class=\"page\""));
  CHECK(number_behind(page, " width=\"") == number_behind(text, " width=\"") - 1);
  CHECK(number_behind(page, " height=\"") == height(text) - 1);
}

TEST_CASE("a base that is not slotted, and a legend of two lines", "[dump_svg]") {
  const std::string one = sl::layout_svg<Of_two_bases>();
  CHECK(count(one, "class=\"base\"") == 2);  // the part, and in the legend
  CHECK_THAT(one, support::contains("a base that is not slotted"));
  const std::string two = sl::layout_svg<Of_a_class_with_a_name_that_is_longer_than_most>();
  CHECK(height(two) == height(one) + 24);
}

template <class T>
struct Low : sl::object<Low<T>, sl::slots<sl::field<"a", int>>> {
  using Low::object::object;
};
template <class T>
struct Mid : sl::object<Mid<T>, sl::extends<Low<T>>, sl::slots<sl::field<"b", int>>> {
  using Mid::object::object;
};
template <class T>
struct Top : sl::object<Top<T>, sl::extends<Mid<T>>, sl::slots<sl::field<"c", int>>> {
  using Top::object::object;
};
struct Type_with_long_name {};

TEST_CASE("three names of which two fill a line of the legend", "[dump_svg]") {
  const std::string one = sl::layout_svg<Top<int>>();
  const std::string two = sl::layout_svg<Top<Type_with_long_name>>();
  CHECK(count(one, ">Mid&lt;int&gt;</text>") == 1);
  CHECK(height(two) == height(one) + 24);
}

/// 32 bytes: after the head 8 of them in the first row of 16, and 16 in the second.
struct Body {
  std::int64_t numbers[4];
};
struct Body_of_a_type_with_a_name_that_has_no_room_beside_another_slot_in_a_row_of_sixteen_bytes : Body {};

struct Four_of_a_type_with_a_name_that_has_no_room_beside_another_slot_in_a_row_of_sixteen_bytes_at_all {
  std::int32_t numbers[4];
};
template <class T>
struct Parts
    : sl::object<Parts<T>, sl::declared_order,
                 sl::slots<sl::field<"head", std::int32_t>, sl::field<"body", T>, sl::field<"tail", std::int32_t[4]>>> {
  using Parts::object::object;
};

TEST_CASE("a slot of two rows is named in the one that has room for its type", "[dump_svg]") {
  const auto y_of = [](const std::string& text, const std::string& name) {
    const std::size_t end = text.find("\">" + name + "</text>");
    REQUIRE(end != std::string::npos);
    return std::stoi(text.substr(text.rfind('"', end - 1) + 1));
  };
  const std::string shorter = sl::layout_svg<Block<Body>>();
  CHECK(y_of(shorter, "body") == y_of(shorter, "head"));
  const std::string longer = sl::layout_svg<
      Block<Body_of_a_type_with_a_name_that_has_no_room_beside_another_slot_in_a_row_of_sixteen_bytes>>();
  CHECK(y_of(longer, "body") > y_of(longer, "head"));
  // Where neither has room, in the first, which has more: 12 bytes there and 4 in the second.
  const std::string first = sl::layout_svg<
      Parts<Four_of_a_type_with_a_name_that_has_no_room_beside_another_slot_in_a_row_of_sixteen_bytes_at_all>>();
  CHECK(y_of(first, "body") == y_of(first, "head"));
}

struct Crowded : sl::object<Crowded, sl::slots<sl::field<"a_name_for_which_one_byte_has_no_room", char>,
                                               sl::field<"b", char>, sl::field<"c", double>>> {
  using object::object;
};

TEST_CASE("a name that has no room is shortened, and whole in the tooltip", "[dump_svg]") {
  const std::string text = sl::layout_svg<Crowded>();
  CHECK(count(text, ">a_name_for_which_one_byte_has_no_room</text>") == 0);
  CHECK(count(text, "\u2026</text>") == 1);
  CHECK(count(text, "a_name_for_which_one_byte_has_no_room") > 0);
}

TEST_CASE("text is shortened by characters", "[dump_svg]") {
  CHECK(sl::detail::svg_shortened("short", 5) == "short");
  CHECK(sl::detail::svg_shortened("longer", 5) == "long\u2026");
  CHECK(sl::detail::svg_shortened("größere", 4) == "grö\u2026");
  CHECK(sl::detail::svg_shortened("longer", 2).empty());
}

TEST_CASE("what would not be read in a picture is a blank", "[dump_svg]") {
  CHECK(sl::detail::svg_escaped("a\nb\x01"
                                "c") == "a b c");
}

TEST_CASE("a bit has the first letter of its slot, whole", "[dump_svg]") {
  struct Letters : sl::object<Letters, sl::slots<sl::slot<"x", char>, sl::slot<"öl", char>, sl::slot<"é", char>>> {
    using object::object;
  };
  const std::string text = sl::layout_svg<Letters>();
  for (const char* const letter : {"x", "ö", "é"})
    CHECK_THAT(text, support::contains("class=\"letter\"") && support::contains(">" + std::string(letter) + "</text>"));
}

TEST_CASE("classes without slots and abstract classes have pictures", "[dump_svg]") {
  CHECK_THAT(sl::layout_svg<Empty>(), support::contains("no slot"));
  CHECK_THAT(sl::layout_svg<Drawn>(), support::contains("vptr"));
}

}  // namespace unit_dump_svg
