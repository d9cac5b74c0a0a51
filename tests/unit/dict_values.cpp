#include <slotted/dict_values.hpp>

#include <slotted/slotted.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/allocations.hpp"
#include "support/catch.hpp"
#include "support/lone_class.hpp"
#include "support/tracked.hpp"

namespace sl = slotted;
using sl::detail::boxed_value;
using sl::detail::dict_block;
using sl::detail::dict_values;
using sl::detail::hash_name;
using sl::detail::inline_value;
using sl::detail::moves_by_bytes;
using sl::detail::shape;
using sl::detail::stands_in_block;
using sl::detail::stored_value;
using support::tracked;

namespace unit_dict_values {

struct Pinned {
  int number = 0;
  explicit Pinned(int given) : number(given) {}
  Pinned(const Pinned&) = delete;
  Pinned& operator=(const Pinned&) = delete;
};
struct alignas(64) Wide {
  int number;
};
/// Knows where it lives, so that moving its bytes is no move.
struct Located {
  const Located* self;
  int number;
  explicit Located(int given) : self(this), number(given) {}
  Located(const Located& other) : self(this), number(other.number) {}
  Located(Located&& other) noexcept : self(this), number(other.number) {}
  Located& operator=(const Located& other) noexcept {
    number = other.number;
    return *this;
  }
  ~Located() { CHECK(self == this); }
};

TEST_CASE("values that move without fear stand in the block, others on the heap", "[dict_values]") {
  STATIC_REQUIRE(stands_in_block<int>);
  STATIC_REQUIRE(stands_in_block<sl::value>);
  STATIC_REQUIRE(stands_in_block<std::string>);
  STATIC_REQUIRE(stands_in_block<std::unique_ptr<int>>);
  STATIC_REQUIRE(stands_in_block<Wide>);
  STATIC_REQUIRE(stands_in_block<Located>);
  STATIC_REQUIRE_FALSE(stands_in_block<tracked>);
  STATIC_REQUIRE_FALSE(stands_in_block<Pinned>);
  STATIC_REQUIRE_FALSE(stands_in_block<const int>);  // cannot be assigned
  STATIC_REQUIRE(std::is_same_v<stored_value<int>, inline_value<int>>);
  STATIC_REQUIRE(std::is_same_v<stored_value<tracked>, boxed_value<tracked>>);
  STATIC_REQUIRE(sizeof(stored_value<Wide>) == sizeof(Wide));
  STATIC_REQUIRE(sizeof(stored_value<tracked>) == sizeof(void*));
}

TEST_CASE("bytes are moved only where that is a move", "[dict_values]") {
  STATIC_REQUIRE(moves_by_bytes<int>);
  STATIC_REQUIRE(moves_by_bytes<double*>);
  STATIC_REQUIRE(moves_by_bytes<sl::value>);
  STATIC_REQUIRE(moves_by_bytes<tracked>);
  STATIC_REQUIRE(moves_by_bytes<Pinned>);
  STATIC_REQUIRE_FALSE(moves_by_bytes<std::string>);
  STATIC_REQUIRE_FALSE(moves_by_bytes<std::unique_ptr<int>>);
  STATIC_REQUIRE_FALSE(moves_by_bytes<Located>);
}

TEST_CASE("values stand where their type may", "[dict_values]") {
  STATIC_REQUIRE(dict_values<double>::before == (sizeof(void*) > alignof(double) ? sizeof(void*) : alignof(double)));
  STATIC_REQUIRE(dict_values<char>::before == sizeof(void*));
  STATIC_REQUIRE(dict_values<Wide>::before == 64);
  STATIC_REQUIRE(dict_values<Wide>::alignment == 64);
  STATIC_REQUIRE(dict_values<double>::bytes_for(5) == dict_values<double>::before + 5 * sizeof(double));
  for (int round = 0; round != 20; ++round) {
    dict_block* const block = dict_values<Wide>::allocate(3);
    CHECK(reinterpret_cast<std::uintptr_t>(dict_values<Wide>::places(block)) % 64 == 0);
    dict_values<Wide>::free(block);
  }
}

TEST_CASE("a boxed value moves and swaps as its pointer", "[dict_values]") {
  const long before = tracked::live;
  {
    boxed_value<tracked> one(std::in_place, 1);
    tracked::operations = 0;
    tracked* const place = &one.get();
    boxed_value<tracked> two(std::move(one));
    CHECK(&two.get() == place);
    boxed_value<tracked> three(std::in_place, 3);
    three.swap(two);
    CHECK(two.get().value == 3);
    CHECK(&three.get() == place);
    CHECK(tracked::operations == 1);
    const boxed_value<tracked> copy(three);
    CHECK(tracked::operations == 2);
    boxed_value<Pinned> pinned(std::in_place, 4);
    boxed_value<Pinned> moved(std::move(pinned));
    CHECK(moved.get().number == 4);
  }
  CHECK(tracked::live == before);
}

/// What the tests do with values of each type.
template <class V>
struct making {
  static V from(int number) { return V(number); }
  static int number_of(const V& held) { return held.number; }
};
template <>
struct making<tracked> {
  static tracked from(int number) { return tracked(number); }
  static int number_of(const tracked& held) { return held.value; }
};
template <>
struct making<Wide> {
  static Wide from(int number) { return Wide{number}; }
  static int number_of(const Wide& held) { return held.number; }
};
template <>
struct making<std::string> {
  static std::string from(int number) { return "a text that is longer than a small string " + std::to_string(number); }
  static int number_of(const std::string& held) { return std::stoi(held.substr(held.rfind(' '))); }
};
template <>
struct making<sl::value> {
  static sl::value from(int number) { return number % 2 == 0 ? sl::value(number) : sl::value(std::to_string(number)); }
  static int number_of(const sl::value& held) {
    const int* const number = held.get_if<int>();
    return number ? *number : std::stoi(held.get<std::string>());
  }
};

/// A private shape of 8 names, and a block with as many values.
template <class V>
struct full_block {
  using values = dict_values<V>;
  support::lone_class owner;
  shape* names;
  dict_block* block;

  full_block() : names(owner.registry.copy_private(owner.root(), &owner.record, 8)), block(values::allocate(8)) {
    for (int i = 0; i != 8; ++i) {
      const std::string name = "name " + std::to_string(i);
      names->append(owner.registry.intern(name), hash_name(name).hash);
      put(static_cast<std::uint32_t>(i), i);
    }
  }
  full_block(const full_block&) = delete;
  full_block& operator=(const full_block&) = delete;
  ~full_block() {
    values::free(block);
    owner.registry.free_private(*names);
  }
  void put(std::uint32_t place, int number) {
    ::new (static_cast<void*>(values::places(block) + place)) stored_value<V>(std::in_place, making<V>::from(number));
  }
  void erase(std::uint32_t place) {
    values::places(block)[place].~stored_value<V>();
    owner.registry.release(*names->names()[place]);
    names->leave_hole(place);
  }
  static std::vector<int> numbers_in(dict_block* from, std::uint32_t count) {
    std::vector<int> numbers;
    for (std::uint32_t i = 0; i != count; ++i) numbers.push_back(making<V>::number_of(values::at(from, i)));
    return numbers;
  }
};

TEMPLATE_TEST_CASE("a block is moved, copied and destroyed as a whole, holes left out", "[dict_values]", sl::value,
                   std::string, tracked, Wide, Located) {
  using values = dict_values<TestType>;
  const long before = tracked::live;
  for (const bool with_holes : {false, true}) {
    full_block<TestType> full;
    std::vector<int> expected{0, 1, 2, 3, 4, 5, 6, 7};
    if (with_holes) {
      for (const std::uint32_t hole : {0u, 3u, 4u, 7u}) full.erase(hole);
      expected = {1, 2, 5, 6};
    }
    const auto count = static_cast<std::uint32_t>(expected.size());
    dict_block* const copy = values::allocate(count);
    values::copy_all(full.block, *full.names, copy);
    CHECK(full.numbers_in(copy, count) == expected);
    CHECK(making<TestType>::number_of(values::at(full.block, 5)) == 5);
    dict_block* const moved = values::allocate(count);
    values::move_all(full.block, *full.names, moved);
    CHECK(full.numbers_in(moved, count) == expected);
    full.names->close_holes();
    values::destroy_all(copy, *full.names);
    values::destroy_all(moved, *full.names);
    values::free(copy);
    values::free(moved);
  }
  CHECK(tracked::live == before);
}

TEMPLATE_TEST_CASE("only what is there is destroyed", "[dict_values]", sl::value, std::string, tracked, Located) {
  const long before = tracked::live;
  full_block<TestType> full;
  for (const std::uint32_t hole : {1u, 2u, 6u}) full.erase(hole);
  dict_values<TestType>::destroy_all(full.block, *full.names);
  CHECK(tracked::live == before);
}

TEMPLATE_TEST_CASE("one value is moved to a free place", "[dict_values]", sl::value, std::string, tracked, Located) {
  using values = dict_values<TestType>;
  full_block<TestType> full;
  dict_block* const other = values::allocate(2);
  values::move_one(full.block, 7, other, 1);
  CHECK(making<TestType>::number_of(values::at(other, 1)) == 7);
  values::move_one(other, 1, full.block, 7);
  CHECK(making<TestType>::number_of(values::at(full.block, 7)) == 7);
  values::free(other);
  values::destroy_all(full.block, *full.names);
}

TEST_CASE("a copy that throws half-way leaves no values behind", "[dict_values]") {
  using values = dict_values<tracked>;
  const long failures = support::fail_everywhere([](support::attempt& attempt) {
    full_block<tracked> full;
    full.erase(2);
    dict_block* const to = values::allocate(7);
    const long live = tracked::live;
    const bool failed = attempt([&] { values::copy_all(full.block, *full.names, to); });
    CHECK(tracked::live == (failed ? live : live + 7));
    for (const std::uint32_t place : {0u, 1u, 3u, 7u})
      CHECK(values::at(full.block, place).value == static_cast<int>(place));
    values::destroy_all(full.block, *full.names);
    full.names->close_holes();
    if (!failed) values::destroy_all(to, *full.names);
    values::free(to);
  });
  CHECK(failures == 14);
}

TEST_CASE("where there is no memory there is none, or what else there is", "[dict_values]") {
  dict_block otherwise{nullptr};
  dict_block* wide = nullptr;
  dict_block* narrow = nullptr;
  bool thrown = false;
  support::short_of_memory all_fail(1, true);
  all_fail([&] {
    wide = dict_values<Wide>::try_allocate(3, &otherwise);
    narrow = dict_values<int>::try_allocate(3, &otherwise);
    try {
      static_cast<void>(dict_values<int>::allocate(3));
    } catch (const std::bad_alloc&) {
      thrown = true;
    }
  });
  CHECK(wide == &otherwise);
  CHECK(narrow == &otherwise);
  CHECK(thrown);
  dict_block* const there = dict_values<int>::try_allocate(3, &otherwise);
  CHECK(there != &otherwise);
  dict_values<int>::free(there);
}

}  // namespace unit_dict_values
