#include <slotted/format.hpp>

#include <slotted/slotted.hpp>

#include <array>
#include <atomic>
#include <filesystem>
#include <functional>
#include <iomanip>
#include <map>
#include <memory>
#include <optional>
#include <ostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>
#include <version>

#if defined(__cpp_lib_format)
#include <format>
#endif

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_format {

/// An object as text in all the ways there are, which must be one.
template <class O>
std::string written(const O& object) {
  const std::string text = repr(object);
  std::ostringstream stream;
  stream << object;
  CHECK(stream.str() == text);
#if defined(__cpp_lib_format)
  CHECK(std::format("{}", object) == text);
#endif
  return text;
}

template <class T>
concept prints = requires(std::ostream& out, const T& value) { out << value; };

enum class colour { red, green };

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::field<"y", double, sl::defaults_to<2.0>>,
                                           sl::slot<"label", std::string>>> {
  using object::object;
};

TEST_CASE("row 215: an object is its class and its slots, unset ones too", "[format]") {
  Point p{1.0};
  CHECK(written(p) == "Point(x=1.0, y=2.0, label=<unset>)");
  p["label"_slot] = "home";
  CHECK(written(p) == "Point(x=1.0, y=2.0, label='home')");
  delattr(p, "label");
  CHECK(written(p) == "Point(x=1.0, y=2.0, label=<unset>)");
}

TEST_CASE("row 204: defaults are shown as any value, and a slot that was deleted is unset", "[format]") {
  struct A
      : sl::object<
            A, sl::slots<sl::field<"x", int, sl::defaults_to<1>>, sl::slot<"v", std::vector<int>, sl::defaults_to<>>>> {
    using object::object;
  };
  A a;
  CHECK(written(a) == "A(x=1, v=[])");
  a.del("v"_slot);
  CHECK(written(a) == "A(x=1, v=<unset>)");
}

TEST_CASE("slots of all kinds of types", "[format]") {
  struct Kinds
      : sl::object<Kinds, sl::slots<sl::slot<"i", int>, sl::slot<"b", bool>, sl::slot<"c", char>, sl::slot<"f", float>,
                                    sl::slot<"s", std::string>, sl::slot<"text", const char*>, sl::slot<"a", int[3]>,
                                    sl::slot<"n", char[8]>, sl::slot<"o", std::optional<int>>,
                                    sl::slot<"u", std::unique_ptr<int>>, sl::slot<"v", std::variant<int, bool>>,
                                    sl::slot<"t", std::tuple<int, char>>, sl::slot<"l", std::vector<std::string>>,
                                    sl::slot<"m", std::map<std::string, int>>, sl::slot<"e", colour>,
                                    sl::slot<"p", std::filesystem::path>, sl::slot<"k", const int>>> {
    using object::object;
  };
  Kinds o;
  CHECK(written(o) ==
        "Kinds(i=<unset>, b=<unset>, c=<unset>, f=<unset>, s=<unset>, text=<unset>, a=<unset>, n=<unset>, o=<unset>, "
        "u=<unset>, v=<unset>, t=<unset>, l=<unset>, m=<unset>, e=<unset>, p=<unset>, k=<unset>)");
  o["i"_slot] = -1;
  o["b"_slot] = true;
  o["c"_slot] = 'c';
  o["f"_slot] = 0.1f;
  o["s"_slot] = "it's";
  o["text"_slot] = "t";
  o["o"_slot] = std::optional<int>();
  o["u"_slot] = std::make_unique<int>(3);
  o["v"_slot] = std::variant<int, bool>(false);
  o["t"_slot] = std::tuple<int, char>(1, '\'');
  o["l"_slot] = std::vector<std::string>{"x"};
  o["m"_slot] = std::map<std::string, int>{{"k", 1}};
  o["e"_slot] = colour::green;
  o["p"_slot] = std::filesystem::path("a/b");
  CHECK(written(o) ==
        "Kinds(i=-1, b=true, c='c', f=0.1, s=\"it's\", text='t', a=<unset>, n=<unset>, o=nullopt, u=3, v=false, "
        "t=(1, '\\''), l=['x'], m={'k': 1}, e=colour::green, p=\"a/b\", k=<unset>)");
}

TEST_CASE("arrays and const values", "[format]") {
  struct Row : sl::object<Row, sl::slots<sl::field<"cells", int[3]>, sl::field<"name", char[6]>,
                                         sl::field<"id", const int>, sl::field<"r", bool, sl::readonly>>> {
    using object::object;
  };
  const int cells[3] = {1, 2, 3};
  const Row row{"cells"_slot = cells, "name"_slot = "seven", "id"_slot = 7, "r"_slot = true};
  CHECK(written(row) == "Row(cells=[1, 2, 3], name='seven', id=7, r=true)");
}

TEST_CASE("an object without slots, hidden slots", "[format]") {
  struct Empty : sl::object<Empty, sl::slots<>> {};
  CHECK(written(Empty()) == "Empty()");
  struct Hidden : sl::object<Hidden, sl::slots<sl::field<"a", int>, sl::field<"h", int, sl::hidden>>> {
    using object::object;
  };
  CHECK(written(Hidden{1, 2}) == "Hidden(a=1, h=2)");
}

template <class T>
struct Box : sl::object<Box<T>, sl::slots<sl::field<"held", T>>> {
  using Box::object::object;
};

TEST_CASE("the name of the class is the one that messages have", "[format]") {
  CHECK(written(Box<int>{3}) == std::string(sl::class_name<Box<int>>) + "(held=3)");
  using Made = sl::make_class<"Made", sl::slots<sl::field<"x", int>>>;
  CHECK(written(Made{1}) == "Made(x=1)");
  CHECK(written(sl::extended<Made, sl::slots<sl::slot<"y", int>>>{2}) == "Made(x=2, y=<unset>)");
  CHECK(written(Box<Box<int>>{Box<int>{4}}) ==
        std::string(sl::class_name<Box<Box<int>>>) + "(held=" + repr(Box<int>{4}) + ')');
}

TEST_CASE("a stream's width, flags and fill do not reach inside", "[format]") {
  std::ostringstream out;
  out << std::hex << std::setprecision(2) << std::boolalpha << Point{26.125};
  CHECK(out.str() == "Point(x=26.125, y=2.0, label=<unset>)");
  std::ostringstream wide;
  wide << std::setw(40) << std::setfill('.') << Point{1.0};
  CHECK(wide.str() == "......Point(x=1.0, y=2.0, label=<unset>)");
  std::ostringstream both;
  both << Point{1.0} << ' ' << Point{2.0};
  CHECK(both.str() == "Point(x=1.0, y=2.0, label=<unset>) Point(x=2.0, y=2.0, label=<unset>)");
}

#if defined(__cpp_lib_format)
TEST_CASE("std::format takes the specification of a string", "[format]") {
  const Box<int> box{1};
  const std::string text = repr(box);
  CHECK(std::format("{:>40}", box) == std::string(40 - text.size(), ' ') + text);
  CHECK(std::format("{:*<40}", box) == text + std::string(40 - text.size(), '*'));
  CHECK(std::format("{:.3}", box) == text.substr(0, 3));
  CHECK(std::format("{0} {0}", box) == text + ' ' + text);
  CHECK_THROWS_AS(std::vformat("{:d}", std::make_format_args(box)), std::format_error);
}
#endif

// Bases.

struct Pixel : sl::object<Pixel, sl::extends<Point>, sl::slots<sl::slot<"depth", int>>> {
  using object::object;
};
struct nothing_inside {};
struct slotted_plain_base {
  int n = 4;
};
struct opaque_base {
  explicit opaque_base(int given = 5) : n_(given) {}
  int n() const { return n_; }

 private:
  int n_;
};

TEST_CASE("row 207: slots of bases first, other bases by their values, empty ones not at all", "[format]") {
  Pixel pixel{1.0};
  pixel["depth"_slot] = 8;
  CHECK(written(pixel) == "Pixel(x=1.0, y=2.0, label=<unset>, depth=8)");
  struct Named : sl::object<Named, sl::extends<std::string>, sl::slots<sl::field<"id", int>>> {
    using object::object;
  };
  Named named{1};
  named.assign("it");
  CHECK(written(named) == "Named('it', id=1)");
  struct Tagged : sl::object<Tagged, sl::extends<nothing_inside>, sl::slots<sl::field<"id", int>>> {
    using object::object;
  };
  CHECK(written(Tagged{1}) == "Tagged(id=1)");
  struct Both
      : sl::object<Both, sl::extends<slotted_plain_base, Pixel, std::vector<int>>, sl::slots<sl::field<"z", int>>> {
    using object::object;
  };
  Both both{"x"_slot = 1.0, "z"_slot = 3};
  both.push_back(7);
  CHECK(written(both) == "Both(slotted_plain_base(n=4), [7], x=1.0, y=2.0, label=<unset>, depth=<unset>, z=3)");
  struct Opaque : sl::object<Opaque, sl::extends<opaque_base>, sl::slots<>> {
    using object::object;
  };
  CHECK(Opaque().n() == 5);
  CHECK(written(Opaque()) == "Opaque(<" + std::string(sl::type_name<opaque_base>) + ">)");
}

TEST_CASE("a base is printed as itself through a reference to it", "[format]") {
  const Pixel pixel{1.0};
  const Point& point = pixel;
  CHECK(written(point) == "Point(x=1.0, y=2.0, label=<unset>)");
}

TEST_CASE("a class derived in plain C++ is printed as the class that it is seen as", "[format]") {
  struct Same : Point {
    using Point::Point;
    double sum() const { return getattr(*this, "x"_slot) + getattr(*this, "y"_slot); }
  };
  const Same same{1.0};
  CHECK(same.sum() == 3.0);
  CHECK(written(same) == "Point(x=1.0, y=2.0, label=<unset>)");
  struct More : Point {
    using Point::Point;
    int more = 0;
  };
  STATIC_REQUIRE_FALSE(prints<More>);
  const More more{1.0};
  CHECK(written(static_cast<const Point&>(more)) == "Point(x=1.0, y=2.0, label=<unset>)");
}

TEST_CASE("the fields of an adopted aggregate are printed as fields", "[format]") {
  struct event {
    int ts;
    std::string kind;
  };
  struct Event : sl::object<Event, sl::slots<sl::fields_of<event>, sl::slot<"note", std::string>>> {
    using object::object;
  };
  CHECK(written(Event{event{1, "k"}}) == "Event(ts=1, kind='k', note=<unset>)");
}

// Policies.

struct Silent : sl::object<Silent, sl::without<sl::printing>, sl::slots<sl::field<"x", int>>> {
  using object::object;
};
struct Own : sl::object<Own, sl::without<sl::printing>, sl::slots<sl::field<"x", int>>> {
  using object::object;
  friend std::ostream& operator<<(std::ostream& out, const Own& own) { return out << "own " << own["x"_slot]; }
};
struct OfSilent : sl::object<OfSilent, sl::extends<Silent>, sl::slots<sl::field<"y", int>>> {
  using object::object;
};
struct WithMember : sl::object<WithMember, sl::slots<sl::field<"x", int>>> {
  using object::object;
  int plain = 0;
};
struct WithMemberPrinted : sl::object<WithMemberPrinted, sl::with<sl::printing>, sl::slots<sl::field<"x", int>>> {
  using object::object;
  int plain = 0;
};

TEST_CASE("a class that is not to be printed is not, nor is one with plain members", "[format]") {
  STATIC_REQUIRE(prints<Point>);
  STATIC_REQUIRE_FALSE(prints<Silent>);
  STATIC_REQUIRE_FALSE(prints<OfSilent>);
  STATIC_REQUIRE_FALSE(prints<WithMember>);
  CHECK(written(WithMemberPrinted{3}) == "WithMemberPrinted(x=3)");
#if defined(__cpp_lib_format) && __cplusplus > 202002L
  STATIC_REQUIRE_FALSE(std::formattable<Silent, char>);
#endif
}

TEST_CASE("without printing a class has its own operator<<, also inside of others", "[format]") {
  std::ostringstream out;
  out << Own{3};
  CHECK(out.str() == "own 3");
  CHECK(written(Box<Own>{Own{4}}).ends_with("(held=own 4)"));
  CHECK(written(Box<std::vector<Own>>{std::vector<Own>{Own{5}}}).ends_with("(held=[own 5])"));
  CHECK(written(Box<std::shared_ptr<Own>>{std::make_shared<Own>(6)}).ends_with("(held=own 6)"));
  CHECK(written(Box<Silent>{Silent{7}}).ends_with("(held=<" + std::string(sl::type_name<Silent>) + ">)"));
  CHECK(written(Box<WithMember>{WithMember{8}}).ends_with("(held=<" + std::string(sl::type_name<WithMember>) + ">)"));
  CHECK(written(Box<WithMemberPrinted>{WithMemberPrinted{9}}).ends_with("(held=WithMemberPrinted(x=9))"));
}

TEST_CASE("an operator<< of the class goes before the library's, repr stays", "[format]") {
  struct Loud : sl::object<Loud, sl::slots<sl::field<"x", int>>> {
    using object::object;
    static std::ostream& print(std::ostream& out, const Loud& loud) { return out << "LOUD " << loud["x"_slot]; }
  };
  std::ostringstream out;
  Loud::print(out, Loud{1});
  CHECK(out.str() == "LOUD 1");
  CHECK(written(Loud{1}) == "Loud(x=1)");
}

struct Overloaded : sl::object<Overloaded, sl::slots<sl::field<"x", int>>> {
  using object::object;
  friend std::ostream& operator<<(std::ostream& out, const Overloaded& o) { return out << "over " << o["x"_slot]; }
};

TEST_CASE("an operator<< beside printing is no ambiguity", "[format]") {
  std::ostringstream out;
  out << Overloaded{1};
  CHECK(out.str() == "over 1");
  CHECK(repr(Overloaded{1}) == "Overloaded(x=1)");
}

// Recursion.

struct Node : sl::object<Node, sl::slots<sl::field<"id", int>, sl::slot<"next", std::shared_ptr<Node>>,
                                         sl::slot<"raw", Node*>, sl::slot<"children", std::vector<Node>>,
                                         sl::slot<"by_name", std::map<std::string, std::shared_ptr<Node>>>>> {
  using object::object;
};

TEST_CASE("objects of the class itself inside of one", "[format]") {
  Node node{1};
  node["next"_slot] = std::make_shared<Node>(2);
  node["children"_slot] = std::vector<Node>{Node{3}, Node{4}};
  constexpr std::string_view rest = "next=<unset>, raw=<unset>, children=<unset>, by_name=<unset>)";
  const std::string two = "Node(id=2, " + std::string(rest);
  const std::string three = "Node(id=3, " + std::string(rest);
  const std::string four = "Node(id=4, " + std::string(rest);
  CHECK(written(node) ==
        "Node(id=1, next=" + two + ", raw=<unset>, children=[" + three + ", " + four + "], by_name=<unset>)");
  node["next"_slot] = std::shared_ptr<Node>();
  CHECK_THAT(written(node), support::contains("next=nullptr"));
  node["raw"_slot] = &node;
  CHECK_THAT(written(node), support::contains("raw=<"));
  CHECK_THAT(written(node), support::contains("Node at 0x"));
}

TEST_CASE("an object that is reached from itself is shown once", "[format]") {
  const auto first = std::make_shared<Node>(1);
  (*first)["next"_slot] = first;
  CHECK(written(*first) == "Node(id=1, next=Node(...), raw=<unset>, children=<unset>, by_name=<unset>)");
  const auto second = std::make_shared<Node>(2);
  (*first)["next"_slot] = second;
  (*second)["by_name"_slot] = std::map<std::string, std::shared_ptr<Node>>{{"back", first}, {"self", second}};
  CHECK(written(*first) ==
        "Node(id=1, next=Node(id=2, next=<unset>, raw=<unset>, children=<unset>, "
        "by_name={'back': Node(...), 'self': Node(...)}), raw=<unset>, children=<unset>, by_name=<unset>)");
  CHECK(written(*second) ==
        "Node(id=2, next=<unset>, raw=<unset>, children=<unset>, by_name={'back': Node(id=1, next=Node(...), "
        "raw=<unset>, children=<unset>, by_name=<unset>), 'self': Node(...)})");
  (*first)["next"_slot].reset();
  (*second)["by_name"_slot].reset();
}

TEST_CASE("an object that is reached twice, but not from itself, is shown twice", "[format]") {
  const auto leaf = std::make_shared<Node>(9);
  Node node{1};
  node["by_name"_slot] = std::map<std::string, std::shared_ptr<Node>>{{"a", leaf}, {"b", leaf}};
  const std::string text = written(node);
  CHECK(text.find("id=9") != text.rfind("id=9"));
  CHECK(text.find("...") == text.npos);
}

struct Inner : sl::object<Inner, sl::slots<sl::field<"n", int>>> {
  using object::object;
};
struct Outer : sl::object<Outer, sl::slots<sl::field<"inner", Inner>>> {
  using object::object;
};

TEST_CASE("an object and its first slot share an address, and both are shown", "[format]") {
  const Outer outer{Inner{1}};
  REQUIRE(static_cast<const void*>(&outer) == static_cast<const void*>(&outer["inner"_slot]));
  CHECK(written(outer) == "Outer(inner=Inner(n=1))");
}

struct plain_link;
struct Wrapped : sl::object<Wrapped, sl::slots<sl::slot<"link", std::shared_ptr<plain_link>>>> {
  using object::object;
};
struct plain_link {
  int n;
  std::shared_ptr<Wrapped> back;
};

TEST_CASE("a cycle through slotted and plain classes ends", "[format]") {
  const auto wrapped = std::make_shared<Wrapped>();
  (*wrapped)["link"_slot] = std::make_shared<plain_link>(plain_link{1, wrapped});
  CHECK(written(*wrapped) == "Wrapped(link=plain_link(n=1, back=Wrapped(...)))");
  (*wrapped)["link"_slot].reset();
}

struct Chain : sl::object<Chain, sl::slots<sl::field<"id", int>, sl::slot<"next", std::unique_ptr<Chain>>>> {
  using object::object;
};

TEST_CASE("a chain of 100,000 objects is cut off where it is too deep", "[format]") {
  std::unique_ptr<Chain> first;
  for (int i = 0; i != 100'000; ++i) {
    auto before = std::make_unique<Chain>(i);
    if (first) (*before)["next"_slot] = std::move(first);
    first = std::move(before);
  }
  const std::string text = written(*first);
  CHECK(text.starts_with("Chain(id=99999, next=Chain(id=99998, next="));
  CHECK_THAT(text, support::contains("next=Chain(...))"));
  CHECK(text.size() < 10'000);
  CHECK(written(*first) == text);
  while (first) {
    auto next = (*first)["next"_slot].has_value() ? std::move((*first)["next"_slot].value()) : nullptr;
    first = std::move(next);
  }
}

TEST_CASE("a chain that is not too deep is written to its end", "[format]") {
  std::unique_ptr<Chain> first;
  for (int i = 0; i != 50; ++i) {
    auto before = std::make_unique<Chain>(i);
    if (first) (*before)["next"_slot] = std::move(first);
    first = std::move(before);
  }
  const std::string text = written(*first);
  CHECK_THAT(text, support::contains("Chain(id=0, next=<unset>)"));
  CHECK(text.find("...") == text.npos);
}

// User-defined operator<< in the middle.

struct Noisy;
struct thrower {
  int fuse;
  const Noisy* back = nullptr;
  friend std::ostream& operator<<(std::ostream& out, const thrower& value);
};
struct Noisy
    : sl::object<Noisy,
                 sl::slots<sl::field<"a", int>, sl::slot<"t", thrower>, sl::slot<"next", std::shared_ptr<Noisy>>>> {
  using object::object;
};
std::ostream& operator<<(std::ostream& out, const thrower& value) {
  if (value.fuse == 0) throw std::runtime_error("no text");
  out << "fuse " << value.fuse;
  if (value.back) out << " of " << *value.back;
  return out;
}

TEST_CASE("an operator<< that throws leaves nothing behind", "[format]") {
  const auto inner = std::make_shared<Noisy>(2);
  const auto outer = std::make_shared<Noisy>(1);
  (*outer)["next"_slot] = inner;
  const std::string before = written(*outer);
  for (int i = 0; i != 100; ++i) {  // more than the depth at which chains are cut off
    (*inner)["t"_slot] = thrower{0};
    CHECK_THROWS_AS(repr(*outer), std::runtime_error);
    std::ostringstream out;
    CHECK_THROWS_AS(out << *outer, std::runtime_error);
    CHECK(out.str().empty());
    (*inner)["t"_slot].reset();
    REQUIRE(repr(*outer) == before);
  }
}

TEST_CASE("an operator<< that prints the object around it does not loop", "[format]") {
  Noisy noisy{1};
  noisy["t"_slot] = thrower{3, &noisy};
  CHECK(written(noisy) == "Noisy(a=1, t=fuse 3 of Noisy(...), next=<unset>)");
  const Noisy other{2};
  noisy["t"_slot] = thrower{3, &other};
  CHECK(written(noisy) == "Noisy(a=1, t=fuse 3 of Noisy(a=2, t=<unset>, next=<unset>), next=<unset>)");
}

TEST_CASE("threads that print the same objects do not disturb each other", "[format]") {
  const auto first = std::make_shared<Node>(1);
  (*first)["next"_slot] = std::make_shared<Node>(2);
  (*(*first)["next"_slot].value())["next"_slot] = first;
  const Node* const seen = first.get();
  const std::string expected = repr(*seen);
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t != 4; ++t)
    threads.emplace_back([&wrong, &expected, seen] {
      for (int i = 0; i != 500; ++i) wrong += repr(*seen) != expected;
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == 0);
  (*first)["next"_slot].reset();
}

TEST_CASE("a class of many slots", "[format]") {
  using Many =
      sl::make_class<"Many", sl::slots<sl::slot<"a", int>, sl::slot<"b", int>, sl::slot<"c", int>, sl::slot<"d", int>,
                                       sl::slot<"e", int>, sl::slot<"f", int>, sl::slot<"g", int>, sl::slot<"h", int>,
                                       sl::slot<"i", int>, sl::slot<"j", int>>>;
  Many many;
  setattr(many, "j", 10);
  setattr(many, "a", 1);
  CHECK(written(many) ==
        "Many(a=1, b=<unset>, c=<unset>, d=<unset>, e=<unset>, f=<unset>, g=<unset>, h=<unset>, i=<unset>, j=10)");
}

TEST_CASE("row 225: a class made without a class statement is printed, and taken apart", "[format]") {
  using M = sl::make_class<"M", sl::slots<sl::field<"a", int>>>;
  CHECK(written(M{1}) == "M(a=1)");
  STATIC_REQUIRE(sl::slot_names<M>.size() == 1);
  const auto [a] = M{1};
  CHECK(a == 1);
}

struct WithStatic : sl::object<WithStatic, sl::slots<sl::field<"x", int, sl::defaults_to<0>>>> {
  using object::object;
  static constexpr int k = 3;
};

TEST_CASE("row 221: a static member is no slot", "[format]") {
  CHECK(WithStatic::k == 3);
  CHECK(written(WithStatic()) == "WithStatic(x=0)");
}

TEST_CASE("repr takes const objects, temporaries and lvalues", "[format]") {
  STATIC_REQUIRE(std::is_same_v<decltype(repr(std::declval<const Point&>())), std::string>);
  Point p{1.0};
  CHECK(sl::repr(p) == repr(std::as_const(p)));
  CHECK(repr(Point{1.0}) == repr(p));
  CHECK(sl::detail::slotted_class<Point>);
}

TEST_CASE("dynamic attributes stand behind the slots, in the order in which they were set", "[format]") {
  struct Open : sl::object<Open, sl::slots<sl::slot<"x", int>, sl::dict_slot<>>> {
    using object::object;
  };
  struct Sub : sl::object<Sub, sl::extends<Open>, sl::slots<sl::slot<"y", int>>> {
    using object::object;
  };
  Open o;
  CHECK(written(o) == "Open(x=<unset>)");
  setattr(o, "b", 1);
  setattr(o, "a", "text");
  setattr(o, "d", 2.5);
  setattr(o, "f", true);
  setattr(o, "none", sl::value());
  setattr(o, "Installed-Size", 3);  // no identifier
  setattr(o, "", 4);
  CHECK(written(o) == "Open(x=<unset>, b=1, a='text', d=2.5, f=true, none=<nothing>, 'Installed-Size'=3, ''=4)");
  Sub s;
  setattr(s, "z", nothing_inside{});  // not of the standard library, which has its own names for its types
  setattr(s, "y", 5);
  CHECK(written(s) == "Sub(x=<unset>, y=5, z=<unit_format::nothing_inside>)");
  CHECK(written(static_cast<const Open&>(s)) == "Open(x=<unset>, z=<unit_format::nothing_inside>)");
}

TEST_CASE("dynamic attributes of one type are written as slots of that type", "[format]") {
  struct Texts : sl::object<Texts, sl::slots<sl::dict_slot<std::vector<std::string>>>> {
    using object::object;
  };
  struct opaque {};
  struct Opaque : sl::object<Opaque, sl::slots<sl::dict_slot<opaque>>> {
    using object::object;
  };
  Texts t;
  setattr(t, "all", std::vector<std::string>{"a", "b"});
  CHECK(written(t) == "Texts(all=['a', 'b'])");
  Opaque o;
  setattr(o, "q", opaque{});
  CHECK_THAT(written(o), support::contains("q="));
}

}  // namespace unit_format
