#include <slotted/layout.hpp>

#include <slotted/slotted.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <type_traits>
#include <vector>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_layout {

/// The least size that any order of the members has, all of them tried.
std::size_t least_size(const std::vector<sl::extent>& members, std::size_t start, std::size_t base_alignment) {
  std::vector<std::size_t> order(members.size());
  for (std::size_t i = 0; i != order.size(); ++i) order[i] = i;
  std::size_t alignment = base_alignment;
  for (const sl::extent& one : members) alignment = std::max(alignment, one.alignment);
  std::size_t least = static_cast<std::size_t>(-1);
  do {
    std::size_t end = start;
    for (const std::size_t i : order) end = sl::detail::align_up(end, members[i].alignment) + members[i].size;
    least = std::min(least, sl::detail::align_up(end, alignment));
  } while (std::next_permutation(order.begin(), order.end()));
  return least;
}

/// No two members meet, each is aligned, none lies before `start`, and `order` names each once.
template <std::size_t N>
bool is_sound(const sl::arrangement<N>& made, const std::vector<sl::extent>& members, std::size_t start) {
  std::size_t end = start;
  std::vector<bool> seen(members.size());
  for (std::size_t k = 0; k != members.size(); ++k) {
    const std::size_t i = made.order[k];
    if (i >= members.size() || seen[i]) return false;
    seen[i] = true;
    if (made.offset[i] < end || made.offset[i] % members[i].alignment != 0) return false;
    end = made.offset[i] + members[i].size;
  }
  return made.end == end && made.size() % made.alignment == 0;
}

TEST_CASE("memory order is the declared one where that is as small as any", "[layout]") {
  constexpr sl::extent members[] = {{8, 8}, {1, 1}, {4, 4}};
  constexpr auto made = sl::arrange<4>(members, 3);
  STATIC_REQUIRE(made.order[0] == 0);
  STATIC_REQUIRE(made.order[1] == 1);
  STATIC_REQUIRE(made.order[2] == 2);
  STATIC_REQUIRE(made.size() == 16);
}

TEST_CASE("a hole is filled where the declared order leaves one that costs", "[layout]") {
  constexpr sl::extent members[] = {{1, 1}, {8, 8}, {1, 1}};
  constexpr auto made = sl::arrange<4>(members, 3);
  STATIC_REQUIRE(made.size() == 16);
  constexpr auto kept = sl::arrange<4>(members, 3, 0, 0, 1, true);
  STATIC_REQUIRE(kept.size() == 24);
  STATIC_REQUIRE(kept.offset[1] == 8);
  STATIC_REQUIRE(kept.offset[2] == 16);
}

TEST_CASE("presence bits go into a hole if there is one, else behind the last member", "[layout]") {
  constexpr sl::extent with_hole[] = {{1, 1}, {8, 8}};
  constexpr auto in_hole = sl::arrange<3>(with_hole, 2, 1, 0, 1, true);
  STATIC_REQUIRE(in_hole.offset[2] == 1);
  STATIC_REQUIRE(in_hole.size() == 16);
  constexpr sl::extent without[] = {{8, 8}, {8, 8}};
  constexpr auto behind = sl::arrange<3>(without, 2, 1);
  STATIC_REQUIRE(behind.offset[2] == 16);
  STATIC_REQUIRE(behind.size() == 24);
}

TEST_CASE("members begin behind the bases and may lie in their tail padding", "[layout]") {
  constexpr sl::extent members[] = {{2, 2}, {1, 1}};
  constexpr auto made = sl::arrange<3>(members, 2, 0, 9, 8);
  STATIC_REQUIRE(made.size() == 16);
  STATIC_REQUIRE(made.alignment == 8);
  STATIC_REQUIRE(made.offset[0] == 10);
  STATIC_REQUIRE(made.offset[1] == 12);
  constexpr sl::extent one[] = {{1, 1}};
  STATIC_REQUIRE(sl::arrange<2>(one, 1, 0, 9, 8).offset[0] == 9);
}

TEST_CASE("no members, no bytes", "[layout]") {
  constexpr auto made = sl::arrange<0>(nullptr, 0);
  STATIC_REQUIRE(made.size() == 0);
  STATIC_REQUIRE(made.alignment == 1);
}

TEST_CASE("the function is the same at run time, and always finds the least size", "[layout]") {
  std::mt19937 random(
      20260101);  // NOLINT(bugprone-random-generator-seed,cert-msc32-c,cert-msc51-cpp): the same cases every time
  constexpr sl::extent kinds[] = {{1, 1}, {2, 2},  {4, 4},  {8, 8}, {16, 16}, {3, 1},
                                  {6, 2}, {12, 4}, {24, 8}, {5, 1}, {32, 8},  {64, 64}};
  const auto pick = [&random](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
  std::size_t worse = 0;
  std::size_t unsound = 0;
  for (int round = 0; round != 1000; ++round) {
    const std::size_t count = 1 + pick(6);
    std::vector<sl::extent> members;
    for (std::size_t i = 0; i != count; ++i) members.push_back(kinds[pick(std::size(kinds))]);
    const std::size_t base_alignment = std::size_t{1} << pick(4);
    const std::size_t start = pick(3) == 0 ? pick(40) : 0;
    const std::size_t presence = pick(3);
    const auto made = sl::arrange<8>(members.data(), count, presence, start, start == 0 ? 1 : base_alignment);
    std::vector<sl::extent> all = members;
    if (presence != 0) all.push_back({presence, 1});
    if (!is_sound(made, all, start)) ++unsound;
    if (made.size() != least_size(all, start, start == 0 ? 1 : base_alignment)) ++worse;
  }
  CHECK(unsound == 0);
  CHECK(worse == 0);
}

TEST_CASE("row 59: memory order may differ from declared order, which is what people see", "[layout]") {
  struct Mixed : sl::object<Mixed, sl::slots<sl::field<"c", char>, sl::field<"a", double>, sl::field<"b", char>>> {
    using object::object;
  };
  STATIC_REQUIRE(sizeof(Mixed) == sizeof(double) + alignof(double));
  STATIC_REQUIRE(sl::slot_names<Mixed>[0] == "c");
  STATIC_REQUIRE(sl::slot_names<Mixed>[1] == "a");
  STATIC_REQUIRE(sl::slot_names<Mixed>[2] == "b");
  STATIC_REQUIRE(sl::descriptor<Mixed, "a">.index == 1);
  const Mixed m{'c', 1.0, 'b'};
  CHECK(m["c"_slot] == 'c');
  CHECK(m["a"_slot] == 1.0);
  CHECK(m["b"_slot] == 'b');
}

TEST_CASE("declared_order keeps a struct's layout, offset by offset", "[layout]") {
  struct written {
    char c;
    double a;
    char b;
    std::int16_t s;
    int i;
  };
  struct Mixed : sl::object<Mixed, sl::declared_order,
                            sl::slots<sl::field<"c", char>, sl::field<"a", double>, sl::field<"b", char>,
                                      sl::field<"s", std::int16_t>, sl::field<"i", int>>> {
    using object::object;
  };
  STATIC_REQUIRE(sizeof(Mixed) == sizeof(written));
  STATIC_REQUIRE(alignof(Mixed) == alignof(written));
  STATIC_REQUIRE(sl::descriptor<Mixed, "c">.offset == offsetof(written, c));
  STATIC_REQUIRE(sl::descriptor<Mixed, "a">.offset == offsetof(written, a));
  STATIC_REQUIRE(sl::descriptor<Mixed, "b">.offset == offsetof(written, b));
  STATIC_REQUIRE(sl::descriptor<Mixed, "s">.offset == offsetof(written, s));
  STATIC_REQUIRE(sl::descriptor<Mixed, "i">.offset == offsetof(written, i));
}

TEST_CASE("row 175: sizes grow along a chain by own slots only, into tail padding where there is some", "[layout]") {
  struct A : sl::object<A, sl::slots<sl::field<"x", std::int64_t>, sl::field<"flag", char>>> {
    using object::object;
  };
  struct B : sl::object<B, sl::extends<A>, sl::slots<sl::field<"y", char>, sl::field<"z", int>>> {
    using object::object;
  };
  struct C : sl::object<C, sl::extends<B>, sl::slots<>> {
    using object::object;
  };
  struct D : sl::object<D, sl::extends<C>, sl::slots<sl::field<"w", char>, sl::slot<"v", char>>> {
    using object::object;
  };
  // 16, 16 and 24 where an int64_t is aligned to 8
  STATIC_REQUIRE(sizeof(A) == 8 + alignof(std::int64_t));
  STATIC_REQUIRE(sizeof(B) == 16);
  STATIC_REQUIRE(sizeof(C) == sizeof(B));
  STATIC_REQUIRE(sizeof(D) == 16 + alignof(std::int64_t));
}

}  // namespace unit_layout
