// The tests' own door to Catch2: 2.13, one header (Debian 12), or 3.x, compiled (newer systems). Between the two a
// matcher has changed its name: REQUIRE_THAT(text, support::contains("part")).
#pragma once

#include <string>

// Where both are, SLOTTED_TEST_CATCH2_HEADER asks for the header.
#if __has_include(<catch2/catch_test_macros.hpp>) && !defined(SLOTTED_TEST_CATCH2_HEADER)
#include <catch2/catch_approx.hpp>
#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_all.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
namespace support {
inline auto contains(const std::string& part) { return Catch::Matchers::ContainsSubstring(part); }
}  // namespace support
#else
#include <new>  // which 2.13 uses

#include <catch2/catch.hpp>
namespace support {
inline auto contains(const std::string& part) { return Catch::Matchers::Contains(part); }
}  // namespace support
#endif

// What constants must be is asked at run time, too, where clang's counters see it (preset branches).
#if defined(SLOTTED_TEST_COVERAGE) && defined(__clang__)
#undef STATIC_REQUIRE
#undef STATIC_REQUIRE_FALSE
#define STATIC_REQUIRE(...)     \
  do {                          \
    static_assert(__VA_ARGS__); \
    REQUIRE((__VA_ARGS__));     \
  } while (false)
#define STATIC_REQUIRE_FALSE(...)  \
  do {                             \
    static_assert(!(__VA_ARGS__)); \
    REQUIRE_FALSE((__VA_ARGS__));  \
  } while (false)
#endif
