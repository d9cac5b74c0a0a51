#include <slotted/cell.hpp>

#include <slotted/slotted.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <type_traits>

#include "support/catch.hpp"
#include "support/tracked.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using support::tracked;

namespace unit_cell {

template <class T>
struct Slot : sl::object<Slot<T>, sl::slots<sl::slot<"value", T>>> {
  using Slot::object::object;
};
template <class T>
struct Field : sl::object<Field<T>, sl::slots<sl::field<"value", T>>> {
  using Field::object::object;
};

TEST_CASE("a field costs its type, a slot its type and one bit", "[cell]") {
  STATIC_REQUIRE(sizeof(Field<char>) == 1);
  STATIC_REQUIRE(sizeof(Field<std::string>) == sizeof(std::string));
  STATIC_REQUIRE(sizeof(Slot<char>) == 2);
  STATIC_REQUIRE(sizeof(Slot<std::int64_t>) == 8 + alignof(std::int64_t));
  struct Eight
      : sl::object<Eight,
                   sl::slots<sl::slot<"a", char>, sl::slot<"b", char>, sl::slot<"c", char>, sl::slot<"d", char>,
                             sl::slot<"e", char>, sl::slot<"f", char>, sl::slot<"g", char>, sl::slot<"h", char>>> {
    using object::object;
  };
  struct Nine : sl::object<Nine, sl::extends<Eight>, sl::slots<sl::slot<"i", char>>> {
    using object::object;
  };
  STATIC_REQUIRE(sizeof(Eight) == 9);
  STATIC_REQUIRE(sizeof(Nine) == 11);
}

TEST_CASE("each slot has a bit of its own, in the order of declaration", "[cell]") {
  struct Many
      : sl::object<Many, sl::slots<sl::slot<"a", char>, sl::field<"b", char>, sl::slot<"c", char>, sl::slot<"d", char>,
                                   sl::slot<"e", char>, sl::slot<"f", char>, sl::slot<"g", char>, sl::slot<"h", char>,
                                   sl::slot<"i", char>, sl::slot<"j", char>>> {
    using object::object;
  };
  constexpr auto& members = sl::members<Many>;
  STATIC_REQUIRE(members[0].presence_mask == 1);
  STATIC_REQUIRE(members[1].presence_mask == 0);
  STATIC_REQUIRE(members[2].presence_mask == 2);
  STATIC_REQUIRE(members[8].presence_mask == 128);
  STATIC_REQUIRE(members[9].presence_mask == 1);
  STATIC_REQUIRE(members[9].presence_offset == members[0].presence_offset + 1);
}

TEST_CASE("the presence byte of an object holds exactly the bits that are set", "[cell]") {
  struct Three : sl::object<Three, sl::slots<sl::slot<"a", char>, sl::slot<"b", char>, sl::slot<"c", char>>> {
    using object::object;
  };
  Three t;
  const auto bits = [&t] {
    return static_cast<unsigned>(reinterpret_cast<const unsigned char*>(&t)[sl::members<Three>[0].presence_offset]);
  };
  CHECK(bits() == 0);
  setattr(t, "b"_slot, 1);
  CHECK(bits() == 2);
  setattr(t, "a"_slot, 1);
  setattr(t, "c", 1);
  CHECK(bits() == 7);
  delattr(t, "b");
  CHECK(bits() == 5);
  t = Three{};
  CHECK(bits() == 0);
}

TEST_CASE("an unset slot's memory is not touched when an object is made", "[cell]") {
  struct Large : sl::object<Large, sl::slots<sl::field<"f", int>, sl::slot<"buffer", unsigned char[1000]>>> {
    using object::object;
  };
  alignas(Large) unsigned char memory[sizeof(Large)];
  std::memset(memory, 0xa5, sizeof memory);
  unsigned char* seen = memory;
  // A compiler forgets what was there before an object; not where it does not know where "there" is.
  asm volatile("" : "+r"(seen) : : "memory");
  Large* large = new (seen) Large(3);
  asm volatile("" : "+r"(seen) : : "memory");
  const std::size_t offset = sl::descriptor<Large, "buffer">.offset;
  std::size_t untouched = 0;
  for (std::size_t i = 0; i != 1000; ++i) untouched += seen[offset + i] == 0xa5 ? 1u : 0u;
  CHECK(untouched == 1000);
  large->~Large();
}

TEST_CASE("the bit of a slot is set only when its value stands", "[cell]") {
  CHECK(support::fail_everywhere([](support::attempt& attempt) {
          Slot<tracked> o;
          const bool failed = attempt([&] { o["value"_slot].emplace(3); });
          CHECK(hasattr(o, "value") == !failed);
        }) == 2);
  CHECK(support::fail_everywhere([](support::attempt& attempt) {
          Slot<tracked[3]> o;
          const tracked three[3] = {1, 2, 3};
          const bool failed = attempt([&] { setattr(o, "value"_slot, three); });
          CHECK(hasattr(o, "value") == !failed);
        }) == 6);
}

TEST_CASE("arrays are made, copied, moved and destroyed element by element", "[cell]") {
  const long before = tracked::live;
  CHECK(support::fail_everywhere([](support::attempt& attempt) {
          const tracked two[2] = {1, 2};
          attempt([&] {
            Field<tracked[2]> f{two};
            Field<tracked[2]> copy = f;
            copy = f;
            const Field<tracked[2]> moved = std::move(copy);
            CHECK(moved["value"_slot][1].value == 2);
            CHECK(copy["value"_slot][1].value == tracked::moved_from);  // NOLINT(bugprone-use-after-move)
          });
        }) == 16);
  CHECK(support::fail_everywhere([](support::attempt& attempt) {
          const tracked grid[2][2] = {{1, 2}, {3, 4}};
          attempt([&] {
            Slot<tracked[2][2]> s;
            setattr(s, "value"_slot, grid);
            setattr(s, "value"_slot, grid);
            const Slot<tracked[2][2]> copy = s;
            CHECK(getattr(copy, "value"_slot)[1][0].value == 3);
          });
        }) > 0);
  CHECK(tracked::live == before);
}

TEST_CASE("an array stored in itself stays what it is", "[cell]") {
  Slot<std::string[2]> s;
  const std::string two[2] = {std::string(100, 'a'), "b"};
  setattr(s, "value"_slot, two);
  setattr(s, "value"_slot, getattr(s, "value"_slot));
  CHECK(getattr(s, "value"_slot)[0] == std::string(100, 'a'));
}

}  // namespace unit_cell
