#include <slotted/name_lookup.hpp>

#include <slotted/slotted.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "support/last_page.hpp"

namespace sl = slotted;
using sl::detail::name_table;
using namespace slotted::literals;
using namespace std::literals;

namespace unit_name_lookup {

// Lists of names made at compile time, of kinds that are easy and hard to tell apart.

enum class kind {
  ends_differ,     // the first and the last character
  middle_differs,  // 13 characters, equal at both ends
  numbers,         // a0, a1, ... a299
  short_names,     // 1 to 3 letters
  long_names,      // 17 to 40 characters, differing in the middle
  very_long_names  // 300 characters
};

constexpr std::size_t longest_made = 300;

struct made_name {
  char text[longest_made]{};
  std::size_t size = 0;
  constexpr void add(char c) { text[size++] = c; }
  constexpr void add(std::string_view more) {
    for (const char c : more) add(c);
  }
  constexpr void add_letters(std::size_t number) {  // two letters for each number below 676
    add(static_cast<char>('a' + number / 26 % 26));
    add(static_cast<char>('a' + number % 26));
  }
  constexpr void add_digits(std::size_t number) {
    if (number >= 100) add(static_cast<char>('0' + number / 100 % 10));
    if (number >= 10) add(static_cast<char>('0' + number / 10 % 10));
    add(static_cast<char>('0' + number % 10));
  }
};

constexpr made_name make_name(kind how, std::size_t i) {
  made_name name;
  switch (how) {
    case kind::ends_differ:
      name.add(static_cast<char>('a' + i % 26));
      for (std::size_t k = 0; k != i * 7 % 11; ++k) name.add('_');
      name.add(static_cast<char>('a' + i / 26 % 26));
      break;
    case kind::middle_differs:
      name.add("same_");
      name.add_letters(i);
      name.add("_equal");
      break;
    case kind::numbers:
      name.add('a');
      name.add_digits(i);
      break;
    case kind::short_names:
      if (i < 26) {
        name.add(static_cast<char>('a' + i));
      } else {
        name.add_letters(i);
        if (i % 3 == 0) name.add('_');
      }
      break;
    case kind::long_names:
      name.add("long_name");
      name.add_letters(i);
      for (std::size_t k = 0; k != 6 + i * 5 % 24; ++k) name.add('x');
      break;
    case kind::very_long_names:
      for (std::size_t k = 0; k != 149; ++k) name.add('v');
      name.add_letters(i);
      while (name.size != longest_made) name.add('w');
      break;
  }
  return name;
}

template <kind How, std::size_t Count>
struct storage_of_names {
  made_name names[Count];
  constexpr storage_of_names() : names{} {
    for (std::size_t i = 0; i != Count; ++i) names[i] = make_name(How, i);
  }
};
template <kind How, std::size_t Count>
inline constexpr storage_of_names<How, Count> stored_names{};

template <std::size_t Count>
struct views {
  std::string_view text[Count];
};
template <kind How, std::size_t Count>
constexpr views<Count> views_of() {
  views<Count> made{};
  for (std::size_t i = 0; i != Count; ++i)
    made.text[i] = {stored_names<How, Count>.names[i].text, stored_names<How, Count>.names[i].size};
  return made;
}

template <kind How, std::size_t Count>
struct list {
  static constexpr std::size_t count = Count;
  static constexpr views<Count> all = views_of<How, Count>();
  static constexpr const std::string_view* text = all.text;
};

/// The index of a name in its list, or their number.
template <class List>
constexpr std::size_t index_of(const char* text, std::size_t size) {
  const std::size_t place = name_table<List>::find(text, size);
  return place == name_table<List>::none ? List::count : name_table<List>::name_at(place);
}

/// Everything near a name: each byte changed, every prefix, longer ones, NULs inside and behind.
template <class F>
void for_each_neighbour(const std::string& name, F&& ask) {
  ask(name);
  for (std::size_t size = 0; size < name.size(); size += name.size() > 40 ? 37u : 1u) ask(name.substr(0, size));
  for (std::size_t i = 0; i < name.size(); i += name.size() > 40 ? 29u : 1u) {
    for (const char c : {'\0', 'a', '_', '\xff'}) {
      std::string other = name;
      other[i] = c;
      ask(other);
    }
    std::string other = name;
    other.erase(i, 1);
    ask(other);
  }
  for (const char c : {'\0', 'a', '0', '\xff'}) {
    ask(name + c);
    ask(c + name);
  }
  ask(name + name);
  ask(std::string(name.size(), '\0'));
  ask(name + std::string(300, 'z'));
}

/// The same from `look_up`.
template <class List>
std::size_t index_looked_up(const char* text, std::size_t size) {
  const auto at = name_table<List>::look_up(text, size);
  return at.found ? name_table<List>::name_at(at.place) : List::count;
}

template <class List>
void agrees_with_a_map() {
  std::map<std::string, std::size_t, std::less<>> known;
  for (std::size_t i = 0; i != List::count; ++i) known.emplace(List::text[i], i);
  REQUIRE(known.size() == List::count);
  support::last_page page;
  std::size_t wrong = 0;
  const auto ask = [&](const std::string& name) {
    const std::string_view text = page.ending_with(name);
    const auto found = known.find(name);
    if (index_of<List>(text.data(), text.size()) == List::count &&
        name_table<List>::find(text.data(), text.size()) != name_table<List>::none)
      ++wrong;
    const std::size_t expected = found == known.end() ? List::count : found->second;
    if (index_of<List>(text.data(), text.size()) != expected) {
      ++wrong;
      CAPTURE(name, List::count);
      CHECK(index_of<List>(text.data(), text.size()) == expected);
    }
    if constexpr (name_table<List>::can_look_up)
      if (index_looked_up<List>(text.data(), text.size()) != expected) ++wrong;
  };
  for (const auto& [name, index] : known) for_each_neighbour(name, ask);
  ask("");
  if (index_of<List>(nullptr, 0) != List::count) ++wrong;
  std::mt19937 random(7);  // NOLINT(bugprone-random-generator-seed,cert-msc32-c,cert-msc51-cpp): the same every time
  for (int round = 0; round != 2000; ++round) {
    std::string name(random() % 20, ' ');
    for (char& c : name) c = static_cast<char>(random() % 4 == 0 ? random() % 256 : 'a' + random() % 26);
    ask(name);
  }
  CHECK(wrong == 0);
}

TEMPLATE_TEST_CASE_SIG("a table gives the answers of a std::map, names at the end of readable memory", "[name_lookup]",
                       ((kind How, std::size_t Count), How, Count), (kind::ends_differ, 1), (kind::ends_differ, 2),
                       (kind::ends_differ, 3), (kind::ends_differ, 8), (kind::ends_differ, 16), (kind::ends_differ, 33),
                       (kind::ends_differ, 64), (kind::ends_differ, 65), (kind::ends_differ, 300),
                       (kind::middle_differs, 2), (kind::middle_differs, 5), (kind::middle_differs, 16),
                       (kind::middle_differs, 17), (kind::middle_differs, 64), (kind::middle_differs, 255),
                       (kind::numbers, 1), (kind::numbers, 10), (kind::numbers, 11), (kind::numbers, 32),
                       (kind::numbers, 63), (kind::numbers, 100), (kind::numbers, 256), (kind::numbers, 300),
                       (kind::short_names, 4), (kind::short_names, 26), (kind::short_names, 40),
                       (kind::short_names, 254), (kind::short_names, 257), (kind::long_names, 1), (kind::long_names, 7),
                       (kind::long_names, 31), (kind::long_names, 128), (kind::very_long_names, 1),
                       (kind::very_long_names, 3), (kind::very_long_names, 20)) {
  agrees_with_a_map<list<How, Count>>();
}

// Lists of random names: lengths and letters drawn at compile time, told apart by a number somewhere inside.

template <std::uint32_t Seed, std::size_t Count>
struct random_list {
  static constexpr std::size_t count = Count;
  struct drawn {
    made_name names[Count];
    constexpr drawn() : names{} {
      std::uint32_t random = Seed;
      const auto next = [&random](std::uint32_t n) {
        random = random * 1664525u + 1013904223u;
        return (random >> 8u) % n;
      };
      for (std::size_t i = 0; i != Count; ++i) {
        const std::uint32_t before = next(9);
        const std::uint32_t after = next(9);
        for (std::uint32_t k = 0; k != before; ++k) names[i].add(static_cast<char>('a' + next(6)));
        names[i].add(static_cast<char>('A' + i / 26 % 26));
        names[i].add(static_cast<char>('A' + i % 26));
        for (std::uint32_t k = 0; k != after; ++k) names[i].add(static_cast<char>('a' + next(6)));
      }
    }
  };
  static constexpr drawn made{};
  static constexpr views<Count> all = [] {
    views<Count> seen{};
    for (std::size_t i = 0; i != Count; ++i) seen.text[i] = {made.names[i].text, made.names[i].size};
    return seen;
  }();
  static constexpr const std::string_view* text = all.text;
};

TEMPLATE_TEST_CASE_SIG("a table of random names gives the answers of a std::map", "[name_lookup]",
                       ((std::uint32_t Seed, std::size_t Count), Seed, Count), (1, 1), (2, 2), (3, 4), (4, 6), (5, 9),
                       (6, 12), (7, 15), (8, 16), (9, 20), (10, 24), (11, 30), (12, 32), (13, 48), (14, 60), (15, 64),
                       (16, 66), (17, 90), (18, 150), (19, 220), (20, 300)) {
  agrees_with_a_map<random_list<Seed, Count>>();
}

struct no_names {
  static constexpr std::size_t count = 0;
  static constexpr const std::string_view* text = nullptr;
};
struct one_empty_name {
  static constexpr std::size_t count = 2;
  static constexpr std::string_view text[] = {"", "a"};
};

TEST_CASE("an empty list knows no name", "[name_lookup]") {
  CHECK(index_of<no_names>("a", 1) == 0);
  CHECK(index_of<no_names>(nullptr, 0) == 0);
}

TEST_CASE("a list may hold the empty name", "[name_lookup]") {
  CHECK(index_of<one_empty_name>(nullptr, 0) == 0);
  CHECK(index_of<one_empty_name>("x", 0) == 0);
  CHECK(index_of<one_empty_name>("a", 1) == 1);
  CHECK(index_of<one_empty_name>("b", 1) == 2);
  CHECK(index_of<one_empty_name>("\0", 1) == 2);
}

TEST_CASE("a list of usual length needs no second look", "[name_lookup]") {
  STATIC_REQUIRE(name_table<list<kind::ends_differ, 16>>::is_perfect);
  STATIC_REQUIRE(name_table<list<kind::middle_differs, 16>>::is_perfect);
  STATIC_REQUIRE(name_table<list<kind::numbers, 32>>::is_perfect);
  STATIC_REQUIRE(name_table<random_list<8, 16>>::is_perfect);
}

// What a compiler asks while it makes a table, asked at run time.

/// Whether two places, or three, tell the names apart, and then a multiplier each from the others.
template <std::size_t N>
struct found_plan {
  sl::detail::name_plan plan;
  bool by_feature = false;
  bool perfect = false;

  explicit found_plan(const std::string_view (&names)[N]) {
    plan.shortest = names[0].size();
    for (const std::string_view name : names) plan.shortest = name.size() < plan.shortest ? name.size() : plan.shortest;
    std::uint32_t features[N]{};
    by_feature = choose_feature(names, N, plan, features);
    perfect = by_feature && choose_multiplier(features, N, plan);
  }
};

TEST_CASE("names that no few places tell apart are given up", "[name_lookup]") {
  // They differ behind the places that are looked at, and lie as far from the end.
  const found_plan alike(
      {"twelve_equal_characters_a_and_as_many_after"sv, "twelve_equal_characters_b_and_as_many_after"sv});
  CHECK_FALSE(alike.by_feature);
  const found_plan two({"x"sv, "y"sv});
  CHECK(two.by_feature);
  CHECK(two.perfect);
}

TEST_CASE("a long list is not asked for every two places, as that takes the compiler its time", "[name_lookup]") {
  std::string texts[40];
  std::string_view names[40];
  std::string_view few[20];
  for (std::size_t i = 0; i != 40; ++i) {
    texts[i] = "nine_same?__?ten_after_";
    texts[i][9] = "abcdefgh"[i % 8];
    texts[i][12] = "abcde"[i / 8];
    names[i] = texts[i];
    if (i < 20) few[i] = texts[i];
  }
  CHECK_FALSE(found_plan(names).by_feature);
  CHECK(found_plan(few).by_feature);
}

TEST_CASE("names that two places do not tell apart may be told apart by the middle, too", "[name_lookup]") {
  const found_plan three({"four_0_0_0_four"sv, "four_0_0_1_four"sv, "four_0_1_0_four"sv, "four_0_1_1_four"sv,
                          "four_1_0_0_four"sv, "four_1_0_1_four"sv, "four_1_1_0_four"sv, "four_1_1_1_four"sv});
  CHECK(three.plan.kind == sl::detail::name_hash::three_characters);
  CHECK(three.perfect);
}

TEST_CASE("two names of one feature have no multiplier", "[name_lookup]") {
  sl::detail::name_plan plan;
  CHECK_FALSE(sl::detail::choose_multiplier<2>({7, 7}, 2, plan));
  CHECK_FALSE(plan.perfect);
}

TEST_CASE("names that no few characters tell apart are hashed whole", "[name_lookup]") {
  constexpr std::string_view alike[] = {"twelve_equal_characters_a_and_as_many_after",
                                        "twelve_equal_characters_b_and_as_many_after"};
  constexpr std::string_view others[] = {"x", "y"};
  CHECK(sl::detail::plan_names<2>(alike, 2).kind == sl::detail::name_hash::whole_name);
  CHECK(sl::detail::plan_names<2>(others, 2).kind != sl::detail::name_hash::whole_name);
}

TEST_CASE("a name that is hashed whole shares its hash with none that is as short", "[name_lookup]") {
  std::set<std::uint32_t> hashes;
  std::size_t count = 0;
  for (char first = '0'; first <= 'z'; ++first)
    for (char second = '0'; second <= 'z'; ++second, ++count) {
      const char text[] = {first, second};
      hashes.insert(sl::detail::name_feature(sl::detail::name_hash::whole_name, text, 2, 0, 0, true));
    }
  CHECK(hashes.size() == count);
}

TEST_CASE("too many names, an empty one and a very long one are hashed whole", "[name_lookup]") {
  using sl::detail::name_hash;
  using sl::detail::plan_names;
  const std::string longest(255, 'l');
  const std::string longer(256, 'l');
  const std::string_view usual[] = {"longer", "x"};
  const std::string_view with_empty[] = {"x", ""};
  const std::string_view with_longest[] = {"x", longest};
  const std::string_view with_longer[] = {"x", longer};
  CHECK(plan_names<2>(usual, 2).shortest == 1);
  CHECK(plan_names<2>(usual, 2).longest == 6);
  CHECK(plan_names<2>(usual, 2).kind != name_hash::whole_name);
  CHECK(plan_names<2>(with_longest, 2).kind != name_hash::whole_name);
  CHECK(plan_names<2>(with_empty, 2).kind == name_hash::whole_name);
  CHECK(plan_names<2>(with_longer, 2).kind == name_hash::whole_name);
  CHECK(plan_names<2>(usual, 0).kind == name_hash::whole_name);
  constexpr std::size_t most = sl::detail::longest_perfect_list;
  std::vector<std::string> texts;
  for (std::size_t i = 0; i != most + 1; ++i) texts.push_back(std::to_string(1000 + i));
  const std::vector<std::string_view> many(texts.begin(), texts.end());
  CHECK(plan_names<most + 1>(many.data(), most + 1).kind == name_hash::whole_name);
  CHECK(plan_names<most + 1>(many.data(), most).kind != name_hash::whole_name);
}

TEST_CASE("names are found in constant expressions", "[name_lookup]") {
  using names = list<kind::numbers, 20>;
  STATIC_REQUIRE(index_of<names>("a7", 2) == 7);
  STATIC_REQUIRE(index_of<names>("a19", 3) == 19);
  STATIC_REQUIRE(index_of<names>("a20", 3) == 20);
  STATIC_REQUIRE(index_of<names>("a7b", 2) == 7);  // only as far as the given size
  STATIC_REQUIRE(index_of<names>(nullptr, 0) == 20);
  STATIC_REQUIRE(index_of<list<kind::middle_differs, 100>>("same_ab_equal", 13) == 1);
}

// The same through the verbs of a class.

struct Record
    : sl::object<Record,
                 sl::slots<sl::field<"id", int>, sl::field<"name", int>, sl::field<"installed_size", int>,
                           sl::field<"a_name_of_more_than_sixteen_characters", int, sl::alias<"Installed-Size">>>> {
  using object::object;
};

TEST_CASE("run-time names are read inside their characters and nowhere else", "[name_lookup]") {
  const Record record{1, 2, 3, 4};
  support::last_page page;
  CHECK(getattr<int>(record, page.ending_with("id")) == 1);
  CHECK(getattr<int>(record, page.ending_with("name")) == 2);
  CHECK(getattr<int>(record, page.ending_with("installed_size")) == 3);
  CHECK(getattr<int>(record, page.ending_with("a_name_of_more_than_sixteen_characters")) == 4);
  CHECK(getattr<int>(record, page.ending_with("Installed-Size")) == 4);
  for (const char* wrong :
       {"", "i", "ie", "idd", "nam", "names", "nama", "installed_siz", "installed-size", "Installed-size",
        "a_name_of_more_than_sixteen_character", "a_name_of_more_than_sixteen_characterz"})
    CHECK_FALSE(hasattr(record, page.ending_with(wrong)));
  CHECK_FALSE(hasattr(record, page.ending_with(std::string_view("id\0", 3))));
  CHECK_FALSE(hasattr(record, page.ending_with(std::string_view("\0id", 3))));
  CHECK_FALSE(hasattr(record, page.ending_with(std::string_view("i\0", 2))));
  CHECK_FALSE(hasattr(record, std::string_view()));
  CHECK_FALSE(hasattr(record, ""));
  CHECK_FALSE(hasattr(record, std::string(4000, 'n')));
  CHECK_THROWS_AS(getattr(record, std::string_view()), sl::attribute_error);
}

}  // namespace unit_name_lookup
