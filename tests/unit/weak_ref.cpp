#include <slotted/weak_ref.hpp>

#include <slotted/format.hpp>
#include <slotted/slotted.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <exception>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "support/allocations.hpp"
#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using support::allocations;

namespace unit_weak_ref {

struct A : sl::object<A, sl::slots<sl::slot<"x", int>, sl::weakref_slot>> {
  using object::object;
};
struct B : sl::object<B, sl::extends<A>, sl::slots<sl::slot<"y", int>>> {
  using object::object;
};
struct Alone : sl::object<Alone, sl::slots<sl::slot<"x", int>, sl::unsynchronized_weakref_slot>> {
  using object::object;
};

/// What the thread keeps of the blocks that it was given back is in use as long as this lives: further blocks come from
/// operator new.
class no_memory_kept {
 public:
  no_memory_kept() : objects_(2 * sl::detail::weak_memory::most_kept) {
    for (A& object : objects_) references_.emplace_back(object);
  }

 private:
  std::vector<A> objects_;
  std::vector<sl::weak_ref<A>> references_;
};

long asked_for_by(const auto& operation) {
  const long before = allocations::asked;
  operation();
  return allocations::asked - before;
}

int x_of(const sl::weak_ref<A>& reference) { return reference.get()->get("x"_slot); }

// Objects wherever they live.

A in_static_storage(1);

TEST_CASE("row 117: a reference does not keep its object alive", "[weak_ref]") {
  sl::weak_ref<A> w;
  {
    A a(1);
    w = sl::weak_ref(a);
    CHECK(w.get() == &a);
    CHECK_FALSE(w.expired());
  }
  CHECK(w.get() == nullptr);
  CHECK(w.expired());
  CHECK_FALSE(w.lock());
}

TEMPLATE_TEST_CASE("row 115: objects wherever they live", "[weak_ref]", A, B, Alone) {
  using weak = sl::weak_ref<TestType>;
  const auto check = [](auto make, auto end) {
    TestType& object = make();
    const std::size_t before = sl::weak_count(object);
    const weak w(object);
    CHECK(w.get() == &object);
    CHECK(w.lock().get() == &object);
    CHECK(sl::weak_count(object) == before + 1);
    end();
    CHECK(w.expired());
    CHECK(w.get() == nullptr);
    CHECK(w.lock().get() == nullptr);
  };
  SECTION("std::unique_ptr") {
    auto owner = std::make_unique<TestType>();
    check([&]() -> TestType& { return *owner; }, [&] { owner.reset(); });
  }
  SECTION("std::shared_ptr") {
    auto owner = std::make_shared<TestType>();
    auto other = owner;
    const weak w(*owner);
    owner.reset();
    CHECK(w.get() == other.get());
    check([&]() -> TestType& { return *other; }, [&] { other.reset(); });
    CHECK(w.expired());
  }
  SECTION("std::optional") {
    std::optional<TestType> owner(std::in_place);
    check([&]() -> TestType& { return *owner; }, [&] { owner.reset(); });
  }
  SECTION("an element of a vector") {
    std::vector<TestType> owner(3);
    check([&]() -> TestType& { return owner[2]; }, [&] { owner.pop_back(); });
  }
  SECTION("an element of an array") {
    auto owner = std::make_unique<TestType[]>(3);
    check([&]() -> TestType& { return owner[1]; }, [&] { owner.reset(); });
  }
  SECTION("a node of a list") {
    std::list<TestType> owner(2);
    check([&]() -> TestType& { return owner.front(); }, [&] { owner.pop_front(); });
  }
  SECTION("a node of a map, also one that is handed on") {
    std::map<int, TestType> owner;
    std::map<int, TestType> other;
    owner[1];
    const weak w(owner[1]);
    other.insert(owner.extract(1));
    CHECK(w.get() == &other[1]);
    check([&]() -> TestType& { return other[1]; }, [&] { other.clear(); });
    CHECK(w.expired());
  }
  SECTION("a member of a struct") {
    struct Holder {
      int before = 0;
      TestType member;
    };
    auto owner = std::make_unique<Holder>();
    check([&]() -> TestType& { return owner->member; }, [&] { owner.reset(); });
  }
}

TEST_CASE("an object in static storage, and one in a slot of another object", "[weak_ref]") {
  const sl::weak_ref w(in_static_storage);
  CHECK(w.get() == &in_static_storage);
  struct Outer : sl::object<Outer, sl::slots<sl::slot<"inner", A>>> {
    using object::object;
  };
  Outer outer("inner"_slot = A(3));
  const sl::weak_ref inner(outer["inner"_slot].value());
  CHECK(x_of(inner) == 3);
  outer["inner"_slot] = A(4);  // the target of a move assignment is another object now
  CHECK(inner.expired());
  const sl::weak_ref again(outer["inner"_slot].value());
  CHECK(x_of(again) == 4);
  delattr(outer, "inner"_slot);
  CHECK(again.expired());
}

TEST_CASE("an object that is const", "[weak_ref]") {
  const A a(1);
  const sl::weak_ref w(a);
  STATIC_REQUIRE(std::is_same_v<decltype(w), const sl::weak_ref<const A>>);
  STATIC_REQUIRE(std::is_same_v<decltype(w.get()), const A*>);
  STATIC_REQUIRE(std::is_same_v<decltype(*w.lock()), const A&>);
  CHECK(w.get() == &a);
  CHECK(w.lock()->get("x"_slot) == 1);
  A b(2);
  const sl::weak_ref<A> mutable_one(b);
  const sl::weak_ref<const A> const_one = mutable_one;
  CHECK(const_one == mutable_one);
  CHECK(const_one.get() == &b);
  STATIC_REQUIRE_FALSE(std::is_convertible_v<sl::weak_ref<const A>, sl::weak_ref<A>>);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<sl::weak_ref<A>, const sl::weak_ref<const A>&>);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<sl::weak_ref<A>, const A&>);
}

TEST_CASE("a reference is one pointer, made of no temporary, converted from no object by accident", "[weak_ref]") {
  STATIC_REQUIRE(sizeof(sl::weak_ref<A>) == sizeof(void*));
  STATIC_REQUIRE(std::is_nothrow_copy_constructible_v<sl::weak_ref<A>>);
  STATIC_REQUIRE(std::is_nothrow_move_constructible_v<sl::weak_ref<A>>);
  STATIC_REQUIRE(std::is_nothrow_copy_assignable_v<sl::weak_ref<A>>);
  STATIC_REQUIRE(std::is_nothrow_move_assignable_v<sl::weak_ref<A>>);
  STATIC_REQUIRE(std::is_nothrow_swappable_v<sl::weak_ref<A>>);
  STATIC_REQUIRE_FALSE(std::is_convertible_v<A&, sl::weak_ref<A>>);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<sl::weak_ref<A>, A>);
  STATIC_REQUIRE_FALSE(std::totally_ordered<sl::weak_ref<A>>);  // row 133: no ordering
  STATIC_REQUIRE(std::regular<sl::weak_ref<A>>);
}

TEST_CASE("deduction of the class: plain C++ subclasses are seen as the slotted class below them", "[weak_ref]") {
  struct Plain : A {
    using A::A;
    int more = 0;
  };
  A a;
  const A c;
  Plain p;
  const Plain q;
  const auto callback = [] {};
  STATIC_REQUIRE(std::is_same_v<decltype(sl::weak_ref(a)), sl::weak_ref<A>>);
  STATIC_REQUIRE(std::is_same_v<decltype(sl::weak_ref(c)), sl::weak_ref<const A>>);
  STATIC_REQUIRE(std::is_same_v<decltype(sl::weak_ref(p)), sl::weak_ref<A>>);
  STATIC_REQUIRE(std::is_same_v<decltype(sl::weak_ref(q)), sl::weak_ref<const A>>);
  STATIC_REQUIRE(std::is_same_v<decltype(sl::weak_ref(a, callback)), sl::weak_ref<A>>);
  STATIC_REQUIRE(std::is_same_v<decltype(sl::weak_ref(q, callback)), sl::weak_ref<const A>>);
  const sl::weak_ref w(a);
  STATIC_REQUIRE(std::is_same_v<decltype(sl::weak_ref(w)), sl::weak_ref<A>>);  // a copy
  STATIC_REQUIRE(std::is_same_v<decltype(sl::weak_ref(w, callback)), sl::weak_ref<A>>);
  const sl::weak_ref<Plain> as_plain(p);
  CHECK(as_plain.get() == &p);
  CHECK(sl::weak_ref(p) == as_plain);
}

TEST_CASE("deduction took a reference that is no constant, with a callback, for the object to refer to", "[weak_ref]") {
  A a;
  sl::weak_ref first(a);
  bool called = false;
  const sl::weak_ref second(first, [&called] { called = true; });
  STATIC_REQUIRE(std::is_same_v<decltype(second), const sl::weak_ref<A>>);
  CHECK(second.get() == &a);
  expire(a);
  CHECK(called);
}

TEST_CASE("a reference to nothing", "[weak_ref]") {
  constexpr sl::weak_ref<A> constant;
  const sl::weak_ref<A> w;
  CHECK(w.expired());
  CHECK(w.get() == nullptr);
  CHECK_FALSE(w.lock());
  CHECK(w == constant);
  CHECK(w == sl::weak_ref<Alone>());
  CHECK(std::hash<sl::weak_ref<A>>{}(w) == std::hash<sl::weak_ref<A>>{}(constant));
  CHECK(asked_for_by([] { static_cast<void>(sl::weak_ref<A>()); }) == 0);
  int called = 0;
  {
    const sl::weak_ref<A> with_callback(w, [&] { ++called; });
    CHECK(with_callback.expired());
    CHECK(with_callback == w);
  }
  CHECK(called == 0);
}

TEST_CASE("reset, swap, assignment to itself", "[weak_ref]") {
  A a(1);
  A b(2);
  sl::weak_ref w(a);
  sl::weak_ref v(b);
  w.swap(v);
  CHECK(x_of(w) == 2);
  swap(w, v);
  CHECK(x_of(w) == 1);
  std::swap(w, v);
  CHECK(x_of(w) == 2);
  CHECK(x_of(v) == 1);
  sl::weak_ref<A>& same = w;
  w = same;
  CHECK(x_of(w) == 2);
  w = std::move(same);
  CHECK(x_of(w) == 2);
  CHECK(sl::weak_count(b) == 1);
  v = w;
  CHECK(v == w);
  CHECK(sl::weak_count(a) == 0);
  CHECK(sl::weak_count(b) == 2);
  sl::weak_ref u(std::move(v));
  CHECK(v == sl::weak_ref<A>());  // as a pointer that was given away
  CHECK(sl::weak_count(b) == 2);
  u.reset();
  CHECK(u.expired());
  CHECK(u == sl::weak_ref<A>());
  CHECK(sl::weak_count(b) == 1);
  u.reset();
  CHECK(x_of(w) == 2);
}

TEST_CASE("a reference that survives its object can go on with another one", "[weak_ref]") {
  sl::weak_ref<A> w;
  for (int i = 0; i != 100; ++i) {
    A a(i);
    CHECK(w.expired());
    w = sl::weak_ref(a);
    CHECK(x_of(w) == i);
  }
  CHECK(w.expired());
}

// Identity.

TEST_CASE("row 133: references are equal if they are to the same object, alive or dead", "[weak_ref]") {
  auto a = std::make_unique<A>(1);
  auto b = std::make_unique<A>(1);
  CHECK(*a == *b);
  const sl::weak_ref wa(*a);
  const sl::weak_ref wb(*b);
  const sl::weak_ref called(*a, [] {});
  CHECK(wa == sl::weak_ref(*a));
  CHECK(wa == called);
  CHECK(wa != wb);
  CHECK(wa != sl::weak_ref<A>());
  a.reset();
  CHECK(wa == called);
  CHECK(wa != wb);
  b.reset();
  CHECK(wa == wa);
  CHECK(wa != wb);
  CHECK(wa != sl::weak_ref<A>());
}

TEST_CASE("row 134: the hash of a reference is that of the object's identity, and stays when it is dead",
          "[weak_ref]") {
  const std::hash<sl::weak_ref<A>> hash;
  auto a = std::make_unique<A>(1);
  const sl::weak_ref w(*a);
  const sl::weak_ref called(*a, [] {});
  const std::size_t before = hash(w);
  CHECK(hash(called) == before);
  CHECK(std::hash<sl::weak_ref<const A>>{}(w) == before);
  A moved(std::move(*a));
  CHECK(hash(w) == before);
  a.reset();
  CHECK(hash(w) == before);
  sl::expire(moved);
  CHECK(hash(w) == before);
  CHECK(hash(called) == before);
  CHECK(w.identity() == called.identity());
}

TEST_CASE("row 139: references as keys of sets and maps", "[weak_ref]") {
  std::vector<std::unique_ptr<A>> objects;
  std::unordered_set<sl::weak_ref<A>> set;
  std::unordered_map<sl::weak_ref<A>, int> map;
  for (int i = 0; i != 200; ++i) {
    objects.push_back(std::make_unique<A>(i));
    CHECK(set.emplace(*objects.back()).second);
    CHECK_FALSE(set.emplace(*objects.back()).second);
    map[sl::weak_ref(*objects.back())] = i;
  }
  for (int i = 0; i != 200; ++i) CHECK(map.at(sl::weak_ref(*objects[static_cast<std::size_t>(i)])) == i);
  objects.resize(100);
  CHECK(std::erase_if(set, [](const auto& w) { return w.expired(); }) == 100);
  CHECK(std::erase_if(map, [](const auto& entry) { return entry.first.expired(); }) == 100);
  for (const auto& object : objects) CHECK(set.contains(sl::weak_ref(*object)));
}

// Other classes than that of the object.

struct First : sl::object<First, sl::slots<sl::slot<"first", long>>> {
  using object::object;
};
struct Joined : sl::object<Joined, sl::extends<First, A>, sl::slots<sl::slot<"own", int>>> {
  using object::object;
};
struct Speaker {
  virtual ~Speaker() = default;
  virtual int speak() const { return 1; }
};
struct Late : sl::object<Late, sl::extends<Speaker, First>, sl::slots<sl::weakref_slot>> {
  using object::object;
  int speak() const override { return 2; }
};
struct Last final : sl::object<Last, sl::extends<Late>, sl::slots<sl::slot<"z", int>>> {
  using object::object;
};

TEST_CASE("row 144: a reference to a derived object is one to its base", "[weak_ref]") {
  auto b = std::make_unique<B>("x"_slot = 1, "y"_slot = 2);
  const sl::weak_ref w(*b);
  const sl::weak_ref<A> as_base = w;
  const sl::weak_ref<const A> as_const_base = w;
  CHECK(as_base.get() == b.get());
  CHECK(as_base == w);
  CHECK(w == as_const_base);
  CHECK(sl::weak_count(*b) == 3);
  STATIC_REQUIRE(std::is_nothrow_constructible_v<sl::weak_ref<A>, const sl::weak_ref<B>&>);
  STATIC_REQUIRE_FALSE(std::is_convertible_v<sl::weak_ref<A>, sl::weak_ref<B>>);
  STATIC_REQUIRE_FALSE(std::is_convertible_v<sl::weak_ref<A>, sl::weak_ref<Alone>>);
  sl::weak_ref<A> assigned;
  assigned = w;
  CHECK(assigned == w);
  b.reset();
  CHECK(as_base.expired());
  CHECK(as_const_base == w);
}

TEST_CASE("a base at another address than the object", "[weak_ref]") {
  auto joined = std::make_unique<Joined>("x"_slot = 7, "own"_slot = 8);
  const sl::weak_ref w(*joined);
  const sl::weak_ref<A> as_base = w;
  A* const base = joined.get();
  CHECK(static_cast<void*>(base) != static_cast<void*>(joined.get()));
  CHECK(w.get() == joined.get());
  CHECK(as_base.get() == base);
  CHECK(as_base.lock().get() == base);
  CHECK(sl::weak_ref(*base) == w);
  CHECK(w.lock()->get("own"_slot) == 8);
  Joined moved(std::move(*joined));
  CHECK(w.get() == &moved);
  CHECK(as_base.get() == static_cast<A*>(&moved));
  CHECK(x_of(as_base) == 7);
}

TEST_CASE("a weakref slot declared by a class that has bases elsewhere, a final one, one with virtual functions",
          "[weak_ref]") {
  auto last = std::make_unique<Last>("first"_slot = 5, "z"_slot = 6);
  const sl::weak_ref w(*last);
  const sl::weak_ref<Late> as_late = w;
  CHECK(as_late.get() == last.get());
  CHECK(as_late.get()->speak() == 2);
  CHECK(w.get()->get("first"_slot) == 5);
  Last moved(std::move(*last));
  last.reset();
  CHECK(as_late.get() == &moved);
  sl::expire(static_cast<Late&>(moved));
  CHECK(w.expired());
}

TEST_CASE("a reference that moves to one of a base takes its callback along; a copy has none", "[weak_ref]") {
  for (const bool as_copy : {false, true}) {
    int called = 0;
    auto b = std::make_unique<B>();
    sl::weak_ref w(*b, [&] { ++called; });
    sl::weak_ref<A> base = as_copy ? sl::weak_ref<A>(w) : sl::weak_ref<A>(std::move(w));
    w.reset();
    CHECK(base.get() == b.get());
    b.reset();
    CHECK(called == (as_copy ? 0 : 1));
  }
}

// Incomplete classes.

struct Later;
struct Holder {
  sl::weak_ref<Later> later;
  std::vector<sl::weak_ref<Later>> more;
};
struct Left;
struct Right : sl::object<Right, sl::slots<sl::slot<"left", sl::weak_ref<Left>>, sl::weakref_slot>> {
  using object::object;
};
struct Left : sl::object<Left, sl::slots<sl::slot<"right", sl::weak_ref<Right>>, sl::weakref_slot>> {
  using object::object;
};
sl::weak_ref<Later> find_later(Holder& holder);
struct Later : sl::object<Later, sl::slots<sl::weakref_slot>> {
  using object::object;
  Holder others;
};
sl::weak_ref<Later> find_later(Holder& holder) { return holder.later; }

TEST_CASE("references to classes that are not complete yet, and to each other", "[weak_ref]") {
  Holder holder;
  {
    Later later;
    holder.later = sl::weak_ref(later);
    later.others.later = holder.later;
    holder.more.emplace_back(later);
    CHECK(find_later(holder).get() == &later);
    CHECK(find_later(later.others).get() == &later);
  }
  CHECK(find_later(holder).expired());
  CHECK(holder.more[0].expired());

  auto left = std::make_unique<Left>();
  auto right = std::make_unique<Right>();
  left->set("right"_slot, sl::weak_ref(*right));
  right->set("left"_slot, sl::weak_ref(*left));
  CHECK(left->get("right"_slot).get()->get("left"_slot).get() == left.get());
  right.reset();
  CHECK(left->get("right"_slot).expired());
  left.reset();
}

// Cost.

TEST_CASE("row 118: all references to an object share one block; the first one alone allocates", "[weak_ref]") {
  const no_memory_kept all_in_use;
  A a(1);
  std::optional<sl::weak_ref<A>> first;
  CHECK(asked_for_by([&] { first.emplace(a); }) == 1);
  std::vector<sl::weak_ref<A>> more;
  more.reserve(100);
  CHECK(asked_for_by([&] {
          for (int i = 0; i != 25; ++i) {
            more.emplace_back(a);
            more.push_back(*first);
            const sl::weak_ref<const A> converted = *first;
            static_cast<void>(converted.lock());
          }
        }) == 0);
  CHECK(sl::weak_count(a) == 51);
  CHECK(std::all_of(more.begin(), more.end(), [&](const auto& w) { return w.identity() == first->identity(); }));
  // The object keeps it when there are no references any more.
  const void* const identity = first->identity();
  more.clear();
  first.reset();
  CHECK(sl::weak_count(a) == 0);
  CHECK(asked_for_by([&] { first.emplace(a); }) == 0);
  CHECK(first->identity() == identity);
  CHECK(asked_for_by([&] {
          A moved(std::move(a));
          a = std::move(moved);
        }) == 0);
}

TEST_CASE("row 119: a reference with a callback is one of its own", "[weak_ref]") {
  const no_memory_kept all_in_use;
  A a;
  const auto callback = [] {};
  const sl::weak_ref c(a);
  std::optional<sl::weak_ref<A>> one;
  std::optional<sl::weak_ref<A>> two;
  CHECK(asked_for_by([&] { one.emplace(a, callback); }) == 1);
  CHECK(asked_for_by([&] { two.emplace(c, callback); }) == 1);
  CHECK(sl::weak_count(a) == 3);
  CHECK(*one == *two);
  one.reset();
  CHECK(sl::weak_count(a) == 2);
  two.reset();
  CHECK(sl::weak_count(a) == 1);
}

TEST_CASE("what an object without references costs, and one whose references are gone", "[weak_ref]") {
  CHECK(asked_for_by([] {
          A a(1);
          A b(std::move(a));
          a = b;
          b = std::move(a);
          sl::expire(b);
        }) == 0);
  const no_memory_kept all_in_use;
  const long live = allocations::live;
  {
    std::vector<std::unique_ptr<A>> objects;
    std::vector<sl::weak_ref<A>> references;
    for (int i = 0; i != 300; ++i) {
      objects.push_back(std::make_unique<A>(i));
      references.emplace_back(*objects.back());
    }
    objects.clear();
  }
  CHECK(allocations::live - live <= static_cast<long>(sl::detail::weak_memory::most_kept));
}

TEST_CASE("no memory for a reference: the object is as it was", "[weak_ref]") {
  const no_memory_kept all_in_use;
  A a(1);
  bool called = false;
  for (long n = 1; n != 3; ++n) {  // for the block, for the callback
    const long live = allocations::live;
    support::short_of_memory one(n, false);
    const bool failed = one([&] { sl::weak_ref<A> w(a, [&] { called = true; }); });
    CHECK(failed);
    CHECK(sl::weak_count(a) == 0);
    CHECK(a.get("x"_slot) == 1);
    CHECK(allocations::live - live == (n == 2 ? 1 : 0));  // the block stays with the object
  }
  CHECK_FALSE(called);
}

// Guards.

template <class T>
concept movable_at_all = std::is_move_constructible_v<T> || std::is_copy_constructible_v<T> ||
                         std::is_move_assignable_v<T> || std::is_copy_assignable_v<T>;

TEMPLATE_TEST_CASE("a guard gives what it guards, and may outlive its reference", "[weak_ref]", A, Alone) {
  STATIC_REQUIRE_FALSE(movable_at_all<sl::weak_guard<TestType>>);
  STATIC_REQUIRE_FALSE(std::is_convertible_v<sl::weak_guard<TestType>, bool>);
  TestType object(5);
  {
    auto reference = std::make_unique<sl::weak_ref<TestType>>(object);
    const auto guard = reference->lock();
    reference.reset();
    REQUIRE(guard);
    CHECK(guard.get() == &object);
    CHECK(&*guard == &object);
    CHECK(guard->get("x"_slot) == 5);
    CHECK(sl::weak_count(object) == 0);  // a guard is none
    const auto second = sl::weak_ref(object).lock();
    CHECK(second.get() == guard.get());
  }
  TestType moved(std::move(object));  // no guard any more
  CHECK(moved.get("x"_slot) == 5);
}

TEST_CASE("guards of several objects, ended in any order", "[weak_ref]") {
  A objects[3] = {A(0), A(1), A(2)};
  const sl::weak_ref w0(objects[0]);
  const sl::weak_ref w1(objects[1]);
  const sl::weak_ref w2(objects[2]);
  struct on_heap {
    sl::weak_guard<A> guard;
  };
  std::unique_ptr<on_heap> g0(new on_heap{w0.lock()});
  std::unique_ptr<on_heap> g1(new on_heap{w1.lock()});
  std::unique_ptr<on_heap> g2(new on_heap{w2.lock()});
  std::unique_ptr<on_heap> again(new on_heap{w1.lock()});
  g1.reset();
  g0.reset();
  CHECK(again->guard->get("x"_slot) == 1);
  again.reset();
  g2.reset();
  const std::vector<A> moved(std::make_move_iterator(std::begin(objects)), std::make_move_iterator(std::end(objects)));
  CHECK(x_of(w1) == 1);
  CHECK(w2.get() == &moved[2]);
}

// Callbacks and death.

std::vector<int>& called() {
  static std::vector<int> numbers;
  return numbers;
}
struct begin_of_calls {
  begin_of_calls() { called().clear(); }
};

/// References to an object with callbacks that note their number.
std::vector<sl::weak_ref<A>> numbered_callbacks(A& object, int count) {
  std::vector<sl::weak_ref<A>> references;
  for (int i = 0; i != count; ++i) references.emplace_back(object, [i] { called().push_back(i); });
  return references;
}

TEST_CASE("row 121: callbacks run the newest first, each once", "[weak_ref]") {
  const begin_of_calls begin;
  auto a = std::make_unique<A>();
  const auto references = numbered_callbacks(*a, 4);
  CHECK(called().empty());
  a.reset();
  CHECK(called() == std::vector{3, 2, 1, 0});
}

TEST_CASE("row 122: all references are dead before the first callback", "[weak_ref]") {
  int seen_dead = 0;
  std::vector<sl::weak_ref<A>> references;
  {
    A a;
    references.emplace_back(a);
    for (int i = 0; i != 3; ++i)
      references.emplace_back(a, [&] {
        for (const auto& w : references) {
          seen_dead += w.expired() && w.get() == nullptr && !w.lock();
          CHECK(w == references[0]);
        }
      });
  }
  CHECK(seen_dead == 3 * 4);
}

TEST_CASE("row 123: a reference dropped by a callback is not called", "[weak_ref]") {
  const begin_of_calls begin;
  std::vector<sl::weak_ref<A>> references;
  auto a = std::make_unique<A>();
  for (int i = 0; i != 3; ++i)
    references.emplace_back(*a, [i, &references] {
      called().push_back(i);
      references.clear();
    });
  a.reset();
  CHECK(called() == std::vector{2});
}

TEST_CASE("row 124: a callback takes no argument; what it needs it has with it", "[weak_ref]") {
  sl::weak_ref<A> own;
  bool dead = false;
  {
    A a;
    own = sl::weak_ref(a, [&own, &dead] { dead = own.expired(); });
  }
  CHECK(dead);
  // What it holds is moved in, and is gone after the call.
  auto held = std::make_shared<int>(1);
  const std::weak_ptr<int> watch = held;
  auto a = std::make_unique<A>();
  const sl::weak_ref w(*a, [held = std::move(held), once = std::make_unique<int>(2)] { *held += *once; });
  CHECK(watch.use_count() == 1);
  a.reset();
  CHECK(watch.expired());
}

TEST_CASE("row 127: a reference that died before its object is not called", "[weak_ref]") {
  const begin_of_calls begin;
  auto a = std::make_unique<A>();
  auto references = numbered_callbacks(*a, 5);
  references.erase(references.begin() + 1);  // those behind it move
  references[3].reset();
  references[0] = sl::weak_ref<A>(references[0], [] { called().push_back(100); });
  CHECK(sl::weak_count(*a) == 3);
  a.reset();
  CHECK(called() == std::vector{100, 3, 2});
}

TEST_CASE("a copy of a reference has no callback", "[weak_ref]") {
  const begin_of_calls begin;
  auto a = std::make_unique<A>();
  sl::weak_ref<A> copy;
  {
    const sl::weak_ref w(*a, [] { called().push_back(1); });
    copy = w;
  }
  a.reset();
  CHECK(called().empty());
  CHECK(copy.expired());
}

TEST_CASE("row 128: a callback that throws does not stop the others; the handler hears of it", "[weak_ref]") {
  const begin_of_calls begin;
  const auto before = sl::set_unraisable_handler([](std::exception_ptr thrown) {
    try {
      std::rethrow_exception(thrown);
    } catch (int number) {
      called().push_back(number);
    }
  });
  {
    auto a = std::make_unique<A>();
    const sl::weak_ref first(*a, [] { called().push_back(1); });
    const sl::weak_ref bad(*a, [] { throw 42; });
    const sl::weak_ref last(*a, [] { called().push_back(3); });
    a.reset();
  }
  sl::set_unraisable_handler(before);
  CHECK(called() == std::vector{3, 42, 1});
}

/// Notes its number when it dies.
struct noisy {
  int number = 0;
  bool owner = true;
  explicit noisy(int n) : number(n) {}
  noisy(noisy&& other) noexcept : number(other.number) { other.owner = false; }
  noisy& operator=(noisy&& other) noexcept {
    std::swap(number, other.number);
    std::swap(owner, other.owner);
    return *this;
  }
  ~noisy() {
    if (owner) called().push_back(number);
  }
};

TEST_CASE("row 129: references die, callbacks run; then the slots, the derived ones first, then the dict",
          "[weak_ref]") {
  struct Base : sl::object<Base, sl::slots<sl::slot<"a", noisy>, sl::weakref_slot, sl::dict_slot<noisy>>> {
    using object::object;
  };
  struct Derived : sl::object<Derived, sl::extends<Base>, sl::slots<sl::slot<"b", noisy>>> {
    using object::object;
    ~Derived() {
      called().push_back(1);
      sl::expire(*this);
      called().push_back(3);
    }
  };
  sl::weak_ref<Base> w;
  {
    Derived d;
    d["a"_slot].emplace(5);
    d["b"_slot].emplace(4);
    setattr(d, "q", noisy(6));
    w = sl::weak_ref<Base>(sl::weak_ref(d, [] { called().push_back(2); }));
    called().clear();
  }
  CHECK(called() == std::vector{1, 2, 3, 4, 5, 6});
}

/// Asks for its object when it dies.
struct asks_when_dying {
  sl::weak_ref<A> object;
  int* found = nullptr;
  asks_when_dying(sl::weak_ref<A> w, int* counter) : object(std::move(w)), found(counter) {}
  asks_when_dying(asks_when_dying&& other) noexcept
      : object(std::move(other.object)), found(std::exchange(other.found, nullptr)) {}
  ~asks_when_dying() {
    if (found == nullptr) return;
    *found += 100;
    if (object.lock() || object.get() != nullptr || !object.expired()) ++*found;
  }
};

TEST_CASE("row 131: no reference brings back an object that is dying", "[weak_ref]") {
  struct Asking : sl::object<Asking, sl::extends<A>, sl::slots<sl::slot<"asks", asks_when_dying>>> {
    using object::object;
  };
  int found = 0;
  {
    Asking object;
    const sl::weak_ref w(object);
    object["asks"_slot].emplace(w, &found);
  }
  CHECK(found == 100);
}

TEST_CASE("row 132: a reference taken while the object dies is dead at once, and is not called", "[weak_ref]") {
  const begin_of_calls begin;
  struct Late1 : sl::object<Late1, sl::slots<sl::weakref_slot>> {
    using object::object;
    sl::weak_ref<Late1>* taken = nullptr;
    bool has_references = false;
    ~Late1() {
      sl::weak_ref<Late1> before;
      if (has_references) before = sl::weak_ref(*this, [] { called().push_back(1); });
      sl::expire(*this);
      *taken = sl::weak_ref(*this, [] { called().push_back(2); });
      CHECK(taken->expired());
      CHECK(sl::weak_ref(*this).get() == nullptr);
      sl::expire(*this);  // a second time: nothing
      if (has_references) CHECK(*taken == before);
    }
  };
  for (const bool has_references : {false, true}) {
    sl::weak_ref<Late1> taken;
    {
      Late1 object;
      object.taken = &taken;
      object.has_references = has_references;
    }
    CHECK(taken.expired());
  }
  CHECK(called() == std::vector{1});
}

TEST_CASE("expire ends the references of an object that lives on", "[weak_ref]") {
  const begin_of_calls begin;
  A a(1);
  const auto references = numbered_callbacks(a, 2);
  const A& as_const = a;
  sl::expire(as_const);
  CHECK(called() == std::vector{1, 0});
  CHECK(references[0].expired());
  CHECK(a.get("x"_slot) == 1);
  const sl::weak_ref later(a);
  CHECK(later.expired());
  CHECK(later == references[0]);
  a = A(2);  // another object was moved here
  const sl::weak_ref again(a);
  CHECK(again.get() == &a);
  CHECK(again != later);
}

struct Node : sl::object<Node, sl::slots<sl::slot<"me", sl::weak_ref<Node>>, sl::slot<"parent", sl::weak_ref<Node>>,
                                         sl::slot<"child", std::unique_ptr<Node>>, sl::weakref_slot>> {
  using object::object;
};

TEST_CASE("row 126: a reference in a slot of its own object is called: references die before the slots", "[weak_ref]") {
  const begin_of_calls begin;
  {
    Node node;
    node["me"_slot] = sl::weak_ref(node, [] { called().push_back(1); });
  }
  CHECK(called() == std::vector{1});
}

TEST_CASE("row 146: a child that refers back to its parent keeps nothing alive", "[weak_ref]") {
  const begin_of_calls begin;
  auto parent = std::make_unique<Node>();
  Node other;
  parent->set("child"_slot, std::make_unique<Node>());
  Node& child = *parent->get("child"_slot);
  child["parent"_slot] = sl::weak_ref(*parent, [] { called().push_back(1); });
  other["parent"_slot] = sl::weak_ref(*parent, [] { called().push_back(2); });
  CHECK(child["parent"_slot].value().get() == parent.get());
  parent.reset();
  CHECK(called() == std::vector{2, 1});
  CHECK(other["parent"_slot].value().expired());
}

// References as values.

TEST_CASE("row 142: a reference in a slot is copied with the object that holds it; those to the object are not",
          "[weak_ref]") {
  Node parent;
  Node child("parent"_slot = sl::weak_ref(parent));
  const sl::weak_ref to_child(child);
  CHECK(sl::weak_count(parent) == 1);
  struct Sharing : sl::object<Sharing, sl::slots<sl::slot<"to", sl::weak_ref<Node>>, sl::weakref_slot>> {
    using object::object;
  };
  Sharing sharing("to"_slot = sl::weak_ref(child));
  const sl::weak_ref to_sharing(sharing);
  const Sharing copy(sharing);
  CHECK(copy["to"_slot].value() == to_child);
  CHECK(copy == sharing);
  CHECK(std::hash<Sharing>{}(copy) == std::hash<Sharing>{}(sharing));
  CHECK(sl::weak_count(copy) == 0);
  CHECK(to_sharing.get() == &sharing);
}

TEST_CASE("row 135: a reference is printed with its class, or as dead", "[weak_ref]") {
  auto parent = std::make_unique<Node>();
  struct Small : sl::object<Small, sl::slots<sl::slot<"to", sl::weak_ref<Node>>, sl::weakref_slot>> {
    using object::object;
  };
  const Small child("to"_slot = sl::weak_ref(*parent));
  CHECK(sl::repr(child) == "Small(to=<weakref to 'Node'>)");
  const Small called("to"_slot = sl::weak_ref(*parent, [] {}));
  CHECK(sl::repr(called) == "Small(to=<weakref to 'Node'>)");
  parent.reset();
  CHECK(sl::repr(child) == "Small(to=<weakref; dead>)");
  CHECK(sl::repr(Small("to"_slot = sl::weak_ref<Node>())) == "Small(to=<weakref; dead>)");
  CHECK(sl::repr(Small()) == "Small(to=<unset>)");
}

struct Keyed : sl::weak_ref<A> {
  std::string key;
  Keyed(A& object, std::string its_key) : weak_ref(object), key(std::move(its_key)) {}
  template <class F>
  Keyed(A& object, std::string its_key, F&& callback)
      : weak_ref(object, std::forward<F>(callback)), key(std::move(its_key)) {}
};

TEST_CASE("row 136: a class derived from a reference, with something of its own", "[weak_ref]") {
  int called_back = 0;
  auto a = std::make_unique<A>(1);
  const Keyed one(*a, "first");
  Keyed two(*a, "second", [&] { ++called_back; });
  CHECK(one == two);
  CHECK(one == sl::weak_ref(*a));
  CHECK(one.get() == a.get());
  CHECK(sl::weak_count(*a) == 2);
  Keyed moved(std::move(two));
  CHECK(moved.key == "second");
  a.reset();
  CHECK(called_back == 1);
  CHECK(one.expired());
  CHECK(one.key == "first");
}

struct Button : sl::object<Button, sl::slots<sl::field<"pressed", int, sl::defaults_to<0>>, sl::weakref_slot>> {
  using object::object;
  void press(int times) { set("pressed"_slot, get("pressed"_slot) + times); }
};

TEST_CASE("row 141: a member function that is called as long as its object lives", "[weak_ref]") {
  auto button = std::make_unique<Button>();
  const std::function<bool(int)> press = [w = sl::weak_ref(*button)](int times) {
    const auto guard = w.lock();
    if (guard) guard->press(times);
    return static_cast<bool>(guard);
  };
  CHECK(press(2));
  CHECK(press(3));
  CHECK(button->get("pressed"_slot) == 5);
  Button moved(std::move(*button));
  CHECK(press(1));
  CHECK(moved.get("pressed"_slot) == 6);
  sl::expire(moved);
  CHECK_FALSE(press(1));
  CHECK(moved.get("pressed"_slot) == 6);
}

TEST_CASE("row 214, row 116: how many references there are", "[weak_ref]") {
  A a;
  STATIC_REQUIRE(noexcept(sl::weak_count(a)));
  CHECK(sl::weak_count(a) == 0);
  {
    const sl::weak_ref one(a);
    const sl::weak_ref two(a, [] {});
    const sl::weak_proxy three(a);
    CHECK(sl::weak_count(a) == 3);
    CHECK(sl::weak_count(std::as_const(a)) == 3);
  }
  CHECK(sl::weak_count(a) == 0);
}

}  // namespace unit_weak_ref
