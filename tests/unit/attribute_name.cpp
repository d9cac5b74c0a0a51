#include <slotted/attribute_name.hpp>

#include <slotted/slotted.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>

#include "support/catch.hpp"
#include "support/last_page.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using sl::detail::equal_names;
using sl::detail::hash_name;
using sl::detail::hashed;

namespace unit_attribute_name {

constexpr std::size_t longest = 40;
constexpr std::string_view alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP";
static_assert(alphabet.size() > longest);

/// The hashes of the beginnings of the alphabet, made by the compiler.
struct known_hashes {
  std::uint32_t of_length[longest + 1]{};
  constexpr known_hashes() {
    for (std::size_t size = 0; size <= longest; ++size) of_length[size] = hash_name(alphabet.substr(0, size)).hash;
  }
};
constexpr known_hashes known;

TEST_CASE("a name has one hash, at compile time and at run time, wherever it lies", "[attribute_name]") {
  support::last_page page;
  for (std::size_t size = 0; size <= longest; ++size) {
    CAPTURE(size);
    const std::string_view name = alphabet.substr(0, size);
    CHECK(hash_name(page.ending_with(name)).hash == known.of_length[size]);
    const auto exact = std::make_unique<char[]>(size);
    if (size != 0) std::memcpy(exact.get(), name.data(), size);
    const auto found = hash_name({exact.get(), size});
    CHECK(found.hash == known.of_length[size]);
    CHECK(found.text.data() == exact.get());
    CHECK(found.text.size() == size);
  }
}

TEST_CASE("a name without characters needs none to point at", "[attribute_name]") {
  STATIC_REQUIRE(hash_name(std::string_view()).hash == hash_name("").hash);
  CHECK(equal_names(nullptr, "", 0));
}

TEST_CASE("names of up to 16 characters: every bit changes the hash", "[attribute_name]") {
  for (std::size_t size = 1; size <= 16; ++size)
    for (std::size_t i = 0; i != size; ++i)
      for (unsigned bit = 0; bit != 8; ++bit) {
        std::string name(alphabet.substr(0, size));
        name[i] = static_cast<char>(static_cast<unsigned char>(name[i]) ^ (1u << bit));
        CAPTURE(size, i, bit);
        REQUIRE(hash_name(name).hash != known.of_length[size]);
      }
}

TEST_CASE("the length of a name is part of its hash", "[attribute_name]") {
  // All words of these are zero, whatever their length.
  std::set<std::uint32_t> hashes;
  for (std::size_t size = 0; size <= longest; ++size) hashes.insert(hash_name(std::string(size, '\0')).hash);
  CHECK(hashes.size() == longest + 1);
}

TEST_CASE("numbered names have hashes of their own", "[attribute_name]") {
  std::set<std::uint32_t> hashes;
  for (int i = 0; i != 10'000; ++i) hashes.insert(hash_name("attribute_" + std::to_string(i)).hash);
  CHECK(hashes.size() > 9'990);
}

TEST_CASE("names are equal if each of their bytes is, and nothing else is read", "[attribute_name]") {
  support::last_page page;
  for (std::size_t size = 0; size <= longest; ++size) {
    const std::string name(alphabet.substr(0, size));
    const std::string_view read = page.ending_with(name);
    CAPTURE(size);
    REQUIRE(equal_names(name.data(), read.data(), size));
    REQUIRE(equal_names(read.data(), name.data(), size));
    for (std::size_t i = 0; i != size; ++i)
      for (unsigned bit = 0; bit != 8; ++bit) {
        std::string other = name;
        other[i] = static_cast<char>(static_cast<unsigned char>(other[i]) ^ (1u << bit));
        CAPTURE(i, bit);
        REQUIRE_FALSE(equal_names(other.data(), read.data(), size));
        REQUIRE_FALSE(equal_names(read.data(), other.data(), size));
      }
  }
}

TEST_CASE("names are compared at compile time, too", "[attribute_name]") {
  STATIC_REQUIRE(equal_names("", "", 0));
  STATIC_REQUIRE(equal_names("abc", "abc", 3));
  STATIC_REQUIRE_FALSE(equal_names("abc", "abd", 3));
  STATIC_REQUIRE(equal_names("abcdefghij", "abcdefghij", 10));
  STATIC_REQUIRE_FALSE(equal_names("abcdefghij", "abcdeFghij", 10));
  STATIC_REQUIRE(equal_names("abcdefghijklmnopqrst", "abcdefghijklmnopqrst", 20));
  STATIC_REQUIRE_FALSE(equal_names("abcdefghijklmnopqrst", "abcdefghijklmnopqrsT", 20));
}

TEST_CASE("\"x\"_attr is a name whose hash the compiler has made", "[attribute_name]") {
  constexpr auto x = "x"_attr;
  STATIC_REQUIRE(std::is_empty_v<decltype(x)>);
  STATIC_REQUIRE(x.text == "x");
  STATIC_REQUIRE(std::string_view(x) == "x");
  STATIC_REQUIRE(std::is_nothrow_convertible_v<decltype(x), std::string_view>);
  STATIC_REQUIRE(hashed(x).hash == hash_name("x").hash);
  STATIC_REQUIRE(sl::detail::hashed_literal<"x">.hash == hashed(x).hash);
  STATIC_REQUIRE(std::is_same_v<decltype("x"_attr), sl::attribute_name<"x">>);
  CHECK(hashed(x).hash == hashed(std::string("x")).hash);
  CHECK(hashed("x").hash == hashed(x).hash);
}

TEST_CASE("\"x\"_attr may have any characters", "[attribute_name]") {
  STATIC_REQUIRE((""_attr).text.empty());
  STATIC_REQUIRE(("two words"_attr).text == "two words");
  STATIC_REQUIRE(("a\0b"_attr).text == std::string_view("a\0b", 3));
  STATIC_REQUIRE(hashed("a\0b"_attr).hash != hashed("a\0c"_attr).hash);
  STATIC_REQUIRE(("\xc3\xa9t\xc3\xa9"_attr).text.size() == 5);
  STATIC_REQUIRE(hashed("a name that is longer than sixteen characters"_attr).hash ==
                 hash_name("a name that is longer than sixteen characters").hash);
}

}  // namespace unit_attribute_name
