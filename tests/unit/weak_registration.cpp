#include <slotted/weak_registration.hpp>

#include <slotted/slotted.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "support/allocations.hpp"
#include "support/catch.hpp"
#include "support/child.hpp"

namespace sl = slotted;
using namespace sl::literals;
using support::allocations;

namespace unit_weak_registration {

/// A value that does something when it is destroyed.
class last_act {
 public:
  last_act() = default;
  explicit last_act(std::function<void()> act) : act_(std::move(act)) {}
  last_act(last_act&& other) noexcept : act_(std::exchange(other.act_, nullptr)) {}
  last_act& operator=(last_act&& other) noexcept {
    std::swap(act_, other.act_);
    return *this;
  }
  ~last_act() {
    if (act_) std::exchange(act_, nullptr)();
  }

 private:
  std::function<void()> act_;
};

template <class Item>
struct Subject : sl::object<Subject<Item>, sl::slots<sl::slot<"number", int>, Item>> {
  using Subject::object::object;
};
template <class Item>
struct Actor : sl::object<Actor<Item>, sl::slots<sl::slot<"before", std::string>, sl::slot<"act", last_act>,
                                                 sl::slot<"after", std::string>, Item>> {
  using Actor::object::object;
};

// The weakref slot and the dict slot in the base, in the derived class, and one in each.

template <class Item>
struct Ancestor
    : sl::object<Ancestor<Item>,
                 sl::slots<sl::slot<"first", last_act>, sl::slot<"second", last_act>, Item, sl::dict_slot<last_act>>> {
  using Ancestor::object::object;
};
template <class Item>
struct Heir : sl::object<Heir<Item>, sl::extends<Ancestor<Item>>,
                         sl::slots<sl::slot<"third", last_act>, sl::slot<"fourth", last_act>>> {
  using Heir::object::object;
};
struct PlainAncestor : sl::object<PlainAncestor, sl::slots<sl::slot<"first", last_act>, sl::slot<"second", last_act>>> {
  using object::object;
};
template <class Item>
struct LateHeir
    : sl::object<LateHeir<Item>, sl::extends<PlainAncestor>,
                 sl::slots<Item, sl::dict_slot<last_act>, sl::slot<"third", last_act>, sl::slot<"fourth", last_act>>> {
  using LateHeir::object::object;
};
template <class Item>
struct WatchedAncestor
    : sl::object<WatchedAncestor<Item>, sl::slots<sl::slot<"first", last_act>, sl::slot<"second", last_act>, Item>> {
  using WatchedAncestor::object::object;
};
template <class Item>
struct DictHeir
    : sl::object<DictHeir<Item>, sl::extends<WatchedAncestor<Item>>,
                 sl::slots<sl::dict_slot<last_act>, sl::slot<"third", last_act>, sl::slot<"fourth", last_act>>> {
  using DictHeir::object::object;
};

/// What the handler hears while this stands.
class unraisable_texts {
 public:
  static inline std::vector<std::string> heard;

  unraisable_texts() : before_(sl::set_unraisable_handler(hear)) { heard.clear(); }
  unraisable_texts(const unraisable_texts&) = delete;
  unraisable_texts& operator=(const unraisable_texts&) = delete;
  ~unraisable_texts() { sl::set_unraisable_handler(before_); }

 private:
  static void hear(std::exception_ptr thrown) {
    try {
      std::rethrow_exception(std::move(thrown));
    } catch (const std::exception& error) {
      heard.emplace_back(error.what());
    } catch (int number) {
      heard.emplace_back(std::to_string(number));
    }
  }

  sl::unraisable_handler before_;
};

/// Every allocation of this thread fails. How many that were in all of them.
class without_memory {
 public:
  static inline long asked = 0;

  without_memory() {
    allocations::asked = 0;
    allocations::keeps_failing = true;
    allocations::fail_at = 1;
  }
  without_memory(const without_memory&) = delete;
  without_memory& operator=(const without_memory&) = delete;
  ~without_memory() {
    asked += allocations::asked;
    allocations::fail_at = 0;
    allocations::keeps_failing = false;
  }
};

using numbers = std::vector<int>;
using texts = std::vector<std::string>;

}  // namespace unit_weak_registration

using namespace unit_weak_registration;

#define WEAKREF_SLOTS sl::weakref_slot, sl::unsynchronized_weakref_slot

// Death.

TEMPLATE_TEST_CASE("all references are dead before the first callback runs", "[weak_registration]", WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  auto object = std::make_unique<S>(1);
  std::vector<sl::weak_ref<S>> all;
  int runs = 0;
  int alive = 0;
  const auto callback = [&] {
    ++runs;
    for (const auto& one : all) alive += !one.expired() || one.get() != nullptr || one.lock() ? 1 : 0;
  };
  for (int i = 0; i != 3; ++i) {
    all.emplace_back(*object, callback);
    all.emplace_back(*object);
    all.emplace_back(all.back());
  }
  callback();
  CHECK(alive == 9);
  alive = 0;
  object.reset();
  CHECK(runs == 4);
  CHECK(alive == 0);
}

TEMPLATE_TEST_CASE("callbacks run once each, the newest first", "[weak_registration]", WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  numbers ran;
  std::vector<sl::weak_ref<S>> all;
  std::optional<S> object(1);
  const auto logs = [&ran](int number) { return [&ran, number] { ran.push_back(number); }; };
  all.emplace_back(*object, logs(0));
  all.emplace_back(*object, logs(1));
  sl::finalize(*object, logs(2));
  all.emplace_back(all.front(), logs(3));  // a further reference from another one, which has a callback
  sl::weak_ref<S> plain(*object);
  all.emplace_back(plain, logs(4));
  SECTION("when the object is destroyed") { object.reset(); }
  SECTION("when it expires, and not again when it is destroyed") {
    expire(*object);
    CHECK(ran == numbers{4, 3, 2, 1, 0});
    object.reset();
  }
  SECTION("when it has moved twice") {
    S there(std::move(*object));
    object.reset();
    CHECK(ran.empty());
    object.emplace(std::move(there));
    CHECK(ran.empty());
    object.reset();
  }
  CHECK(ran == numbers{4, 3, 2, 1, 0});
}

TEMPLATE_TEST_CASE("callbacks run first, then slots die level by level, then the dict", "[weak_registration]",
                   WEAKREF_SLOTS) {
  texts events;
  const auto play = [&events](auto object, const auto& forget) {
    using S = typename decltype(object)::element_type;
    sl::weak_ref<S> plain(*object);
    const auto logs = [&events, &plain](const char* text) {
      return [&events, &plain, text] { events.emplace_back(plain.expired() ? text : "the reference is alive"); };
    };
    const sl::weak_ref<S> older(*object, logs("older callback"));
    const sl::weak_ref<S> newer(*object, logs("newer callback"));
    setattr(*object, "first"_slot, last_act(logs("first")));
    setattr(*object, "second"_slot, last_act(logs("second")));
    setattr(*object, "third"_slot, last_act(logs("third")));
    setattr(*object, "fourth"_slot, last_act(logs("fourth")));
    setattr(*object, "dynamic", last_act(logs("dynamic")));
    events.clear();
    forget(object);
  };
  const auto as_it_is = [](auto& object) { object.reset(); };
  SECTION("both slots in the base") {
    play(std::make_unique<Heir<TestType>>(), as_it_is);
    CHECK(events == texts{"newer callback", "older callback", "fourth", "third", "second", "first", "dynamic"});
  }
  SECTION("both in the derived class") {
    play(std::make_unique<LateHeir<TestType>>(), as_it_is);
    CHECK(events == texts{"newer callback", "older callback", "fourth", "third", "dynamic", "second", "first"});
  }
  SECTION("the weakref slot in the base, the dict slot in the derived class") {
    play(std::make_unique<DictHeir<TestType>>(), as_it_is);
    CHECK(events == texts{"newer callback", "older callback", "fourth", "third", "dynamic", "second", "first"});
  }
}

TEMPLATE_TEST_CASE("a callback that throws does not stop the others", "[weak_registration]", WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  const auto thrower = static_cast<std::size_t>(GENERATE(0, 1, 2, 3, 4));
  const unraisable_texts unraisable;
  std::vector<std::size_t> ran;
  {
    std::vector<sl::weak_ref<S>> all;
    S object(1);
    for (std::size_t i = 0; i != 5; ++i)
      all.emplace_back(object, [&ran, i, thrower] {
        ran.push_back(i);
        if (i == thrower) throw std::runtime_error("thrown by " + std::to_string(i));
      });
    expire(object);
  }
  CHECK(ran == std::vector<std::size_t>{4, 3, 2, 1, 0});
  CHECK(unraisable.heard == texts{"thrown by " + std::to_string(thrower)});
}

TEMPLATE_TEST_CASE("all callbacks may throw, and what they like", "[weak_registration]", WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  const unraisable_texts unraisable;
  {
    S object(1);
    sl::finalize(object, [] { throw 1; });
    sl::finalize(object, [] { throw std::logic_error("2"); });
    sl::finalize(object, [] { throw 3; });
  }
  CHECK(unraisable.heard == texts{"3", "2", "1"});
}

TEST_CASE("a registration is for one thread where the object is, and tells nothing else of it", "[weak_registration]") {
  using sl::detail::weak_state;
  for (const std::uint32_t flag : {std::uint32_t{0}, weak_state::unsynchronized}) {
    sl::detail::weak_block block{{nullptr, 7 * weak_state::level | weak_state::moving | flag, 1}, nullptr};
    const sl::detail::weak_callback<void (*)()> registration(block, [] {});
    CHECK(registration.state == (weak_state::registration | flag));
  }
}

TEST_CASE("the handler of what callbacks throw can be replaced and put back", "[weak_registration]") {
  const auto hears = [](std::exception_ptr) {};
  const sl::unraisable_handler given = hears;
  const sl::unraisable_handler first = sl::set_unraisable_handler(given);
  CHECK(first != nullptr);
  CHECK(sl::set_unraisable_handler(nullptr) == given);  // null stands for the one that prints
  const sl::unraisable_handler printing = sl::set_unraisable_handler(first);
  CHECK(printing == &sl::detail::print_unraisable);
  CHECK(sl::set_unraisable_handler(first) == first);
}

#if SUPPORT_CAN_FORK
TEMPLATE_TEST_CASE("without a handler what callbacks throw is printed", "[weak_registration]", WEAKREF_SLOTS) {
  const support::end_of_child end = support::run_in_child([] {
    sl::set_unraisable_handler(nullptr);
    Subject<TestType> object(1);
    sl::finalize(object, [] { throw 7; });
    sl::finalize(object, [] { throw std::runtime_error("no more pears"); });
  });
  CHECK(end.succeeded());
  CHECK(end.text ==
        "slotted: exception ignored in a callback of a weak reference: no more pears\n"
        "slotted: exception ignored in a callback of a weak reference\n");
}
#endif

TEMPLATE_TEST_CASE("a reference that is destroyed before the object is not called", "[weak_registration]",
                   WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  numbers ran;
  std::vector<std::optional<sl::weak_ref<S>>> all(5);
  {
    S object(1);
    for (std::size_t i = 0; i != all.size(); ++i)
      all[i].emplace(object, [&ran, i] { ran.push_back(static_cast<int>(i)); });
    all[0].reset();     // the oldest
    all[2]->reset();    // one in the middle
    *all[4] = *all[3];  // the newest: assigned a copy, which has no callback
    CHECK(weak_count(object) == 3);
  }
  CHECK(ran == numbers{3, 1});
}

TEMPLATE_TEST_CASE("a reference that a callback takes to the dying object is dead, and is never called",
                   "[weak_registration]", WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  bool called = false;
  std::vector<sl::weak_ref<S>> late;
  sl::finalizer finalizer;
  auto object = std::make_unique<S>(1);
  S& dying = *object;
  const sl::weak_ref<S> plain(dying);
  const sl::weak_ref<S> first(dying, [&] {
    late.emplace_back(dying);
    late.emplace_back(dying, [&called] { called = true; });
    late.emplace_back(plain, [&called] { called = true; });
    finalizer = sl::finalize(dying, [&called] { called = true; });
  });
  object.reset();
  REQUIRE(late.size() == 3);
  for (const auto& one : late) {
    CHECK(one.expired());
    CHECK(one.get() == nullptr);
    CHECK_FALSE(one.lock());
    CHECK(one == plain);
  }
  CHECK_FALSE(finalizer.alive());
  CHECK_FALSE(finalizer());
  late.clear();
  CHECK_FALSE(called);
}

TEMPLATE_TEST_CASE("a reference that a slot's destructor takes to its object is dead", "[weak_registration]",
                   WEAKREF_SLOTS) {
  using S = Actor<TestType>;
  bool called = false;
  std::optional<sl::weak_ref<S>> late;
  std::optional<sl::weak_ref<S>> before;
  bool was_dead = false;
  auto object = std::make_unique<S>();
  setattr(*object, "act"_slot, last_act([&, dying = object.get()] {
    late.emplace(*dying, [&called] { called = true; });
    was_dead = late->expired() && late->get() == nullptr && !late->lock();
  }));
  SECTION("of an object with references") {
    before.emplace(*object);
    object.reset();
    REQUIRE(late);
    CHECK(*late == *before);
  }
  SECTION("of an object that never had one") {
    object.reset();
    REQUIRE(late);
    CHECK(*late == sl::weak_ref<S>());
  }
  CHECK(was_dead);
  late.reset();
  CHECK_FALSE(called);
}

TEMPLATE_TEST_CASE("a slot's destructor may read, set and delete on its object, which is dead to references",
                   "[weak_registration]", WEAKREF_SLOTS) {
  using S = Actor<TestType>;
  texts events;
  auto object = std::make_unique<S>();
  const sl::weak_ref<S> plain(*object);
  setattr(*object, "before"_slot, "a text that is longer than a small string: before");
  setattr(*object, "after"_slot, "a text that is longer than a small string: after");
  setattr(*object, "act"_slot, last_act([&, dying = object.get()] {
    events.emplace_back(plain.lock() || plain.get() ? "alive" : "dead");
    events.emplace_back(hasattr(*dying, "after"_slot) ? "after is set" : "after is unset");
    events.emplace_back(hasattr(*dying, "act"_slot) ? "act is set" : "act is unset");
    delattr(*dying, "before"_slot);
    events.emplace_back(hasattr(*dying, "before"_slot) ? "before is set" : "before is unset");
    setattr(*dying, "before"_slot, "another text that is longer than a small string");  // must not leak
  }));
  object.reset();
  CHECK(events == texts{"dead", "after is unset", "act is unset", "before is unset"});
}

namespace unit_weak_registration {

struct refused {};

/// Its constructor hands out a reference and fails.
template <class Item>
struct Unborn : sl::object<Unborn<Item>, sl::slots<sl::slot<"number", int>, Item>> {
  template <class Born>
  Unborn(sl::weak_ref<Unborn>& plain, const Born& born) {
    plain = sl::weak_ref<Unborn>(*this);
    sl::finalize(*this, born);
    throw refused();
  }
};

/// Fails to be made after it has been told of the object it is made for.
struct Difficult {
  static inline std::function<void()> act;
  Difficult() {
    act();
    throw refused();
  }
};
template <class Item>
struct Troubled
    : sl::object<Troubled<Item>,
                 sl::slots<Item, sl::slot<"number", int>, sl::slot<"difficult", Difficult, sl::defaults_to<>>>> {
  using Troubled::object::object;
};

template <class Item>
struct TroubledField
    : sl::object<TroubledField<Item>, sl::slots<Item, sl::field<"difficult", Difficult, sl::defaults_to<>>>> {
  using TroubledField::object::object;
};

}  // namespace unit_weak_registration

TEMPLATE_TEST_CASE("references to an object whose constructor throws die", "[weak_registration]", WEAKREF_SLOTS) {
  bool called = false;
  SECTION("its own constructor") {
    using S = Unborn<TestType>;
    sl::weak_ref<S> plain;
    CHECK_THROWS_AS(S(plain, [&called] { called = true; }), refused);
    CHECK(plain.expired());
    CHECK(plain != sl::weak_ref<S>());
  }
  const auto fails_in_a_value = [&called](auto reference) {
    using S = typename decltype(reference)::element_type;
    alignas(S) std::byte room[sizeof(S)];
    Difficult::act = [&] {
      S& made = *std::launder(reinterpret_cast<S*>(room));
      reference = sl::weak_ref<S>(made);
      sl::finalize(made, [&called] { called = true; });
    };
    CHECK_THROWS_AS(::new (room) S(), refused);
    Difficult::act = nullptr;
    CHECK(reference.expired());
    CHECK(reference != sl::weak_ref<S>());
  };
  SECTION("that of a slot's value") { fails_in_a_value(sl::weak_ref<Troubled<TestType>>()); }
  SECTION("that of a field's value") { fails_in_a_value(sl::weak_ref<TroubledField<TestType>>()); }
  CHECK(called);
}

TEMPLATE_TEST_CASE("nothing is allocated while an object dies", "[weak_registration]", WEAKREF_SLOTS) {
  using S = Actor<TestType>;
  constexpr int count = 50;
  int ran = 0;
  std::vector<sl::weak_ref<S>> all;
  std::vector<sl::finalizer> finalizers;
  auto object = std::make_unique<S>();
  setattr(*object, "before"_slot, "a text that is longer than a small string");
  setattr(*object, "act"_slot, last_act([&ran] { ++ran; }));
  for (int i = 0; i != count; ++i) {
    all.emplace_back(*object);
    all.emplace_back(*object, [&ran] { ++ran; });
    finalizers.push_back(sl::finalize(*object, [&ran] { ++ran; }));
    sl::finalize(*object, [&ran] { ++ran; });
  }
  REQUIRE(weak_count(*object) == 4 * count);
  without_memory::asked = 0;
  bool is_assigned = false;
  SECTION("when it is destroyed") {
    const without_memory none;
    object.reset();
  }
  SECTION("when it expires") {
    const without_memory none;
    expire(*object);
  }
  SECTION("when another one is moved to it") {
    S other;
    is_assigned = true;
    const without_memory none;
    *object = std::move(other);
  }
  CHECK(without_memory::asked == 0);
  CHECK(ran == 3 * count + (is_assigned || !object ? 1 : 0));
  for (const auto& one : all) CHECK(one.expired());
  for (const auto& one : finalizers) CHECK_FALSE(one.alive());
  if (object) CHECK(weak_count(*object) == (is_assigned ? 0 : 3 * count));
}

TEMPLATE_TEST_CASE("the target of a move assignment gives up its references when it has its new value",
                   "[weak_registration]", WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  S target(1);
  S source(2);
  const sl::weak_ref<S> to_source(source);
  sl::weak_ref<S> to_target(target);
  texts events;
  const auto tell = [&](const char* text) {
    events.emplace_back(text);
    CHECK(to_target.expired());
    CHECK(to_source.get() == &target);
    CHECK(getattr(target, "number"_slot) == 2);
  };
  const sl::weak_ref<S> older(target, [&] { tell("older"); });
  const sl::weak_ref<S> newer(target, [&] { tell("newer"); });
  target = std::move(source);
  CHECK(events == texts{"newer", "older"});
  CHECK(weak_count(target) == 1);
  CHECK(weak_count(source) == 0);

  SECTION("the one that was moved from may be referred to") {
    const sl::weak_ref<S> again(source);
    CHECK(again.get() == &source);
    CHECK(again != to_source);
  }
  SECTION("copy assignment leaves both alone") {
    const sl::weak_ref<S> again(source);
    target = source;
    CHECK(again.get() == &source);
    CHECK(to_source.get() == &target);
  }
  SECTION("assignment of an object that has no references") {
    target = S(3);
    CHECK(to_source.expired());
    CHECK(weak_count(target) == 0);
    CHECK(sl::weak_ref<S>(target).get() == &target);
  }
  SECTION("assignment to itself") {
    S& same = target;
    target = std::move(same);
    CHECK(to_source.get() == &target);
  }
}

TEMPLATE_TEST_CASE("an object that has expired lives on without references until another is moved there",
                   "[weak_registration]", WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  numbers ran;
  S object(1);
  const bool was_referenced = GENERATE(false, true);
  sl::weak_ref<S> plain;
  if (was_referenced) {
    plain = sl::weak_ref<S>(object);
    sl::finalize(object, [&ran] { ran.push_back(1); });
  }
  const auto late_ones_are_dead = [&] {
    const sl::weak_ref<S> late(object, [&ran] { ran.push_back(2); });
    CHECK(late.expired());
    CHECK(late == plain);
    CHECK_FALSE(late.lock());
    CHECK_FALSE(sl::finalize(object, [&ran] { ran.push_back(3); }).alive());
  };
  expire(object);
  CHECK(plain.expired());
  late_ones_are_dead();
  expire(object);
  late_ones_are_dead();
  CHECK(getattr(object, "number"_slot) == 1);
  CHECK(ran == (was_referenced ? numbers{1} : numbers{}));
  SECTION("an object with references") {
    S other(4);
    const sl::weak_ref<S> to_other(other);
    sl::finalize(other, [&ran] { ran.push_back(4); });
    object = std::move(other);
    CHECK(to_other.get() == &object);
    CHECK(sl::weak_ref<S>(object) == to_other);
  }
  SECTION("an object without") {
    object = S(4);
    sl::finalize(object, [&ran] { ran.push_back(4); });
    CHECK(sl::weak_ref<S>(object).get() == &object);
  }
  CHECK(plain.expired());
  expire(object);
  CHECK(ran == (was_referenced ? numbers{1, 4} : numbers{4}));
}

TEMPLATE_TEST_CASE("of a hundred thousand callbacks on one object any can be withdrawn", "[weak_registration]",
                   WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  constexpr int count = 100'000;
  int ran = 0;
  std::vector<sl::weak_ref<S>> all;
  all.reserve(count);
  {
    S object(1);
    for (int i = 0; i != count; ++i) all.emplace_back(object, [&ran] { ++ran; });
    std::shuffle(all.begin(), all.end(), std::mt19937(7));
    all.resize(count / 2);
    CHECK(weak_count(object) == count / 2);
    S there(std::move(object));
    CHECK(all.front().get() == &there);
    CHECK(all.back().get() == &there);
  }
  CHECK(ran == count / 2);
}

TEMPLATE_TEST_CASE("a dying object that is moved away stays dead", "[weak_registration]", WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  const bool was_referenced = GENERATE(false, true);
  std::optional<S> target;
  std::optional<sl::weak_ref<S>> late;
  SECTION("in a callback") {
    auto object = std::make_unique<S>(1);
    S* const dying = object.get();
    sl::finalize(*object, [&] {
      target.emplace(std::move(*dying));
      late.emplace(*dying);
    });
    object.reset();
  }
  SECTION("when it has expired") {
    auto object = std::make_unique<S>(1);
    if (was_referenced) late.emplace(*object);
    expire(*object);
    target.emplace(std::move(*object));
    late.emplace(*object);
    CHECK(late->expired());
    *object = S(2);
    CHECK(sl::weak_ref<S>(*object).get() == object.get());
  }
  CHECK(late->expired());
  CHECK(sl::weak_ref<S>(*target).expired());  // it is still the one whose references have ended
  *target = S(2);
  CHECK(sl::weak_ref<S>(*target).get() == &*target);
}

TEMPLATE_TEST_CASE("references to an object that is moved to a dying one die with it", "[weak_registration]",
                   WEAKREF_SLOTS) {
  using S = Actor<TestType>;
  int ran = 0;
  S other;
  const sl::weak_ref<S> to_other(other, [&ran] { ++ran; });
  auto object = std::make_unique<S>();
  S* const dying = object.get();
  SECTION("in a callback") {
    sl::finalize(*object, [&] { *dying = std::move(other); });
    object.reset();
  }
  SECTION("in the destructor of a slot") {
    setattr(*object, "act"_slot, last_act([&] { *dying = std::move(other); }));
    object.reset();
  }
  CHECK(to_other.expired());
  CHECK(ran == 1);
}

// Callbacks that do what is not expected of them. What runs in which order is `ran`.

namespace unit_weak_registration {

/// A watched object, the references that the callbacks work on, and the order in which they ran.
template <class Item>
struct scene {
  using S = Subject<Item>;
  using reference = sl::weak_ref<S>;

  numbers ran;
  std::unique_ptr<S> object = std::make_unique<S>(1);
  S* const dying = object.get();
  reference plain{*object};

  [[nodiscard]] auto logs(int number) {
    return [this, number] { ran.push_back(number); };
  }
  template <class F>
  [[nodiscard]] auto logs_and(int number, F act) {
    return [this, number, act]() mutable {
      ran.push_back(number);
      act();
    };
  }
  void die() { object.reset(); }
};

}  // namespace unit_weak_registration

TEMPLATE_TEST_CASE("a callback may destroy what it belongs to and what comes after it", "[weak_registration]",
                   WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  scene<TestType> now;
  using reference = sl::weak_ref<S>;

  SECTION("another watched object, whose callbacks run in between") {
    auto other = std::make_unique<S>(2);
    const reference to_other(*other, now.logs(1));
    const reference older(*now.object, now.logs(2));
    const reference newer(*now.object, now.logs_and(3, [&] { other.reset(); }));
    now.die();
    CHECK(now.ran == numbers{3, 1, 2});
    CHECK(to_other.expired());
  }
  SECTION("the reference that owns it") {
    const auto before = std::make_unique<reference>(*now.object, now.logs(1));
    std::unique_ptr<reference> own;
    own = std::make_unique<reference>(*now.object, now.logs_and(2, [&] { own.reset(); }));
    const reference after(*now.object, now.logs(3));
    now.die();
    CHECK(now.ran == numbers{3, 2, 1});
    CHECK_FALSE(own);
  }
  SECTION("the last owner of the reference that owns it, which it owns itself") {
    auto shared = std::make_shared<reference>();
    const std::weak_ptr<reference> watched = shared;
    *shared = reference(*now.object, now.logs_and(1, [shared]() mutable { shared.reset(); }));
    shared.reset();
    CHECK_FALSE(watched.expired());
    now.die();
    CHECK(now.ran == numbers{1});
    CHECK(watched.expired());
  }
  SECTION("all other references, with callbacks and without") {
    std::vector<reference> others;
    others.emplace_back(*now.object, now.logs(1));
    others.emplace_back(*now.object);
    const reference own(*now.object, now.logs_and(2, [&] { others.clear(); }));
    const reference newest(*now.object, now.logs(3));
    now.plain.reset();
    now.die();
    CHECK(now.ran == numbers{3, 2});
  }
  SECTION("all references, its own among them") {
    std::vector<reference> all;
    all.emplace_back(*now.object, now.logs(1));
    all.emplace_back(*now.object, now.logs_and(2, [&] { all.clear(); }));
    all.emplace_back(*now.object, now.logs(3));
    now.plain.reset();
    now.die();
    CHECK(now.ran == numbers{3, 2});
    CHECK(all.empty());
  }
  SECTION("the container of its reference, which grows meanwhile") {
    std::vector<reference> all;
    all.emplace_back(*now.object, now.logs_and(1, [&] {
      for (int i = 0; i != 100; ++i) all.emplace_back();  // moves the one that is running
      all = std::vector<reference>();
    }));
    now.die();
    CHECK(now.ran == numbers{1});
    CHECK(all.empty());
  }
  SECTION("the container of the object, which has expired there") {
    std::vector<S> home;
    home.emplace_back(2);
    home.emplace_back(3);
    const reference neighbour(home[0], now.logs(1));
    const reference older(home[1], now.logs(2));
    const reference newer(home[1], now.logs_and(3, [&] { home = std::vector<S>(); }));
    expire(home[1]);
    CHECK(now.ran == numbers{3, 1, 2});
    CHECK(home.empty());
  }
  SECTION("the object, which has expired, and all references to it") {
    std::vector<reference> all;
    all.emplace_back(*now.object, now.logs(1));
    all.emplace_back(*now.object, now.logs_and(2, [&] {
      now.die();
      now.plain.reset();
      all.clear();
    }));
    expire(*now.object);
    CHECK(now.ran == numbers{2});
  }
  SECTION("what it has captured, whose destructor destroys its reference") {
    std::unique_ptr<reference> own;
    own = std::make_unique<reference>(*now.object, [&now, act = std::make_shared<last_act>([&own, &now] {
                                                            own.reset();
                                                            now.ran.push_back(2);
                                                          })] { now.ran.push_back(1); });
    now.die();
    CHECK(now.ran == numbers{1, 2});
    CHECK_FALSE(own);
  }
}

TEMPLATE_TEST_CASE("a callback may register others and withdraw them", "[weak_registration]", WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  using reference = sl::weak_ref<S>;
  scene<TestType> now;

  SECTION("registers one on the dying object") {
    reference added;
    const reference own(*now.object, now.logs_and(1, [&] { added = reference(*now.dying, now.logs(2)); }));
    now.die();
    CHECK(now.ran == numbers{1});
    CHECK(added.expired());
    CHECK(added == now.plain);
  }
  SECTION("registers one on another object") {
    S other(2);
    reference added;
    const reference own(*now.object, now.logs_and(1, [&] { added = reference(other, now.logs(2)); }));
    now.die();
    CHECK(now.ran == numbers{1});
    CHECK(added.get() == &other);
    expire(other);
    CHECK(now.ran == numbers{1, 2});
  }
  SECTION("registers itself on another object, as its reference is assigned") {
    S other(2);
    reference own;
    own = reference(*now.object, now.logs_and(1, [&] { own = reference(other, now.logs(2)); }));
    now.die();
    CHECK(now.ran == numbers{1});
    CHECK(own.get() == &other);
    expire(other);
    CHECK(now.ran == numbers{1, 2});
  }
  SECTION("withdraws the next one") {
    auto next = std::make_unique<reference>(*now.object, now.logs(1));
    const reference own(*now.object, now.logs_and(2, [&] { next.reset(); }));
    now.die();
    CHECK(now.ran == numbers{2});
  }
  SECTION("withdraws the last one of several to come") {
    auto last = std::make_unique<reference>(*now.object, now.logs(1));
    const reference next(*now.object, now.logs(2));
    const reference own(*now.object, now.logs_and(3, [&] { last.reset(); }));
    now.die();
    CHECK(now.ran == numbers{3, 2});
  }
  SECTION("withdraws one in the middle") {
    const reference last(*now.object, now.logs(1));
    auto middle = std::make_unique<reference>(*now.object, now.logs(2));
    const reference next(*now.object, now.logs(3));
    const reference own(*now.object, now.logs_and(4, [&] { middle->reset(); }));
    now.die();
    CHECK(now.ran == numbers{4, 3, 1});
  }
  SECTION("withdraws one that has run") {
    const reference next(*now.object, now.logs(1));
    std::unique_ptr<reference> past;
    const reference own(*now.object, now.logs_and(2, [&] { past.reset(); }));
    past = std::make_unique<reference>(*now.object, now.logs(3));
    now.die();
    CHECK(now.ran == numbers{3, 2, 1});
  }
  SECTION("moves the reference that owns it, and that of the next one") {
    reference moved_own;
    reference moved_next;
    reference next(*now.object, now.logs(1));
    reference own;
    own = reference(*now.object, now.logs_and(2, [&] {
      moved_own = std::move(own);
      moved_next = std::move(next);
    }));
    now.die();
    CHECK(now.ran == numbers{2, 1});
    CHECK(moved_own.expired());
    CHECK(moved_own == now.plain);
    CHECK(own == reference());
  }
  SECTION("copies references to the dying object") {
    std::vector<reference> copies;
    reference own;
    own = reference(*now.object, now.logs_and(1, [&] {
      copies.push_back(own);
      copies.push_back(now.plain);
    }));
    now.die();
    CHECK(now.ran == numbers{1});
    REQUIRE(copies.size() == 2);
    CHECK(copies[0].expired());
    CHECK(copies[0] == copies[1]);
    CHECK(copies[0] == own);
  }
  SECTION("destroys the reference whose next callback destroys another") {
    auto first = std::make_unique<reference>(*now.object, now.logs(1));
    auto second = std::make_unique<reference>(*now.object, now.logs_and(2, [&] { first.reset(); }));
    const reference third(*now.object, now.logs_and(3, [&] { second.reset(); }));
    now.die();
    CHECK(now.ran == numbers{3, 1});
  }
}

TEMPLATE_TEST_CASE("a callback that throws may have done anything before", "[weak_registration]", WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  using reference = sl::weak_ref<S>;
  const unraisable_texts unraisable;
  scene<TestType> now;
  const reference older(*now.object, now.logs(1));

  SECTION("nothing") {
    const reference own(*now.object, now.logs_and(2, [] { throw 5; }));
    now.die();
  }
  SECTION("destroyed its reference") {
    std::unique_ptr<reference> own;
    own = std::make_unique<reference>(*now.object, now.logs_and(2, [&] {
      own.reset();
      throw 5;
    }));
    now.die();
    CHECK_FALSE(own);
  }
  SECTION("let another object die, whose callback throws, too") {
    auto other = std::make_unique<S>(2);
    const reference to_other(*other, now.logs_and(3, [] { throw 6; }));
    const reference own(*now.object, now.logs_and(2, [&] {
      other.reset();
      throw 5;
    }));
    now.die();
    CHECK(now.ran == numbers{2, 3, 1});
    CHECK(unraisable.heard == texts{"6", "5"});
    return;
  }
  SECTION("while an exception is on its way") {
    try {
      const reference own(*now.object, now.logs_and(2, [] { throw 5; }));
      const std::unique_ptr<S> dies_before_its_reference = std::move(now.object);
      throw std::runtime_error("on its way");
    } catch (const std::runtime_error& error) {
      CHECK(std::string(error.what()) == "on its way");
    }
  }
  CHECK(now.ran == numbers{2, 1});
  CHECK(unraisable.heard == texts{"5"});
}

TEMPLATE_TEST_CASE("a callback may do with other objects what it likes", "[weak_registration]", WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  using reference = sl::weak_ref<S>;
  scene<TestType> now;
  const reference last(*now.object, now.logs(0));

  SECTION("makes and destroys one at the address of one that expired") {
    alignas(S) std::byte room[sizeof(S)];
    S* const first = ::new (room) S(2);
    reference to_second;
    const reference older(*first, now.logs(1));
    const reference newer(*first, now.logs_and(2, [&] {
      first->~S();
      S* const second = ::new (room) S(3);
      to_second = reference(*second, now.logs(3));
      CHECK(to_second.get() == second);
      CHECK(older.expired());
      CHECK(older != to_second);
      second->~S();
    }));
    expire(*first);
    CHECK(now.ran == numbers{2, 3, 1});
    CHECK(to_second.expired());
  }
  SECTION("makes one at that address, which lives on") {
    alignas(S) std::byte room[sizeof(S)];
    S* const first = ::new (room) S(2);
    reference to_second;
    const reference older(*first, now.logs_and(1, [&] { CHECK_FALSE(to_second.expired()); }));
    const reference newer(*first, now.logs_and(2, [&] {
      first->~S();
      to_second = reference(*::new (room) S(3));
    }));
    expire(*first);
    CHECK(now.ran == numbers{2, 1});
    REQUIRE(to_second.get() != nullptr);
    CHECK(getattr(*to_second.get(), "number"_slot) == 3);
    CHECK(older.expired());
    to_second.get()->~S();
    CHECK(to_second.expired());
  }
  SECTION("lets the dying one expire again") {
    const reference own(*now.object, now.logs_and(1, [&] {
      expire(*now.dying);
      CHECK(now.ran == numbers{1});
    }));
    now.die();
    CHECK(now.ran == numbers{1, 0});
  }
  SECTION("lets one that has expired do so again") {
    const reference own(*now.object, now.logs_and(1, [&] { expire(*now.object); }));
    expire(*now.object);
    CHECK(now.ran == numbers{1, 0});
    now.die();
    CHECK(now.ran == numbers{1, 0});
  }
  SECTION("moves one, to which references follow") {
    S from(2);
    std::optional<S> to;
    const reference follows(from);
    const reference own(*now.object, now.logs_and(1, [&] { to.emplace(std::move(from)); }));
    now.die();
    CHECK(follows.get() == &*to);
  }
  SECTION("assigns one to the target of the assignment that it runs for") {
    S third(3);
    const reference to_third(third);
    S source(2);
    const reference to_source(source, now.logs(1));
    const reference own(*now.object, now.logs_and(2, [&] { *now.object = std::move(third); }));
    *now.object = std::move(source);
    CHECK(now.ran == numbers{2, 1, 0});
    CHECK(to_third.get() == now.dying);
    CHECK(to_source.expired());
    CHECK(getattr(*now.object, "number"_slot) == 3);
  }
  SECTION("moves the one whose references have just expired, and what is moved there can be referred to") {
    S other(2);
    const reference to_other(other);
    const reference own(*now.object, now.logs_and(1, [&] { *now.object = std::move(other); }));
    expire(*now.object);
    CHECK(now.ran == numbers{1, 0});
    CHECK(to_other.get() == now.dying);
  }
  SECTION("locks a reference to the dying one and one to another") {
    const S other(2);
    const sl::weak_ref<const S> to_other(other);
    const reference own(*now.object, now.logs_and(1, [&] {
      CHECK_FALSE(now.plain.lock());
      const auto guard = to_other.lock();
      CHECK(guard.get() == &other);
    }));
    now.die();
    CHECK(now.ran == numbers{1, 0});
  }
  SECTION("sets and deletes slots of another one") {
    S other;
    const reference own(*now.object, now.logs_and(1, [&] { setattr(other, "number"_slot, 9); }));
    now.die();
    CHECK(getattr(other, "number"_slot) == 9);
  }
}

TEMPLATE_TEST_CASE("a callback may use the finalizers of its object", "[weak_registration]", WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  using reference = sl::weak_ref<S>;
  scene<TestType> now;

  SECTION("calls one that was to come later") {
    sl::finalizer later = sl::finalize(*now.object, now.logs(1));
    const reference own(*now.object, now.logs_and(2, [&] { CHECK(later()); }));
    now.die();
    CHECK(now.ran == numbers{2, 1});
    CHECK_FALSE(later.alive());
  }
  SECTION("calls one that has run") {
    sl::finalizer past;
    const reference own(*now.object, now.logs_and(1, [&] { CHECK_FALSE(past()); }));
    past = sl::finalize(*now.object, now.logs(2));
    now.die();
    CHECK(now.ran == numbers{2, 1});
  }
  SECTION("calls itself") {
    sl::finalizer own;
    own = sl::finalize(*now.object, now.logs_and(1, [&] {
      CHECK_FALSE(own.alive());
      CHECK_FALSE(own());
      CHECK_FALSE(own.detach());
    }));
    SECTION("when the object dies") { now.die(); }
    SECTION("when it was called") { CHECK(own()); }
    now.die();
    CHECK(now.ran == numbers{1});
  }
  SECTION("detaches one that was to come later") {
    sl::finalizer later = sl::finalize(*now.object, now.logs(1));
    const reference own(*now.object, now.logs_and(2, [&] { CHECK(later.detach()); }));
    now.die();
    CHECK(now.ran == numbers{2});
    CHECK_FALSE(later.alive());
  }
  SECTION("assigns its own handle") {
    S other(2);
    sl::finalizer own;
    own = sl::finalize(*now.object, now.logs_and(1, [&] { own = sl::finalize(other, now.logs(2)); }));
    SECTION("when the object dies") { now.die(); }
    SECTION("when it was called") { own(); }
    CHECK(now.ran == numbers{1});
    CHECK(own.alive());
    CHECK(own());
    CHECK(now.ran == numbers{1, 2});
  }
  SECTION("lets the object die when it was called") {
    const reference older(*now.object, now.logs(1));
    sl::finalizer own = sl::finalize(*now.object, now.logs_and(2, [&] { now.die(); }));
    const reference newer(*now.object, now.logs(3));
    CHECK(own());
    CHECK(now.ran == numbers{2, 3, 1});
    CHECK_FALSE(own());
  }
  SECTION("drops the last handle of another one, which owns that of a third, and so on") {
    constexpr int depth = 200;
    std::vector<std::unique_ptr<S>> objects;
    auto innermost = std::make_shared<last_act>(now.logs(-1));
    std::shared_ptr<sl::finalizer> handle;
    for (int i = 0; i != depth; ++i) {
      objects.push_back(std::make_unique<S>(i));
      auto next = std::make_shared<sl::finalizer>();
      *next = sl::finalize(*objects.back(), [&now, i, inner = handle, innermost] { now.ran.push_back(i); });
      handle = std::move(next);
    }
    innermost.reset();
    CHECK((*handle)());  // what it has captured goes with it, but no other callback runs
    CHECK(now.ran == numbers{depth - 1});
    handle.reset();
    objects.clear();
    REQUIRE(now.ran.size() == depth + 1);
    CHECK(now.ran.back() == -1);
  }
  SECTION("drops its own last handle, which it has captured") {
    bool is_gone = false;
    auto handle = std::make_shared<sl::finalizer>();
    *handle = sl::finalize(*now.object,
                           [&now, handle, act = std::make_shared<last_act>([&is_gone] { is_gone = true; })]() mutable {
                             handle.reset();
                             now.ran.push_back(1);
                           });
    handle.reset();
    CHECK_FALSE(is_gone);
    now.die();
    CHECK(now.ran == numbers{1});
    CHECK(is_gone);
  }
}

TEMPLATE_TEST_CASE("callbacks that destroy the next object make a chain", "[weak_registration]", WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  using reference = sl::weak_ref<S>;
  numbers ran;
  const int length = GENERATE(3, 1000);
  std::vector<std::unique_ptr<S>> objects;
  std::vector<reference> references;
  for (int i = 0; i != length; ++i) objects.push_back(std::make_unique<S>(i));
  for (int i = 0; i != length; ++i)
    references.emplace_back(*objects[static_cast<std::size_t>(i)], [&, i] {
      ran.push_back(i);
      if (i + 1 != length) objects[static_cast<std::size_t>(i) + 1].reset();
      ran.push_back(-i);
    });
  objects.front().reset();
  numbers expected;
  for (int i = 0; i != length; ++i) expected.push_back(i);
  for (int i = length; i != 0; --i) expected.push_back(1 - i);
  CHECK(ran == expected);
  for (const auto& one : objects) CHECK_FALSE(one);
}

TEMPLATE_TEST_CASE("two objects whose callbacks destroy each other", "[weak_registration]", WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  scene<TestType> now;
  auto other = std::make_unique<S>(2);
  const sl::weak_ref<S> own(*now.object, now.logs_and(1, [&] { other.reset(); }));
  const sl::weak_ref<S> to_other(*other, now.logs_and(2, [&] {
    now.die();  // a unique_ptr that is being reset is empty already
    expire(*now.dying);
  }));
  now.die();
  CHECK(now.ran == numbers{1, 2});
}

namespace unit_weak_registration {

template <class Item>
struct Selfish : sl::object<Selfish<Item>, sl::slots<sl::slot<"self", sl::weak_ref<Selfish<Item>>>, Item>> {
  using Selfish::object::object;
};

}  // namespace unit_weak_registration

TEMPLATE_TEST_CASE("an object that holds a reference with a callback to itself: it is called before it goes",
                   "[weak_registration]", WEAKREF_SLOTS) {
  using S = Selfish<TestType>;
  int ran = 0;
  {
    S object;
    setattr(object, "self"_slot, sl::weak_ref<S>(object, [&ran] { ++ran; }));
    SECTION("as it is") {}
    SECTION("when it has moved, and the reference with it") {
      S there(std::move(object));
      CHECK(getattr(there, "self"_slot).get() == &there);
      CHECK(ran == 0);
    }
  }
  CHECK(ran == 1);
}
