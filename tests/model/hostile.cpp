// Names that somebody chose because they collide: 2^14 that std::hash of libstdc++ takes for the same, and 2^14 that
// this library's own unkeyed hash takes for the same, each set and found in one object. Counts are checked always; with
// --time the times, too, as ratios to random names of the same length: the best of several rounds.
#include <slotted/slotted.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace {

constexpr unsigned choices = 14;  // bits: 2^14 names
constexpr std::size_t name_count = std::size_t{1} << choices;
constexpr std::size_t name_size = 16 * choices;

using names = std::vector<std::string>;

struct Bag : slotted::object<Bag, slotted::slots<slotted::dict_slot<int>>> {
  using object::object;
};

int failures = 0;

void expect(bool holds, const char* what) {
  std::printf("%s  %s\n", holds ? "yes" : "NO ", what);
  failures += holds ? 0 : 1;
}

std::uint64_t random_word() {
  static std::uint64_t state = 0x853c49e6748fea9bu;
  state ^= state >> 12u;
  state ^= state << 25u;
  state ^= state >> 27u;
  return state * 0x2545f4914f6cdd1du;
}

// Murmur-64A, which libstdc++ has for 64 bits, takes a word w, makes m(w) of it, and goes on with (hash ^ m(w)) * k. A
// difference in the top bit stays one through a multiplication by an odd number, so that a difference of m in the top
// bit of a word is undone by one in the top bit of the next: whatever the hash was before, two words and their twins
// leave the same behind. A pair for each bit of a number makes 2^14 names.

#if defined(__GLIBCXX__)
constexpr bool std_hash_is_murmur_64 = sizeof(std::size_t) == 8;
#else
constexpr bool std_hash_is_murmur_64 = false;
#endif

constexpr std::uint64_t murmur_multiplier = 0xc6a4a7935bd1e995u;

constexpr std::uint64_t inverse(std::uint64_t odd) {
  std::uint64_t found = odd;  // right in 3 bits, and in twice as many after each step
  for (int i = 0; i != 5; ++i) found *= 2 - odd * found;
  return found;
}
static_assert(inverse(murmur_multiplier) * murmur_multiplier == 1);

constexpr std::uint64_t mix(std::uint64_t word) {
  word *= murmur_multiplier;
  return (word ^ word >> 47u) * murmur_multiplier;
}
constexpr std::uint64_t unmix(std::uint64_t mixed) {
  mixed *= inverse(murmur_multiplier);
  return (mixed ^ mixed >> 47u) * inverse(murmur_multiplier);
}
static_assert(unmix(mix(0x0123456789abcdefu)) == 0x0123456789abcdefu);

names colliding_in_libstdcxx() {
  constexpr std::uint64_t top = std::uint64_t{1} << 63u;
  std::array<std::array<std::uint64_t, 2>, 2 * choices> words;  // each with its twin
  for (auto& [word, twin] : words) {
    word = random_word();
    twin = unmix(mix(word) ^ top);
  }
  names all(name_count, std::string(name_size, '\0'));
  for (std::size_t n = 0; n != name_count; ++n)
    for (std::size_t i = 0; i != words.size(); ++i) std::memcpy(all[n].data() + 8 * i, &words[i][n >> (i / 2) & 1u], 8);
  return all;
}

/// The unkeyed hash looks at four words of a long name: the first, the last and two between. These differ elsewhere.
names colliding_in_slotted() {
  names all(name_count, std::string(name_size, 'x'));
  for (std::size_t n = 0; n != name_count; ++n)
    for (std::size_t i = 0; i != choices; ++i) all[n][8 + i] = static_cast<char>('a' + (n >> i & 1u));
  return all;
}

names random_names() {
  names all(name_count, std::string(name_size, '\0'));
  for (std::string& name : all)
    for (char& character : name) character = static_cast<char>(random_word() >> 56u);
  return all;
}

template <class Hash>
bool have_one_hash(const names& all, const Hash& hash) {
  return std::all_of(all.begin(), all.end(), [&](const std::string& name) { return hash(name) == hash(all.front()); });
}
bool are_different(names all) {
  std::sort(all.begin(), all.end());
  return std::adjacent_find(all.begin(), all.end()) == all.end();
}

bool all_found(const Bag& bag, const names& all) {
  for (std::size_t i = 0; i != all.size(); ++i) {
    const int* const found = slotted::find_attr<int>(bag, all[i]);
    if (!found || *found != static_cast<int>(i)) return false;
  }
  return true;
}
void set_all(Bag& bag, const names& all) {
  int number = 0;
  for (const std::string& name : all) setattr(bag, name, number++);
}

/// The hashes as a shape keeps them, which are nobody else's business.
struct opened_shape : slotted::detail::shape {
  static const std::uint32_t* hashes_of(const slotted::detail::shape& shape) {
    constexpr auto hashes =
        static_cast<const std::uint32_t* (slotted::detail::shape::*)() const noexcept>(&opened_shape::hashes);
    return (shape.*hashes)();
  }
};

/// The most names whose hashes, as the object keeps them, have the same `bits` upper bits.
std::size_t most_in_one_place(const Bag& bag, unsigned bits) {
  const slotted::detail::shape& shape = slotted::detail::dict_of(bag).names();
  std::unordered_map<std::uint32_t, std::size_t> counts;
  std::size_t most = 0;
  for (std::uint32_t place = 0; place != shape.used; ++place)
    if (shape.names()[place]) most = std::max(most, ++counts[opened_shape::hashes_of(shape)[place] >> (32 - bits)]);
  return most;
}
bool is_keyed(const Bag& bag) { return slotted::detail::dict_of(bag).names().is_keyed; }

void check_counts(const char* what, const names& all, bool collide_here) {
  std::printf("%s\n", what);
  expect(are_different(all), "the names are different");
  Bag bag;
  set_all(bag, all);
  expect(slotted::vars(bag).size() == all.size(), "all are there");
  expect(all_found(bag, all), "all are found, each with its value");
  expect(is_keyed(bag) == collide_here, collide_here ? "the shape has a keyed hash" : "the shape needs no keyed hash");
  std::printf("     at most %zu of them have one hash, %zu one place in a table for as many\n",
              most_in_one_place(bag, 32), most_in_one_place(bag, choices));
  expect(most_in_one_place(bag, 32) <= 4, "their hashes differ");
  expect(most_in_one_place(bag, choices) <= 32, "each has few to compare with");
  const Bag copy = bag;
  expect(all_found(copy, all), "all are found in a copy");
  expect(is_keyed(copy) == collide_here && most_in_one_place(copy, 32) <= 4, "whose hashes differ, too");
  for (std::size_t i = 0; i != all.size(); i += 2) delattr(bag, all[i]);
  bool half = slotted::vars(bag).size() == all.size() / 2;
  for (std::size_t i = 0; i != all.size(); ++i) half = half && hasattr(bag, all[i]) == (i % 2 == 1);
  expect(half, "half of them are deleted, and only these");
}

template <class F>
double seconds(const F& f) {
  const auto begin = std::chrono::steady_clock::now();
  f();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}
template <class Map>
bool fill_and_find(const names& all) {
  Map map;
  int number = 0;
  for (const std::string& name : all) map.emplace(name, number++);
  bool found = true;
  for (const std::string& name : all) found = found && map.find(name) != map.end();
  return found;
}
bool fill_and_find_in_bag(const names& all) {
  Bag bag;
  set_all(bag, all);
  return all_found(bag, all);
}

/// The best of several rounds, until it is short enough or nothing helps: a busy machine makes it longer, never
/// shorter.
template <class Task, class Other>
double best_ratio(double enough, const Task& task, const Other& other) {
  double of_task = 1e9;
  double of_other = 1e9;
  for (int round = 0; round != 30 && (round < 5 || of_task > enough * of_other); ++round) {
    of_task = std::min(of_task, seconds(task));
    of_other = std::min(of_other, seconds(other));
  }
  return of_task / of_other;
}

void check_times(const names& random, const names& against_std, const names& against_slotted) {
  const auto in_bag = [](const names& all) {
    return [&all] {
      if (!fill_and_find_in_bag(all)) ++failures;
    };
  };
  const auto in_map = [](const names& all) {
    return [&all] {
      if (!fill_and_find<std::unordered_map<std::string, int>>(all)) ++failures;
    };
  };
  const double ours = best_ratio(4, in_bag(against_slotted), in_bag(random));
  std::printf("     names against this library: %.2f times the time of random ones\n", ours);
  expect(ours <= 4, "at most 4 times");
  const double theirs = best_ratio(4, in_bag(against_std), in_bag(random));
  std::printf("     names against std::hash: %.2f times the time of random ones\n", theirs);
  expect(theirs <= 4, "at most 4 times");
  if (!std_hash_is_murmur_64) return;
  const double random_time = std::min({seconds(in_map(random)), seconds(in_map(random)), seconds(in_map(random))});
  const double map = seconds(in_map(against_std)) / random_time;
  std::printf("     std::unordered_map: %.0f times\n", map);
  expect(map >= 50, "std::unordered_map: at least 50 times");
}

}  // namespace

int main(int count, char** arguments) {
  const bool with_times = count == 2 && std::strcmp(arguments[1], "--time") == 0;
  const names random = random_names();
  const names against_std = colliding_in_libstdcxx();
  const names against_slotted = colliding_in_slotted();
  if (std_hash_is_murmur_64)
    expect(have_one_hash(against_std, std::hash<std::string>()), "names against std::hash have one hash there");
  expect(have_one_hash(against_slotted, [](std::string_view name) { return slotted::detail::hash_name(name).hash; }),
         "names against this library have one hash there");
  if (with_times) {
    check_times(random, against_std, against_slotted);
  } else {
    check_counts("random names", random, false);
    check_counts("names against std::hash", against_std, true);  // of 16 hashes here
    check_counts("names against this library", against_slotted, true);
  }
  return failures == 0 ? 0 : 1;
}
