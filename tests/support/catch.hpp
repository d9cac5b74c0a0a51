// The tests' own door to Catch2: 2.13, one header (Debian 12), or 3.x, compiled (newer systems).
#pragma once

// Where both are, SLOTTED_TEST_CATCH2_HEADER asks for the header.
#if __has_include(<catch2/catch_test_macros.hpp>) && !defined(SLOTTED_TEST_CATCH2_HEADER)
#include <catch2/catch_approx.hpp>
#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_all.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#else
#include <new>  // which 2.13 uses

#include <catch2/catch.hpp>
#endif

#include <string>

namespace support {

// The one matcher that changed its name between 2 and 3: REQUIRE_THAT(text, support::contains("part")).
inline auto contains(const std::string& part) {
#if __has_include(<catch2/catch_test_macros.hpp>) && !defined(SLOTTED_TEST_CATCH2_HEADER)
  return Catch::Matchers::ContainsSubstring(part);
#else
  return Catch::Matchers::Contains(part);
#endif
}

}  // namespace support
