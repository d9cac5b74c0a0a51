#include <slotted/slot.hpp>

#include <slotted/slotted.hpp>

#include <any>
#include <array>
#include <atomic>
#include <complex>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_slot {

// The traits of a declaration, without an object.

using plain = sl::slot<"a", int>;
using full = sl::slot<"b", int, sl::doc<"the b">, sl::defaults_to<3>, sl::readonly, sl::alias<"B">, sl::hidden,
                      sl::alias<"bee">>;

TEST_CASE("a slot may be unset, a field may not", "[slot]") {
  STATIC_REQUIRE(plain::may_be_unset);
  STATIC_REQUIRE_FALSE(sl::field<"a", int>::may_be_unset);
}

TEST_CASE("traits are read in any order and default to nothing", "[slot]") {
  STATIC_REQUIRE_FALSE(plain::traits::readonly);
  STATIC_REQUIRE_FALSE(plain::traits::hidden);
  STATIC_REQUIRE_FALSE(plain::traits::has_default);
  STATIC_REQUIRE(plain::traits::doc.empty());
  STATIC_REQUIRE(plain::traits::alias_count == 0);
  STATIC_REQUIRE(full::traits::readonly);
  STATIC_REQUIRE(full::traits::hidden);
  STATIC_REQUIRE(full::traits::has_default);
  STATIC_REQUIRE(full::traits::doc == "the b");
  STATIC_REQUIRE(full::traits::alias_count == 2);
}

TEST_CASE("the names of a slot are its own and then its aliases", "[slot]") {
  std::string_view names[3];
  std::string_view* out = names;
  sl::detail::append_names<full>(out);
  CHECK(out == names + 3);
  CHECK(names[0] == "b");
  CHECK(names[1] == "B");
  CHECK(names[2] == "bee");
}

TEST_CASE("const T reads as a readonly slot of T, also for the elements of an array", "[slot]") {
  STATIC_REQUIRE(sl::detail::is_readonly<sl::field<"a", const int>>);
  STATIC_REQUIRE(sl::detail::is_readonly<sl::field<"a", const int[2][3]>>);
  STATIC_REQUIRE(sl::detail::is_readonly<sl::field<"a", int, sl::readonly>>);
  STATIC_REQUIRE_FALSE(sl::detail::is_readonly<sl::field<"a", const int*>>);
}

TEST_CASE("only a field without a default needs a value", "[slot]") {
  using sl::detail::is_required;
  STATIC_REQUIRE(is_required<sl::field<"a", int>>);
  STATIC_REQUIRE_FALSE(is_required<sl::field<"a", int, sl::defaults_to<>>>);
  STATIC_REQUIRE_FALSE(is_required<sl::slot<"a", int>>);
}

// What each trait does to an object.

TEST_CASE("row 6, row 56: the doc of a slot is on its descriptor", "[slot]") {
  struct Point
      : sl::object<Point, sl::slots<sl::field<"x", double, sl::doc<"abscissa, metres">>, sl::slot<"y", double>>> {
    using object::object;
  };
  STATIC_REQUIRE(sl::descriptor<Point, "x">.doc == "abscissa, metres");
  STATIC_REQUIRE(sl::descriptor<Point, "y">.doc.empty());
  STATIC_REQUIRE(sizeof(Point) == 2 * sizeof(double) + alignof(double));
}

TEST_CASE("row 62: an alias is a second run-time name of any characters for one slot", "[slot]") {
  struct Package
      : sl::object<Package,
                   sl::slots<sl::field<"name", std::string>,
                             sl::slot<"installed_size", int, sl::alias<"Installed-Size">, sl::alias<"size">>>> {
    using object::object;
  };
  Package p{"bash"};
  setattr(p, "Installed-Size", 7);
  CHECK(getattr(p, "installed_size") == 7);
  CHECK(getattr(p, "size") == 7);
  CHECK(getattr(p, "size").name() == "installed_size");
  CHECK(hasattr(p, "Installed-Size"));
  CHECK(find_attr<int>(p, "size") == find_attr<int>(p, "installed_size"));
  delattr(p, "size");
  CHECK_FALSE(hasattr(p, "installed_size"));
  STATIC_REQUIRE(sl::slot_count<Package> == 2);
}

TEST_CASE("row 34: a hidden slot is reached by the compile-time name and by nothing that comes at run time", "[slot]") {
  struct Account : sl::object<Account, sl::slots<sl::field<"pin", int, sl::hidden>, sl::field<"owner", std::string>,
                                                 sl::slot<"limit", int, sl::alias<"Limit">>>> {
    using object::object;
  };
  Account a{1234, "Ada", 5};
  CHECK(a["pin"_slot] == 1234);
  CHECK(getattr(a, "pin"_slot) == 1234);
  CHECK(sl::descriptor<Account, "pin">.get(a) == 1234);
  for (const char* name : {"pin"}) {
    CHECK_FALSE(hasattr(a, name));
    CHECK_THROWS_AS(getattr(a, name), sl::attribute_error);
    CHECK_THROWS_AS(setattr(a, name, 1), sl::attribute_error);
    CHECK_THROWS_AS(delattr(a, name), sl::attribute_error);
    CHECK(find_attr<int>(a, name) == nullptr);
    CHECK_FALSE(sl::resolve<Account>(name));
    CHECK_FALSE(sl::with_slot<Account>(name, [](auto) {}));
  }
  CHECK(a["pin"_slot] == 1234);
  CHECK(getattr(a, "owner") == "Ada");
  CHECK(getattr<int>(a, "limit") == 5);
  CHECK(getattr<int>(a, "Limit") == 5);
}

TEST_CASE("a hidden slot and an alias of another one do not change places", "[slot]") {
  // As many visible names as slots, and not one name each.
  struct Pair : sl::object<Pair, sl::slots<sl::field<"a", int, sl::hidden>, sl::field<"b", int, sl::alias<"c">>>> {
    using object::object;
  };
  Pair p{1, 2};
  CHECK(getattr<int>(p, "b") == 2);
  CHECK(getattr<int>(p, "c") == 2);
  CHECK_FALSE(hasattr(p, "a"));
  setattr(p, "c", 3);
  CHECK(p["a"_slot] == 1);
  CHECK(p["b"_slot] == 3);
}

TEST_CASE("a readonly slot hands out const from every function and takes its value when the object is made", "[slot]") {
  struct File : sl::object<File, sl::slots<sl::field<"path", std::string, sl::readonly>,
                                           sl::slot<"inode", int, sl::readonly>, sl::slot<"size", int>>> {
    using object::object;
  };
  File f{"/etc/passwd", 17};
  STATIC_REQUIRE(std::is_same_v<decltype(getattr(f, "path"_slot)), const std::string&>);
  STATIC_REQUIRE(std::is_same_v<decltype(f["path"_slot]), const std::string&>);
  STATIC_REQUIRE(std::is_same_v<decltype(f["inode"_slot].value()), const int&>);
  STATIC_REQUIRE(std::is_same_v<decltype(sl::descriptor<File, "path">.get(f)), const std::string&>);
  STATIC_REQUIRE(std::is_same_v<decltype(find_attr<int>(f, "inode"_slot)), const int*>);
  // By a run-time name the type alone must not lead to a readonly slot.
  STATIC_REQUIRE(std::is_same_v<decltype(getattr<int>(f, "inode")), const int&>);
  STATIC_REQUIRE(std::is_same_v<decltype(getattr<int>(f, "size")), const int&>);
  STATIC_REQUIRE(std::is_same_v<decltype(find_attr<std::string>(f, "path")), const std::string*>);
  STATIC_REQUIRE(std::is_same_v<decltype(getattr(f, "path").get<std::string>()), const std::string&>);
  CHECK_THROWS_AS(setattr(f, "path", "x"), sl::attribute_error);
  CHECK_THROWS_AS(delattr(f, "inode"), sl::attribute_error);
  CHECK(f["path"_slot] == "/etc/passwd");
  CHECK(f["inode"_slot].value() == 17);
  // Whole-object assignment may still write it.
  f = File{"/tmp", 18, 1};
  CHECK(f["path"_slot] == "/tmp");
  CHECK(f["inode"_slot].value() == 18);
}

TEST_CASE("a class without a readonly slot of the type hands out plain references by run-time name", "[slot]") {
  struct Mixed : sl::object<Mixed, sl::slots<sl::field<"a", int, sl::readonly>, sl::field<"b", double>>> {
    using object::object;
  };
  Mixed m{1, 2.0};
  STATIC_REQUIRE(std::is_same_v<decltype(getattr<double>(m, "b")), double&>);
  STATIC_REQUIRE(std::is_same_v<decltype(getattr<int>(m, "a")), const int&>);
  getattr<double>(m, "b") = 3.0;
  CHECK(m["b"_slot] == 3.0);
}

TEST_CASE("a slot with a default starts set and can be deleted", "[slot]") {
  struct Counter : sl::object<Counter, sl::slots<sl::slot<"n", int, sl::defaults_to<5>>>> {
    using object::object;
  };
  Counter c;
  CHECK(getattr(c, "n"_slot) == 5);
  delattr(c, "n"_slot);
  CHECK_FALSE(hasattr(c, "n"_slot));
  CHECK_THROWS_AS(getattr(c, "n"_slot), sl::attribute_error);
}

// Odd slot types: whatever a struct member may be. `One<T>` has a field, a slot, and a plain field before and after.

template <class T>
struct One : sl::object<One<T>, sl::slots<sl::field<"before", char>, sl::slot<"value", T>,
                                          sl::field<"after", char, sl::defaults_to<'z'>>>> {
  using One::object::object;
};

template <class T>
struct Always : sl::object<Always<T>, sl::slots<sl::field<"value", T>>> {
  using Always::object::object;
};

/// Set, read in four ways, copy, unset, set again by run-time name.
template <class T>
void goes_round(const T& value, const T& other) {
  One<T> o{'a'};
  CHECK_FALSE(hasattr(o, "value"));
  CHECK_THROWS_AS(getattr(o, "value"_slot), sl::attribute_error);
  setattr(o, "value"_slot, value);
  CHECK(getattr(o, "value"_slot) == value);
  CHECK(getattr<T>(o, "value") == value);
  CHECK(*find_attr<T>(o, "value") == value);
  CHECK(*o["value"_slot] == value);
  One<T> copy = o;
  setattr(copy, "value", other);
  CHECK(getattr(copy, "value"_slot) == other);
  CHECK(getattr(o, "value"_slot) == value);
  copy = o;
  CHECK(getattr(copy, "value"_slot) == value);
  One<T> moved = std::move(copy);
  CHECK(getattr(moved, "value"_slot) == value);
  delattr(o, "value");
  CHECK_FALSE(hasattr(o, "value"_slot));
  setattr(o, "value", getattr(moved, "value"));
  CHECK(getattr(o, "value"_slot) == value);
  CHECK(o["before"_slot] == 'a');
  CHECK(o["after"_slot] == 'z');

  Always<T> always{value};
  CHECK(getattr(always, "value"_slot) == value);
  always["value"_slot] = other;
  CHECK(getattr<T>(always, "value") == other);
  const Always<T> again{"value"_slot = value};
  CHECK(again["value"_slot] == value);
}

enum class colour : std::uint8_t { red, green };
enum plain_enum { first, second };

struct with_overloads {
  int n = 0;
  with_overloads* operator&() const { return nullptr; }
  template <class T>
  int operator,(const T&) const {
    throw 1;
  }
  friend bool operator==(const with_overloads& a, const with_overloads& b) { return a.n == b.n; }
};

struct empty_type {
  friend bool operator==(empty_type, empty_type) { return true; }
};
struct final_type final {
  int n = 0;
  friend bool operator==(final_type a, final_type b) { return a.n == b.n; }
};
struct final_empty final {
  friend bool operator==(final_empty, final_empty) { return true; }
};
struct alignas(64) cache_line {
  int n = 0;
  friend bool operator==(const cache_line& a, const cache_line& b) { return a.n == b.n; }
};
struct no_default {
  explicit no_default(int given) : n(given) {}
  int n;
  friend bool operator==(no_default a, no_default b) { return a.n == b.n; }
};
struct no_new {
  int n = 0;
  static void* operator new(std::size_t) = delete;
  friend bool operator==(no_new a, no_new b) { return a.n == b.n; }
};
struct no_new_at {
  int n = 0;
  static void* operator new(std::size_t, void*) = delete;
  friend bool operator==(no_new_at a, no_new_at b) { return a.n == b.n; }
};
union either {
  int i;
  float f;
  friend bool operator==(either a, either b) { return a.i == b.i; }
};
struct bit_fields {
  unsigned a : 3;
  unsigned b : 5;
  friend bool operator==(bit_fields x, bit_fields y) { return x.a == y.a && x.b == y.b; }
};

int twice(int n) { return 2 * n; }
int thrice(int n) { return 3 * n; }
struct with_members {
  int a = 1;
  int b = 2;
  int get() const { return a; }
  int other() const { return b; }
};

TEST_CASE("arithmetic types, enums and pointers", "[slot]") {
  goes_round<bool>(true, false);
  goes_round<char>('a', 'b');
  goes_round<signed char>(1, 2);
  goes_round<wchar_t>(L'a', L'b');
  goes_round<char8_t>(u8'a', u8'b');
  goes_round<char16_t>(u'a', u'b');
  goes_round<char32_t>(U'a', U'b');
  goes_round<long long>(1, -1);
  goes_round<long double>(1.0L, 2.0L);
  goes_round<colour>(colour::red, colour::green);
  goes_round<plain_enum>(first, second);
  static int target[2] = {};
  goes_round<int*>(target, target + 1);
  goes_round<const int*>(target, nullptr);
  goes_round<void*>(target, nullptr);
  goes_round<int (*)(int)>(twice, thrice);
  goes_round<int with_members::*>(&with_members::a, &with_members::b);
  goes_round<int (with_members::*)() const>(&with_members::get, &with_members::other);
  goes_round<std::nullptr_t>(nullptr, nullptr);
  goes_round<std::byte>(std::byte{1}, std::byte{2});
}

TEST_CASE("classes of every odd kind", "[slot]") {
  goes_round<empty_type>({}, {});
  goes_round<final_empty>({}, {});
  goes_round<final_type>({1}, {2});
  goes_round<with_overloads>({1}, {2});
  goes_round<no_default>(no_default(1), no_default(2));
  goes_round<no_new>({1}, {2});
  goes_round<no_new_at>({1}, {2});
  goes_round<either>({1}, {2});
  goes_round<bit_fields>({1, 2}, {3, 4});
  goes_round<cache_line>({1}, {2});
}

TEST_CASE("types of the standard library, optional and variant as slots of their own", "[slot]") {
  goes_round<std::string>("short", std::string(100, 'x'));
  goes_round<std::string_view>("a", "b");
  goes_round<std::vector<int>>({1, 2}, {});
  goes_round<std::map<std::string, int>>({{"a", 1}}, {});
  goes_round<std::array<int, 3>>({1, 2, 3}, {});
  goes_round<std::pair<int, std::string>>({1, "a"}, {2, "b"});
  goes_round<std::complex<double>>({1.0, 2.0}, {});
  goes_round<std::shared_ptr<int>>(std::make_shared<int>(1), nullptr);
  goes_round<std::optional<int>>(3, std::nullopt);
  goes_round<std::optional<std::string>>("a", std::nullopt);
  goes_round<std::variant<int, std::string>>(3, "a");
  goes_round<std::variant<std::monostate, bool>>(true, std::monostate{});
}

TEST_CASE("row 75: an optional that is empty is a value, not an unset slot", "[slot]") {
  One<std::optional<int>> o{'a'};
  CHECK_FALSE(hasattr(o, "value"_slot));
  setattr(o, "value"_slot, std::nullopt);
  CHECK(hasattr(o, "value"_slot));
  CHECK_FALSE(getattr(o, "value"_slot).has_value());
  One<int*> p{'a'};
  setattr(p, "value"_slot, nullptr);
  CHECK(hasattr(p, "value"_slot));
  CHECK(getattr(p, "value"_slot) == nullptr);
}

TEST_CASE("two slots of one empty type are two objects", "[slot]") {
  struct Two
      : sl::object<Two, sl::slots<sl::field<"a", empty_type>, sl::field<"b", empty_type>, sl::slot<"c", empty_type>>> {
    using object::object;
  };
  Two t{{}, {}, {}};
  CHECK(&t["a"_slot] != &t["b"_slot]);
  CHECK(&t["a"_slot] != &t["c"_slot].value());
  CHECK(&t["b"_slot] != &t["c"_slot].value());
}

TEST_CASE("an object with any state but no comparison", "[slot]") {
  One<std::any> o{'a'};
  setattr(o, "value"_slot, std::any(5));
  CHECK(std::any_cast<int>(getattr(o, "value"_slot)) == 5);
  setattr(o, "value"_slot, std::string("text"));
  CHECK(std::any_cast<std::string>(getattr(o, "value"_slot)) == "text");
  One<std::any> copy = o;
  CHECK(std::any_cast<std::string>(getattr(copy, "value"_slot)) == "text");
  One<std::any> by_name{"before"_slot = 'b', "value"_slot = 3.5};
  CHECK(std::any_cast<double>(*by_name["value"_slot]) == 3.5);

  One<std::function<int(int)>> f{'a'};
  setattr(f, "value"_slot, twice);
  CHECK(getattr(f, "value"_slot)(4) == 8);
  f["value"_slot] = [](int n) { return n + 1; };
  CHECK((*f["value"_slot])(4) == 5);
}

struct greedy {
  enum class made { other, empty, copied } how = made::empty;
  greedy() = default;
  template <class T>
  greedy(T&&) : how(made::other) {}
  greedy(const greedy&) : how(made::copied) {}
  greedy(greedy&&) noexcept : how(made::copied) {}
  greedy& operator=(const greedy&) = default;
};

TEST_CASE("a constructor that takes anything does not take what it should not see", "[slot]") {
  Always<greedy> a{greedy{}};
  CHECK(a["value"_slot].how == greedy::made::copied);
  Always<greedy> copy(a);
  CHECK(copy["value"_slot].how == greedy::made::copied);
  const Always<greedy> constant(a);
  Always<greedy> of_constant(constant);
  CHECK(of_constant["value"_slot].how == greedy::made::copied);
  Always<greedy> moved(std::move(copy));
  CHECK(moved["value"_slot].how == greedy::made::copied);
  One<greedy> o{'a'};
  setattr(o, "value"_slot, 3);
  CHECK(getattr(o, "value"_slot).how == greedy::made::other);
  o["value"_slot].emplace();
  CHECK(getattr(o, "value"_slot).how == greedy::made::empty);
}

TEST_CASE("a move-only type makes a move-only class", "[slot]") {
  using Owner = One<std::unique_ptr<int>>;
  STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<Owner>);
  STATIC_REQUIRE_FALSE(std::is_copy_assignable_v<Owner>);
  STATIC_REQUIRE(std::is_nothrow_move_constructible_v<Owner>);
  STATIC_REQUIRE(std::is_nothrow_move_assignable_v<Owner>);
  Owner o{'a', std::make_unique<int>(3)};
  CHECK(**o["value"_slot] == 3);
  Owner moved(std::move(o));
  CHECK(**moved["value"_slot] == 3);
  CHECK(hasattr(o, "value"_slot));  // NOLINT(bugprone-use-after-move): still set, as in std::optional
  CHECK(getattr(o, "value"_slot) == nullptr);
  setattr(o, "value"_slot, std::make_unique<int>(4));
  setattr(o, "value", std::make_unique<int>(5));
  CHECK(*getattr<std::unique_ptr<int>>(o, "value") == 5);
  const std::unique_ptr<int> taken = getattr(std::move(o), "value"_slot);
  CHECK(*taken == 5);
  Always<std::unique_ptr<int>> by_name{"value"_slot = std::make_unique<int>(6)};
  CHECK(*by_name["value"_slot] == 6);
}

TEST_CASE("immovable types are constructed where they live", "[slot]") {
  struct Shared
      : sl::object<Shared,
                   sl::slots<sl::field<"lock", std::mutex, sl::defaults_to<>>, sl::field<"count", std::atomic<int>>,
                             sl::slot<"once", std::once_flag>, sl::slot<"state", std::atomic<int>>>> {
    using object::object;
  };
  STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<Shared>);
  STATIC_REQUIRE_FALSE(std::is_move_constructible_v<Shared>);
  STATIC_REQUIRE_FALSE(std::is_default_constructible_v<Shared>);
  Shared s{"count"_slot.in_place(3), "state"_slot.in_place(4)};
  {
    const std::lock_guard guard(s["lock"_slot]);
    CHECK(++s["count"_slot] == 4);
  }
  CHECK(s["state"_slot]->load() == 4);
  CHECK_FALSE(hasattr(s, "once"));
  s["once"_slot].emplace();
  CHECK(hasattr(s, "once"));
  CHECK(getattr<std::atomic<int>>(s, "count").load() == 4);
  delattr(s, "state");
  CHECK_FALSE(hasattr(s, "state"_slot));
  const Shared explicit_lock{"lock"_slot.in_place(), "count"_slot.in_place()};
  CHECK(explicit_lock["count"_slot].load() == 0);
}

TEST_CASE("a const type takes its value once", "[slot]") {
  struct Fixed : sl::object<Fixed, sl::slots<sl::field<"id", const int>, sl::slot<"tag", const std::string>>> {
    using object::object;
  };
  Fixed f{7, "x"};
  STATIC_REQUIRE(std::is_same_v<decltype(f["id"_slot]), const int&>);
  CHECK(f["id"_slot] == 7);
  CHECK(getattr<int>(f, "id") == 7);
  CHECK(*f["tag"_slot] == "x");
  CHECK(getattr<std::string>(f, "tag") == "x");
  CHECK_THROWS_AS(setattr(f, "id", 8), sl::attribute_error);
  STATIC_REQUIRE(std::is_copy_constructible_v<Fixed>);
  STATIC_REQUIRE_FALSE(std::is_copy_assignable_v<Fixed>);
  const Fixed copy = f;
  CHECK(copy["id"_slot] == 7);
  const Fixed unset{"id"_slot = 8};
  CHECK_FALSE(hasattr(unset, "tag"));
}

template <std::size_t Alignment>
struct alignas(Alignment) aligned {
  int n = 0;
  friend bool operator==(const aligned& a, const aligned& b) { return a.n == b.n; }
};

TEMPLATE_TEST_CASE_SIG("over-aligned types lie where their alignment says, on the stack and on the heap", "[slot]",
                       ((std::size_t Alignment), Alignment), 16, 64, 4096) {
  using T = aligned<Alignment>;
  goes_round<T>({1}, {2});
  struct Page
      : sl::object<Page,
                   sl::slots<sl::field<"head", char>, sl::slot<"a", T>, sl::field<"b", T>, sl::slot<"tail", char>>> {
    using Page::object::object;
  };
  STATIC_REQUIRE(alignof(Page) == Alignment);
  STATIC_REQUIRE(sizeof(Page) == 3 * Alignment);
  const auto heap = std::make_unique<Page>('h', T{1}, T{2}, 't');
  Page stack{'h', T{1}, T{2}, 't'};
  for (Page* page : {heap.get(), &stack}) {
    CHECK(reinterpret_cast<std::uintptr_t>(&getattr(*page, "a"_slot)) % Alignment == 0);
    CHECK(reinterpret_cast<std::uintptr_t>(&getattr(*page, "b"_slot)) % Alignment == 0);
    CHECK(getattr<T>(*page, "a") == T{1});
    CHECK(getattr<T>(*page, "b") == T{2});
    CHECK(getattr(*page, "tail") == 't');
  }
}

TEST_CASE("arrays are slots like any other type", "[slot]") {
  struct Matrix
      : sl::object<Matrix,
                   sl::slots<sl::field<"row", int[3]>, sl::field<"grid", int[2][2]>, sl::slot<"maybe", int[2]>,
                             sl::field<"zero", double[2], sl::defaults_to<>>, sl::slot<"names", std::string[2]>>> {
    using object::object;
  };
  const int row[3] = {1, 2, 3};
  const int grid[2][2] = {{1, 2}, {3, 4}};
  Matrix m{row, grid};
  CHECK(m["row"_slot][2] == 3);
  CHECK(m["grid"_slot][1][0] == 3);
  CHECK(m["zero"_slot][0] == 0.0);
  CHECK(m["zero"_slot][1] == 0.0);
  CHECK_FALSE(hasattr(m, "maybe"));

  const int pair[2] = {5, 6};
  setattr(m, "maybe"_slot, pair);
  CHECK(getattr(m, "maybe"_slot)[1] == 6);
  const int other[2] = {7, 8};
  setattr(m, "maybe"_slot, other);
  CHECK(getattr(m, "maybe"_slot)[0] == 7);
  setattr(m, "maybe", pair);
  CHECK(getattr<int[2]>(m, "maybe")[0] == 5);
  CHECK(find_attr<int[3]>(m, "row") != nullptr);
  CHECK(find_attr<int[2]>(m, "row") == nullptr);
  std::string names[2] = {"a", std::string(100, 'b')};
  setattr(m, "names"_slot, std::move(names));

  Matrix copy = m;
  CHECK(copy["names"_slot].value()[1] == std::string(100, 'b'));
  const int nines[2][2] = {{9, 9}, {9, 9}};
  setattr(copy, "grid"_slot, nines);
  CHECK(copy["grid"_slot][1][1] == 9);
  CHECK(m["grid"_slot][1][1] == 4);
  copy = m;
  CHECK(copy["grid"_slot][1][1] == 4);
  const Matrix moved = std::move(copy);
  CHECK(moved["names"_slot].value()[0] == "a");
  delattr(m, "maybe");
  CHECK_FALSE(hasattr(m, "maybe"_slot));

  const Matrix by_name{"row"_slot = row, "grid"_slot = grid, "maybe"_slot = pair};
  CHECK(by_name["row"_slot][0] == 1);
  CHECK(by_name["maybe"_slot].value()[1] == 6);
  const Matrix braces{{1, 2, 3}, {{1, 2}, {3, 4}}, {5, 6}};
  CHECK(braces["grid"_slot][1][1] == 4);
  CHECK((*braces["maybe"_slot])[0] == 5);
}

TEST_CASE("an array of a move-only type is moved element by element", "[slot]") {
  struct Owners : sl::object<Owners, sl::slots<sl::slot<"all", std::unique_ptr<int>[2]>>> {
    using object::object;
  };
  std::unique_ptr<int> two[2] = {std::make_unique<int>(1), std::make_unique<int>(2)};
  Owners o;
  setattr(o, "all"_slot, std::move(two));
  CHECK(two[0] == nullptr);  // NOLINT(bugprone-use-after-move)
  CHECK(*getattr(o, "all"_slot)[1] == 2);
  std::unique_ptr<int> more[2] = {std::make_unique<int>(3), std::make_unique<int>(4)};
  setattr(o, "all"_slot, std::move(more));
  CHECK(*getattr(o, "all"_slot)[0] == 3);
  const Owners moved = std::move(o);
  CHECK(*getattr(moved, "all"_slot)[1] == 4);
}

struct explicit_only {
  explicit explicit_only(int given) : n(given) {}
  int n;
};

TEST_CASE("a type with explicit constructors only takes itself, or arguments in place", "[slot]") {
  One<explicit_only> o{'a', explicit_only(3)};
  CHECK(getattr(o, "value"_slot).n == 3);
  setattr(o, "value"_slot, explicit_only(4));
  CHECK(getattr(o, "value"_slot).n == 4);
  o["value"_slot].emplace(5);
  CHECK(getattr(o, "value"_slot).n == 5);
  CHECK_THROWS_AS(setattr(o, "value", 6), sl::type_error);
  CHECK(getattr(o, "value"_slot).n == 5);
  const One<explicit_only> in_place{"before"_slot = 'b', "value"_slot.in_place(7)};
  CHECK(getattr(in_place, "value"_slot).n == 7);
}

TEST_CASE("a slotted class is a slot type like any other", "[slot]") {
  struct Inner : sl::object<Inner, sl::slots<sl::field<"n", int>, sl::slot<"m", int>>> {
    using object::object;
  };
  struct Outer : sl::object<Outer, sl::slots<sl::field<"a", Inner>, sl::slot<"b", Inner>>> {
    using object::object;
  };
  Outer o{Inner{1, 2}, Inner{3}};
  CHECK(o["a"_slot]["n"_slot] == 1);
  CHECK((*o["b"_slot])["n"_slot] == 3);
  CHECK_FALSE(hasattr(*o["b"_slot], "m"));
  setattr(getattr(o, "a"_slot), "m", 9);
  CHECK(getattr(getattr<Inner>(o, "a"), "m") == 9);
  const Outer nested{{1, 2}, {3, 4}};
  CHECK(nested["a"_slot]["m"_slot].value() == 2);
}

TEST_CASE("row 61: a value lies in the object itself", "[slot]") {
  STATIC_REQUIRE(sizeof(Always<std::int64_t>) == 8);
  STATIC_REQUIRE(sizeof(Always<char>) == 1);
  const Always<int> o{3};
  CHECK(static_cast<const void*>(&o["value"_slot]) == static_cast<const void*>(&o));
}

}  // namespace unit_slot
