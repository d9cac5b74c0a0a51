#include <slotted/entries.hpp>

#include <slotted/slotted.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

#include "support/catch.hpp"
#include "support/numbered.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using sl::detail::at;
using sl::detail::declaration_of;
using sl::detail::entries_of;
using sl::detail::found_entry;
using sl::detail::has_slot;

namespace unit_entries {

struct A : sl::object<A, sl::slots<sl::field<"x", int>, sl::slot<"y", std::string, sl::alias<"why">>>> {
  using object::object;
};
struct B : sl::object<B, sl::slots<sl::slot<"b", char>, sl::dict_slot<>>> {
  using object::object;
};
struct Plain : A {
  using A::A;
};
struct plain {
  int n = 0;
};
struct C : sl::object<C, sl::extends<Plain, plain, B>, sl::slots<sl::slot<"c", double>, sl::field<"d", int>>> {
  using object::object;
};

template <class Class>
using entries = entries_of<declaration_of<Class>>;

TEST_CASE("the entries of a class are the slots of its bases, then its own, in declared order", "[entries]") {
  STATIC_REQUIRE(entries<A>::size == 2);
  STATIC_REQUIRE(entries<C>::size == 5);  // the dict slot is none
  STATIC_REQUIRE(at<0, entries<C>>::name_type::text == "x");
  STATIC_REQUIRE(at<1, entries<C>>::name_type::text == "y");
  STATIC_REQUIRE(at<2, entries<C>>::name_type::text == "b");
  STATIC_REQUIRE(at<3, entries<C>>::name_type::text == "c");
  STATIC_REQUIRE(at<4, entries<C>>::name_type::text == "d");
  STATIC_REQUIRE(std::is_same_v<at<1, entries<C>>, at<1, entries<A>>>);
  STATIC_REQUIRE(std::is_same_v<at<1, entries<C>>::owner, A>);
  STATIC_REQUIRE(std::is_same_v<at<4, entries<C>>::owner, C>);
  STATIC_REQUIRE(at<4, entries<C>>::own_index == 1);
  STATIC_REQUIRE(at<1, entries<C>>::may_be_unset);
  STATIC_REQUIRE_FALSE(at<4, entries<C>>::may_be_unset);
}

TEST_CASE("a name is found among all of them, an alias is not", "[entries]") {
  STATIC_REQUIRE(has_slot<C, sl::slot_name<"x">>);
  STATIC_REQUIRE(has_slot<C, sl::slot_name<"b">>);
  STATIC_REQUIRE(has_slot<C, sl::slot_name<"d">>);
  STATIC_REQUIRE_FALSE(has_slot<A, sl::slot_name<"d">>);
  STATIC_REQUIRE_FALSE(has_slot<C, sl::slot_name<"why">>);
  STATIC_REQUIRE_FALSE(has_slot<C, sl::slot_name<"__dict__">>);
  STATIC_REQUIRE(found_entry<C, sl::slot_name<"b">>::index == 2);
  STATIC_REQUIRE(std::is_same_v<found_entry<C, sl::slot_name<"b">>::type, at<2, entries<C>>>);
  STATIC_REQUIRE(std::is_void_v<found_entry<C, sl::slot_name<"nothing">>>);
}

TEST_CASE("an adopted struct's members are entries, one by one", "[entries]") {
  struct Adopts : sl::object<Adopts, sl::slots<sl::slot<"before", int>, sl::fields_of<plain>, sl::slot<"after", int>>> {
    using object::object;
  };
  STATIC_REQUIRE(entries<Adopts>::size == 3);
  STATIC_REQUIRE(at<1, entries<Adopts>>::name_type::text == "n");
  STATIC_REQUIRE(sl::detail::adopted_entry<at<1, entries<Adopts>>>);
  STATIC_REQUIRE_FALSE(sl::detail::adopted_entry<at<2, entries<Adopts>>>);
}

TEST_CASE("the names as text, aliases with the slot that they belong to", "[entries]") {
  constexpr auto names = sl::detail::names_in(static_cast<entries<C>*>(nullptr));
  STATIC_REQUIRE(sizeof(names.text) / sizeof(names.text[0]) == 6);
  STATIC_REQUIRE(names.text[1] == "y");
  STATIC_REQUIRE(names.text[2] == "why");
  STATIC_REQUIRE(names.entry[1] == 1);
  STATIC_REQUIRE(names.entry[2] == 1);
  STATIC_REQUIRE(names.text[5] == "d");
  STATIC_REQUIRE(names.entry[5] == 4);
  struct Empty : sl::object<Empty, sl::slots<>> {};
  STATIC_REQUIRE_FALSE(sl::detail::find_same_names(sl::detail::names_in(static_cast<entries<Empty>*>(nullptr))).found);
}

constexpr sl::detail::same_names same(std::string_view a, std::string_view b, std::string_view c) {
  return sl::detail::find_same_names(sl::detail::name_texts<3>{{a, b, c}, {10, 20, 30}});
}

TEST_CASE("two equal names are found, the first two in their order", "[entries]") {
  STATIC_REQUIRE_FALSE(same("a", "b", "c").found);
  STATIC_REQUIRE(same("a", "b", "a").found);
  STATIC_REQUIRE(same("a", "b", "a").first == 10);
  STATIC_REQUIRE(same("a", "b", "a").second == 30);
  STATIC_REQUIRE(same("b", "a", "a").first == 20);
  STATIC_REQUIRE(same("a", "a", "a").second == 20);
  STATIC_REQUIRE_FALSE(same("a", "aa", "").found);
  STATIC_REQUIRE(same("", "x", "").found);
}

TEST_CASE("names that differ where nothing is hashed are told apart", "[entries]") {
  constexpr std::string_view one = "a_quite_long_name_with_1_in_the_middle_of_it_all";
  constexpr std::string_view two = "a_quite_long_name_with_2_in_the_middle_of_it_all";
  STATIC_REQUIRE_FALSE(same(one, two, "").found);
  STATIC_REQUIRE(same(one, two, two).first == 20);
}

TEST_CASE("a thousand names are compared in time", "[entries]") {
  struct Thousand : sl::object<Thousand, support::numbered_slots<1000>> {};
  constexpr auto names = sl::detail::names_in(static_cast<entries<Thousand>*>(nullptr));
  STATIC_REQUIRE_FALSE(sl::detail::find_same_names(names).found);
  STATIC_REQUIRE(found_entry<Thousand, sl::slot_name<"s0777">>::index == 777);
}

}  // namespace unit_entries
