// Stands in for Catch2 where a mutant is built: a unit test is a program by itself then, and needs no library.
// itself.
#pragma once

#include <cstdio>
#include <string>
#include <vector>

namespace without_catch {

struct test {
  const char* name;
  void (*run)();
};
inline std::vector<test> tests;
inline int failures = 0;

struct registration {
  registration(const char* name, void (*run)()) { tests.push_back({name, run}); }
};
inline void check(bool held, const char* text, int line) {
  if (held) return;
  ++failures;
  std::fprintf(stderr, "line %d: %s\n", line, text);
}

}  // namespace without_catch

#define WITHOUT_CATCH_JOIN(a, b) a##b
#define WITHOUT_CATCH_NAMED(a, b) WITHOUT_CATCH_JOIN(a, b)
#define TEST_CASE(name, tags)                                                          \
  static void WITHOUT_CATCH_NAMED(test_, __LINE__)();                                  \
  static const without_catch::registration WITHOUT_CATCH_NAMED(registered_, __LINE__)( \
      name, &WITHOUT_CATCH_NAMED(test_, __LINE__));                                    \
  static void WITHOUT_CATCH_NAMED(test_, __LINE__)()
#define CHECK(...) without_catch::check(static_cast<bool>(__VA_ARGS__), #__VA_ARGS__, __LINE__)
#define CHECK_FALSE(...) without_catch::check(!static_cast<bool>(__VA_ARGS__), #__VA_ARGS__, __LINE__)
#define REQUIRE(...) CHECK(__VA_ARGS__)
#define STATIC_REQUIRE(...) static_assert(__VA_ARGS__)
#define STATIC_REQUIRE_FALSE(...) static_assert(!(__VA_ARGS__))
#define CAPTURE(...) static_cast<void>(__VA_ARGS__)
#define CHECK_THROWS_AS(expression, type)                         \
  try {                                                           \
    static_cast<void>(expression);                                \
    without_catch::check(false, #expression " throws", __LINE__); \
  } catch (const type&) {                                         \
  } catch (...) {                                                 \
    without_catch::check(false, #expression, __LINE__);           \
  }

int main() {
  for (const without_catch::test& one : without_catch::tests) try {
      one.run();
    } catch (...) {
      without_catch::check(false, one.name, 0);
    }
  return without_catch::failures != 0;
}
