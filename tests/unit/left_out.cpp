// Slots that have no part in ==, <=>, hashes or texts: a cache, a lock, a secret.
#include <slotted/left_out.hpp>

#include <slotted/format.hpp>
#include <slotted/slotted.hpp>

#include <compare>
#include <cstddef>
#include <functional>
#include <sstream>
#include <string>
#include <type_traits>
#include <unordered_set>
#include <vector>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_left_out {

struct Query : sl::object<Query, sl::slots<sl::field<"text", std::string>,
                                           sl::slot<"plan", std::string, sl::without<sl::equality, sl::printing>>,
                                           sl::field<"limit", int, sl::defaults_to<10>>>> {
  using object::object;
};

TEST_CASE("what is left out of equality makes no two objects different", "[left_out]") {
  Query a{"select"};
  const Query b{"select"};
  a["plan"_slot] = "a long one";
  CHECK(a == b);
  CHECK(std::is_eq(a <=> b));
  CHECK(std::hash<Query>{}(a) == std::hash<Query>{}(b));
  CHECK(diff(a, b).empty());
  CHECK(std::unordered_set<Query>{a, b}.size() == 1);
  const Query c{"select", "another"};
  CHECK(a == c);
  CHECK(std::is_eq(a <=> c));
  CHECK(std::hash<Query>{}(a) == std::hash<Query>{}(c));
  CHECK(diff(a, c).empty());
}

TEST_CASE("the slots beside it are compared as ever", "[left_out]") {
  const Query a{"a", "plan", 1};
  Query b{"a", "plan", 2};
  CHECK(a != b);
  CHECK(a < b);
  CHECK(std::hash<Query>{}(a) != std::hash<Query>{}(b));
  CHECK(diff(a, b).contains("limit"_slot));
  CHECK(diff(a, b).size() == 1);
  b["plan"_slot] = "aaa";
  CHECK(a < b);
  const Query c{"0", "zzz", 1};
  CHECK(c < a);
}

TEST_CASE("what is left out of printing is in no text", "[left_out]") {
  const Query q{"select", "a long one"};
  CHECK(sl::repr(q) == "Query(text='select', limit=10)");
  std::ostringstream out;
  out << q;
  CHECK(out.str() == "Query(text='select', limit=10)");
  const Query unset{"select"};
  CHECK(sl::repr(unset) == sl::repr(q));
}

TEST_CASE("in all else it is a slot like the others", "[left_out]") {
  Query q{"select", "p"};
  CHECK(q["plan"_slot].value() == "p");
  CHECK(getattr<std::string>(q, "plan") == "p");
  setattr(q, "plan", "other");
  const Query copy = q;
  CHECK(copy["plan"_slot].value() == "other");
  CHECK(replace(copy, "plan"_slot = "new")["plan"_slot].value() == "new");
  delattr(q, "plan");
  CHECK_FALSE(hasattr(q, "plan"));
  std::string names;
  for_each_attr(copy, [&](std::string_view name, const auto&) { names.append(name).append(","); });
  CHECK(names == "text,plan,limit,");
  sl::builder<Query> row;
  CHECK(std::move(row.set("text", "t").set("plan", "built")).build()["plan"_slot].value() == "built");
  STATIC_REQUIRE(sl::slot_count<Query> == 3);
}

// A type that can do nothing, in a class that can.

struct opaque {
  int number = 0;
};
struct Opaque
    : sl::object<Opaque, sl::slots<sl::field<"id", int>,
                                   sl::field<"inner", opaque, sl::defaults_to<>, sl::without<sl::equality>>>> {
  using object::object;
};
struct Unhashed
    : sl::object<Unhashed,
                 sl::slots<sl::field<"id", int>, sl::slot<"tags", std::vector<int>, sl::without<sl::hashing>>>> {
  using object::object;
};

TEST_CASE("a slot whose type does not compare forbids nothing where it is left out", "[left_out]") {
  Opaque a{1};
  const Opaque b{1};
  a["inner"_slot].number = 7;
  CHECK(a == b);
  CHECK_FALSE(a < b);
  CHECK(std::hash<Opaque>{}(a) == std::hash<Opaque>{}(b));
  CHECK(diff(a, b).empty());
  CHECK(a != Opaque{2});
  CHECK(sl::repr(a).starts_with("Opaque(id=1, inner="));
}

TEST_CASE("left out of hashing alone, it is compared and ordered", "[left_out]") {
  const Unhashed a{1, std::vector{1}};
  const Unhashed b{1, std::vector{2}};
  CHECK(a != b);
  CHECK(a < b);
  CHECK(std::hash<Unhashed>{}(a) == std::hash<Unhashed>{}(b));
  CHECK(diff(a, b).contains("tags"_slot));
  CHECK(std::unordered_set<Unhashed>{a, b, a}.size() == 2);
  CHECK(sl::repr(a) == "Unhashed(id=1, tags=[1])");
}

TEST_CASE("the order is as strong as that of what is ordered", "[left_out]") {
  struct Strong
      : sl::object<Strong, sl::slots<sl::field<"id", int>, sl::field<"weight", double, sl::without<sl::equality>>>> {
    using object::object;
  };
  struct Partial
      : sl::object<Partial, sl::slots<sl::field<"id", int>, sl::field<"weight", double, sl::without<sl::hashing>>>> {
    using object::object;
  };
  STATIC_REQUIRE(std::is_same_v<decltype(Strong{1, 2.0} <=> Strong{1, 3.0}), std::strong_ordering>);
  STATIC_REQUIRE(std::is_same_v<decltype(Partial{1, 2.0} <=> Partial{1, 3.0}), std::partial_ordering>);
  STATIC_REQUIRE(Strong{1, 2.0} == Strong{1, 3.0});
  STATIC_REQUIRE(std::is_eq(Strong{1, 2.0} <=> Strong{1, 3.0}));
  STATIC_REQUIRE(Partial{1, 2.0} < Partial{1, 3.0});
}

TEST_CASE("a derived class leaves out what its base does, and says so of its own slots", "[left_out]") {
  struct Timed : sl::object<Timed, sl::extends<Query>,
                            sl::slots<sl::field<"took", double, sl::defaults_to<0.0>, sl::without<sl::equality>>,
                                      sl::slot<"note", std::string, sl::without<sl::printing>>>> {
    using object::object;
  };
  Timed a{"t", "p", 1, 2.5};
  Timed b{"t", "q", 1, 3.5};
  CHECK(a == b);
  CHECK(std::is_eq(a <=> b));
  CHECK(std::hash<Timed>{}(a) == std::hash<Timed>{}(b));
  CHECK(diff(a, b).empty());
  b["note"_slot] = "n";
  CHECK(a != b);
  CHECK(diff(a, b).size() == 1);
  CHECK(sl::repr(b) == "Timed(text='t', limit=1, took=3.5)");
}

TEST_CASE("all slots left out: all objects are equal", "[left_out]") {
  struct Ghost : sl::object<Ghost, sl::slots<sl::field<"x", int, sl::without<sl::equality, sl::printing>>>> {
    using object::object;
  };
  CHECK(Ghost{1} == Ghost{2});
  CHECK_FALSE(Ghost{1} < Ghost{2});
  CHECK(sl::repr(Ghost{1}) == "Ghost()");
  struct Named : sl::object<Named, sl::slots<sl::field<"x", int, sl::without<>>>> {
    using object::object;
  };
  CHECK(Named{1} != Named{2});
}

}  // namespace unit_left_out
