#include <slotted/real_members.hpp>

// Nothing without reflection: ctest shows the test as disabled there.
#if SLOTTED_REAL_MEMBERS

#include <slotted/format.hpp>
#include <slotted/slotted.hpp>

#include <algorithm>
#include <atomic>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <meta>
#include <mutex>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/tracked.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_real_members {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::field<"y", double, sl::defaults_to<2>>,
                                           sl::slot<"label", std::string>, sl::slot<"n", std::uint8_t>>> {
  using object::object;
  [[nodiscard]] double norm() const { return x * x + y * y; }
  void name(std::string_view text) { label = text; }
};
struct Solid : sl::object<Solid, sl::extends<Point>,
                          sl::slots<sl::field<"z", double, sl::defaults_to<0>>, sl::slot<"mass", float>>> {
  using object::object;
  [[nodiscard]] double height() const { return norm() + z; }
};

TEST_CASE("a field is a member", "[real_members]") {
  Point p{1.0};
  p.x = 3.0;
  p.y += 2;
  CHECK(p.x == 3.0);
  CHECK(p["x"_slot] == 3.0);
  CHECK(getattr(p, "y") == 4.0);
  CHECK(p.norm() == 25.0);
  setattr(p, "x", 5);
  CHECK(p.x == 5.0);
  const Point& constant = p;
  STATIC_REQUIRE(std::is_same_v<decltype((p.x)), double&>);
  STATIC_REQUIRE(std::is_same_v<decltype((constant.x)), const double&>);
  STATIC_REQUIRE(std::is_same_v<decltype(p.x), double>);
  CHECK(&p.x == &p["x"_slot]);
}

TEST_CASE("a slot is a member that reads like std::optional", "[real_members]") {
  Point p{1.0};
  CHECK_FALSE(p.label.has_value());
  CHECK(p.label.value_or("none") == "none");
  p.label = "home";
  CHECK(p.label.has_value());
  CHECK(p.label.value() == "home");
  CHECK(*p.label == "home");
  CHECK(p.label->size() == 4);
  CHECK(p.label.unchecked() == "home");
  CHECK(p.label.value_or("none") == "home");
  CHECK(p["label"_slot].value() == "home");
  p.name("away");
  CHECK(getattr<std::string>(p, "label") == "away");
  *p.label += '!';
  p.label->push_back('!');
  p.label.value().push_back('!');
  p.label.unchecked().push_back('!');
  CHECK(p.label.value() == "away!!!!");
  p.label.reset();
  CHECK_FALSE(hasattr(p, "label"));
  p.label.reset();
  CHECK(p.label.emplace(std::size_t{3}, 'x') == "xxx");
  CHECK(p.label.emplace({'a', 'b'}) == "ab");
  CHECK(p.label.handle().value() == "ab");
  setattr(p, "label", "later");
  CHECK(p.label.value() == "later");
  delattr(p, "label");
  CHECK_FALSE(p.label.has_value());
}

TEST_CASE("an unset slot is an attribute_error", "[real_members]") {
  Point p{1.0};
  const Point& constant = p;
  CHECK_THROWS_AS(p.label.value(), sl::attribute_error);
  CHECK_THROWS_AS(*p.label, sl::attribute_error);
  CHECK_THROWS_AS(p.label->size(), sl::attribute_error);
  CHECK_THROWS_WITH(constant.label.value(), "'Point' object has no attribute 'label': the slot is unset");
}

TEST_CASE("assignment to a slot follows the value rule", "[real_members]") {
  Point p{1.0};
  p.n = 200;
  CHECK(p.n.value() == 200);
  CHECK_THROWS_AS(p.n = 300, sl::type_error);
  CHECK(p.n.value() == 200);
  p.n = 'a';
  CHECK(p.n.value() == 97);
}

TEST_CASE("a const object gives const values", "[real_members]") {
  Point p{1.0};
  p.label = "home";
  const Point& constant = p;
  STATIC_REQUIRE(std::is_same_v<decltype(constant.label.value()), const std::string&>);
  STATIC_REQUIRE(std::is_same_v<decltype(*constant.label), const std::string&>);
  STATIC_REQUIRE(std::is_same_v<decltype(constant.label.operator->()), const std::string*>);
  STATIC_REQUIRE(std::is_same_v<decltype(constant.label.unchecked()), const std::string&>);
  STATIC_REQUIRE(std::is_same_v<decltype(p.label.value()), std::string&>);
  STATIC_REQUIRE(!std::is_assignable_v<decltype((constant.label)), const char*>);
  CHECK(constant.label.value() == "home");
  CHECK(constant.label.handle().has_value());
}

TEST_CASE("a slot is assigned from a slot", "[real_members]") {
  Point p{1.0}, q{2.0};
  const Point& constant = q;
  q.label = "q";
  p.label = q.label;
  CHECK(p.label.value() == "q");
  CHECK(q.label.value() == "q");
  q.label = "r";
  p.label = constant.label;
  CHECK(p.label.value() == "r");
  q.label.reset();
  p.label = q.label;
  CHECK_FALSE(p.label.has_value());

  q.n = 7;  // of a trivial type: copied as bytes where the object is, but not here
  p.n = q.n;
  CHECK(p.n.has_value());
  CHECK(p.n.value() == 7);
  q.n = 8;
  p.n = constant.n.handle();
  CHECK(p.n.value() == 8);
  q.n.reset();
  p.n = q.n;
  CHECK_FALSE(p.n.has_value());
  STATIC_REQUIRE(!std::is_assignable_v<decltype((p.n)), decltype((constant.n))>);  // not as bytes

  Solid s{1.0};
  s.z = 2;
  s.mass = 3.0f;
  s.label = p["label"_slot];
  CHECK_FALSE(s.label.has_value());
  p.label = "text";
  s.label = p.label;  // of another class
  p["label"_slot] = "other";
  CHECK(s.label.value() == "text");
}

template <class T>
concept is_condition = requires(T& slot) { slot ? 1 : 0; };

TEST_CASE("the member of a slot is no value by itself", "[real_members]") {
  using label = decltype(Point::label);
  STATIC_REQUIRE(!std::is_copy_constructible_v<label>);
  STATIC_REQUIRE(!std::is_move_constructible_v<label>);
  STATIC_REQUIRE(!std::is_copy_constructible_v<decltype(Point::n)>);
  STATIC_REQUIRE(!std::is_default_constructible_v<label>);
  STATIC_REQUIRE(!is_condition<label>);
  STATIC_REQUIRE(!std::equality_comparable<label>);
}

TEST_CASE("an object copies, moves and compares its members", "[real_members]") {
  Point p{1.0};
  p.label = "p";
  Point q = p;
  CHECK(q.label.value() == "p");
  CHECK_FALSE(q.n.has_value());
  CHECK(q == p);
  q.n = 3;
  CHECK(q != p);
  p = q;
  CHECK(p.n.value() == 3);
  const Point r = std::move(q);
  CHECK(r.label.value() == "p");
  CHECK(sl::repr(r) == "Point(x=1.0, y=2.0, label='p', n=3)");
  const auto s = replace(r, "label"_slot = "s");
  CHECK(s.label.value() == "s");
  p = Point{4.0};
  CHECK_FALSE(p.label.has_value());
  CHECK(p.x == 4.0);
}

TEST_CASE("members are there in derived classes", "[real_members]") {
  Solid s{3.0, 4.0};
  s.z = 1;
  CHECK(s.height() == 26.0);
  s.mass = 2.5f;
  s.label = "ball";
  Point& base = s;
  CHECK(base.label.value() == "ball");
  base.x = 0;
  CHECK(s.x == 0);
  struct plain : Solid {
    using Solid::Solid;
    int extra = 1;
    [[nodiscard]] double sum() const { return x + y + z + extra; }
  } further{"x"_slot = 1.0, "label"_slot = "plain", "z"_slot = 3.0};
  CHECK(further.sum() == 7);
  CHECK(further.label.value() == "plain");
  further.mass = 1.f;
  CHECK(further["mass"_slot].value() == 1.f);
}

// Generic code: a class template, and functions that ask for a member.

template <class T, sl::name Name>
struct Pair : sl::object<Pair<T, Name>, sl::slots<sl::field<"first", T>, sl::slot<Name, T>>> {
  using Pair::object::object;
  [[nodiscard]] T sum() const { return this->first + this->second.value_or(T{}); }
};
template <class P>
auto doubled(const P& p) {
  return 2 * p.x;
}
template <class P>
concept has_label = requires(P& p) { p.label.has_value(); };

TEST_CASE("generic code uses members", "[real_members]") {
  Pair<int, "second"> pair{1};
  CHECK(pair.sum() == 1);
  pair.second = 4;
  CHECK(pair.sum() == 5);
  pair.first = 2;
  CHECK(pair.sum() == 6);
  struct {
    double x = 4;
  } plain;
  CHECK(doubled(plain) == doubled(Point{4.0}));
  STATIC_REQUIRE(has_label<Point>);
  STATIC_REQUIRE(has_label<Solid>);
  STATIC_REQUIRE(!has_label<Pair<int, "second">>);

  std::vector<Point> points{Point{3.0}, Point{1.0}, Point{2.0}};
  std::ranges::sort(points, {}, &Point::x);
  CHECK(points.front().x == 1.0);
  CHECK(points.back().x == 3.0);
  double Solid::* y = &Solid::y;  // of the base
  Solid s{1.0, 5.0};
  CHECK(s.*y == 5.0);
}

TEST_CASE("make_class and extended have members", "[real_members]") {
  using made = sl::make_class<"made", sl::slots<sl::field<"a", int>, sl::slot<"b", int>>>;
  made m{1};
  m.b = m.a + 1;
  CHECK(m["b"_slot].value() == 2);
  sl::extended<made, sl::slots<sl::field<"c", int, sl::defaults_to<3>>>> more{1};
  CHECK(more.a + more.c == 4);
}

// Types of every kind.

struct Many
    : sl::object<
          Many,
          sl::slots<sl::field<"cells", int[3], sl::defaults_to<>>, sl::field<"rows", char[2][4], sl::defaults_to<>>,
                    sl::field<"lock", std::mutex, sl::defaults_to<>>, sl::slot<"count", std::atomic<int>>,
                    sl::field<"only", std::unique_ptr<int>, sl::defaults_to<>>, sl::slot<"maybe", std::unique_ptr<int>>,
                    sl::slot<"list", std::vector<Many*>>, sl::slot<"text", char[4]>>> {
  using object::object;
};

TEST_CASE("members are of any type", "[real_members]") {
  Many m;
  m.cells[1] = 4;
  CHECK(m["cells"_slot][1] == 4);
  m.rows[1][2] = 'r';
  CHECK(m["rows"_slot][1][2] == 'r');
  const std::scoped_lock guard(m.lock);
  m.count.emplace(3);
  ++*m.count;
  CHECK(m.count.value() == 4);
  m.only = std::make_unique<int>(1);
  m.maybe = std::make_unique<int>(2);
  CHECK(*m.only + **m.maybe == 3);
  m.list = std::vector<Many*>{&m};
  CHECK(m.list->front() == &m);
  m.text = "abc";
  CHECK(std::string_view(m.text.value()) == "abc");
  STATIC_REQUIRE(std::is_same_v<decltype(m.cells), int[3]>);
}

TEST_CASE("a value dies with its object, once", "[real_members]") {
  struct Counted
      : sl::object<Counted, sl::slots<sl::field<"a", std::shared_ptr<int>>, sl::slot<"b", std::shared_ptr<int>>>> {
    using object::object;
  };
  const auto shared = std::make_shared<int>(1);
  {
    Counted one{shared, shared};
    CHECK(shared.use_count() == 3);
    Counted other = one;
    CHECK(shared.use_count() == 5);
    other.b.reset();
    CHECK(shared.use_count() == 4);
    other.b = one.b;
    other.b = one.b;
    CHECK(shared.use_count() == 5);
  }
  CHECK(shared.use_count() == 1);
}

// Readonly members, and names.

struct Account
    : sl::object<Account, sl::slots<sl::field<"id", int, sl::readonly>, sl::field<"owner", std::string, sl::readonly>,
                                    sl::slot<"opened", int, sl::readonly>, sl::field<"branch", const int>,
                                    sl::field<"pin", int, sl::hidden>>> {
  using object::object;
};

TEST_CASE("a readonly member is for reading", "[real_members]") {
  const Account a{1, "Ada", 1815, 7, 1234};
  Account b = a;
  CHECK(b.id == 1);
  CHECK(b.id + 1 == 2);
  const int id = b.id;
  CHECK(id == 1);
  CHECK(b.owner == "Ada");
  CHECK(b.owner == a.owner);
  CHECK(b.owner->size() == 3);
  CHECK(*b.owner == b.owner.value());
  CHECK(b.opened.value() == 1815);
  STATIC_REQUIRE(std::is_same_v<decltype(b.opened.value()), const int&>);
  STATIC_REQUIRE(std::is_same_v<decltype(*b.opened), const int&>);
  STATIC_REQUIRE(std::is_same_v<decltype(b.opened.unchecked()), const int&>);
  STATIC_REQUIRE(std::is_same_v<decltype(b["owner"_slot]), const std::string&>);
  STATIC_REQUIRE(std::is_same_v<decltype(b.branch), const int>);
  STATIC_REQUIRE(!std::is_copy_constructible_v<decltype(b.id)>);
  b.pin = 4321;  // hidden from run-time names only
  CHECK_FALSE(hasattr(b, "pin"));
}

struct Ticket
    : sl::object<Ticket,
                 sl::slots<sl::field<"number", int, sl::readonly>, sl::field<"seat", std::string, sl::readonly>>> {
  using object::object;
};

TEST_CASE("assignment of objects writes readonly members", "[real_members]") {
  Ticket a{1, "1a"};
  const Ticket b{2, "2b"};
  a = b;
  CHECK(a.number == 2);
  CHECK(a.seat == "2b");
  a = Ticket{3, "3c"};
  CHECK(a.seat.value() == "3c");
  CHECK(replace(a, "seat"_slot = "4d").seat == "4d");
}

struct Named : sl::object<Named, sl::slots<sl::field<"class", int>, sl::slot<"for", int>, sl::field<"größe", int>,
                                           sl::field<"get", int>, sl::slot<"held", int>,
                                           sl::field<"slotted_member", int>, sl::field<"final", int>>> {
  using object::object;
};

TEST_CASE("names that no member can have, or that the class has", "[real_members]") {
  Named n{1, 2, 3, 4, 5, 6, 7};
  CHECK(n["class"_slot] == 1);
  CHECK(n["for"_slot].value() == 2);
  n.größe = 30;
  CHECK(n["größe"_slot] == 30);
  CHECK(n.get("get"_slot) == 4);  // object's own
  n.held = 50;
  CHECK(n["held"_slot].value() == 50);
  CHECK(n.final == 7);
  CHECK(n["slotted_member"_slot] == 6);
}

struct Helper {
  [[nodiscard]] int f() const { return 1; }
};
struct Same : sl::object<Same, sl::extends<Helper>, sl::slots<sl::slot<"f", int>, sl::slot<"g", int>>> {
  using object::object;
  [[nodiscard]] int g() const { return 10 * get("g"_slot); }
};

TEST_CASE("a slot takes no name away from a function", "[real_members]") {
  Same s{2, 3};
  CHECK(s.f() == 1);  // of the base: the slot has no member
  CHECK(s["f"_slot].value() == 2);
  CHECK(s.g() == 30);  // of the class: it hides the member, as a derived class may
}

// Annotations of a struct that is adopted.

struct unit {
  int power;
};
struct reading {
  [[= sl::doc("metres")]] double x = 0;
  [[ = sl::doc<"seconds">{}, = sl::readonly{} ]] double t = 0;
  [[= sl::hidden{}]][[= unit{3}]] int secret = 0;
  [[= sl::alias<"Installed-Size">{}]] int size = 0;
  int plain = 0;
};
struct Reading
    : sl::object<Reading,
                 sl::slots<sl::fields_of<reading>, sl::field<"z", int, sl::doc<"depth">, sl::defaults_to<4>>>> {
  using object::object;
};
struct Some : sl::object<Some, sl::slots<sl::fields_of<reading, &reading::size, &reading::x>>> {
  using object::object;
};

TEST_CASE("annotations of members are traits of fields", "[real_members]") {
  STATIC_REQUIRE(sl::descriptor<Reading, "x">.doc == "metres");
  STATIC_REQUIRE(sl::descriptor<Reading, "t">.doc == "seconds");
  STATIC_REQUIRE(sl::descriptor<Reading, "z">.doc == "depth");
  STATIC_REQUIRE(sl::descriptor<Reading, "plain">.doc.empty());
  STATIC_REQUIRE(sl::descriptor<Some, "x">.doc == "metres");
  const auto has = [](std::size_t member, auto flag) { return (sl::members<Reading>[member].flags & flag) != 0; };
  CHECK(has(1, sl::member::is_readonly));
  CHECK_FALSE(has(0, sl::member::is_readonly));
  CHECK(has(2, sl::member::is_hidden));
  CHECK_FALSE(has(1, sl::member::is_hidden));
  Reading r{"x"_slot = 1.0, "size"_slot = 7};
  STATIC_REQUIRE(std::is_same_v<decltype(r["t"_slot]), const double&>);
  CHECK_FALSE(hasattr(r, "secret"));
  CHECK(getattr<int>(r, "Installed-Size") == 7);
  CHECK(getattr<int>(Some{"size"_slot = 8}, "Installed-Size") == 8);
  CHECK(r.x + r.z == 5);
  STATIC_REQUIRE(sizeof(Some) == sizeof(reading));
}

// The same objects as without real members.

struct by_hand {
  double x, y;
  std::string label;
  std::uint8_t n;
  unsigned char bits;
};
struct Small : sl::object<Small, sl::declared_order,
                          sl::slots<sl::field<"a", char>, sl::field<"b", int>, sl::field<"c", short>>> {
  using object::object;
};
struct Flags
    : sl::object<Flags, sl::slots<sl::slot<"a", char>, sl::slot<"b", int>, sl::field<"c", int, sl::readonly>>> {
  using object::object;
};
struct Virtual : sl::object<Virtual, sl::slots<sl::field<"x", int>, sl::slot<"n", int>>> {
  using object::object;
  virtual ~Virtual() = default;
};
struct Above : sl::object<Above, sl::extends<Virtual>, sl::slots<sl::slot<"m", int>>> {
  using object::object;
};

TEST_CASE("members lie where the slots lie, and cost nothing", "[real_members]") {
  STATIC_REQUIRE(sizeof(Point) == sizeof(by_hand));
  STATIC_REQUIRE(sizeof(Small) == 12);
  STATIC_REQUIRE(sizeof(Flags) == 12);
  STATIC_REQUIRE(sizeof(Solid) == sizeof(Point) + 8);  // in its tail
  STATIC_REQUIRE(std::is_trivially_copyable_v<Small>);
  STATIC_REQUIRE(std::is_trivially_copyable_v<Flags>);
  STATIC_REQUIRE(std::is_trivially_copy_assignable_v<Flags>);
  STATIC_REQUIRE(std::is_trivially_move_constructible_v<Flags>);
  STATIC_REQUIRE(std::is_trivially_destructible_v<Flags>);
  STATIC_REQUIRE(std::is_nothrow_move_constructible_v<Point>);
  STATIC_REQUIRE(sl::is_exact<Point>);
  STATIC_REQUIRE(!std::is_copy_constructible_v<Many>);
  const auto offset = [](const auto& object, const auto& member) {
    return static_cast<std::size_t>(reinterpret_cast<const char*>(&member) - reinterpret_cast<const char*>(&object));
  };
  Solid s{1.0};
  CHECK(offset(s, s.x) == sl::descriptor<Solid, "x">.offset);
  CHECK(offset(s, s.label) == sl::descriptor<Solid, "label">.offset);
  CHECK(offset(s, s.n) == sl::descriptor<Solid, "n">.offset);
  CHECK(offset(s, s.mass) == sl::descriptor<Solid, "mass">.offset);
  Above v{1};
  v.m = 2;
  v.n = 3;
  CHECK(offset(v, v.m) == sl::descriptor<Above, "m">.offset);
  CHECK(v["n"_slot].value() == 3);
  CHECK(v["m"_slot].value() == 2);
}

TEST_CASE("members in constant expressions", "[real_members]") {
  constexpr Small small{'a', 2, short{3}};
  STATIC_REQUIRE(small.b == 2);
  constexpr auto sum = [] {
    Small made{'a', 2, short{3}};
    made.b += made.c;
    return made.b;
  }();
  STATIC_REQUIRE(sum == 5);
  constexpr Flags flags{'a', 7, 9};
  STATIC_REQUIRE(flags.c == 9);
  STATIC_REQUIRE(flags.b.unchecked() == 7);
  STATIC_REQUIRE(flags["b"_slot].has_value());
  static const Flags unset{"c"_slot = 1};  // asked while it is initialised: no constant, no wrong answer
  static const bool is_set = unset.a.has_value();
  CHECK_FALSE(is_set);
}

TEST_CASE("the library has another inline namespace", "[real_members]") {
  STATIC_REQUIRE(identifier_of(parent_of(^^sl::slot_member)) == "v0_members");
  STATIC_REQUIRE(identifier_of(parent_of(^^sl::object)) == "v0_members");
  STATIC_REQUIRE(^^sl::object == ^^slotted::v0_members::object);
}

}  // namespace unit_real_members

#endif
