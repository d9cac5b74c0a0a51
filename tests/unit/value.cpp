#include <slotted/value.hpp>

#include <slotted/slotted.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <memory>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/allocations.hpp"
#include "support/catch.hpp"
#include "support/tracked.hpp"

namespace sl = slotted;
using sl::value;
using sl::detail::holdable;
using support::tracked;

namespace unit_value {

struct Pair {
  int first, second;
  friend bool operator==(const Pair&, const Pair&) = default;
};
struct Triple {
  double a, b, c;
};
struct Printed {
  int number;
  friend std::ostream& operator<<(std::ostream& out, const Printed& p) { return out << "printed " << p.number; }
};
enum class Color : std::uint8_t { red, green };
enum Old { old_zero, old_one };
[[maybe_unused]] int twice(int x) { return 2 * x; }

std::string text_of(const value& printed) {
  std::ostringstream out;
  out << printed;
  return out.str();
}

// What a value is.

static_assert(sizeof(value) == (sizeof(void*) == 8 ? 16 : sizeof(value)));
static_assert(std::is_nothrow_default_constructible_v<value>);
static_assert(std::is_nothrow_move_constructible_v<value> && std::is_nothrow_move_assignable_v<value>);
static_assert(std::is_nothrow_swappable_v<value> && std::is_nothrow_destructible_v<value>);
static_assert(std::is_copy_constructible_v<value> && !std::is_nothrow_copy_constructible_v<value>);
static_assert(std::is_convertible_v<int, value> && std::is_convertible_v<const char*, value>);

TEST_CASE("a value takes what can be copied, and nothing else", "[value]") {
  STATIC_REQUIRE(holdable<int>);
  STATIC_REQUIRE(holdable<const std::string&>);
  STATIC_REQUIRE(holdable<int(&)[3]>);
  STATIC_REQUIRE(holdable<int (&)(int)>);
  STATIC_REQUIRE_FALSE(holdable<std::unique_ptr<int>>);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<value, std::unique_ptr<int>>);
  STATIC_REQUIRE_FALSE(std::is_assignable_v<value&, std::unique_ptr<int>>);
  struct throws_when_it_dies {
    ~throws_when_it_dies() noexcept(false) {}
  };
  STATIC_REQUIRE_FALSE(std::is_constructible_v<value, throws_when_it_dies>);
  struct cannot_die {
    ~cannot_die() = delete;
  };
  STATIC_REQUIRE_FALSE(std::is_constructible_v<value, cannot_die&>);
  struct cannot_be_copied {
    cannot_be_copied(const cannot_be_copied&) = delete;
  };
  STATIC_REQUIRE_FALSE(std::is_constructible_v<value, const cannot_be_copied&>);
}

TEST_CASE("a value of nothing", "[value]") {
  static constinit value nothing;
  CHECK_FALSE(nothing.has_value());
  CHECK(nothing.type().empty());
  CHECK_FALSE(nothing.holds<int>());
  CHECK(nothing.get_if<int>() == nullptr);
  CHECK((nothing == value()));
  CHECK_FALSE((nothing == value(0)));
  CHECK_FALSE((nothing == 0));
  CHECK_FALSE((nothing == ""));
  CHECK((value(nothing) == nothing));
  value other(3);
  other = nothing;
  CHECK_FALSE(other.has_value());
}

TEST_CASE("small values need no memory, larger ones a block", "[value]") {
  const auto blocks_for = [](const auto& given) {
    const long before = support::allocations::live;
    static value held;  // not a variable that a compiler does without
    held = given;
    const long blocks = support::allocations::live - before;
    held.reset();
    CHECK(support::allocations::live == before);
    return blocks;
  };
  CHECK(blocks_for(true) == 0);
  CHECK(blocks_for(1.5) == 0);
  CHECK(blocks_for(std::numeric_limits<std::uint64_t>::max()) == 0);
  CHECK(blocks_for(nullptr) == 0);
  CHECK(blocks_for(&twice) == 0);
  CHECK(blocks_for(Color::green) == 0);
  CHECK(blocks_for(Pair{1, 2}) == 0);
  CHECK(blocks_for(Triple{1, 2, 3}) == 1);
  CHECK(blocks_for(std::string("short")) == 1);
  CHECK(blocks_for(tracked(1)) == 1);
}

TEST_CASE("what is held is found by its own type only", "[value]") {
  value v(3);
  CHECK(v.holds<int>());
  CHECK(v.holds<const int>());
  CHECK_FALSE(v.holds<unsigned>());
  CHECK_FALSE(v.holds<long>());
  CHECK((v.type() == "int"));
  CHECK(v.get<int>() == 3);
  CHECK(*v.get_if<const int>() == 3);
  CHECK(v.get_if<long>() == nullptr);
  ++v.get<int>();
  const value& constant = v;
  STATIC_REQUIRE(std::is_same_v<decltype(constant.get<int>()), const int&>);
  STATIC_REQUIRE(std::is_same_v<decltype(constant.get_if<int>()), const int*>);
  STATIC_REQUIRE(std::is_same_v<decltype(v.get_if<const int>()), const int*>);
  CHECK((constant.get<int>() == 4));
  CHECK(constant.get_if<int>() == v.get_if<int>());
}

TEST_CASE("asking for another type is a type_error that names both", "[value]") {
  const auto message = [](const auto& f) -> std::string {
    try {
      f();
    } catch (const sl::type_error& error) {
      CHECK((error.class_name() == "value"));
      return error.what();
    }
    return "nothing was thrown";
  };
  const value number(3);
  CHECK(message([&] { static_cast<void>(number.get<double>()); }) == "a value of type 'int' is no 'double'");
  value nothing;
  CHECK(message([&] { static_cast<void>(nothing.get<int>()); }) == "a value of type 'nothing' is no 'int'");
  const value pair(Pair{1, 2});
  CHECK(message([&] { static_cast<void>(pair.get<Triple>()); }) ==
        "a value of type 'unit_value::Pair' is no 'unit_value::Triple'");
}

TEST_CASE("text is held as a string that owns its characters", "[value]") {
  char buffer[] = "buffer";
  value from_array(buffer);
  value from_pointer(static_cast<const char*>(buffer));
  value from_view{std::string_view(buffer, 4)};
  buffer[0] = 'X';
  CHECK((from_array.get<std::string>() == "buffer"));
  CHECK((from_pointer.get<std::string>() == "buffer"));
  CHECK((from_view.get<std::string>() == "buff"));
  CHECK(value("literal").holds<std::string>());
  CHECK((value(std::string("a\0b", 3)).get<std::string>().size() == 3));
  CHECK(value(std::string()).get<std::string>().empty());
}

TEST_CASE("arrays and functions are held as what they decay to", "[value]") {
  int numbers[] = {1, 2, 3};
  const value array(numbers);
  CHECK((array.get<int*>() == numbers));
  const int constants[] = {1, 2};
  CHECK((value(constants).get<const int*>() == constants));
  const value function(twice);
  CHECK((function.get<int (*)(int)>()(4) == 8));
  CHECK((value(&twice) == function));
}

TEST_CASE("pointers, enumerators and nullptr are values", "[value]") {
  int number = 0;
  CHECK((value(&number).get<int*>() == &number));
  CHECK((value(&number) == &number));
  CHECK(value(static_cast<void*>(&number)).holds<void*>());
  CHECK(value(nullptr).holds<std::nullptr_t>());
  CHECK(value(nullptr).has_value());
  CHECK((value(nullptr) == nullptr));
  CHECK_FALSE((value(nullptr) == value()));
  CHECK((value(Color::green) == Color::green));
  CHECK_FALSE((value(Color::green) == Color::red));
  CHECK_FALSE((value(Color::green) == 1));
  CHECK(value(old_one).holds<Old>());
  CHECK((value(old_one) == old_one));
  CHECK((value(&Pair::first).get<int Pair::*>() == &Pair::first));
}

TEST_CASE("a value is aligned as its type asks", "[value]") {
  struct alignas(64) Wide {
    int number;
  };
  std::vector<value> values;
  for (int i = 0; i != 20; ++i) values.emplace_back(Wide{i});
  const std::vector<value> copies(values);
  for (int i = 0; i != 20; ++i) {
    const auto* const held = copies[static_cast<std::size_t>(i)].get_if<Wide>();
    REQUIRE(held);
    CHECK((held->number == i));
    CHECK((reinterpret_cast<std::uintptr_t>(held) % 64 == 0));
  }
  struct alignas(16) Narrow {  // four bytes of content, but not to be held inside
    int number;
  };
  CHECK(reinterpret_cast<std::uintptr_t>(value(Narrow{1}).get_if<Narrow>()) % 16 == 0);
}

// Copies and moves.

TEST_CASE("a copy is a value of its own", "[value]") {
  value v(std::string("a text that is longer than a small string"));
  value copy(v);
  v.get<std::string>() = "changed";
  CHECK((copy == "a text that is longer than a small string"));
  copy = v;
  CHECK((copy == "changed"));
  const value& same = copy;
  copy = same;
  CHECK((copy == "changed"));
  value small(7);
  copy = small;
  small = 8;
  CHECK((copy == 7));
}

TEST_CASE("a move takes the value and leaves none; nothing is copied", "[value]") {
  const long before = tracked::live;
  {
    value v(tracked(5));
    CHECK(tracked::live == before + 1);
    tracked::operations = 0;
    const auto* const place = v.get_if<tracked>();
    value moved(std::move(v));
    CHECK_FALSE(v.has_value());  // NOLINT(bugprone-use-after-move)
    CHECK(moved.get_if<tracked>() == place);
    value target(tracked(6));
    tracked::operations = 0;
    target = std::move(moved);
    CHECK_FALSE(moved.has_value());  // NOLINT(bugprone-use-after-move)
    CHECK(target.get_if<tracked>() == place);
    CHECK(tracked::live == before + 1);
    value other(1);
    swap(target, other);
    CHECK((target == 1));
    CHECK(other.get<tracked>().value == 5);
    value& same = other;
    other = std::move(same);
    CHECK(other.get<tracked>().value == 5);
    other.swap(same);
    CHECK(other.get<tracked>().value == 5);
    CHECK(tracked::operations == 0);
    value copy(other);
    CHECK(tracked::operations == 1);
    CHECK(tracked::live == before + 2);
    copy.reset();
    CHECK_FALSE(copy.has_value());
    CHECK(tracked::live == before + 1);
    copy.reset();
  }
  CHECK(tracked::live == before);
}

TEST_CASE("what a value is made from is copied once, or moved", "[value]") {
  const tracked given(3);
  tracked::operations = 0;
  const value copied(given);
  CHECK(tracked::operations == 1);
  tracked dying(4);
  tracked::operations = 0;
  const value moved(std::move(dying));
  CHECK(tracked::operations == 1);
  CHECK(dying.value == tracked::moved_from);  // NOLINT(bugprone-use-after-move)
}

/// A value before and after an operation that may fail: unchanged, or done.
template <class Operation>
long fails_safely(const Operation& operation) {
  return support::fail_everywhere([&operation](support::attempt& attempt) {
    const value source(tracked(1));
    value target(tracked(2));
    const bool failed = attempt([&] { operation(target, source); });
    CHECK(target.get<tracked>().value == (failed ? 2 : 1));
    CHECK(source.get<tracked>().value == 1);
  });
}

TEST_CASE("a copy that throws leaves the target as it was", "[value]") {
  CHECK(fails_safely([](value& target, const value& source) { target = source; }) > 0);
  CHECK(fails_safely([](value& target, const value& source) { target = source.get<tracked>(); }) > 0);
  CHECK(fails_safely([](value& target, const value&) { target = tracked(1); }) > 0);
  CHECK(fails_safely([](value& target, const value&) { target.emplace<tracked>(1); }) > 0);
  CHECK(fails_safely([](value& target, const value& source) {
          value copy(source);
          target = std::move(copy);
        }) > 0);
}

TEST_CASE("a value that finds no memory leaves the target as it was", "[value]") {
  const std::string text = "a text that is longer than a small string";
  const value source(text);
  const auto tried = [&](const auto& operation) {
    return support::fail_every_allocation([&](support::short_of_memory& attempt) {
      value target(1.5);
      const bool failed = attempt([&] { operation(target); });
      return failed ? target == 1.5 : target == text;
    });
  };
  CHECK(tried([&](value& target) { target = source; }) > 0);
  CHECK(tried([&](value& target) { target = text; }) > 0);
  CHECK(tried([&](value& target) { target = text.c_str(); }) > 0);
  CHECK(tried([&](value& target) { target.emplace<std::string>(text.c_str()); }) > 0);
}

TEST_CASE("emplace makes the value where it is held", "[value]") {
  value v(1);
  std::string& text = v.emplace<std::string>(std::size_t{3}, 'x');
  CHECK((text == "xxx"));
  CHECK(v.get_if<std::string>() == &text);
  CHECK((v.emplace<int>() == 0));
  v.emplace<Pair>(Pair{1, 2}).second = 3;
  CHECK((v == Pair{1, 3}));
  v.emplace<std::string>("made from what it replaces: ").append("yes");
  v.emplace<std::string>(v.get<std::string>(), std::size_t{0}, std::size_t{4});
  CHECK((v == "made"));
}

TEST_CASE("a value can be assigned a part of itself", "[value]") {
  value v(std::vector<value>{value(1), value("two")});
  v = value(v.get<std::vector<value>>()[1]);
  CHECK((v == "two"));
  value nested(std::vector<value>{value(std::vector<value>{value(3)})});
  nested = nested.get<std::vector<value>>()[0];
  CHECK((nested.get<std::vector<value>>()[0] == 3));
  v = v.get<std::string>();
  CHECK((v == "two"));
}

/// Its destructor assigns the value that holds it, as a callback would.
struct Reentrant {
  value* place;
  explicit Reentrant(value* its) : place(its) {}
  Reentrant(const Reentrant& other) = default;
  Reentrant& operator=(const Reentrant& other) = default;
  ~Reentrant() {
    if (!place) return;
    ++deaths;
    seen = place->has_value() ? std::string(place->type()) : "nothing";
    *place = std::string("set by a destructor, and rather long");
  }
  static inline int deaths = 0;
  static inline std::string seen;
};

/// Holds a Reentrant that acts when the held one dies only.
value& hold_reentrant(value& v) {
  Reentrant made(&v);
  v = made;
  made.place = nullptr;
  Reentrant::deaths = 0;
  return v;
}

TEST_CASE("a held value whose destructor uses the same value finds it in order", "[value]") {
  value v;
  hold_reentrant(v) = 3;
  CHECK(Reentrant::deaths == 1);
  CHECK(Reentrant::seen == "int");
  CHECK((v == "set by a destructor, and rather long"));
  hold_reentrant(v).reset();
  CHECK(Reentrant::deaths == 1);
  CHECK(Reentrant::seen == "nothing");
  CHECK((v == "set by a destructor, and rather long"));
  hold_reentrant(v).emplace<double>(1.5);
  CHECK(Reentrant::seen == "double");
  CHECK((v == "set by a destructor, and rather long"));
  const value copied(2u);
  hold_reentrant(v) = copied;
  CHECK(Reentrant::seen == "unsigned int");
  CHECK((v == "set by a destructor, and rather long"));
}

// Equality.

TEST_CASE("numbers are equal if they are the same number, whatever their types", "[value]") {
  CHECK((value(3) == value(3L)));
  CHECK((value(3) == value(3u)));
  CHECK((value(3) == value(3.0)));
  CHECK((value(3.0F) == value(3.0)));
  CHECK((value(true) == value(1)));
  CHECK((value('a') == value(97)));
  CHECK((value(static_cast<unsigned char>(200)) == value(200)));
  CHECK((value(3) == 3.0));
  CHECK((value(3.0) == 3));
  CHECK((value(3u) == 3LL));
  CHECK((3 == value(3)));
  CHECK_FALSE((value(3) == value(4L)));
  CHECK_FALSE((value(3) == 3.5));
  CHECK((value(3) != value(3.5)));
  CHECK_FALSE((value(2) == value(true)));
}

TEST_CASE("numbers that a conversion would make equal are not", "[value]") {
  CHECK_FALSE((value(-1) == value(std::numeric_limits<unsigned>::max())));
  CHECK_FALSE((value(-1) == value(std::numeric_limits<unsigned long long>::max())));
  CHECK_FALSE((value(-1LL) == std::numeric_limits<unsigned long long>::max()));
  CHECK_FALSE((value(256) == value(static_cast<unsigned char>(0))));
  CHECK_FALSE((value(256) == value(false)));
  CHECK_FALSE((value(1LL << 32) == 0));
  CHECK_FALSE((value(0.1F) == value(0.1)));
  // As exact as long double is: with 64 bits, integers are compared exactly.
  if (std::numeric_limits<long double>::digits >= 64) {
    CHECK_FALSE((value((1LL << 53) + 1) == value(9007199254740992.0)));
    CHECK((value(1LL << 53) == value(9007199254740992.0)));
  }
  const double nan = std::numeric_limits<double>::quiet_NaN();
  CHECK_FALSE((value(nan) == value(nan)));
  CHECK_FALSE((value(nan) == nan));
  CHECK_FALSE((value(nan) == 0));
  CHECK((value(-0.0) == value(0)));
}

TEST_CASE("text equals text, and no number", "[value]") {
  const value text("abc");
  CHECK((text == "abc"));
  CHECK((text == std::string("abc")));
  CHECK((text == std::string_view("abc")));
  CHECK(("abc" == text));
  CHECK((text == value("abc")));
  CHECK((text != "abd"));
  CHECK_FALSE((text == value("ab")));
  CHECK_FALSE((value(3) == "3"));
  CHECK_FALSE((value("3") == 3));
  CHECK_FALSE((value("3") == value(3)));
  CHECK((value(std::string("a\0b", 3)) == std::string_view("a\0b", 3)));
  CHECK_FALSE((value(std::string("a\0b", 3)) == "a"));
}

TEST_CASE("other values are equal if they are of one type that says so", "[value]") {
  CHECK((value(Pair{1, 2}) == value(Pair{1, 2})));
  CHECK((value(Pair{1, 2}) == Pair{1, 2}));
  CHECK_FALSE((value(Pair{1, 2}) == value(Pair{1, 3})));
  CHECK_FALSE((value(Pair{1, 2}) == value(1)));
  CHECK_FALSE((value(1) == Pair{1, 2}));
  const value without(Triple{1, 2, 3});
  CHECK_FALSE((without == value(Triple{1, 2, 3})));
  CHECK_FALSE((without == without));
  CHECK_FALSE((without == Triple{1, 2, 3}));
  CHECK((value(std::vector<int>{1, 2}) == value(std::vector<int>{1, 2})));
  CHECK((value(std::vector<value>{value(1), value("a")}) == value(std::vector<value>{value(1.0), value("a")})));
}

// Visiting and printing.

TEST_CASE("a visitor sees numbers and text by kind, anything else by name", "[value]") {
  const auto seen = [](const value& v) {
    return v.visit([](const auto& held) -> std::string {
      using T = std::remove_cvref_t<decltype(held)>;
      if constexpr (std::is_same_v<T, sl::detail::opaque_value>)
        return "opaque " + std::string(held.type);
      else if constexpr (std::is_same_v<T, std::string_view>)
        return "text " + std::string(held);
      else
        return std::string(sl::type_name<T>) + " " + std::to_string(held);
    });
  };
  CHECK(seen(value()) == "opaque nothing");
  CHECK(seen(true) == "bool 1");
  CHECK(seen('a') == "char 97");
  CHECK(seen(static_cast<short>(-3)) == "int -3");
  CHECK_THAT(seen(7u), support::contains("unsigned"));
  CHECK_THAT(seen(7LL), support::contains("long long"));
  CHECK(seen(0.5F) == "float " + std::to_string(0.5F));
  CHECK(seen(0.5) == "double " + std::to_string(0.5));
  CHECK(seen("abc") == "text abc");
  CHECK(seen(Pair{1, 2}) == "opaque unit_value::Pair");
  CHECK(seen(Triple{1, 2, 3}) == "opaque unit_value::Triple");
  CHECK(seen(Color::red) == "opaque unit_value::Color");
}

TEST_CASE("a value prints as the stream prints what it holds", "[value]") {
  CHECK(text_of(3) == "3");
  CHECK(text_of(-3LL) == "-3");
  CHECK(text_of(1.5) == "1.5");
  CHECK(text_of('c') == "c");
  CHECK(text_of(true) == "1");
  CHECK(text_of(static_cast<unsigned char>(65)) == "65");
  CHECK(text_of("text") == "text");
  CHECK(text_of(Printed{4}) == "printed 4");
  CHECK(text_of(Pair{1, 2}) == "<unit_value::Pair>");
  CHECK(text_of(Color::red) == "<unit_value::Color>");
  CHECK(text_of(value()) == "<nothing>");
  std::ostringstream out;
  out << value(1) << ' ' << value("two") << ' ' << value(Printed{3});
  CHECK(out.str() == "1 two printed 3");
}

/// A stream that is none of the standard library.
struct own_stream {
  std::string text;
  own_stream& operator<<(char c) {
    text += c;
    return *this;
  }
  own_stream& operator<<(std::string_view view) {
    text += view;
    return *this;
  }
  own_stream& operator<<(bool b) { return *this << std::string_view(b ? "true" : "false"); }
  template <class T>
    requires std::is_arithmetic_v<T>
  own_stream& operator<<(T number) {
    return *this << std::string_view(std::to_string(number));
  }
};

TEST_CASE("a value prints on any stream", "[value]") {
  own_stream out;
  out << value(3) << ' ' << value("text") << ' ' << value(true) << ' ' << value(Printed{4});
  CHECK(out.text == "3 text true <unit_value::Printed>");
}

TEST_CASE("what formats a value finds its type and its bytes", "[value]") {
  const value number(3);
  CHECK(number.slotted_functions()->type == &sl::detail::identity_of<int>);
  CHECK(*static_cast<const int*>(number.slotted_held()) == 3);
  const value text("abc");
  CHECK(*static_cast<const std::string*>(text.slotted_held()) == "abc");
  CHECK(value().slotted_functions() == nullptr);
}

}  // namespace unit_value
