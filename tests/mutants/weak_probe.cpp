// What must be so of weak references where one thread is enough to see it: order, counts, memory, who goes with a move.
// Twice: as long as there has never been another thread, and afterwards. No test by itself: mutants.py kills with it.
#include <slotted/slotted.hpp>
#include <slotted/weak_value_map.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace {

long allocated = 0;         // not atomic: threads are joined before anybody asks
int allocations_left = -1;  // negative: as many as one likes

}  // namespace

void* operator new(std::size_t size) {
  if (allocations_left == 0) throw std::bad_alloc();
  if (allocations_left > 0) --allocations_left;
  void* const memory = std::malloc(size);
  if (memory == nullptr) throw std::bad_alloc();
  ++allocated;
  return memory;
}
void operator delete(void* memory) noexcept {
  if (memory != nullptr) --allocated;
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }

namespace {

using namespace slotted::literals;
using slotted::weak_ref;

int failures = 0;

void expect(bool holds, const char* what) {
  if (holds) return;
  std::printf("%s\n", what);
  ++failures;
}

/// Calls what it is told when it is moved or dies.
struct telling {
  std::function<void()> when_moved;
  std::function<void()> when_dying;

  telling() = default;
  telling(telling&& other) : when_dying(std::move(other.when_dying)) {
    other.when_dying = nullptr;
    if (other.when_moved) other.when_moved();
  }
  telling& operator=(telling&& other) {
    when_dying = std::exchange(other.when_dying, nullptr);
    if (other.when_moved) other.when_moved();
    return *this;
  }
  ~telling() {
    if (when_dying) when_dying();
  }
};

struct Base : slotted::object<Base, slotted::slots<slotted::slot<"number", int>, slotted::weakref_slot>> {
  using object::object;
};
struct Derived : slotted::object<Derived, slotted::extends<Base>, slotted::slots<slotted::slot<"tells", telling>>> {
  using object::object;
  Derived() = default;
  Derived(Derived&&) = default;
  Derived& operator=(Derived&&) = default;
};
struct InPlainWords : Base {
  using Base::Base;
};
struct Watched : slotted::object<Watched, slotted::slots<slotted::slot<"number", int>, slotted::weakref_slot>> {
  using object::object;
};

void callbacks_run_in_order() {
  std::vector<int> log;
  const auto held = std::make_shared<int>(1);
  auto object = std::make_unique<Base>(1);
  const weak_ref plain(*object);
  std::optional<weak_ref<Base>> second;
  std::optional<weak_ref<Base>> later;
  const weak_ref first(*object, [&log, held] { log.push_back(1); });
  second.emplace(*object, [&log] { log.push_back(2); });
  const weak_ref third(*object, [&] {
    log.push_back(3);
    expect(plain.expired() && first.expired() && second->expired(), "references are dead before the first callback");
    expect(!plain.lock(), "nobody locks from a callback");
    second.reset();
    const weak_ref late(plain, [&log] { log.push_back(5); });
    later.emplace(plain, [&log] { log.push_back(6); });
    expect(late.expired() && later->expired(), "references that are taken in a callback are dead");
  });
  const weak_ref fourth(*object, [&log] { log.push_back(4); });
  const weak_ref copy = fourth;
  expect(weak_ref(fourth) == plain, "a copy is equal");
  weak_ref(*object, [&log] { log.push_back(7); }).reset();
  object.reset();
  expect(log == std::vector{4, 3, 1}, "callbacks run once, the newest first, and none that was withdrawn");
  expect(held.use_count() == 1, "what a callback holds goes when it has run");
}

void a_copy_has_no_callback() {
  int runs = 0;
  std::optional<Base> object(1);
  const weak_ref with(*object, [&runs] { ++runs; });
  {
    const weak_ref copy = with;
    expect(slotted::weak_count(*object) == 2, "a copy is counted");
  }
  expect(slotted::weak_count(*object) == 1, "a copy of a reference with a callback is gone");
  object.reset();
  expect(runs == 1, "the callback stays when a copy goes");
}

int heard = 0;
void callbacks_throw() {
  const auto before = slotted::set_unraisable_handler([](std::exception_ptr) { ++heard; });
  int runs = 0;
  heard = 0;
  {
    Base object(1);
    const weak_ref first(object, [&runs] { ++runs; });
    const weak_ref second(object, [] { throw 1; });
    expire(object);
  }
  slotted::set_unraisable_handler(before);
  expect(heard == 1 && runs == 1, "the handler hears of what is thrown, and the others run");
}

void a_callback_destroys_its_reference() {
  int runs = 0;
  std::optional<weak_ref<Base>> own;
  {
    Base object(1);
    own.emplace(object, [&] {
      ++runs;
      own.reset();
    });
  }
  expect(runs == 1 && !own, "a callback destroys its own reference");
}

void a_callback_frees_the_object() {
  auto object = std::make_unique<Base>(1);
  int runs = 0;
  auto first = std::make_unique<weak_ref<Base>>(*object, [&runs] { ++runs; });
  std::unique_ptr<weak_ref<Base>> second;
  second = std::make_unique<weak_ref<Base>>(*object, [&] {
    object.reset();
    first.reset();
    second.reset();
  });
  expire(*object);
  expect(!object && runs == 0, "a callback ends the memory of the object and its references");
}

void the_dead_stay_dead() {
  Base object(1);
  expire(object);
  expect(weak_ref(object).expired(), "a first reference after expire is dead");
  Base other(2);
  std::optional<weak_ref<Base>> only(other);
  only.reset();
  expire(other);  // nobody but the object knows the block
  const weak_ref late(other);
  expect(late.expired() && !late.lock(), "a reference after expire is dead where there were some");
  int runs = 0;
  const weak_ref with(other, [&runs] { ++runs; });
  expire(other);
  expect(runs == 0 && with.expired(), "a callback that comes after death does not run");
}

void references_die_before_slots() {
  bool lived = false;
  bool late_lived = false;
  weak_ref<Derived> reference;
  {
    Derived object;
    setattr(object, "tells"_slot, telling());
    getattr(object, "tells"_slot).when_dying = [&, at = &object] {
      lived = bool(reference.lock()) || !reference.expired();
      late_lived = !weak_ref<Derived>(*at).expired();
    };
    reference = weak_ref(object);
  }
  expect(!lived, "references are dead when slots die");
  {
    Derived object;
    setattr(object, "tells"_slot, telling());
    getattr(object, "tells"_slot).when_dying = [&, at = &object] { late_lived |= !weak_ref<Derived>(*at).expired(); };
  }
  expect(!late_lived, "so are those that are taken then");
}

void copies_have_none() {
  Base object(1);
  const weak_ref reference(object);
  {
    const Base copy = object;
    expect(slotted::weak_count(copy) == 0 && reference.get() == &object, "a copy has no references");
  }
  Base target(2);
  const weak_ref of_target(target);
  target = object;
  expect(of_target.get() == &target && reference.get() == &object, "a copy assignment leaves references");
  expect(reference.lock() && of_target.lock(), "both can be locked");
}

void moves_take_them() {
  int runs = 0;
  Base object(1);
  const weak_ref reference(object);
  const weak_ref with(object, [&runs] { ++runs; });
  Base moved = std::move(object);
  expect(reference.get() == &moved && with.get() == &moved, "references go with a move");
  expect(slotted::weak_count(object) == 0 && slotted::weak_count(moved) == 2, "and are counted there");
  Base target(2);
  int target_runs = 0;
  const weak_ref of_target(target);
  const weak_ref with_target(target, [&] {
    ++target_runs;
    expect(getattr(target, "number"_slot) == 1, "the callbacks of the target run when all is done");
  });
  target = std::move(moved);
  expect(reference.get() == &target && with.get() == &target && runs == 0, "references go with an assignment");
  expect(of_target.expired() && !of_target.lock() && target_runs == 1, "the target gives up its own");
  const auto guard = with.lock();
  expect(guard.get() == &target, "a reference with a callback can be locked after a move");
}

void moves_take_references_to_a_base() {
  Derived object;
  const weak_ref<Base> reference(object);
  Derived moved = std::move(object);
  expect(reference.get() == &moved, "references to a base go with a move");
  Derived target;
  const weak_ref<Base> old(target);
  target = std::move(moved);
  expect(reference.get() == &target && old.expired(), "and with an assignment");
}

void slices_leave_them() {
  Derived object;
  const weak_ref<Base> as_base(object);
  {
    const weak_ref<Derived> reference(object);  // raises the level
    expect(reference == as_base, "a reference as a base is the same");
    const Base slice = std::move(static_cast<Base&>(object));
    expect(reference.get() == &object && as_base.get() == &object, "a slice leaves references");
    Base base(3);
    const weak_ref of_base(base);
    static_cast<Base&>(object) = std::move(base);
    expect(reference.get() == &object && of_base.get() == &base, "so does an assignment to a base");
  }
  InPlainWords words(1);
  const weak_ref<InPlainWords> reference(words);
  const InPlainWords moved = std::move(words);
  expect(reference.get() == &words, "a class in plain C++ says nothing when it moves");
}

void a_move_that_throws() {
  Derived object;
  setattr(object, "tells"_slot, telling());
  const weak_ref reference(object);
  getattr(object, "tells"_slot).when_moved = [] { throw 1; };
  bool thrown = false;
  try {
    const Derived moved = std::move(object);
  } catch (int) {
    thrown = true;
  }
  expect(thrown && reference.get() == &object, "a move that throws leaves references");
  expect(bool(reference.lock()), "and they can be locked");
}

void who_moves_may_lock() {
  Derived object;
  setattr(object, "tells"_slot, telling());
  const weak_ref reference(object);
  bool locked = false;
  getattr(object, "tells"_slot).when_moved = [&] { locked = bool(reference.lock()); };
  const Derived moved = std::move(object);
  expect(locked && reference.get() == &moved, "who moves an object may lock it");
}

/// The value of one object moves the objects again: `use` says which, of the source, the target and a third.
template <class Use>
void moves_in_a_move(Use use, const char* what) {
  Derived source, target, third;
  const weak_ref<Derived> to_source(source), to_target(target), to_third(third);
  setattr(source, "tells"_slot, telling());
  getattr(source, "tells"_slot).when_moved = [&] { use(source, target, third); };
  target = std::move(source);
  expect(to_source.get() == &target && to_target.expired() && to_third.get() == &third, what);
}
void a_move_is_part_of_another() {
  moves_in_a_move([](Derived&, Derived& target, Derived& third) { third = std::move(target); },
                  "references stay with the target of a move until it is done");
  moves_in_a_move([](Derived& source, Derived&, Derived& third) { source = std::move(third); },
                  "references stay with the source of a move until it is done");
}

/// Whether it aborts, and does not go on or wait for ever.
template <class F>
bool aborts(F&& function) {
  std::fflush(stdout);
  const pid_t child = fork();
  if (child == 0) {
    alarm(5);
    static_cast<void>(std::freopen("/dev/null", "w", stderr));
    function();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

struct guard_on_the_heap {
  slotted::weak_guard<Base> guard;
  explicit guard_on_the_heap(const weak_ref<Base>& reference) : guard(reference.lock()) {}
};

void guards_of_this_thread_are_found() {
  expect(aborts([] {
           std::optional<Base> object(1);
           const weak_ref reference(*object);
           const auto guard = reference.lock();
           object.reset();
         }),
         "an object that dies under a guard of the same thread is found");
  expect(aborts([] {
           std::optional<Base> object(1);
           std::optional<weak_ref<Base>> reference(*object);
           const guard_on_the_heap guard(*reference);
           reference.reset();
           object.reset();
         }),
         "also without a reference");
  expect(aborts([] {
           Base object(1);
           const weak_ref reference(object);
           const auto guard = reference.lock();
           const Base moved = std::move(object);
         }),
         "an object that moves under a guard of the same thread is found");
  expect(aborts([] {
           std::optional<Base> object(1);
           Base other(2);
           const weak_ref reference(*object);
           const weak_ref to_other(other);
           const guard_on_the_heap oldest(reference);
           auto middle = std::make_unique<guard_on_the_heap>(to_other);
           const guard_on_the_heap newest(to_other);
           middle.reset();
           object.reset();
         }),
         "also where a newer guard has gone out of turn");
  expect(aborts([] {
           Base object(1);
           const weak_ref reference(object);
           std::vector<std::unique_ptr<guard_on_the_heap>> guards;
           for (int i = 0; i != 300000; ++i) guards.push_back(std::make_unique<guard_on_the_heap>(reference));
         }),
         "too many guards are found");
  std::optional<Base> object(1);
  const weak_ref reference(*object);
  {
    const auto guard = reference.lock();
  }
  object.reset();
  expect(reference.expired(), "a guard that is gone keeps nothing");
}

void watched_objects_move() {
  slotted::watched<Watched> object(1);
  const weak_ref<slotted::watched<Watched>> reference(object);
  slotted::watched<Watched> moved = std::move(object);
  expect(reference.get() == &moved, "references go with a watched object");
  slotted::watched<Watched> target(2);
  const weak_ref<Watched> old(target);
  target = std::move(moved);
  expect(reference.get() == &target && old.expired(), "and with its assignment");
}

void finalizers_run_once() {
  std::vector<int> log;
  {
    Base object(1);
    static_cast<void>(slotted::finalize(object, [&log] { log.push_back(1); }));
    slotted::finalizer called = slotted::finalize(object, [&log] { log.push_back(2); });
    slotted::finalizer detached = slotted::finalize(object, [&log] { log.push_back(3); });
    expect(called() && !called.alive() && !called(), "a finalizer is called once");
    expect(detached.detach() && !detached.detach() && !detached.alive(), "a finalizer is detached once");
    slotted::finalizer kept = slotted::finalize(object, [&log] { log.push_back(4); });
    expire(object);
    expect(!kept.alive() && !kept() && !kept.detach(), "a finalizer is over when it has run");
  }
  expect(log == std::vector{2, 4, 1}, "finalizers run once, and need no handle");
}

void a_map_drops_the_dead() {
  slotted::weak_value_map<int, Base> map;
  Base object(1);
  map.insert_or_assign(1, object);
  {
    Base other(2);
    map.insert_or_assign(2, other);
    expect(map.size() == 2 && map.contains(2) && map.lock(2), "the living are in the map");
  }
  expect(map.size() == 1 && !map.contains(2) && map.find(2) == map.end() && !map.lock(2), "the dead are not");
  expect(map.try_emplace(2, object).second && map.get(2) == &object, "the place of a dead object is free");
  expect(map.erase(2) == 1 && map.erase(3) == 0, "an entry is erased");
  {
    std::vector<Base> others(64);
    std::vector<weak_ref<Base>> references;  // take what the thread has kept
    for (Base& one : others) references.emplace_back(one);
    Base fresh(3);
    bool thrown = false;
    allocations_left = 1;  // the entry, and then no reference
    try {
      map.try_emplace(3, fresh);
    } catch (const std::bad_alloc&) {
      thrown = true;
    }
    allocations_left = -1;
    expect(thrown && map.size() == 1 && map.purge() == 0, "an insertion that fails inserts nothing");
  }
  for (int i = 10; i != 500; ++i) {
    Base one(i);
    map.try_emplace(i, one);
  }
  expect(map.purge() < 40 && map.size() == 1, "insertions purge the dead");
}

/// What is allocated on a thread goes with it, also what is given back when its memory has been closed.
void memory_goes_with_the_thread() {
  const long before = allocated;
  std::thread([] {
    thread_local std::optional<Base> dies_last(std::in_place, 1);
    std::vector<Base> objects(10);
    std::vector<weak_ref<Base>> references;
    for (Base& one : objects) references.emplace_back(one);
    static_cast<void>(weak_ref(*dies_last));
  }).join();
  expect(allocated == before, "a thread's memory goes with it");
}

void little_memory_is_kept() {
  const long before = allocated;
  {
    std::vector<Base> objects(1000);
    std::vector<weak_ref<Base>> references;
    for (Base& one : objects) references.emplace_back(one);
    for (std::size_t i = 0; i != objects.size(); ++i)
      expect(references[i].get() == &objects[i], "each object has a block of its own");
  }
  expect(allocated - before <= 64, "no more than 64 blocks are kept");
}

void all() {
  callbacks_run_in_order();
  a_copy_has_no_callback();
  callbacks_throw();
  a_callback_destroys_its_reference();
  a_callback_frees_the_object();
  the_dead_stay_dead();
  references_die_before_slots();
  copies_have_none();
  moves_take_them();
  moves_take_references_to_a_base();
  slices_leave_them();
  a_move_that_throws();
  a_move_is_part_of_another();
  who_moves_may_lock();
  guards_of_this_thread_are_found();
  watched_objects_move();
  finalizers_run_once();
  a_map_drops_the_dead();
  little_memory_is_kept();
}

}  // namespace

int main() {
  alarm(30);  // who waits for itself
  all();
  memory_goes_with_the_thread();  // from now on there may be others
  all();
  const long before = allocated;
  all();
  expect(allocated == before, "nothing is lost");
  return failures == 0 ? 0 : 1;
}
