#include <slotted/dump.hpp>

#include <slotted/slotted.hpp>

#include <cstdint>
#include <sstream>
#include <string>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_dump {

struct Point : sl::object<Point, sl::declared_order,
                          sl::slots<sl::field<"c", char, sl::doc<"a letter">>, sl::field<"x", std::int32_t>,
                                    sl::slot<"level", std::int16_t>, sl::slot<"hint", char, sl::readonly>>> {
  using object::object;
};
struct Pixel : sl::object<Pixel, sl::extends<Point>, sl::slots<sl::slot<"depth", std::int32_t, sl::hidden>>> {
  using object::object;
};
struct Empty : sl::object<Empty, sl::slots<>> {};

std::string lines_with(const std::string& text, const std::string& part) {
  std::istringstream in(text);
  std::string found;
  for (std::string line; std::getline(in, line);)
    if (line.find(part) != std::string::npos) found += line + '\n';
  return found;
}

TEST_CASE("the layout is a table with a line for each slot, presence bits and hole", "[dump]") {
  const std::string text = sl::layout_text<Point>();
  CHECK(text.back() == '\n');
  CHECK_THAT(text, support::contains("Point: 12 bytes, alignment 4"));
  CHECK_THAT(lines_with(text, " c "), support::contains("field, a letter"));
  CHECK_THAT(lines_with(text, " x "), support::contains("4      4"));
  CHECK_THAT(lines_with(text, " level "), support::contains("bit 0"));
  CHECK_THAT(lines_with(text, " hint "), support::contains("bit 1"));
  CHECK_THAT(lines_with(text, " hint "), support::contains("readonly"));
  CHECK_FALSE(lines_with(text, "(presence bits)").empty());
  CHECK_FALSE(lines_with(text, "(no slot)").empty());
}

TEST_CASE("every byte of the object is in the table once", "[dump]") {
  const std::string text = sl::layout_text<Pixel>();
  std::istringstream in(text);
  std::string line;
  std::getline(in, line);
  std::getline(in, line);
  std::size_t at = 0;
  while (std::getline(in, line)) {
    std::istringstream words(line);
    std::size_t offset = 0;
    std::size_t size = 0;
    REQUIRE(words >> offset >> size);
    CHECK(offset == at);
    at = offset + size;
  }
  CHECK(at == sizeof(Pixel));
}

TEST_CASE("inherited and hidden slots are marked", "[dump]") {
  const std::string text = sl::layout_text<Pixel>();
  CHECK_THAT(lines_with(text, " x "), support::contains("inherited"));
  CHECK_THAT(lines_with(text, " depth "), support::contains("hidden"));
}

TEST_CASE("dump prints that text", "[dump]") {
  std::ostringstream out;
  sl::dump<Point>(out);
  CHECK(out.str() == sl::layout_text<Point>());
}

TEST_CASE("an empty class has a table without lines", "[dump]") {
  CHECK_THAT(sl::layout_text<Empty>(), support::contains("Empty: 1 bytes"));
  CHECK(lines_with(sl::layout_text<Empty>(), "(no slot)").empty());
}

TEST_CASE("a class without slots that has other members has one line, which says so", "[dump]") {
  struct Plain : sl::object<Plain, sl::slots<>> {
    std::int64_t plain = 0;
  };
  CHECK_THAT(sl::layout_text<Plain>(), support::contains("Plain: 8 bytes"));
  CHECK_THAT(lines_with(sl::layout_text<Plain>(), "(no slot)"), support::contains("8"));
}

}  // namespace unit_dump
