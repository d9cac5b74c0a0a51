// Layouts of classes that are known at run time only: the same numbers as the compiler's for the same slots.
#include <slotted/lay_out.hpp>

#include <slotted/slotted.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "static/layout_proof.hpp"
#include "support/catch.hpp"
#include "support/what_of.hpp"

#if SLOTTED_TEST_LAY_OUT_AT_RUN_TIME
#define REQUIRE_CONSTANT REQUIRE
#else
#define REQUIRE_CONSTANT STATIC_REQUIRE
#endif

namespace sl = slotted;
using namespace slotted::literals;
using layout_proof::is_computed;
using layout_proof::is_computed_alike;
using support::what_of;

namespace unit_lay_out {

struct Event : sl::object<Event, sl::slots<sl::field<"live", bool>, sl::field<"when", std::int64_t>,
                                           sl::slot<"kind", char>, sl::slot<"weight", double>>> {
  using object::object;
};

/// How a class aligns an int64_t or a double: to 4 on i386.
constexpr std::size_t wide = alignof(std::int64_t);
static_assert(alignof(double) == wide);

TEST_CASE("a list of sizes that came at run time gives the offsets of the class with those slots", "[lay_out]") {
  std::vector<sl::layout_item> columns;
  for (const std::string_view type : {"bool", "int64", "char?", "double?"}) {
    const bool may_be_unset = type.ends_with('?');
    const std::size_t size = type.starts_with("bool") || type.starts_with("char") ? 1 : 8;
    columns.push_back({size, size == 8 ? wide : size, may_be_unset});
  }
  const sl::item_layout row = sl::lay_out(columns);

  CHECK(row.size == sizeof(Event));
  CHECK(row.alignment == alignof(Event));
  CHECK(row.data_size == sl::layout_of<Event>.data_size);
  REQUIRE(row.items.size() == 4);
  for (std::size_t i = 0; i != 4; ++i) {
    CAPTURE(i);
    CHECK(row.items[i].offset == sl::members<Event>[i].offset);
    CHECK(row.items[i].presence_mask == sl::members<Event>[i].presence_mask);
    if (row.items[i].presence_mask != 0) CHECK(row.items[i].presence_offset == sl::members<Event>[i].presence_offset);
  }
  for (std::size_t k = 0; k != 4; ++k)
    CHECK(sl::members<Event>[row.memory_order[k]].name == sl::layout_of<Event>.memory_order[k].name);
}

TEST_CASE("an object is read by the computed layout alone", "[lay_out]") {
  const Event e{"live"_slot = true, "when"_slot = 1234, "weight"_slot = 2.5};
  const auto* const bytes = reinterpret_cast<const unsigned char*>(&e);
  const sl::item_layout row = sl::lay_out({{1, 1}, {8, wide}, {1, 1, true}, {8, wide, true}});
  const auto is_set = [&](std::size_t i) {
    return (bytes[row.items[i].presence_offset] & row.items[i].presence_mask) != 0;
  };
  std::int64_t when = 0;
  std::memcpy(&when, bytes + row.items[1].offset, sizeof when);
  CHECK(when == 1234);
  CHECK_FALSE(is_set(2));
  REQUIRE(is_set(3));
  double weight = 0;
  std::memcpy(&weight, bytes + row.items[3].offset, sizeof weight);
  CHECK(weight == 2.5);
}

TEST_CASE("it is a constant where its numbers are", "[lay_out]") {
  REQUIRE_CONSTANT(sl::lay_out({{1, 1}, {8, 8}, {1, 1}}).size == 16);
  REQUIRE_CONSTANT(sl::lay_out(sl::declared_order{}, {{1, 1}, {8, 8}, {1, 1}}).size == 24);
  REQUIRE_CONSTANT(sl::lay_out({{1, 1}, {8, 8}, {1, 1}}).memory_order == std::vector<std::size_t>{1, 0, 2});
  constexpr std::array<sl::layout_item, 2> items{{{4, 4}, {2, 2, true}}};
  REQUIRE_CONSTANT(sl::lay_out(items).items[1].presence_offset == 6);
  REQUIRE_CONSTANT(sl::lay_out(sl::declared_order{}, items).data_size == 7);
}

TEST_CASE("no items, no data", "[lay_out]") {
  struct Empty : sl::object<Empty, sl::slots<>> {};
  const sl::item_layout nothing = sl::lay_out(std::vector<sl::layout_item>());
  CHECK(nothing.size == sizeof(Empty));
  CHECK(nothing.alignment == 1);
  CHECK(nothing.data_size == 0);
  CHECK(nothing.items.empty());
  CHECK(nothing.memory_order.empty());
  REQUIRE_CONSTANT(is_computed<Empty>());
  CHECK(sl::lay_out({{0, 8}}).size == 8);
}

TEST_CASE("items begin behind the data of the bases, in their tail padding if need be", "[lay_out]") {
  struct Base : sl::object<Base, sl::slots<sl::field<"d", double>, sl::field<"c", char>>> {
    using object::object;
  };
  struct Derived : sl::object<Derived, sl::extends<Base>, sl::slots<sl::slot<"s", std::int16_t>>> {
    using object::object;
  };
  const sl::item_layout made =
      sl::lay_out({{2, 2, true}}, {sl::layout_of<Base>.data_size, sl::layout_of<Base>.alignment});
  CHECK(made.size == sizeof(Derived));
  CHECK(made.items[0].offset == sl::descriptor<Derived, "s">.offset);
  CHECK(made.items[0].offset == 10);
  CHECK(made.items[0].presence_offset == sl::members<Derived>[2].presence_offset);
}

// Every kind of class.

struct plain {
  double a = 0;
  char b = 0;
  int c = 0;
};
struct Adopting : sl::object<Adopting, sl::slots<sl::field<"x", char>, sl::fields_of<plain>, sl::slot<"y", short>>> {
  using object::object;
};
struct Dynamic : sl::object<Dynamic> {};
struct WithDict : sl::object<WithDict, sl::slots<sl::slot<"c", char>, sl::dict_slot<int>, sl::slot<"t", std::string>>> {
  using object::object;
};
struct WithWeak : sl::object<WithWeak, sl::extends<WithDict>, sl::slots<sl::field<"n", short>, sl::weakref_slot>> {
  using object::object;
};
struct Other : sl::object<Other, sl::slots<sl::field<"o", long double>, sl::slot<"p", char>>> {
  using object::object;
};
struct Joined : sl::object<Joined, sl::extends<WithWeak, Other>, sl::slots<sl::slot<"q", char>>> {
  using object::object;
};
struct Mixin {
  void hello() const {}
};
struct Mixed : sl::object<Mixed, sl::extends<Mixin, Other>, sl::slots<sl::field<"r", int>>> {
  using object::object;
};
struct Virtual : sl::object<Virtual, sl::slots<sl::field<"v", char>, sl::slot<"w", int>>> {
  using object::object;
  virtual void speak() {}
};
struct BelowVirtual : sl::object<BelowVirtual, sl::extends<Virtual>, sl::slots<sl::slot<"z", char>>> {
  using object::object;
};
struct VirtualAgain : sl::object<VirtualAgain, sl::extends<Other>, sl::slots<sl::slot<"y", char>>> {
  using object::object;
  virtual void speak() {}
};
struct Abstract : sl::object<Abstract, sl::slots<sl::field<"v", char>, sl::slot<"w", double>>> {
  using object::object;
  virtual void speak() = 0;
};
struct BelowAbstract : sl::object<BelowAbstract, sl::extends<Abstract>, sl::slots<sl::slot<"z", char>>> {
  using object::object;
};
struct Last final : sl::object<Last, sl::slots<sl::field<"d", double>, sl::field<"c", char>>> {
  using object::object;
};
struct WithMember : sl::object<WithMember, sl::slots<sl::field<"c", char>, sl::slot<"d", double>>> {
  using object::object;
  int more = 0;
};
TEST_CASE("row 45: classes of every kind are computed alike", "[lay_out]") {
  REQUIRE_CONSTANT(is_computed<Event>());
  REQUIRE_CONSTANT(is_computed<Adopting>());
  REQUIRE_CONSTANT(is_computed<Dynamic>());
  REQUIRE_CONSTANT(is_computed<WithDict>());
  REQUIRE_CONSTANT(is_computed<WithWeak>());
  REQUIRE_CONSTANT(is_computed<Other>());
  REQUIRE_CONSTANT(is_computed<Joined>());
  REQUIRE_CONSTANT(is_computed<Mixed>());
  REQUIRE_CONSTANT(is_computed<Virtual>());
  REQUIRE_CONSTANT(is_computed<BelowVirtual>());
  REQUIRE_CONSTANT(is_computed<VirtualAgain>());
  REQUIRE_CONSTANT(is_computed<Abstract>());
  REQUIRE_CONSTANT(is_computed<BelowAbstract>());
  REQUIRE_CONSTANT(is_computed<Last>());
  REQUIRE_CONSTANT(is_computed<WithMember>());
}

TEST_CASE("the comparison with the compiler can fail", "[lay_out]") {
  const auto items = [] { return std::vector<sl::layout_item>{{1, 1}, {8, wide}, {1, 1, true}, {8, wide, true}}; };
  REQUIRE(is_computed_alike<Event>(sl::lay_out(items())));
  CHECK_FALSE(is_computed_alike<Event>(sl::lay_out(sl::declared_order{}, items())));
  CHECK_FALSE(is_computed_alike<Event>(sl::lay_out(items(), {1, 1})));
  CHECK_FALSE(is_computed_alike<Event>(sl::lay_out(items(), {0, 16})));
  for (std::size_t i = 0; i != 4; ++i) {
    CAPTURE(i);
    auto changed = items();
    changed[i].may_be_unset = !changed[i].may_be_unset;
    CHECK_FALSE(is_computed_alike<Event>(sl::lay_out(changed)));
    changed = items();
    changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(i));
    CHECK_FALSE(is_computed_alike<Event>(sl::lay_out(changed)));
    sl::item_layout moved = sl::lay_out(items());
    ++moved.items[i].offset;
    CHECK_FALSE(is_computed_alike<Event>(moved));
  }
  sl::item_layout other = sl::lay_out(items());
  other.items[3].presence_mask = 1;
  CHECK_FALSE(is_computed_alike<Event>(other));
  other = sl::lay_out(items());
  ++other.items[3].presence_offset;
  CHECK_FALSE(is_computed_alike<Event>(other));
  other = sl::lay_out(items());
  --other.data_size;
  CHECK_FALSE(is_computed_alike<Event>(other));
  other = sl::lay_out({{1, 1, true}, {8, 8}, {32, 8, true}});
  ++other.items[1].offset;
  CHECK_FALSE(is_computed_alike<WithDict>(other));
}

TEST_CASE("a thousand items, most of which may be unset", "[lay_out]") {
  std::mt19937 random(7);  // NOLINT(bugprone-random-generator-seed,cert-msc32-c,cert-msc51-cpp): the same every time
  std::vector<sl::layout_item> items;
  for (int i = 0; i != 1000; ++i) {
    const std::size_t alignment = std::size_t{1} << random() % 5;
    items.push_back({alignment * (1 + random() % 3), alignment, random() % 4 != 0});
  }
  const sl::item_layout made = sl::lay_out(items);
  std::vector<int> owner(made.size, 0);  // of each byte: how many items it belongs to
  std::vector<unsigned> bits(made.size, 0);
  std::size_t bytes = 0;
  for (std::size_t i = 0; i != items.size(); ++i) {
    REQUIRE(made.items[i].offset % items[i].alignment == 0);
    for (std::size_t k = 0; k != items[i].size; ++k) ++owner.at(made.items[i].offset + k);
    bytes += items[i].size;
    REQUIRE((made.items[i].presence_mask != 0) == items[i].may_be_unset);
    if (items[i].may_be_unset) {
      unsigned& byte = bits.at(made.items[i].presence_offset);
      REQUIRE((byte & made.items[i].presence_mask) == 0);
      byte |= made.items[i].presence_mask;
    }
  }
  std::size_t shared = 0;
  for (std::size_t k = 0; k != made.size; ++k) shared += owner[k] + (bits[k] != 0 ? 1 : 0) > 1;
  CHECK(shared == 0);
  CHECK(made.size - bytes < 200);  // three quarters of a thousand bits, and hardly a hole
  CHECK(made.memory_order.size() == 1000);
  for (std::size_t k = 1; k != 1000; ++k)
    REQUIRE(made.items[made.memory_order[k - 1]].offset < made.items[made.memory_order[k]].offset);
}

TEST_CASE("where no order is smaller the declared one stays, also of sizes that no C++ type has", "[lay_out]") {
  const sl::item_layout made = sl::lay_out({{1, 8}, {8, 8}, {6, 4}});  // no multiples of their alignments
  CHECK(made.size == 24);
  CHECK(made.memory_order == std::vector<std::size_t>{0, 1, 2});
  CHECK(made.items[2].offset == 16);
}

TEST_CASE("numbers that no type has are refused", "[lay_out]") {
  CHECK(what_of([] { return sl::lay_out({{8, 8}, {3, 3}}); }) == "an alignment is a power of two, not 3");
  CHECK_THROWS_AS(sl::lay_out({{8, 0}}), sl::type_error);
  CHECK_THROWS_AS(sl::lay_out({{8, 8}}, {8, 0}), sl::type_error);
  CHECK_THROWS_AS(sl::lay_out({{8, 8}}, {8, 12}), sl::type_error);
  constexpr std::size_t most = std::numeric_limits<std::size_t>::max();
  CHECK(what_of([] { return sl::lay_out({{8, 8}, {most - 4, 1}}); }) ==
        "an object of these items is larger than the memory");
  CHECK_THROWS_AS(sl::lay_out({{most / 2, 1}, {most / 2, 1}, {8, 8}}), sl::type_error);
  CHECK_THROWS_AS(sl::lay_out({{8, 8}}, {most - 2, 1}), sl::type_error);
  CHECK_THROWS_AS(sl::lay_out({{8, most / 2 + 1}}), sl::type_error);
  CHECK(sl::lay_out({{most / 2 - 3, 1}}).size == most / 2 - 3);  // two alignments and a bit are counted, too
  CHECK_THROWS_AS(sl::lay_out({{most / 2 - 2, 1}}), sl::type_error);
}

}  // namespace unit_lay_out
