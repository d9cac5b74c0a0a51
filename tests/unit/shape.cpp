#include <slotted/shape.hpp>

#include <slotted/slotted.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/allocations.hpp"
#include "support/catch.hpp"
#include "support/last_page.hpp"
#include "support/lone_class.hpp"
#include "support/shape_names.hpp"

namespace sl = slotted;
using sl::detail::capacity_of;
using sl::detail::grown_capacity;
using sl::detail::hash_name;
using sl::detail::hashed_name;
using sl::detail::shape;
using sl::detail::shared_capacity;
using sl::detail::shared_shape;
using sl::detail::stored_name;
using support::names_in;
using support::numbered;

namespace unit_shape {

/// A shape of either kind with names that have whatever hash the test says.
class shape_of_names {
 public:
  explicit shape_of_names(shape* made) : shape_(made) {}
  shape_of_names(const shape_of_names&) = delete;
  shape_of_names& operator=(const shape_of_names&) = delete;
  ~shape_of_names() {
    for (stored_name* const name : names_) owner_.registry.release(*name);
    shape::free(shape_);
  }

  void append(std::string_view name, std::uint32_t hash) {
    names_.push_back(owner_.registry.intern(name));
    shape_->append(names_.back(), hash);
  }
  void append(std::string_view name) { append(name, hash_name(name).hash); }

  shape& operator*() const { return *shape_; }
  shape* operator->() const { return shape_; }

 private:
  support::lone_class owner_;
  shape* shape_;
  std::vector<stored_name*> names_;
};

TEST_CASE("a name in memory has its characters behind it", "[shape]") {
  support::lone_class owner;
  support::last_page page;
  for (std::size_t size = 0; size <= 40; ++size) {
    CAPTURE(size);
    const std::string text(size, 'x');
    stored_name* const name = owner.registry.intern(text);
    CHECK(name->view() == text);
    CHECK(name->equals(page.ending_with(text)));
    CHECK_FALSE(name->equals(page.ending_with(text + "x")));
    if (size != 0) {
      std::string other = text;
      other.back() = 'y';
      CHECK_FALSE(name->equals(page.ending_with(other)));
      CHECK_FALSE(name->equals(page.ending_with(std::string_view(text).substr(1))));
    }
    owner.registry.release(*name);
  }
}

TEST_CASE("the shape of a class has no names, and finds none", "[shape]") {
  support::lone_class owner;
  const shape& root = owner.root();
  CHECK(root.real == &owner.record);
  CHECK(root.used == 0);
  CHECK(root.next_name(0) == 0);
  for (const std::uint32_t hash : {0u, 1u, 0x7fffffffu, 0x80000000u, 0xffffffffu})
    CHECK(root.find({"x", hash}) == shape::none);
  CHECK(root.find(hash_name("")) == shape::none);
  CHECK(capacity_of(root) == shared_capacity(0));
}

TEST_CASE("names of every length are found, in shapes of both kinds", "[shape]") {
  const bool is_private = GENERATE(false, true);
  constexpr std::uint32_t count = 31;
  shape_of_names names(is_private ? shape::make_private(nullptr, count) : shared_shape::make(nullptr, count));
  std::vector<std::string> texts;
  for (std::size_t i = 0; i != count; ++i) texts.push_back(std::string(i, static_cast<char>('a' + i % 26)));
  for (const std::string& text : texts) names.append(text);
  if (!is_private) names->shared().make_table();
  support::last_page page;
  for (std::uint32_t i = 0; i != count; ++i) {
    CAPTURE(is_private, i);
    CHECK(names->find(hash_name(page.ending_with(texts[i]))) == i);
    CHECK(names->find(hash_name(page.ending_with(texts[i] + "?"))) == shape::none);
    // The same hash is not the same name.
    CHECK(names->find({"another", hash_name(texts[i]).hash}) == shape::none);
  }
  CHECK(names_in(*names) == texts);
}

TEST_CASE("each number of names from 1 to 31 has a table that finds all", "[shape]") {
  for (std::uint32_t count = 1; count <= 31; ++count) {
    shape_of_names names(shared_shape::make(nullptr, count));
    for (std::size_t i = 0; i != count; ++i) names.append(numbered(i));
    names->shared().make_table();
    CAPTURE(count);
    CHECK(names->shared().multiplier != 0);
    for (std::uint32_t i = 0; i != count; ++i) REQUIRE(names->find(hash_name(numbered(i))) == i);
    CHECK(names->find(hash_name("unknown")) == shape::none);
  }
}

TEST_CASE("shared names whose hashes are equal are found one by one", "[shape]") {
  for (const std::uint32_t count : {2u, 8u, 31u}) {
    shape_of_names names(shared_shape::make(nullptr, count));
    for (std::size_t i = 0; i != count; ++i) names.append(numbered(i), 7);
    names->shared().make_table();
    CHECK(names->shared().multiplier == 0);
    for (std::uint32_t i = 0; i != count; ++i) CHECK(names->find({numbered(i), 7}) == i);
    CHECK(names->find({"unknown", 7}) == shape::none);
    CHECK(names->find({"unknown", 8}) == shape::none);
  }
}

TEST_CASE("private shapes with and without an index find all their names", "[shape]") {
  for (const std::uint32_t capacity : {1u, 7u, 8u, 9u, 31u, 100u}) {
    shape_of_names names(shape::make_private(nullptr, capacity));
    CAPTURE(capacity);
    for (std::uint32_t i = 0; i != capacity; ++i) {
      REQUIRE(names->find(hash_name(numbered(i))) == shape::none);
      names.append(numbered(i));
      REQUIRE(names->find(hash_name(numbered(i))) == i);
    }
    for (std::uint32_t i = 0; i != capacity; ++i) REQUIRE(names->find(hash_name(numbered(i))) == i);
    CHECK(names->used == capacity);
    CHECK(names->alive == capacity);
    CHECK_FALSE(names->is_keyed);
  }
}

TEST_CASE("a few private names are told apart by the first byte of their hashes", "[shape]") {
  shape_of_names names(shape::make_private(nullptr, 8));
  names.append("a", 0x01000000);
  names.append("b", 0x02000000);
  CHECK(names->find({"a", 0x01000000}) == 0);
  CHECK(names->find({"b", 0x02000000}) == 1);
  CHECK(names->find({"a", 0x02000000}) == shape::none);  // not compared with the text of "a"
}

TEST_CASE("a few private names whose hashes are equal", "[shape]") {
  for (const std::uint32_t capacity : {8u, 31u}) {
    shape_of_names names(shape::make_private(nullptr, capacity));
    for (std::size_t i = 0; i != capacity; ++i) names.append(numbered(i), 7);
    for (std::uint32_t i = 0; i != capacity; ++i) CHECK(names->find({numbered(i), 7}) == i);
    CHECK(names->find({"unknown", 7}) == shape::none);
    // The last of them is a hole: the others are found all the same.
    names->leave_hole(capacity - 1);
    for (std::uint32_t i = 0; i + 1 != capacity; ++i) CHECK(names->find({numbered(i), 7}) == i);
    CHECK(names->find({numbered(capacity - 1), 7}) == shape::none);
    CHECK_FALSE(names->is_keyed);
  }
}

TEST_CASE("a thousand names whose hashes are equal are hashed with a key", "[shape]") {
  constexpr std::uint32_t count = 1000;
  shape_of_names names(shape::make_private(nullptr, count));
  for (std::uint32_t i = 0; i != count; ++i) {
    names.append(numbered(i), 7);
    if (i < shape::longest_chain) CHECK_FALSE(names->is_keyed);
    REQUIRE(names->find({numbered(i), 7}) == i);
    REQUIRE(names->find({numbered(i / 2), 7}) == i / 2);
    REQUIRE(names->find({numbered(i + 1), 7}) == shape::none);
  }
  CHECK(names->is_keyed);
  for (std::uint32_t i = 0; i < count; i += 2) names->leave_hole(i);
  for (std::uint32_t i = 0; i != count; ++i) REQUIRE(names->find({numbered(i), 7}) == (i % 2 == 0 ? shape::none : i));
  names->close_holes();
  CHECK(names->used == count / 2);
  for (std::uint32_t i = 0; i != count; ++i)
    REQUIRE(names->find({numbered(i), 7}) == (i % 2 == 0 ? shape::none : i / 2));
  names.append("one more", 7);
  CHECK(names->find({"one more", 7}) == count / 2);
}

TEST_CASE("holes are no names where names are hashed with a key from then on", "[shape]") {
  constexpr std::uint32_t count = 200;
  shape_of_names names(shape::make_private(nullptr, count));
  for (std::uint32_t i = 0; i != 50; ++i) names.append(numbered(i), 7);
  for (std::uint32_t i = 0; i < 50; i += 2) names->leave_hole(i);
  CHECK_FALSE(names->is_keyed);
  for (std::uint32_t i = 50; i != count; ++i) names.append(numbered(i), 7);
  CHECK(names->is_keyed);
  for (std::uint32_t i = 0; i != count; ++i)
    REQUIRE(names->find({numbered(i), 7}) == (i < 50 && i % 2 == 0 ? shape::none : i));
}

TEST_CASE("names that fill an index by accident leave it as it is", "[shape]") {
  constexpr std::uint32_t count = 5000;
  shape_of_names names(shape::make_private(nullptr, count));
  for (std::uint32_t i = 0; i != count; ++i) names.append(numbered(i));
  CHECK_FALSE(names->is_keyed);
}

TEST_CASE("a deleted name is not found, and the others stay where they are", "[shape]") {
  for (const std::uint32_t capacity : {8u, 40u})
    for (const std::uint32_t deleted : {0u, 3u, 7u}) {
      shape_of_names names(shape::make_private(nullptr, capacity));
      for (std::size_t i = 0; i != 8; ++i) names.append(numbered(i));
      names->leave_hole(deleted);
      CAPTURE(capacity, deleted);
      CHECK(names->used == 8);
      CHECK(names->alive == 7);
      CHECK(names->first == (deleted == 0 ? 1 : 0));
      for (std::uint32_t i = 0; i != 8; ++i)
        CHECK(names->find(hash_name(numbered(i))) == (i == deleted ? shape::none : i));
      CHECK(names_in(*names).size() == 7);
      CHECK(names->next_name(deleted) == deleted + 1);
      if (capacity == 8) continue;
      names.append(numbered(deleted));  // the same name again, behind the others
      CHECK(names->find(hash_name(numbered(deleted))) == 8);
    }
}

TEST_CASE("the first name is known, however many were deleted", "[shape]") {
  shape_of_names names(shape::make_private(nullptr, 20));
  for (std::size_t i = 0; i != 10; ++i) names.append(numbered(i));
  names->leave_hole(1);
  CHECK(names->first == 0);
  names->leave_hole(0);
  CHECK(names->first == 2);
  names->leave_hole(5);
  CHECK(names->first == 2);
  for (std::uint32_t i = 2; i != 5; ++i) names->leave_hole(i);
  CHECK(names->first == 6);
  for (std::uint32_t i = 6; i != 10; ++i) names->leave_hole(i);
  CHECK(names->first == names->used);
  CHECK(names->alive == 0);
  CHECK(names->next_name(0) == names->used);
  names.append("again");
  CHECK(names->first == 10);
  names->close_holes();
  CHECK(names->first == 0);
  CHECK(names->used == 1);
  CHECK(names->find(hash_name("again")) == 0);
}

TEST_CASE("closing holes keeps the order and finds all", "[shape]") {
  for (const std::uint32_t capacity : {8u, 64u})
    for (unsigned holes = 0; holes != 256; ++holes) {
      shape_of_names names(shape::make_private(nullptr, capacity));
      std::vector<std::string> left;
      for (std::size_t i = 0; i != 8; ++i) names.append(numbered(i));
      for (std::uint32_t i = 0; i != 8; ++i)
        if ((holes >> i & 1u) != 0)
          names->leave_hole(i);
        else
          left.push_back(numbered(i));
      CAPTURE(capacity, holes);
      REQUIRE(names_in(*names) == left);
      names->close_holes();
      REQUIRE(names->used == left.size());
      REQUIRE(names->alive == left.size());
      REQUIRE(names_in(*names) == left);
      for (std::uint32_t i = 0; i != 8; ++i) {
        const std::uint32_t place = names->find(hash_name(numbered(i)));
        REQUIRE((holes >> i & 1u) == (place == shape::none ? 1u : 0u));
        if (place != shape::none) REQUIRE(left[place] == numbered(i));
      }
    }
}

TEST_CASE("a private shape is one block, and knows its size", "[shape]") {
  // The bytes that it says are there are there: the last one is written.
  for (const std::uint32_t capacity : {1u, 2u, 8u, 9u, 31u, 1000u}) {
    const long before = support::allocations::live;
    shape* const made = shape::make_private(nullptr, capacity);
    const long blocks = support::allocations::live - before;
    CHECK(blocks == 1);
    CHECK(made->bytes() > sizeof(shape) + capacity * sizeof(void*));
    reinterpret_cast<volatile unsigned char*>(made)[made->bytes() - 1] = 0;
    CHECK(reinterpret_cast<std::uintptr_t>(made) % alignof(shape) == 0);
    CHECK(capacity_of(*made) == capacity);
    shape::free(made);
  }
}

TEST_CASE("a block grows by steps, each with room for one more", "[shape]") {
  STATIC_REQUIRE(shared_capacity(0) == 1);
  STATIC_REQUIRE(shared_capacity(1) == 1);
  STATIC_REQUIRE(shared_capacity(2) == 3);
  STATIC_REQUIRE(shared_capacity(31) == 31);
  for (std::uint32_t used = 1; used <= 31; ++used) {
    CAPTURE(used);
    CHECK(shared_capacity(used) >= used);
    CHECK(shared_capacity(used) >= shared_capacity(used - 1));
    CHECK(shared_capacity(shared_capacity(used)) == shared_capacity(used));
  }
  std::uint32_t steps = 0;
  for (std::uint32_t used = 0; used < 1'000'000; ++steps) {
    REQUIRE(grown_capacity(used) > used);
    used = grown_capacity(used);
  }
  CHECK(steps < 40);  // a factor, not a number: adding costs O(1)
}

}  // namespace unit_shape
