#include <slotted/builder.hpp>

#include <slotted/slotted.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "support/catch.hpp"
#include "support/numbered.hpp"
#include "support/tracked.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using support::fail_everywhere;
using support::tracked;

namespace unit_builder {

struct Event
    : sl::object<Event, sl::slots<sl::field<"ts", std::int64_t>, sl::field<"kind", std::string>,
                                  sl::slot<"value", double>, sl::slot<"Size", int, sl::alias<"Installed-Size">>,
                                  sl::field<"level", int, sl::defaults_to<3>>>> {
  using object::object;
};

template <class F>
std::string what_of(F&& f) {
  try {
    f();
  } catch (const sl::attribute_error& error) {
    return std::string("attribute_error: ") + error.what();
  } catch (const sl::type_error& error) {
    return std::string("type_error: ") + error.what();
  }
  return "no exception";
}
template <class C>
std::vector<std::string> missing_of(const sl::builder<C>& builder) {
  std::vector<std::string> names;
  for (const std::string_view name : builder.missing()) names.emplace_back(name);
  return names;
}
using names = std::vector<std::string>;

TEST_CASE("an object is made from names and values that come at run time", "[builder]") {
  sl::builder<Event> row;
  row.set("kind", "click").set("ts", 12);
  const Event event = std::move(row).build();
  CHECK(event["ts"_slot] == 12);
  CHECK(event["kind"_slot] == "click");
  CHECK(event["level"_slot] == 3);
  CHECK_FALSE(event["value"_slot].has_value());
  CHECK_FALSE(event["Size"_slot].has_value());
}

struct viewable {
  std::string text;
  operator std::string_view() const { return text; }
};

TEST_CASE("every kind of name: text, aliases, keys, compile-time names, in any order", "[builder]") {
  const auto check = [](const auto& kind, const auto& value, const auto& size) {
    sl::builder<Event> row;
    CHECK_FALSE(row.has(kind));
    CHECK_FALSE(row.has(value));
    CHECK_FALSE(row.has(size));
    row.set(size, 7).set(kind, "k").set("ts"_slot, 1).set(value, 2.5);
    CHECK(row.has(kind));
    CHECK(row.has(value));
    CHECK(row.has(size));
    CHECK(row.has("ts"));
    CHECK_FALSE(row.has("level"));
    const Event event = row.build();
    CHECK(event["kind"_slot] == "k");
    CHECK(event["value"_slot].value() == 2.5);
    CHECK(event["Size"_slot].value() == 7);
  };
  check("kind", "value", "Installed-Size");
  check(std::string("kind"), std::string("value"), std::string("Size"));
  check(std::string_view("kind"), viewable{"value"}, viewable{"Installed-Size"});
  check("kind"_slot, "value"_slot, "Size"_slot);
  check(sl::resolve<Event>("kind"), sl::resolve<Event>("value"), sl::resolve<Event>("Installed-Size"));
  check(sl::descriptor<Event, "kind">.name, sl::resolve<Event>("value"), "Size"_slot);
}

TEST_CASE("has is false for names of no slot, and never throws", "[builder]") {
  const sl::builder<Event> row;
  CHECK_FALSE(row.has("nope"));
  CHECK_FALSE(row.has(""));
  CHECK_FALSE(row.has(sl::slot_key<Event>()));
  STATIC_REQUIRE(noexcept(row.has("nope")));
  STATIC_REQUIRE(noexcept(row.missing()));
}

TEST_CASE("a later value replaces an earlier one", "[builder]") {
  sl::builder<Event> row;
  row.set("ts", 1).set("kind", "a").set("ts"_slot, 2).set(sl::resolve<Event>("kind"), std::string("b")).set("ts", 3);
  const Event event = std::move(row).build();
  CHECK(event["ts"_slot] == 3);
  CHECK(event["kind"_slot] == "b");
}

TEST_CASE("values fit by the value rule", "[builder]") {
  sl::builder<Event> row;
  row.set("ts", std::uint8_t{200}).set("kind", std::string_view("view")).set("value", 1).set("Size", 5LL);
  const std::variant<int, std::string> held(std::string("held"));
  row.set("kind", held);
  Event other{1, "other"};
  row.set("ts", getattr(other, "ts"));
  const Event event = row.build();
  CHECK(event["ts"_slot] == 1);
  CHECK(event["kind"_slot] == "held");
  CHECK(event["value"_slot].value() == 1.0);
  CHECK(event["Size"_slot].value() == 5);
}

TEST_CASE("an unknown name, a value that does not fit: CPython's sentences, nothing is changed", "[builder]") {
  sl::builder<Event> row;
  row.set("kind", "k").set("Size", 1);
  CHECK(what_of([&] { row.set("knd", "x"); }) ==
        "attribute_error: 'Event' object has no attribute 'knd' and no __dict__ for setting new attributes. Did you "
        "mean 'kind'?");
  CHECK(what_of([&] { row.set(sl::slot_key<Event>(), 1); }).starts_with("attribute_error: 'Event' object"));
  CHECK(what_of([&] { row.set("kind", 3); }) ==
        "type_error: 'Event' object attribute 'kind' is of type 'std::string' and takes no value of type 'int'");
  CHECK(what_of([&] {
          row.set("Installed-Size", "3");
        }).starts_with("type_error: 'Event' object attribute 'Size' is of type 'int' and takes no value of type"));
  CHECK(what_of([&] { row.set("Size", 1LL << 40); }) ==
        "type_error: 'Event' object attribute 'Size' is of type 'int', which 1099511627776 does not fit");
  CHECK(what_of([&] { row.set("Size"_slot, 1LL << 40); }).starts_with("type_error: 'Event' object attribute 'Size'"));
  CHECK(what_of([&] { row.set("value", std::string("x")); }).starts_with("type_error: 'Event' object attribute"));
  CHECK(row.has("kind"));
  CHECK(row.has("Size"));
  CHECK_FALSE(row.has("value"));
  CHECK(missing_of(row) == names{"ts"});
  const Event event = row.set("ts", 1).build();
  CHECK(event["kind"_slot] == "k");
  CHECK(event["Size"_slot].value() == 1);
  try {
    row.set("knd", "x");
    FAIL("no exception");
  } catch (const sl::attribute_error& error) {
    CHECK(error.class_name() == "Event");
    CHECK(error.name() == "knd");
  }
}

TEST_CASE("row 205: what is missing, all names in CPython's sentence", "[builder]") {
  struct Three : sl::object<Three, sl::slots<sl::field<"x", int>, sl::field<"y", int>, sl::field<"z", int>>> {
    using object::object;
  };
  sl::builder<Three> row;
  CHECK(missing_of(row) == names{"x", "y", "z"});
  CHECK(what_of([&] { static_cast<void>(row.build()); }) ==
        "type_error: Three.__init__() missing 3 required positional arguments: 'x', 'y', and 'z'");
  row.set("y", 2);
  CHECK(missing_of(row) == names{"x", "z"});
  CHECK(what_of([&] { static_cast<void>(std::move(row).build()); }) ==
        "type_error: Three.__init__() missing 2 required positional arguments: 'x' and 'z'");
  row.set("z", 3);
  CHECK(row.missing().contains("x"_slot));
  CHECK(what_of([&] { static_cast<void>(std::move(row).build()); }) ==
        "type_error: Three.__init__() missing 1 required positional argument: 'x'");
  try {
    static_cast<void>(row.build());
    FAIL("no exception");
  } catch (const sl::type_error& error) {
    CHECK(error.class_name() == "Three");
    CHECK(error.name() == "x");
  }
  row.set("x", 1);  // the values are still there
  CHECK(row.missing().empty());
  CHECK(std::move(row).build() == Three{1, 2, 3});
}

TEST_CASE("slots and fields with a default are never missing", "[builder]") {
  struct None : sl::object<None, sl::slots<sl::slot<"a", int>, sl::field<"b", int, sl::defaults_to<>>,
                                           sl::slot<"c", std::string, sl::defaults_to<"c">>>> {
    using object::object;
  };
  sl::builder<None> row;
  CHECK(row.missing().empty());
  const None made = row.build();
  CHECK_FALSE(made["a"_slot].has_value());
  CHECK(made["b"_slot] == 0);
  CHECK(made["c"_slot].value() == "c");
  const None other = row.set("c", "d").set("b", 4).set("a", 5).build();
  CHECK(other == None{5, 4, "d"});
}

struct counted_default {
  static inline int runs = 0;
  int operator()() const { return ++runs; }
};

TEST_CASE("row 216: the default of a field is made only where none was set, and anew each time", "[builder]") {
  struct A : sl::object<A, sl::slots<sl::field<"f", int, sl::defaults_to<counted_default{}>>>> {
    using object::object;
  };
  counted_default::runs = 0;
  sl::builder<A> row;
  CHECK(counted_default::runs == 0);
  CHECK(row.build()["f"_slot] == 1);
  CHECK(row.build()["f"_slot] == 2);
  row.set("f", 40);
  CHECK(row.build()["f"_slot] == 40);
  CHECK(counted_default::runs == 2);
}

TEST_CASE("the default of a slot is made only where none was set", "[builder]") {
  struct A : sl::object<A, sl::slots<sl::slot<"s", int, sl::defaults_to<counted_default{}>>>> {
    using object::object;
  };
  counted_default::runs = 0;
  sl::builder<A> row;
  CHECK(row.build()["s"_slot].value() == 1);
  row.set("s", 40);
  CHECK(row.build()["s"_slot].value() == 40);
  CHECK(counted_default::runs == 1);
}

TEST_CASE("build of an rvalue moves the values, of an lvalue copies them", "[builder]") {
  const std::string long_text(1000, 'k');
  sl::builder<Event> row;
  row.set("ts", 1).set("kind", long_text);
  const Event first = row.build();
  const Event second = std::as_const(row).build();
  CHECK(first["kind"_slot] == long_text);
  CHECK(second["kind"_slot] == long_text);
  CHECK(row.missing().empty());
  const sl::builder<Event> copy = row;
  const Event third = std::move(row).build();
  CHECK(third["kind"_slot] == long_text);
  CHECK(copy.build() == first);
}

TEST_CASE("clear unsets all", "[builder]") {
  sl::builder<Event> row;
  row.set("ts", 1).set("kind", "k").set("value", 2.0);
  row.clear();
  for (const std::string_view name : sl::slot_names<Event>) CHECK_FALSE(row.has(name));
  CHECK(missing_of(row) == names{"ts", "kind"});
  const Event event = row.set("kind", "again").set("ts", 2).build();
  CHECK_FALSE(event["value"_slot].has_value());
  CHECK(event["kind"_slot] == "again");
}

TEST_CASE("unset: all that has not been set, needed or not", "[builder]") {
  const auto unset_of = [](const sl::builder<Event>& builder) {
    const sl::slot_set<Event> unset = builder.unset();
    return names(unset.begin(), unset.end());
  };
  sl::builder<Event> row;
  CHECK(unset_of(row) == names{"ts", "kind", "value", "Size", "level"});
  CHECK(row.unset() == sl::slot_set<Event>::all());
  row.set("value", 1.0).set("ts", 1);
  CHECK(unset_of(row) == names{"kind", "Size", "level"});
  row.set("kind", "k").set("Installed-Size", 2).set("level", 0);
  CHECK(row.unset().empty());
  row.clear();
  CHECK(row.unset().size() == 5);
  STATIC_REQUIRE(noexcept(row.unset()));
  STATIC_REQUIRE(noexcept(row.clear()));
}

TEST_CASE("a descriptor is a name, too", "[builder]") {
  sl::builder<Event> row;
  row.set(sl::descriptor<Event, "kind">, "k").set(sl::descriptor<Event, "ts">, 3);
  CHECK(row.has(sl::descriptor<Event, "kind">));
  CHECK_FALSE(row.has(sl::descriptor<Event, "value">));
  CHECK(sl::with_slot<Event>("Installed-Size", [&](auto slot) {
    if constexpr (std::is_same_v<typename decltype(slot)::value_type, int>) row.set(slot, 4);
  }));
  const Event event = row.build();
  CHECK(event["kind"_slot] == "k");
  CHECK(event["ts"_slot] == 3);
  CHECK(event["Size"_slot].value() == 4);
  CHECK_THROWS_AS(row.set(sl::descriptor<Event, "Size">, 1LL << 40), sl::type_error);
}

TEST_CASE("one builder makes many objects", "[builder]") {
  sl::builder<Event> row;
  row.set("kind", "same");
  std::vector<Event> events;
  for (int i = 0; i != 3; ++i) events.push_back(row.set("ts", i).build());
  CHECK(events[0] == Event{0, "same"});
  CHECK(events[2] == Event{2, "same"});
}

TEST_CASE("move-only values", "[builder]") {
  struct Owner
      : sl::object<Owner,
                   sl::slots<sl::field<"first", std::unique_ptr<int>>, sl::slot<"second", std::unique_ptr<int>>>> {
    using object::object;
  };
  sl::builder<Owner> row;
  row.set("first", std::make_unique<int>(1)).set("second"_slot, std::make_unique<int>(2));
  const Owner owner = std::move(row).build();
  CHECK(*owner["first"_slot] == 1);
  CHECK(*owner["second"_slot].value() == 2);
  STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<Owner>);
  STATIC_REQUIRE(std::is_move_constructible_v<sl::builder<Owner>>);
}

TEST_CASE("arrays, const and readonly slots and fields, hidden ones", "[builder]") {
  struct Row
      : sl::object<Row,
                   sl::slots<sl::field<"cells", int[3]>, sl::slot<"more", std::string[2]>, sl::field<"id", const int>,
                             sl::slot<"name", const std::string>, sl::field<"r", int, sl::readonly>,
                             sl::slot<"s", int, sl::readonly>, sl::field<"h", int, sl::hidden>>> {
    using object::object;
  };
  const int cells[3] = {1, 2, 3};
  const std::string more[2] = {"a", "b"};
  sl::builder<Row> row;
  CHECK(missing_of(row) == names{"cells", "id", "r", "h"});
  row.set("cells", cells).set("more", more).set("id", 4).set("name", "n").set("r", 5).set("s", 6).set("h"_slot, 7);
  CHECK_THROWS_AS(row.set("h", 8), sl::attribute_error);
  row.set("id", 9);  // the object is not made yet
  const Row made = row.build();
  CHECK(made["cells"_slot][2] == 3);
  CHECK(made["more"_slot].value()[1] == "b");
  CHECK(made["id"_slot] == 9);
  CHECK(made["name"_slot].value() == "n");
  CHECK(made["r"_slot] == 5);
  CHECK(made["s"_slot].value() == 6);
  CHECK(made["h"_slot] == 7);
  const Row moved = std::move(row).build();
  CHECK(moved["more"_slot].value()[0] == "a");
}

TEST_CASE("arrays and const values with defaults", "[builder]") {
  struct Row : sl::object<Row, sl::slots<sl::field<"cells", int[3], sl::defaults_to<>>,
                                         sl::slot<"more", std::string[2], sl::defaults_to<>>,
                                         sl::slot<"id", const int, sl::defaults_to<4>>>> {
    using object::object;
  };
  sl::builder<Row> row;
  const Row made = row.build();
  CHECK(made["more"_slot].value()[1].empty());
  CHECK_FALSE(row.has("more"));
  CHECK(made["cells"_slot][2] == 0);
  CHECK(made["id"_slot].value() == 4);
  const int cells[3] = {1, 2, 3};
  const Row other = row.set("cells", cells).set("id", 5).build();
  CHECK(other["cells"_slot][2] == 3);
  CHECK(other["id"_slot].value() == 5);
}

TEST_CASE("an array of a type without a default constructor: the builder of its class did not compile", "[builder]") {
  struct made_of_a_number {
    int number;
    explicit made_of_a_number(int given) : number(given) {}
  };
  struct Row
      : sl::object<Row, sl::slots<sl::field<"pair", made_of_a_number[2]>, sl::slot<"more", made_of_a_number[2]>>> {
    using object::object;
  };
  const made_of_a_number pair[2] = {made_of_a_number(1), made_of_a_number(2)};
  sl::builder<Row> row;
  CHECK(missing_of(row) == names{"pair"});
  const Row made = row.set("pair", pair).build();
  CHECK(made["pair"_slot][1].number == 2);
  CHECK_FALSE(hasattr(made, "more"_slot));
  const Row other = row.set("more", pair).build();
  CHECK(other["more"_slot].value()[0].number == 1);
}

struct cannot_be_assigned {
  const int number;
  cannot_be_assigned(int given) : number(given) {}
};
struct Unassignable : sl::object<Unassignable, sl::slots<sl::field<"f", cannot_be_assigned, sl::defaults_to<7>>,
                                                         sl::field<"o", std::optional<int>>>> {
  using object::object;
};

TEST_CASE("a value that cannot be assigned has its default, and is not set", "[builder]") {
  sl::builder<Unassignable> row;
  CHECK_THROWS_AS(row.set("f", cannot_be_assigned(3)), sl::type_error);
  CHECK_FALSE(row.has("f"));
  row.set("o", std::nullopt);
  const Unassignable made = row.build();
  CHECK(made["f"_slot].number == 7);
  CHECK_FALSE(made["o"_slot].has_value());
  row.clear();
  CHECK_FALSE(row.has("o"));
}

// Bases.

struct Base : sl::object<Base, sl::slots<sl::field<"b1", int>, sl::slot<"b2", int>>> {
  using object::object;
};
struct Derived : sl::object<Derived, sl::extends<Base>, sl::slots<sl::field<"d1", int>, sl::slot<"d2", int>>> {
  using object::object;
};
struct MakesItself
    : sl::object<MakesItself,
                 sl::slots<sl::field<"m1", int>, sl::slot<"m2", std::string>, sl::field<"m3", int, sl::readonly>>> {
  MakesItself() : object(10, "made", 30) {}
};
struct OfMakesItself : sl::object<OfMakesItself, sl::extends<Base, MakesItself>, sl::slots<sl::field<"d1", int>>> {
  using object::object;
};

TEST_CASE("slots of bases", "[builder]") {
  sl::builder<Derived> row;
  CHECK(missing_of(row) == names{"b1", "d1"});
  row.set("d2", 4).set("b1", 1).set("d1", 3).set("b2", 2);
  CHECK(row.build() == Derived{1, 2, 3, 4});
  CHECK(what_of([] { static_cast<void>(sl::builder<Derived>().build()); }) ==
        "type_error: Derived.__init__() missing 2 required positional arguments: 'b1' and 'd1'");
}

TEST_CASE("a base that makes itself lacks nothing, and its slots may be set", "[builder]") {
  sl::builder<OfMakesItself> row;
  CHECK(missing_of(row) == names{"b1", "d1"});
  row.set("b1", 1).set("d1", 2);
  const OfMakesItself made = row.build();
  CHECK(made["m1"_slot] == 10);
  CHECK(made["m2"_slot].value() == "made");
  const OfMakesItself other = row.set("m1", 11).set("m2", "set").set("m3", 31).build();
  CHECK(other["m1"_slot] == 11);
  CHECK(other["m2"_slot].value() == "set");
  CHECK(other["m3"_slot] == 31);
  CHECK(other["b1"_slot] == 1);
}

TEST_CASE("a base that is not slotted is made from nothing", "[builder]") {
  struct Named : sl::object<Named, sl::extends<std::string>, sl::slots<sl::field<"id", int>>> {
    using object::object;
  };
  sl::builder<Named> row;
  const Named named = row.set("id", 3).build();
  CHECK(named.empty());
  CHECK(named["id"_slot] == 3);
}

struct Same : Derived {
  using Derived::Derived;
};
struct More : Derived {
  using Derived::Derived;
  int more = 7;
};

TEST_CASE("row 210: a class derived in plain C++ is made, too, with members of its own", "[builder]") {
  sl::builder<More> row;
  CHECK(missing_of(row) == names{"b1", "d1"});
  const More made = row.set("b1", 1).set("d1"_slot, 3).build();
  CHECK(made.more == 7);
  CHECK(made["d1"_slot] == 3);
  STATIC_REQUIRE(std::is_same_v<decltype(row.build()), More>);
  sl::builder<Same> same;
  CHECK(same.set("b1", 1).set("d1", 3).build() == Same{"b1"_slot = 1, "d1"_slot = 3});
  row.set(sl::resolve<More>("b1"), 2);
  CHECK(row.build()["b1"_slot] == 2);
}

TEST_CASE("classes made without a class statement, and 200 slots", "[builder]") {
  using Made = sl::make_class<"Made", sl::slots<sl::field<"x", int>>>;
  CHECK(sl::builder<Made>().set("x", 1).build() == Made{1});
  CHECK(what_of([] { sl::builder<Made>().set("y", 1); }).starts_with("attribute_error: 'Made' object"));
  struct Many : sl::object<Many, support::numbered_slots<200>> {
    using object::object;
  };
  sl::builder<Many> row;
  for (const std::string_view name : sl::slot_names<Many>) row.set(name, 1);
  const Many many = std::move(row).build();
  for (const std::string_view name : sl::slot_names<Many>) REQUIRE(hasattr(many, name));
  struct ManyFields : sl::object<ManyFields, support::numbered_fields<200>> {
    using object::object;
  };
  sl::builder<ManyFields> fields;
  for (std::size_t i = 0; i != 199; ++i) fields.set(sl::slot_key<ManyFields>::at(i), i % 100);
  CHECK(missing_of(fields) == names{"s0199"});
  fields.set("s0199", 99);
  const ManyFields made = fields.build();
  for (std::size_t i = 0; i != 200; ++i) REQUIRE(getattr(made, sl::slot_key<ManyFields>::at(i)) == i % 100);
}

TEST_CASE("an object without slots", "[builder]") {
  struct Empty : sl::object<Empty, sl::slots<>> {
    using object::object;
  };
  sl::builder<Empty> row;
  CHECK(row.missing().empty());
  CHECK_FALSE(row.has("x"));
  CHECK_THROWS_AS(row.set("x", 1), sl::attribute_error);
  CHECK(row.build() == Empty());
}

// Adopted aggregates.

struct event {
  std::int64_t ts = 5;
  std::string kind = "none";
  int cells[2] = {1, 2};
};
struct needs_value {
  explicit needs_value(int given) : number(given) {}
  int number;
};
struct holds_it {
  int first;
  needs_value second;
  std::string third = "third";
};

TEST_CASE("row 203: a class that adopts a struct has its defaults, and the struct stays as it is", "[builder]") {
  struct Event2 : sl::object<Event2, sl::slots<sl::fields_of<event>, sl::slot<"note", std::string>>> {
    using object::object;
  };
  STATIC_REQUIRE(std::is_aggregate_v<event>);
  STATIC_REQUIRE_FALSE(sl::detail::slotted_class<event>);
  sl::builder<Event2> row;
  CHECK(row.missing().empty());
  const Event2 made = row.build();
  CHECK(made.ts == 5);
  CHECK(made.kind == "none");
  CHECK(made["cells"_slot][1] == 2);
  const int cells[2] = {7, 8};
  const Event2 other = row.set("kind", "click").set("cells", cells).set("note", "n").build();
  CHECK(other.ts == 5);
  CHECK(other.kind == "click");
  CHECK(other["cells"_slot][0] == 7);
  CHECK(other["note"_slot].value() == "n");
  CHECK(what_of([&] { row.set("ts", "x"); }).starts_with("type_error: 'Event2' object attribute 'ts'"));
}

TEST_CASE("members of an adopted aggregate that cannot be made from nothing are missing", "[builder]") {
  struct Holder : sl::object<Holder, sl::slots<sl::slot<"before", int>, sl::fields_of<holds_it>,
                                               sl::field<"after", int, sl::defaults_to<9>>>> {
    using object::object;
  };
  sl::builder<Holder> row;
  CHECK(missing_of(row) == names{"first", "second"});
  CHECK(what_of([&] { static_cast<void>(row.build()); }) ==
        "type_error: Holder.__init__() missing 2 required positional arguments: 'first' and 'second'");
  row.set("second", needs_value(2)).set("first", 1);
  const Holder made = row.build();
  CHECK(made.first == 1);
  CHECK(made.second.number == 2);
  CHECK(made.third == "third");
  CHECK(made["after"_slot] == 9);
  const Holder other = std::move(row.set("third", "3").set("before", 0).set("after", 8)).build();
  CHECK(other.third == "3");
  CHECK(other["before"_slot].value() == 0);
  CHECK(other["after"_slot] == 8);
}

TEST_CASE("two aggregates, and one that a base adopts", "[builder]") {
  struct point {
    int x;
    int y;
  };
  struct Located : sl::object<Located, sl::slots<sl::fields_of<point>>> {
    using object::object;
  };
  struct Both : sl::object<Both, sl::extends<Located>, sl::slots<sl::fields_of<event>>> {
    using object::object;
  };
  sl::builder<Both> row;
  const Both made = row.set("y", 2).set("ts", 3).set("x", 1).build();
  CHECK(made.x == 1);
  CHECK(made.y == 2);
  CHECK(made.ts == 3);
  CHECK(made.kind == "none");
}

// What throws.

struct Tracked
    : sl::object<Tracked,
                 sl::slots<sl::field<"f", tracked>, sl::slot<"s", tracked>, sl::field<"a", tracked[2]>,
                           sl::field<"d", tracked, sl::defaults_to<4>>, sl::slot<"t", tracked, sl::defaults_to<5>>>> {
  using object::object;
};

int value_of(const sl::builder<Tracked>& row, std::string_view name) {
  return row.has(name) ? getattr<tracked>(row.build(), name).value : 0;
}

TEST_CASE("a value that cannot be set leaves the builder as it was", "[builder]") {
  const long failures = fail_everywhere([](support::attempt& attempt) {
    tracked array[2] = {7, 8};
    sl::builder<Tracked> row;
    row.set("f", tracked(1)).set("a", array);
    if (attempt([&] { row.set("s", tracked(2)); })) CHECK_FALSE(row.has("s"));
    CHECK(row.has("f"));
    CHECK(row.has("a"));
    CHECK_FALSE(row.has("d"));
    CHECK(value_of(row, "f") == 1);
  });
  CHECK(failures > 0);
  fail_everywhere([](support::attempt& attempt) {
    tracked array[2] = {7, 8};
    sl::builder<Tracked> row;
    row.set("f", tracked(1)).set("a", array);
    const tracked other(3);
    if (attempt([&] { row.set("f", other); })) CHECK(value_of(row, "f") == 1);
    CHECK(row.has("f"));
  });
  CHECK(tracked::live == 0);
}

TEST_CASE("building a copy leaves the builder as it was, whatever throws, and nothing leaks", "[builder]") {
  const long failures = fail_everywhere([](support::attempt& attempt) {
    tracked array[2] = {7, 8};
    sl::builder<Tracked> row;
    row.set("f", tracked(1)).set("a", array).set("s", tracked(2)).set("t", tracked(3));
    std::optional<Tracked> made;
    attempt([&] { made.emplace(row.build()); });
    if (!attempt.failed()) CHECK((*made)["t"_slot].value().value == 3);
    CHECK(row.missing().empty());
    for (const char* name : {"f", "s", "t"}) CHECK(row.has(name));
    CHECK_FALSE(row.has("d"));
    const Tracked later = row.build();
    CHECK(later["f"_slot].value == 1);
    CHECK(later["s"_slot].value().value == 2);
    CHECK(later["a"_slot][1].value == 8);
    CHECK(later["d"_slot].value == 4);
    CHECK(later["t"_slot].value().value == 3);
  });
  CHECK(failures > 10);
  CHECK(tracked::live == 0);
}

TEST_CASE("nothing leaks where a move throws", "[builder]") {
  const long failures = fail_everywhere([](support::attempt& attempt) {
    tracked array[2] = {7, 8};
    sl::builder<Tracked> row;
    row.set("f", tracked(1)).set("a", array).set("s", tracked(2));
    attempt([&] {
      const Tracked made = std::move(row).build();
      tracked::fail_at = 0;
      CHECK(made["f"_slot].value == 1);
      CHECK(made["t"_slot].value().value == 5);
    });
  });
  CHECK(failures > 5);
  CHECK(tracked::live == 0);
}

struct tracked_pair {
  tracked one;
  tracked two = 2;
};
struct OfPair : sl::object<OfPair, sl::slots<sl::fields_of<tracked_pair>, sl::field<"f", tracked>>> {
  using object::object;
};

TEST_CASE("nothing leaks where an adopted aggregate throws", "[builder]") {
  const long failures = fail_everywhere([](support::attempt& attempt) {
    sl::builder<OfPair> row;
    row.set("two", tracked(20)).set("f", tracked(3));
    attempt([&] {
      const OfPair made = row.build();
      tracked::fail_at = 0;
      CHECK(made.two.value == 20);
      CHECK(made["f"_slot].value == 3);
    });
    CHECK(row.has("two"));
  });
  CHECK(failures > 3);
  CHECK(tracked::live == 0);
}

TEST_CASE("clear and the destructor release what was set", "[builder]") {
  {
    sl::builder<Tracked> row;
    tracked array[2] = {7, 8};
    row.set("f", tracked(1)).set("a", array).set("s", tracked(2));
    CHECK(tracked::live == 6);
    row.clear();
    CHECK(tracked::live == 2);
    row.set("s", tracked(2));
  }
  CHECK(tracked::live == 0);
}

TEST_CASE("a missing field is told before anything is moved", "[builder]") {
  sl::builder<Event> row;
  row.set("kind", std::string(100, 'k')).set("value", 1.0);
  CHECK_THROWS_AS(std::move(row).build(), sl::type_error);
  CHECK(row.has("kind"));
  CHECK(row.set("ts", 1).build()["kind"_slot] == std::string(100, 'k'));
}

// At compile time.

struct Number
    : sl::object<Number, sl::slots<sl::field<"a", int>, sl::slot<"b", int>, sl::field<"c", int, sl::defaults_to<3>>>> {
  using object::object;
};
constexpr int built_at_compile_time() {
  sl::builder<Number> row;
  const bool before = row.missing().contains("a"_slot) && !row.has("b");
  row.set("b", 2).set("a"_slot, 1);
  const Number copy = row.build();
  row.set("b", 20);
  const Number moved = std::move(row).build();
  row.clear();
  return before && !row.has("a") ? 100 * copy["a"_slot] + 10 * copy["b"_slot].value() + moved["b"_slot].value() : 0;
}

TEST_CASE("a builder works at compile time", "[builder]") { STATIC_REQUIRE(built_at_compile_time() == 140); }

}  // namespace unit_builder
