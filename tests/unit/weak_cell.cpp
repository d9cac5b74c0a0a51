#include <slotted/weak_cell.hpp>

#include <slotted/slotted.hpp>

#include <algorithm>
#include <cstddef>
#include <deque>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/allocations.hpp"
#include "support/catch.hpp"
#include "support/tracked.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using support::fail_everywhere;
using support::tracked;

namespace unit_weak_cell {

struct A : sl::object<A, sl::slots<sl::slot<"x", int>, sl::weakref_slot>> {
  using object::object;
};
struct Alone : sl::object<Alone, sl::slots<sl::slot<"x", int>, sl::unsynchronized_weakref_slot>> {
  using object::object;
};
struct Open : sl::object<Open, sl::slots<sl::slot<"x", int>, sl::weakref_slot, sl::dict_slot<>>> {
  using object::object;
};
struct Text : sl::object<Text, sl::slots<sl::field<"text", std::string, sl::defaults_to<"text">>, sl::slot<"x", int>,
                                         sl::weakref_slot>> {
  using object::object;
};
struct B : sl::object<B, sl::extends<A>, sl::slots<sl::slot<"y", int>>> {
  using object::object;
};
struct C : sl::object<C, sl::extends<B>, sl::slots<sl::slot<"z", int>>> {
  using object::object;
};
struct Mixin : sl::object<Mixin, sl::slots<sl::slot<"m", std::string>>> {
  using object::object;
};
struct Joined : sl::object<Joined, sl::extends<Mixin, A>, sl::slots<sl::slot<"j", int>>> {
  using object::object;
};
/// Adds nothing, and says nothing, either, when it is moved.
struct Plain : B {
  using B::B;
};
/// Gets its weakref slot above classes with slots.
struct Late : sl::object<Late, sl::extends<Mixin>, sl::slots<sl::weakref_slot>> {
  using object::object;
};
struct Later : sl::object<Later, sl::extends<Late>, sl::slots<sl::slot<"x", int>>> {
  using object::object;
};

/// One that moves with a constructor of its own.
struct Handmade : sl::object<Handmade, sl::slots<sl::slot<"x", int>, sl::weakref_slot>> {
  using object::object;
  Handmade(const Handmade&) = default;
  Handmade(Handmade&& other) noexcept : object(std::move(other)), moves(other.moves + 1) {}
  Handmade& operator=(const Handmade&) = default;
  Handmade& operator=(Handmade&& other) noexcept {
    object::operator=(std::move(other));
    moves = other.moves + 1;
    return *this;
  }
  int moves = 0;
};
/// One that forgets its base when it moves: what it makes is a new object.
struct Forgetful : sl::object<Forgetful, sl::slots<sl::slot<"x", int>, sl::weakref_slot>> {
  using object::object;
  Forgetful(Forgetful&& other) noexcept : object() { set("x"_slot, other.get("x"_slot)); }
};

/// Does something, once, when it is moved.
struct Acting {
  static inline std::function<void()> action;
  Acting() = default;
  Acting(Acting&&) noexcept { act(); }
  Acting& operator=(Acting&&) noexcept {
    act();
    return *this;
  }
  static void act() {
    if (const auto once = std::exchange(action, nullptr)) once();
  }
};
template <class WeakrefSlot>
struct Busy : sl::object<Busy<WeakrefSlot>, sl::slots<sl::field<"acting", Acting>, sl::slot<"x", int>, WeakrefSlot>> {
  using Busy::object::object;
};

template <class T>
T numbered(int number) {
  T object;
  setattr(object, "x", number);
  return object;
}
template <>
Late numbered<Late>(int) {
  return {};
}

/// Counts the death of an object.
template <class T>
struct watched_death {
  int deaths = 0;
  sl::weak_ref<T> reference;
  explicit watched_death(T& object) : reference(object, [this] { ++deaths; }) {}
  watched_death(const watched_death&) = delete;
};

// Moves.

TEMPLATE_TEST_CASE("references move with the object that is moved from", "[weak_cell]", A, Alone, Open, Text, B, C,
                   Joined, Late, Later, Handmade) {
  auto from = std::make_unique<TestType>(numbered<TestType>(1));
  watched_death<TestType> watch(*from);
  const sl::weak_ref w(*from);
  CHECK(sl::weak_count(*from) == 2);
  auto to = std::make_unique<TestType>(std::move(*from));
  CHECK(w.get() == to.get());
  CHECK(watch.reference.get() == to.get());
  CHECK(w.lock().get() == to.get());
  CHECK(sl::weak_count(*to) == 2);
  CHECK(sl::weak_count(*from) == 0);
  from.reset();
  CHECK(watch.deaths == 0);
  CHECK(w.get() == to.get());
  to.reset();
  CHECK(watch.deaths == 1);
  CHECK(w.expired());
}

TEMPLATE_TEST_CASE("an object that was moved from can be referred to again", "[weak_cell]", A, Alone, B, Joined,
                   Later) {
  TestType from = numbered<TestType>(1);
  const sl::weak_ref first(from);
  const TestType to(std::move(from));
  const sl::weak_ref second(from);
  CHECK(first.get() == &to);
  CHECK(second.get() == &from);
  CHECK(first != second);
}

TEMPLATE_TEST_CASE("the target of a move assignment gives up its own references, and takes over the other's",
                   "[weak_cell]", A, Alone, Open, Text, B, C, Joined, Late, Later, Handmade) {
  TestType from = numbered<TestType>(1);
  TestType to = numbered<TestType>(2);
  watched_death<TestType> of_from(from);
  watched_death<TestType> of_to(to);
  to = std::move(from);
  CHECK(of_from.reference.get() == &to);
  CHECK(of_from.deaths == 0);
  CHECK(of_to.reference.expired());
  CHECK(of_to.deaths == 1);
  CHECK(sl::weak_count(from) == 0);
  CHECK(sl::weak_count(to) == 1);
  from = numbered<TestType>(3);  // one without references, to one without
  to = std::move(from);          // one without references: the target is another object now, all the same
  CHECK(of_from.deaths == 1);
  CHECK(of_from.reference.expired());
  CHECK(sl::weak_count(to) == 0);
  const sl::weak_ref again(to);
  CHECK(again.get() == &to);
}

TEST_CASE("when the callbacks of the target run, the assignment is done", "[weak_cell]") {
  B from("x"_slot = 1, "y"_slot = 2);
  B to("x"_slot = 3, "y"_slot = 4);
  const sl::weak_ref of_from(from);
  int seen = 0;
  const sl::weak_ref of_to(to, [&] {
    seen = to.get("x"_slot) * 10 + to.get("y"_slot);
    if (of_from.get() == &to) seen += 100;
    if (const auto guard = of_from.lock()) seen += 1000;
    const sl::weak_ref another(to);
    if (another == of_from) seen += 10000;
  });
  to = std::move(from);
  CHECK(seen == 11112);
}

TEMPLATE_TEST_CASE("a move to itself changes nothing", "[weak_cell]", A, Alone, Open, C, Joined, Handmade) {
  TestType object = numbered<TestType>(1);
  watched_death<TestType> watch(object);
  TestType& same = object;
  object = std::move(same);
  object = std::as_const(same);
  CHECK(watch.reference.get() == &object);
  CHECK(watch.deaths == 0);
}

TEMPLATE_TEST_CASE("row 142: a copy has no references, and a copy assignment leaves those of the target", "[weak_cell]",
                   A, Alone, Open, Text, B, C, Joined, Late, Later, Handmade) {
  TestType a = numbered<TestType>(1);
  watched_death<TestType> of_a(a);
  {
    TestType copy(a);
    CHECK(sl::weak_count(copy) == 0);
    CHECK(sl::weak_count(a) == 1);
    watched_death<TestType> of_copy(copy);
    copy = a;
    CHECK(of_copy.reference.get() == &copy);
    CHECK(sl::weak_count(copy) == 1);
    const TestType constant = numbered<TestType>(5);
    copy = std::move(constant);  // a copy
    CHECK(of_copy.deaths == 0);
    CHECK(of_copy.reference.get() == &copy);
  }
  CHECK(of_a.reference.get() == &a);
  CHECK(of_a.deaths == 0);
}

TEST_CASE("a move constructor of the user's own moves references if it moves the base", "[weak_cell]") {
  Handmade from;
  const sl::weak_ref w(from);
  Handmade to(std::move(from));
  CHECK(to.moves == 1);
  CHECK(w.get() == &to);
  Forgetful forgets("x"_slot = 4);
  const sl::weak_ref v(forgets);
  const Forgetful other(std::move(forgets));
  CHECK(other.get("x"_slot) == 4);
  CHECK(v.get() == &forgets);
}

TEST_CASE("an object that was expired and moved is dead to all references, and so is what it was moved from",
          "[weak_cell]") {
  for (const bool had_references : {false, true}) {
    A from(1);
    sl::weak_ref<A> w;
    if (had_references) w = sl::weak_ref(from);
    sl::expire(from);
    A to(std::move(from));
    const sl::weak_ref of_to(to);
    CHECK(of_to.expired());
    CHECK(w.expired());
    CHECK(sl::weak_ref(from).expired());
    to = A(2);
    CHECK(sl::weak_ref(to).get() == &to);
  }
}

TEST_CASE("an expired object to which nobody referred needs no memory for references", "[weak_cell]") {
  A object(1);
  sl::expire(object);
  CHECK(sl::footprint(object) == sizeof(A));
  A made(std::move(object));
  CHECK(sl::footprint(made) == sizeof(A));
}

TEST_CASE("an expired target of a move assignment comes to life again", "[weak_cell]") {
  for (const bool had_references : {false, true}) {
    A to(1);
    sl::weak_ref<A> old;
    if (had_references) old = sl::weak_ref(to);
    sl::expire(to);
    A from(2);
    const sl::weak_ref w(from);
    to = std::move(from);
    CHECK(w.get() == &to);
    CHECK(old.expired());
    CHECK(sl::weak_ref(to) == w);
  }
}

// Containers and algorithms.

TEMPLATE_TEST_CASE("references follow their objects through vectors and algorithms", "[weak_cell]", A, Alone, Open, B,
                   Joined, Handmade) {
  constexpr int count = 60;
  std::vector<TestType> objects;
  std::vector<sl::weak_ref<TestType>> references;
  int deaths = 0;
  for (int i = 0; i != count; ++i) {
    objects.push_back(numbered<TestType>(i * 37 % count));  // grows
    references.emplace_back(objects.back(), [&] { ++deaths; });
  }
  const auto all_right = [&](int dead) {
    int right = 0;
    int missing = 0;
    for (std::size_t i = 0; i != references.size(); ++i) {
      TestType* const object = references[i].get();
      if (object == nullptr)
        ++missing;
      else
        right += object->get("x"_slot) == static_cast<int>(i) * 37 % count && object >= objects.data() &&
                 object < objects.data() + objects.size();
    }
    return missing == dead && deaths == dead && right + missing == count;
  };
  CHECK(all_right(0));
  const auto by_x = [](const TestType& a, const TestType& b) { return a.get("x"_slot) < b.get("x"_slot); };
  std::sort(objects.begin(), objects.end(), by_x);
  CHECK(all_right(0));
  CHECK(std::is_sorted(objects.begin(), objects.end(), by_x));
  std::rotate(objects.begin(), objects.begin() + 17, objects.end());
  CHECK(all_right(0));
  std::reverse(objects.begin(), objects.end());
  std::sort(objects.begin(), objects.end(), by_x);
  CHECK(all_right(0));
  std::swap(objects.front(), objects.back());
  std::iter_swap(objects.begin() + 3, objects.begin() + 30);
  CHECK(all_right(0));
  objects.insert(objects.begin() + 5, numbered<TestType>(1000));
  CHECK(all_right(0));
  objects.erase(objects.begin() + 5);
  CHECK(all_right(0));
  objects.erase(objects.begin() + 7);
  CHECK(all_right(1));
  objects.erase(objects.begin() + 10, objects.begin() + 14);
  CHECK(all_right(5));
  objects.shrink_to_fit();
  CHECK(all_right(5));
  std::erase_if(objects, [](const TestType& object) { return object.get("x"_slot) % 2 == 0; });
  const int dead = deaths;
  CHECK(all_right(dead));
  CHECK(dead == count - static_cast<int>(objects.size()));
  std::vector<TestType> moved(std::make_move_iterator(objects.begin()), std::make_move_iterator(objects.end()));
  objects = std::move(moved);
  CHECK(all_right(dead));
  objects.clear();
  CHECK(deaths == count);
}

TEST_CASE("references follow through std::optional, std::deque, std::pair and std::exchange", "[weak_cell]") {
  std::optional<A> first(std::in_place, 1);
  const sl::weak_ref w(*first);
  std::optional<A> second(std::move(first));
  CHECK(w.get() == &*second);
  first = std::move(second);
  CHECK(w.get() == &*first);
  std::swap(first, second);
  CHECK(w.get() == &*second);
  std::deque<A> queue;
  queue.push_back(std::move(*second));
  CHECK(w.get() == &queue.front());
  std::pair<A, A> pair(std::move(queue.front()), A(2));
  CHECK(w.get() == &pair.first);
  std::swap(pair.first, pair.second);
  CHECK(w.get() == &pair.second);
  A out = std::exchange(pair.second, A(3));
  CHECK(w.get() == &out);
  second.reset();
  queue.clear();
  CHECK(w.get() == &out);
}

// Slices.

TEST_CASE("a slice leaves references with the object that it is taken from", "[weak_cell]") {
  C c("x"_slot = 1, "y"_slot = 2, "z"_slot = 3);
  watched_death<C> as_c(c);
  const sl::weak_ref<A> as_a = sl::weak_ref<A>(sl::weak_ref(c));
  const A a(std::move(c));
  CHECK(as_c.reference.get() == &c);
  CHECK(sl::weak_count(a) == 0);
  const B b(std::move(c));
  CHECK(as_a.get() == &c);
  CHECK(sl::weak_count(b) == 0);
  A assigned(5);
  watched_death<A> of_target(assigned);
  assigned = std::move(static_cast<A&>(c));
  CHECK(as_a.get() == &c);
  CHECK(assigned.get("x"_slot) == 1);
  CHECK(of_target.reference.get() == &assigned);  // what was moved there is no whole object
  CHECK(of_target.deaths == 0);
  const C moved(std::move(c));
  CHECK(as_a.get() == &moved);
  CHECK(as_c.deaths == 0);
}

TEST_CASE("an assignment to a part of an object leaves its references, and the source's", "[weak_cell]") {
  C c("x"_slot = 1, "y"_slot = 2, "z"_slot = 3);
  watched_death<C> of_c(c);
  A a(7);
  watched_death<A> of_a(a);
  static_cast<A&>(c) = std::move(a);
  CHECK(c.get("x"_slot) == 7);
  CHECK(of_c.reference.get() == &c);
  CHECK(of_c.deaths == 0);
  CHECK(of_a.reference.get() == &a);
  B b("x"_slot = 8);
  const sl::weak_ref of_b(b);
  static_cast<B&>(c) = std::move(b);
  CHECK(of_c.reference.get() == &c);
  CHECK(of_b.get() == &b);
  std::swap(static_cast<B&>(c), b);
  CHECK(of_c.reference.get() == &c);
  CHECK(of_b.expired());  // b is what was moved out of c, and that came without references
  CHECK(c.get("x"_slot) == 8);
}

TEST_CASE("an object that is referred to as a base only is moved as one of that base", "[weak_cell]") {
  C c("x"_slot = 1, "y"_slot = 2, "z"_slot = 3);
  const sl::weak_ref as_b(static_cast<B&>(c));
  A a(std::move(c));  // less than a B: a slice
  CHECK(as_b.get() == &c);
  B b(std::move(c));  // nobody knows that there was more
  CHECK(as_b.get() == &b);
}

TEST_CASE("references as a base only follow when the whole object is moved", "[weak_cell]") {
  C from("x"_slot = 1, "y"_slot = 2, "z"_slot = 3);
  int deaths = 0;
  const sl::weak_ref as_a(static_cast<A&>(from), [&] { ++deaths; });
  C to(std::move(from));
  CHECK(as_a.get() == &to);
  C third;
  third = std::move(to);
  CHECK(as_a.get() == &third);
  CHECK(third.get("z"_slot) == 3);
  third = C();
  CHECK(deaths == 1);
}

TEST_CASE("a reference that comes later, as a further derived class, makes a slice of the same move", "[weak_cell]") {
  C c;
  const sl::weak_ref as_a(static_cast<A&>(c));
  const sl::weak_ref as_c(c);
  const B b(std::move(c));
  CHECK(as_a.get() == &c);
  CHECK(as_c.get() == &c);
  const C d(std::move(c));
  CHECK(as_a.get() == &d);
}

TEST_CASE("plain C++ subclasses: referred to as the slotted class they move; as themselves they do not",
          "[weak_cell]") {
  {
    Plain from;
    const sl::weak_ref w(from);
    Plain to(std::move(from));
    CHECK(w.get() == &to);
    Plain third;
    third = std::move(to);
    CHECK(w.get() == &third);
  }
  {
    Plain from;
    const sl::weak_ref<Plain> w(from);
    const sl::weak_ref<A> as_base = w;
    Plain to(std::move(from));
    CHECK(w.get() == &from);
    CHECK(as_base.get() == &from);
    const B slice(std::move(from));
    CHECK(w.get() == &from);
  }
}

TEST_CASE("two bases: moves of the other one, and of the one with the weakref slot", "[weak_cell]") {
  Joined from("m"_slot = std::string(50, 'm'), "x"_slot = 1, "j"_slot = 2);
  const sl::weak_ref w(from);
  Mixin other(std::move(from));
  CHECK(w.get() == &from);
  A slice(std::move(from));
  CHECK(w.get() == &from);
  Joined to(std::move(from));
  CHECK(w.get() == &to);
  static_cast<Mixin&>(to) = std::move(other);
  CHECK(w.get() == &to);
  CHECK(to.get("m"_slot) == std::string(50, 'm'));
}

TEST_CASE("an object inside another one moves with it", "[weak_cell]") {
  struct Outer
      : sl::object<Outer, sl::slots<sl::slot<"inner", A>, sl::field<"other", A, sl::defaults_to<>>, sl::weakref_slot>> {
    using object::object;
  };
  Outer from("inner"_slot = A(1));
  const sl::weak_ref outer(from);
  const sl::weak_ref inner(from["inner"_slot].value());
  const sl::weak_ref other(from.get("other"_slot));
  Outer to(std::move(from));
  CHECK(outer.get() == &to);
  CHECK(inner.get() == &to.get("inner"_slot));
  CHECK(other.get() == &to.get("other"_slot));
  Outer third;
  third = std::move(to);
  CHECK(outer.get() == &third);
  CHECK(inner.get() == &third.get("inner"_slot));
  CHECK(other.get() == &third.get("other"_slot));
  struct Member {
    A a;
    Open b;
  };
  Member m;
  const sl::weak_ref of_a(m.a);
  const sl::weak_ref of_b(m.b);
  const Member n(std::move(m));
  CHECK(of_a.get() == &n.a);
  CHECK(of_b.get() == &n.b);
}

TEMPLATE_TEST_CASE("a move from or to what the same thread is moving leaves references where they are", "[weak_cell]",
                   Busy<sl::weakref_slot>, Busy<sl::unsynchronized_weakref_slot>) {
  TestType a(Acting(), 1);
  TestType b(Acting(), 2);
  TestType c(Acting(), 3);
  const watched_death to_a(a);
  const watched_death to_b(b);
  const watched_death to_c(c);
  SECTION("from the object that is on its way to a new one") {
    Acting::action = [&] { c = std::move(a); };
    const TestType made(std::move(a));
    CHECK(to_a.reference.get() == &made);
    CHECK(to_c.reference.get() == &c);
    CHECK(to_a.deaths + to_c.deaths == 0);
  }
  SECTION("from the target of an assignment, or to its source") {
    if (GENERATE(true, false))
      Acting::action = [&] { c = std::move(b); };
    else
      Acting::action = [&] { a = std::move(c); };
    b = std::move(a);
    CHECK(to_a.reference.get() == &b);
    CHECK(to_b.reference.expired());
    CHECK(to_b.deaths == 1);
    CHECK(to_c.reference.get() == &c);
    CHECK(to_a.deaths + to_c.deaths == 0);
  }
  SECTION("to the source of an assignment, which has expired") {
    expire(a);
    Acting::action = [&] { a = std::move(c); };
    b = std::move(a);
    CHECK(to_a.reference.expired());
    CHECK(to_b.reference.expired());
    CHECK(to_a.deaths + to_b.deaths == 2);
    CHECK(to_c.reference.get() == &c);
    CHECK(to_c.deaths == 0);
  }
  CHECK_FALSE(Acting::action);
  CHECK(sl::weak_ref(c).get() == &c);
}

TEMPLATE_TEST_CASE("in the middle of a move the same thread may use other objects, and refer to those that move",
                   "[weak_cell]", Busy<sl::weakref_slot>, Busy<sl::unsynchronized_weakref_slot>) {
  TestType a(Acting(), 1);
  TestType b(Acting(), 2);
  const watched_death to_a(a);
  TestType c(Acting(), 3);
  TestType d(Acting(), 4);
  SECTION("move others, one without references to one that has some") {
    const watched_death to_d(d);
    Acting::action = [&] { d = std::move(c); };
    b = std::move(a);
    CHECK(to_a.reference.get() == &b);
    CHECK(to_d.reference.expired());
    CHECK(to_d.deaths == 1);
    CHECK(to_a.deaths == 0);
  }
  SECTION("hold the one that moves, also while another moves and while another is held") {
    const sl::weak_ref to_c(c);
    int held = 0;
    Acting::action = [&] {
      const auto other = to_c.lock();
      held += to_a.reference.lock() ? 1 : 0;
    };
    b = std::move(a);
    CHECK(held == 1);
    Acting::action = [&] {
      Acting::action = [&] { held += to_a.reference.lock() ? 1 : 0; };
      d = std::move(c);
    };
    a = std::move(b);
    CHECK(held == 2);
    CHECK(to_a.reference.get() == &a);
    CHECK(to_c.get() == &d);
  }
  SECTION("refer to a source that had no references, and to its target") {
    const watched_death to_d(d);
    sl::weak_ref<TestType> to_c;
    Acting::action = [&] { to_c = sl::weak_ref(c); };
    d = std::move(c);
    CHECK(to_d.deaths == 1);
    CHECK(to_c.get() == &c);
    CHECK(sl::weak_ref(d).get() == &d);
  }
  CHECK_FALSE(Acting::action);
}

TEST_CASE("a dict slot moves beside the references", "[weak_cell]") {
  Open from(1);
  setattr(from, "name", std::string("a text that is longer than a small string"));
  const sl::weak_ref w(from);
  Open to(std::move(from));
  CHECK(w.get() == &to);
  CHECK(getattr<std::string>(*w.get(), "name") == "a text that is longer than a small string");
  Open third;
  setattr(third, "other", 1);
  third = std::move(to);
  CHECK(w.get() == &third);
  CHECK_FALSE(hasattr(*w.get(), "other"));
  CHECK(hasattr(*w.get(), "name"));
}

// Failures.

struct FieldThrows : sl::object<FieldThrows, sl::slots<sl::field<"a", tracked, sl::defaults_to<5>>, sl::weakref_slot>> {
  using object::object;
};
struct SlotThrows : sl::object<SlotThrows, sl::slots<sl::slot<"a", tracked, sl::defaults_to<1>>, sl::weakref_slot,
                                                     sl::slot<"b", tracked, sl::defaults_to<2>>>> {
  using object::object;
};
struct BaseThrows : sl::object<BaseThrows, sl::extends<SlotThrows>, sl::slots<sl::slot<"n", int>>> {
  using object::object;
};
struct DerivedThrows
    : sl::object<DerivedThrows, sl::extends<A>, sl::slots<sl::slot<"c", tracked, sl::defaults_to<3>>>> {
  using object::object;
};
struct AllThrow
    : sl::object<AllThrow, sl::extends<FieldThrows>,
                 sl::slots<sl::slot<"c", tracked, sl::defaults_to<3>>, sl::field<"d", tracked, sl::defaults_to<5>>>> {
  using object::object;
};
struct WithoutWeakref : sl::object<WithoutWeakref, sl::slots<sl::slot<"w", tracked, sl::defaults_to<4>>>> {
  using object::object;
};
struct OtherBaseThrows : sl::object<OtherBaseThrows, sl::extends<A, WithoutWeakref>, sl::slots<>> {
  using object::object;
};

TEMPLATE_TEST_CASE("a move that throws leaves all references with the source", "[weak_cell]", FieldThrows, SlotThrows,
                   BaseThrows, DerivedThrows, AllThrow, OtherBaseThrows) {
  const long failures = fail_everywhere([](support::attempt& one) {
    TestType from;
    watched_death<TestType> watch(from);
    const sl::weak_ref w(from);
    std::optional<TestType> to;
    const bool failed = one([&] { to.emplace(std::move(from)); });
    CHECK(w.get() == (failed ? &from : &*to));
    CHECK(watch.reference == w);
    CHECK(watch.deaths == 0);
    CHECK(w.lock());  // they do not wait any more
    to.reset();
    CHECK(watch.deaths == (failed ? 0 : 1));
    CHECK(w.expired() == !failed);
    if (failed) {
      CHECK(sl::weak_count(from) == 2);
      to.emplace(std::move(from));
      CHECK(w.get() == &*to);
    }
  });
  CHECK(failures > 0);
}

TEMPLATE_TEST_CASE("a move assignment that throws leaves references on both sides", "[weak_cell]", FieldThrows,
                   SlotThrows, BaseThrows, DerivedThrows, AllThrow, OtherBaseThrows) {
  const long failures = fail_everywhere([](support::attempt& one) {
    TestType from;
    TestType to;
    watched_death<TestType> of_from(from);
    watched_death<TestType> of_to(to);
    const bool failed = one([&] { to = std::move(from); });
    CHECK(of_from.reference.get() == (failed ? &from : &to));
    CHECK(of_from.deaths == 0);
    CHECK(of_to.reference.get() == (failed ? &to : nullptr));
    CHECK(of_to.deaths == (failed ? 0 : 1));
    CHECK(of_from.reference.lock());
    CHECK(static_cast<bool>(of_to.reference.lock()) == failed);
    if (!failed) return;
    to = std::move(from);
    CHECK(of_from.reference.get() == &to);
    CHECK(of_to.deaths == 1);
  });
  CHECK(failures > 0);
}

TEST_CASE("a move that throws behind the base that is referred to leaves the references with the source",
          "[weak_cell]") {
  const long failures = fail_everywhere([](support::attempt& one) {
    DerivedThrows from;
    const sl::weak_ref as_a(static_cast<A&>(from));
    std::optional<DerivedThrows> to;
    const bool failed = one([&] { to.emplace(std::move(from)); });
    CHECK(as_a.get() == (failed ? &from : &*to));
    CHECK(as_a.lock());
  });
  CHECK(failures > 0);
  const long assignments = fail_everywhere([](support::attempt& one) {
    DerivedThrows from;
    DerivedThrows to;
    const sl::weak_ref of_from(static_cast<A&>(from));
    const sl::weak_ref of_to(static_cast<A&>(to));
    const bool failed = one([&] { to = std::move(from); });
    CHECK(of_from.get() == (failed ? &from : &to));
    CHECK(of_to.get() == (failed ? &to : nullptr));
  });
  CHECK(assignments > 0);
}

/// Refers to the object that it is moved into, and throws.
struct refers_while_made {
  static inline A* made = nullptr;
  static inline bool throws = false;
  static inline std::vector<sl::weak_ref<A>> taken;
  refers_while_made() = default;
  refers_while_made(const refers_while_made&) = default;
  refers_while_made(refers_while_made&&) noexcept(false) {
    if (made != nullptr) taken.emplace_back(*made);
    if (throws) throw support::failure{};
  }
  refers_while_made& operator=(const refers_while_made&) = default;
};

TEST_CASE("a reference taken while its object is made dies where making it fails, or other references come",
          "[weak_cell]") {
  struct Making : sl::object<Making, sl::extends<A>, sl::slots<sl::slot<"r", refers_while_made>>> {
    using object::object;
  };
  for (const bool throws : {false, true})
    for (const bool has_references : {false, true}) {
      alignas(Making) unsigned char memory[sizeof(Making)];
      {
        Making from;
        from["r"_slot].emplace();
        sl::weak_ref<A> w;
        if (has_references) w = sl::weak_ref<A>(sl::weak_ref(from));
        refers_while_made::made = reinterpret_cast<Making*>(memory);
        refers_while_made::throws = throws;
        Making* to = nullptr;
        try {
          to = ::new (memory) Making(std::move(from));
        } catch (const support::failure&) {
        }
        refers_while_made::made = nullptr;
        refers_while_made::throws = false;
        REQUIRE(refers_while_made::taken.size() == 1);
        const sl::weak_ref<A> taken = std::move(refers_while_made::taken.back());
        refers_while_made::taken.clear();
        CHECK((to == nullptr) == throws);
        if (throws || has_references) CHECK(taken.expired());
        if (throws && has_references) CHECK(w.get() == &from);
        if (!throws) {
          const sl::weak_ref of_to(*to);
          CHECK((has_references ? w : taken).get() == to);
          CHECK(of_to == (has_references ? w : taken));
          to->~Making();
        }
      }
    }
}

// Death.

TEST_CASE("nothing is allocated while an object with references dies or moves", "[weak_cell]") {
  std::vector<std::string> called;
  called.reserve(100);
  std::vector<sl::weak_ref<B>> references;
  std::vector<sl::weak_ref<B>> plain;
  std::optional<B> object(std::in_place);
  std::optional<B> other(std::in_place);
  for (int i = 0; i != 50; ++i) {
    references.emplace_back(*object, [&] { called.emplace_back("short"); });
    plain.emplace_back(*object);
  }
  const long before = support::allocations::asked;
  *other = std::move(*object);
  object.emplace(std::move(*other));
  const bool moved = plain[0].get() == &*object;
  object.reset();
  const long after = support::allocations::asked;
  CHECK(moved);
  CHECK(after == before);
  CHECK(called.size() == 50);
}

TEST_CASE("what could be a constant is none where references have to move or die", "[weak_cell]") {
  struct Bare : sl::object<Bare, sl::slots<sl::weakref_slot>> {
    using object::object;
  };
  Bare from;
  Bare other;
  const sl::weak_ref w(from);
  const sl::weak_ref v(other);
  static Bare to(std::move(from));  // read nothing of `from`, and it is initialised before the program runs
  const bool is_expired = (sl::expire(other), true);
  CHECK(is_expired);
  CHECK(w.get() == &to);
  CHECK(v.expired());
  sl::expire(to);
}

TEST_CASE("an object that a constructor cannot finish ends its references", "[weak_cell]") {
  struct Fails : A {
    explicit Fails(sl::weak_ref<A>& taken) : A(1) {
      taken = sl::weak_ref(static_cast<A&>(*this));
      throw support::failure{};
    }
  };
  sl::weak_ref<A> taken;
  CHECK_THROWS_AS(Fails(taken), support::failure);
  CHECK(taken.expired());
  struct Fails_alone : A {
    Fails_alone() : A(1) { throw support::failure{}; }
  };
  CHECK_THROWS_AS(Fails_alone(), support::failure);
}

/// Refers to the object that it becomes a part of, and fails.
struct Premature {
  static inline std::function<void()> action;
  Premature() = default;
  Premature(Premature&&) {
    if (action) action();
  }
};
TEMPLATE_TEST_CASE("an object whose slots fail ends the references to it", "[weak_cell]", sl::weakref_slot,
                   sl::unsynchronized_weakref_slot) {
  struct Part : sl::object<Part, sl::slots<TestType, sl::field<"premature", Premature>>> {
    using Part::object::object;
  };
  alignas(Part) unsigned char memory[sizeof(Part)];
  std::optional<sl::weak_ref<Part>> taken;
  int calls = 0;
  Premature::action = [&] {
    taken.emplace(*reinterpret_cast<Part*>(memory), [&] { ++calls; });
    throw support::failure{};
  };
  CHECK_THROWS_AS(::new (static_cast<void*>(memory)) Part(Premature()), support::failure);
  Premature::action = nullptr;
  REQUIRE(taken.has_value());
  CHECK(taken->expired());
  CHECK(calls == 1);
}

// The last: for those before it there has never been another thread.

TEST_CASE("a first reference that another thread makes meanwhile is to the same block", "[weak_cell]") {
  B object;
  bool reached = false;
  bool equal = false;
  bool alive = false;
  std::thread([&] {  // that has kept no memory, and where there are threads
    std::optional<sl::weak_ref<A>> mine;
    std::optional<sl::weak_ref<B>> other;
    reached = support::interrupt_at_allocation(1, [&] { mine.emplace(object); }, [&] { other.emplace(object); });
    equal = other && *mine == *other;
    mine.reset();
    alive = other && other->get() == &object;
  })
      .join();
  CHECK(reached);
  CHECK(equal);
  CHECK(alive);
}

}  // namespace unit_weak_cell
