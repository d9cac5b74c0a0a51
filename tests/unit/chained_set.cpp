#include <slotted/chained_set.hpp>

#include <cstddef>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "support/catch.hpp"

namespace sl = slotted;
using sl::detail::chained_set;

namespace unit_chained_set {

struct node {
  std::size_t hash;
  node* next = nullptr;
};
std::size_t hash_of(const node& one) { return one.hash; }

/// A set with the memory that its user has to give it.
struct owned_set {
  chained_set<node> set;
  std::vector<std::unique_ptr<node*[]>> arrays;

  node** rehash(std::size_t buckets) {
    arrays.push_back(std::make_unique<node*[]>(buckets));
    return set.rehash(arrays.back().get(), buckets, hash_of);
  }
  std::multiset<const node*> content() {
    std::multiset<const node*> found;
    for (std::size_t i = 0; i != set.buckets(); ++i)
      for (const node* one = set.chain(i); one; one = one->next) found.insert(one);
    return found;
  }
  bool contains(const node& asked) {
    for (const node* one = set.chain(asked.hash); one; one = one->next)
      if (one == &asked) return true;
    return false;
  }
};

TEST_CASE("an empty set owns nothing and is a constant", "[chained_set]") {
  static constinit chained_set<node> empty;
  CHECK(empty.size() == 0);
  CHECK(empty.buckets() == 1);
  CHECK(empty.chain(0) == nullptr);
  CHECK(empty.chain(~std::size_t{0}) == nullptr);
  CHECK(empty.release() == nullptr);
}

TEST_CASE("without memory all is one chain, and all is found", "[chained_set]") {
  owned_set one;
  node nodes[] = {{1}, {2}, {2}, {~std::size_t{0}}};
  for (node& each : nodes) one.set.insert(&each, each.hash);
  CHECK(one.set.size() == 4);
  CHECK(one.set.buckets() == 1);
  for (const node& each : nodes) CHECK(one.contains(each));
  one.set.remove(&nodes[1], 2);
  CHECK(one.set.size() == 3);
  CHECK_FALSE(one.contains(nodes[1]));
  CHECK(one.contains(nodes[0]));
  CHECK(one.contains(nodes[2]));
}

TEST_CASE("the first, one in the middle and the last of a chain can be removed", "[chained_set]") {
  for (std::size_t removed = 0; removed != 3; ++removed) {
    owned_set one;
    one.rehash(4);
    node nodes[] = {{6}, {6}, {6}};
    for (node& each : nodes) one.set.insert(&each, each.hash);
    one.set.remove(&nodes[removed], 6);
    for (std::size_t i = 0; i != 3; ++i) CHECK(one.contains(nodes[i]) == (i != removed));
    CHECK(one.set.size() == 2);
  }
}

TEST_CASE("a larger array takes all over, and the one before comes back", "[chained_set]") {
  owned_set one;
  std::vector<node> nodes(40);
  for (std::size_t i = 0; i != nodes.size(); ++i) nodes[i].hash = i * 0x9e3779b9u;
  for (node& each : nodes) one.set.insert(&each, each.hash);
  CHECK(one.rehash(16) == nullptr);
  CHECK(one.set.buckets() == 16);
  node** const before = one.arrays.back().get();
  CHECK(one.rehash(64) == before);
  CHECK(one.set.buckets() == 64);
  CHECK(one.set.size() == 40);
  CHECK(one.content().size() == 40);
  for (const node& each : nodes) CHECK(one.contains(each));
}

TEST_CASE("each stands in the chain of its hash only", "[chained_set]") {
  owned_set one;
  one.rehash(8);
  node nodes[] = {{0}, {1}, {8}, {9}, {15}};
  for (node& each : nodes) one.set.insert(&each, each.hash);
  for (std::size_t i = 0; i != 8; ++i)
    for (const node* each = one.set.chain(i); each; each = each->next) CHECK(each->hash % 8 == i);
}

TEST_CASE("when hashes have changed all find a place again", "[chained_set]") {
  for (const std::size_t buckets : {std::size_t{1}, std::size_t{16}}) {
    owned_set one;
    if (buckets != 1) one.rehash(buckets);
    std::vector<node> nodes(40, node{7});
    for (node& each : nodes) one.set.insert(&each, each.hash);
    CHECK(one.set.length(7) == 40);
    CHECK(one.set.length(8) == (buckets == 1 ? 40 : 0));
    for (std::size_t i = 0; i != nodes.size(); ++i) nodes[i].hash = i;
    one.set.reorder(hash_of);
    CHECK(one.set.size() == 40);
    CHECK(one.set.buckets() == buckets);
    CHECK(one.content().size() == 40);
    for (const node& each : nodes) CHECK(one.contains(each));
    CHECK(one.set.length(7) == (buckets == 1 ? 40 : 3));  // 7, 23 and 39
  }
}

TEST_CASE("an empty set gives its array away and begins again", "[chained_set]") {
  owned_set one;
  one.rehash(16);
  node only{5};
  one.set.insert(&only, 5);
  one.set.remove(&only, 5);
  CHECK(one.set.release() == one.arrays.back().get());
  CHECK(one.set.buckets() == 1);
  CHECK(one.set.size() == 0);
  one.set.insert(&only, 5);
  CHECK(one.contains(only));
}

TEST_CASE("whatever comes and goes, a set holds what it should", "[chained_set]") {
  owned_set one;
  std::vector<node> nodes(200);
  std::set<const node*> model;
  std::size_t random = 1;
  for (std::size_t i = 0; i != nodes.size(); ++i) nodes[i].hash = i % 50;  // four of each
  for (int step = 0; step != 5'000; ++step) {
    random = random * 1664525u + 1013904223u;
    node& chosen = nodes[random / 65536 % nodes.size()];
    if (model.erase(&chosen) == 1) {
      one.set.remove(&chosen, chosen.hash);
    } else {
      one.set.insert(&chosen, chosen.hash);
      model.insert(&chosen);
    }
    if (step % 1'000 == 500) one.rehash(std::size_t{4} << (step / 1'000));
    REQUIRE(one.set.size() == model.size());
    if (step % 100 == 0) REQUIRE(one.content() == std::multiset<const node*>(model.begin(), model.end()));
  }
}

}  // namespace unit_chained_set
