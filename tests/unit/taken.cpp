#include <slotted/taken.hpp>

#include "support/catch.hpp"

namespace unit_taken {

using slotted::detail::swap_pointers;
using slotted::detail::taken;

constexpr bool is_taken_once() {
  int value = 7;
  int* holder = &value;
  return taken(holder) == &value && holder == nullptr && taken(holder) == nullptr;
}
constexpr bool is_swapped() {
  int first = 1;
  const int second = 2;
  const int* a = &first;
  const int* b = &second;
  swap_pointers(a, b);
  return a == &second && b == &first;
}

TEST_CASE("who takes a pointer leaves null", "[taken]") {
  STATIC_REQUIRE(is_taken_once());
  CHECK(is_taken_once());
}

TEST_CASE("pointers change places, a pointer with itself, too", "[taken]") {
  STATIC_REQUIRE(is_swapped());
  int value = 7;
  int* only = &value;
  swap_pointers(only, only);
  CHECK(only == &value);
}

}  // namespace unit_taken
