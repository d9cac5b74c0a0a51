#include <slotted/weak_value_map.hpp>

#include <slotted/slotted.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/allocations.hpp"
#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_weak_value_map {

struct W : sl::object<W, sl::slots<sl::slot<"x", int>, sl::weakref_slot>> {
  using object::object;
};
using map = sl::weak_value_map<std::string, W>;

TEST_CASE("row 139: an entry goes with its object", "[weak_value_map]") {
  auto w = std::make_unique<W>(1);
  W other(2);
  map m;
  CHECK(m.empty());
  CHECK(m.try_emplace("k", *w).second);
  CHECK(m.try_emplace("other", other).second);
  CHECK(m.size() == 2);
  CHECK(m.get("k") == w.get());
  w.reset();
  CHECK(m.size() == 1);
  CHECK_FALSE(m.empty());
  CHECK(m.get("k") == nullptr);
  CHECK_FALSE(m.contains("k"));
  CHECK(m.find("k") == m.end());
  CHECK_FALSE(m.lock("k"));
  CHECK_THROWS_AS(m.at("k"), std::out_of_range);
  CHECK(m.erase("k") == 0);
  CHECK(m.begin()->first == "other");
  CHECK(std::next(m.begin()) == m.end());
}

TEST_CASE("looking up", "[weak_value_map]") {
  W w(1);
  map m;
  m.try_emplace("k", w);
  const map& c = m;
  CHECK(c.contains("k"));
  CHECK_FALSE(c.contains("none"));
  CHECK(&c.at("k") == &w);
  CHECK(c.get("k") == &w);
  CHECK(c.get("none") == nullptr);
  CHECK(c.lock("k").get() == &w);
  CHECK_FALSE(c.lock("none"));
  CHECK(c.find("k")->first == "k");
  CHECK(c.find("k")->second.get() == &w);
  CHECK(c.find("none") == c.end());
  CHECK_THROWS_AS(c.at("none"), std::out_of_range);
  c.at("k").set("x"_slot, 5);
  CHECK(w.get("x"_slot) == 5);
}

TEST_CASE("inserting: try_emplace keeps what lives, insert_or_assign replaces it", "[weak_value_map]") {
  W a(1);
  W b(2);
  map m;
  const auto [first, is_new] = m.try_emplace("k", a);
  CHECK(is_new);
  CHECK(first->second.get() == &a);
  const auto [same, again] = m.try_emplace("k", b);
  CHECK_FALSE(again);
  CHECK(same->second.get() == &a);
  CHECK(sl::weak_count(b) == 0);
  const auto [replaced, was_free] = m.insert_or_assign("k", b);
  CHECK_FALSE(was_free);
  CHECK(replaced->second.get() == &b);
  CHECK(sl::weak_count(a) == 0);
  CHECK(m.insert_or_assign("l", a).second);
  CHECK(m.size() == 2);
  sl::expire(b);
  const auto [taken, of_dead] = m.try_emplace("k", a);
  CHECK(of_dead);
  CHECK(taken->second.get() == &a);
  sl::expire(a);
  W c(3);
  CHECK(m.insert_or_assign("k", c).second);
  CHECK(m.size() == 1);
}

TEST_CASE("erasing", "[weak_value_map]") {
  std::vector<W> objects(10);
  sl::weak_value_map<int, W> m;
  for (int i = 0; i != 10; ++i) m.try_emplace(i, objects[static_cast<std::size_t>(i)]);
  CHECK(m.erase(3) == 1);
  CHECK(m.erase(3) == 0);
  CHECK(m.size() == 9);
  std::set<int> left;
  for (auto at = m.begin(); at != m.end();) {
    if (at->first % 2 == 0) {
      at = m.erase(at);
    } else {
      left.insert(at->first);
      at++;
    }
  }
  CHECK(left == std::set{1, 5, 7, 9});
  CHECK(m.size() == 4);
  m.clear();
  CHECK(m.empty());
  CHECK(sl::weak_count(objects[1]) == 0);
}

TEST_CASE("erasing at an iterator skips the dead behind it", "[weak_value_map]") {
  std::vector<std::unique_ptr<W>> objects;
  sl::weak_value_map<int, W> m;
  for (int i = 0; i != 8; ++i) {
    objects.push_back(std::make_unique<W>());
    m.try_emplace(i, *objects.back());
  }
  const auto first = m.begin();
  auto at = first;
  for (++at; at != m.end(); ++at) objects[static_cast<std::size_t>(at->first)].reset();
  CHECK(m.erase(first) == m.end());
  CHECK(m.empty());
}

TEST_CASE("iteration sees the living only, each once", "[weak_value_map]") {
  STATIC_REQUIRE(std::forward_iterator<map::iterator>);
  STATIC_REQUIRE(std::is_same_v<map::iterator, map::const_iterator>);
  STATIC_REQUIRE(std::is_same_v<map::value_type, std::pair<const std::string, sl::weak_ref<W>>>);
  STATIC_REQUIRE(std::is_same_v<map::key_type, std::string>);
  STATIC_REQUIRE(std::is_same_v<map::mapped_type, sl::weak_ref<W>>);
  std::vector<std::unique_ptr<W>> objects;
  map m;
  for (int i = 0; i != 100; ++i) {
    objects.push_back(std::make_unique<W>(i));
    m.try_emplace(std::to_string(i), *objects.back());
  }
  for (std::size_t i = 0; i < 100; i += 3) objects[i].reset();
  std::map<std::string, int> seen;
  for (const auto& [key, reference] : m) seen[key] += reference.get()->get("x"_slot);
  CHECK(seen.size() == 66);
  CHECK(m.size() == 66);
  CHECK(std::all_of(seen.begin(), seen.end(), [](const auto& one) { return one.first == std::to_string(one.second); }));
  CHECK(std::count_if(m.begin(), m.end(), [](const auto& one) { return one.second.expired(); }) == 0);
  const map empty;
  CHECK(empty.begin() == empty.end());
  map::iterator unset;
  unset = m.begin();
  CHECK(unset == m.begin());
}

TEST_CASE("an object that is moved stays in the map", "[weak_value_map]") {
  std::vector<W> objects;
  sl::weak_value_map<int, W> m;
  for (int i = 0; i != 50; ++i) m.try_emplace(i, objects.emplace_back(i));
  for (int i = 0; i != 50; ++i) CHECK(m.get(i) == &objects[static_cast<std::size_t>(i)]);
}

TEST_CASE("the memory of dead entries goes when others come", "[weak_value_map]") {
  sl::weak_value_map<int, W> m;
  W lives;
  m.try_emplace(-1, lives);
  for (int i = 0; i != 50; ++i) {
    W dies;
    m.try_emplace(i, dies);
  }
  const long before = support::allocations::live;
  long most = 0;
  for (int i = 0; i != 20000; ++i) {
    W dies;
    if (i % 2 == 0)
      m.try_emplace(i, dies);
    else
      m.insert_or_assign(i, dies);
    most = std::max(most, support::allocations::live - before);
  }
  CHECK(most < 100);
  CHECK(m.size() == 1);
  CHECK(m.contains(-1));
  CHECK(m.purge() < 50);
  CHECK(m.purge() == 0);
  CHECK(m.get(-1) == &lives);

  // As many living ones as one likes.
  std::vector<std::unique_ptr<W>> objects;
  for (int i = 0; i != 1000; ++i) m.insert_or_assign(i, *objects.emplace_back(std::make_unique<W>(i)));
  CHECK(m.size() == 1001);
  objects.clear();
  CHECK(m.size() == 1);
  CHECK(m.purge() == 1000);
}

struct text_hash {
  using is_transparent = void;
  static inline int of_strings = 0;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  std::size_t operator()(const std::string& text) const {
    ++of_strings;
    return std::hash<std::string_view>{}(text);
  }
  std::size_t operator()(const char* text) const { return std::hash<std::string_view>{}(text); }
};

TEST_CASE("a transparent hash looks text up without making a string", "[weak_value_map]") {
  W w(1);
  sl::weak_value_map<std::string, W, text_hash, std::equal_to<>> m;
  m.try_emplace("a key that is longer than a small string", w);
  constexpr std::string_view key = "a key that is longer than a small string";
  text_hash::of_strings = 0;
  const long before = support::allocations::asked;
  const bool found = m.contains(key) && m.get(key) == &w && &m.at(key) == &w && m.find(key) != m.end() &&
                     !m.contains(key.substr(1)) && m.lock(key).get() == &w;
  CHECK(support::allocations::asked == before);
  CHECK(found);
  CHECK(text_hash::of_strings == 0);
  CHECK(m.erase(key) == 1);
  CHECK(m.empty());
}

struct pointer_hash {
  std::size_t operator()(const std::unique_ptr<int>& held) const { return std::hash<int>{}(*held); }
};
struct pointer_equal {
  bool operator()(const std::unique_ptr<int>& a, const std::unique_ptr<int>& b) const { return *a == *b; }
};

TEST_CASE("keys that can only be moved", "[weak_value_map]") {
  W w(1);
  sl::weak_value_map<std::unique_ptr<int>, W, pointer_hash, pointer_equal> m;
  CHECK(m.try_emplace(std::make_unique<int>(5), w).second);
  CHECK_FALSE(m.try_emplace(std::make_unique<int>(5), w).second);
  CHECK(m.get(std::make_unique<int>(5)) == &w);
  CHECK(m.insert_or_assign(std::make_unique<int>(6), w).second);
  CHECK(m.size() == 2);
  sl::weak_value_map other(std::move(m));
  CHECK(other.erase(std::make_unique<int>(5)) == 1);
}

TEST_CASE("maps are copied, moved and swapped", "[weak_value_map]") {
  W a(1);
  W b(2);
  map m;
  m.try_emplace("a", a);
  map copy(m);
  copy.try_emplace("b", b);
  CHECK(m.size() == 1);
  CHECK(copy.size() == 2);
  CHECK(sl::weak_count(a) == 2);
  swap(m, copy);
  CHECK(m.contains("b"));
  m.swap(copy);
  CHECK_FALSE(m.contains("b"));
  map moved(std::move(copy));
  CHECK(moved.size() == 2);
  m = moved;
  CHECK(m.get("b") == &b);
  m = map();
  CHECK(m.empty());
}

TEST_CASE("an object in several maps, also under several keys; const objects", "[weak_value_map]") {
  W w(1);
  map m;
  sl::weak_value_map<int, const W> n;
  m.try_emplace("a", w);
  m.try_emplace("b", w);
  n.try_emplace(1, w);
  CHECK(m.find("a")->second == m.find("b")->second);
  STATIC_REQUIRE(std::is_same_v<decltype(n.at(1)), const W&>);
  CHECK(&n.at(1) == &w);
  sl::expire(w);
  CHECK(m.empty());
  CHECK(n.empty());
}

TEST_CASE("no memory for an entry: the map is as it was", "[weak_value_map]") {
  // Blocks that the thread keeps are in use: each step asks for memory.
  std::vector<W> in_use(2 * sl::detail::weak_memory::most_kept);
  std::vector<sl::weak_ref<W>> references;
  for (W& w : in_use) references.emplace_back(w);
  int failures = 0;
  for (const bool assigns : {false, true})
    for (long n = 1;; ++n) {
      W lives(1);
      map m;
      m.try_emplace("lives", lives);
      W object(2);
      support::short_of_memory one(n, false);
      const bool failed = one([&] {
        if (assigns)
          m.insert_or_assign("a key that is longer than a small string", object);
        else
          m.try_emplace("a key that is longer than a small string", object);
      });
      CHECK(m.size() == (failed ? 1 : 2));
      CHECK(m.purge() == 0);  // nor is there an entry of nothing
      CHECK(sl::weak_count(object) == (failed ? 0 : 1));
      CHECK(m.get("lives") == &lives);
      references.emplace_back(lives);
      references.emplace_back(object);
      if (!one.reached()) break;
      failures += failed;
    }
  CHECK(failures >= 6);  // for each: the key, the entry, the block
}

/// A key whose move or hash throws.
struct bad_key {
  int number;
  static inline bool throws = false;
  bool operator==(const bad_key&) const = default;
};
struct bad_hash {
  std::size_t operator()(const bad_key& key) const {
    if (bad_key::throws) throw std::runtime_error("hash");
    return static_cast<std::size_t>(key.number);
  }
};

TEST_CASE("a hash that throws", "[weak_value_map]") {
  W w(1);
  sl::weak_value_map<bad_key, W, bad_hash> m;
  m.try_emplace(bad_key{1}, w);
  bad_key::throws = true;
  CHECK_THROWS_WITH(m.try_emplace(bad_key{2}, w), "hash");
  CHECK_THROWS_WITH(m.insert_or_assign(bad_key{2}, w), "hash");
  bad_key::throws = false;
  CHECK(m.size() == 1);
  CHECK(sl::weak_count(w) == 1);
}

}  // namespace unit_weak_value_map
