#include <slotted/scalar_text.hpp>

#include <slotted/format.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>

#include "support/catch.hpp"

namespace sl = slotted;

namespace unit_scalar_text {

template <class T>
std::string text(const T& value) {
  std::string out;
  sl::detail::append_value(out, value);
  return out;
}

TEMPLATE_TEST_CASE("integers in full, to the limits", "[scalar_text]", signed char, unsigned char, short,
                   unsigned short, int, unsigned, long, unsigned long, long long, unsigned long long) {
  using limits = std::numeric_limits<TestType>;
  CHECK(text(TestType{0}) == "0");
  CHECK(text(TestType{65}) == "65");
  CHECK(text(limits::max()) == std::to_string(limits::max()));
  CHECK(text(limits::min()) == std::to_string(limits::min()));
  if constexpr (std::is_signed_v<TestType>) CHECK(text(static_cast<TestType>(-1)) == "-1");
}

TEST_CASE("the limits of 64 bits as they are written", "[scalar_text]") {
  CHECK(text(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
  CHECK(text(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615");
}

TEST_CASE("characters of other widths are numbers, char is text", "[scalar_text]") {
  CHECK(text(L'a') == "97");
  CHECK(text(u8'a') == "97");
  CHECK(text(u'\u00e9') == "233");
  CHECK(text(U'\U0001F600') == "128512");
  CHECK(text('a') == "'a'");
  CHECK(text('"') == "'\"'");
  CHECK(text('\'') == "'\\''");
  CHECK(text('\\') == "'\\\\'");
  CHECK(text('\0') == "'\\x00'");
  CHECK(text('\n') == "'\\n'");
  CHECK(text('\x7f') == "'\\x7f'");
  CHECK(text('\xe9') == "'\xe9'");
}

TEST_CASE("truths by their names", "[scalar_text]") {
  CHECK(text(true) == "true");
  CHECK(text(false) == "false");
}

TEMPLATE_TEST_CASE("numbers with a fraction: a point always, an exponent as in Python", "[scalar_text]", float, double,
                   long double) {
  using T = TestType;
  CHECK(text(T(0)) == "0.0");
  CHECK(text(-T(0)) == "-0.0");
  CHECK(text(T(1)) == "1.0");
  CHECK(text(T(-2.5)) == "-2.5");
  CHECK(text(T(100)) == "100.0");
  CHECK(text(T(1234567)) == "1234567.0");
  CHECK(text(T(0.5)) == "0.5");
  CHECK(text(T(1) / 1024) == "0.0009765625");
  CHECK(text(T(1) / 16384) == (std::is_same_v<T, float> ? "6.1035156e-05" : "6.103515625e-05"));
  CHECK(text(std::numeric_limits<T>::infinity()) == "inf");
  CHECK(text(-std::numeric_limits<T>::infinity()) == "-inf");
  CHECK(text(std::numeric_limits<T>::quiet_NaN()) == "nan");
  CHECK(text(std::copysign(std::numeric_limits<T>::quiet_NaN(), T(-1))) == "nan");
}

TEST_CASE("a double has the digits of Python's repr", "[scalar_text]") {
  CHECK(text(0.1) == "0.1");
  CHECK(text(0.1 + 0.2) == "0.30000000000000004");
  CHECK(text(1.0 / 3) == "0.3333333333333333");
  CHECK(text(1e-4) == "0.0001");
  CHECK(text(9.999e-5) == "9.999e-05");
  CHECK(text(1e-5) == "1e-05");
  CHECK(text(1e15) == "1000000000000000.0");
  CHECK(text(9007199254740993.0) == "9007199254740992.0");
  CHECK(text(9999999999999998.0) == "9999999999999998.0");
  CHECK(text(1e16) == "1e+16");
  CHECK(text(-1e16) == "-1e+16");
  CHECK(text(1e22) == "1e+22");
  CHECK(text(123456789.125) == "123456789.125");
  CHECK(text(std::numeric_limits<double>::max()) == "1.7976931348623157e+308");
  CHECK(text(std::numeric_limits<double>::lowest()) == "-1.7976931348623157e+308");
  CHECK(text(std::numeric_limits<double>::min()) == "2.2250738585072014e-308");
  CHECK(text(std::numeric_limits<double>::denorm_min()) == "5e-324");
}

TEST_CASE("a float has its own digits, not those of a double", "[scalar_text]") {
  CHECK(text(0.1f) == "0.1");
  CHECK(text(1.0f / 3) == "0.33333334");
  CHECK(text(9999999.0f) == "9999999.0");
  CHECK(text(1e7f) == "1e+07");
  CHECK(text(16777216.0f) == "1.6777216e+07");
  CHECK(text(1e11f) == "1e+11");
  CHECK(text(std::numeric_limits<float>::max()) == "3.4028235e+38");
  CHECK(text(std::numeric_limits<float>::denorm_min()) == "1e-45");
}

TEMPLATE_TEST_CASE("the digits of a number give it back", "[scalar_text]", float, double) {
  using T = TestType;
  T value = std::numeric_limits<T>::denorm_min();
  for (; value < std::numeric_limits<T>::max() / 4; value = value * T(3.7) + std::numeric_limits<T>::denorm_min()) {
    CAPTURE(text(value));
    const long double read = std::stold(text(value));
    REQUIRE(static_cast<T>(read) == value);
    REQUIRE(text(-value) == '-' + text(value));
  }
}

TEST_CASE("a long double has as many digits as give it back", "[scalar_text]") {
  using limits = std::numeric_limits<long double>;
  CHECK(text(0.5L) == "0.5");
  CHECK(text(-1e16L) == "-1e+16");
  for (const long double value : {1.0L / 3, 0.1L, limits::max(), limits::min(), limits::denorm_min(), 1e-40L / 3})
    for (const long double either : {value, -value}) {
      CAPTURE(text(either));
      CHECK(std::strtold(text(either).c_str(), nullptr) == either);
    }
}

TEST_CASE("the digits of a long double are no more than that, with a point", "[scalar_text]") {
  CHECK(text(0.1L) == "0.1");
  if constexpr (std::numeric_limits<long double>::digits > 60) {
    const std::string whole = text(36028797018963969.0L);  // no double
    CHECK(std::strtold(whole.c_str(), nullptr) == 36028797018963969.0L);
    CHECK(whole.find('.') != whole.npos);
    CHECK(whole.size() <= std::string_view("3.6028797018963969e+16").size());
  }
}

TEST_CASE("text in quotes, chosen as Python chooses", "[scalar_text]") {
  CHECK(text(std::string()) == "''");
  CHECK(text(std::string("home")) == "'home'");
  CHECK(text(std::string("it's")) == "\"it's\"");
  CHECK(text(std::string("say \"hi\"")) == "'say \"hi\"'");
  CHECK(text(std::string("it's \"both\"")) == "'it\\'s \"both\"'");
  CHECK(text(std::string("a\\b")) == "'a\\\\b'");
  CHECK(text(std::string("a\nb\rc\td")) == "'a\\nb\\rc\\td'");
  CHECK(text(std::string("\a\b\x1b\x7f\x1f")) == "'\\x07\\x08\\x1b\\x7f\\x1f'");
  CHECK(text(std::string("a\0b", 3)) == "'a\\x00b'");
  CHECK(text(std::string("\0", 1)) == "'\\x00'");
  CHECK(text(std::string("gr\xc3\xbc\xc3\x9f \xf0\x9f\x98\x80")) == "'gr\xc3\xbc\xc3\x9f \xf0\x9f\x98\x80'");
  CHECK(text(std::string("\xff\x80")) == "'\xff\x80'");
}

enum class colour { red, green, blue = 5, below = -3 };
enum old_style { a, b };
enum fixed_style : int { two = 2 };
enum class flag : bool { off, on };
enum class mask : unsigned long long { none, all = ~0ull };
namespace {
enum class in_unnamed { x };
}
template <class T>
struct holder {
  enum class kind { one, two };
};

TEST_CASE("enumerators by their names, other values of an enumeration as numbers", "[scalar_text]") {
  CHECK(text(colour::green) == "colour::green");
  CHECK(text(colour::below) == "colour::below");
  CHECK(text(colour{2}) == "colour(2)");
  CHECK(text(colour{-4}) == "colour(-4)");
  CHECK(text(colour{std::numeric_limits<int>::min()}) == "colour(-2147483648)");
  CHECK(text(two) == "fixed_style::two");
  CHECK(text(fixed_style{1}) == "fixed_style(1)");
  CHECK(text(b) == "old_style(1)");
  CHECK(text(flag::on) == "flag::on");
  CHECK(text(mask::none) == "mask::none");
  CHECK(text(mask::all) == "mask(18446744073709551615)");
  CHECK(text(in_unnamed::x) == "in_unnamed::x");
  CHECK(text(in_unnamed{1}) == "in_unnamed(1)");
  CHECK(text(holder<colour>::kind::two) == "kind::two");
  CHECK(text(std::byte{65}) == "byte(65)");
  enum class local { here };
  CHECK(text(local::here) == "local::here");
}

TEST_CASE("enumerators at the far end of the underlying type", "[scalar_text]") {
  enum class far : long long { bottom = std::numeric_limits<long long>::min() };
  CHECK(text(far::bottom) == "far(-9223372036854775808)");
  CHECK(text(far{std::numeric_limits<long long>::max()}) == "far(9223372036854775807)");
}

}  // namespace unit_scalar_text
