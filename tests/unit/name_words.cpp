#include <slotted/name_words.hpp>

#include <slotted/slotted.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "support/last_page.hpp"

namespace sl = slotted;
using sl::detail::equal_words;
using sl::detail::equal_words_at_once;
using sl::detail::words_of;

namespace unit_name_words {

TEST_CASE("a word is loaded as the memory has it, at compile time too", "[name_words]") {
  constexpr auto made = sl::detail::load_word("a\xff\x80\x01");
  const char bytes[] = "a\xff\x80\x01";
  CHECK(sl::detail::load_word(bytes) == made);
}

TEST_CASE("four loads lie inside a name of 4 to 16 characters and leave none out", "[name_words]") {
  for (std::size_t size = 4; size <= 16; ++size) {
    const std::size_t at = sl::detail::second_word(size);
    bool covered[16]{};
    for (const std::size_t begin : {std::size_t{0}, at, size - 4 - at, size - 4})
      for (std::size_t i = begin; i != begin + 4; ++i) {
        CAPTURE(size, begin);
        REQUIRE(i < size);
        covered[i] = true;
      }
    for (std::size_t i = 0; i != size; ++i) REQUIRE(covered[i]);
  }
}

/// Names of one length are equal exactly if their words are: each bit counts, and nothing behind the last byte is read.
template <class Equal>
void every_bit_counts(std::size_t shortest, std::size_t longest, const Equal& equal) {
  support::last_page page;
  for (std::size_t size = shortest; size <= longest; ++size) {
    std::string name(size, '\0');
    for (std::size_t i = 0; i != size; ++i) name[i] = static_cast<char>('a' + i);
    REQUIRE(equal(name, page.ending_with(name)));
    for (std::size_t i = 0; i != size; ++i)
      for (unsigned bit = 0; bit != 8; ++bit) {
        std::string other = name;
        other[i] = static_cast<char>(static_cast<unsigned char>(other[i]) ^ (1u << bit));
        CAPTURE(size, longest, i, bit);
        REQUIRE_FALSE(equal(name, page.ending_with(other)));
      }
  }
}

struct one_after_the_other {
  template <std::size_t Longest>
  static bool equal(std::string_view known, std::string_view asked) {
    return equal_words<Longest>(words_of(known.data(), known.size()), asked.data(), asked.size());
  }
};
struct at_once {
  template <std::size_t Longest>
  static bool equal(std::string_view known, std::string_view asked) {
    return equal_words_at_once<Longest>(words_of(known.data(), known.size()), known.size(), asked.data(), asked.size());
  }
};

TEMPLATE_TEST_CASE("words hold every bit of a name, whatever the longest of the list is", "[name_words]",
                   one_after_the_other, at_once) {
  every_bit_counts(4, 4, TestType::template equal<4>);
  every_bit_counts(4, 7, TestType::template equal<7>);
  every_bit_counts(4, 8, TestType::template equal<8>);
  every_bit_counts(4, 9, TestType::template equal<9>);
  every_bit_counts(4, 11, TestType::template equal<11>);
  every_bit_counts(4, 12, TestType::template equal<12>);
  every_bit_counts(4, 13, TestType::template equal<13>);
  every_bit_counts(4, 15, TestType::template equal<15>);
  every_bit_counts(4, 16, TestType::template equal<16>);
}

TEST_CASE("words compared at once hold the length", "[name_words]") {
  // All characters are the same, so the words are.
  const std::string known(8, 'a');
  for (std::size_t size = 4; size <= 16; ++size) {
    const std::string asked(size, 'a');
    CAPTURE(size);
    CHECK(at_once::equal<16>(known, asked) == (size == known.size()));
  }
}

TEST_CASE("names of up to three characters are one word", "[name_words]") {
  every_bit_counts(0, 3, [](std::string_view known, std::string_view asked) {
    return sl::detail::short_word(known.data(), known.size()) == sl::detail::short_word(asked.data(), asked.size());
  });
}

TEST_CASE("the words of a name are constants", "[name_words]") {
  STATIC_REQUIRE(equal_words<16>(words_of("abcdefghij", 10), "abcdefghij", 10));
  STATIC_REQUIRE_FALSE(equal_words<16>(words_of("abcdefghij", 10), "abcdeFghij", 10));
  STATIC_REQUIRE(sl::detail::short_word("abc", 3) != sl::detail::short_word("abd", 3));
  STATIC_REQUIRE(sl::detail::short_word("", 0) == 0);
}

}  // namespace unit_name_words
