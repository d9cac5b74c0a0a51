#include <slotted/presence.hpp>

#include <slotted/slotted.hpp>

#include <cstddef>
#include <string>
#include <utility>

#include "support/catch.hpp"
#include "support/numbered.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_presence {

struct Point
    : sl::object<Point,
                 sl::slots<sl::field<"x", int>, sl::slot<"a", int>, sl::slot<"b", std::string>, sl::slot<"c", char>>> {
  using object::object;
};

TEST_CASE("has_all: each of the slots is set", "[presence]") {
  Point p{1};
  CHECK_FALSE(has_all(p, "a"_slot));
  p["a"_slot] = 0;
  CHECK(has_all(p, "a"_slot));
  CHECK_FALSE(has_all(p, "a"_slot, "b"_slot));
  CHECK_FALSE(has_all(p, "b"_slot, "a"_slot));
  p["b"_slot] = "";
  CHECK(has_all(p, "a"_slot, "b"_slot));
  CHECK(has_all(p, "b"_slot, "a"_slot));
  CHECK_FALSE(has_all(p, "a"_slot, "b"_slot, "c"_slot));
  p["c"_slot] = 'c';
  CHECK(has_all(p, "c"_slot, "a"_slot, "b"_slot));
  delattr(p, "a"_slot);
  CHECK_FALSE(has_all(p, "c"_slot, "a"_slot, "b"_slot));
  CHECK(has_all(p, "c"_slot, "b"_slot));
}

TEST_CASE("fields are always set, and no slots are all set", "[presence]") {
  Point p{1};
  CHECK(has_all(p));
  CHECK(has_all(p, "x"_slot));
  CHECK_FALSE(has_all(p, "x"_slot, "a"_slot));
  CHECK_FALSE(has_all(p, "a"_slot, "x"_slot));
  p["a"_slot] = 1;
  CHECK(has_all(p, "x"_slot, "a"_slot, "x"_slot));
  struct Empty : sl::object<Empty, sl::slots<>> {};
  CHECK(has_all(Empty()));
  struct Fields : sl::object<Fields, sl::slots<sl::field<"x", int>, sl::field<"y", int>>> {
    using object::object;
  };
  CHECK(has_all(Fields{1, 2}, "x"_slot, "y"_slot));
}

TEST_CASE("a name given twice counts once", "[presence]") {
  Point p{1};
  CHECK_FALSE(has_all(p, "a"_slot, "a"_slot));
  p["a"_slot] = 1;
  CHECK(has_all(p, "a"_slot, "a"_slot));
}

struct Left : sl::object<Left, sl::slots<sl::slot<"l1", int>, sl::slot<"l2", int>>> {
  using object::object;
};
struct Right : sl::object<Right, sl::slots<sl::slot<"r1", int>, sl::field<"r2", int, sl::defaults_to<0>>>> {
  using object::object;
};
struct Child : sl::object<Child, sl::extends<Left, Right>, sl::slots<sl::slot<"c1", int>>> {
  using object::object;
};
struct Grandchild : sl::object<Grandchild, sl::extends<Child>, sl::slots<>> {
  using object::object;
};

TEST_CASE("row 222: two bases with slots, asked for in one call, in any order", "[presence]") {
  // Each subset of the four slots that may be unset against each that is asked for.
  for (unsigned set = 0; set != 16; ++set) {
    Grandchild g;
    if (set & 1u) g["l1"_slot] = 1;
    if (set & 2u) g["l2"_slot] = 1;
    if (set & 4u) g["r1"_slot] = 1;
    if (set & 8u) g["c1"_slot] = 1;
    const auto all = [set](unsigned asked) { return (set & asked) == asked; };
    CAPTURE(set);
    CHECK(has_all(g, "l1"_slot) == all(1));
    CHECK(has_all(g, "l1"_slot, "r1"_slot) == all(5));
    CHECK(has_all(g, "r1"_slot, "l1"_slot) == all(5));
    CHECK(has_all(g, "c1"_slot, "l2"_slot) == all(10));
    CHECK(has_all(g, "l1"_slot, "c1"_slot, "l2"_slot) == all(11));
    CHECK(has_all(g, "r2"_slot, "c1"_slot) == all(8));
    CHECK(has_all(g, "l1"_slot, "r1"_slot, "c1"_slot, "r2"_slot, "l2"_slot) == all(15));
    const Child& child = g;
    CHECK(has_all(child, "c1"_slot, "l1"_slot) == all(9));
    const Right& right = g;
    CHECK(has_all(right, "r1"_slot, "r2"_slot) == all(4));
  }
}

TEST_CASE("objects of plain classes, const objects, temporaries", "[presence]") {
  struct Plain : Point {
    using Point::Point;
    int more = 0;
  };
  const Plain plain{1, 2};
  CHECK(has_all(plain, "x"_slot, "a"_slot));
  CHECK_FALSE(has_all(plain, "a"_slot, "b"_slot));
  CHECK(has_all(Point{1, 2, "b"}, "a"_slot, "b"_slot));
  STATIC_REQUIRE(noexcept(has_all(plain, "a"_slot)));
}

TEST_CASE("the members of an adopted aggregate are fields", "[presence]") {
  struct event {
    int ts;
  };
  struct Event : sl::object<Event, sl::slots<sl::fields_of<event>, sl::slot<"note", int>>> {
    using object::object;
  };
  CHECK(has_all(Event{event{1}}, "ts"_slot));
  CHECK_FALSE(has_all(Event{event{1}}, "ts"_slot, "note"_slot));
  CHECK(has_all(Event{event{1}, "note"_slot = 2}, "ts"_slot, "note"_slot));
}

template <std::size_t Count>
struct Many : sl::object<Many<Count>, support::numbered_slots<Count>> {
  using Many::object::object;
};
template <std::size_t I>
using number = sl::slot_name<support::number_name(I)>;

template <std::size_t... I, class O>
bool has_each(const O& object, std::index_sequence<I...>) {
  return has_all(object, number<I>()...);
}
/// The first, the middle and the last: bytes in between are not looked at, but for their own bits.
template <std::size_t Count, class O>
bool has_ends(const O& object) {
  return has_all(object, number<0>(), number<Count / 2>(), number<Count - 1>());
}

template <std::size_t Count>
void check_many() {
  using C = Many<Count>;
  CAPTURE(Count);
  const auto all = std::make_index_sequence<Count>();
  C object;
  CHECK_FALSE(has_each(object, all));
  for (std::size_t i = 0; i != Count; ++i) {
    REQUIRE_FALSE(has_each(object, all));
    setattr(object, sl::slot_key<C>::at(i), 1);
  }
  CHECK(has_each(object, all));
  CHECK(has_ends<Count>(object));
  for (std::size_t i = 0; i != Count; ++i) {
    CAPTURE(i);
    delattr(object, sl::slot_key<C>::at(i));
    REQUIRE_FALSE(has_each(object, all));
    REQUIRE(has_ends<Count>(object) == (i != 0 && i != Count / 2 && i != Count - 1));
    setattr(object, sl::slot_key<C>::at(i), 1);
  }
  C ends;
  for (const std::size_t i : {std::size_t{0}, Count / 2, Count - 1}) {
    REQUIRE_FALSE(has_ends<Count>(ends));
    setattr(ends, sl::slot_key<C>::at(i), 1);
    if (Count == 1) break;
  }
  CHECK(has_ends<Count>(ends));
  CHECK(has_each(ends, all) == (Count == 1));
}

TEST_CASE("all and some of 1, 8, 9, 64, 65 and 100 slots", "[presence]") {
  check_many<1>();
  check_many<8>();
  check_many<9>();
  check_many<64>();
  check_many<65>();
  check_many<100>();
}

struct Number : sl::object<Number, sl::slots<sl::slot<"a", int>, sl::slot<"b", int>>> {
  using object::object;
};
constexpr bool asks_at_compile_time() {
  Number n;
  n["a"_slot] = 1;
  const bool one = has_all(n, "a"_slot) && !has_all(n, "a"_slot, "b"_slot);
  n["b"_slot] = 2;
  return one && has_all(n, "a"_slot, "b"_slot) && has_all(n);
}

/// The last of 65 bits: what lies behind the presence bits is not read.
constexpr bool asks_for_the_last_at_compile_time() {
  Many<65> n;
  n[number<64>()] = 1;
  return has_all(n, number<64>()) && !has_all(n, number<63>(), number<64>());
}

TEST_CASE("has_all is constexpr", "[presence]") {
  STATIC_REQUIRE(asks_at_compile_time());
  STATIC_REQUIRE(asks_for_the_last_at_compile_time());
}

}  // namespace unit_presence
