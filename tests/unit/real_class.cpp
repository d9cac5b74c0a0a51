#include <slotted/real_class.hpp>

#include <slotted/slotted.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "support/catch.hpp"
#include "support/what_of.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using support::what_of;

namespace unit_real_class {

struct Shape : sl::object<Shape, sl::slots<sl::slot<"name", std::string>, sl::dict_slot<>>> {
  using object::object;
};
struct Circle
    : sl::object<Circle, sl::extends<Shape>,
                 sl::slots<sl::slot<"radius", double>, sl::slot<"id", int, sl::readonly>,
                           sl::slot<"note", std::string, sl::alias<"remark">>,
                           sl::field<"n", std::int8_t, sl::defaults_to<7>>, sl::slot<"hid", int, sl::hidden>>> {
  using object::object;
};
struct Disc
    : sl::object<Disc, sl::extends<Circle>, sl::slots<sl::slot<"fill", int>, sl::slot<"own", std::unique_ptr<int>>>> {
  using object::object;
};

// class_of.

TEST_CASE("class_of names the class that an object was made as", "[real_class]") {
  Circle circle;
  const Shape& shape = circle;
  CHECK(class_of(shape) == sl::class_of<Circle>());
  CHECK(class_of(shape) != sl::class_of<Shape>());
  CHECK(class_of(shape) == class_of(circle));
  CHECK(class_of(shape) == "Circle");
  CHECK(class_of(shape).name() == "Circle");
  const std::string_view name = class_of(shape);
  CHECK(name == "Circle");
  std::ostringstream out;
  out << class_of(shape);
  CHECK(out.str() == "Circle");
  CHECK(class_of(Shape()) == sl::class_of<Shape>());
  STATIC_REQUIRE(sl::class_of<Circle>() == sl::class_of<const Circle>());
  STATIC_REQUIRE(sl::class_of<Circle>().name() == "Circle");
}

TEST_CASE("a plain C++ subclass is seen as the class that declares its slots", "[real_class]") {
  struct Plain : Circle {
    using Circle::Circle;
  };
  const Plain plain;
  CHECK(class_of(static_cast<const Shape&>(plain)) == sl::class_of<Circle>());
  CHECK(class_of(plain) == sl::class_of<Plain>());
  CHECK(class_of(plain).name() == "Circle");
}

TEST_CASE("without a dict slot the class that is seen is the class", "[real_class]") {
  struct A : sl::object<A, sl::slots<sl::slot<"x", int>>> {
    using object::object;
  };
  struct B : sl::object<B, sl::extends<A>, sl::slots<sl::slot<"y", int>>> {
    using object::object;
  };
  const B b;
  CHECK(class_of(b).name() == "B");
  CHECK(class_of(static_cast<const A&>(b)).name() == "A");
}

namespace one {
struct Same : sl::object<Same, sl::extends<Shape>, sl::slots<>> {
  using object::object;
};
}  // namespace one
namespace two {
struct Same : sl::object<Same, sl::extends<Shape>, sl::slots<>> {
  using object::object;
};
}  // namespace two

TEST_CASE("classes of one name in two namespaces are two", "[real_class]") {
  CHECK(class_of(one::Same()) != class_of(two::Same()));
  CHECK(class_of(one::Same()).name() == class_of(two::Same()).name());
}

Shape& first_local() {
  struct Local : sl::object<Local, sl::extends<Shape>, sl::slots<sl::field<"a", int, sl::defaults_to<1>>>> {
    using object::object;
  };
  static Local object;
  return object;
}
Shape& second_local() {
  struct Local : sl::object<Local, sl::extends<Shape>, sl::slots<sl::field<"b", std::string, sl::defaults_to<>>>> {
    using object::object;
  };
  static Local object;
  return object;
}

TEST_CASE("so are local classes, for which some compilers write the same name", "[real_class]") {
  Shape& first = first_local();
  Shape& second = second_local();
  CHECK(class_of(first) != class_of(second));
  setattr(first, "dynamic", 1);
  second = first;
  CHECK_FALSE(hasattr(second, "a"));
  CHECK(getattr(second, "dynamic") == 1);
  CHECK(hasattr(second, "b"));
  CHECK(vars(first).size() == 1);
}

// Run-time names through a base.

TEST_CASE("a run-time name reaches the slots of the real class through a base", "[real_class]") {
  Circle circle{"radius"_slot = 2.0, "id"_slot = 5};
  Shape& shape = circle;
  CHECK(hasattr(shape, "radius"));
  CHECK_FALSE(hasattr(shape, "note"));  // unset
  CHECK(getattr(shape, "radius") == 2.0);
  CHECK(getattr<double>(shape, "radius") == 2.0);
  CHECK(getattr<double>(shape, "radius"_attr) == 2.0);
  CHECK(&getattr<double>(shape, "radius") == &circle["radius"_slot].value());
  CHECK(find_attr<double>(shape, "radius") == &circle["radius"_slot].value());
  CHECK(find_attr<int>(shape, "radius") == nullptr);
  CHECK(find_attr<std::string>(shape, "note") == nullptr);
  CHECK(getattr(shape, "note", "none") == "none");
  CHECK(getattr(shape, "radius", 0.0) == 2.0);
  setattr(shape, "radius", 3.0);
  CHECK(circle["radius"_slot].value() == 3.0);
  setattr(shape, "remark", "by its alias");
  CHECK(circle["note"_slot].value() == "by its alias");
  delattr(shape, "note");
  CHECK_FALSE(circle["note"_slot].has_value());
  CHECK(vars(shape).empty());
  setattr(shape, "name", "own");
  setattr(shape, "extra", 1);
  CHECK(getattr(circle, "extra") == 1);
  CHECK(vars(circle).size() == 1);
}

TEST_CASE("const stays const through a base", "[real_class]") {
  Circle circle{"radius"_slot = 2.0};
  const Shape& shape = circle;
  STATIC_REQUIRE(std::is_same_v<decltype(getattr<double>(shape, "radius")), const double&>);
  STATIC_REQUIRE(std::is_same_v<decltype(find_attr<double>(shape, "radius")), const double*>);
  CHECK(getattr<double>(shape, "radius") == 2.0);
  CHECK(*find_attr<double>(shape, "radius") == 2.0);
}

TEST_CASE("a readonly slot of the real class hands out const only", "[real_class]") {
  Circle circle{"id"_slot = 5};
  Shape& shape = circle;
  CHECK_THROWS_AS(setattr(shape, "id", 6), sl::attribute_error);
  CHECK_THROWS_AS(delattr(shape, "id"), sl::attribute_error);
  CHECK_THROWS_AS(getattr<int>(shape, "id"), sl::attribute_error);  // an int& would write it
  CHECK(find_attr<int>(shape, "id") == nullptr);
  CHECK(getattr<int>(std::as_const(shape), "id") == 5);
  CHECK(*find_attr<int>(std::as_const(shape), "id") == 5);
  CHECK(getattr<const int>(shape, "id") == 5);
  CHECK(*find_attr<const int>(shape, "id") == 5);
  CHECK(getattr(shape, "id") == 5);
  CHECK(getattr(shape, "id", 0) == 5);
  CHECK(what_of([&] { setattr(shape, "id", 6); }) == "'Circle' object attribute 'id' is read-only");
  CHECK(what_of([&] { static_cast<void>(getattr<int>(shape, "id")); }) ==
        "'Circle' object attribute 'id' is read-only");
}

TEST_CASE("errors through a base speak of the real class", "[real_class]") {
  Circle circle;
  Shape& shape = circle;
  CHECK_THAT(what_of([&] { static_cast<void>(getattr(shape, "nope")); }),
             support::contains("'Circle' object has no attribute 'nope'"));
  CHECK(what_of([&] { static_cast<void>(getattr(shape, "radius")); }) ==
        "'Circle' object has no attribute 'radius': the slot is unset");
  CHECK(what_of([&] { static_cast<void>(getattr<double>(shape, "radius")); }) ==
        "'Circle' object has no attribute 'radius': the slot is unset");
  CHECK_THAT(what_of([&] { delattr(shape, "radius"); }),
             support::contains("'Circle' object has no attribute 'radius'"));
  CHECK_THAT(what_of([&] { static_cast<void>(getattr(shape, "radios")); }),
             support::contains("Did you mean 'radius'?"));
  CHECK(what_of([&] { delattr(shape, "n"); }) ==
        "'Circle' object attribute 'n' cannot be deleted: a field always holds a value");
  CHECK(what_of([&] { setattr(shape, "radius", "text"); }) ==
        "'Circle' object attribute 'radius' is of type 'double' and takes no value of type 'std::string'");
  CHECK(what_of([&] {
          static_cast<void>(getattr<double>(shape, "n"));
        }).find("'Circle' object attribute 'n' is of type '") == 0);
  CHECK_THROWS_AS(setattr(shape, "n", 200), sl::type_error);
  CHECK(getattr(shape, "n") == 7);
}

TEST_CASE("of many dynamic attributes the first 256 are suggested, and none that was deleted", "[real_class]") {
  Circle circle;
  Shape& shape = circle;
  for (int i = 0; i != 300; ++i)
    setattr(circle, "attribute_" + std::string(i < 10 ? 2 : i < 100 ? 1 : 0, '0') + std::to_string(i), i);
  const auto answer = [&](const char* name) { return what_of([&] { static_cast<void>(getattr(shape, name)); }); };
  CHECK_THAT(answer("atribute_255"), support::contains("Did you mean 'attribute_255'?"));
  CHECK_THAT(answer("atribute_299"), !support::contains("attribute_299"));
  delattr(circle, "attribute_255");
  CHECK_THAT(answer("atribute_255"), !support::contains("attribute_255"));
}

TEST_CASE("what cannot be copied is not taken from an object that is not given away", "[real_class]") {
  struct Owner : sl::object<Owner, sl::slots<sl::field<"own", std::unique_ptr<int>>>> {
    using object::object;
  };
  const Owner owner{std::make_unique<int>(3)};
  Disc disc;
  Shape& shape = disc;
  CHECK_THAT(what_of([&] { setattr(shape, "own", getattr(owner, "own")); }),
             support::contains("'Disc' object attribute 'own' is of type"));
  CHECK(*owner["own"_slot] == 3);
  CHECK_FALSE(hasattr(shape, "own"));
}

TEST_CASE("a hidden slot of the real class is reached by no run-time name, and its name is taken", "[real_class]") {
  Circle circle{"hid"_slot = 4};
  Shape& shape = circle;
  CHECK_FALSE(hasattr(shape, "hid"));
  CHECK_THROWS_AS(setattr(shape, "hid", 5), sl::attribute_error);
  CHECK(vars(shape).empty());
  CHECK(circle["hid"_slot].value() == 4);
}

TEST_CASE("a slot of the real class follows the value rule through a base", "[real_class]") {
  Disc disc;
  Shape& shape = disc;
  setattr(shape, "n", 100);  // an int into an int8_t
  CHECK(disc["n"_slot] == 100);
  setattr(shape, "n", 5ull);
  CHECK(disc["n"_slot] == 5);
  setattr(shape, "n", true);
  CHECK(disc["n"_slot] == 1);
  CHECK_THROWS_AS(setattr(shape, "n", 1.0), sl::type_error);
  setattr(shape, "radius", 4);
  CHECK(disc["radius"_slot].value() == 4.0);
  setattr(shape, "radius", 2.5f);
  CHECK(disc["radius"_slot].value() == 2.5);
  setattr(shape, "note", "literal");
  setattr(shape, "note", std::string_view("view"));
  CHECK(disc["note"_slot].value() == "view");
  std::string moved(60, 'm');
  setattr(shape, "note", std::move(moved));
  CHECK(moved.empty());  // NOLINT: it was moved from
  const std::string copied = "copied";
  setattr(shape, "note", copied);
  CHECK(copied == "copied");
  CHECK_THROWS_AS(setattr(shape, "note", 5), sl::type_error);
  CHECK(disc["note"_slot].value() == "copied");
  setattr(shape, "own", std::make_unique<int>(6));
  CHECK(*disc["own"_slot].value() == 6);
  setattr(shape, "fill", std::variant<std::string, int>(8));
  CHECK(getattr(shape, "fill") == 8);
  setattr(shape, "fill", sl::value(9));
  CHECK(getattr(shape, "fill") == 9);
  CHECK_THROWS_AS(setattr(shape, "fill", sl::value()), sl::type_error);
  CHECK_THROWS_AS(setattr(shape, "fill", sl::value("text")), sl::type_error);
  Disc other;
  setattr(static_cast<Shape&>(other), "fill", getattr(shape, "fill"));
  CHECK(other["fill"_slot].value() == 9);
  setattr(static_cast<Shape&>(other), "note", getattr(shape, "note"));
  CHECK(other["note"_slot].value() == "copied");
}

// While an object is made and dies.

struct Log {
  std::vector<std::string> lines;
  void add(std::string_view where, const auto& object) {
    lines.push_back(std::string(where) + ' ' + std::string(class_of(object).name()) +
                    (hasattr(object, "late") ? " late" : "") + (hasattr(object, "early") ? " early" : "") +
                    (hasattr(object, "slot_of_middle") ? " slot" : ""));
  }
};
Log* current_log = nullptr;

struct Ground : sl::object<Ground, sl::slots<sl::slot<"g", int>, sl::dict_slot<>>> {
  Ground() {
    current_log->add("+Ground", *this);
    setattr(*this, "early", 1);
    setattr(*this, "g", 2);
  }
  Ground(const Ground&) = default;
  Ground(Ground&&) = default;
  Ground& operator=(const Ground&) = default;
  Ground& operator=(Ground&&) = default;
  virtual ~Ground() {
    current_log->add("-Ground", *this);
    setattr(*this, "late", 1);
    current_log->add("~Ground", *this);
  }
};
struct Middle : sl::object<Middle, sl::extends<Ground>, sl::slots<sl::slot<"slot_of_middle", std::string>>> {
  Middle() {
    current_log->add("+Middle", static_cast<Ground&>(*this));
    setattr(static_cast<Ground&>(*this), "slot_of_middle", std::string(40, 'm'));
    setattr(*this, "middle", 3);
  }
  Middle(const Middle&) = default;
  Middle(Middle&&) = default;
  Middle& operator=(const Middle&) = default;
  Middle& operator=(Middle&&) = default;
  ~Middle() override {
    current_log->add("-Middle", static_cast<Ground&>(*this));
    delattr(static_cast<Ground&>(*this), "slot_of_middle");
  }
};
struct Roof : sl::object<Roof, sl::extends<Middle>, sl::slots<sl::slot<"slot_of_roof", int>>> {
  Roof() { current_log->add("+Roof", static_cast<Ground&>(*this)); }
  Roof(const Roof&) = default;
  Roof(Roof&&) = default;
  Roof& operator=(const Roof&) = default;
  Roof& operator=(Roof&&) = default;
  ~Roof() override { current_log->add("-Roof", static_cast<Ground&>(*this)); }
};

TEST_CASE("in a constructor or destructor of a base the object is of the base's class", "[real_class]") {
  Log log;
  current_log = &log;
  {
    const std::unique_ptr<Ground> roof = std::make_unique<Roof>();
    CHECK(class_of(*roof).name() == "Roof");
    CHECK(getattr(*roof, "early") == 1);  // survives
    CHECK(getattr(*roof, "middle") == 3);
    CHECK(getattr(*roof, "slot_of_middle") == std::string(40, 'm'));
    CHECK(vars(*roof).size() == 2);
    CHECK_FALSE(hasattr(*roof, "slot_of_roof"));
  }
  CHECK(log.lines == std::vector<std::string>{"+Ground Ground", "+Middle Middle early", "+Roof Roof early slot",
                                              "-Roof Roof early slot", "-Middle Middle early slot",
                                              "-Ground Ground early", "~Ground Ground late early"});
}

TEST_CASE("the same where the dynamic attributes are too many to share their names", "[real_class]") {
  Log log;
  current_log = &log;
  {
    Roof roof;
    for (int i = 0; i != 50; ++i) setattr(roof, "n" + std::to_string(i), i);
    const Roof copy = roof;
    CHECK(class_of(static_cast<const Ground&>(copy)).name() == "Roof");
    CHECK(getattr(copy, "n49") == 49);
    const Ground sliced = roof;
    CHECK(class_of(sliced).name() == "Ground");
    CHECK(getattr(sliced, "n49") == 49);
    CHECK(hasattr(static_cast<const Ground&>(copy), "slot_of_middle"));
    CHECK_FALSE(hasattr(sliced, "slot_of_middle"));
  }
  CHECK(log.lines.back() == "~Ground Ground late early");
}

TEST_CASE("a base's constructor may set the same names in the same order over and over: one shape", "[real_class]") {
  Log log;
  current_log = &log;
  const std::size_t before = sl::shape_count<Ground>();
  {
    const Roof a;
    const std::size_t with_one = sl::shape_count<Ground>();
    const Roof b;
    const Roof c;
    CHECK(sl::shape_count<Ground>() == with_one);
  }
  CHECK(sl::shape_count<Ground>() == before);
}

struct Greedy : sl::object<Greedy, sl::slots<sl::dict_slot<>>> {
  Greedy() {
    setattr(*this, "mine", 1);
    setattr(*this, "taken", 2);
  }
};
struct Owner : sl::object<Owner, sl::extends<Greedy>, sl::slots<sl::slot<"taken", std::string>>> {
  using object::object;
};
struct GreedyMany : sl::object<GreedyMany, sl::slots<sl::dict_slot<>>> {
  GreedyMany() {
    for (int i = 0; i != 50; ++i) setattr(*this, "n" + std::to_string(i), i);
    setattr(*this, "taken", 2);
  }
};
struct OwnerMany : sl::object<OwnerMany, sl::extends<GreedyMany>, sl::slots<sl::slot<"taken", std::string>>> {
  using object::object;
};

TEST_CASE("a name that a base's constructor sets must not be a slot of the derived class", "[real_class]") {
  const Greedy greedy;
  CHECK(getattr(greedy, "taken") == 2);
  CHECK(what_of([] { const Owner owner; }) ==
        "'Owner' object attribute 'taken' is a slot, which cannot be in the __dict__");
  CHECK(what_of([] { const OwnerMany owner; }) ==
        "'OwnerMany' object attribute 'taken' is a slot, which cannot be in the __dict__");
  CHECK(sl::shape_count<Greedy>() == 2);  // those of `greedy`
}

// Copies, moves, assignments, slices.

TEST_CASE("copies and moves are of their own class", "[real_class]") {
  for (const int count : {0, 1, 3, 50}) {
    Disc disc{"fill"_slot = 3, "radius"_slot = 2.0};
    for (int i = 0; i != count; ++i) setattr(disc, "n" + std::to_string(i), i);
    const auto n = static_cast<std::size_t>(count);
    Circle slice = disc;
    CHECK(class_of(static_cast<Shape&>(slice)).name() == "Circle");
    CHECK(vars(slice).size() == n);
    CHECK_FALSE(hasattr(slice, "fill"));
    CHECK(getattr(static_cast<Shape&>(slice), "radius") == 2.0);
    setattr(slice, "fill", "no slot here");
    CHECK(vars(slice).size() == n + 1);
    CHECK(vars(disc).size() == n);
    const Disc moved = std::move(disc);
    CHECK(class_of(static_cast<const Shape&>(moved)).name() == "Disc");
    CHECK(vars(moved).size() == n);
    CHECK(class_of(static_cast<Shape&>(disc)).name() == "Disc");  // NOLINT: moved from
    CHECK(vars(disc).empty());
    setattr(static_cast<Shape&>(disc), "fill", 4);
    CHECK(disc["fill"_slot].value() == 4);
    Shape moved_slice = std::move(disc);
    CHECK(class_of(moved_slice).name() == "Shape");
    CHECK(class_of(static_cast<Shape&>(disc)).name() == "Disc");
    CHECK(vars(moved_slice).empty());
  }
}

TEST_CASE("an object keeps its class when it is assigned to, also through a base", "[real_class]") {
  for (const int count : {0, 1, 3, 50}) {
    Circle circle{"radius"_slot = 1.0};
    Shape shape;
    Disc disc{"fill"_slot = 3};
    for (int i = 0; i != count; ++i) {
      setattr(circle, "n" + std::to_string(i), i);
      setattr(disc, "m" + std::to_string(i), i);
    }
    const auto n = static_cast<std::size_t>(count);
    shape = circle;
    CHECK(class_of(shape).name() == "Shape");
    CHECK(shape == Shape(circle));
    static_cast<Shape&>(disc) = circle;
    CHECK(class_of(static_cast<Shape&>(disc)).name() == "Disc");
    CHECK(vars(disc).size() == n);
    CHECK(getattr(static_cast<Shape&>(disc), "fill") == 3);
    static_cast<Shape&>(circle) = std::move(shape);
    CHECK(class_of(static_cast<Shape&>(circle)).name() == "Circle");
    CHECK(vars(circle).size() == n);
    CHECK(circle["radius"_slot].value() == 1.0);
    circle = disc;
    CHECK(class_of(static_cast<Shape&>(circle)).name() == "Circle");
    const Circle& same = circle;
    circle = same;
    CHECK(vars(circle).size() == n);
  }
}

TEST_CASE("names that are slots of the other class are not let in by an assignment", "[real_class]") {
  for (const int count : {0, 3, 50}) {
    Shape shape;
    for (int i = 0; i != count; ++i) setattr(shape, "n" + std::to_string(i), i);
    setattr(shape, "radius", "a word");
    Circle circle{"radius"_slot = 1.0};
    setattr(circle, "kept", 1);
    CHECK_THROWS_AS(static_cast<Shape&>(circle) = shape, sl::attribute_error);
    CHECK_THROWS_AS(static_cast<Shape&>(circle) = std::move(shape), sl::attribute_error);
    CHECK(circle["radius"_slot].value() == 1.0);
    CHECK(vars(circle).size() == 1);
    CHECK(getattr(circle, "kept") == 1);
    CHECK(vars(shape).size() == static_cast<std::size_t>(count) + 1);  // NOLINT: nothing was moved
    CHECK(getattr(shape, "radius") == "a word");
  }
}

TEST_CASE("swap, a vector's growth, erase of others", "[real_class]") {
  Circle a;
  Circle b;
  setattr(a, "only_a", 1);
  setattr(b, "only_b", 2);
  using std::swap;
  swap(a, b);
  CHECK(getattr(a, "only_b") == 2);
  CHECK_FALSE(hasattr(a, "only_a"));
  CHECK(getattr(b, "only_a") == 1);
  std::vector<Disc> all;
  for (int i = 0; i != 100; ++i) {
    all.emplace_back();
    setattr(all.back(), "number", i);
    setattr(all.back(), "fill", -i);
  }
  all.erase(all.begin(), all.begin() + 50);
  for (int i = 0; i != 50; ++i) {
    const Shape& shape = all[static_cast<std::size_t>(i)];
    CHECK(getattr(shape, "number") == i + 50);
    CHECK(getattr(shape, "fill") == -i - 50);
    CHECK(class_of(shape).name() == "Disc");
  }
}

// Where the dict slot may be.

TEST_CASE("a dict slot in the middle of a chain", "[real_class]") {
  struct A : sl::object<A, sl::slots<sl::slot<"a", int>>> {
    using object::object;
  };
  struct B : sl::object<B, sl::extends<A>, sl::slots<sl::slot<"b", char>, sl::dict_slot<>, sl::slot<"b2", char>>> {
    using object::object;
  };
  struct C : sl::object<C, sl::extends<B>, sl::slots<sl::slot<"c", int>>> {
    using object::object;
  };
  C c{"a"_slot = 1, "b"_slot = 'b', "b2"_slot = 'c', "c"_slot = 4};
  B& b = c;
  CHECK(getattr(b, "c") == 4);
  CHECK(getattr(b, "a") == 1);
  setattr(b, "dynamic", 5);
  CHECK(getattr(c, "dynamic") == 5);
  const A& a = c;
  CHECK(class_of(a).name() == "A");  // it has no dict slot to tell by
  CHECK_FALSE(hasattr(a, "c"));
}

TEST_CASE("two bases, one of them with a dict slot, in either order", "[real_class]") {
  struct Plain : sl::object<Plain, sl::slots<sl::slot<"p", std::int64_t>>> {
    using object::object;
    virtual ~Plain() = default;
    Plain(const Plain&) = default;
    Plain(Plain&&) = default;
    Plain& operator=(const Plain&) = default;
    Plain& operator=(Plain&&) = default;
  };
  struct First : sl::object<First, sl::extends<Shape, Plain>, sl::slots<sl::slot<"f", int>>> {
    using object::object;
  };
  struct Second : sl::object<Second, sl::extends<Plain, Shape>, sl::slots<sl::slot<"f", int>>> {
    using object::object;
  };
  const auto check = []<class C>(C object) {
    object["p"_slot] = 5;
    object["f"_slot] = 6;
    setattr(object, "dynamic", 7);
    Shape& shape = object;
    CHECK(class_of(shape) == sl::class_of<C>());
    CHECK(getattr(shape, "p") == 5);
    CHECK(getattr(shape, "f") == 6);
    CHECK(getattr(shape, "dynamic") == 7);
    setattr(shape, "p", 8);
    CHECK(object["p"_slot].value() == 8);
    CHECK_FALSE(hasattr(static_cast<Plain&>(object), "dynamic"));
    const C copy = object;
    const Shape& of_copy = copy;
    CHECK(getattr(of_copy, "p") == 8);
    CHECK(getattr(of_copy, "dynamic") == 7);
  };
  check(First());
  check(Second());
}

struct Abstract : sl::object<Abstract, sl::extends<Shape>, sl::slots<sl::slot<"a", int>>> {
  using object::object;
  virtual ~Abstract() = default;
  Abstract(const Abstract&) = default;
  Abstract(Abstract&&) = default;
  Abstract& operator=(const Abstract&) = default;
  Abstract& operator=(Abstract&&) = default;
  virtual int answer() const = 0;

  // While it is made the object is of this class, which has no objects of its own.
  bool look() {
    setattr(*this, "a", 1);
    setattr(*this, "made", std::string(class_of(*this).name()));
    Shape& shape = *this;
    if (!hasattr(shape, "a")) return false;
    setattr(shape, "a", 2);
    return getattr<int>(shape, "a") == 2;
  }
  bool seen = look();
};
struct Concrete : sl::object<Concrete, sl::extends<Abstract>, sl::slots<sl::slot<"c", int>>> {
  using object::object;
  int answer() const override { return 42; }
};

TEST_CASE("abstract classes, virtual destructors", "[real_class]") {
  const std::unique_ptr<Abstract> object = std::make_unique<Concrete>();
  CHECK(object->answer() == 42);
  CHECK(getattr(*object, "made") == "Abstract");
  CHECK(object->seen);
  CHECK(getattr(*object, "a") == 2);
  CHECK(class_of(*object).name() == "Concrete");
  CHECK_FALSE(hasattr(*object, "c"));
  setattr(*object, "c", 5);
#if defined(__cpp_rtti)
  CHECK(dynamic_cast<Concrete&>(*object)["c"_slot].value() == 5);
#endif
  const Shape& shape = *object;
  CHECK(getattr(shape, "c") == 5);
  CHECK(getattr(shape, "a") == 2);
}

struct Vptr : sl::object<Vptr, sl::slots<sl::slot<"v", int>>> {
  using object::object;
  virtual ~Vptr() = default;
  Vptr(const Vptr&) = default;
  Vptr(Vptr&&) = default;
  Vptr& operator=(const Vptr&) = default;
  Vptr& operator=(Vptr&&) = default;
};
struct AddsDict : sl::object<AddsDict, sl::extends<Vptr>> {
  using object::object;
};
struct AddsSlot : sl::object<AddsSlot, sl::extends<AddsDict>, sl::slots<sl::slot<"s", std::string>>> {
  using object::object;
};
struct LateVptr : sl::object<LateVptr, sl::extends<Shape>, sl::slots<sl::slot<"s", std::string>>> {
  using object::object;
  virtual ~LateVptr() = default;  // the object begins with a vptr, its base does not
  LateVptr(const LateVptr&) = default;
  LateVptr(LateVptr&&) = default;
  LateVptr& operator=(const LateVptr&) = default;
  LateVptr& operator=(LateVptr&&) = default;
};

TEST_CASE("a vptr shifts what a name leads to", "[real_class]") {
  AddsSlot object{"s"_slot = "text", "v"_slot = 4};
  AddsDict& base = object;
  CHECK(getattr(base, "s") == "text");
  CHECK(getattr(base, "v") == 4);
  const std::unique_ptr<Vptr> dies_as_base = std::make_unique<AddsSlot>(object);
  LateVptr late{"s"_slot = "late"};
  Shape& shape = late;
  CHECK(getattr(shape, "s") == "late");
  setattr(shape, "s", "later");
  CHECK(late["s"_slot].value() == "later");
}

struct pixel {
  std::uint16_t x = 1, y = 2;
  float depth = 3;
};
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<pixel>, sl::dict_slot<>, sl::slot<"note", std::string>>> {
  using object::object;
};
struct Voxel : sl::object<Voxel, sl::extends<Shape>, sl::slots<sl::slot<"z", int>, sl::fields_of<pixel>>> {
  using object::object;
};

TEST_CASE("adopted members beside a dict slot, and through a base", "[real_class]") {
  Pixel p;
  p.x = 10;
  setattr(p, "y", 20);
  setattr(p, "colour", "red");
  CHECK(getattr(p, "x") == 10);
  CHECK(p.y == 20);
  CHECK(vars(p).size() == 1);
  CHECK_THROWS_AS(vars(p)["depth"], sl::attribute_error);
  const Pixel copy = p;
  CHECK(getattr(copy, "colour") == "red");
  const Pixel from(pixel{7, 8, 9}, "note"_slot = "n");
  CHECK(getattr(from, "depth") == 9.0f);
  CHECK(vars(from).empty());
  Voxel v;
  Shape& shape = v;
  setattr(shape, "depth", 4.0f);
  setattr(shape, "z", 5);
  setattr(shape, "y", 6);
  CHECK(v.depth == 4.0f);
  CHECK(v.y == 6);
  CHECK(getattr(shape, "z") == 5);
  CHECK_THROWS_AS(setattr(shape, "x", -1), sl::type_error);
}

struct Whole {
  Whole(int given) : number(given) {}  // implicit, as many a number type has it
  int number;
};
struct Scale : sl::object<Scale> {
  using object::object;
};
struct Ruler : sl::object<Ruler, sl::extends<Scale>, sl::slots<sl::slot<"length", Whole>>> {
  using object::object;
};

TEST_CASE("through a base no number is cut off on its way into a class", "[real_class]") {
  Ruler ruler;
  Scale& scale = ruler;
  setattr(scale, "length", 5);
  CHECK(ruler["length"_slot].value().number == 5);
  CHECK_THROWS_AS(setattr(scale, "length", 5'000'000'000LL), sl::type_error);
  CHECK_THROWS_AS(setattr(scale, "length", 2.5), sl::type_error);
  CHECK(ruler["length"_slot].value().number == 5);
}

// Fifteen bases away is the most (compile_fail/inheritance_dict_slot_is_sixteen_bases_away).

// With warnings and optimisation g++ 12 needs twice the time for each further level, so here are not all 15.
constexpr int deepest = 7;

consteval sl::name<4> level_name(int n) {
  const char text[4] = {'s', static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10), '\0'};
  return sl::name<4>(text);
}
template <int N>
struct Level : sl::object<Level<N>, sl::extends<Level<N - 1>>, sl::slots<sl::slot<level_name(N), int>>> {
  using Level::object::object;
};
template <>
struct Level<0> : sl::object<Level<0>, sl::slots<sl::slot<"s00", int>, sl::dict_slot<>>> {
  using Level::object::object;
};
using Ground0 = Level<0>;
using Half = Level<deepest / 2>;
using Top = Level<deepest>;

TEST_CASE("the class is known many bases away", "[real_class]") {
  const std::string half_name(level_name(deepest / 2).view());
  const std::string top_name(level_name(deepest).view());
  for (const int count : {0, 3, 50}) {
    Top top;
    Ground0& ground = top;
    for (int i = 0; i != count; ++i) setattr(ground, "n" + std::to_string(i), i);
    CHECK(class_of(ground) == sl::class_of<Top>());
    setattr(ground, top_name, 15);
    setattr(ground, half_name, 7);
    CHECK(getattr(top, top_name) == 15);
    CHECK(getattr(static_cast<Half&>(top), half_name) == 7);
    CHECK_THROWS_AS(vars(ground).try_emplace("s02"), sl::attribute_error);
    const Top copy = top;
    CHECK(vars(copy).size() == static_cast<std::size_t>(count));
    Ground0 slice = top;
    CHECK(class_of(slice) == sl::class_of<Ground0>());
    CHECK(vars(slice).size() == static_cast<std::size_t>(count));
    setattr(slice, top_name, "no slot");
    Half half = top;
    CHECK(class_of(static_cast<Ground0&>(half)) == sl::class_of<Half>());
    CHECK_FALSE(hasattr(static_cast<Ground0&>(half), top_name));
    CHECK(hasattr(static_cast<Ground0&>(half), half_name));
    static_cast<Ground0&>(half) = std::move(ground);
    CHECK(vars(half).size() == static_cast<std::size_t>(count));
    CHECK(vars(top).empty());
  }
}

// Objects of static storage, and constant ones.

constinit Circle constant_circle{"radius"_slot = 1.5};
constexpr Shape constant_shape{};
// NOLINTNEXTLINE: it dies late on purpose
static Circle dies_late{"radius"_slot = 2.5};

TEST_CASE("objects that are there before the program, and those that cannot change", "[real_class]") {
  Shape& shape = constant_circle;
  CHECK(class_of(shape).name() == "Circle");
  CHECK(getattr(shape, "radius") == 1.5);
  setattr(shape, "set", 1);
  setattr(dies_late, "set", std::string(100, 's'));
  CHECK(getattr(constant_circle, "set") == 1);
  CHECK(class_of(constant_shape).name() == "Shape");
  CHECK_FALSE(hasattr(constant_shape, "nothing"));
  CHECK(vars(constant_shape).empty());
  STATIC_REQUIRE(class_of(constant_shape).name() == "Shape");
  STATIC_REQUIRE_FALSE(hasattr(constant_shape, "name"));
}

struct Sum : sl::object<Sum, sl::slots<sl::field<"a", int>, sl::slot<"b", int>, sl::dict_slot<>>> {
  using object::object;
};
constexpr int summed() {
  Sum one{1, 2};
  Sum other = one;
  other["a"_slot] = 10;
  one = other;
  Sum moved = std::move(one);
  moved["b"_slot] = 30;
  return getattr<int>(moved, "a") + getattr<int>(moved, "b") + getattr(other, "b"_slot);
}

TEST_CASE("slots of a class with a dict slot work in constant expressions", "[real_class]") {
  STATIC_REQUIRE(summed() == 42);
  STATIC_REQUIRE(Sum{1, 2} == Sum{1, 2});
  STATIC_REQUIRE(class_of(Sum{1}).name() == "Sum");
}

// What a shared library, which has records of its own, knows its own class by.

struct Twin : sl::object<Twin, sl::slots<sl::slot<"a", int>, sl::slot<"b", int>, sl::dict_slot<>>> {};
struct Same : sl::object<Same, sl::slots<sl::slot<"a", int>, sl::slot<"b", int>, sl::dict_slot<>>> {};
struct OtherName : sl::object<OtherName, sl::slots<sl::slot<"a", int>, sl::slot<"c", int>, sl::dict_slot<>>> {};
struct OtherType : sl::object<OtherType, sl::slots<sl::slot<"a", int>, sl::slot<"b", float>, sl::dict_slot<>>> {};
struct OtherBit : sl::object<OtherBit, sl::slots<sl::slot<"a", int>, sl::field<"b", int>, sl::dict_slot<>>> {};
struct OneMore
    : sl::object<OneMore, sl::slots<sl::slot<"a", int>, sl::slot<"b", int>, sl::slot<"c", int>, sl::dict_slot<>>> {};

struct OtherOffset
    : sl::object<OtherOffset, sl::declared_order, sl::slots<sl::dict_slot<>, sl::slot<"a", int>, sl::slot<"b", int>>> {
};
template <class C>
bool has_slots_of_twin() {
  return sl::detail::functions_of_class<Twin>::has_slots_of(sl::detail::record_of_class<C>::record);
}

TEST_CASE("a class has another's slots if all of them are the same, the last one, too", "[real_class]") {
  CHECK(has_slots_of_twin<Twin>());
  CHECK(has_slots_of_twin<Same>());
  CHECK_FALSE(has_slots_of_twin<OtherName>());
  CHECK_FALSE(has_slots_of_twin<OtherType>());
  CHECK_FALSE(has_slots_of_twin<OtherBit>());
  CHECK_FALSE(has_slots_of_twin<OneMore>());
  CHECK_FALSE(has_slots_of_twin<OtherOffset>());
}

// make_class.

TEST_CASE("made classes are classes", "[real_class]") {
  using Ball = sl::make_class<"Ball", sl::extends<Shape>, sl::slots<sl::slot<"r", int>>>;
  using More = sl::extended<Circle, sl::slots<sl::slot<"more", int>>>;
  Ball ball;
  More more;
  CHECK(class_of(static_cast<Shape&>(ball)).name() == "Ball");
  CHECK(class_of(static_cast<Shape&>(more)).name() == "Circle");
  CHECK(class_of(static_cast<Shape&>(more)) != sl::class_of<Circle>());
  setattr(static_cast<Shape&>(more), "more", 3);
  CHECK(more["more"_slot].value() == 3);
}

}  // namespace unit_real_class
