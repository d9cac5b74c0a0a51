// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// No order of the members makes an object smaller than the one that `arrange` finds, at the start of an object or
// behind a base; and it is the declared order wherever that is as small. Compared with a search through all orders.
#include <slotted/layout.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <utility>
#include <vector>

namespace {

using slotted::extent;
constexpr std::size_t most_members = 7;
constexpr std::size_t last_start = 16;

/// What an arrangement is asked for.
struct task {
  std::vector<extent> members;
  std::size_t presence_bytes;
  std::size_t start;  // where the bases end
  std::size_t base_alignment;
};

std::size_t align_up(std::size_t offset, std::size_t alignment) {
  while (offset % alignment != 0) ++offset;
  return offset;
}

std::size_t alignment_of(const task& t) {
  std::size_t most = t.base_alignment;
  for (const extent& one : t.members) most = std::max(most, one.alignment);
  return most;
}

std::vector<extent> with_presence(const task& t) {
  std::vector<extent> all = t.members;
  if (t.presence_bytes != 0) all.push_back({t.presence_bytes, 1});
  return all;
}

/// The earliest end that any order of all[placed], all[placed + 1], ... has behind `end`.
std::size_t least_end_of_orders(std::vector<extent>& all, std::size_t placed, std::size_t end) {
  if (placed == all.size()) return end;
  std::size_t least = static_cast<std::size_t>(-1);
  for (std::size_t i = placed; i != all.size(); ++i) {
    std::swap(all[placed], all[i]);
    const std::size_t next = align_up(end, all[placed].alignment) + all[placed].size;
    least = std::min(least, least_end_of_orders(all, placed + 1, next));
    std::swap(all[placed], all[i]);
  }
  return least;
}

std::size_t least_size_of_orders(const task& t) {
  std::vector<extent> all = with_presence(t);
  return align_up(least_end_of_orders(all, 0, t.start), alignment_of(t));
}

/// The same for more members: of all orders of one subset, only the one that ends first can lead to the least size.
std::size_t least_size_of_subsets(const task& t) {
  const std::vector<extent> all = with_presence(t);
  const std::size_t subsets = std::size_t{1} << all.size();
  std::vector<std::size_t> end(subsets, static_cast<std::size_t>(-1));
  end[0] = t.start;
  for (std::size_t subset = 0; subset != subsets; ++subset)
    for (std::size_t i = 0; i != all.size(); ++i) {
      const std::size_t with = subset | (std::size_t{1} << i);
      if (with != subset) end[with] = std::min(end[with], align_up(end[subset], all[i].alignment) + all[i].size);
    }
  return align_up(end[subsets - 1], alignment_of(t));
}

/// A struct's layout; the presence bytes go into the first hole that takes them all, or behind the last member.
std::size_t declared_size(const task& t) {
  std::size_t end = t.start;
  bool waiting = t.presence_bytes != 0;
  for (const extent& one : t.members) {
    const std::size_t next = align_up(end, one.alignment);
    if (next - end >= t.presence_bytes) waiting = false;
    end = next + one.size;
  }
  return align_up(end + (waiting ? t.presence_bytes : 0), alignment_of(t));
}

std::size_t checked = 0;

[[noreturn]] void fail(const task& t, const char* what, std::size_t found, std::size_t expected) {
  std::printf("%s: found %zu, expected %zu, for members (size, alignment)", what, found, expected);
  for (const extent& one : t.members) std::printf(" (%zu, %zu)", one.size, one.alignment);
  std::printf(", %zu presence bytes, behind %zu bytes of alignment %zu\n", t.presence_bytes, t.start, t.base_alignment);
  std::exit(1);
}

template <class Arrangement>
void check_sound(const task& t, const Arrangement& found) {
  const std::vector<extent> all = with_presence(t);
  std::size_t end = t.start;
  std::array<bool, most_members + 1> seen{};
  for (std::size_t k = 0; k != all.size(); ++k) {
    const std::size_t member = found.order[k];
    if (member >= all.size() || seen[member]) fail(t, "a member that is not there, or is there twice", member, k);
    seen[member] = true;
    const std::size_t expected = align_up(end, all[member].alignment);
    if (found.offset[member] != expected) fail(t, "offset", found.offset[member], expected);
    end = expected + all[member].size;
  }
  if (found.end != end) fail(t, "end", found.end, end);
  if (found.alignment != alignment_of(t)) fail(t, "alignment", found.alignment, alignment_of(t));
}

template <class Arrangement>
void check_declared_order(const task& t, const Arrangement& found) {
  std::size_t next = 0;
  for (std::size_t k = 0; k != with_presence(t).size(); ++k)
    if (found.order[k] != t.members.size() && found.order[k] != next++)
      fail(t, "declared order left though it is as small; member", found.order[k], next - 1);
}

void check(const task& t, std::size_t least) {
  const auto found = slotted::arrange<most_members + 1>(t.members.data(), t.members.size(), t.presence_bytes, t.start,
                                                        t.base_alignment);
  check_sound(t, found);
  if (found.size() != least) fail(t, "size", found.size(), least);
  if (declared_size(t) == least) check_declared_order(t, found);

  const auto kept = slotted::arrange<most_members + 1>(t.members.data(), t.members.size(), t.presence_bytes, t.start,
                                                       t.base_alignment, true);
  check_sound(t, kept);
  check_declared_order(t, kept);
  if (kept.size() != declared_size(t)) fail(t, "size in declared order", kept.size(), declared_size(t));
  ++checked;
}

/// Calls f(members) for every multiset of `count` kinds.
template <class F>
void for_each_multiset(const std::vector<extent>& kinds, std::size_t count, const F& f, std::vector<extent>& chosen,
                       std::size_t first = 0) {
  if (chosen.size() == count) {
    f(chosen);
    return;
  }
  for (std::size_t kind = first; kind != kinds.size(); ++kind) {
    chosen.push_back(kinds[kind]);
    for_each_multiset(kinds, count, f, chosen, kind);
    chosen.pop_back();
  }
}

bool comes_before(const extent& a, const extent& b) {
  return a.alignment != b.alignment ? a.alignment < b.alignment : a.size < b.size;
}

/// Every order of every multiset of up to 5 members, against all orders.
void check_up_to_5() {
  const std::vector<extent> kinds{{1, 1}, {3, 1}, {2, 2}, {6, 2}, {4, 4}, {12, 4}, {8, 8}, {24, 8}, {16, 16}};
  std::vector<extent> chosen;
  for (std::size_t count = 0; count <= 5; ++count)
    for_each_multiset(
        kinds, count,
        [](const std::vector<extent>& members) {
          for (std::size_t presence = 0; presence <= 1; ++presence)
            for (std::size_t start = 0; start <= last_start; ++start) {
              task t{members, presence, start, start % 8 == 0 ? std::size_t{8} : std::size_t{1}};
              const std::size_t least = least_size_of_orders(t);
              std::sort(t.members.begin(), t.members.end(), comes_before);
              do check(t, least);
              while (std::next_permutation(t.members.begin(), t.members.end(), comes_before));
            }
        },
        chosen);
}

/// Every multiset of 6 and 7 members, in random orders.
void check_6_and_7(std::mt19937& random) {
  const std::vector<extent> kinds{{1, 1}, {5, 1}, {2, 2}, {4, 4}, {8, 8}, {24, 8}};
  std::vector<extent> chosen;
  for (std::size_t count = 6; count <= most_members; ++count)
    for_each_multiset(
        kinds, count,
        [&random](const std::vector<extent>& members) {
          for (std::size_t presence = 0; presence <= 1; ++presence)
            for (std::size_t start = 0; start <= last_start; ++start) {
              task t{members, presence, start, start % 2 == 0 ? std::size_t{2} : std::size_t{1}};
              const std::size_t least = least_size_of_subsets(t);
              for (int order = 0; order != 4; ++order) {
                std::shuffle(t.members.begin(), t.members.end(), random);
                check(t, least);
              }
            }
        },
        chosen);
}

/// Anything that a member, a base or a set of presence bits may be.
task random_task(std::mt19937& random, std::size_t members) {
  const auto up_to = [&random](std::size_t most) { return static_cast<std::size_t>(random()) % (most + 1); };
  task t{{}, up_to(3), up_to(last_start), std::size_t{1} << up_to(4)};
  for (std::size_t i = 0; i != members; ++i) {
    const std::size_t alignment = std::size_t{1} << up_to(6);
    t.members.push_back({alignment * (1 + up_to(alignment == 1 ? 8 : 3)), alignment});
  }
  return t;
}

void check_random(std::mt19937& random) {
  for (int round = 0; round != 5'000; ++round) {
    const task t = random_task(random, 6 + static_cast<std::size_t>(round % 2));
    check(t, least_size_of_subsets(t));
  }
}

/// The search through subsets finds what the search through all orders does.
void check_search(std::mt19937& random) {
  for (int round = 0; round != 100; ++round) {
    const task t = random_task(random, most_members);
    const std::size_t found = least_size_of_subsets(t), expected = least_size_of_orders(t);
    if (found != expected) fail(t, "least size by subsets", found, expected);
    check(t, expected);
  }
}

}  // namespace

int main() {
  std::mt19937 random(20260);
  check_search(random);
  check_up_to_5();
  check_6_and_7(random);
  check_random(random);
  std::printf("%zu arrangements have the least size\n", checked);
  return checked > 1'000'000 ? 0 : 1;
}
