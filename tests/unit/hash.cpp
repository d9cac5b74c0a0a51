#include <slotted/hash.hpp>

#include <slotted/slotted.hpp>

#include <bitset>
#include <concepts>
#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_hash {

template <class T>
concept hashable = std::is_default_constructible_v<std::hash<T>> && requires(const T& value) {
  { std::hash<T>{}(value) } -> std::same_as<std::size_t>;
};

template <class T>
std::size_t hash(const T& value) {
  return std::hash<T>{}(value);
}

struct Pair : sl::object<Pair, sl::slots<sl::field<"first", int>, sl::slot<"second", int>, sl::slot<"third", int>>> {
  using object::object;
};
struct Person : sl::object<Person, sl::slots<sl::field<"name", std::string>, sl::slot<"age", int>>> {
  using object::object;
};

TEST_CASE("mixing depends on the order and on every bit", "[hash]") {
  using sl::detail::mix_hashes;
  STATIC_REQUIRE(mix_hashes(1, 2) != mix_hashes(2, 1));
  STATIC_REQUIRE(mix_hashes(0, 0) != 0);
  STATIC_REQUIRE(mix_hashes(0, 1) != mix_hashes(0, 0));
  STATIC_REQUIRE(mix_hashes(mix_hashes(0, 1), 2) != mix_hashes(mix_hashes(0, 2), 1));
  std::unordered_set<std::size_t> mixed;
  for (std::size_t bit = 0; bit != static_cast<std::size_t>(std::numeric_limits<std::size_t>::digits); ++bit) {
    mixed.insert(mix_hashes(7, std::size_t{1} << bit));
    mixed.insert(mix_hashes(std::size_t{1} << bit, 7));
  }
  CHECK(mixed.size() == 2 * static_cast<std::size_t>(std::numeric_limits<std::size_t>::digits));
}

TEST_CASE("of hashes of small numbers each bit is set in about half", "[hash]") {
  constexpr std::size_t numbers = 4096;
  for (unsigned bit = 0; bit != 8 * sizeof(std::size_t); ++bit) {
    CAPTURE(bit);
    std::size_t set = 0;
    for (std::size_t i = 0; i != numbers; ++i) set += sl::detail::mix_hashes(0, i) >> bit & 1u;
    CHECK(set > numbers * 2 / 5);
    CHECK(set < numbers * 3 / 5);
  }
}

TEST_CASE("equal objects have equal hashes, whatever an unset slot held", "[hash]") {
  CHECK(hash(Pair{1, 2}) == hash(Pair{1, 2}));
  CHECK(hash(Person{"ann", 3}) == hash(Person{std::string("a") + "nn", 3}));
  Pair was_set{1, 77};
  delattr(was_set, "second");
  CHECK(was_set == Pair{1});
  CHECK(hash(was_set) == hash(Pair{1}));
}

TEST_CASE("objects that differ mostly have different hashes", "[hash]") {
  CHECK(hash(Pair{1, 2}) != hash(Pair{2, 1}));
  CHECK(hash(Pair{1, 2, 3}) != hash(Pair{1, 3, 2}));
  CHECK(hash(Pair{1}) != hash(Pair{1, 0}));
  CHECK(hash(Pair{0}) != hash(Pair{0, 0}));
  CHECK(hash(Pair{0, 0}) != hash(Pair{0, 0, 0}));
  CHECK(hash(Pair{"first"_slot = 1, "second"_slot = 2}) != hash(Pair{"first"_slot = 1, "third"_slot = 2}));
  std::unordered_set<std::size_t> hashes;
  for (int i = 0; i != 20; ++i)
    for (int k = 0; k != 20; ++k)
      for (int m = 0; m != 20; ++m) hashes.insert(hash(Pair{i, k, m}));
  CHECK(hashes.size() == 8000);
}

TEST_CASE("low bits of the hash differ, too", "[hash]") {
  std::unordered_set<std::size_t> low;
  for (int i = 0; i != 64; ++i) low.insert(hash(Pair{i << 20}) % 1024);
  CHECK(low.size() > 48);
}

TEST_CASE("every kind of slot is hashed", "[hash]") {
  struct Kinds : sl::object<Kinds, sl::slots<sl::field<"r", int, sl::readonly>, sl::field<"c", const int>,
                                             sl::slot<"h", int, sl::hidden>, sl::slot<"cs", const int>,
                                             sl::field<"d", int, sl::defaults_to<7>>>> {
    using object::object;
  };
  const auto make = [](int r, int c, int h, int cs, int d) {
    return Kinds{"r"_slot = r, "c"_slot = c, "h"_slot = h, "cs"_slot = cs, "d"_slot = d};
  };
  const std::size_t all = hash(make(1, 2, 3, 4, 5));
  CHECK(all == hash(make(1, 2, 3, 4, 5)));
  CHECK(all != hash(make(0, 2, 3, 4, 5)));
  CHECK(all != hash(make(1, 0, 3, 4, 5)));
  CHECK(all != hash(make(1, 2, 0, 4, 5)));
  CHECK(all != hash(make(1, 2, 3, 0, 5)));
  CHECK(all != hash(make(1, 2, 3, 4, 0)));
}

TEST_CASE("arrays are hashed by their elements, in order", "[hash]") {
  struct Arrays
      : sl::object<Arrays,
                   sl::slots<sl::slot<"line", std::string[2]>, sl::field<"grid", int[2][2], sl::defaults_to<>>>> {
    using object::object;
  };
  const auto line = [](const char* a, const char* b) {
    const std::string values[2] = {a, b};
    return Arrays{"line"_slot = values};
  };
  const auto grid = [](int a, int b, int c, int d) {
    const int values[2][2] = {{a, b}, {c, d}};
    return Arrays{"grid"_slot = values};
  };
  CHECK(hash(line("a", "b")) == hash(line("a", "b")));
  CHECK(hash(line("a", "b")) != hash(line("b", "a")));
  CHECK(hash(line("a", "b")) != hash(Arrays{}));
  CHECK(hash(grid(1, 2, 3, 4)) == hash(grid(1, 2, 3, 4)));
  CHECK(hash(grid(1, 2, 3, 4)) != hash(grid(2, 1, 3, 4)));
  CHECK(hash(grid(1, 2, 3, 4)) != hash(grid(3, 4, 1, 2)));
  CHECK(hash(grid(1, 2, 3, 4)) != hash(grid(1, 3, 2, 4)));
}

TEST_CASE("members of an adopted aggregate are hashed", "[hash]") {
  struct pixel {
    int x;
    int y;
    short z[2];
  };
  struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<pixel>>> {
    using object::object;
  };
  STATIC_REQUIRE_FALSE(hashable<pixel>);
  CHECK(hash(Pixel{pixel{1, 2, {3, 4}}}) == hash(Pixel{pixel{1, 2, {3, 4}}}));
  CHECK(hash(Pixel{pixel{1, 2, {3, 4}}}) != hash(Pixel{pixel{2, 1, {3, 4}}}));
  CHECK(hash(Pixel{pixel{1, 2, {3, 4}}}) != hash(Pixel{pixel{1, 2, {4, 3}}}));
}

TEST_CASE("values that are equal and differ in their bits", "[hash]") {
  struct Real : sl::object<Real, sl::slots<sl::field<"x", double>>> {
    using object::object;
  };
  CHECK(Real{0.0} == Real{-0.0});
  CHECK(hash(Real{0.0}) == hash(Real{-0.0}));
}

// Bases.

struct mixin {};
struct Derived : sl::object<Derived, sl::extends<Pair>, sl::slots<sl::field<"own", int>>> {
  using object::object;
};
struct Joined : sl::object<Joined, sl::extends<mixin, std::string, Pair>, sl::slots<sl::slot<"own", int>>> {
  using object::object;
  void text(const char* given) { std::string::operator=(given); }
};
struct Plain : Derived {
  using Derived::Derived;
};
struct WithMember : Pair {
  using Pair::Pair;
  long plain = 0;
};

TEST_CASE("bases are hashed, slotted or not; empty ones need no hash", "[hash]") {
  const auto make = [](int first, int own) { return Derived{"first"_slot = first, "own"_slot = own}; };
  CHECK(hash(make(1, 2)) == hash(make(1, 2)));
  CHECK(hash(make(1, 2)) != hash(make(2, 1)));
  CHECK(hash(make(1, 2)) != hash(make(1, 3)));
  STATIC_REQUIRE_FALSE(hashable<mixin>);
  Joined a{1};
  Joined b{1};
  CHECK(hash(a) == hash(b));
  b.text("text");
  CHECK(hash(a) != hash(b));
  a.text("text");
  CHECK(hash(a) == hash(b));
  a["own"_slot] = 0;
  CHECK(hash(a) != hash(b));
}

TEST_CASE("a plain C++ subclass has the hash of its class if it adds nothing", "[hash]") {
  const Plain plain{"first"_slot = 1, "own"_slot = 2};
  CHECK(hash(plain) == hash(Derived{"first"_slot = 1, "own"_slot = 2}));
  CHECK(hash(plain) != hash(Plain{"first"_slot = 1, "own"_slot = 3}));
  STATIC_REQUIRE_FALSE(hashable<WithMember>);
}

TEST_CASE("virtual functions do not count, for hash", "[hash]") {
  struct Virtual : sl::object<Virtual, sl::slots<sl::field<"n", int>>> {
    using object::object;
    Virtual(const Virtual&) = default;
    Virtual& operator=(const Virtual&) = default;
    virtual ~Virtual() = default;
  };
  CHECK(hash(Virtual{1}) == hash(Virtual{1}));
  CHECK(hash(Virtual{1}) != hash(Virtual{2}));
}

// Which classes have one.

template <class T, class... Parts>
struct Of : sl::object<Of<T, Parts...>, sl::slots<sl::field<"a", int>, sl::slot<"b", T>>, Parts...> {
  using Of::object::object;
};
struct opaque {};

TEST_CASE("there is a std::hash where all bases and slots have one, and none elsewhere", "[hash]") {
  STATIC_REQUIRE(hashable<Of<int>>);
  STATIC_REQUIRE(hashable<Of<std::string>>);
  STATIC_REQUIRE(hashable<Of<std::unique_ptr<int>>>);
  STATIC_REQUIRE(hashable<Of<std::optional<int>>>);
  STATIC_REQUIRE(hashable<Of<std::variant<int, std::string>>>);
  STATIC_REQUIRE(hashable<Of<std::vector<bool>>>);
  STATIC_REQUIRE(hashable<Of<std::bitset<9>>>);
  STATIC_REQUIRE(hashable<Of<const char*>>);
  STATIC_REQUIRE(hashable<Of<Pair>>);
  STATIC_REQUIRE(hashable<Of<int[3][2]>>);
  STATIC_REQUIRE_FALSE(hashable<Of<opaque>>);
  STATIC_REQUIRE_FALSE(hashable<Of<opaque[2]>>);
  STATIC_REQUIRE_FALSE(hashable<Of<std::vector<int>>>);
  STATIC_REQUIRE_FALSE(hashable<Of<std::optional<opaque>>>);
  STATIC_REQUIRE_FALSE(hashable<Of<std::pair<int, int>>>);
  STATIC_REQUIRE_FALSE(hashable<Of<Of<opaque>>>);
  STATIC_REQUIRE_FALSE(hashable<Of<int, sl::without<sl::hashing>>>);
  STATIC_REQUIRE(hashable<Of<int, sl::without<sl::equality>>>);
  STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<std::hash<Of<opaque>>>);
}

struct Tree : sl::object<Tree, sl::slots<sl::field<"value", int>, sl::slot<"children", std::vector<Tree>>>> {
  using object::object;
};
struct Chain : sl::object<Chain, sl::slots<sl::field<"value", int>, sl::slot<"next", std::unique_ptr<Chain>>>> {
  using object::object;
};

TEST_CASE("a class inside its own slots", "[hash]") {
  STATIC_REQUIRE_FALSE(hashable<Tree>);
  STATIC_REQUIRE(hashable<Chain>);
  CHECK(hash(Chain{1}) == hash(Chain{1}));
  CHECK(hash(Chain{1}) != hash(Chain{1, nullptr}));
}

struct Own : sl::object<Own, sl::slots<sl::field<"key", int>, sl::slot<"rest", int>>> {
  using object::object;
  bool operator==(const Own& other) const { return get("key"_slot) == other.get("key"_slot); }
};

}  // namespace unit_hash

template <>
struct std::hash<unit_hash::Own> {
  std::size_t operator()(const unit_hash::Own& own) const { return static_cast<std::size_t>(own["key"_slot]); }
};

namespace unit_hash {

TEST_CASE("a class's own std::hash wins, also where it is a base or a slot", "[hash]") {
  CHECK(hash(Own{5, 1}) == 5);
  CHECK(hash(Of<Own>{1, Own{5, 1}}) == hash(Of<Own>{1, Own{5, 2}}));
  struct FromOwn : sl::object<FromOwn, sl::extends<Own>, sl::slots<sl::field<"x", int>>> {
    using object::object;
  };
  CHECK(hash(FromOwn{"key"_slot = 1, "rest"_slot = 2, "x"_slot = 3}) == hash(FromOwn{"key"_slot = 1, "x"_slot = 3}));
}

TEST_CASE("objects are keys of unordered containers", "[hash]") {
  std::unordered_set<Person> people{Person{"ann", 1}, Person{"ann"}, Person{"bob"}, Person{"ann", 1}};
  CHECK(people.size() == 3);
  CHECK(people.count(Person{"ann"}) == 1);
  CHECK(people.count(Person{"ann", 0}) == 0);
  std::unordered_map<Person, int> ages;
  for (int i = 0; i != 100; ++i) ages[Person{"p" + std::to_string(i % 50), i % 50}] = i;
  CHECK(ages.size() == 50);
  CHECK(ages.at(Person{"p7", 7}) == 57);
  std::unordered_set<Plain> plain{Plain{"first"_slot = 1, "own"_slot = 2}, Plain{"first"_slot = 1, "own"_slot = 2}};
  CHECK(plain.size() == 1);
}

TEST_CASE("objects with dynamic attributes have no hash, unless their class gives them one", "[hash]") {
  struct Open : sl::object<Open, sl::slots<sl::field<"n", int>, sl::dict_slot<int>>> {
    using object::object;
  };
  struct Sub : sl::object<Sub, sl::extends<Open>, sl::slots<>> {
    using object::object;
  };
  STATIC_REQUIRE_FALSE(std::is_default_constructible_v<std::hash<Open>>);
  STATIC_REQUIRE_FALSE(std::is_default_constructible_v<std::hash<Sub>>);
  CHECK(Open{1} == Open{1});
}

}  // namespace unit_hash
