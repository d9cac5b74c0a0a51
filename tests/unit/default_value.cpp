#include <slotted/default_value.hpp>

#include <slotted/slotted.hpp>

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "support/catch.hpp"
#include "support/tracked.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_default_value {

enum class level { low, high };

int counted = 0;
struct count_up {
  int operator()() const { return ++counted; }
};
inline constexpr count_up next_number{};

struct make_list {
  std::vector<int> operator()() const { return {1, 2, 3}; }
};
inline constexpr make_list three{};

struct make_owner {
  std::unique_ptr<int> operator()() const { return std::make_unique<int>(7); }
};
inline constexpr make_owner seven{};

struct make_atomic {
  std::atomic<int> operator()() const { return std::atomic<int>(9); }
};
inline constexpr make_atomic nine{};

struct make_text {
  const char* operator()() const { return "made"; }
};
inline constexpr make_text text{};

struct constant_default {
  constexpr int operator()() const { return 5; }
};
inline constexpr constant_default five{};

struct All
    : sl::object<
          All,
          sl::slots<sl::field<"number", int, sl::defaults_to<42>>, sl::field<"real", double, sl::defaults_to<3>>,
                    sl::field<"small", std::int8_t, sl::defaults_to<-128>>,
                    sl::field<"flag", bool, sl::defaults_to<true>>, sl::field<"letter", char, sl::defaults_to<'x'>>,
                    sl::field<"enumerator", level, sl::defaults_to<level::high>>,
                    sl::field<"string", std::string, sl::defaults_to<"a literal">>,
                    sl::field<"view", std::string_view, sl::defaults_to<"a view">>,
                    sl::field<"c_string", const char*, sl::defaults_to<"characters">>,
                    sl::field<"nothing", std::vector<int>, sl::defaults_to<>>,
                    sl::field<"zero", long, sl::defaults_to<>>, sl::field<"pointer", int*, sl::defaults_to<nullptr>>,
                    sl::field<"maybe", std::optional<int>, sl::defaults_to<4>>,
                    sl::field<"list", std::vector<int>, sl::defaults_to<three>>,
                    sl::field<"owner", std::unique_ptr<int>, sl::defaults_to<seven>>,
                    sl::field<"atomic", std::atomic<int>, sl::defaults_to<nine>>,
                    sl::field<"text", std::string, sl::defaults_to<text>>,
                    sl::field<"grid", int[2][2], sl::defaults_to<>>>> {
  using object::object;
};

TEST_CASE("every kind of default makes its value", "[default_value]") {
  All o;
  CHECK(o["number"_slot] == 42);
  CHECK(o["real"_slot] == 3.0);
  CHECK(o["small"_slot] == -128);
  CHECK(o["flag"_slot]);
  CHECK(o["letter"_slot] == 'x');
  CHECK(o["enumerator"_slot] == level::high);
  CHECK(o["string"_slot] == "a literal");
  CHECK(o["view"_slot] == "a view");
  CHECK(std::string(o["c_string"_slot]) == "characters");
  CHECK(o["nothing"_slot].empty());
  CHECK(o["zero"_slot] == 0);
  CHECK(o["pointer"_slot] == nullptr);
  CHECK(o["maybe"_slot] == 4);
  CHECK(o["list"_slot] == std::vector<int>{1, 2, 3});
  CHECK(*o["owner"_slot] == 7);
  CHECK(o["atomic"_slot].load() == 9);
  CHECK(o["text"_slot] == "made");
  CHECK(o["grid"_slot][1][1] == 0);
}

TEST_CASE("defaults_to<> is T{} and not what the memory held", "[default_value]") {
  struct Zero
      : sl::object<Zero, sl::slots<sl::field<"a", int, sl::defaults_to<>>, sl::slot<"b", double, sl::defaults_to<>>,
                                   sl::field<"c", int[4], sl::defaults_to<>>>> {
    using object::object;
  };
  alignas(Zero) unsigned char memory[sizeof(Zero)];
  for (unsigned char& byte : memory) byte = 0xff;
  const Zero* zero = new (memory) Zero;
  CHECK((*zero)["a"_slot] == 0);
  CHECK((*zero)["b"_slot].value() == 0.0);
  CHECK((*zero)["c"_slot][3] == 0);
}

TEST_CASE("an argument takes the place of a default, which is then not made", "[default_value]") {
  struct Numbered
      : sl::object<Numbered,
                   sl::slots<sl::field<"n", int, sl::defaults_to<next_number>>, sl::slot<"label", std::string>>> {
    using object::object;
  };
  counted = 0;
  CHECK(Numbered{}["n"_slot] == 1);
  CHECK(Numbered{}["n"_slot] == 2);
  CHECK(Numbered{100}["n"_slot] == 100);
  CHECK(Numbered{"n"_slot = 200}["n"_slot] == 200);
  CHECK(counted == 2);
  CHECK(Numbered{"label"_slot = "x"}["n"_slot] == 3);
  const Numbered first;
  const Numbered copy = first;  // NOLINT(performance-unnecessary-copy-initialization)
  CHECK(copy["n"_slot] == 4);
  CHECK(counted == 4);
}

TEST_CASE("row 172: a slot with a default starts set, and is unset after it is deleted", "[default_value]") {
  struct Base
      : sl::object<Base, sl::slots<sl::slot<"x", std::string, sl::defaults_to<"default">>, sl::slot<"y", int>>> {
    using object::object;
  };
  struct Derived : sl::object<Derived, sl::extends<Base>, sl::slots<sl::slot<"z", int, sl::defaults_to<5>>>> {
    using object::object;
  };
  Derived d;
  CHECK(getattr(d, "x") == "default");
  CHECK(getattr(d, "z") == 5);
  CHECK_FALSE(hasattr(d, "y"));
  delattr(d, "x");
  CHECK_FALSE(hasattr(d, "x"));
  const Derived copy = d;
  CHECK_FALSE(hasattr(copy, "x"));
}

// Factories run in memory order, each once.
std::string order;
template <char Letter>
struct writes {
  int operator()() const {
    order += Letter;
    return Letter;
  }
};
inline constexpr writes<'a'> writes_a{};
inline constexpr writes<'b'> writes_b{};
inline constexpr writes<'c'> writes_c{};
inline constexpr writes<'d'> writes_d{};

TEST_CASE("factories run in memory order, those of bases first", "[default_value]") {
  struct Fields
      : sl::object<
            Fields, sl::declared_order,
            sl::slots<sl::field<"a", int, sl::defaults_to<writes_a>>, sl::field<"b", int, sl::defaults_to<writes_b>>>> {
    using object::object;
  };
  struct Derived
      : sl::object<
            Derived, sl::extends<Fields>, sl::declared_order,
            sl::slots<sl::field<"c", int, sl::defaults_to<writes_c>>, sl::field<"d", int, sl::defaults_to<writes_d>>>> {
    using object::object;
  };
  struct Slots
      : sl::object<
            Slots, sl::declared_order,
            sl::slots<sl::slot<"a", int, sl::defaults_to<writes_a>>, sl::slot<"b", int, sl::defaults_to<writes_b>>>> {
    using object::object;
  };
  order.clear();
  const Fields fields;
  CHECK(order == "ab");
  order.clear();
  const Slots slots;
  CHECK(order == "ab");
  order.clear();
  const Derived derived;
  CHECK(order == "abcd");
  static_cast<void>(fields), static_cast<void>(slots), static_cast<void>(derived);
}

// The fields are made where the language makes members; the slots when all that can be destroyed by it stands.
TEST_CASE("where slots and fields are mixed, the factories of fields run before those of slots", "[default_value]") {
  struct Mixed
      : sl::object<
            Mixed, sl::declared_order,
            sl::slots<sl::slot<"a", int, sl::defaults_to<writes_a>>, sl::field<"b", int, sl::defaults_to<writes_b>>,
                      sl::slot<"c", int, sl::defaults_to<writes_c>>>> {
    using object::object;
  };
  order.clear();
  const Mixed mixed;
  static_cast<void>(mixed);
  CHECK(order == "bac");
}

template <int N>
struct make_tracked {
  support::tracked operator()() const { return support::tracked(N); }
};
inline constexpr make_tracked<1> tracked_one{};
inline constexpr make_tracked<2> tracked_two{};
inline constexpr make_tracked<3> tracked_three{};

TEST_CASE("a factory that throws leaves nothing behind", "[default_value]") {
  struct Three : sl::object<Three, sl::slots<sl::field<"a", support::tracked, sl::defaults_to<tracked_one>>,
                                             sl::slot<"b", support::tracked, sl::defaults_to<tracked_two>>,
                                             sl::field<"c", support::tracked, sl::defaults_to<tracked_three>>,
                                             sl::slot<"d", support::tracked, sl::defaults_to<>>>> {
    using object::object;
  };
  const long failures = support::fail_everywhere([](support::attempt& attempt) { attempt([] { const Three o; }); });
  CHECK(failures == 8);  // four values, each made where it is to live: no moves; once alone, once with all later ones
}

TEST_CASE("noexcept of the default constructor is that of the defaults", "[default_value]") {
  struct throws_when_made {
    throws_when_made() {}  // NOLINT(modernize-use-equals-default)
    throws_when_made(const throws_when_made&) noexcept = default;
  };
  struct Numbers : sl::object<Numbers, sl::slots<sl::field<"a", int, sl::defaults_to<1>>, sl::slot<"b", std::string>>> {
    using object::object;
  };
  struct May : sl::object<May, sl::slots<sl::field<"a", throws_when_made, sl::defaults_to<>>>> {
    using object::object;
  };
  struct MayInArray : sl::object<MayInArray, sl::slots<sl::field<"a", throws_when_made[2], sl::defaults_to<>>>> {
    using object::object;
  };
  struct MayInSlot : sl::object<MayInSlot, sl::slots<sl::slot<"a", throws_when_made[2], sl::defaults_to<>>>> {
    using object::object;
  };
  struct Text : sl::object<Text, sl::slots<sl::field<"a", std::string, sl::defaults_to<"text">>>> {
    using object::object;
  };
  struct Factory : sl::object<Factory, sl::slots<sl::field<"a", int, sl::defaults_to<next_number>>>> {
    using object::object;
  };
  STATIC_REQUIRE(std::is_nothrow_default_constructible_v<Numbers>);
  STATIC_REQUIRE_FALSE(std::is_nothrow_default_constructible_v<May>);
  STATIC_REQUIRE_FALSE(std::is_nothrow_default_constructible_v<MayInArray>);
  STATIC_REQUIRE_FALSE(std::is_nothrow_default_constructible_v<MayInSlot>);
  STATIC_REQUIRE_FALSE(std::is_nothrow_default_constructible_v<Text>);
  STATIC_REQUIRE_FALSE(std::is_nothrow_default_constructible_v<Factory>);
}

TEST_CASE("defaults are made in constant expressions", "[default_value]") {
  struct Constant
      : sl::object<Constant,
                   sl::slots<sl::field<"a", int, sl::defaults_to<five>>, sl::slot<"b", long, sl::defaults_to<6>>,
                             sl::field<"c", std::string_view, sl::defaults_to<"c">>>> {
    using object::object;
  };
  constexpr Constant o;
  STATIC_REQUIRE(o["a"_slot] == 5);
  STATIC_REQUIRE(o["b"_slot].value() == 6);
  STATIC_REQUIRE(o["c"_slot] == "c");
}

TEST_CASE("whether a default fits is known before any object is made", "[default_value]") {
  using sl::detail::default_fits;
  STATIC_REQUIRE(default_fits<sl::field<"a", int>>());
  STATIC_REQUIRE(default_fits<sl::field<"a", std::int8_t, sl::defaults_to<127>>>());
  STATIC_REQUIRE_FALSE(default_fits<sl::field<"a", std::int8_t, sl::defaults_to<128>>>());
  STATIC_REQUIRE_FALSE(default_fits<sl::field<"a", unsigned, sl::defaults_to<-1>>>());
  STATIC_REQUIRE_FALSE(default_fits<sl::field<"a", int, sl::defaults_to<"text">>>());
  STATIC_REQUIRE_FALSE(default_fits<sl::field<"a", std::string, sl::defaults_to<1>>>());
  STATIC_REQUIRE_FALSE(default_fits<sl::field<"a", int, sl::defaults_to<text>>>());
  STATIC_REQUIRE_FALSE(default_fits<sl::field<"a", level, sl::defaults_to<1>>>());
  STATIC_REQUIRE_FALSE(default_fits<sl::field<"a", bool, sl::defaults_to<2>>>());
  STATIC_REQUIRE(default_fits<sl::field<"a", bool, sl::defaults_to<1>>>());
  STATIC_REQUIRE(default_fits<sl::field<"a", const std::string, sl::defaults_to<"text">>>());
}

}  // namespace unit_default_value
