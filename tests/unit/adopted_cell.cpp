// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The memory of an adopted struct: where it lies, that no slot lies in it, and that what the struct is, the class is.
#include <slotted/adopted_cell.hpp>

#include <slotted/slotted.hpp>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include "static/layout_proof.hpp"
#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using layout_proof::is_sound;

namespace unit_adopted_cell {

template <class A>
struct Only : sl::object<Only<A>, sl::slots<sl::fields_of<A>>> {
  using Only::object::object;
};
template <class A>
struct Among : sl::object<Among<A>, sl::slots<sl::slot<"before_it", char>, sl::fields_of<A>, sl::slot<"behind_1", char>,
                                              sl::field<"behind_2", char, sl::defaults_to<'2'>>>> {
  using Among::object::object;
};

// Structs with padding in their end. A class derived from one may use it or may not, and compilers differ for some.

struct plain_tail {
  double real;
  char mark;
};
struct initialised_tail {
  double real = 1;
  char mark = 'm';
};
struct guarded_tail {
  double real = 1;
  std::unique_ptr<int> owned;
  char mark = 'm';
};
struct late_tail {
  plain_tail inner;
  char mark;
};
struct no_tail {
  char a, b;
};
struct alignas(32) wide {
  char mark;
};
struct empty_base {};
struct based : empty_base {
  int number;
  short mark;
};

/// The first byte of the struct in an Among<A>, and whether every other slot lies outside of all of it.
template <class A>
constexpr bool slots_lie_outside() {
  using C = Among<A>;
  const auto* found = &sl::members<C>[1];
  const std::size_t begin = found->offset;  // all these structs have their first member at 0
  const std::size_t end = begin + sizeof(A);
  for (const sl::member& one : sl::members<C>) {
    const bool own = one.name == "before_it" || one.name == "behind_1" || one.name == "behind_2";
    if (own && one.offset < end && begin < one.offset + one.size) return false;
    if (own && one.presence_mask != 0 && one.presence_offset >= begin && one.presence_offset < end) return false;
    if (!own && (one.offset < begin || one.offset + one.size > end)) return false;
  }
  return begin % alignof(A) == 0 && is_sound<C>() && sl::is_exact<C>;
}

TEMPLATE_TEST_CASE("a struct keeps all its bytes to itself, and nothing is added to it", "[adopted_cell]", plain_tail,
                   initialised_tail, guarded_tail, late_tail, no_tail, wide, based) {
  STATIC_REQUIRE(sizeof(Only<TestType>) == sizeof(TestType));
  STATIC_REQUIRE(alignof(Only<TestType>) == alignof(TestType));
  STATIC_REQUIRE(sl::layout_of<Only<TestType>>.data_size == sizeof(TestType));
  STATIC_REQUIRE(slots_lie_outside<TestType>());
  STATIC_REQUIRE(std::is_base_of_v<TestType, Only<TestType>>);
}

TEMPLATE_TEST_CASE("a class derived from one that adopts begins behind the struct's padding", "[adopted_cell]",
                   plain_tail, initialised_tail, guarded_tail, based) {
  struct Derived : sl::object<Derived, sl::extends<Only<TestType>>, sl::slots<sl::slot<"more", char>>> {
    using Derived::object::object;
  };
  STATIC_REQUIRE(sl::descriptor<Derived, "more">.offset == sizeof(TestType));
  STATIC_REQUIRE(is_sound<Derived>());
}

TEST_CASE("a struct lies in the tail padding of a slotted base where it fits", "[adopted_cell]") {
  struct Base : sl::object<Base, sl::slots<sl::field<"x", double>, sl::field<"y", char>>> {
    using object::object;
  };
  struct Derived : sl::object<Derived, sl::extends<Base>, sl::slots<sl::fields_of<no_tail>>> {
    using object::object;
  };
  STATIC_REQUIRE(sizeof(Derived) == sizeof(Base));
  STATIC_REQUIRE(sl::descriptor<Derived, "a">.offset == 9);
  STATIC_REQUIRE(is_sound<Derived>());
  Derived o{1.0, 'y', 'a', 'b'};
  static_cast<Base&>(o) = Base{2.0, 'z'};
  CHECK(o.a == 'a');
  CHECK(o.b == 'b');
  CHECK(o["y"_slot] == 'z');
}

TEST_CASE("a struct lies behind a vptr and behind a base with one", "[adopted_cell]") {
  struct Virtual : sl::object<Virtual, sl::slots<sl::fields_of<initialised_tail>>> {
    using object::object;
    Virtual(const Virtual&) = default;
    Virtual& operator=(const Virtual&) = default;
    virtual ~Virtual() = default;
    [[nodiscard]] virtual double twice() const { return 2 * real; }
  };
  struct Derived : sl::object<Derived, sl::extends<Virtual>, sl::slots<sl::fields_of<no_tail>>> {
    using object::object;
    [[nodiscard]] double twice() const override { return real + 1; }
  };
  STATIC_REQUIRE(sl::descriptor<Virtual, "real">.offset == sizeof(void*));
  STATIC_REQUIRE(is_sound<Virtual>());
  STATIC_REQUIRE(is_sound<Derived>());
  Derived o{4.0, 'm', 'a'};
  const Virtual& base = o;
  CHECK(base.twice() == 5.0);
  CHECK(o["real"_slot] == 4.0);
  CHECK(o.a == 'a');
  CHECK(reinterpret_cast<const unsigned char*>(&o.real) - reinterpret_cast<const unsigned char*>(&o) ==
        static_cast<std::ptrdiff_t>(sl::descriptor<Derived, "real">.offset));
}

TEST_CASE("bytes copied over the whole struct harm no slot", "[adopted_cell]") {
  Among<plain_tail> o{'<', 1.0, 'm', '>', '?'};
  const plain_tail other{2.0, 'n'};
  unsigned char bytes[sizeof(plain_tail)];
  std::memset(bytes, 0xAA, sizeof(bytes));
  std::memcpy(bytes, &other.real, sizeof(other.real));
  std::memcpy(bytes + offsetof(plain_tail, mark), &other.mark, 1);
  std::memcpy(static_cast<void*>(static_cast<plain_tail*>(&o)), bytes, sizeof(bytes));
  CHECK(o.real == 2.0);
  CHECK(o["mark"_slot] == 'n');
  CHECK(getattr(o, "before_it") == '<');
  CHECK(getattr(o, "behind_1") == '>');
  CHECK(o["behind_2"_slot] == '?');
}

TEST_CASE("the struct assigned as a base harms no slot", "[adopted_cell]") {
  Among<initialised_tail> o{'<', 1.0, 'm', '>', '?'};
  static_cast<initialised_tail&>(o) = initialised_tail{2.0, 'n'};
  CHECK(o["real"_slot] == 2.0);
  CHECK(getattr(o, "before_it") == '<');
  CHECK(getattr(o, "behind_1") == '>');
  CHECK(o["behind_2"_slot] == '?');
}

// What the struct has, the class has.

struct trivial {
  int a;
  double b[2];
};
struct text {
  std::string a, b;
};
struct owner {
  std::unique_ptr<int> a;
  int b;
};
struct pinned {
  std::atomic<int> a;
};
struct throws_on_move {
  throws_on_move() = default;
  throws_on_move(const throws_on_move&) {}                                       // NOLINT(modernize-use-equals-default)
  throws_on_move(throws_on_move&&) noexcept(false) {}                            // NOLINT
  throws_on_move& operator=(const throws_on_move&) { return *this; }             // NOLINT
  throws_on_move& operator=(throws_on_move&&) noexcept(false) { return *this; }  // NOLINT
};
struct throwing {
  int a;
  throws_on_move b;
};
struct constant {
  const int a;
  int b;
};
struct made_noisily {
  made_noisily() noexcept(false) {}  // NOLINT(modernize-use-equals-default)
};
struct noisy {
  made_noisily a;
};

TEMPLATE_TEST_CASE("special members are those of the struct: which there are, trivial, noexcept", "[adopted_cell]",
                   trivial, text, owner, pinned, throwing, constant, noisy, plain_tail, initialised_tail, guarded_tail,
                   based) {
  using A = TestType;
  const auto same = []<class C>(C*) {
    STATIC_REQUIRE(std::is_copy_constructible_v<C> == std::is_copy_constructible_v<A>);
    STATIC_REQUIRE(std::is_move_constructible_v<C> == std::is_move_constructible_v<A>);
    STATIC_REQUIRE(std::is_copy_assignable_v<C> == std::is_copy_assignable_v<A>);
    STATIC_REQUIRE(std::is_move_assignable_v<C> == std::is_move_assignable_v<A>);
    STATIC_REQUIRE(std::is_nothrow_copy_constructible_v<C> == std::is_nothrow_copy_constructible_v<A>);
    STATIC_REQUIRE(std::is_nothrow_move_constructible_v<C> == std::is_nothrow_move_constructible_v<A>);
    STATIC_REQUIRE(std::is_nothrow_copy_assignable_v<C> == std::is_nothrow_copy_assignable_v<A>);
    STATIC_REQUIRE(std::is_nothrow_move_assignable_v<C> == std::is_nothrow_move_assignable_v<A>);
    STATIC_REQUIRE(std::is_nothrow_destructible_v<C>);
    STATIC_REQUIRE(std::is_nothrow_default_constructible_v<C> == noexcept(A{}));
    STATIC_REQUIRE(std::is_trivially_copyable_v<C> == std::is_trivially_copyable_v<A>);
    STATIC_REQUIRE(std::is_trivially_destructible_v<C> == std::is_trivially_destructible_v<A>);
  };
  same(static_cast<Only<A>*>(nullptr));
  same(static_cast<Among<A>*>(nullptr));
  STATIC_REQUIRE(std::is_trivially_move_constructible_v<Only<A>> == std::is_trivially_move_constructible_v<A>);
  STATIC_REQUIRE(std::is_trivially_move_assignable_v<Only<A>> == std::is_trivially_move_assignable_v<A>);
}

TEST_CASE("copies and moves take the struct along", "[adopted_cell]") {
  Among<text> o{'b', "first text, too long to be short", "second text, too long to be short"};
  const Among<text> copy = o;
  CHECK(copy.a == o.a);
  CHECK_FALSE(hasattr(copy, "behind_1"));
  Among<text> moved = std::move(o);
  CHECK(moved["b"_slot] == copy.b);
  CHECK(getattr(moved, "before_it") == 'b');
  moved = copy;
  CHECK(moved.b == copy.b);
  Among<text> other{'c', "x", "y", 'z'};
  std::swap(moved, other);
  CHECK(moved.a == "x");
  CHECK(other["b"_slot] == copy.b);
  CHECK(getattr(moved, "behind_1") == 'z');
  CHECK_FALSE(hasattr(other, "behind_1"));

  Only<owner> first{std::make_unique<int>(3), 4};
  const Only<owner> second = std::move(first);
  CHECK(*second.a == 3);
  CHECK(first.a == nullptr);  // NOLINT(bugprone-use-after-move)
  CHECK(first.b == 4);
}

TEST_CASE("a class that adopts is a constant and a template argument where the struct is", "[adopted_cell]") {
  constexpr Only<trivial> o{1, {2., 3.}};
  STATIC_REQUIRE(o.a == 1);
  STATIC_REQUIRE(o["b"_slot][1] == 3.);
  constexpr Only<trivial> changed = [] {
    Only<trivial> made{1, {2., 3.}};
    made["a"_slot] = 5;
    made.b[0] = 6.;
    Only<trivial> copy = made;
    setattr(copy, "a"_slot, 7);
    made = copy;
    return made;
  }();
  STATIC_REQUIRE(changed.a + static_cast<int>(changed["b"_slot][0]) == 13);
  const auto last_of = []<Only<trivial> Value>() { return Value["b"_slot][1]; };
  CHECK(last_of.template operator()<changed>() == 3.);

  constexpr Among<initialised_tail> among{"behind_1"_slot = 'x'};
  STATIC_REQUIRE(among.real == 1 && *among["behind_1"_slot] == 'x' && !hasattr(among, "before_it"_slot));
}

}  // namespace unit_adopted_cell
