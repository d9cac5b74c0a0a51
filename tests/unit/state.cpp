#include <slotted/state.hpp>

#include <slotted/format.hpp>
#include <slotted/slotted.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/allocations.hpp"
#include "support/catch.hpp"
#include "support/numbered.hpp"
#include "support/tracked.hpp"
#include "support/what_of.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using support::fail_every_allocation;
using support::fail_everywhere;
using support::tracked;
using support::what_of;

namespace unit_state {

struct Shape : sl::object<Shape, sl::slots<sl::field<"id", std::int64_t>, sl::slot<"label", std::string>,
                                           sl::slot<"shown", bool, sl::defaults_to<true>>, sl::dict_slot<>>> {
  using object::object;
};
struct Circle : sl::object<Circle, sl::extends<Shape>,
                           sl::slots<sl::field<"radius", double, sl::defaults_to<1.0>>, sl::slot<"Line_Width", float>,
                                     sl::slot<"key", int, sl::hidden>, sl::weakref_slot>> {
  using object::object;
};

Circle some_circle() {
  Circle circle{"id"_slot = 7, "radius"_slot = 2.5, "key"_slot = 42};
  setattr(circle, "colour", "red");
  setattr(circle, "weight", 3);
  return circle;
}

std::vector<std::string> names_in(const auto& object) {
  std::vector<std::string> names;
  for_each_attr(object, [&](std::string_view name, const auto&) { names.emplace_back(name); });
  return names;
}
using names = std::vector<std::string>;

TEST_CASE("row 194, row 195: a state has the set slots, bases first, and the dynamic attributes in order", "[state]") {
  const Circle circle = some_circle();
  const sl::object_state<Circle> kept = state(circle);
  CHECK(names_in(kept) == names{"id", "shown", "radius", "key", "colour", "weight"});
  CHECK(getattr<std::int64_t>(kept, "id") == 7);
  CHECK(kept["radius"_slot].value() == 2.5);
  CHECK(getattr(kept, "key"_slot) == 42);
  CHECK(getattr<std::string>(kept, "colour") == "red");
  CHECK_FALSE(hasattr(kept, "label"));
  CHECK_FALSE(kept["Line_Width"_slot].has_value());
  CHECK(vars(kept).size() == 2);

  struct Nothing : sl::object<Nothing, sl::slots<>> {
    using object::object;
  };
  CHECK(names_in(sl::state(Nothing())).empty());
  struct Dictless : sl::object<Dictless, sl::slots<sl::slot<"x", int>>> {
    using object::object;
  };
  STATIC_REQUIRE_FALSE(sl::has_dict<sl::object_state<Dictless>>);
  CHECK(names_in(state(Dictless())).empty());
  CHECK(names_in(state(Dictless{1})) == names{"x"});
}

TEST_CASE("row 192, row 193: what is restored is what was kept; unset stays unset, default or not", "[state]") {
  Circle circle = some_circle();
  CHECK(sl::restore<Circle>(state(circle)) == circle);
  delattr(circle, "shown");
  const sl::object_state<Circle> kept = state(circle);
  const Circle again = sl::restore<Circle>(kept);
  CHECK(again == circle);
  CHECK_FALSE(again["shown"_slot].has_value());
  CHECK_FALSE(again["label"_slot].has_value());
  CHECK(names_in(again) == names_in(circle));
  CHECK(state(again) == kept);
  STATIC_REQUIRE(std::is_same_v<decltype(sl::restore<Circle>(kept)), Circle>);
}

TEST_CASE("row 196: the names in a state are those of all slots, without dict slot and weakref slot", "[state]") {
  STATIC_REQUIRE(sl::slot_names<sl::object_state<Circle>> == sl::slot_names<Circle>);
  STATIC_REQUIRE(sl::has_dict<sl::object_state<Circle>>);
  STATIC_REQUIRE_FALSE(sl::has_weakref<sl::object_state<Circle>>);
  STATIC_REQUIRE(sl::class_name<sl::object_state<Circle>> == "Circle");
}

TEST_CASE("a state is a value: copied, compared, edited, shown, asked for differences", "[state]") {
  const Circle circle = some_circle();
  const auto before = state(circle);
  sl::object_state<Circle> after = before;
  CHECK(after == before);
  setattr(after, "radius", 3);
  after["label"_slot] = "large";
  CHECK(after != before);
  const auto changed = diff(before, after);
  CHECK(names(changed.begin(), changed.end()) == names{"label", "radius"});
  vars(after).erase("weight");
  CHECK(repr(after) == "Circle(id=7, label='large', shown=true, radius=3.0, Line_Width=<unset>, key=42, colour='red')");
  CHECK(what_of([&] { setattr(after, "radius", "wide"); }).starts_with("'Circle' object attribute 'radius'"));
  const Circle made = sl::restore<Circle>(after);
  CHECK(made["radius"_slot] == 3.0);
  CHECK_FALSE(hasattr(made, "weight"));
  CHECK(state(made) == after);
}

TEST_CASE("a hidden slot is kept, and is hidden in the state, too", "[state]") {
  auto kept = state(some_circle());
  CHECK_FALSE(hasattr(kept, "key"));
  CHECK_THROWS_AS(setattr(kept, "key", 1), sl::attribute_error);
  kept["key"_slot] = 43;
  CHECK(sl::restore<Circle>(kept)["key"_slot].value() == 43);
}

// Without all fields there is no object.

TEST_CASE("row 199: a state made by hand must have all fields, those with defaults too", "[state]") {
  sl::object_state<Circle> made;
  CHECK(what_of([&] { static_cast<void>(sl::restore<Circle>(made)); }) ==
        "'Circle' state lacks the fields 'id' and 'radius'");
  setattr(made, "id", 1);
  CHECK(what_of([&] { static_cast<void>(sl::restore<Circle>(std::move(made))); }) ==
        "'Circle' state lacks the field 'radius'");
  Circle circle = some_circle();
  const auto before = state(circle);
  setattr(made, "label", "new");
  try {
    restore(circle, made);
    FAIL("no exception");
  } catch (const sl::type_error& error) {
    CHECK(error.class_name() == "Circle");
    CHECK(error.name() == "radius");
  }
  CHECK(state(circle) == before);
  setattr(made, "radius", 2);
  CHECK(names_in(sl::restore<Circle>(made)) == names{"id", "label", "radius"});  // no default for a slot either
  const sl::object_state<Circle> by_name{"id"_slot = 1, "radius"_slot = 2.0};
  CHECK(names_in(sl::restore<Circle>(by_name)) == names{"id", "radius"});
}

template <class C, class State>
concept restored_from = requires(State given) { sl::restore<C>(given); };

TEST_CASE("objects are restored from states alone", "[state]") {
  STATIC_REQUIRE(restored_from<Circle, sl::object_state<Circle>>);
  STATIC_REQUIRE_FALSE(restored_from<Circle, Circle>);
  STATIC_REQUIRE_FALSE(restored_from<int, sl::object_state<Circle>>);
}

// In place.

TEST_CASE("an object that is there holds the state and nothing else", "[state]") {
  Circle circle = some_circle();
  const auto before = state(circle);
  circle["label"_slot] = "later";
  circle["radius"_slot] = 9;
  delattr(circle, "shown");
  delattr(circle, "key"_slot);
  setattr(circle, "more", 1);
  setattr(circle, "colour", "blue");
  restore(circle, before);
  CHECK(state(circle) == before);
  CHECK(names_in(circle) == names_in(before));
  CHECK(circle == some_circle());
  CHECK(before["radius"_slot].value() == 2.5);
  restore(circle, sl::object_state<Circle>{"id"_slot = 1, "radius"_slot = 2.0});
  CHECK(vars(circle).empty());
  CHECK(names_in(circle) == names{"id", "radius"});
}

TEST_CASE("row 200: weak references are no part of a state, and name the object that is restored", "[state]") {
  Circle circle = some_circle();
  sl::weak_ref<Circle> reference{circle};
  const auto kept = state(circle);
  Circle other = sl::restore<Circle>(kept);
  CHECK(weak_count(other) == 0);
  CHECK(weak_count(circle) == 1);
  const auto moved = state(std::move(circle));
  CHECK(reference.get() == &circle);
  restore(circle, moved);
  CHECK(reference.get() == &circle);
  CHECK(weak_count(circle) == 1);
  CHECK(circle == other);
}

TEST_CASE("dynamic attributes of the restored have the shapes of their class", "[state]") {
  const Circle circle = some_circle();
  const std::size_t shapes = sl::shape_count<Circle>();
  const Circle again = sl::restore<Circle>(state(circle));
  CHECK(sl::shape_count<Circle>() == shapes);
  CHECK(footprint(again) == footprint(circle));
  Circle many{"id"_slot = 1};
  for (int i = 0; i != 100; ++i) setattr(many, "name " + std::to_string(i), i);
  vars(many).erase("name 50");
  const Circle same = sl::restore<Circle>(state(many));
  CHECK(same == many);
  CHECK(names_in(same) == names_in(many));
}

TEST_CASE("an object that is seen as its base is that base", "[state]") {
  Circle circle = some_circle();
  Shape& shape = circle;
  auto kept = state(shape);
  STATIC_REQUIRE(std::is_same_v<decltype(kept), sl::object_state<Shape>>);
  CHECK(names_in(kept) == names{"id", "shown", "colour", "weight"});
  setattr(kept, "colour", "green");
  restore(shape, kept);
  CHECK(getattr<std::string>(circle, "colour") == "green");
  CHECK(circle["radius"_slot] == 2.5);
  setattr(kept, "id", 8);
  setattr(kept, "radius", 1);  // no slot of a Shape, but one of what the object really is
  const auto before = state(circle);
  CHECK(what_of([&] { restore(shape, kept); }).starts_with("'Circle' object attribute 'radius'"));
  CHECK(state(circle) == before);
  CHECK(getattr<int>(sl::restore<Shape>(kept), "radius") == 1);
  CHECK(class_of(shape).name() == "Circle");
}

// Kinds of slots.

TEST_CASE("row 198: readonly and const slots are constructed, and written in place", "[state]") {
  struct Frozen
      : sl::object<Frozen, sl::slots<sl::field<"a", int, sl::readonly>, sl::slot<"b", std::string, sl::readonly>,
                                     sl::field<"c", const int>, sl::slot<"d", const std::string>>> {
    using object::object;
  };
  Frozen frozen{1, "b", 3, "d"};
  auto kept = state(frozen);
  CHECK(sl::restore<Frozen>(kept) == frozen);
  kept["a"_slot] = 10;
  kept["b"_slot] = "B";
  kept["c"_slot] = 30;
  kept["d"_slot] = "D";
  restore(frozen, kept);
  CHECK(frozen == Frozen{10, "B", 30, "D"});
  kept["b"_slot].reset();
  kept["d"_slot].reset();
  restore(frozen, kept);
  CHECK_FALSE(frozen["b"_slot].has_value());
  CHECK_FALSE(frozen["d"_slot].has_value());
  CHECK(sl::restore<Frozen>(kept) == frozen);
}

TEST_CASE("what can only be moved is moved, out of a readonly slot, too", "[state]") {
  struct Owner : sl::object<Owner, sl::slots<sl::field<"first", std::unique_ptr<int>>,
                                             sl::slot<"second", std::unique_ptr<int>, sl::readonly>>> {
    using object::object;
  };
  Owner owner{std::make_unique<int>(1), std::make_unique<int>(2)};
  sl::object_state<Owner> kept = state(std::move(owner));
  STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<sl::object_state<Owner>>);
  CHECK(owner["first"_slot] == nullptr);  // NOLINT(bugprone-use-after-move)
  CHECK(*kept["second"_slot].value() == 2);
  Owner again = sl::restore<Owner>(std::move(kept));
  CHECK(*again["first"_slot] == 1);
  CHECK(*again["second"_slot].value() == 2);
  kept = state(std::move(again));
  restore(owner, std::move(kept));
  CHECK(*owner["first"_slot] == 1);
  CHECK(*owner["second"_slot].value() == 2);
}

TEST_CASE("of an rvalue values are moved, of an lvalue and of what is const they are copied", "[state]") {
  const std::string text(100, 't');
  const auto text_of = [](const auto& object) { return getattr(object, "label"_slot, "none"); };
  Shape shape{1, text};
  setattr(shape, "more", text);
  auto copied = state(std::as_const(shape));
  CHECK(text_of(shape) == text);
  copied = state(static_cast<const Shape&&>(shape));
  CHECK(text_of(shape) == text);
  auto moved = state(std::move(shape));
  CHECK(text_of(shape).empty());  // NOLINT(bugprone-use-after-move)
  CHECK(vars(shape).empty());
  CHECK(moved == copied);
  Shape again = sl::restore<Shape>(moved);
  again = sl::restore<Shape>(static_cast<const sl::object_state<Shape>&&>(moved));
  restore(again, moved);
  CHECK(text_of(moved) == text);
  again = sl::restore<Shape>(std::move(moved));
  CHECK(text_of(moved).empty());  // NOLINT(bugprone-use-after-move)
  CHECK(text_of(again) == text);
  restore(again, std::move(copied));
  CHECK(text_of(copied).empty());  // NOLINT(bugprone-use-after-move)
  CHECK(getattr<std::string>(again, "more") == text);
}

struct pixel {
  std::uint16_t x = 3;
  std::string name = "none";
  int cells[2] = {1, 2};
};
struct Pixel : sl::object<Pixel, sl::slots<sl::slot<"before", int>, sl::fields_of<pixel>, sl::field<"grid", int[2][2]>,
                                           sl::slot<"lines", std::string[2]>>> {
  using object::object;
};

TEST_CASE("adopted aggregates and arrays", "[state]") {
  const int grid[2][2] = {{1, 2}, {3, 4}};
  const std::string lines[2] = {"first", "second"};
  sl::builder<Pixel> row;
  Pixel made = row.set("x", 5).set("grid", grid).set("lines", lines).build();
  made.name = "named";
  made.cells[1] = 20;
  const auto kept = state(made);
  CHECK(names_in(kept) == names{"x", "name", "cells", "grid", "lines"});
  Pixel again = sl::restore<Pixel>(kept);
  CHECK(again == made);
  CHECK(again.name == "named");
  CHECK(again["grid"_slot][1][0] == 3);
  again = row.set("before", 1).build();
  again["lines"_slot].reset();
  restore(again, kept);
  CHECK(again == made);
  auto lacking = kept;
  delattr(lacking, "name");
  CHECK(what_of([&] { restore(again, lacking); }) == "'Pixel' state lacks the field 'name'");
}

struct cannot_be_assigned {
  const int number;
  cannot_be_assigned(int given) : number(given) {}
  friend bool operator==(const cannot_be_assigned&, const cannot_be_assigned&) = default;
};
struct Node
    : sl::object<Node, sl::slots<sl::slot<"fixed", cannot_be_assigned>, sl::slot<"children", std::vector<Node>>>> {
  using object::object;
};

TEST_CASE("an array that was unset, of a slot with a default: the restored object had it", "[state]") {
  struct Row : sl::object<Row, sl::slots<sl::slot<"cells", int[2], sl::defaults_to<>>, sl::slot<"size", int>>> {
    using object::object;
  };
  Row row;
  delattr(row, "cells"_slot);
  CHECK_FALSE(hasattr(sl::restore<Row>(sl::state(row)), "cells"_slot));
  const Row with_cells{};
  CHECK(sl::restore<Row>(sl::state(with_cells))["cells"_slot].value()[1] == 0);
}

TEST_CASE("values that cannot be assigned, and objects of the class itself", "[state]") {
  Node node{1, {Node{2}, Node{}}};
  const auto kept = state(node);
  const Node again = sl::restore<Node>(kept);
  CHECK(again == node);
  Node other{3};
  restore(other, kept);
  CHECK(other == node);
  CHECK(other["fixed"_slot].value().number == 1);
}

TEST_CASE("200 slots", "[state]") {
  struct Many : sl::object<Many, support::numbered_slots<200>> {
    using object::object;
  };
  Many many;
  for (std::size_t i = 0; i < 200; i += 3) setattr(many, sl::slot_key<Many>::at(i), 1);
  const auto kept = state(many);
  CHECK(sl::restore<Many>(kept) == many);
  Many other;
  restore(other, kept);
  CHECK(other == many);
}

// Bases.

struct Numbers : sl::object<Numbers, sl::extends<std::vector<int>>, sl::slots<sl::slot<"note", std::string>>> {
  using object::object;
};
struct Drawn {
  virtual ~Drawn() = default;
  virtual int draw() const { return 1; }
};
struct mixin {
  int twice(int x) const { return 2 * x; }
};
struct DrawnNumbers : sl::object<DrawnNumbers, sl::extends<Numbers, Drawn, mixin>, sl::slots<sl::field<"scale", int>>> {
  using object::object;
  int draw() const override { return get("scale"_slot); }
};

TEST_CASE("row 201: a base that is not slotted is kept whole", "[state]") {
  Numbers numbers;
  numbers.assign({1, 2, 3});
  numbers["note"_slot] = "three";
  const auto kept = state(numbers);
  CHECK(kept.size() == 3);
  CHECK(sl::restore<Numbers>(kept) == numbers);
  auto longer = kept;
  longer.push_back(4);
  CHECK(longer != kept);
  restore(numbers, longer);
  CHECK(numbers.back() == 4);
  auto moved = state(std::move(numbers));
  CHECK(numbers.empty());  // NOLINT(bugprone-use-after-move)
  CHECK(moved == longer);
  CHECK(sl::restore<Numbers>(std::move(moved)).size() == 4);
}

TEST_CASE("a base of a base is kept; interfaces and mixins have nothing to keep", "[state]") {
  DrawnNumbers drawn{"note"_slot = "n", "scale"_slot = 5};
  drawn.push_back(6);
  const auto kept = state(drawn);
  STATIC_REQUIRE_FALSE(std::is_polymorphic_v<sl::object_state<DrawnNumbers>>);
  STATIC_REQUIRE(std::is_base_of_v<std::vector<int>, sl::object_state<DrawnNumbers>>);
  const DrawnNumbers again = sl::restore<DrawnNumbers>(kept);
  CHECK(again.size() == 1);
  CHECK(again.draw() == 5);
  CHECK(state(again) == kept);
}

/// Makes what it needs itself; takes no slots.
class Session : public sl::object<Session, sl::slots<sl::field<"user", std::string, sl::defaults_to<>>,
                                                     sl::slot<"since", int>, sl::dict_slot<int>>> {
 public:
  explicit Session(std::string_view name) {
    set("user"_slot, name);
    set("since"_slot, 1);
    setattr(*this, "made", 1);
  }
};
struct Secured
    : sl::object<Secured, sl::slots<sl::field<"level", int, sl::defaults_to<2>>, sl::slot<"by", std::string>>> {
  Secured() { set("by"_slot, "the constructor"); }
};
struct Door : sl::object<Door, sl::extends<Secured>, sl::slots<sl::field<"width", int>>> {
  using object::object;
};

TEST_CASE("a class with constructors of its own is restored in place", "[state]") {
  Session session("me");
  auto kept = state(session);
  kept["since"_slot].reset();
  setattr(kept, "hits", 3);
  vars(kept).erase("made");
  Session other("you");
  restore(other, kept);
  CHECK(getattr(other, "user"_slot) == "me");
  CHECK_FALSE(hasattr(other, "since"));
  CHECK(names_in(other) == names{"user", "hits"});
}

TEST_CASE("what the constructor of a base made is replaced", "[state]") {
  Door door{"width"_slot = 3};
  door["level"_slot] = 7;
  const auto first = state(door);
  CHECK(sl::restore<Door>(first) == door);
  delattr(door, "by");
  const Door again = sl::restore<Door>(state(door));
  CHECK_FALSE(hasattr(again, "by"));
  CHECK(again["level"_slot] == 7);
}

struct Same : Circle {
  using Circle::Circle;
};
struct WithMember : sl::object<WithMember, sl::slots<sl::slot<"x", int>>, sl::with<sl::restoring, sl::equality>> {
  using object::object;
  int plain = 7;
};

TEST_CASE("a class derived in plain C++, and plain members that a class leaves out", "[state]") {
  const Same same{"id"_slot = 1};
  const auto kept = state(same);
  STATIC_REQUIRE(std::is_same_v<decltype(kept), const sl::object_state<Circle>>);
  CHECK(sl::restore<Same>(kept) == same);
  Same other{"id"_slot = 2};
  restore(other, kept);
  CHECK(other == same);

  WithMember with{1};
  with.plain = 8;
  const auto without_member = state(with);
  CHECK(sl::restore<WithMember>(without_member).plain == 7);
  with["x"_slot] = 2;
  restore(with, without_member);
  CHECK(with.plain == 8);
  CHECK(with["x"_slot].value() == 1);
}

// What throws.

/// Copies may throw, moves do not.
struct careful {
  std::unique_ptr<tracked> held;
  careful(int number) : held(new tracked(number)) {}
  careful(const careful& other) : held(new tracked(*other.held)) {}
  careful(careful&&) noexcept = default;
  careful& operator=(const careful& other) { return *this = careful(other); }
  careful& operator=(careful&&) noexcept = default;
  ~careful() = default;
  friend bool operator==(const careful& a, const careful& b) { return a.held->value == b.held->value; }
};
struct careful_pair {
  careful one = 11;
  careful two = 12;
};
template <class T>
struct Tracked
    : sl::object<Tracked<T>,
                 sl::slots<sl::field<"f", T>, sl::slot<"s", T>, sl::slot<"u", T>, sl::field<"d", T, sl::defaults_to<4>>,
                           sl::slot<"r", T, sl::readonly>, sl::slot<"t", T, sl::defaults_to<5>>, sl::dict_slot<T>>> {
  using Tracked::object::object;
};
struct Full : sl::object<Full, sl::extends<Tracked<careful>>, sl::slots<sl::fields_of<careful_pair>>> {
  using object::object;
};
template <class C>
C filled(int from) {
  C made{"f"_slot = from, "s"_slot = from + 1, "r"_slot = from + 2};
  setattr(made, "a name of some length, on the heap", from + 3);
  setattr(made, "b", from + 4);
  return made;
}
template <class C>
C other_filled() {
  C made{"f"_slot = 100, "u"_slot = 101, "r"_slot = 102};
  setattr(made, "c", 103);
  return made;
}

template <class C, class Operation>
long is_done_or_changes_nothing(const Operation& operation) {
  const auto play = [&](auto& attempt) {
    C object = other_filled<C>();
    auto kept = state(filled<C>(1));
    const C object_before = object;
    const auto kept_before = kept;
    C* const place = &object;
    const bool failed = attempt([&] { operation(object, kept); });
    const bool right = !failed || (object == object_before && kept == kept_before && place == &object);
    setattr(object, "afterwards", 1);
    return right && hasattr(object, "afterwards");
  };
  long failures = fail_every_allocation(play);
  failures += fail_everywhere([&](support::attempt& attempt) { CHECK(play(attempt)); });
  return failures;
}

TEST_CASE("taking a state either succeeds or changes nothing", "[state]") {
  CHECK(is_done_or_changes_nothing<Full>([](Full& object, auto& kept) { kept = state(std::as_const(object)); }) > 20);
  CHECK(is_done_or_changes_nothing<Full>([](Full& object, auto& kept) { kept = state(std::move(object)); }) > 2);
  CHECK(tracked::live == 0);
}

TEST_CASE("restoring a new object changes nothing of a state that is copied", "[state]") {
  const long failures = is_done_or_changes_nothing<Full>([](Full&, auto& kept) {
    const Full made = sl::restore<Full>(std::as_const(kept));
    static_cast<void>(made);
  });
  CHECK(failures > 20);
  CHECK(tracked::live == 0);
}

TEST_CASE("restoring in place either succeeds or changes nothing", "[state]") {
  CHECK(is_done_or_changes_nothing<Full>([](Full& object, auto& kept) { restore(object, std::as_const(kept)); }) > 20);
  CHECK(is_done_or_changes_nothing<Full>([](Full& object, auto& kept) { restore(object, std::move(kept)); }) > 2);
  CHECK(tracked::live == 0);
}

TEST_CASE("nothing leaks where moves throw, and a copied state stays", "[state]") {
  using T = Tracked<tracked>;
  const auto play = [](auto& attempt) {
    T object = other_filled<T>();
    const T from = filled<T>(1);
    const auto kept = state(from);
    attempt([&] {
      const T made = sl::restore<T>(kept);
      restore(object, kept);
      restore(object, state(std::move(object)));
      static_cast<void>(sl::restore<T>(state(std::move(object))));
    });
    return kept == state(from) && hasattr(object, "f");
  };
  CHECK(fail_everywhere([&](support::attempt& attempt) { CHECK(play(attempt)); }) > 50);
  CHECK(fail_every_allocation(play) > 10);
  CHECK(tracked::live == 0);
}

// At compile time.

struct Number
    : sl::object<Number, sl::slots<sl::field<"a", int>, sl::slot<"b", int>, sl::slot<"c", int, sl::defaults_to<3>>>> {
  using object::object;
};
constexpr int kept_at_compile_time() {
  Number number{1, 2};
  const auto kept = state(number);
  number["a"_slot] = 10;
  number["b"_slot].reset();
  restore(number, kept);
  auto moved = state(std::move(number));
  delattr(moved, "c");
  const Number made = sl::restore<Number>(std::move(moved));
  return made["c"_slot].has_value() ? 0 : 10 * made["a"_slot] + made["b"_slot].value();
}

TEST_CASE("state and restore work at compile time", "[state]") { STATIC_REQUIRE(kept_at_compile_time() == 12); }

}  // namespace unit_state
