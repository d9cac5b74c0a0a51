#include <slotted/type_identity.hpp>

#include <slotted/slotted.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "support/catch.hpp"

namespace sl = slotted;
using sl::detail::identity_of;
using sl::detail::opaque_value;
using sl::detail::scalar_kind;
using sl::detail::scalar_kind_of;
using sl::detail::visit_scalar;

namespace unit_type_identity {

struct Plain {
  int x;
};
struct Number {
  operator int() const { return 1; }
};
enum plain_enum { zero };
enum class scoped_enum : std::uint8_t { zero };

TEST_CASE("every type has a kind", "[type_identity]") {
  STATIC_REQUIRE(scalar_kind_of<bool>() == scalar_kind::boolean);
  STATIC_REQUIRE(scalar_kind_of<char>() == scalar_kind::character);
  STATIC_REQUIRE(scalar_kind_of<signed char>() == scalar_kind::signed_integer);
  STATIC_REQUIRE(scalar_kind_of<unsigned char>() == scalar_kind::unsigned_integer);
  STATIC_REQUIRE(scalar_kind_of<short>() == scalar_kind::signed_integer);
  STATIC_REQUIRE(scalar_kind_of<int>() == scalar_kind::signed_integer);
  STATIC_REQUIRE(scalar_kind_of<long>() == scalar_kind::signed_integer);
  STATIC_REQUIRE(scalar_kind_of<unsigned long>() == scalar_kind::unsigned_integer);
  STATIC_REQUIRE(scalar_kind_of<unsigned long long>() == scalar_kind::unsigned_integer);
  STATIC_REQUIRE(scalar_kind_of<char8_t>() == scalar_kind::unsigned_integer);
  STATIC_REQUIRE(scalar_kind_of<char16_t>() == scalar_kind::unsigned_integer);
  STATIC_REQUIRE(scalar_kind_of<float>() == scalar_kind::floating);
  STATIC_REQUIRE(scalar_kind_of<double>() == scalar_kind::floating);
  STATIC_REQUIRE(scalar_kind_of<long double>() == scalar_kind::floating);
  STATIC_REQUIRE(scalar_kind_of<std::string>() == scalar_kind::text);
  STATIC_REQUIRE(scalar_kind_of<std::string_view>() == scalar_kind::none);
  STATIC_REQUIRE(scalar_kind_of<const char*>() == scalar_kind::none);
  STATIC_REQUIRE(scalar_kind_of<std::nullptr_t>() == scalar_kind::none);
  STATIC_REQUIRE(scalar_kind_of<plain_enum>() == scalar_kind::none);
  STATIC_REQUIRE(scalar_kind_of<scoped_enum>() == scalar_kind::none);
  STATIC_REQUIRE(scalar_kind_of<Number>() == scalar_kind::none);
  STATIC_REQUIRE(scalar_kind_of<std::byte>() == scalar_kind::none);
}

TEST_CASE("an identity is a constant: one address for each type", "[type_identity]") {
  STATIC_REQUIRE(&identity_of<int> == &identity_of<int>);
  STATIC_REQUIRE(&identity_of<int> != &identity_of<long>);
  STATIC_REQUIRE(&identity_of<long> != &identity_of<long long>);
  STATIC_REQUIRE(&identity_of<char> != &identity_of<signed char>);
  STATIC_REQUIRE(identity_of<int>.name == "int");
  STATIC_REQUIRE(identity_of<int>.size == sizeof(int));
  STATIC_REQUIRE(identity_of<long double>.size == sizeof(long double));
  STATIC_REQUIRE(identity_of<Plain>.name == "unit_type_identity::Plain");
  STATIC_REQUIRE(identity_of<Plain>.kind == scalar_kind::none);
  STATIC_REQUIRE(identity_of<Plain>.size == 0);
}

TEST_CASE("types with one name in two places are two types", "[type_identity]") {
  const auto one = [] {
    struct local {};
    return &identity_of<local>;
  };
  const auto other = [] {
    struct local {};
    return &identity_of<local>;
  };
  CHECK(one() != other());
}

/// The value in `stored`, of which only the identity is known, as a `Seen`.
template <class Seen, class T>
bool is_seen_as(const T& stored, const Seen& expected) {
  return visit_scalar(identity_of<T>, &stored, [&expected](const auto& seen) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(seen)>, Seen>)
      return seen == expected;
    else
      return false;
  });
}
template <class Seen, class T>
bool limits_are_seen() {
  using limits = std::numeric_limits<T>;
  return is_seen_as<Seen>(limits::min(), static_cast<Seen>(limits::min())) &&
         is_seen_as<Seen>(limits::max(), static_cast<Seen>(limits::max())) && is_seen_as<Seen>(T{1}, Seen{1});
}

TEST_CASE("a scalar is read as the widest of its kind, without loss", "[type_identity]") {
  CHECK(is_seen_as<bool>(true, true));
  CHECK(is_seen_as<bool>(false, false));
  CHECK(is_seen_as<char>('x', 'x'));
  CHECK(limits_are_seen<int, signed char>());
  CHECK(limits_are_seen<int, short>());
  CHECK(limits_are_seen<int, int>());
  CHECK(limits_are_seen<std::conditional_t<sizeof(long) == 8, long long, int>, long>());
  CHECK(limits_are_seen<long long, long long>());
  CHECK(limits_are_seen<unsigned, unsigned char>());
  CHECK(limits_are_seen<unsigned, unsigned short>());
  CHECK(limits_are_seen<unsigned, unsigned>());
  CHECK(limits_are_seen<std::conditional_t<sizeof(long) == 8, unsigned long long, unsigned>, unsigned long>());
  CHECK(limits_are_seen<unsigned long long, unsigned long long>());
  CHECK(limits_are_seen<unsigned, char8_t>());
  CHECK(limits_are_seen<unsigned, char16_t>());
  CHECK(limits_are_seen<unsigned, char32_t>());
  using wide = std::conditional_t<std::is_signed_v<wchar_t>, int, unsigned>;
  CHECK(limits_are_seen<wide, wchar_t>());
  CHECK(limits_are_seen<float, float>());
  CHECK(limits_are_seen<double, double>());
  CHECK(limits_are_seen<long double, long double>());
}

TEST_CASE("text is read as a view of the very string", "[type_identity]") {
  const std::string text("a\0b", 3);
  CHECK(is_seen_as<std::string_view>(text, std::string_view("a\0b", 3)));
  const char* seen = visit_scalar(identity_of<std::string>, &text, [](const auto& view) -> const char* {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(view)>, std::string_view>) return view.data();
    return nullptr;
  });
  CHECK(seen == text.data());
}

TEST_CASE("of anything else the name of the type is known", "[type_identity]") {
  const auto name = [](const auto& stored) {
    using T = std::remove_cvref_t<decltype(stored)>;
    return visit_scalar(identity_of<T>, &stored, [](const auto& seen) -> std::string_view {
      if constexpr (std::is_same_v<std::remove_cvref_t<decltype(seen)>, opaque_value>) return seen.type;
      return "not opaque";
    });
  };
  CHECK(name(Plain{1}) == "unit_type_identity::Plain");
  CHECK(name(scoped_enum::zero) == "unit_type_identity::scoped_enum");
  CHECK(name(std::string_view("text")) == sl::type_name<std::string_view>);
  CHECK(name(nullptr) == sl::type_name<std::nullptr_t>);
}

TEST_CASE("a scalar is read from any address", "[type_identity]") {
  alignas(8) unsigned char bytes[16]{};
  const double number = 0.25;
  __builtin_memcpy(bytes + 1, &number, sizeof number);
  CHECK(sl::detail::load_scalar<double>(bytes + 1) == 0.25);
}

TEST_CASE("the visitor's result is handed on as it is, reference and all", "[type_identity]") {
  int target = 0;
  const int stored = 3;
  decltype(auto) result = visit_scalar(identity_of<int>, &stored, [&target](const auto&) -> int& { return target; });
  STATIC_REQUIRE(std::is_same_v<decltype(result), int&>);
  CHECK(&result == &target);
}

}  // namespace unit_type_identity
