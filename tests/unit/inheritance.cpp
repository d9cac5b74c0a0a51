#include <slotted/inheritance.hpp>

#include <slotted/slotted.hpp>

#include <complex>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_inheritance {

struct A : sl::object<A, sl::slots<sl::field<"x", std::int64_t, sl::defaults_to<1>>>> {
  using object::object;
};

TEST_CASE("row 148: an empty list adds nothing to the base", "[inheritance]") {
  struct C : sl::object<C, sl::extends<A>, sl::slots<>> {
    using object::object;
  };
  STATIC_REQUIRE(sizeof(C) == sizeof(A));
  C c;
  setattr(c, "x", 5);
  CHECK(c["x"_slot] == 5);
  STATIC_REQUIRE_FALSE(sl::has_dict<C>);
  CHECK_THROWS_AS(setattr(c, "y", 1), sl::attribute_error);
}

TEST_CASE("row 149: a base that is no slotted class brings its members and nothing else", "[inheritance]") {
  struct plain {
    int n = 4;
  };
  struct S : sl::object<S, sl::extends<plain>, sl::slots<sl::slot<"x", int>>> {
    using object::object;
  };
  S s{1};
  CHECK(s.n == 4);
  CHECK(getattr(s, "x") == 1);
  CHECK_FALSE(hasattr(s, "n"));
  CHECK_THROWS_AS(setattr(s, "y", 2), sl::attribute_error);
}

TEST_CASE("row 150: a slotted base gives its children no dict", "[inheritance]") {
  struct B : sl::object<B, sl::extends<A>, sl::slots<sl::field<"y", std::int64_t, sl::defaults_to<2>>>> {
    using object::object;
  };
  STATIC_REQUIRE_FALSE(sl::has_dict<B>);
  STATIC_REQUIRE(sizeof(B) == 16);
  const B b;
  CHECK(b["x"_slot] + b["y"_slot] == 3);  // row 151
}

struct B2 : sl::object<B2, sl::slots<sl::slot<"b", int>, sl::slot<"c", std::string>>> {
  using object::object;
};

TEST_CASE("row 155: two bases with slots under different names are laid out both", "[inheritance]") {
  struct C : sl::object<C, sl::extends<A, B2>, sl::slots<sl::field<"own", char, sl::defaults_to<'o'>>>> {
    using object::object;
  };
  C c{7, 8, "text"};
  CHECK(c["x"_slot] == 7);
  CHECK(getattr(c, "b") == 8);
  CHECK(getattr(c, "c") == "text");
  CHECK(c["own"_slot] == 'o');
  STATIC_REQUIRE(sl::slot_count<C> == 4);
  STATIC_REQUIRE(sl::slot_names<C>[1] == "b");
  A& a = c;
  B2& b = c;
  setattr(a, "x", 70);
  setattr(b, "c", "other");
  delattr(b, "b");
  CHECK(c["x"_slot] == 70);
  CHECK(getattr(c, "c") == "other");
  CHECK_FALSE(hasattr(c, "b"));
  const C copy = c;
  CHECK(getattr(copy, "c") == "other");
  b = B2{};
  CHECK_FALSE(hasattr(c, "c"));
  CHECK(c["x"_slot] == 70);
  CHECK(c["own"_slot] == 'o');
}

struct M1 : sl::object<M1, sl::slots<>> {
  int mixed() const { return 1; }
};
struct M2 : sl::object<M2, sl::slots<>> {
  int in() const { return 2; }
};
struct plain_mixin {};

TEST_CASE("row 157: mixins without slots beside a base with some, in any order, cost nothing", "[inheritance]") {
  struct First : sl::object<First, sl::extends<A, M1>, sl::slots<>> {
    using object::object;
  };
  struct Last : sl::object<Last, sl::extends<M1, plain_mixin, A, M2>,
                           sl::slots<sl::field<"q", std::int64_t, sl::defaults_to<2>>>> {
    using object::object;
  };
  STATIC_REQUIRE(sizeof(First) == sizeof(A));
  STATIC_REQUIRE(sizeof(Last) == 2 * sizeof(std::int64_t));
  First first;
  Last last;
  CHECK(first.mixed() == 1);
  CHECK(last.mixed() + last.in() == 3);
  CHECK(last["x"_slot] + last["q"_slot] == 3);
  setattr(last, "x", 5);
  CHECK(static_cast<A&>(last)["x"_slot] == 5);
}

TEST_CASE("row 158: two mixins without slots, the class adds some", "[inheritance]") {
  struct Z : sl::object<Z, sl::extends<M1, M2>, sl::slots<sl::slot<"a", int>, sl::slot<"b", int>>> {
    using object::object;
  };
  STATIC_REQUIRE_FALSE(sl::has_dict<Z>);
  STATIC_REQUIRE(sizeof(Z) == 3 * sizeof(int));
  const Z z{1, 2};
  CHECK(getattr(z, "b") == 2);
}

TEST_CASE("row 30: any class can be a base; its members are untouched", "[inheritance]") {
  struct S : sl::object<S, sl::extends<std::string>, sl::slots<sl::slot<"x", int>>> {
    using object::object;
  };
  S s{1};
  s.assign("q");
  CHECK(s == "q");
  CHECK(getattr(s, "x") == 1);
  CHECK(S(s) == "q");
  const S moved = std::move(s);
  CHECK(moved.size() == 1);

  struct L : sl::object<L, sl::extends<std::vector<int>>, sl::slots<sl::slot<"x", int>>> {
    using object::object;
  };
  struct D : sl::object<D, sl::extends<std::map<std::string, int>>, sl::slots<sl::slot<"x", int>>> {
    using object::object;
  };
  struct St : sl::object<St, sl::extends<std::set<int>>, sl::slots<sl::slot<"x", int>>> {
    using object::object;
  };
  struct Cp : sl::object<Cp, sl::extends<std::complex<double>>, sl::slots<sl::slot<"x", int>>> {
    using object::object;
  };
  struct Sp : sl::object<Sp, sl::extends<std::shared_ptr<int>>, sl::slots<sl::slot<"x", int>>> {
    using object::object;
  };
  L l{3};
  l.push_back(4);
  CHECK(l.size() == 1);
  CHECK(getattr(l, "x") == 3);
  D d;
  d.emplace("key", 5);
  CHECK(d.at("key") == 5);
  St st;
  st.insert(1);
  CHECK(st.count(1) == 1);
  Cp cp;
  cp.real(2.0);
  CHECK(cp.real() == 2.0);
  CHECK_FALSE(static_cast<bool>(static_cast<std::shared_ptr<int>&>(*std::make_unique<Sp>())));
}

TEST_CASE("row 30: the subscript of a base stays what it is, beside that of the slots", "[inheritance]") {
  struct D : sl::object<D, sl::extends<std::map<std::string, int>>, sl::slots<sl::field<"x", int>>> {
    using object::object;
  };
  D d{1};
  d.emplace("key", 5);
  const auto subscript = []<class C>(C& object) {
    if constexpr (requires { object["key"]; })
      return object["key"] == 5;
    else
      return false;
  };
  CHECK(subscript(d));
  CHECK(d["x"_slot] == 1);
}

TEST_CASE("row 29: an empty list on any base adds no byte", "[inheritance]") {
  struct T : sl::object<T, sl::extends<std::string>, sl::slots<>> {
    using object::object;
  };
  STATIC_REQUIRE(sizeof(T) == sizeof(std::string));
  T t;
  CHECK_THROWS_AS(setattr(t, "x", 1), sl::attribute_error);
  CHECK(t.empty());
}

TEST_CASE("row 95: a member of the base reads and writes the base's slot", "[inheritance]") {
  struct B : sl::object<B, sl::extends<A>, sl::slots<>> {
    using object::object;
    std::int64_t read() const { return get("x"_slot); }
    std::int64_t read_as_base() const { return getattr(static_cast<const A&>(*this), "x"_slot); }
    void write(std::int64_t n) { sl::descriptor<A, "x">.set(*this, n); }
  };
  B b;
  b.write(7);
  CHECK(b.read() == 7);
  CHECK(b.read_as_base() == 7);
}

TEST_CASE("row 169: a child hides a base slot behind a member function; the slot stays reachable", "[inheritance]") {
  struct B : sl::object<B, sl::extends<A>, sl::slots<>> {
    using object::object;
    std::string x() const { return "prop " + std::to_string(get("x"_slot)); }
  };
  B b;
  setattr(b, "x", 1);
  CHECK(b.x() == "prop 1");
  CHECK(b["x"_slot] == 1);
}

TEST_CASE("row 174: a child without a list is what its base is", "[inheritance]") {
  struct B : A {
    using A::A;
    int more = 3;
  };
  B b{5};
  CHECK(getattr(b, "x") == 5);
  CHECK(sl::class_name<B> == "A");
  CHECK_THROWS_AS(setattr(b, "more", 1), sl::attribute_error);
  STATIC_REQUIRE_FALSE(sl::has_dict<B>);
}

struct Shape : sl::object<Shape, sl::slots<sl::slot<"name", std::string>>> {
  using object::object;
  virtual double area() const = 0;
  virtual ~Shape() = default;
};
struct Square : sl::object<Square, sl::extends<Shape>, sl::slots<sl::field<"side", double>>> {
  using object::object;
  double area() const override { return get("side"_slot) * get("side"_slot); }
};
struct Named : sl::object<Named, sl::extends<Square>, sl::slots<sl::slot<"owner", std::string>>> {
  using object::object;
  double area() const override { return 2 * Square::area(); }
};

TEST_CASE("virtual functions live beside slots, over several levels", "[inheritance]") {
  const std::unique_ptr<Shape> shape = std::make_unique<Named>("shape", 3.0, "owner");
  CHECK(shape->area() == 18.0);
  CHECK(getattr(*shape, "name") == "shape");
#if defined(__cpp_rtti)
  auto& named = dynamic_cast<Named&>(*shape);
#else
  auto& named = static_cast<Named&>(*shape);
#endif
  CHECK(getattr(named, "owner") == "owner");
  CHECK(named["side"_slot] == 3.0);
  STATIC_REQUIRE(std::is_abstract_v<Shape>);
  STATIC_REQUIRE(sizeof(Square) == sizeof(Shape) + sizeof(double));
}

TEST_CASE("a chain of ten classes has the slots of all", "[inheritance]") {
  struct C0 : sl::object<C0, sl::slots<sl::field<"s0", int, sl::defaults_to<0>>>> {
    using object::object;
  };
  struct C1 : sl::object<C1, sl::extends<C0>, sl::slots<sl::slot<"s1", int>>> {
    using object::object;
  };
  struct C2 : sl::object<C2, sl::extends<C1>, sl::slots<sl::slot<"s2", std::string>>> {
    using object::object;
  };
  struct C3 : sl::object<C3, sl::extends<C2>, sl::slots<>> {
    using object::object;
  };
  struct C4 : sl::object<C4, sl::extends<C3>, sl::slots<sl::field<"s4", char, sl::defaults_to<'4'>>>> {
    using object::object;
  };
  struct C5 : C4 {
    using C4::C4;
  };
  struct C6 : sl::object<C6, sl::extends<C5>, sl::slots<sl::slot<"s6", double>>> {
    using object::object;
  };
  C6 c{"s1"_slot = 1, "s2"_slot = "two", "s6"_slot = 6.0};
  STATIC_REQUIRE(sl::slot_count<C6> == 5);
  CHECK(getattr(c, "s0") == 0);
  CHECK(getattr(c, "s1") == 1);
  CHECK(getattr(c, "s2") == "two");
  CHECK(getattr(c, "s4") == '4');
  CHECK(getattr(c, "s6") == 6.0);
  const C6 copy = c;
  c = C6{};
  CHECK_FALSE(hasattr(c, "s2"));
  CHECK(getattr(copy, "s2") == "two");
}

TEST_CASE("the base of a class may be a template that depends on it, or a plain class over a slotted one",
          "[inheritance]") {
  struct PlainOverA : A {
    using A::A;
    int between = 9;
  };
  struct Top : sl::object<Top, sl::extends<PlainOverA>, sl::slots<sl::slot<"y", int>>> {
    using object::object;
  };
  Top top{3, 4};
  CHECK(top.between == 9);
  CHECK(top["x"_slot] == 3);
  CHECK(getattr(top, "y") == 4);
}

TEST_CASE("row 147: a class without a list gets a dict and a weakref slot where its bases bring none",
          "[inheritance]") {
  struct B : sl::object<B, sl::extends<A>> {
    using object::object;
  };
  struct Alone : sl::object<Alone> {
    using object::object;
  };
  STATIC_REQUIRE(sl::has_dict<B>);
  STATIC_REQUIRE(sl::has_dict<Alone>);
  STATIC_REQUIRE(sl::has_weakref<B>);
  STATIC_REQUIRE(sl::has_weakref<Alone>);
  STATIC_REQUIRE(sizeof(B) == sizeof(A) + 2 * sizeof(void*));
  STATIC_REQUIRE(sizeof(Alone) == 2 * sizeof(void*));
  STATIC_REQUIRE(sl::slot_count<B> == 1);
  B b{5};
  setattr(b, "y", 2);
  CHECK(getattr(b, "x") == 5);
  CHECK(getattr(b, "y") == 2);
  CHECK(vars(b).size() == 1);
  Alone alone;
  setattr(alone, "anything", "at all");
  CHECK(getattr(alone, "anything") == "at all");
}

TEST_CASE("a class without a list adds no dict slot and no weakref slot where a base brings one", "[inheritance]") {
  struct One : sl::object<One, sl::slots<sl::slot<"x", int>, sl::dict_slot<double>>> {
    using object::object;
  };
  struct Two : sl::object<Two, sl::extends<One>> {
    using object::object;
  };
  struct Three : sl::object<Three, sl::extends<Two>> {
    using object::object;
  };
  STATIC_REQUIRE(!sl::has_weakref<One>);
  STATIC_REQUIRE(sizeof(Two) == sizeof(One) + sizeof(void*));
  STATIC_REQUIRE(sizeof(Three) == sizeof(Two));
  Two two;
  setattr(two, "d", 2.5);
  CHECK_THROWS_AS(setattr(two, "s", "no number"), sl::type_error);  // the dict slot is that of the base
}

TEST_CASE("row 168: a class without a list in the middle gives all below it a dict", "[inheritance]") {
  struct B : sl::object<B, sl::extends<A>> {
    using object::object;
  };
  struct C : sl::object<C, sl::extends<B>, sl::slots<sl::slot<"e", int>>> {
    using object::object;
  };
  C c;
  setattr(c, "x", 1);
  setattr(c, "z", 2);
  setattr(c, "e", 3);
  CHECK(vars(c).size() == 1);
  CHECK(vars(c).begin()->first == "z");
}

TEST_CASE("row 163: of two bases one may bring a dict slot, the first or the second", "[inheritance]") {
  struct WithDict : sl::object<WithDict, sl::slots<sl::dict_slot<>>> {
    using object::object;
  };
  struct First : sl::object<First, sl::extends<WithDict, A>, sl::slots<>> {
    using object::object;
  };
  struct Second : sl::object<Second, sl::extends<A, M1, WithDict>, sl::slots<sl::slot<"s", int>>> {
    using object::object;
  };
  First first;
  Second second;
  setattr(first, "d", 1);
  setattr(second, "d", 2);
  CHECK(getattr(first, "d") == 1);
  CHECK(getattr(static_cast<WithDict&>(second), "d") == 2);
  CHECK(getattr(static_cast<WithDict&>(second), "x") == 1);  // a slot of the other base
  CHECK(second.mixed() == 1);
}

TEST_CASE("a dict slot may stand anywhere in a list, also in one that is spliced in", "[inheritance]") {
  struct open : sl::slots<sl::slot<"q", int>, sl::dict_slot<int>> {};
  struct S : sl::object<S, sl::slots<sl::field<"x", char>, open, sl::slot<"y", char>>> {
    using object::object;
  };
  S s{'x', 5, 'y'};
  setattr(s, "d", 6);
  CHECK(getattr(s, "q") == 5);
  CHECK(getattr(s, "y") == 'y');
  CHECK(getattr(s, "d") == 6);
  STATIC_REQUIRE(sl::slot_count<S> == 3);
}

TEST_CASE("how far the dict slot is away", "[inheritance]") {
  using sl::detail::declaration_of;
  using sl::detail::dict_kind;
  using sl::detail::levels_to;
  struct One : sl::object<One> {
    using object::object;
  };
  struct Two : sl::object<Two, sl::extends<A, One>, sl::slots<>> {
    using object::object;
  };
  struct Plain : Two {
    using Two::Two;
  };
  struct Three : sl::object<Three, sl::extends<Plain, M1>> {
    using object::object;
  };
  STATIC_REQUIRE(levels_to<dict_kind, declaration_of<One>>() == 0);
  STATIC_REQUIRE(levels_to<dict_kind, declaration_of<Two>>() == 1);
  STATIC_REQUIRE(levels_to<dict_kind, declaration_of<Three>>() == 2);
  CHECK(class_of(Three()).name() == "Three");
}

}  // namespace unit_inheritance
