#include <slotted/weak_memory.hpp>

#include <slotted/slotted.hpp>
#include <slotted/weak_value_map.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/allocations.hpp"
#include "support/catch.hpp"
#include "support/tracked.hpp"

namespace sl = slotted;
using namespace sl::literals;
using sl::detail::kept_memory;
using sl::detail::memory_of_thread;
using sl::detail::weak_memory;
using support::allocations;
using support::tracked;

namespace unit_weak_memory {

constexpr std::size_t bytes = sizeof(sl::detail::weak_block);

void* take_piece() { return weak_memory::allocate<bytes>(); }
void give_back(void* memory) { weak_memory::free<bytes>(memory); }

void give_back_what_is_kept() {
  while (kept_memory::piece* const one = memory_of_thread.first) {
    memory_of_thread.first = one->next;
    ::operator delete(one);
  }
  memory_of_thread.count = 0;
}

/// While this stands each block is asked of operator new, and goes back to operator delete: else a failure would not
/// come, and what is kept would look like a leak.
class nothing_kept {
 public:
  nothing_kept() {
    give_back(take_piece());  // opens the memory of the thread, if that was not done
    give_back_what_is_kept();
    was_open_ = std::exchange(memory_of_thread.is_open, false);
  }
  nothing_kept(const nothing_kept&) = delete;
  nothing_kept& operator=(const nothing_kept&) = delete;
  ~nothing_kept() { memory_of_thread.is_open = was_open_; }

 private:
  bool was_open_;
};

template <class Item>
struct Subject : sl::object<Subject<Item>, sl::slots<sl::slot<"number", int>, Item>> {
  using Subject::object::object;
};

/// A callback whose copies and moves may fail.
struct Fragile {
  tracked inner{0};
  int* ran;
  explicit Fragile(int& counts) : ran(&counts) {}
  void operator()() const { ++*ran; }
};
/// One that owns memory, too.
struct Heavy {
  std::vector<int> held = std::vector<int>(10, 7);
  int* ran;
  explicit Heavy(int& counts) : ran(&counts) {}
  void operator()() const { *ran += held[3] == 7 ? 1 : 1000; }
};

}  // namespace unit_weak_memory

using namespace unit_weak_memory;

#define WEAKREF_SLOTS sl::weakref_slot, sl::unsynchronized_weakref_slot

#if SLOTTED_KEEPS_MEMORY

TEST_CASE("what a thread gives back it gets again, the last piece first", "[weak_memory]") {
  give_back(take_piece());
  give_back_what_is_kept();
  const long asked = allocations::asked;
  void* const a = take_piece();
  void* const b = take_piece();
  CHECK(allocations::asked == asked + 2);
  CHECK(a != b);
  give_back(a);
  give_back(b);
  CHECK(memory_of_thread.count == 2);
  CHECK(take_piece() == b);
  CHECK(take_piece() == a);
  CHECK(memory_of_thread.count == 0);
  CHECK(memory_of_thread.first == nullptr);
  CHECK(allocations::asked == asked + 2);
  give_back(a);
  give_back(b);
}

TEST_CASE("a thread keeps no more than a few pieces", "[weak_memory]") {
  constexpr std::size_t many = 3 * weak_memory::most_kept;
  give_back(take_piece());
  give_back_what_is_kept();
  std::vector<void*> all;
  std::set<void*> different;
  all.reserve(many);
  for (std::size_t i = 0; i != many; ++i) all.push_back(take_piece());
  different.insert(all.begin(), all.end());
  CHECK(different.size() == many);
  const long live = allocations::live;
  for (void* const one : all) give_back(one);
  CHECK(memory_of_thread.count == weak_memory::most_kept);
  CHECK(allocations::live == live - static_cast<long>(many - weak_memory::most_kept));
  give_back_what_is_kept();
}

namespace unit_weak_memory {

/// Destroyed after what the library has in its thread.
struct at_the_end {
  long* live;
  std::optional<Subject<sl::weakref_slot>> object{};
  std::optional<sl::weak_ref<Subject<sl::weakref_slot>>> reference{};

  ~at_the_end() {
    object.reset();
    reference.reset();
    if (uses_references) {
      Subject<sl::weakref_slot> late(2);
      reference.emplace(late);
      reference.reset();
      late = Subject<sl::weakref_slot>(3);
    }
    *live = allocations::live;
  }
  bool uses_references = false;
};

/// The balance of a thread when it has ended. Not 0: what its function stood in came from another thread.
template <class F>
long left_by_thread(const F& f) {
  long live = 0;
  std::thread([&live, &f] {
    static thread_local at_the_end last{&live};
    f(last);
  }).join();
  return live;
}
long left_by_any_thread() {
  return left_by_thread([](at_the_end&) {});
}

}  // namespace unit_weak_memory

TEST_CASE("a thread gives back what it has kept when it ends", "[weak_memory]") {
  unsigned kept = 0;
  const long left = left_by_thread([&kept](at_the_end&) {
    Subject<sl::weakref_slot> a(1);
    Subject<sl::weakref_slot> b(1);
    {
      const sl::weak_ref to_a(a), to_b(b);
    }
    {
      const Subject<sl::weakref_slot> gone_a(std::move(a)), gone_b(std::move(b));
    }
    kept = memory_of_thread.count;
  });
  CHECK(kept == 2);
  CHECK(left == left_by_any_thread());
}

TEST_CASE("references that die after the memory of their thread are no leak", "[weak_memory]") {
  const long left = left_by_thread([](at_the_end& last) {
    last.object.emplace(1);
    last.reference.emplace(*last.object);
    last.uses_references = true;
  });
  CHECK(left == left_by_any_thread());
}

TEST_CASE("a piece may be given back by another thread", "[weak_memory]") {
  const nothing_kept none;
  Subject<sl::weakref_slot> object(1);
  std::optional<sl::weak_ref<Subject<sl::weakref_slot>>> reference(object);
  {
    const Subject<sl::weakref_slot> gone(std::move(object));
  }
  const auto* const piece = reference->identity();
  const void* kept = nullptr;
  std::thread([&] {
    give_back(take_piece());
    reference.reset();
    kept = memory_of_thread.first;
  }).join();
  CHECK(kept == piece);
}

#else

TEST_CASE("under AddressSanitizer no memory is kept", "[weak_memory]") {
  const long live = allocations::live;
  {
    Subject<sl::weakref_slot> object(1);
    const sl::weak_ref reference(object);
    CHECK(allocations::live == live + 1);
  }
  CHECK(allocations::live == live);
  give_back(take_piece());
  CHECK(memory_of_thread.count == 0);
  CHECK(allocations::live == live);
}

#endif

// Failures: all or nothing.

TEMPLATE_TEST_CASE("a first reference is made, or all is as before", "[weak_memory]", WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  const nothing_kept none;
  const long failures = support::fail_every_allocation([](support::short_of_memory& run) {
    S object(1);
    std::optional<sl::weak_ref<S>> reference;
    const bool failed = run([&] { reference.emplace(object); });
    bool right = reference.has_value() != failed && weak_count(object) == (failed ? 0 : 1);
    const sl::weak_ref<S> again(object);  // it can still be done
    right = right && again.get() == &object && weak_count(object) == (failed ? 1 : 2);
    S there(std::move(object));
    return right && again.get() == &there && (failed || *reference == again);
  });
  CHECK(failures == 2);
}

TEMPLATE_TEST_CASE("further references, copies, moves and death need no memory", "[weak_memory]", WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  const nothing_kept none;
  const long failures = support::fail_every_allocation([](support::short_of_memory& run) {
    std::optional<S> object(1);
    std::optional<S> other(2);
    const sl::weak_ref<S> first(*object, [] {});
    bool right = true;
    const bool failed = run([&] {
      const sl::weak_ref<S> second(*object);
      sl::weak_ref<S> copy(second);
      const sl::weak_ref<S> moved(std::move(copy));
      copy = first;
      right = first.lock().get() == &*object && moved == first;
      other = std::move(object);
      right = right && moved.get() == &*other;
      expire(*other);
      const sl::weak_ref<S> late(*other);
      right = right && late.expired();
      object.reset();
      other.reset();
    });
    return !failed && right;
  });
  CHECK(failures == 0);
}

TEMPLATE_TEST_CASE("a callback is registered, or all is as before", "[weak_memory]", WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  const nothing_kept none;
  const bool is_referenced = GENERATE(false, true);
  const auto play = [is_referenced](auto& run, const auto& operation, const auto& make_callback) {
    int ran = 0;
    int ran_before = 0;
    bool right = true;
    {
      S object(1);
      std::optional<sl::weak_ref<S>> before;
      if (is_referenced) before.emplace(object, [&ran_before] { ++ran_before; });
      const std::size_t count = weak_count(object);
      sl::weak_ref<S> reference;
      sl::finalizer finalizer;
      const bool failed = run([&] { operation(object, reference, finalizer, make_callback(ran)); });
      right = weak_count(object) == count + (failed ? 0 : 1);
      right = right && (reference.get() == &object || finalizer.alive()) == !failed;
      right = right && (!before || before->get() == &object) && ran == 0;
      S there(std::move(object));  // it can still be used
      right = right && (!before || before->get() == &there);
      expire(there);
      right = right && ran == (failed ? 0 : 1) && ran_before == (is_referenced ? 1 : 0);
    }
    return right && ran <= 1;
  };
  const auto fail = [&play](const auto& operation) {
    const long without_memory = support::fail_every_allocation(
        [&](support::short_of_memory& run) { return play(run, operation, [](int& ran) { return Heavy(ran); }); });
    const long thrown = support::fail_everywhere(
        [&](support::attempt& run) { CHECK(play(run, operation, [](int& ran) { return Fragile(ran); })); });
    CHECK(without_memory > 2);
    CHECK(thrown > 2);
  };
  SECTION("of a reference, moved") {
    fail([](S& object, auto& reference, auto&, auto&& callback) {
      reference = sl::weak_ref<S>(object, std::forward<decltype(callback)>(callback));
    });
  }
  SECTION("of a reference, copied") {
    fail([](S& object, auto& reference, auto&, auto&& callback) { reference = sl::weak_ref<S>(object, callback); });
  }
  SECTION("of a further reference") {
    fail([](S& object, auto& reference, auto&, auto&& callback) {
      const sl::weak_ref<S> other(object);
      reference = sl::weak_ref<S>(other, callback);
    });
  }
  SECTION("of a finalizer, moved") {
    fail([](S& object, auto&, auto& finalizer, auto&& callback) {
      finalizer = sl::finalize(object, std::forward<decltype(callback)>(callback));
    });
  }
  SECTION("of a finalizer, copied") {
    fail([](S& object, auto&, auto& finalizer, auto&& callback) { finalizer = sl::finalize(object, callback); });
  }
}

TEMPLATE_TEST_CASE("a callback that cannot be registered is no loss to a reference that has one", "[weak_memory]",
                   WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  const nothing_kept none;
  support::fail_everywhere([](support::attempt& run) {
    int ran = 0;
    {
      S object(1);
      sl::weak_ref<S> reference(object, [&ran] { ran += 10; });
      const bool failed = run([&] { reference = sl::weak_ref<S>(object, Fragile(ran)); });
      CHECK(weak_count(object) == 1);
      expire(object);
      CHECK(ran == (failed ? 10 : 1));
    }
  });
}

TEMPLATE_TEST_CASE("a callback on an object that has died is moved in and destroyed, or throws", "[weak_memory]",
                   WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  const nothing_kept none;
  const bool was_referenced = GENERATE(false, true);
  int ran = 0;
  const auto play = [&](auto& run, const auto& make_callback) {
    S object(1);
    std::optional<sl::weak_ref<S>> before;
    if (was_referenced) before.emplace(object);
    expire(object);
    const std::size_t count = weak_count(object);
    std::optional<sl::weak_ref<S>> reference;
    sl::finalizer finalizer;
    const bool failed = run([&] {
      reference.emplace(object, make_callback(ran));
      finalizer = sl::finalize(object, make_callback(ran));
    });
    reference.reset();
    finalizer = sl::finalizer();
    return weak_count(object) == count && ran == 0 && (failed || !finalizer.alive());
  };
  CHECK(support::fail_every_allocation(
            [&](support::short_of_memory& run) { return play(run, [](int& counts) { return Heavy(counts); }); }) > 2);
  CHECK(support::fail_everywhere(
            [&](support::attempt& run) { CHECK(play(run, [](int& counts) { return Fragile(counts); })); }) > 2);
}

TEMPLATE_TEST_CASE("a finalizer that throws when it is called is over, and leaves nothing", "[weak_memory]",
                   WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  const long live = tracked::live;
  {
    S object(1);
    sl::finalizer finalizer = sl::finalize(object, [held = tracked(1)] { throw support::failure(); });
    CHECK_THROWS_AS(finalizer(), support::failure);
    CHECK_FALSE(finalizer.alive());
    CHECK(weak_count(object) == 0);
    CHECK(tracked::live == live);
    CHECK_FALSE(finalizer());
  }
  CHECK(tracked::live == live);
}

TEMPLATE_TEST_CASE("an object is inserted in a map of weak values, or all is as before", "[weak_memory]",
                   WEAKREF_SLOTS) {
  using S = Subject<TestType>;
  const nothing_kept none;
  const auto key = [](std::size_t number) { return "a key longer than a small string " + std::to_string(number); };
  constexpr std::size_t count = 15;  // the next insertion purges and grows
  const auto fail = [&](bool other_is_there, std::size_t inserted, const auto& insert) {
    const std::string inserted_key = key(inserted);
    return support::fail_every_allocation([&](support::short_of_memory& run) {
      std::vector<std::unique_ptr<S>> objects;
      sl::weak_value_map<std::string, S> map;
      for (std::size_t i = 0; i != count; ++i) {
        objects.push_back(std::make_unique<S>(static_cast<int>(i)));
        map.try_emplace(key(i), *objects.back());
      }
      std::optional<S> dead(0);
      map.try_emplace(key(count), *dead);
      dead.reset();
      S object(100);
      std::optional<sl::weak_ref<S>> there;
      if (other_is_there) there.emplace(object);
      const std::size_t references = weak_count(object);
      const bool failed = run([&] { insert(map, inserted_key, object); });
      const bool replaces = inserted < count;
      bool right = weak_count(object) == references + (failed ? 0 : 1);
      right = right && map.size() == count + (failed || replaces ? 0 : 1);
      for (std::size_t i = 0; i != count; ++i) {
        const S* const expected = i == inserted && !failed ? &object : objects[i].get();
        right = right && map.get(key(i)) == expected;
        right = right && weak_count(*objects[i]) == (expected == objects[i].get() ? 1 : 0);
      }
      if (!replaces) right = right && map.get(inserted_key) == (failed ? nullptr : &object);
      return right;
    });
  };
  const auto try_emplace = [](auto& map, const std::string& name, S& object) { map.try_emplace(name, object); };
  const auto assign = [](auto& map, const std::string& name, S& object) { map.insert_or_assign(name, object); };
  SECTION("under a new key") {
    CHECK(fail(false, count + 1, try_emplace) > 2);
    CHECK(fail(true, count + 1, try_emplace) > 2);
    CHECK(fail(false, count + 1, assign) > 2);
  }
  SECTION("under the key of one that has died") {
    CHECK(fail(false, count, try_emplace) > 2);
    CHECK(fail(false, count, assign) > 2);
  }
  SECTION("under the key of another") {
    CHECK(fail(false, 3, assign) > 2);
    CHECK(fail(true, 3, assign) >= 2);
  }
}
