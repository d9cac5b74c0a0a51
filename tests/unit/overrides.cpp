// A derived class that gives a slot of its base another default, and changes nothing else: the slot stays the base's.
#include <slotted/overrides.hpp>

#include <slotted/format.hpp>
#include <slotted/slotted.hpp>

#include <atomic>
#include <cstddef>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/what_of.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using support::what_of;

namespace unit_overrides {

struct Http
    : sl::object<Http, sl::slots<sl::field<"host", std::string>, sl::field<"port", unsigned short, sl::defaults_to<80>>,
                                 sl::slot<"proxy", std::string>>> {
  using object::object;
};
struct Https : sl::object<Https, sl::extends<Http>, sl::overrides<"port", sl::defaults_to<443>>, sl::slots<>> {
  using object::object;
};

TEST_CASE("row 207: a derived class overrides the default of a base's slot", "[overrides]") {
  const Https https{"example.org"};
  CHECK(https["port"_slot] == 443);
  const Http http{"example.org"};
  CHECK(http["port"_slot] == 80);
  CHECK(sl::repr(https) == "Https(host='example.org', port=443, proxy=<unset>)");
}

TEST_CASE("the slot stays where it is, and whose it is", "[overrides]") {
  STATIC_REQUIRE(sizeof(Https) == sizeof(Http));
  STATIC_REQUIRE(sl::slot_names<Https> == sl::slot_names<Http>);
  STATIC_REQUIRE(sl::own_slot_names<Https>.empty());
  STATIC_REQUIRE(sl::descriptor<Https, "port">.offset == sl::descriptor<Http, "port">.offset);
  STATIC_REQUIRE(std::is_same_v<decltype(sl::descriptor<Https, "port">)::owner_type, Http>);
  STATIC_REQUIRE(sl::is_exact<Https>);
}

TEST_CASE("what is given wins, by position and by name", "[overrides]") {
  CHECK(Https{"h", static_cast<unsigned short>(8443)}["port"_slot] == 8443);
  CHECK(Https{"port"_slot = 8443, "host"_slot = "h"}["port"_slot] == 8443);
  CHECK(Https{"host"_slot = "h"}["port"_slot] == 443);
  CHECK(Https{"h", 1, "p"}["proxy"_slot].value() == "p");
  std::string moved(100, 'h');
  const char* const memory = moved.data();
  const Https taken{std::move(moved)};
  CHECK(taken["host"_slot].data() == memory);  // arguments pass by the default as they came
}

TEST_CASE("a builder knows the default of its class", "[overrides]") {
  sl::builder<Https> row;
  row.set("host", "h");
  CHECK(row.missing().empty());
  const Https made = row.build();
  CHECK(made["port"_slot] == 443);
  CHECK(made["host"_slot] == "h");
  row.set("port", 8443);
  CHECK(std::move(row).build()["port"_slot] == 8443);
}

// Several levels, and all kinds of defaults.

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
enum class level { low, high };

struct Base : sl::object<Base, sl::slots<sl::field<"needed", int>, sl::field<"list", std::vector<int>>,
                                         sl::slot<"note", std::string>, sl::slot<"owner", std::unique_ptr<int>>,
                                         sl::field<"level", level, sl::defaults_to<level::low>, sl::readonly>>> {
  using object::object;
};
struct Middle
    : sl::object<Middle, sl::extends<Base>, sl::overrides<"needed", sl::defaults_to<5>>,
                 sl::overrides<"list", sl::defaults_to<three>>, sl::overrides<"note", sl::defaults_to<"noted">>,
                 sl::slots<sl::field<"more", int, sl::defaults_to<1>>>> {
  using object::object;
};
struct Last : sl::object<Last, sl::overrides<"note", sl::defaults_to<>>, sl::overrides<"more", sl::defaults_to<2>>,
                         sl::overrides<"owner", sl::defaults_to<seven>>,
                         sl::overrides<"level", sl::defaults_to<level::high>>, sl::slots<>, sl::extends<Middle>> {
  using object::object;
};

TEST_CASE("a field of the base that needs a value has one in the derived class", "[overrides]") {
  STATIC_REQUIRE_FALSE(std::is_default_constructible_v<Base>);
  STATIC_REQUIRE(std::is_default_constructible_v<Middle>);
  const Middle m;
  CHECK(m["needed"_slot] == 5);
  CHECK(m["list"_slot] == std::vector{1, 2, 3});
  CHECK(m["note"_slot].value() == "noted");
  CHECK_FALSE(m["owner"_slot].has_value());
  CHECK(m["more"_slot] == 1);
  CHECK(Middle{6}["needed"_slot] == 6);
  CHECK(Middle{"list"_slot = std::vector<int>{}}["needed"_slot] == 5);
  sl::builder<Middle> row;
  CHECK(row.missing().empty());
  CHECK(std::move(row).build()["note"_slot].value() == "noted");
  CHECK(what_of([] { return sl::builder<Base>().build(); }).starts_with("Base.__init__() missing 2 required"));
}

TEST_CASE("the most derived class that speaks of a slot is heard", "[overrides]") {
  Last l;
  CHECK(l["needed"_slot] == 5);
  CHECK(l["list"_slot] == std::vector{1, 2, 3});
  CHECK(l["note"_slot].value().empty());
  CHECK(l["more"_slot] == 2);
  CHECK(*l["owner"_slot].value() == 7);
  CHECK(l["level"_slot] == level::high);
  sl::builder<Last> row;
  const Last built = std::move(row.set("needed", 1)).build();
  CHECK(built["needed"_slot] == 1);
  CHECK(built["note"_slot].value().empty());
  CHECK(*built["owner"_slot].value() == 7);
  CHECK(built["level"_slot] == level::high);
  l["note"_slot].reset();
  CHECK_FALSE(l["note"_slot].has_value());  // as ever: a default is for new objects
  const Last copy = std::move(l);
  CHECK_FALSE(copy["note"_slot].has_value());
}

TEST_CASE("derived further in plain C++, by extended and by make_class", "[overrides]") {
  struct Plain : Https {
    using Https::Https;
  };
  CHECK(Plain{"h"}["port"_slot] == 443);
  using Quick = sl::extended<Https, sl::overrides<"port", sl::defaults_to<444>>, sl::slots<sl::slot<"extra", int>>>;
  CHECK(Quick{"h"}["port"_slot] == 444);
  using Made =
      sl::make_class<"Made", sl::extends<Http>, sl::overrides<"host", sl::defaults_to<"localhost">>, sl::slots<>>;
  CHECK(Made{}["host"_slot] == "localhost");
  CHECK(Made{}["port"_slot] == 80);
}

TEST_CASE("of two bases each slot has its own", "[overrides]") {
  struct Other : sl::object<Other, sl::slots<sl::field<"weight", double, sl::defaults_to<1.0>>>> {
    using object::object;
  };
  struct Both : sl::object<Both, sl::extends<Https, Other>, sl::overrides<"weight", sl::defaults_to<2>>,
                           sl::overrides<"host", sl::defaults_to<"here">>, sl::slots<>> {
    using object::object;
  };
  const Both b;
  CHECK(b["host"_slot] == "here");
  CHECK(b["port"_slot] == 443);  // what Https overrides, too
  CHECK(b["weight"_slot] == 2.0);

  struct Mixin {};
  struct Turned : sl::object<Turned, sl::extends<Mixin, Other, Middle>, sl::slots<>> {
    using object::object;
  };
  const Turned t{1.5};  // all that Base needs has a default in Middle, wherever that stands
  CHECK(t["weight"_slot] == 1.5);
  CHECK(t["needed"_slot] == 5);
  sl::builder<Turned> row;
  CHECK(row.missing().empty());
  CHECK(std::move(row).build()["list"_slot] == std::vector{1, 2, 3});
}

TEST_CASE("values that cannot be moved are made in their place", "[overrides]") {
  struct Counter : sl::object<Counter, sl::slots<sl::slot<"count", std::atomic<int>>>> {
    using object::object;
  };
  struct Nine : sl::object<Nine, sl::extends<Counter>, sl::overrides<"count", sl::defaults_to<nine>>, sl::slots<>> {
    using object::object;
  };
  const Nine n;
  CHECK(n["count"_slot].value().load() == 9);
}

TEST_CASE("constant, and noexcept where the default is", "[overrides]") {
  struct Number : sl::object<Number, sl::slots<sl::field<"n", int, sl::defaults_to<1>>>> {
    using object::object;
  };
  struct Two : sl::object<Two, sl::extends<Number>, sl::overrides<"n", sl::defaults_to<2>>, sl::slots<>> {
    using object::object;
  };
  STATIC_REQUIRE(Two{}["n"_slot] == 2);
  STATIC_REQUIRE(Two{3}["n"_slot] == 3);
  STATIC_REQUIRE(std::is_nothrow_default_constructible_v<Two>);
  STATIC_REQUIRE_FALSE(std::is_nothrow_default_constructible_v<Middle>);
  STATIC_REQUIRE(std::is_trivially_copyable_v<Two>);
}

struct make_thrown {
  int operator()() const { throw 1; }
};
inline constexpr make_thrown thrown{};

TEST_CASE("a default that throws throws out of the constructor, one that is not needed is not made", "[overrides]") {
  struct Fails : sl::object<Fails, sl::extends<Base>, sl::overrides<"needed", sl::defaults_to<thrown>>,
                            sl::overrides<"list", sl::defaults_to<>>, sl::slots<>> {
    using object::object;
  };
  CHECK_THROWS_AS(Fails(), int);
  CHECK(Fails{"needed"_slot = 3}["needed"_slot] == 3);
  struct Saved : sl::object<Saved, sl::extends<Fails>, sl::overrides<"needed", sl::defaults_to<4>>, sl::slots<>> {
    using object::object;
  };
  CHECK(Saved()["needed"_slot] == 4);
}

}  // namespace unit_overrides
