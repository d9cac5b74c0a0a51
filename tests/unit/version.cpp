#include <slotted/version.hpp>

#include <string>

#include "support/catch.hpp"

TEST_CASE("the version of the header is the one that CMake read from it", "[version]") {
  const std::string header = std::to_string(SLOTTED_VERSION_MAJOR) + "." + std::to_string(SLOTTED_VERSION_MINOR) + "." +
                             std::to_string(SLOTTED_VERSION_PATCH);
  CHECK(header == SLOTTED_TEST_CMAKE_VERSION);
}
