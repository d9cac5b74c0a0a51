#include <slotted/layout_compatible.hpp>

#include <slotted/slotted.hpp>

#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/tracked.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using support::fail_everywhere;
using support::tracked;

namespace unit_layout_compatible {

/// Both ways round.
template <class A, class B>
inline constexpr bool compatible = sl::layout_compatible<A, B>;
template <class A, class B>
concept agreed = sl::layout_compatible<A, B> == sl::layout_compatible<B, A>;

struct G : sl::object<G, sl::slots<sl::slot<"a", int>, sl::slot<"b", std::string>>> {
  using object::object;
};
struct H : sl::object<H, sl::slots<sl::slot<"b", std::string>, sl::slot<"a", int>>> {
  using object::object;
};
struct J : sl::object<J, sl::slots<sl::slot<"c", int>, sl::slot<"b", std::string>>> {
  using object::object;
};
struct K : sl::object<K, sl::slots<sl::slot<"a", int>, sl::slot<"b", std::string>, sl::slot<"d", int>>> {
  using object::object;
};

TEST_CASE("row 179: the same slots in any order hold the same, and values keep their names", "[layout_compatible]") {
  STATIC_REQUIRE(compatible<G, G>);
  STATIC_REQUIRE(compatible<G, H>);
  STATIC_REQUIRE(compatible<H, G>);
  const G g{1, "two"};
  const H h = sl::convert_to<H>(g);
  CHECK(h["a"_slot].value() == 1);
  CHECK(h["b"_slot].value() == "two");
  CHECK(sl::convert_to<G>(h) == g);
  CHECK(g == G{1, "two"});
}

TEST_CASE("row 180: other names, another number of slots, other types or kinds do not", "[layout_compatible]") {
  STATIC_REQUIRE_FALSE(compatible<G, J>);
  STATIC_REQUIRE_FALSE(compatible<J, G>);
  STATIC_REQUIRE_FALSE(compatible<G, K>);
  STATIC_REQUIRE_FALSE(compatible<K, G>);
  struct OtherType : sl::object<OtherType, sl::slots<sl::slot<"a", long>, sl::slot<"b", std::string>>> {
    using object::object;
  };
  struct OtherKind : sl::object<OtherKind, sl::slots<sl::field<"a", int>, sl::slot<"b", std::string>>> {
    using object::object;
  };
  struct Constant : sl::object<Constant, sl::slots<sl::slot<"a", const int>, sl::slot<"b", std::string>>> {
    using object::object;
  };
  STATIC_REQUIRE_FALSE(compatible<G, OtherType>);
  STATIC_REQUIRE_FALSE(compatible<G, OtherKind>);
  STATIC_REQUIRE_FALSE(compatible<OtherKind, G>);
  STATIC_REQUIRE_FALSE(compatible<G, Constant>);
  STATIC_REQUIRE(agreed<G, Constant>);
  struct Empty : sl::object<Empty, sl::slots<>> {};
  STATIC_REQUIRE_FALSE(compatible<G, Empty>);
  STATIC_REQUIRE_FALSE(compatible<Empty, G>);
  STATIC_REQUIRE(compatible<Empty, Empty>);
}

TEST_CASE("traits that are no part of what is held do not count", "[layout_compatible]") {
  struct Traits : sl::object<Traits, sl::declared_order,
                             sl::slots<sl::slot<"a", int, sl::readonly, sl::doc<"text">, sl::defaults_to<3>>,
                                       sl::slot<"b", std::string, sl::hidden>>> {
    using object::object;
  };
  STATIC_REQUIRE(compatible<G, Traits>);
  STATIC_REQUIRE(compatible<Traits, H>);
}

struct Readonly : sl::object<Readonly, sl::slots<sl::slot<"a", int, sl::readonly, sl::defaults_to<3>>,
                                                 sl::slot<"b", std::string, sl::doc<"text">, sl::alias<"a b">>>> {
  using object::object;
};

TEST_CASE("readonly slots are converted, and an unset one does not get a default", "[layout_compatible]") {
  STATIC_REQUIRE(compatible<G, Readonly>);
  STATIC_REQUIRE(compatible<Readonly, G>);
  const Readonly set = sl::convert_to<Readonly>(G{1, "b"});
  CHECK(set["a"_slot].value() == 1);
  const Readonly unset = sl::convert_to<Readonly>(G{});
  CHECK_FALSE(unset["a"_slot].has_value());
  CHECK_FALSE(unset["b"_slot].has_value());
  CHECK(sl::convert_to<G>(Readonly{})["a"_slot].value() == 3);
}

// Plain members.

struct WithMember : sl::object<WithMember, sl::slots<sl::slot<"a", int>, sl::slot<"b", std::string>>> {
  using object::object;
  int plain = 0;
};
struct PlainDerived : G {
  using G::G;
  int plain = 0;
};
struct SameDerived : G {
  using G::G;
  int sum() const { return getattr(*this, "a"_slot) + 1; }
};

TEST_CASE("row 181: a class with plain members holds more than its slots", "[layout_compatible]") {
  STATIC_REQUIRE_FALSE(compatible<G, WithMember>);
  STATIC_REQUIRE_FALSE(compatible<WithMember, G>);
  STATIC_REQUIRE_FALSE(compatible<WithMember, WithMember>);
  STATIC_REQUIRE_FALSE(compatible<G, PlainDerived>);
  STATIC_REQUIRE_FALSE(compatible<PlainDerived, G>);
}

// Classes that add nothing.

struct Adds : sl::object<Adds, sl::extends<G>, sl::slots<>> {
  using object::object;
  int hi() const { return get("a"_slot); }
};
struct AddsAgain : sl::object<AddsAgain, sl::extends<Adds>, sl::slots<>> {
  using object::object;
};
struct AddsToH : sl::object<AddsToH, sl::extends<H>, sl::slots<>> {
  using object::object;
};
struct AddsSlot : sl::object<AddsSlot, sl::extends<G>, sl::slots<sl::slot<"e", int>>> {
  using object::object;
};

TEST_CASE("row 182: a class that adds nothing to its base holds the same, and back", "[layout_compatible]") {
  STATIC_REQUIRE(compatible<G, Adds>);
  STATIC_REQUIRE(compatible<Adds, G>);
  STATIC_REQUIRE(compatible<AddsAgain, G>);
  STATIC_REQUIRE(compatible<AddsAgain, Adds>);
  STATIC_REQUIRE(compatible<AddsAgain, AddsToH>);
  STATIC_REQUIRE(compatible<SameDerived, G>);
  STATIC_REQUIRE(compatible<G, SameDerived>);
  STATIC_REQUIRE_FALSE(compatible<G, AddsSlot>);
  STATIC_REQUIRE_FALSE(compatible<Adds, AddsSlot>);
  const Adds child = sl::convert_to<Adds>(G{5, "b"});
  CHECK(child.hi() == 5);
  const G parent = sl::convert_to<G>(child);
  CHECK(parent == G{5, "b"});
  const AddsToH other = sl::convert_to<AddsToH>(sl::convert_to<AddsAgain>(child));
  CHECK(other["b"_slot].value() == "b");
  const SameDerived plain = sl::convert_to<SameDerived>(parent);
  CHECK(plain.sum() == 6);
}

// The chain of bases.

struct I : sl::object<I, sl::slots<sl::slot<"a", int>, sl::slot<"b", std::string>>> {
  using object::object;
};
struct L : sl::object<L, sl::extends<G>, sl::slots<sl::slot<"e", int>>> {
  using object::object;
};
struct M : sl::object<M, sl::extends<I>, sl::slots<sl::slot<"e", int>>> {
  using object::object;
};
struct M2 : sl::object<M2, sl::extends<I>, sl::slots<sl::slot<"e", int>>> {
  using object::object;
};

TEST_CASE("row 183: the same slots on different bases do not hold the same, on the same base they do",
          "[layout_compatible]") {
  STATIC_REQUIRE(compatible<G, I>);
  STATIC_REQUIRE_FALSE(compatible<L, M>);
  STATIC_REQUIRE_FALSE(compatible<M, L>);
  STATIC_REQUIRE(compatible<M, M2>);
  const M2 made = sl::convert_to<M2>(M{1, "b", 3});
  CHECK(made["a"_slot].value() == 1);
  CHECK(made["b"_slot].value() == "b");
  CHECK(made["e"_slot].value() == 3);
  const M2 unset = sl::convert_to<M2>(M{"e"_slot = 3});
  CHECK_FALSE(unset["a"_slot].has_value());
  CHECK(unset["e"_slot].value() == 3);
}

struct One : sl::object<One, sl::slots<sl::slot<"x", int>>> {
  using object::object;
};
struct Other : sl::object<Other, sl::slots<sl::slot<"y", int>>> {
  using object::object;
};
struct OneOther : sl::object<OneOther, sl::extends<One, Other>, sl::slots<sl::slot<"z", int>>> {
  using object::object;
};
struct OtherOne : sl::object<OtherOne, sl::extends<Other, One>, sl::slots<sl::slot<"z", int>>> {
  using object::object;
};
struct OneOtherAgain : sl::object<OneOtherAgain, sl::extends<One, Other>, sl::slots<sl::slot<"z", int>>> {
  using object::object;
};
struct Joined : sl::object<Joined, sl::extends<One, Other>, sl::slots<>> {
  using object::object;
};
struct OfString : sl::object<OfString, sl::extends<std::string>, sl::slots<sl::slot<"z", int>>> {
  using object::object;
};
struct OfStringAgain : sl::object<OfStringAgain, sl::extends<std::string>, sl::slots<sl::slot<"z", int>>> {
  using object::object;
};

TEST_CASE("several bases: the same ones in the same order", "[layout_compatible]") {
  STATIC_REQUIRE(compatible<OneOther, OneOtherAgain>);
  STATIC_REQUIRE_FALSE(compatible<OneOther, OtherOne>);
  STATIC_REQUIRE_FALSE(compatible<OneOther, Joined>);
  STATIC_REQUIRE_FALSE(compatible<Joined, One>);
  STATIC_REQUIRE(agreed<Joined, One>);
  const OneOtherAgain made = sl::convert_to<OneOtherAgain>(OneOther{1, 2, 3});
  CHECK(made == OneOtherAgain{1, 2, 3});
}

TEST_CASE("how the slots are laid out does not count", "[layout_compatible]") {
  struct Y1 : sl::object<Y1, sl::declared_order, sl::slots<sl::field<"c", char>, sl::field<"d", double>>> {
    using object::object;
  };
  struct Y2 : sl::object<Y2, sl::slots<sl::field<"d", double>, sl::field<"c", char>>> {
    using object::object;
  };
  STATIC_REQUIRE(compatible<Y1, Y2>);
  const Y2 made = sl::convert_to<Y2>(Y1{'c', 2.0});
  CHECK(made["c"_slot] == 'c');
  CHECK(made["d"_slot] == 2.0);
}

// The conversion.

struct Fields
    : sl::object<Fields,
                 sl::slots<sl::field<"s", std::string>, sl::field<"list", std::vector<int>>, sl::slot<"n", int>>> {
  using object::object;
};
struct SameFields
    : sl::object<SameFields,
                 sl::slots<sl::slot<"n", int>, sl::field<"list", std::vector<int>>, sl::field<"s", std::string>>> {
  using object::object;
};

TEST_CASE("of an lvalue the values are copied", "[layout_compatible]") {
  Fields from{std::string(100, 's'), std::vector<int>{1, 2}, 3};
  const SameFields made = sl::convert_to<SameFields>(from);
  CHECK(made == SameFields{3, std::vector<int>{1, 2}, std::string(100, 's')});
  CHECK(from == Fields{std::string(100, 's'), std::vector<int>{1, 2}, 3});
  CHECK(sl::convert_to<Fields>(std::as_const(from)) == from);
}

struct OwnerA
    : sl::object<OwnerA, sl::slots<sl::slot<"p", std::unique_ptr<int>>, sl::slot<"q", std::unique_ptr<int>>>> {
  using object::object;
};
struct OwnerB
    : sl::object<OwnerB, sl::slots<sl::slot<"q", std::unique_ptr<int>>, sl::slot<"p", std::unique_ptr<int>>>> {
  using object::object;
};

TEST_CASE("row 179: of an rvalue the values are moved, move-only ones too", "[layout_compatible]") {
  OwnerA from{std::make_unique<int>(7)};
  const int* const there = from["p"_slot]->get();
  const OwnerB made = sl::convert_to<OwnerB>(std::move(from));
  CHECK(made["p"_slot]->get() == there);
  CHECK_FALSE(made["q"_slot].has_value());
}

TEST_CASE("fields of an rvalue are moved, too", "[layout_compatible]") {
  Fields from{std::string(100, 's'), std::vector<int>{1, 2}, 3};
  const char* const there = from["s"_slot].data();
  const SameFields made = sl::convert_to<SameFields>(std::move(from));
  CHECK(made["s"_slot].data() == there);
  CHECK(made == SameFields{3, std::vector<int>{1, 2}, std::string(100, 's')});
}

TEST_CASE("arrays, const and hidden slots are converted", "[layout_compatible]") {
  using List = sl::slots<sl::field<"cells", int[2]>, sl::slot<"more", std::string[2]>, sl::slot<"k", const int>,
                         sl::slot<"h", int, sl::hidden>>;
  struct A : sl::object<A, List> {
    using object::object;
  };
  struct B : sl::object<B, List> {
    using object::object;
  };
  const int cells[2] = {1, 2};
  const std::string more[2] = {"a", "b"};
  const A a{"cells"_slot = cells, "more"_slot = more, "k"_slot = 3, "h"_slot = 4};
  const B b = sl::convert_to<B>(a);
  CHECK(b["cells"_slot][1] == 2);
  CHECK(b["more"_slot].value()[1] == "b");
  CHECK(b["k"_slot].value() == 3);
  CHECK(b["h"_slot].value() == 4);
}

TEST_CASE("the class is asked for as it is, also of temporaries of its base", "[layout_compatible]") {
  STATIC_REQUIRE(std::is_same_v<decltype(sl::convert_to<H>(std::declval<const G&>())), H>);
  STATIC_REQUIRE(std::is_same_v<decltype(sl::convert_to<SameDerived>(std::declval<const G&>())), SameDerived>);
  const G g{1, "b"};
  CHECK(sl::convert_to<G>(g) == g);
}

struct TrackedA
    : sl::object<TrackedA, sl::slots<sl::field<"f", tracked>, sl::slot<"s", tracked>, sl::slot<"u", tracked>>> {
  using object::object;
};
struct TrackedB
    : sl::object<TrackedB, sl::slots<sl::slot<"u", tracked>, sl::slot<"s", tracked>, sl::field<"f", tracked>>> {
  using object::object;
};

TEST_CASE("a conversion that throws leaks nothing and leaves the object as it was", "[layout_compatible]") {
  const long failures = fail_everywhere([](support::attempt& attempt) {
    const TrackedA from{1, 2};
    attempt([&] {
      const TrackedB made = sl::convert_to<TrackedB>(from);
      tracked::fail_at = 0;
      CHECK(made["f"_slot].value == 1);
      CHECK(made["s"_slot].value().value == 2);
      CHECK_FALSE(made["u"_slot].has_value());
    });
    CHECK(from["f"_slot].value == 1);
    CHECK(from["s"_slot].value().value == 2);
  });
  CHECK(failures > 2);
  CHECK(tracked::live == 0);
}

struct Small : sl::object<Small, sl::slots<sl::field<"a", int>, sl::slot<"b", int>>> {
  using object::object;
};
struct SmallToo : sl::object<SmallToo, sl::slots<sl::slot<"b", int>, sl::field<"a", int>>> {
  using object::object;
};
constexpr bool converts_at_compile_time() {
  const SmallToo set = sl::convert_to<SmallToo>(Small{1, 2});
  const Small small{3};
  const SmallToo unset = sl::convert_to<SmallToo>(small);
  return set["a"_slot] == 1 && set["b"_slot].value() == 2 && unset["a"_slot] == 3 && !unset["b"_slot].has_value();
}

TEST_CASE("conversion is constexpr", "[layout_compatible]") { STATIC_REQUIRE(converts_at_compile_time()); }

// Dict slots.

struct OpenA : sl::object<OpenA, sl::slots<sl::field<"x", int>, sl::dict_slot<>, sl::slot<"y", std::string>>> {
  using object::object;
};
struct OpenB : sl::object<OpenB, sl::slots<sl::slot<"y", std::string>, sl::field<"x", int>, sl::dict_slot<>>> {
  using object::object;
};
struct OpenOfInts
    : sl::object<OpenOfInts, sl::slots<sl::field<"x", int>, sl::slot<"y", std::string>, sl::dict_slot<int>>> {
  using object::object;
};
struct ClosedA : sl::object<ClosedA, sl::slots<sl::field<"x", int>, sl::slot<"y", std::string>>> {
  using object::object;
};

TEST_CASE("row 184: a dict slot is part of what a class holds; row 185: not where it stands", "[layout_compatible]") {
  STATIC_REQUIRE(sl::layout_compatible<OpenA, OpenB>);
  STATIC_REQUIRE_FALSE(sl::layout_compatible<OpenA, ClosedA>);  // row 181
  STATIC_REQUIRE_FALSE(sl::layout_compatible<ClosedA, OpenA>);
  STATIC_REQUIRE_FALSE(sl::layout_compatible<OpenA, OpenOfInts>);
  struct Opens : sl::object<Opens, sl::extends<ClosedA>> {
    using object::object;
  };
  STATIC_REQUIRE_FALSE(sl::layout_compatible<Opens, ClosedA>);  // it adds a dict slot
  struct BelowOpen : sl::object<BelowOpen, sl::extends<OpenA>, sl::slots<>> {
    using object::object;
  };
  STATIC_REQUIRE(sl::layout_compatible<BelowOpen, OpenA>);
  struct Referable : sl::object<Referable, sl::extends<OpenA>> {
    using object::object;
  };
  STATIC_REQUIRE_FALSE(sl::layout_compatible<Referable, OpenA>);  // it adds a weakref slot
}

struct WeakA : sl::object<WeakA, sl::slots<sl::field<"x", int>, sl::weakref_slot>> {
  using object::object;
};
struct WeakB : sl::object<WeakB, sl::slots<sl::weakref_slot, sl::field<"x", int>>> {
  using object::object;
};
struct OneThread : sl::object<OneThread, sl::slots<sl::field<"x", int>, sl::unsynchronized_weakref_slot>> {
  using object::object;
};
struct Unwatched : sl::object<Unwatched, sl::slots<sl::field<"x", int>>> {
  using object::object;
};

TEST_CASE("row 184: a weakref slot is part of what a class holds; row 185: not where it stands",
          "[layout_compatible]") {
  STATIC_REQUIRE(sl::layout_compatible<WeakA, WeakB>);
  STATIC_REQUIRE_FALSE(sl::layout_compatible<WeakA, OneThread>);
  STATIC_REQUIRE_FALSE(sl::layout_compatible<WeakA, Unwatched>);
  STATIC_REQUIRE_FALSE(sl::layout_compatible<Unwatched, WeakA>);
}

TEST_CASE("a conversion takes the dynamic attributes along", "[layout_compatible]") {
  for (const int count : {0, 3, 50}) {
    OpenA a{1, "text"};
    for (int i = 0; i != count; ++i) setattr(a, "n" + std::to_string(i), i);
    const auto n = static_cast<std::size_t>(count);
    OpenB copied = sl::convert_to<OpenB>(a);
    CHECK(vars(copied).size() == n);
    CHECK(vars(a).size() == n);
    CHECK(vars(copied) == vars(a));
    CHECK(class_of(copied).name() == "OpenB");
    setattr(copied, "more", 1);
    CHECK_FALSE(hasattr(a, "more"));
    const OpenB moved = sl::convert_to<OpenB>(std::move(a));
    CHECK(vars(moved).size() == n);
    CHECK(vars(a).empty());  // NOLINT: it was moved from
    CHECK(moved["y"_slot].value() == "text");
  }
}

}  // namespace unit_layout_compatible
