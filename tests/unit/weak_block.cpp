#include <slotted/weak_block.hpp>

#include <slotted/slotted.hpp>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/child.hpp"

namespace sl = slotted;
using namespace sl::literals;
using sl::detail::weak_block;
using sl::detail::weak_state;
using support::end_of_child;

namespace unit_weak_block {

template <class Item>
struct Subject : sl::object<Subject<Item>, sl::slots<sl::slot<"number", int>, Item>> {
  using Subject::object::object;
};
template <class Item>
struct Heir : sl::object<Heir<Item>, sl::extends<Subject<Item>>, sl::slots<sl::slot<"more", int>>> {
  using Heir::object::object;
};

/// A block by itself, with no reference but the one that stands for its object.
struct lone_block {
  int object = 0;
  weak_block& block;

  explicit lone_block(std::uint32_t level = 0, std::uint32_t flags = 0)
      : block(*sl::detail::make_block(&object, level, flags)) {
    sl::detail::release_block(block);
  }
  lone_block(const lone_block&) = delete;
  lone_block& operator=(const lone_block&) = delete;
  ~lone_block() { sl::detail::release_block(block); }
};

}  // namespace unit_weak_block

using namespace unit_weak_block;

#define WEAKREF_SLOTS sl::weakref_slot, sl::unsynchronized_weakref_slot

// The block.

static_assert(sizeof(weak_block) == 2 * sizeof(void*) + 8);
static_assert(weak_state::level_in(weak_state::level * 200 | weak_state::dead | weak_state::unsynchronized) == 200);
static_assert(!weak_state::has_pins(weak_state::pin - 1) && weak_state::has_pins(weak_state::pin));
static_assert(weak_state::too_many_pins / weak_state::pin > 100'000);

TEST_CASE("a block begins with the references of its object and of who made it", "[weak_block]") {
  int object = 0;
  weak_block& block = *sl::detail::make_block(&object, 6, weak_state::unsynchronized);
  CHECK(sl::detail::object_of(block) == &object);
  CHECK(block.references == 2);
  CHECK(block.newest == nullptr);
  CHECK(weak_state::level_in(block.state) == 6);
  CHECK((block.state & weak_state::unsynchronized) != 0);
  CHECK((block.state & weak_state::dead) == 0);
  CHECK_FALSE(sl::detail::is_shared(block));
  sl::detail::add_reference(block);
  CHECK(block.references == 3);
  CHECK_FALSE(sl::detail::drop_reference(block));
  CHECK_FALSE(sl::detail::drop_reference(block));
  CHECK(block.references == 1);
  sl::detail::release_block(block);  // the last: its memory goes
}

TEST_CASE("the block of nothing is dead, and is not counted", "[weak_block]") {
  weak_block& none = sl::detail::no_block;
  const std::uint32_t references = none.references;
  sl::detail::add_reference(none);
  CHECK(none.references == references);
  sl::detail::release_block(none);
  sl::detail::release_block(none);
  CHECK(none.references == references);
  CHECK((none.state & weak_state::dead) != 0);
  CHECK(sl::detail::object_of(none) == nullptr);
  CHECK_FALSE(sl::detail::pin<true>(none));
  CHECK_FALSE(sl::detail::pin<false>(none));
  CHECK_FALSE(weak_state::has_pins(none.state));
}

TEST_CASE("the level of a block is raised, and is never lowered", "[weak_block]") {
  const lone_block lone(2);
  const auto level = [&] { return weak_state::level_in(lone.block.state); };
  sl::detail::raise_level(lone.block, 1);
  CHECK(level() == 2);
  sl::detail::raise_level(lone.block, 5);
  CHECK(level() == 5);
  sl::detail::raise_level(lone.block, 3);
  CHECK(level() == 5);
  sl::detail::raise_level(lone.block, weak_state::most_levels);
  CHECK(level() == weak_state::most_levels);
  CHECK_FALSE(weak_state::has_pins(lone.block.state));
}

TEMPLATE_TEST_CASE("pins are counted beside the flags", "[weak_block]", std::true_type, std::false_type) {
  const lone_block lone(255, TestType::value ? 0 : weak_state::unsynchronized);
  const std::uint32_t before = lone.block.state;
  for (int i = 0; i != 1000; ++i) CHECK(sl::detail::pin<TestType::value>(lone.block));
  CHECK(lone.block.state == before + 1000 * weak_state::pin);
  for (int i = 0; i != 1000; ++i) sl::detail::unpin(lone.block, TestType::value);
  CHECK(lone.block.state == before);
  lone.block.state |= weak_state::dead;
  CHECK_FALSE(sl::detail::pin<TestType::value>(lone.block));
  CHECK(lone.block.state == (before | weak_state::dead));
}

TEST_CASE("counts and flags change in the same way, in one step or not", "[weak_block]") {
  const bool shared = GENERATE(false, true);
  std::uint32_t count = 5;
  CHECK(sl::detail::add_to(count, 3, shared) == 5);
  CHECK(count == 8);
  CHECK(sl::detail::take_from(count, 2, shared) == 8);
  CHECK(count == 6);
  CHECK(sl::detail::raise_flag(count, 9, shared) == 6);
  CHECK(count == 15);
  CHECK(sl::detail::lower_flag(count, 5, shared) == 15);
  CHECK(count == 10);
}

TEST_CASE("what a thread holds need not be let go in the order of its making", "[weak_block]") {
  Subject<sl::weakref_slot> a(1);
  Subject<sl::weakref_slot> b(2);
  const sl::weak_ref to_a(a);
  const sl::weak_ref to_b(b);
  using guard = sl::weak_guard<Subject<sl::weakref_slot>>;
  const auto block_of = [](const auto& object) -> const weak_block& {
    return *sl::detail::weak_cell_of_object(object).block();
  };
  std::vector<std::unique_ptr<guard>> guards;
  for (int i = 0; i != 3; ++i) {
    guards.emplace_back(new guard(to_a.lock()));
    guards.emplace_back(new guard(to_b.lock()));
  }
  for (const std::size_t next : {2u, 0u, 4u}) {
    guards[next].reset();
    CHECK(sl::detail::is_guarded_by_this_thread(block_of(b)));
  }
  CHECK_FALSE(sl::detail::is_guarded_by_this_thread(block_of(a)));
  expire(a);
  for (const std::size_t next : {1u, 5u, 3u}) guards[next].reset();
  CHECK_FALSE(sl::detail::is_guarded_by_this_thread(block_of(b)));
  CHECK(sl::detail::newest_held == nullptr);
}

TEMPLATE_TEST_CASE("after its guards are gone an object moves and dies", "[weak_block]", WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  std::optional<S> object(1);
  const sl::weak_ref<S> reference(*object);
  {
    const auto guard = reference.lock();
    const auto again = reference.lock();
    CHECK(guard.get() == &*object);
    CHECK(again.get() == &*object);
  }
  S there(std::move(*object));
  {
    const auto guard = reference.lock();
    CHECK(guard.get() == &there);
  }
  object.reset();
  S target(2);
  {
    const auto guard = sl::weak_ref<S>(target).lock();
  }
  target = std::move(there);
  CHECK(reference.get() == &target);
  expire(target);
  CHECK_FALSE(reference.lock());
}

TEMPLATE_TEST_CASE("a guard outlives its reference and all others", "[weak_block]", WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  S object(1);
  {
    const auto guard = sl::weak_ref<S>(object).lock();
    CHECK(weak_count(object) == 0);
    CHECK(getattr(*guard, "number"_slot) == 1);
    setattr(object, "number"_slot, 2);  // it keeps the object from dying, not from changing
    CHECK(getattr(*guard, "number"_slot) == 2);
  }
  CHECK(sl::weak_ref<S>(object).get() == &object);
}

TEST_CASE("the death of an object waits for a guard of another thread", "[weak_block]") {
  using S = Subject<sl::weakref_slot>;
  const bool keeps_the_reference = GENERATE(true, false);
  auto object = std::make_unique<S>(1);
  std::optional<sl::weak_ref<S>> reference(*object);
  std::atomic<bool> has_guard = false;
  std::atomic<bool> dies = false;
  int seen = 0;
  std::thread other([&] {
    const auto guard = reference->lock();
    if (!keeps_the_reference) reference.reset();
    has_guard = true;
    while (!dies) std::this_thread::yield();
    for (int i = 0; i != 1000; ++i) std::this_thread::yield();
    seen = getattr(*guard, "number"_slot);
  });
  while (!has_guard) std::this_thread::yield();
  dies = true;
  object.reset();
  other.join();
  CHECK(seen == 1);
}

/// Moves, and tells when it has begun; then waits until it may go on.
struct Slow {
  static inline std::atomic<bool> begun = false;
  static inline std::function<void()> meanwhile;
  Slow() = default;
  Slow(Slow&&) noexcept {
    begun = true;
    if (meanwhile) meanwhile();
  }
};
struct Heavy : sl::object<Heavy, sl::slots<sl::field<"slow", Slow>, sl::slot<"number", int>, sl::weakref_slot>> {
  using object::object;
};

TEST_CASE("who wants a guard of an object that another thread moves waits for its arrival", "[weak_block]") {
  Heavy object(Slow(), 1);
  const sl::weak_ref reference(object);
  Slow::begun = false;
  std::atomic<bool> asks = false;
  const Heavy* met = nullptr;
  Slow::meanwhile = [&] {
    while (!asks) std::this_thread::yield();
    for (int i = 0; i != 1000; ++i) std::this_thread::yield();
  };
  std::thread other([&] {
    while (!Slow::begun) std::this_thread::yield();
    asks = true;
    const auto guard = reference.lock();
    met = guard ? &*guard : nullptr;
  });
  const Heavy moved(std::move(object));
  other.join();
  CHECK(met == &moved);
  CHECK(reference.get() == &moved);
  Slow::meanwhile = nullptr;
}

TEST_CASE("a thread that guards or moves another object waits for that arrival, too", "[weak_block]") {
  const bool has_a_guard = GENERATE(true, false);
  Heavy object(Slow(), 1);
  Heavy own(Slow(), 2);
  const sl::weak_ref reference(object);
  const sl::weak_ref own_reference(own);
  Slow::begun = false;
  std::atomic<bool> asks = false;
  const Heavy* met = nullptr;
  const auto ask = [&] {
    asks = true;
    const auto guard = reference.lock();
    met = guard ? &*guard : nullptr;
  };
  Slow::meanwhile = [&, mover = std::this_thread::get_id()] {
    if (std::this_thread::get_id() != mover) return ask();
    while (!asks) std::this_thread::yield();
    for (int i = 0; i != 1000; ++i) std::this_thread::yield();
  };
  std::thread other([&] {
    while (!Slow::begun) std::this_thread::yield();
    if (has_a_guard) {
      const auto guard = own_reference.lock();
      ask();
    } else {
      const Heavy moved(std::move(own));
    }
  });
  const Heavy moved(std::move(object));
  other.join();
  CHECK(met == &moved);
  CHECK(reference.get() == &moved);
  Slow::meanwhile = nullptr;
}

TEST_CASE("who moves an object may have a guard of it meanwhile, also where there are other threads", "[weak_block]") {
  std::atomic<bool> goes_on = true;
  std::thread other([&] {
    while (goes_on) std::this_thread::yield();
  });
  {
    Heavy object(Slow(), 1);
    const sl::weak_ref reference(object);
    bool is_locked = false;
    Slow::meanwhile = [&] { is_locked = bool(reference.lock()); };
    const Heavy moved(std::move(object));
    CHECK(is_locked);
    Slow::meanwhile = nullptr;
  }
  goes_on = false;
  other.join();
}

// What ends the program: with a message, and never by waiting for oneself.

#if SUPPORT_CAN_FORK

TEMPLATE_TEST_CASE("an object that is destroyed while its thread holds a guard of it", "[weak_block]", WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  std::unique_ptr<S> object = std::make_unique<S>(1);
  const std::string says =
      "' is destroyed while the same thread holds a guard of it, which weak_ref::lock has returned\n";
  SECTION("as it is") {
    const end_of_child end = support::run_in_child([&] {
      const sl::weak_ref<S> reference(*object);
      const auto guard = reference.lock();
      object.reset();
    });
    CHECK(end.aborted());
    CHECK_THAT(end.text, support::contains("slotted: an object of class '"));
    CHECK_THAT(end.text, support::contains("Subject"));
    CHECK_THAT(end.text, support::contains(says));
  }
  SECTION("with a guard that is all that is left of the reference") {
    const end_of_child end = support::run_in_child([&] {
      const auto guard = sl::weak_ref<S>(*object).lock();
      object.reset();
    });
    CHECK(end.aborted());
    CHECK_THAT(end.text, support::contains(says));
  }
  SECTION("while another thread is there") {
    const end_of_child end = support::run_in_child([&] {
      std::atomic<bool> goes_on = true;
      std::thread other([&] {
        while (goes_on) std::this_thread::yield();
      });
      const sl::weak_ref<S> reference(*object);
      const auto first = reference.lock();
      const S neighbour(2);
      const auto newest = sl::weak_ref<const S>(neighbour).lock();
      object.reset();
      goes_on = false;
      other.join();
    });
    CHECK(end.aborted());
    CHECK_THAT(end.text, support::contains(says));
  }
  SECTION("in a callback") {
    const end_of_child end = support::run_in_child([&] {
      S other(2);
      const sl::weak_ref<S> to_other(other, [&] { object.reset(); });
      const sl::weak_ref<S> reference(*object);
      const auto guard = reference.lock();
      expire(other);
    });
    CHECK(end.aborted());
    CHECK_THAT(end.text, support::contains(says));
  }
  SECTION("and when it expires") {
    const end_of_child end = support::run_in_child([&] {
      const sl::weak_ref<S> reference(*object);
      const auto guard = reference.lock();
      expire(*object);
    });
    CHECK(end.aborted());
    CHECK_THAT(end.text, support::contains(says));
  }
  SECTION("of a derived class, which is named") {
    const end_of_child end = support::run_in_child([&] {
      std::optional<Heir<TestType>> heir(std::in_place, 1, 2);
      const sl::weak_ref<S> reference(*heir);
      const auto guard = reference.lock();
      heir.reset();
    });
    CHECK(end.aborted());
    CHECK_THAT(end.text, support::contains("Heir"));
    CHECK_THAT(end.text, support::contains(says));
  }
}

TEMPLATE_TEST_CASE("an object that is moved while its thread holds a guard of it", "[weak_block]", WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  S object(1);
  const sl::weak_ref<S> reference(object);
  S other(2);
  const std::string says = " while the same thread holds a guard of it";
  SECTION("to a new one") {
    const end_of_child end = support::run_in_child([&] {
      const auto guard = reference.lock();
      const S there(std::move(object));
    });
    CHECK(end.aborted());
    CHECK_THAT(end.text, support::contains("' is moved" + says));
  }
  SECTION("to another one") {
    const end_of_child end = support::run_in_child([&] {
      const auto guard = reference.lock();
      other = std::move(object);
    });
    CHECK(end.aborted());
    CHECK_THAT(end.text, support::contains("' is moved" + says));
  }
  SECTION("and one that another is moved to") {
    const end_of_child end = support::run_in_child([&] {
      const auto guard = reference.lock();
      object = std::move(other);
    });
    CHECK(end.aborted());
    CHECK_THAT(end.text, support::contains("' is assigned to" + says));
  }
  SECTION("by a vector that grows") {
    const end_of_child end = support::run_in_child([&] {
      std::vector<S> all;
      all.emplace_back(1);
      const auto guard = sl::weak_ref<S>(all[0]).lock();
      all.reserve(all.capacity() + 1);
    });
    CHECK(end.aborted());
    CHECK_THAT(end.text, support::contains("' is moved" + says));
  }
  SECTION("copies are made of it, and to it") {
    const end_of_child end = support::run_in_child([&] {
      const auto guard = reference.lock();
      S copy(object);
      object = copy;
      copy = object;
    });
    CHECK(end.succeeded());
    CHECK(end.text.empty());
  }
  SECTION("a neighbour is moved") {
    const end_of_child end = support::run_in_child([&] {
      const auto guard = reference.lock();
      const sl::weak_ref<S> to_other(other);
      S there(std::move(other));
      other = std::move(there);
    });
    CHECK(end.succeeded());
    CHECK(end.text.empty());
  }
}

TEST_CASE("a guard that is destroyed by another thread than the one that made it", "[weak_block]") {
  using S = Subject<sl::weakref_slot>;
  S object(1);
  const end_of_child end = support::run_in_child([&] {
    const sl::weak_ref<S> reference(object);
    auto* const guard = new sl::weak_guard<S>(reference.lock());
    std::thread([guard] { delete guard; }).join();
  });
  CHECK(end.aborted());
  CHECK(end.text == "slotted: a guard of a weak reference is destroyed by another thread than the one that made it\n");
}

TEMPLATE_TEST_CASE("more guards of one object than can be counted", "[weak_block]", WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  S object(1);
  const end_of_child end = support::run_in_child([&] {
    const sl::weak_ref<S> reference(object);
    std::vector<std::unique_ptr<sl::weak_guard<S>>> guards;
    for (int i = 0; i != 100'000; ++i) guards.emplace_back(new sl::weak_guard<S>(reference.lock()));
    std::fputs("100000 are not too many\n", stderr);
    for (int i = 0; i != 100'000; ++i) guards.emplace_back(new sl::weak_guard<S>(reference.lock()));
  });
  CHECK(end.aborted());
  CHECK(end.text ==
        "100000 are not too many\n"
        "slotted: there are more than 100000 guards of one object at a time\n");
}

#endif
