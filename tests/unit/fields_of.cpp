// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// fields_of<Aggregate>: the members of a struct as fields of a class: their names, types, offsets, what the verbs do
// with them, and members that are listed by hand.
#include <slotted/fields_of.hpp>

#include <slotted/dump.hpp>
#include <slotted/slotted.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_fields_of {

/// A struct that was there before: data, and functions of its own.
struct event {
  std::int64_t ts;
  std::string kind = "none";
  double value = 0.5;
  [[nodiscard]] double twice() const { return 2 * value; }
  void rename(std::string_view text) { kind = text; }
};
struct Event : sl::object<Event, sl::slots<sl::fields_of<event>>> {
  using object::object;
};
struct Noted : sl::object<Noted, sl::slots<sl::field<"id", int>, sl::fields_of<event>, sl::slot<"note", std::string>>> {
  using object::object;
};

template <class C, sl::name Name>
using type_of = typename std::remove_const_t<decltype(sl::descriptor<C, Name>)>::value_type;

template <class C>
bool has_names(std::vector<std::string_view> expected) {
  return std::equal(sl::slot_names<C>.begin(), sl::slot_names<C>.end(), expected.begin(), expected.end());
}

// What is known of the class.

TEST_CASE("every member is a field: name, type, order, place", "[fields_of]") {
  CHECK(has_names<Event>({"ts", "kind", "value"}));
  STATIC_REQUIRE(sl::slot_count<Event> == 3);
  STATIC_REQUIRE(std::is_same_v<type_of<Event, "ts">, std::int64_t>);
  STATIC_REQUIRE(std::is_same_v<type_of<Event, "kind">, std::string>);
  STATIC_REQUIRE(std::is_same_v<type_of<Event, "value">, double>);
  STATIC_REQUIRE(sl::descriptor<Event, "kind">.offset == offsetof(event, kind));
  STATIC_REQUIRE(sl::descriptor<Event, "value">.offset == offsetof(event, value));
  STATIC_REQUIRE(sizeof(Event) == sizeof(event));
  STATIC_REQUIRE_FALSE(sl::descriptor<Event, "ts">.may_be_unset);
  STATIC_REQUIRE_FALSE(sl::descriptor<Event, "ts">.readonly);
  STATIC_REQUIRE_FALSE(sl::descriptor<Event, "ts">.hidden);
  STATIC_REQUIRE(std::is_same_v<decltype(sl::descriptor<Event, "ts">)::owner_type, Event>);
  CHECK(sl::descriptor<Event, "ts">.qualname == "Event.ts");
  CHECK(sl::members<Event>[2].flags == sl::member::is_field);
  CHECK(sl::members<Event>[2].kind == sl::value_kind::f64);
}

TEST_CASE("members stand among the other slots where fields_of stands", "[fields_of]") {
  CHECK(has_names<Noted>({"id", "ts", "kind", "value", "note"}));
  STATIC_REQUIRE(sl::descriptor<Noted, "kind">.index == 2);
  STATIC_REQUIRE(sl::descriptor<Noted, "kind">.offset - sl::descriptor<Noted, "ts">.offset == offsetof(event, kind));
  std::size_t visited = 0;
  sl::for_each_slot<Noted>([&](auto slot) { visited += slot.index == visited; });
  CHECK(visited == 5);
}

TEST_CASE("named lists, lists inside lists and make_class take fields_of as they take slots", "[fields_of]") {
  struct Inner : sl::slots<sl::fields_of<event>, sl::slot<"note", std::string>> {};
  struct Spliced : sl::object<Spliced, sl::slots<sl::field<"id", int>, Inner>> {
    using object::object;
  };
  CHECK(has_names<Spliced>({"id", "ts", "kind", "value", "note"}));
  using Made = sl::make_class<"Made", sl::slots<sl::fields_of<event>>>;
  Made made{std::int64_t{3}};
  CHECK(made.ts == 3);
  CHECK(sl::class_name<Made> == "Made");
}

// One object, two ways.

TEST_CASE("o.member and o[\"member\"_slot] are one object, and so is what every verb gives", "[fields_of]") {
  Noted o{1, 2, "kind", 0.25, "note"};
  CHECK(&o.ts == &o["ts"_slot]);
  CHECK(&o.kind == &o["kind"_slot]);
  CHECK(&o.value == &o["value"_slot]);
  CHECK(&getattr(o, "kind"_slot) == &o.kind);
  CHECK(find_attr(o, "kind"_slot) == &o.kind);
  CHECK(sl::find_attr<std::string>(o, "kind") == &o.kind);
  CHECK(&sl::descriptor<Noted, "kind">.get(o) == &o.kind);
  CHECK(&"kind"_slot(o) == &o.kind);
  o.kind = "by member";
  CHECK(o["kind"_slot] == "by member");
  o["kind"_slot] = "by slot";
  CHECK(o.kind == "by slot");
  const Noted& same = o;
  CHECK(&same["kind"_slot] == &o.kind);
  STATIC_REQUIRE(std::is_same_v<decltype(same["kind"_slot]), const std::string&>);
  STATIC_REQUIRE(std::is_same_v<decltype(o["kind"_slot]), std::string&>);
}

TEST_CASE("the verbs read and write members by names of both kinds", "[fields_of]") {
  Event e{std::int64_t{1}};
  setattr(e, "value"_slot, 4);
  CHECK(e.value == 4.0);
  setattr(e, "kind"_slot, "text");
  CHECK(e.kind == "text");
  sl::descriptor<Event, "ts">.set(e, 9);
  CHECK(e.ts == 9);
  CHECK(hasattr(e, "ts"_slot));

  std::string name = "ki";
  name += "nd";
  CHECK(getattr<std::string>(e, name) == "text");
  setattr(e, name, "at run time");
  CHECK(e.kind == "at run time");
  CHECK(hasattr(e, name));
  CHECK_FALSE(hasattr(e, "kin"));
  CHECK(getattr<std::int64_t>(e, "ts") == 9);
  CHECK_THROWS_AS(getattr(e, "typo"), sl::attribute_error);
  CHECK_THROWS_AS(setattr(e, "value", "text"), sl::type_error);
  CHECK_THROWS_AS(setattr(e, "typo", 1), sl::attribute_error);
  CHECK_THROWS_AS(delattr(e, "ts"), sl::attribute_error);
  CHECK_THROWS_WITH(getattr(e, "valu"), support::contains("'Event' object has no attribute 'valu'") &&
                                            support::contains("Did you mean 'value'?"));
}

TEST_CASE("a member serves as a projection, and everything of the struct is still there", "[fields_of]") {
  std::vector<Event> all{Event{3, "c"}, Event{1, "a"}, Event{2, "b"}};
  std::ranges::sort(all, {}, sl::descriptor<Event, "ts">);
  CHECK(all[0].kind == "a");
  std::ranges::sort(all, std::greater<>{}, "ts"_slot);
  CHECK(all[0].kind == "c");
  all[0].rename("renamed");
  CHECK(all[0]["kind"_slot] == "renamed");
  CHECK(all[0].twice() == 1.0);
  CHECK(std::ranges::count(all, 1, &event::ts) == 1);
  auto [ts, kind, value] = static_cast<event&>(all[0]);
  CHECK(kind == "renamed");
}

TEST_CASE("a class that adopts a struct is one, wherever a struct is asked for", "[fields_of]") {
  const auto seconds = [](const event& given) { return given.ts; };
  const auto advance = [](event& given) { ++given.ts; };
  Noted o{1, 2};
  advance(o);
  CHECK(seconds(o) == 3);
  event& part = o;
  part.value = 8;
  CHECK(o["value"_slot] == 8);
  part = event{5, "whole", 6};
  CHECK(getattr(o, "kind"_slot) == "whole");
  CHECK(o["id"_slot] == 1);
  const event copy = o;
  CHECK(copy.ts == 5);
  STATIC_REQUIRE(std::is_convertible_v<Event*, event*>);
  STATIC_REQUIRE(std::is_convertible_v<const Noted&, const event&>);
}

TEST_CASE("what the class prints of itself names the members", "[fields_of]") {
  std::ostringstream out;
  sl::dump<Noted>(out);
  const std::string text = out.str();
  for (const char* name : {"id", "ts", "kind", "value", "note"}) CHECK_THAT(text, support::contains(name));
}

// Types of members.

struct with_const {
  const int id = 1;
  const char mark[2] = {'a', 'b'};
  int plain = 2;
};

TEST_CASE("const members are readonly slots", "[fields_of]") {
  struct C : sl::object<C, sl::slots<sl::fields_of<with_const>>> {
    using object::object;
  };
  STATIC_REQUIRE(sl::descriptor<C, "id">.readonly);
  STATIC_REQUIRE(sl::descriptor<C, "mark">.readonly);
  STATIC_REQUIRE_FALSE(sl::descriptor<C, "plain">.readonly);
  STATIC_REQUIRE(std::is_same_v<type_of<C, "id">, const int>);
  STATIC_REQUIRE_FALSE(std::is_copy_assignable_v<C>);
  C o{7};
  STATIC_REQUIRE(std::is_same_v<decltype(o["id"_slot]), const int&>);
  CHECK(o.id == 7);
  CHECK(o["plain"_slot] == 2);
  CHECK_THROWS_AS(setattr(o, "id", 8), sl::attribute_error);
  CHECK(getattr<int>(o, "id") == 7);
  const C copy = o;
  CHECK(copy.id == 7);
}

struct arrays {
  int row[3] = {1, 2, 3};
  double grid[2][2] = {{1, 2}, {3, 4}};
  char text[256] = "text";
  std::string words[2];
};

TEST_CASE("arrays are fields, large ones too", "[fields_of]") {
  struct C : sl::object<C, sl::slots<sl::fields_of<arrays>>> {
    using object::object;
  };
  STATIC_REQUIRE(sl::slot_count<C> == 4);
  STATIC_REQUIRE(std::is_same_v<type_of<C, "grid">, double[2][2]>);
  STATIC_REQUIRE(std::is_same_v<type_of<C, "text">, char[256]>);
  STATIC_REQUIRE(sl::descriptor<C, "words">.offset == offsetof(arrays, words));
  C o;
  CHECK(o["row"_slot][2] == 3);
  CHECK(o["grid"_slot][1][0] == 3);
  CHECK(std::string_view(o["text"_slot]) == "text");
  o["words"_slot][1] = "second";
  CHECK(o.words[1] == "second");
  const int other[3] = {7, 8, 9};
  setattr(o, "row"_slot, other);
  CHECK(o.row[1] == 8);
}

TEST_CASE("members that can neither be copied nor moved are fields", "[fields_of]") {
  struct shared {
    int n = 1;
    std::mutex lock;
    std::atomic<int> count{5};
  };
  struct C : sl::object<C, sl::slots<sl::fields_of<shared>, sl::slot<"s", std::string>>> {
    using object::object;
  };
  STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<C>);
  STATIC_REQUIRE_FALSE(std::is_move_constructible_v<C>);
  C o{3};
  const std::lock_guard guard(o["lock"_slot]);
  ++o["count"_slot];
  CHECK(o.count == 6);
  CHECK(o.n == 3);
  setattr(o, "s"_slot, "text");
  CHECK(getattr(o, "s") == "text");
}

enum class color : std::uint8_t { red, green };
enum plain_color { blue };
struct all_kinds {
  bool a;
  signed char b;
  unsigned short c;
  long double d;
  char16_t e;
  color f;
  plain_color g;
  const char* h;
  int (*i)(double);
  int event::* j;
  void (event::*k)(std::string_view);
  std::nullptr_t l;
  std::array<int, 2> m;
  event n;
  std::unique_ptr<int> o;
};

TEST_CASE("members may be of any kind of type", "[fields_of]") {
  struct C : sl::object<C, sl::slots<sl::fields_of<all_kinds>>> {
    using object::object;
  };
  CHECK(has_names<C>({"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o"}));
  STATIC_REQUIRE(std::is_same_v<type_of<C, "i">, int (*)(double)>);
  STATIC_REQUIRE(std::is_same_v<type_of<C, "k">, void (event::*)(std::string_view)>);
  STATIC_REQUIRE(sizeof(C) == sizeof(all_kinds));
  C c;
  c["k"_slot] = &event::rename;
  (c.n.*c["k"_slot])("called");
  CHECK(c["n"_slot].kind == "called");
  CHECK_FALSE(std::is_copy_constructible_v<C>);
}

// Names.

namespace world {
struct größe {
  int breite_ü = 1;
  int 名 = 2;
  int class_ = 3;
  int None = 4;
  int _ = 5;
  int __x = 6;
  int x9_9 = 7;
};
}  // namespace world

TEST_CASE("names are taken as they are written, in UTF-8", "[fields_of]") {
  struct C : sl::object<C, sl::slots<sl::fields_of<world::größe>>> {
    using object::object;
  };
  CHECK(has_names<C>({"breite_ü", "名", "class_", "None", "_", "__x", "x9_9"}));
  C o;
  CHECK(o["名"_slot] == 2);
  CHECK(getattr<int>(o, "breite_ü") == 1);
}

/// Names that the library uses inside.
struct hostile {
  int object = 1, pointer = 2, of = 3, bytes = 4, traits = 5, self = 6, count = 7, slotted = 8, imagined = 9;
  int value = 10, values = 11, given = 12, whole = 13, named = 14, first = 15, second = 16, rest = 17, other = 18;
  int tag = 19, undo = 20, make = 21, Self = 22, Named = 23, Values = 24, Declaration = 25, type = 26, name = 27;
};

TEST_CASE("a member may be called as anything in the library is", "[fields_of]") {
  struct C : sl::object<C, sl::slots<sl::fields_of<hostile>, sl::slot<"note", std::string>>> {
    using sl::object<C, sl::slots<sl::fields_of<hostile>, sl::slot<"note", std::string>>>::object::object;
  };
  STATIC_REQUIRE(sl::slot_count<C> == 28);
  const C o{"of"_slot = 30, "note"_slot = "text"};
  CHECK(o.of == 30);
  CHECK(o["bytes"_slot] == 4);
  const C from_whole{hostile{}, "value"_slot = 31};
  CHECK(from_whole.value == 31);
  CHECK(from_whole.name == 27);
  C copy = from_whole;
  copy = o;
  CHECK(copy["of"_slot] == 30);
  CHECK(getattr<int>(copy, "Declaration") == 25);
  CHECK(C{1, 2, 3}["of"_slot] == 3);
  CHECK(C{41}.hostile::object == 41);
}

struct named_as_bases {
  int cells = 1, positional = 2, cell_bases = 3, adopted_cell = 4, tail_cell = 5, slot_cell = 6, presence_cell = 7;
};

TEST_CASE("a member may be called as the library's own classes are", "[fields_of]") {
  struct C : sl::object<C, sl::slots<sl::fields_of<named_as_bases>, sl::slot<"note", std::string>>> {
    using object::object;
  };
  const C o;
  CHECK(o["cells"_slot] + o["positional"_slot] + o["presence_cell"_slot] == 10);
  CHECK(o.cells + o.positional + o.cell_bases + o.adopted_cell + o.tail_cell + o.slot_cell + o.presence_cell == 28);
}

template <class T, std::size_t N>
struct buffer {
  T data[N];
  std::size_t used = 0;
  struct position {
    T* at;
    std::size_t index;
  };
};
namespace {
struct hidden_from_others {
  int a = 1;
  char b = 'b';
};
}  // namespace

TEST_CASE("instances of templates, members of classes, unnamed namespaces and functions all have names",
          "[fields_of]") {
  struct Buffer : sl::object<Buffer, sl::slots<sl::fields_of<buffer<double, 4>>>> {
    using object::object;
  };
  CHECK(has_names<Buffer>({"data", "used"}));
  struct Position : sl::object<Position, sl::slots<sl::fields_of<buffer<int, 2>::position>>> {
    using object::object;
  };
  CHECK(has_names<Position>({"at", "index"}));
  struct Hidden : sl::object<Hidden, sl::slots<sl::fields_of<hidden_from_others>>> {
    using object::object;
  };
  CHECK(has_names<Hidden>({"a", "b"}));
  CHECK(Hidden{}["b"_slot] == 'b');
  struct local {
    int x;
    std::string y;
  };
  struct Local : sl::object<Local, sl::slots<sl::fields_of<local>>> {
    using object::object;
  };
  CHECK(has_names<Local>({"x", "y"}));
  const auto in_lambda = [] {
    struct inner {
      int z = 4;
    };
    struct Inner : sl::object<Inner, sl::slots<sl::fields_of<inner>>> {
      using object::object;
    };
    return Inner{}["z"_slot] == 4 && sl::slot_names<Inner>[0] == "z";
  };
  CHECK(in_lambda());
}

// clang-format off
struct sixty_four { int
  a00 = 0, a01 = 1, a02, a03, a04, a05, a06, a07, a08, a09, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21,
  a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45,
  a46, a47, a48, a49, a50, a51, a52, a53, a54, a55, a56, a57, a58, a59, a60, a61, a62, a63 = 63; };
struct more_than_64 { char
  a00, a01, a02, a03, a04, a05, a06, a07, a08, a09, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23,
  a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47,
  a48, a49, a50, a51, a52, a53, a54, a55, a56, a57, a58, a59, a60, a61, a62, a63, a64, a65, a66 = 'x'; };
// clang-format on

TEST_CASE("64 members are fields", "[fields_of]") {
  struct C : sl::object<C, sl::slots<sl::fields_of<sixty_four>>> {
    using object::object;
  };
  STATIC_REQUIRE(sl::slot_count<C> == 64);
  STATIC_REQUIRE(sl::slot_names<C>[63] == "a63");
  STATIC_REQUIRE(sl::descriptor<C, "a63">.offset == 63 * sizeof(int));
  constexpr C o{"a62"_slot = 62};
  STATIC_REQUIRE(o["a62"_slot] + o["a63"_slot] + o.a01 + o.a30 == 126);
  CHECK(getattr<int>(o, "a63") == 63);
}

struct subscripted {
  int cell[3];
  mutable int asked = 0;
  int& operator[](std::size_t i) { return cell[i]; }
};
struct overlapping {
  struct nothing {};
  [[no_unique_address]] nothing a;
  int b;
  alignas(16) char c;
  static inline int shared = 1;
};

TEST_CASE("mutable members, members that share an address or are aligned, operators and static members of the struct",
          "[fields_of]") {
  struct Subscripted : sl::object<Subscripted, sl::slots<sl::fields_of<subscripted>>> {
    using object::object;
  };
  CHECK(has_names<Subscripted>({"cell", "asked"}));
  Subscripted o{{1, 2, 3}};
  CHECK(static_cast<subscripted&>(o)[2] == 3);
  ++o["asked"_slot];
  CHECK(o.asked == 1);
  const Subscripted& same = o;
  CHECK(same["asked"_slot] == 1);
  CHECK(o[2] == 3);
  struct Overlapping : sl::object<Overlapping, sl::slots<sl::fields_of<overlapping>>> {
    using object::object;
  };
  CHECK(has_names<Overlapping>({"a", "b", "c"}));
  STATIC_REQUIRE(sizeof(Overlapping) == sizeof(overlapping));
  STATIC_REQUIRE(sl::descriptor<Overlapping, "c">.offset == 16);
}

// Members listed by hand, of classes whose members cannot be found.

class with_everything : public event {
 public:
  explicit with_everything(int given = 3) : event{given, "made"}, whole(given), secret_(given) {}
  [[nodiscard]] int secret() const { return secret_; }
  unsigned bits : 3 = 1;
  int whole;
  union {
    int as_int = 4;
    float as_float;
  };
  std::string text = "text";
  int plain[2] = {5, 6};

 private:
  int secret_;
};

TEST_CASE("members can be listed: of a class with bit-fields, unions, bases, constructors", "[fields_of]") {
  struct C : sl::object<C, sl::slots<sl::slot<"before", char>,
                                     sl::fields_of<with_everything, &with_everything::text, &with_everything::whole,
                                                   &with_everything::plain>,
                                     sl::slot<"after", char>>> {
    using object::object;
  };
  CHECK(has_names<C>({"before", "text", "whole", "plain", "after"}));
  STATIC_REQUIRE(std::is_same_v<type_of<C, "text">, std::string>);
  STATIC_REQUIRE(sl::descriptor<C, "after">.offset >= sizeof(with_everything) ||
                 sl::descriptor<C, "after">.offset < sl::descriptor<C, "text">.offset);
  C o;
  CHECK(o.secret() == 3);
  CHECK(o.bits == 1);
  CHECK(o.as_int == 4);
  CHECK(o.kind == "made");
  CHECK(o["text"_slot] == "text");
  CHECK(&o["text"_slot] == &o.text);
  CHECK(&o["plain"_slot] == &o.plain);
  CHECK_FALSE(hasattr(o, "bits"));
  CHECK_FALSE(hasattr(o, "kind"));
  setattr(o, "text", "changed");
  CHECK(o.text == "changed");

  C named{"whole"_slot = 8, "after"_slot = 'a'};
  CHECK(named.whole == 8);
  CHECK(named.secret() == 3);
  CHECK(named.text == "text");
  C whole{with_everything(9), "text"_slot = "given"};
  CHECK(whole.secret() == 9);
  CHECK(whole.text == "given");
  CHECK(whole.ts == 9);
  const int two[2] = {7, 8};
  C positional{'b', "by position", 4, two, 'a'};
  CHECK(positional.text == "by position");
  CHECK(positional.whole == 4);
  CHECK(positional.plain[1] == 8);
  CHECK(getattr(positional, "after") == 'a');
}

TEST_CASE("members of a base can be listed", "[fields_of]") {
  struct C : sl::object<C, sl::slots<sl::fields_of<with_everything, &event::kind, &with_everything::ts>>> {
    using object::object;
  };
  CHECK(has_names<C>({"kind", "ts"}));
  C o{"kind"_slot = "given"};
  CHECK(o.kind == "given");
  CHECK(&o["ts"_slot] == &o.ts);
  CHECK(sl::descriptor<C, "kind">.offset == offsetof(event, kind));
}

TEST_CASE("members of a class with more than 64, of a local class and of an instance of a template can be listed",
          "[fields_of]") {
  struct Many : sl::object<Many, sl::slots<sl::fields_of<more_than_64, &more_than_64::a66, &more_than_64::a01>>> {
    using object::object;
  };
  CHECK(has_names<Many>({"a66", "a01"}));
  STATIC_REQUIRE(sl::descriptor<Many, "a66">.offset == 66);
  CHECK(Many{}["a66"_slot] == 'x');
  struct local {
    int x = 1;
    int y = 2;
  };
  struct Local : sl::object<Local, sl::slots<sl::fields_of<local, &local::y>>> {
    using object::object;
  };
  CHECK(has_names<Local>({"y"}));
  const Local one{5};
  CHECK(one.x == 1);
  CHECK(one.y == 5);
  struct Buffer : sl::object<Buffer, sl::slots<sl::fields_of<buffer<char, 600>, &buffer<char, 600>::used>>> {
    using object::object;
  };
  CHECK(has_names<Buffer>({"used"}));
  CHECK(Buffer{"used"_slot = std::size_t{4}}.used == 4);
}

// More than one.

struct position {
  double x = 0, y = 0;
};
struct style {
  color fill = color::green;
  char mark = '*';
};

TEST_CASE("a class adopts several structs, each whole", "[fields_of]") {
  struct Mark : sl::object<Mark, sl::slots<sl::fields_of<style>, sl::slot<"note", char>, sl::fields_of<position>>> {
    using object::object;
  };
  CHECK(has_names<Mark>({"fill", "mark", "note", "x", "y"}));
  Mark m{position{1, 2}, "mark"_slot = '+'};
  CHECK(m.x == 1);
  CHECK(m["mark"_slot] == '+');
  CHECK(m.fill == color::green);
  const Mark n{style{color::red, '-'}};
  CHECK(n["fill"_slot] == color::red);
  CHECK(n.y == 0);
  static_cast<position&>(m) = position{3, 4};
  CHECK(m["y"_slot] == 4);
  CHECK(m["mark"_slot] == '+');
}

TEST_CASE("a class and its base adopt a struct each", "[fields_of]") {
  struct Placed : sl::object<Placed, sl::slots<sl::fields_of<position>, sl::slot<"near", char>>> {
    using object::object;
    virtual ~Placed() = default;
    Placed(const Placed&) = default;
    Placed& operator=(const Placed&) = default;
  };
  struct Drawn : sl::object<Drawn, sl::extends<Placed>, sl::slots<sl::fields_of<style>>> {
    using object::object;
  };
  CHECK(has_names<Drawn>({"x", "y", "near", "fill", "mark"}));
  Drawn d{1.0, 2.0, 'n', color::red};
  CHECK(d.x == 1);
  CHECK(getattr(d, "near") == 'n');
  CHECK(d["fill"_slot] == color::red);
  CHECK(d.mark == '*');
  Placed& base = d;
  setattr(base, "x"_slot, 9);
  CHECK(d.x == 9);
  CHECK(hasattr(d, "mark"));
  CHECK_FALSE(hasattr(base, "mark"));
  STATIC_REQUIRE(sl::descriptor<Drawn, "x">.inherited);
  STATIC_REQUIRE(sl::descriptor<Drawn, "x">.offset == sl::descriptor<Placed, "x">.offset);
  Drawn from_base{position{5, 6}, "mark"_slot = '#'};
  CHECK(from_base.y == 6);
  CHECK(from_base.mark == '#');
  Drawn from_own{style{color::red}};
  CHECK(from_own.fill == color::red);
  CHECK(from_own.x == 0);
}

TEST_CASE("empty bases of a struct come along", "[fields_of]") {
  struct comparable {};
  struct printable {
    [[nodiscard]] int print() const { return 1; }
  };
  struct based : comparable, printable {
    int a = 1;
    std::string b = "b";
  };
  struct C : sl::object<C, sl::slots<sl::fields_of<based>>> {
    using object::object;
  };
  CHECK(has_names<C>({"a", "b"}));
  STATIC_REQUIRE(sizeof(C) == sizeof(based));
  STATIC_REQUIRE(std::is_base_of_v<comparable, C>);
  const C o{4, "given"};
  CHECK(o.a == 4);
  CHECK(o.b == "given");
  CHECK(o.print() == 1);
}

}  // namespace unit_fields_of
