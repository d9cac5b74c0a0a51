#include <slotted/slots.hpp>

#include <slotted/slotted.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/numbered.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_slots {

using x = sl::field<"x", int>;
using y = sl::field<"y", int>;
using z = sl::slot<"z", int>;

// The list itself, without an object.

struct named : sl::slots<x, y> {};
struct named_empty : sl::slots<> {};
struct named_nested : sl::slots<named, z> {};

TEST_CASE("a list is a list under every name, and nothing else is one", "[slots]") {
  using sl::detail::is_list;
  STATIC_REQUIRE(is_list<sl::slots<>>());
  STATIC_REQUIRE(is_list<sl::slots<x, y>>());
  STATIC_REQUIRE(is_list<sl::slot_list<x>>());
  STATIC_REQUIRE(is_list<named>());
  STATIC_REQUIRE(is_list<named_nested>());
  STATIC_REQUIRE_FALSE(is_list<x>());
  STATIC_REQUIRE_FALSE(is_list<int>());
  STATIC_REQUIRE_FALSE(is_list<std::string>());
}

TEST_CASE("lists inside lists are spliced, in order, at any depth", "[slots]") {
  using sl::detail::flat_slots;
  using sl::detail::pack;
  STATIC_REQUIRE(std::is_same_v<flat_slots<sl::slots<>>, pack<>>);
  STATIC_REQUIRE(std::is_same_v<flat_slots<sl::slots<x, y>>, pack<x, y>>);
  STATIC_REQUIRE(std::is_same_v<flat_slots<named>, pack<x, y>>);
  STATIC_REQUIRE(std::is_same_v<flat_slots<named_nested>, pack<x, y, z>>);
  STATIC_REQUIRE(std::is_same_v<flat_slots<sl::slots<z, named>>, pack<z, x, y>>);
  STATIC_REQUIRE(std::is_same_v<flat_slots<sl::slots<sl::slots<sl::slots<x>>, named_empty, sl::slots<y, sl::slots<z>>>>,
                                pack<x, y, z>>);
  STATIC_REQUIRE(std::is_same_v<flat_slots<sl::slots<named_empty, sl::slots<>>>, pack<>>);
}

// The same class under every spelling.

struct Inline : sl::object<Inline, sl::slots<x, y, z>> {
  using object::object;
};
struct ByAlias : sl::object<ByAlias, sl::slot_list<x, y, z>> {
  using object::object;
};
struct ByName : sl::object<ByName, named_nested> {
  using object::object;
};
struct Spliced : sl::object<Spliced, sl::slots<named, sl::slots<z>>> {
  using object::object;
};
template <class T>
struct Templated : sl::object<Templated<T>, sl::slots<sl::field<"x", T>, sl::field<"y", T>, sl::slot<"z", T>>> {
  using Templated::object::object;
};
using Made = sl::make_class<"Made", sl::slots<x, y, z>>;
using MadeByName = sl::make_class<"MadeByName", named, sl::declared_order>;

TEMPLATE_TEST_CASE("row 1, row 2: every spelling declares the same slots in the same order", "[slots]", Inline, ByAlias,
                   ByName, Spliced, Templated<int>, Made) {
  STATIC_REQUIRE(sl::slot_count<TestType> == 3);
  STATIC_REQUIRE(sl::slot_names<TestType>[0] == "x");
  STATIC_REQUIRE(sl::slot_names<TestType>[1] == "y");
  STATIC_REQUIRE(sl::slot_names<TestType>[2] == "z");
  STATIC_REQUIRE_FALSE(sl::has_dict<TestType>);
  STATIC_REQUIRE_FALSE(sl::has_weakref<TestType>);
  TestType o{1, 2};
  CHECK(o["x"_slot] == 1);
  CHECK(getattr(o, "y") == 2);
  CHECK_FALSE(hasattr(o, "z"));
  o["z"_slot] = 3;
  const TestType copy{"z"_slot = 3, "y"_slot = 2, "x"_slot = 1};
  CHECK(getattr(copy, "z"_slot) == getattr(o, "z"_slot));
}

TEST_CASE("row 13, row 1: a class with an empty list is empty and legal", "[slots]") {
  struct Empty : sl::object<Empty, sl::slots<>> {
    using object::object;
  };
  struct EmptyByName : sl::object<EmptyByName, named_empty> {};
  STATIC_REQUIRE(std::is_empty_v<Empty>);
  STATIC_REQUIRE(std::is_empty_v<EmptyByName>);
  STATIC_REQUIRE(sl::slot_count<Empty> == 0);
  STATIC_REQUIRE(sl::slot_names<Empty>.empty());
  struct holder : Empty {
    int n;
  };
  STATIC_REQUIRE(sizeof(holder) == sizeof(int));
  Empty e;
  const Empty copy = e;
  e = copy;
  CHECK_FALSE(hasattr(e, "x"));
  CHECK_THROWS_AS(getattr(e, "x"), sl::attribute_error);
  CHECK_THROWS_AS(getattr<int>(e, "x"), sl::attribute_error);
  CHECK_THROWS_AS(setattr(e, "x", 1), sl::attribute_error);
  CHECK_THROWS_AS(delattr(e, "x"), sl::attribute_error);
  CHECK(find_attr<int>(e, "x") == nullptr);
  CHECK(getattr(e, "x", 5) == 5);
  CHECK_FALSE(sl::resolve<Empty>("x"));
  CHECK_FALSE(sl::with_slot<Empty>("x", [](auto) { FAIL("no such slot"); }));
  sl::for_each_slot<Empty>([](auto) { FAIL("no slots"); });
  for_each_attr(e, [](auto, const auto&) { FAIL("no attributes"); });
  STATIC_REQUIRE(sl::members<Empty>.empty());
}

// Lists that name the class they are for.

struct Node
    : sl::object<Node,
                 sl::slots<sl::field<"name", std::string>, sl::field<"children", std::vector<Node>, sl::defaults_to<>>,
                           sl::slot<"next", std::unique_ptr<Node>>, sl::slot<"parent", Node*>>> {
  using object::object;
};

TEST_CASE("a list may name its class inside the types", "[slots]") {
  Node root{"root"};
  root["children"_slot].emplace_back("child");
  root["children"_slot][0]["parent"_slot] = &root;
  root["next"_slot] = std::make_unique<Node>("after");
  CHECK(getattr(root, "children"_slot)[0]["name"_slot] == "child");
  CHECK(getattr(**root["children"_slot][0]["parent"_slot], "name") == "root");
  CHECK(getattr(**root["next"_slot], "name"_slot) == "after");
  const Node moved = std::move(root);
  CHECK(moved["children"_slot].size() == 1);
  STATIC_REQUIRE(std::is_nothrow_move_constructible_v<Node>);
}

struct Tree
    : sl::object<Tree,
                 sl::slots<sl::field<"label", int>, sl::field<"branches", std::vector<Tree>, sl::defaults_to<>>>> {
  using object::object;
};

TEST_CASE("a class that holds itself in a vector is copied deeply", "[slots]") {
  Tree tree{1, {}};
  tree["branches"_slot].push_back(Tree{2});
  tree["branches"_slot][0]["branches"_slot].push_back(Tree{3});
  Tree copy = tree;
  copy["branches"_slot][0]["label"_slot] = 20;
  CHECK(tree["branches"_slot][0]["label"_slot] == 2);
  CHECK(copy["branches"_slot][0]["branches"_slot][0]["label"_slot] == 3);
  tree = std::vector<Tree>(tree["branches"_slot])[0];
  CHECK(tree["label"_slot] == 2);
}

template <class T>
struct Chain : sl::object<Chain<T>, sl::slots<sl::field<"value", T>, sl::slot<"rest", std::shared_ptr<Chain<T>>>>> {
  using Chain::object::object;
};

TEST_CASE("row 173: class templates declare slots whose types depend on their parameters, and may name themselves",
          "[slots]") {
  const Chain<int> last{2};
  const Chain<int> first{1, std::make_shared<Chain<int>>(last)};
  CHECK((**first["rest"_slot])["value"_slot] == 2);
  const Chain<std::string> text{"a"};
  CHECK(getattr(text, "value") == "a");
  STATIC_REQUIRE(sizeof(Chain<char>) < sizeof(Chain<std::string>));
}

// Any number of slots: the borders of the presence bytes and of the look-up tables.

template <std::size_t Count>
struct Wide : sl::object<Wide<Count>, support::numbered_slots<Count>> {
  using Wide::object::object;
};
template <std::size_t Count>
struct WideFields : sl::object<WideFields<Count>, support::numbered_fields<Count>> {
  using WideFields::object::object;
};

std::string number_text(std::size_t i) {
  std::string digits = std::to_string(i);
  return "s" + std::string(4 - digits.size(), '0') + digits;
}

TEMPLATE_TEST_CASE_SIG("row 43: a class may have any number of slots, each with a bit of its own", "[slots]",
                       ((std::size_t Count), Count), 1, 8, 9, 65, 257) {
  using C = Wide<Count>;
  STATIC_REQUIRE(sl::slot_count<C> == Count);
  STATIC_REQUIRE(sizeof(C) == Count + (Count + 7) / 8);
  C o;
  C copy;
  std::size_t wrong = 0;
  // Setting or deleting one touches no other.
  sl::for_each_slot<C>([&](auto slot) {
    if (slot.has(o)) ++wrong;
    if (slot.index % 3 == 0) slot.set(o, static_cast<unsigned char>(slot.index + 1));
    if (slot.index % 6 == 0) copy = o, slot.del(o);
  });
  sl::for_each_slot<C>([&](auto slot) {
    const bool third = slot.index % 3 == 0;
    const bool sixth = slot.index % 6 == 0;
    if (slot.has(o) != (third && !sixth)) ++wrong;
    if (slot.has(copy) != ((third && !sixth && slot.index < (Count - 1) / 6 * 6) || slot.index == (Count - 1) / 6 * 6))
      ++wrong;
    if (slot.has(copy) && slot.get(copy) != static_cast<unsigned char>(slot.index + 1)) ++wrong;
  });
  CHECK(wrong == 0);
  for (std::size_t i = 0; i != Count + 2; ++i) {
    const auto key = sl::resolve<C>(number_text(i));
    REQUIRE(static_cast<bool>(key) == (i < Count));
    if (key) REQUIRE(key.index() == i);
  }
}

template <std::size_t I>
inline constexpr sl::slot_name<support::number_name(I)> number{};

TEMPLATE_TEST_CASE_SIG("the last slots before and behind a border of the presence bytes are slots like the first",
                       "[slots]", ((std::size_t Count), Count), 7, 63, 64, 255, 256) {
  using C = Wide<Count>;
  STATIC_REQUIRE(sl::slot_count<C> == Count);
  STATIC_REQUIRE(sizeof(C) == Count + (Count + 7) / 8);
  C o;
  setattr(o, number<Count - 1>, 9);
  setattr(o, number<0>, 1);
  CHECK(getattr(o, number<Count - 1>) == 9);
  CHECK_FALSE(hasattr(o, number<Count - 2>));
  CHECK(hasattr(o, number_text(Count - 1)));
  CHECK_FALSE(hasattr(o, number_text(Count)));
  const C copy = o;
  delattr(o, number<Count - 1>);
  CHECK_FALSE(hasattr(o, number<Count - 1>));
  CHECK(hasattr(o, number<0>));
  CHECK(getattr<unsigned char>(copy, number_text(Count - 1)) == 9);
  CHECK(sl::resolve<C>(number_text(Count - 1)).index() == Count - 1);
}

TEMPLATE_TEST_CASE_SIG("the verbs find any number of slots by run-time name", "[slots]", ((std::size_t Count), Count),
                       9, 257) {
  using C = Wide<Count>;
  C o;
  for (std::size_t i = 0; i < Count; i += 3) setattr(o, number_text(i), static_cast<unsigned char>(i + 1));
  for (std::size_t i = 0; i < Count; i += 6) delattr(o, number_text(i));
  for (std::size_t i = 0; i != Count; ++i) {
    CAPTURE(i);
    const bool set = i % 3 == 0 && i % 6 != 0;
    REQUIRE(hasattr(o, number_text(i)) == set);
    if (set) REQUIRE(getattr<unsigned char>(o, number_text(i)) == static_cast<unsigned char>(i + 1));
  }
  CHECK_FALSE(hasattr(o, number_text(Count)));
}

template <std::size_t... I>
constexpr WideFields<sizeof...(I)> filled(std::index_sequence<I...>) {
  return {static_cast<unsigned char>(I)...};
}

TEMPLATE_TEST_CASE_SIG("a class of fields only may be as wide, and costs nothing more than they do", "[slots]",
                       ((std::size_t Count), Count), 2, 65, 257) {
  using C = WideFields<Count>;
  STATIC_REQUIRE(sizeof(C) == Count);
  STATIC_REQUIRE(std::is_trivially_copyable_v<C>);
  const C o = filled(std::make_index_sequence<Count>{});
  for (std::size_t i = 0; i != Count; ++i)
    REQUIRE(getattr<unsigned char>(o, number_text(i)) == static_cast<unsigned char>(i));
}

}  // namespace unit_slots
