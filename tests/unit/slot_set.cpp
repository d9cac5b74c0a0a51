#include <slotted/slot_set.hpp>

#include <slotted/slotted.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/numbered.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_slot_set {

struct Base
    : sl::object<Base, sl::slots<sl::field<"x", double>, sl::slot<"label", std::string, sl::alias<"a label">>>> {
  using object::object;
};
struct Derived : sl::object<Derived, sl::extends<Base>,
                            sl::slots<sl::slot<"n", int>, sl::field<"secret", int, sl::hidden, sl::defaults_to<1>>>> {
  using object::object;
};
template <std::size_t Count>
struct Many : sl::object<Many<Count>, support::numbered_slots<Count>> {
  using Many::object::object;
};

template <class C>
std::vector<std::string> names_of(const sl::slot_set<C>& set) {
  std::vector<std::string> names;
  for (const std::string_view name : set) names.emplace_back(name);
  return names;
}

TEST_CASE("a set begins empty, takes slots and gives them up", "[slot_set]") {
  sl::slot_set<Derived> set;
  CHECK(set.empty());
  CHECK(set.size() == 0);
  CHECK(set.begin() == set.end());
  CHECK_FALSE(set.contains("x"_slot));
  set.insert(sl::resolve<Derived>("n"));
  set.insert(sl::resolve<Derived>("x"));
  set.insert(sl::resolve<Derived>("x"));
  CHECK_FALSE(set.empty());
  CHECK(set.size() == 2);
  CHECK(names_of(set) == std::vector<std::string>{"x", "n"});  // bases first, in declared order
  set.erase(sl::resolve<Derived>("x"));
  CHECK(names_of(set) == std::vector<std::string>{"n"});
  set.erase(sl::resolve<Derived>("x"));
  set.erase(sl::resolve<Derived>("n"));
  CHECK(set.empty());
}

TEST_CASE("a key of no slot changes nothing", "[slot_set]") {
  sl::slot_set<Derived> set;
  set.insert(sl::resolve<Derived>("nope"));
  set.insert(sl::slot_key<Derived>());
  CHECK(set.empty());
  set.insert(sl::resolve<Derived>("n"));
  set.erase(sl::slot_key<Derived>());
  CHECK(set.size() == 1);
}

TEST_CASE("contains takes every kind of name", "[slot_set]") {
  sl::slot_set<Derived> set;
  set.insert(sl::resolve<Derived>("label"));
  CHECK(set.contains("label"_slot));
  CHECK_FALSE(set.contains("x"_slot));
  CHECK(set.contains("label"));
  CHECK(set.contains(std::string("label")));
  CHECK(set.contains(std::string_view("label")));
  CHECK(set.contains("a label"));  // its alias
  CHECK(set.contains(sl::resolve<Derived>("label")));
  CHECK_FALSE(set.contains(sl::resolve<Derived>("x")));
  CHECK_FALSE(set.contains(sl::slot_key<Derived>()));
  CHECK_FALSE(set.contains("n"));
  CHECK_FALSE(set.contains("nope"));
  CHECK_FALSE(set.contains(""));
  STATIC_REQUIRE(noexcept(set.contains("label"_slot)));
  STATIC_REQUIRE(noexcept(set.contains("label")));
}

TEST_CASE("a hidden slot is found by its compile-time name only, and is gone over", "[slot_set]") {
  sl::slot_set<Derived> set;
  set.insert(sl::slot_key<Derived>::at(3));
  CHECK(set.contains("secret"_slot));
  CHECK_FALSE(set.contains("secret"));
  CHECK(names_of(set) == std::vector<std::string>{"secret"});
}

TEST_CASE("a set is a forward range of names", "[slot_set]") {
  using set_type = sl::slot_set<Derived>;
  using iterator = set_type::iterator;
  STATIC_REQUIRE(std::forward_iterator<iterator>);
  STATIC_REQUIRE_FALSE(std::bidirectional_iterator<iterator>);
  STATIC_REQUIRE(std::ranges::forward_range<const set_type>);
  STATIC_REQUIRE(std::ranges::common_range<const set_type>);
  STATIC_REQUIRE(std::is_same_v<std::ranges::range_value_t<set_type>, std::string_view>);
  STATIC_REQUIRE(std::is_same_v<std::iterator_traits<iterator>::iterator_category, std::input_iterator_tag>);
  set_type set;
  for (const char* name : {"x", "label", "n"}) set.insert(sl::resolve<Derived>(name));
  auto it = set.begin();
  CHECK(*it == "x");
  CHECK(*it++ == "x");
  CHECK(*it == "label");
  const auto second = it;
  CHECK(*++it == "n");
  CHECK(*second == "label");  // passed again
  CHECK(second != it);
  CHECK(++it == set.end());
  CHECK(std::ranges::distance(set) == 3);
  CHECK(std::ranges::find(set, std::string_view("label")) == second);
  const std::vector<std::string_view> copied(set.begin(), set.end());
  CHECK(copied == std::vector<std::string_view>{"x", "label", "n"});
  std::size_t lengths = 0;
  for (const std::size_t length : set | std::views::transform([](std::string_view name) { return name.size(); }))
    lengths += length;
  CHECK(lengths == 7);
  CHECK(iterator() == iterator());
}

TEST_CASE("an iterator gives the key for the verbs", "[slot_set]") {
  sl::slot_set<Derived> set;
  set.insert(sl::resolve<Derived>("label"));
  set.insert(sl::resolve<Derived>("n"));
  Derived d{"x"_slot = 1.0};
  for (auto it = set.begin(); it != set.end(); ++it) {
    CHECK(it.key() == sl::resolve<Derived>(*it));
    CHECK_FALSE(hasattr(d, it.key()));
  }
  setattr(d, set.begin().key(), "text");
  CHECK(getattr(d, "label") == "text");
}

TEST_CASE("for_each turns names into typed operations", "[slot_set]") {
  sl::slot_set<Derived> set;
  set.insert(sl::resolve<Derived>("label"));
  set.insert(sl::resolve<Derived>("n"));
  Derived d{"x"_slot = 1.0};
  std::string seen;
  set.for_each([&](auto slot) {
    seen += slot.name;
    using T = typename decltype(slot)::value_type;
    if constexpr (std::is_same_v<T, int>) slot.set(d, 7);
  });
  CHECK(seen == "labeln");
  CHECK(getattr(d, "n") == 7);
  CHECK_FALSE(hasattr(d, "label"));
  sl::slot_set<Derived>().for_each([](auto) { FAIL("nothing is in it"); });
}

TEST_CASE("sets are values: compared, copied, nothing on the heap", "[slot_set]") {
  using set_type = sl::slot_set<Derived>;
  STATIC_REQUIRE(std::is_trivially_copyable_v<set_type>);
  STATIC_REQUIRE(sizeof(set_type) == 8);
  set_type a;
  set_type b;
  CHECK(a == b);
  a.insert(sl::resolve<Derived>("n"));
  CHECK(a != b);
  b = a;
  CHECK(a == b);
  b.erase(sl::resolve<Derived>("n"));
  b.insert(sl::resolve<Derived>("x"));
  CHECK(a != b);
}

constexpr std::size_t lengths_at_compile_time() {
  sl::slot_set<Base> set;
  set.insert(sl::resolve<Base>("label"));
  set.insert(sl::resolve<Base>("x"));
  std::size_t lengths = 0;
  for (const std::string_view name : set) lengths += name.size();
  set.erase(sl::resolve<Base>("x"));
  set.for_each([&](auto slot) { lengths += 10 * slot.name.size(); });
  return set.contains("label"_slot) && set.contains("a label") && !set.contains("x") && set.size() == 1 ? lengths : 0;
}

TEST_CASE("all of it is constexpr", "[slot_set]") { STATIC_REQUIRE(lengths_at_compile_time() == 56); }

TEST_CASE("all slots, and those that are not in a set", "[slot_set]") {
  const auto all = sl::slot_set<Derived>::all();
  CHECK(names_of(all) == std::vector<std::string>{"x", "label", "n", "secret"});
  CHECK((~all).empty());
  CHECK(~~all == all);
  sl::slot_set<Derived> some;
  some.insert(sl::resolve<Derived>("label"));
  CHECK(names_of(~some) == std::vector<std::string>{"x", "n", "secret"});
  CHECK(~~some == some);
  STATIC_REQUIRE(sl::slot_set<Base>::all().size() == 2);
  STATIC_REQUIRE(noexcept(~some));
}

TEST_CASE("of a class without slots there is the empty set", "[slot_set]") {
  struct Empty : sl::object<Empty, sl::slots<>> {};
  sl::slot_set<Empty> set;
  CHECK(set.empty());
  CHECK(set.size() == 0);
  CHECK(set.begin() == set.end());
  CHECK_FALSE(set.contains("x"));
  set.insert(sl::resolve<Empty>("x"));
  set.insert(sl::slot_key<Empty>::at(0));
  CHECK(set.empty());
  set.for_each([](auto) { FAIL("nothing is in it"); });
  CHECK(set == sl::slot_set<Empty>());
  CHECK(set == sl::slot_set<Empty>::all());
  CHECK(set == ~set);
}

template <std::size_t Count>
void check_many() {
  using C = Many<Count>;
  CAPTURE(Count);
  sl::slot_set<C> set;
  for (std::size_t i = 0; i != Count; ++i) {
    set.insert(sl::slot_key<C>::at(i));
    REQUIRE(set.size() == i + 1);
    REQUIRE(*std::ranges::next(set.begin(), static_cast<std::ptrdiff_t>(i)) == sl::slot_names<C>[i]);
  }
  CHECK(std::ranges::equal(set, sl::slot_names<C>));
  CHECK(set == sl::slot_set<C>::all());
  CHECK((~set).empty());
  for (std::size_t i = 0; i != Count; ++i) {
    set.erase(sl::slot_key<C>::at(i));
    REQUIRE_FALSE(set.contains(sl::slot_names<C>[i]));
    REQUIRE(set.size() == Count - i - 1);
    REQUIRE((i + 1 == Count ? set.empty() : *set.begin() == sl::slot_names<C>[i + 1]));
  }
  set.insert(sl::slot_key<C>::at(Count - 1));
  CHECK(*set.begin() == sl::slot_names<C>[Count - 1]);
  CHECK(set.contains(sl::slot_names<C>[Count - 1]));
  set.insert(sl::slot_key<C>::at(Count));  // past the last
  CHECK(set.size() == 1);
  CHECK(++set.begin() == set.end());
}

TEST_CASE("sets of 1, 63, 64, 65 and 200 slots", "[slot_set]") {
  check_many<1>();
  check_many<63>();
  check_many<64>();
  check_many<65>();
  check_many<200>();
}

}  // namespace unit_slot_set
