// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Structs and slots in one class: how they are arranged, and how they are copied, moved, assigned, swapped and
// destroyed together, whatever throws.
#include <slotted/cell_work.hpp>

#include <slotted/slotted.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "static/layout_proof.hpp"
#include "support/catch.hpp"
#include "support/tracked.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using layout_proof::has_offsets;
using support::tracked;

namespace unit_cell_work {

// Arrangement: a struct is one piece, whatever it holds.

struct small {
  char p, q;
};
struct large {
  double a;
  char b;
};

TEST_CASE("a struct is arranged as one member of its size and alignment", "[cell_work]") {
  struct Small : sl::object<Small, sl::slots<sl::field<"f1", double>, sl::fields_of<small>, sl::field<"f2", int>>> {
    using object::object;
  };
  STATIC_REQUIRE(sizeof(Small) == 16);
  STATIC_REQUIRE(has_offsets<Small>({0, 8, 9, 12}));
  struct Large : sl::object<Large, sl::slots<sl::field<"f1", char>, sl::fields_of<large>, sl::field<"f2", char>>> {
    using object::object;
  };
  constexpr std::size_t step = alignof(large), size = sizeof(large);
  STATIC_REQUIRE(sizeof(Large) == size + step);  // a step less than in declared order
  STATIC_REQUIRE(has_offsets<Large>({size, 0, 8, size + 1}));
  struct Ordered : sl::object<Ordered, sl::declared_order,
                              sl::slots<sl::field<"f1", char>, sl::fields_of<large>, sl::field<"f2", char>>> {
    using object::object;
  };
  STATIC_REQUIRE(sizeof(Ordered) == size + 2 * step);
  STATIC_REQUIRE(has_offsets<Ordered>({0, step, step + 8, step + size}));
}

TEST_CASE("presence bits belong to the slots alone, and lie where no struct is", "[cell_work]") {
  struct Mixed : sl::object<Mixed, sl::slots<sl::slot<"s1", char>, sl::fields_of<large>, sl::slot<"s2", char>,
                                             sl::fields_of<small>, sl::slot<"s3", char>>> {
    using object::object;
  };
  constexpr auto& members = sl::members<Mixed>;
  STATIC_REQUIRE(members[0].presence_mask == 1);
  STATIC_REQUIRE(members[1].presence_mask == 0);
  STATIC_REQUIRE(members[3].presence_mask == 2);
  STATIC_REQUIRE(members[5].presence_mask == 0);
  STATIC_REQUIRE(members[6].presence_mask == 4);
  STATIC_REQUIRE(layout_proof::is_sound<Mixed>());
  STATIC_REQUIRE(layout_proof::has_presence_at<Mixed>(7, members[0].presence_offset));
  STATIC_REQUIRE(sizeof(Mixed) == sizeof(large) + 8);
}

// Copies, moves, assignment.

struct person {
  std::string first_name = "nobody";
  std::vector<int> numbers;
};
struct Person
    : sl::object<Person, sl::slots<sl::slot<"email", std::string>, sl::fields_of<person>, sl::field<"age", int>>> {
  using object::object;
};

// Not inlined: g++ 12 would see a long string in a short buffer (GCC bug 105651).
[[gnu::noinline]] std::string long_text(char c) { return std::string(100, c); }

TEST_CASE("a copy has the struct and the slots, set or not", "[cell_work]") {
  const Person o{"first_name"_slot = long_text('a'), "age"_slot = 3, "numbers"_slot.in_place(std::size_t{2}, 7)};
  const Person copy = o;
  CHECK(copy.first_name == long_text('a'));
  CHECK(copy["numbers"_slot] == std::vector<int>{7, 7});
  CHECK(copy["age"_slot] == 3);
  CHECK_FALSE(hasattr(copy, "email"));
  CHECK(o.first_name == copy.first_name);
}

TEST_CASE("a move moves the members", "[cell_work]") {
  Person o{long_text('e'), long_text('a'), {1, 2, 3}, 4};
  const char* characters = o.first_name.data();
  const Person moved = std::move(o);
  CHECK(moved.first_name.data() == characters);
  CHECK(o.numbers.empty());  // NOLINT(bugprone-use-after-move)
  CHECK(hasattr(o, "email"));
  CHECK(getattr(moved, "email") == long_text('e'));
}

TEST_CASE("assignment takes the struct along, also from itself", "[cell_work]") {
  Person o{"email"_slot = "old", "age"_slot = 1};
  const Person other{"first_name"_slot = long_text('n'), "age"_slot = 2};
  o = other;
  CHECK(o.first_name == long_text('n'));
  CHECK_FALSE(hasattr(o, "email"));
  Person& same = o;
  o = same;
  CHECK(o.first_name == long_text('n'));
  o = std::move(same);
  CHECK(o["first_name"_slot] == long_text('n'));
  o = Person{long_text('m'), "moved", {4}, 5};
  CHECK(o.first_name == "moved");
  CHECK(o.numbers == std::vector<int>{4});
  CHECK(getattr(o, "email") == long_text('m'));
  Person swapped{"age"_slot = 9};
  std::swap(o, swapped);
  CHECK(o.first_name == "nobody");
  CHECK(swapped["age"_slot] == 5);
}

TEST_CASE("a class of one struct and nothing else survives being moved to itself", "[cell_work]") {
  struct Only : sl::object<Only, sl::slots<sl::fields_of<person>>> {
    using object::object;
  };
  Only o{long_text('a'), {1, 2}};
  Only& same = o;
  o = std::move(same);
  CHECK(o.first_name == long_text('a'));
  CHECK(o.numbers.size() == 2);
}

TEST_CASE("a struct that assigns in its own way is assigned in that way", "[cell_work]") {
  struct counts_assignments {
    int number = 0;
    int assigned = 0;
    counts_assignments() = default;
    counts_assignments(const counts_assignments&) = default;
    counts_assignments& operator=(const counts_assignments& other) {
      number = other.number;
      ++assigned;
      return *this;
    }
  };
  struct C : sl::object<C, sl::slots<sl::fields_of<counts_assignments, &counts_assignments::number>>> {
    using object::object;
  };
  C o{1};
  const C other{2};
  CHECK(o.assigned == 0);
  o = other;
  CHECK(o["number"_slot] == 2);
  CHECK(o.assigned == 1);
}

// What throws.

struct three {
  tracked a;
  tracked b;
  tracked c[2];
};
struct Mixed : sl::object<Mixed, sl::slots<sl::slot<"s", tracked>, sl::fields_of<three>, sl::slot<"t", tracked>,
                                           sl::field<"f", tracked>>> {
  using object::object;
};
struct single {
  tracked d = 7;
};
struct Derived : sl::object<Derived, sl::extends<Mixed>, sl::slots<sl::slot<"u", tracked>, sl::fields_of<single>>> {
  using object::object;
};

Derived made() {
  const tracked row[2] = {4, 5};
  return Derived{1, 2, 3, row, 6, 7, 8, 9};
}

TEST_CASE("a copy or a move that throws at any point leaves no leak", "[cell_work]") {
  CHECK(support::fail_everywhere([](support::attempt& attempt) {
          const Derived o = made();
          attempt([&] {
            const Derived copy = o;
            CHECK(copy.c[1].value == 5);
            CHECK(copy.d.value == 9);
          });
          CHECK(o.a.value == 2);
          CHECK(o.d.value == 9);
        }) == 18);
  CHECK(support::fail_everywhere([](support::attempt& attempt) {
          Derived o = made();
          attempt([&] {
            const Derived moved = std::move(o);
            CHECK(moved.b.value == 3);
          });
          setattr(o, "b"_slot, 33);  // NOLINT(bugprone-use-after-move)
          CHECK(o.b.value == 33);
        }) == 18);
}

TEMPLATE_TEST_CASE_SIG("an assignment that throws at any point leaves each value old or new, and none lost",
                       "[cell_work]", ((bool Moving, bool Set), Moving, Set), (false, false), (false, true),
                       (true, false), (true, true)) {
  CHECK(support::fail_everywhere([](support::attempt& attempt) {
          Derived source = made();
          Derived target{"f"_slot = 70, "a"_slot = 20, "b"_slot = 30, "d"_slot = 90};
          if constexpr (Set) {
            setattr(target, "s"_slot, 10);
            setattr(target, "u"_slot, 80);
            delattr(source, "t"_slot);
            setattr(target, "t"_slot, 60);
          }
          const bool failed = attempt([&] {
            if constexpr (Moving)
              target = std::move(source);
            else
              target = source;
          });
          const auto old_or_new = [](int now, int n) { return now == n || now == 10 * n; };
          CHECK(old_or_new(target.a.value, 2));
          CHECK(old_or_new(target.b.value, 3));
          CHECK(old_or_new(target.d.value, 9));
          CHECK(old_or_new(target["f"_slot].value, 7));
          if (hasattr(target, "s")) CHECK(old_or_new(getattr(target, "s"_slot).value, 1));
          if (!failed) {
            CHECK(target.a.value == 2);
            CHECK(target.c[0].value == 4);
            CHECK(target.d.value == 9);
            CHECK(getattr(target, "u"_slot).value == 8);
            CHECK(hasattr(target, "t") == !Set);
          }
        }) >= 12);
}

TEST_CASE("a member that throws when it is stored keeps its value, and all others theirs", "[cell_work]") {
  CHECK(support::fail_everywhere([](support::attempt& attempt) {
          Derived o = made();
          const bool failed = attempt([&] { setattr(o, "b"_slot, 33); });
          CHECK(o.b.value == (failed ? 3 : 33));
          CHECK(o.a.value == 2);
          CHECK(o.d.value == 9);
        }) >= 2);
}

TEST_CASE("each value of a struct is destroyed exactly once", "[cell_work]") {
  const long before = tracked::live;
  {
    Derived o = made();
    Derived copy = o;
    copy = std::move(o);
    std::vector<Derived> several(4, copy);
    several.erase(several.begin() + 1);
    std::swap(several[0], several[2]);
    static_cast<three&>(several[1]) = three{1, 2, {3, 4}};
    const Mixed sliced = several[1];
    CHECK(sliced.c[0].value == 3);
    const std::unique_ptr<Derived> owned = std::make_unique<Derived>(three{5, 6, {7, 8}}, "f"_slot = 9);
    CHECK(owned->a.value == 5);
  }
  CHECK(tracked::live == before);
}

// The order of death.

std::string deaths;
struct mourned {
  char letter;
  explicit mourned(char given) : letter(given) {}
  mourned(const mourned&) = default;
  mourned& operator=(const mourned&) = default;
  ~mourned() { deaths += letter; }
};
struct pair_of_mourned {
  mourned b, c;
};

TEST_CASE("members die as the struct's do: with the fields, in reverse, after the slots", "[cell_work]") {
  struct C : sl::object<C, sl::declared_order,
                        sl::slots<sl::field<"a", mourned>, sl::fields_of<pair_of_mourned>, sl::slot<"d", mourned>,
                                  sl::field<"e", mourned>>> {
    using object::object;
  };
  {
    const C o{mourned('a'), mourned('b'), mourned('c'), mourned('d'), mourned('e')};
    deaths.clear();
  }
  CHECK(deaths == "decba");
}

TEST_CASE("copies in constant expressions take structs and slots along", "[cell_work]") {
  struct Constant : sl::object<Constant, sl::slots<sl::slot<"s", int>, sl::fields_of<large>, sl::slot<"t", int>>> {
    using object::object;
  };
  constexpr Constant o = [] {
    Constant one{1, 2.0, 'b'};
    Constant other{large{3.0, 'c'}, "t"_slot = 4};
    other = one;
    other["b"_slot] = 'd';
    setattr(other, "t"_slot, 5);
    Constant third = std::move(other);
    std::swap(third, one);
    return one;
  }();
  STATIC_REQUIRE(o.b == 'd' && o["a"_slot] == 2.0);
  STATIC_REQUIRE(getattr(o, "s"_slot) == 1 && getattr(o, "t"_slot) == 5);
}

}  // namespace unit_cell_work
