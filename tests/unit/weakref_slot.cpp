#include <slotted/weakref_slot.hpp>

#include <slotted/slotted.hpp>

#include <array>
#include <cstddef>
#include <cstring>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using sl::detail::is_weakref_slot;

namespace unit_weakref_slot {

struct Bare : sl::object<Bare, sl::slots<sl::weakref_slot>> {
  using object::object;
};
struct Plain : sl::object<Plain, sl::slots<sl::slot<"x", int>>> {
  using object::object;
};
struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::weakref_slot, sl::field<"y", double>>> {
  using object::object;
};
struct W : sl::object<W, sl::slots<sl::slot<"x", int>, sl::weakref_slot>> {
  using object::object;
};
struct Alone : sl::object<Alone, sl::slots<sl::slot<"x", int>, sl::unsynchronized_weakref_slot>> {
  using object::object;
};
struct Both : sl::object<Both, sl::slots<sl::slot<"x", int>, sl::weakref_slot, sl::dict_slot<>>> {
  using object::object;
};
struct Child : sl::object<Child, sl::extends<W>, sl::slots<sl::slot<"y", int>>> {
  using object::object;
};
struct NoList : sl::object<NoList> {
  using object::object;
};

/// A reference finds the object, which counts it, and dies with it.
template <class C, class... Values>
void check_reference(const Values&... values) {
  auto object = std::make_unique<C>(values...);
  CHECK(sl::weak_count(*object) == 0);
  const sl::weak_ref reference(*object);
  CHECK(reference.get() == object.get());
  CHECK(sl::weak_count(*object) == 1);
  object.reset();
  CHECK(reference.expired());
}

// What it is.

TEST_CASE("a weakref slot is told from the other items of a list", "[weakref_slot]") {
  STATIC_REQUIRE(is_weakref_slot<sl::weakref_slot>);
  STATIC_REQUIRE(is_weakref_slot<sl::unsynchronized_weakref_slot>);
  STATIC_REQUIRE_FALSE(is_weakref_slot<sl::dict_slot<>>);
  STATIC_REQUIRE_FALSE(is_weakref_slot<sl::slot<"x", int>>);
  STATIC_REQUIRE_FALSE(is_weakref_slot<sl::weakref_slot::value_type>);
  STATIC_REQUIRE_FALSE(sl::weakref_slot::may_be_unset);
  STATIC_REQUIRE_FALSE(sl::unsynchronized_weakref_slot::may_be_unset);
}

TEST_CASE("row 115: a weakref slot, and nothing else, lets objects be referred to", "[weakref_slot]") {
  STATIC_REQUIRE(sl::has_weakref<W>);
  STATIC_REQUIRE_FALSE(sl::has_dict<W>);
  STATIC_REQUIRE_FALSE(sl::has_weakref<Plain>);
  STATIC_REQUIRE(sl::slot_names<W> == std::array<std::string_view, 1>{"x"});
  check_reference<W>(1);
  check_reference<Bare>();
  check_reference<Alone>(1);
  check_reference<Point>(1.0, 2.0);
}

TEST_CASE("row 145: a weakref slot is exactly one pointer, and nothing where there is none", "[weakref_slot]") {
  struct by_hand {
    double x;
    void* weakref;
    double y;
  };
  STATIC_REQUIRE(sizeof(sl::weakref_slot::value_type) == sizeof(void*));
  STATIC_REQUIRE(sizeof(sl::unsynchronized_weakref_slot::value_type) == sizeof(void*));
  STATIC_REQUIRE(sizeof(Bare) == sizeof(void*));
  STATIC_REQUIRE(alignof(Bare) == alignof(void*));
  STATIC_REQUIRE(sizeof(Point) == sizeof(by_hand));
  STATIC_REQUIRE(sizeof(Plain) == 2 * sizeof(int));
  STATIC_REQUIRE(sizeof(W) == sizeof(Plain) + sizeof(void*));
  STATIC_REQUIRE(sizeof(Alone) == sizeof(W));
  STATIC_REQUIRE(sizeof(Both) == sizeof(W) + sizeof(void*));
  STATIC_REQUIRE(sizeof(NoList) == 2 * sizeof(void*));
}

TEST_CASE("row 116: a weakref slot is no slot: it has no name, no place among them, no presence bit",
          "[weakref_slot]") {
  STATIC_REQUIRE(sl::slot_count<Bare> == 0);
  STATIC_REQUIRE(sl::slot_count<W> == 1);
  STATIC_REQUIRE(sl::slot_count<Point> == 2);
  STATIC_REQUIRE(sl::slot_names<Point>[1] == "y");
  W w(1);
  CHECK_FALSE(hasattr(w, "__weakref__"));
  CHECK_THROWS_AS(setattr(w, "__weakref__", 1), sl::attribute_error);
  CHECK_THROWS_AS(delattr(w, "__weakref__"), sl::attribute_error);
  const Point p{1.0, 2.0};
  CHECK(p.get("x"_slot) == 1.0);
  CHECK(p.get("y"_slot) == 2.0);
  const auto& [x, y] = p;
  CHECK(&x == &p.get("x"_slot));
  CHECK(y == 2.0);
}

TEST_CASE("the layout says where the weakref slot lies", "[weakref_slot]") {
  STATIC_REQUIRE(sl::layout_of<Point>.weakref_offset == sizeof(double));
  STATIC_REQUIRE(sl::layout_of<Point>.dict_offset == sl::layout_of<Point>.none);
  STATIC_REQUIRE(sl::layout_of<Point>.padding == 0);
  STATIC_REQUIRE(sl::layout_of<Plain>.weakref_offset == sl::layout_of<Plain>.none);
  STATIC_REQUIRE(sl::layout_of<Bare>.weakref_offset == 0);
  STATIC_REQUIRE(sl::layout_of<Bare>.padding == 0);
  STATIC_REQUIRE(sl::layout_of<Child>.weakref_offset == sl::layout_of<W>.weakref_offset);  // row 144
  STATIC_REQUIRE(sl::layout_of<Both>.weakref_offset != sl::layout_of<Both>.dict_offset);
  STATIC_REQUIRE(sl::layout_of<Both>.weakref_offset % alignof(void*) == 0);
  STATIC_REQUIRE(sl::layout_of<NoList>.dict_offset + sl::layout_of<NoList>.weakref_offset == sizeof(void*));

  // The place holds a null pointer before the first reference, and none after it.
  for (const bool referred : {false, true}) {
    const Point p{1.0, 2.0};
    sl::weak_ref<const Point> reference;
    if (referred) reference = sl::weak_ref(p);
    void* found = nullptr;
    std::memcpy(&found, reinterpret_cast<const char*>(&p) + sl::layout_of<Point>.weakref_offset, sizeof(found));
    CHECK((found != nullptr) == referred);
  }
}

TEST_CASE("with declared_order the weakref slot stays where it is listed", "[weakref_slot]") {
  struct InOrder : sl::object<InOrder, sl::slots<sl::field<"a", char>, sl::weakref_slot, sl::field<"b", char>>,
                              sl::declared_order> {
    using object::object;
  };
  struct Best : sl::object<Best, sl::slots<sl::field<"a", char>, sl::weakref_slot, sl::field<"b", char>>> {
    using object::object;
  };
  struct by_hand {
    char a;
    void* weakref;
    char b;
  };
  STATIC_REQUIRE(sizeof(InOrder) == sizeof(by_hand));
  STATIC_REQUIRE(sl::layout_of<InOrder>.weakref_offset == offsetof(by_hand, weakref));
  STATIC_REQUIRE(sizeof(Best) == 2 * sizeof(void*));
  check_reference<InOrder>('a', 'b');
  check_reference<Best>('a', 'b');
}

// Where it may stand.

TEST_CASE("row 144: a weakref slot is inherited", "[weakref_slot]") {
  struct Grandchild : sl::object<Grandchild, sl::extends<Child>, sl::slots<>> {
    using object::object;
  };
  struct PlainChild : Child {
    using Child::Child;
  };
  STATIC_REQUIRE(sl::has_weakref<Child>);
  STATIC_REQUIRE(sl::has_weakref<Grandchild>);
  STATIC_REQUIRE(sl::has_weakref<PlainChild>);
  STATIC_REQUIRE(sizeof(Grandchild) == sizeof(Child));
  Grandchild g;
  const sl::weak_ref as_grandchild(g);
  const sl::weak_ref as_base(static_cast<W&>(g));
  CHECK(as_grandchild == as_base);
  CHECK(sl::weak_count(g) == 2);
  CHECK(sl::weak_count(static_cast<W&>(g)) == 2);
  check_reference<PlainChild>();
}

TEST_CASE("row 26: a weakref slot may be where no base has one, at any level", "[weakref_slot]") {
  struct Top : sl::object<Top, sl::slots<sl::slot<"a", int>>> {
    using object::object;
  };
  struct Middle : sl::object<Middle, sl::extends<Top>, sl::slots<sl::weakref_slot>> {
    using object::object;
  };
  struct Bottom : sl::object<Bottom, sl::extends<Middle>, sl::slots<sl::slot<"b", char>>> {
    using object::object;
  };
  STATIC_REQUIRE_FALSE(sl::has_weakref<Top>);
  STATIC_REQUIRE(sl::has_weakref<Bottom>);
  check_reference<Middle>();
  check_reference<Bottom>();
  Bottom b;
  const sl::weak_ref reference(b);
  b["a"_slot] = 3;
  CHECK(reference.get()->get("a"_slot) == 3);
}

struct D1 : sl::object<D1, sl::slots<sl::dict_slot<>>> {
  using object::object;
};
struct E1 : sl::object<E1, sl::slots<>> {
  using object::object;
};
struct S1 : sl::object<S1, sl::slots<sl::slot<"s", int>>> {
  using object::object;
};

template <class... Bases>
struct Joined : sl::object<Joined<Bases...>, sl::extends<Bases...>, sl::slots<>> {
  using Joined::object::object;
};

TEMPLATE_TEST_CASE("row 162: one base brings a dict slot, another one a weakref slot", "[weakref_slot]",
                   (Joined<D1, Bare>), (Joined<Bare, D1>), (Joined<E1, D1, Bare>), (Joined<D1, E1, Bare>),
                   (Joined<S1, D1, W>), (Joined<W, S1, D1>), (Joined<Joined<D1, E1>, Joined<Bare, S1>>)) {
  STATIC_REQUIRE(sl::has_dict<TestType>);
  STATIC_REQUIRE(sl::has_weakref<TestType>);
  STATIC_REQUIRE(sl::layout_of<TestType>.dict_offset != sl::layout_of<TestType>.weakref_offset);
  TestType object;
  setattr(object, "name", 5);
  const sl::weak_ref reference(object);
  TestType other(std::move(object));
  CHECK(reference.get() == &other);
  CHECK(getattr<int>(*reference.get(), "name") == 5);
  check_reference<TestType>();
}

TEST_CASE("row 164: dict and weakref slots of the class and of its bases", "[weakref_slot]") {
  struct AddsWeakref : sl::object<AddsWeakref, sl::extends<D1>, sl::slots<sl::weakref_slot>> {
    using object::object;
  };
  struct AddsDict : sl::object<AddsDict, sl::extends<W>, sl::slots<sl::dict_slot<int>>> {
    using object::object;
  };
  STATIC_REQUIRE(sizeof(AddsWeakref) == 2 * sizeof(void*));
  STATIC_REQUIRE(sizeof(AddsDict) == sizeof(W) + sizeof(void*));
  STATIC_REQUIRE(sl::has_dict<AddsWeakref>);
  STATIC_REQUIRE(sl::has_weakref<AddsDict>);
  check_reference<AddsWeakref>();
  check_reference<AddsDict>();
  check_reference<Both>(1);
}

TEST_CASE("row 143, row 147: a class without a list has both slots, where its bases have none", "[weakref_slot]") {
  struct OfSlots : sl::object<OfSlots, sl::extends<Plain>> {  // row 214
    using object::object;
  };
  struct OfWeakref : sl::object<OfWeakref, sl::extends<W>> {
    using object::object;
  };
  struct OfAlone : sl::object<OfAlone, sl::extends<Alone>> {
    using object::object;
  };
  struct OfDict : sl::object<OfDict, sl::extends<D1>> {
    using object::object;
  };
  struct OfBoth : sl::object<OfBoth, sl::extends<NoList>> {
    using object::object;
  };
  STATIC_REQUIRE(sl::has_dict<NoList>);
  STATIC_REQUIRE(sl::has_weakref<NoList>);
  STATIC_REQUIRE(sl::has_dict<OfSlots>);
  STATIC_REQUIRE(sl::has_weakref<OfSlots>);
  STATIC_REQUIRE(sizeof(OfSlots) == sizeof(Plain) + 2 * sizeof(void*));
  STATIC_REQUIRE(sl::has_dict<OfWeakref>);
  STATIC_REQUIRE(sizeof(OfWeakref) == sizeof(W) + sizeof(void*));
  STATIC_REQUIRE(sizeof(OfAlone) == sizeof(Alone) + sizeof(void*));
  STATIC_REQUIRE(sl::has_weakref<OfDict>);
  STATIC_REQUIRE(sizeof(OfDict) == sizeof(D1) + sizeof(void*));
  STATIC_REQUIRE(sizeof(OfBoth) == sizeof(NoList));
  check_reference<NoList>();
  check_reference<OfSlots>();
  check_reference<OfWeakref>();
  check_reference<OfAlone>();
  check_reference<OfDict>();
  check_reference<OfBoth>();
}

TEST_CASE("row 24: one weakref slot may come by a list that is spliced in", "[weakref_slot]") {
  using common = sl::slot_list<sl::slot<"id", int>, sl::weakref_slot>;
  struct Spliced : sl::object<Spliced, sl::slots<common, sl::slot<"x", int>>> {
    using object::object;
  };
  STATIC_REQUIRE(sl::has_weakref<Spliced>);
  STATIC_REQUIRE(sl::slot_count<Spliced> == 2);
  check_reference<Spliced>(1, 2);
}

// What it does not change.

TEST_CASE("an object with a weakref slot can be copied and moved as without one", "[weakref_slot]") {
  struct Owner : sl::object<Owner, sl::slots<sl::slot<"p", std::unique_ptr<int>>, sl::weakref_slot>> {
    using object::object;
  };
  STATIC_REQUIRE(std::is_copy_constructible_v<W>);
  STATIC_REQUIRE(std::is_copy_assignable_v<W>);
  STATIC_REQUIRE(std::is_nothrow_move_constructible_v<W>);
  STATIC_REQUIRE(std::is_nothrow_move_assignable_v<W>);
  STATIC_REQUIRE(std::is_nothrow_destructible_v<W>);
  STATIC_REQUIRE_FALSE(std::is_trivially_copyable_v<W>);
  STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<Owner>);
  STATIC_REQUIRE(std::is_nothrow_move_constructible_v<Owner>);
  STATIC_REQUIRE(std::is_nothrow_move_assignable_v<Owner>);
}

constexpr int sum_of_moved() {
  Child a{"x"_slot = 1, "y"_slot = 2};
  Child b(std::move(a));
  Child c(b);
  Child d;
  d = std::move(b);
  Child e;
  e = c;
  W slice(std::move(e));
  return slice["x"_slot].value() + d["x"_slot].value() + d["y"_slot].value() * 10 + c["y"_slot].value() * 100;
}

template <class C>
constexpr bool lives_in_constant_evaluation() {
  auto* const object = new C{1, 2.5, 'c'};
  C moved(std::move(*object));
  delete object;
  sl::expire(moved);
  C copy(moved);
  copy = std::move(moved);
  return copy.get("a"_slot) == 1 && copy.get("b"_slot) == 2.5 && copy.get("c"_slot) == 'c';
}

template <class Weakref>
struct Three
    : sl::object<Three<Weakref>, sl::slots<sl::field<"a", int>, sl::slot<"b", double>, Weakref, sl::field<"c", char>>> {
  using Three::object::object;
};

TEST_CASE("objects with a weakref slot can be constants", "[weakref_slot]") {
  static constexpr Point point{1.0, 2.0};
  STATIC_REQUIRE(point.get("x"_slot) == 1.0);
  STATIC_REQUIRE(point == Point{1.0, 2.0});
  STATIC_REQUIRE(point != Point{1.0, 3.0});
  STATIC_REQUIRE(point < Point{1.0, 3.0});
  STATIC_REQUIRE(replace(point, "y"_slot = 5.0).get("y"_slot) == 5.0);
  STATIC_REQUIRE(sum_of_moved() == 1 + 1 + 20 + 200);
  STATIC_REQUIRE(lives_in_constant_evaluation<Three<sl::weakref_slot>>());
  STATIC_REQUIRE(lives_in_constant_evaluation<Three<sl::unsynchronized_weakref_slot>>());

  const sl::weak_ref reference(point);
  STATIC_REQUIRE(std::is_same_v<decltype(reference), const sl::weak_ref<const Point>>);
  CHECK(reference.get() == &point);
}

static constinit W in_static_storage(4);

TEST_CASE("an object with a weakref slot needs no code to be made before main", "[weakref_slot]") {
  const sl::weak_ref reference(in_static_storage);
  CHECK(reference.get() == &in_static_storage);
  CHECK(in_static_storage.get("x"_slot) == 4);
}

TEST_CASE("references are none of an object's value", "[weakref_slot]") {
  const W a(1);
  const W b(1);
  const std::size_t hash = std::hash<W>{}(a);
  const sl::weak_ref reference(a);
  CHECK(a == b);
  CHECK_FALSE(a < b);
  CHECK(a <= b);
  CHECK(std::hash<W>{}(a) == hash);
  CHECK(std::hash<W>{}(a) == std::hash<W>{}(b));
  CHECK(diff(a, b).empty());

  const W changed = replace(a, "x"_slot = 2);  // a copy
  CHECK(changed.get("x"_slot) == 2);
  CHECK(sl::weak_count(changed) == 0);
  CHECK(reference.get() == &a);

  Point p{1.0, 2.0};
  const sl::weak_ref of_p(p);
  const Point q = replace(std::move(p), "x"_slot = 3.0);  // made of the values of p: another object
  CHECK(q == Point{3.0, 2.0});
  CHECK(std::hash<Point>{}(q) == std::hash<Point>{}(Point{3.0, 2.0}));
}

TEST_CASE("structured bindings see the fields beside a weakref slot", "[weakref_slot]") {
  Point p{1.0, 2.0};
  const sl::weak_ref reference(p);
  {
    auto& [x, y] = p;
    x = 5.0;
    CHECK(y == 2.0);
  }
  CHECK(reference.get()->get("x"_slot) == 5.0);
  auto [a, b] = p;  // a copy
  a = 7.0;
  CHECK(b == 2.0);
  CHECK(p.get("x"_slot) == 5.0);
  CHECK(sl::weak_count(p) == 1);
}

TEST_CASE("a weakref slot beside a dict slot: both are there", "[weakref_slot]") {
  Both o(1);
  const sl::weak_ref reference(o);
  setattr(o, "dynamic", 2);
  CHECK(getattr<int>(*reference.get(), "dynamic") == 2);
  CHECK(vars(o).size() == 1);
  const Both copy(o);
  CHECK(copy == o);
  CHECK(sl::weak_count(copy) == 0);
  const Both moved(std::move(o));
  CHECK(reference.get() == &moved);
  CHECK(getattr<int>(*reference.get(), "dynamic") == 2);
}

struct Coordinates {
  double x;
  double y;
  char tag = 't';
};

TEST_CASE("a weakref slot beside adopted members", "[weakref_slot]") {
  struct Adopts : sl::object<Adopts, sl::slots<sl::fields_of<Coordinates>, sl::weakref_slot, sl::slot<"n", int>>> {
    using object::object;
  };
  STATIC_REQUIRE(sl::slot_count<Adopts> == 4);
  STATIC_REQUIRE(sl::has_weakref<Adopts>);
  STATIC_REQUIRE(sl::layout_of<Adopts>.weakref_offset % alignof(void*) == 0);
  Adopts a(Coordinates{1.0, 2.0});
  const sl::weak_ref reference(a);
  Adopts b(std::move(a));
  CHECK(reference.get() == &b);
  CHECK(b.get("x"_slot) == 1.0);
  CHECK(b.get("tag"_slot) == 't');
  check_reference<Adopts>(Coordinates{1.0, 2.0});
}

struct Spoken : sl::object<Spoken, sl::slots<sl::slot<"x", int>, sl::weakref_slot>> {
  using object::object;
  Spoken() = default;
  Spoken(const Spoken&) = default;
  Spoken(Spoken&&) = default;
  Spoken& operator=(const Spoken&) = default;
  Spoken& operator=(Spoken&&) = default;
  virtual ~Spoken() = default;
  virtual int speak() const { return 1; }
};
struct Louder final : sl::object<Louder, sl::extends<Spoken>, sl::slots<sl::slot<"volume", long>>> {
  using object::object;
  int speak() const override { return 2; }
};

TEST_CASE("a weakref slot in a class with virtual functions", "[weakref_slot]") {
  STATIC_REQUIRE(sizeof(Spoken) == sizeof(W) + sizeof(void*));
  STATIC_REQUIRE(sl::layout_of<Spoken>.weakref_offset == sl::layout_of<Louder>.weakref_offset);
  check_reference<Spoken>();
  check_reference<Louder>();
  std::unique_ptr<Spoken> owner = std::make_unique<Louder>();
  const sl::weak_ref reference(*owner);
  CHECK(reference.get()->speak() == 2);
  CHECK(sl::weak_count(static_cast<Louder&>(*owner)) == 1);
  owner.reset();
  CHECK(reference.expired());
}

template <class T>
struct Box : sl::object<Box<T>, sl::slots<sl::field<"held", T>, sl::weakref_slot>> {
  using Box::object::object;
};
struct Last final : sl::object<Last, sl::slots<sl::slot<"x", int>, sl::weakref_slot>> {
  using object::object;
};

TEST_CASE("a weakref slot in class templates, final classes and local classes", "[weakref_slot]") {
  struct Local : sl::object<Local, sl::slots<sl::weakref_slot>> {
    using object::object;
  };
  STATIC_REQUIRE(sizeof(Box<char>) == 2 * sizeof(void*));
  STATIC_REQUIRE(sizeof(Last) == sizeof(W));
  STATIC_REQUIRE(sl::layout_of<Last>.weakref_offset == sl::layout_of<W>.weakref_offset);
  check_reference<Box<int>>(1);
  check_reference<Box<std::string>>("text");
  check_reference<Last>(1);
  check_reference<Local>();
}

TEST_CASE("classes made without a name of their own", "[weakref_slot]") {
  using Made = sl::make_class<"Made", sl::slots<sl::slot<"x", int>, sl::weakref_slot>>;
  using Extended = sl::extended<Plain, sl::slots<sl::weakref_slot>>;
  using Further = sl::extended<Made, sl::slots<sl::slot<"y", int>>>;
  STATIC_REQUIRE(sl::has_weakref<Made>);
  STATIC_REQUIRE(sl::has_weakref<Extended>);
  STATIC_REQUIRE(sl::has_weakref<Further>);
  check_reference<Made>(1);
  check_reference<Extended>();
  check_reference<Further>();
}

TEST_CASE("a builder makes objects with a weakref slot, and has none itself", "[weakref_slot]") {
  sl::builder<Point> row;
  row.set("x", 1.0).set("y", 2.0);
  CHECK(row.missing().empty());
  Point p = std::move(row).build();
  const sl::weak_ref reference(p);
  CHECK(reference.get() == &p);
  CHECK(p == Point{1.0, 2.0});

  sl::builder<Both> open;
  open.set("x", 3).set("more", 4);
  Both o = std::move(open).build();
  const sl::weak_ref of_o(o);
  CHECK(getattr<int>(*of_o.get(), "more") == 4);
}

// Other classes that hold the same.

struct First : sl::object<First, sl::slots<sl::slot<"x", int>, sl::weakref_slot>> {
  using object::object;
};
struct Second : sl::object<Second, sl::slots<sl::weakref_slot, sl::slot<"x", int>>> {
  using object::object;
};

TEST_CASE("row 184: a weakref slot is part of what an object holds", "[weakref_slot]") {
  STATIC_REQUIRE(sl::layout_compatible<First, W>);
  STATIC_REQUIRE_FALSE(sl::layout_compatible<W, Plain>);
  STATIC_REQUIRE_FALSE(sl::layout_compatible<Plain, W>);
  STATIC_REQUIRE_FALSE(sl::layout_compatible<W, Alone>);
  STATIC_REQUIRE_FALSE(sl::layout_compatible<W, Both>);
  STATIC_REQUIRE_FALSE(sl::layout_compatible<Bare, D1>);
  STATIC_REQUIRE_FALSE(sl::layout_compatible<Bare, E1>);
}

TEST_CASE("row 185: the place of a weakref slot in the list does not matter; a conversion makes another object",
          "[weakref_slot]") {
  STATIC_REQUIRE(sl::layout_compatible<First, Second>);
  First a(1);
  const sl::weak_ref reference(a);
  const Second b = sl::convert_to<Second>(a);
  CHECK(b.get("x"_slot) == 1);
  CHECK(sl::weak_count(b) == 0);
  const Second c = sl::convert_to<Second>(std::move(a));
  CHECK(c.get("x"_slot) == 1);
  CHECK(sl::weak_count(c) == 0);
  CHECK(reference.get() == &a);
}

TEST_CASE("the footprint counts what references made the object keep", "[weakref_slot]") {
  constexpr std::size_t block = 2 * sizeof(void*) + 8;  // where the object is, its newest reference, two counts
  W w(1);
  CHECK(sl::footprint(w) == sizeof(W));
  const sl::weak_ref first(w);
  CHECK(sl::footprint(w) == sizeof(W) + block);
  const sl::weak_ref second(w);
  CHECK(sl::footprint(w) == sizeof(W) + block);
  {
    const sl::weak_ref called(w, [large = std::array<char, 500>{}] { static_cast<void>(large); });
    CHECK(sl::footprint(w) > sizeof(W) + block + 500);
  }
  CHECK(sl::footprint(w) == sizeof(W) + block);
  const std::size_t constant = sl::footprint(w);
  CHECK(constant == sizeof(W) + block);
  Both o(1);
  setattr(o, "dynamic", 2);
  CHECK(sl::footprint(o) > sizeof(o));
  std::size_t with_dict = sl::footprint(o);
  const sl::weak_ref of_o(o);
  CHECK(sl::footprint(o) == with_dict + block);
}

}  // namespace unit_weakref_slot
