// Eight threads and the weak references of one object at a time, which dies or moves meanwhile. What must not be seen
// is for ThreadSanitizer and AddressSanitizer to see; here it is checked that nobody sees half of a value, that each
// callback runs as often as it must, and that none runs for a reference that is gone.
#include <slotted/slotted.hpp>
#include <slotted/weak_value_map.hpp>

#include <array>
#include <atomic>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace {

using namespace slotted::literals;
using slotted::weak_ref;

constexpr std::size_t threads = 8;

std::atomic<int> failures = 0;

void expect(bool holds, const char* what) {
  if (holds) return;
  if (++failures <= 20) std::printf("%s\n", what);
}

/// A value whose memory is its own, so that a sanitizer sees who comes too late. Different for different numbers.
std::string text_of(std::size_t number) { return "this text is longer than a string holds " + std::to_string(number); }

/// A text that lets others run when it has been moved and before it dies: who may come in between comes then, on
/// however few processors.
class slow_text {
 public:
  explicit slow_text(std::size_t number) : text_(text_of(number)) {}
  slow_text(const slow_text&) = delete;
  slow_text(slow_text&& other) noexcept : text_(std::move(other.text_)) { std::this_thread::yield(); }
  slow_text& operator=(const slow_text&) = delete;
  slow_text& operator=(slow_text&& other) noexcept {
    text_ = std::move(other.text_);
    std::this_thread::yield();
    return *this;
  }
  ~slow_text() {
    if (text_.empty()) return;
    text_.front() = '-';
    std::this_thread::yield();
  }

  [[nodiscard]] friend bool operator==(const slow_text& a, const std::string& b) { return a.text_ == b; }

 private:
  std::string text_;
};

/// Two slots that agree.
struct Pair : slotted::object<Pair, slotted::slots<slotted::slot<"first", std::string>,
                                                   slotted::slot<"second", slow_text>, slotted::weakref_slot>> {
  using object::object;
  explicit Pair(std::size_t number) : object(text_of(number), slow_text(number)) {}
};
/// A third that agrees with them, and is moved after them.
struct Triple : slotted::object<Triple, slotted::extends<Pair>, slotted::slots<slotted::slot<"third", std::string>>> {
  using object::object;
  explicit Triple(std::size_t number) : object(text_of(number), slow_text(number), text_of(number)) {}
};

bool agrees(const Pair& object, const std::string& text) {
  return getattr(object, "first"_slot) == text && getattr(object, "second"_slot) == text;
}
bool agrees(const Triple& object, const std::string& text) {
  return agrees(static_cast<const Pair&>(object), text) && getattr(object, "third"_slot) == text;
}

/// The same of what a guard keeps, where others may run meanwhile: who does not wait for the guard is seen.
template <class T>
bool stays(const slotted::weak_guard<T>& guard, const std::string& text) {
  const bool agreed = agrees(*guard, text);
  std::this_thread::yield();
  return agreed && agrees(*guard, text);
}

/// Where all threads meet.
class meeting {
 public:
  void wait() {
    const unsigned now = met_;
    if (++here_ == threads) {
      here_ = 0;
      ++met_;
    } else {
      while (met_ == now) std::this_thread::yield();
    }
  }

 private:
  std::atomic<std::size_t> here_ = 0;
  std::atomic<unsigned> met_ = 0;
};

/// A little time, so that who is first differs.
void pass_time(std::size_t turns) {
  for (std::atomic<std::size_t> i = 0; i != turns;) ++i;
}

/// Rounds of a scenario: `prepare` and `check` on one thread, `work` on all at the same time, where the one of number 0
/// is the owner of the object. That is another thread in each round. Where a scenario `repeats`, the others work until
/// the owner is done, so that they meet also where there are few processors.
template <class Scenario>
void play(std::string_view name, std::string_view only, std::size_t rounds) {
  if (name.find(only) == name.npos) return;
  const auto begin = std::chrono::steady_clock::now();
  const int failed_before = failures;
  Scenario scenario;
  meeting start;
  meeting end;
  std::atomic<bool> is_over = false;
  const auto run = [&](std::size_t thread) {
    for (std::size_t round = 0; round != rounds; ++round) {
      const std::size_t number = (thread + round) % threads;
      if (number == 0) scenario.prepare(round);
      start.wait();
      if (number == 0) {
        pass_time(round % 64);
        scenario.work(number, round);
        is_over.store(true, std::memory_order_relaxed);  // tells nothing that ThreadSanitizer would believe
      } else {
        scenario.work(number, round);
        while (Scenario::repeats && !is_over.load(std::memory_order_relaxed)) {
          std::this_thread::yield();
          scenario.work(number, round);
        }
      }
      end.wait();
      if (number == 0) {
        scenario.check(round);
        is_over = false;
      }
      start.wait();  // the next to prepare is another thread
    }
  };
  std::vector<std::thread> all;
  for (std::size_t i = 0; i != threads; ++i) all.emplace_back(run, i);
  for (std::thread& one : all) one.join();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  std::printf("%-36s %6.2f s%s\n", std::string(name).c_str(), took.count(),
              failures == failed_before ? "" : "  FAILED");
  std::fflush(stdout);
}

constexpr int tries = 6;  // how often a thread locks in a round

/// An object of a derived class dies while others lock it, as it and as its base.
struct lock_against_death {
  static constexpr bool repeats = true;
  std::unique_ptr<Triple> object;
  std::array<weak_ref<Triple>, threads> references;

  void prepare(std::size_t round) {
    object = std::make_unique<Triple>(round);
    references.fill(weak_ref<Triple>(*object));
  }
  void work(std::size_t number, std::size_t round) {
    if (number == 0) {
      object.reset();
      expect(!references[0].lock(), "who killed it finds it dead");
      return;
    }
    if (number % 2 == 0) {  // as often as can be
      for (int i = 0; i != 100; ++i)
        if (const auto guard = references[number].lock())
          expect(!getattr(*guard, "first"_slot).empty(), "lock against death: a dead value");
      return;
    }
    const std::string text = text_of(round);
    const weak_ref<Pair> base = references[number];
    bool lived = true;
    for (int i = 0; i != tries; ++i) {
      if (i % 2 == 0) {
        const auto guard = references[number].lock();
        expect(!guard || stays(guard, text), "lock against death: half of a value");
        expect(lived || !guard, "a dead object is found alive");
        lived = bool(guard);
      } else {
        const auto guard = base.lock();
        expect(!guard || stays(guard, text), "lock against death: half of a base's value");
        expect(lived || !guard, "a dead object is found alive as its base");
        lived = bool(guard);
      }
    }
  }
  void check(std::size_t) {
    for (const auto& one : references) expect(one.expired() && !one.lock(), "after death a reference is dead");
  }
};

/// Guards that keep the object when all references are gone.
struct guards_against_death {
  static constexpr bool repeats = false;
  std::unique_ptr<Triple> object;
  std::array<weak_ref<Triple>, threads> references;
  std::atomic<std::size_t> gone = 0;

  void prepare(std::size_t round) {
    object = std::make_unique<Triple>(round);
    references.fill(weak_ref<Triple>(*object));
    gone = 1;
  }
  void work(std::size_t number, std::size_t round) {
    if (number == 0) {
      references[0].reset();
      while (round % 2 == 0 && gone.load(std::memory_order_relaxed) != threads) std::this_thread::yield();
      object.reset();
      return;
    }
    const std::string text = text_of(round);
    const auto guard = references[number].lock();
    references[number].reset();
    gone.fetch_add(1, std::memory_order_relaxed);
    for (int i = 0; i != tries; ++i) expect(!guard || stays(guard, text), "the object of a guard is dead");
  }
  void check(std::size_t) {}
};

/// It grows with a vector, or moves from one place to another.
struct lock_against_move {
  static constexpr bool repeats = true;
  std::vector<Triple> vector;
  std::unique_ptr<Triple> object;
  std::array<weak_ref<Triple>, threads> references;

  void prepare(std::size_t round) {
    if (round % 2 == 0) {
      vector.emplace_back(round);
      references.fill(weak_ref<Triple>(vector.front()));
    } else {
      object = std::make_unique<Triple>(round);
      references.fill(weak_ref<Triple>(*object));
    }
  }
  void work(std::size_t number, std::size_t round) {
    if (number == 0) {
      for (int i = 0; i != 3; ++i) {
        if (round % 2 == 0)
          vector.reserve(vector.capacity() + 1);
        else
          object = std::make_unique<Triple>(std::move(*object));
      }
      return;
    }
    const std::string text = text_of(round);
    const weak_ref<Pair> base = references[number];
    for (int i = 0; i != tries; ++i) {
      if (i % 2 == 0) {
        const auto guard = references[number].lock();
        expect(guard && stays(guard, text), "lock against move: half of a value");
      } else {
        const auto guard = base.lock();
        expect(guard && stays(guard, text), "lock against move: half of a base's value");
      }
    }
  }
  void check(std::size_t round) {
    Triple* const now = round % 2 == 0 ? &vector.front() : object.get();
    for (const auto& one : references) expect(one.get() == now, "after a move a reference is where the object is");
    vector = std::vector<Triple>();
    object.reset();
    for (const auto& one : references) expect(one.expired(), "after move and death a reference is dead");
  }
};

/// One object is assigned to another: the references of that one die, its own follow. Or both are swapped.
struct lock_against_assignment {
  static constexpr bool repeats = true;
  std::optional<Triple> one;
  std::optional<Triple> other;
  std::array<weak_ref<Triple>, threads> of_one;
  std::array<weak_ref<Triple>, threads> of_other;

  void prepare(std::size_t round) {
    one.emplace(2 * round);
    other.emplace(2 * round + 1);
    of_one.fill(weak_ref<Triple>(*one));
    of_other.fill(weak_ref<Triple>(*other));
  }
  static bool swaps(std::size_t round) { return round % 2 != 0; }
  void work(std::size_t number, std::size_t round) {
    if (number == 0) {
      if (swaps(round))
        std::swap(*one, *other);
      else
        *one = std::move(*other);
      return;
    }
    const std::string text_of_one = text_of(2 * round);
    const std::string text_of_other = text_of(2 * round + 1);
    for (int i = 0; i != tries; ++i) {
      {
        const auto guard = of_one[number].lock();
        expect(guard || !swaps(round), "a swap kills nobody");
        expect(!guard || stays(guard, text_of_one), "lock against assignment: half of the old value");
      }
      const auto guard = of_other[number].lock();
      expect(guard && stays(guard, text_of_other), "lock against assignment: half of the new value");
    }
  }
  void check(std::size_t round) {
    Triple* const was_other = swaps(round) ? &*other : nullptr;
    for (const auto& reference : of_one) expect(reference.get() == was_other, "where the target's references are");
    for (const auto& reference : of_other) expect(reference.get() == &*one, "where those to the new value are");
  }
};

/// All threads read one reference, copy it, and destroy their copies; who is the last gives the memory back.
struct copies_against_death {
  static constexpr bool repeats = false;
  std::unique_ptr<Pair> object;
  weak_ref<Pair> common;
  std::array<weak_ref<Pair>, threads> own;

  void prepare(std::size_t round) {
    object = std::make_unique<Pair>(round);
    common = weak_ref<Pair>(*object);
    own.fill(common);
    if (round % 2 == 0) common.reset();  // then the last of the threads is the last
  }
  void work(std::size_t number, std::size_t round) {
    if (number == 0) {
      object.reset();
      own[0].reset();
      return;
    }
    const std::string text = text_of(round);
    for (int i = 0; i != tries; ++i) {
      const weak_ref<Pair> copy = round % 2 == 0 ? own[number] : common;
      std::optional<weak_ref<Pair>> second = copy;
      expect(*second == copy && copy.identity() == own[number].identity(), "a copy refers to the same object");
      weak_ref<Pair> moved = std::move(*second);
      second.reset();
      const auto guard = moved.lock();
      moved.reset();
      expect(!guard || stays(guard, text), "a copy leads to half of a value");
    }
    own[number].reset();
  }
  void check(std::size_t) { expect(common.expired(), "after death the common reference is dead"); }
};

/// What a callback writes to: memory that goes right after its reference. Not atomic: who runs it twice, or too late,
/// is seen.
struct tally {
  int runs = 0;
  std::size_t steps = 0;

  void run() {
    for (int i = 0; i != 100; ++i) steps = steps * 3 + 1;
    std::this_thread::yield();
    ++runs;
  }
};

/// Callbacks are registered through a reference or under a guard while the object dies. Some references are destroyed
/// again at once, with what the callback uses.
struct registration_against_death {
  static constexpr bool repeats = true;
  std::unique_ptr<Pair> object;
  std::array<weak_ref<Pair>, threads> references;
  struct kept {
    tally counted;
    weak_ref<Pair> reference;
    bool must_run = false;
  };
  std::array<std::vector<std::unique_ptr<kept>>, threads> all;

  void prepare(std::size_t round) {
    object = std::make_unique<Pair>(round);
    references.fill(weak_ref<Pair>(*object));
  }
  void through_reference(std::size_t number) {
    auto one = std::make_unique<kept>();
    one->reference = weak_ref<Pair>(references[number], [to = &one->counted] { to->run(); });
    one->must_run = bool(one->reference.lock());  // it lives when the callback is there
    all[number].push_back(std::move(one));
  }
  void under_guard(std::size_t number) {
    auto one = std::make_unique<kept>();
    {
      const auto guard = references[number].lock();
      if (!guard) return;
      one->reference = weak_ref<Pair>(*guard, [to = &one->counted] { to->run(); });
      one->must_run = bool(one->reference.lock());  // not where the death has begun, and waits for this guard
    }
    all[number].push_back(std::move(one));
  }
  void and_back(std::size_t number, std::size_t turns) {
    const auto counted = std::make_unique<tally>();
    {
      const weak_ref<Pair> with(references[number], [to = counted.get()] { to->run(); });
      pass_time(turns);
    }
    expect(counted->runs <= 1, "a callback that is withdrawn runs twice");
    counted->steps = 0;
  }
  void work(std::size_t number, std::size_t round) {
    if (number == 0) {
      object.reset();
      return;
    }
    for (std::size_t i = 0; i != 4; ++i) {
      const std::size_t turn = (number + round + i) % 3;
      if (turn == 0)
        through_reference(number);
      else if (turn == 1)
        under_guard(number);
      else
        and_back(number, (round + i) % 16);
    }
  }
  void check(std::size_t) {
    for (auto& of_thread : all) {
      for (const auto& one : of_thread) {
        expect(one->counted.runs <= 1, "a callback runs twice");
        expect(one->counted.runs == 1 || !one->must_run, "a callback does not run");
        expect(one->reference.expired(), "after death a reference with a callback is dead");
      }
      of_thread.clear();
    }
  }
};

/// The first callback of an object that dies, which has no list yet: of each two threads one has an object and the
/// other one the callback.
struct first_callback_against_death {
  static constexpr bool repeats = true;
  static constexpr std::size_t pairs = threads / 2;
  std::array<std::unique_ptr<Pair>, pairs> objects;
  std::array<weak_ref<Pair>, pairs> references;
  std::array<weak_ref<Pair>, pairs> with;
  std::array<tally, pairs> tallies;
  std::array<bool, pairs> must_run;  // the last callback of each

  void prepare(std::size_t round) {
    tallies.fill({});
    must_run.fill(false);
    for (std::size_t i = 0; i != pairs; ++i) {
      objects[i] = std::make_unique<Pair>(round);
      references[i] = weak_ref<Pair>(*objects[i]);
    }
  }
  void work(std::size_t number, std::size_t round) {
    const std::size_t pair = number / 2;
    if (number % 2 == 0) {
      pass_time((round + number) % 16);
      objects[pair].reset();
      return;
    }
    if (must_run[pair]) {  // again: the one before goes
      with[pair].reset();
      tallies[pair].steps = 0;
    }
    with[pair] = weak_ref<Pair>(references[pair], [to = &tallies[pair]] { to->run(); });
    must_run[pair] = bool(with[pair].lock());
  }
  void check(std::size_t) {
    for (std::size_t i = 0; i != pairs; ++i) {
      expect(with[i].expired(), "the reference of a first callback is dead");
      expect(tallies[i].runs <= 1 && (tallies[i].runs == 1 || !must_run[i]), "a first callback runs once or never");
    }
  }
};

/// The same while the object moves; it dies when all is quiet.
struct registration_against_move {
  static constexpr bool repeats = false;
  std::unique_ptr<Triple> object;
  std::array<weak_ref<Triple>, threads> references;
  struct kept {
    tally counted;
    weak_ref<Triple> reference;
  };
  std::array<std::vector<std::unique_ptr<kept>>, threads> all;

  void prepare(std::size_t round) {
    object = std::make_unique<Triple>(round);
    references.fill(weak_ref<Triple>(*object));
  }
  void work(std::size_t number, std::size_t round) {
    if (number == 0) {
      for (int i = 0; i != 3; ++i) {
        auto moved = std::make_unique<Triple>(std::move(*object));
        if (i % 2 == 0) {
          object = std::move(moved);
        } else {
          auto target = std::make_unique<Triple>(std::size_t{0});
          const weak_ref<Triple> gone(*target);
          *target = std::move(*moved);
          expect(gone.expired(), "the target of an assignment gives up its references");
          object = std::move(target);
        }
      }
      return;
    }
    const std::string text = text_of(round);
    for (std::size_t i = 0; i != 3; ++i) {
      auto one = std::make_unique<kept>();
      one->reference = weak_ref<Triple>(references[number], [to = &one->counted] { to->run(); });
      {
        const auto guard = one->reference.lock();
        expect(guard && stays(guard, text), "registration against move: half of a value");
      }
      if (i != 1) all[number].push_back(std::move(one));
    }
  }
  void check(std::size_t) {
    for (const auto& of_thread : all)
      for (const auto& one : of_thread) expect(one->reference.get() == object.get(), "a callback's reference follows");
    object.reset();
    for (auto& of_thread : all) {
      for (const auto& one : of_thread) expect(one->counted.runs == 1, "a callback that has moved runs once");
      of_thread.clear();
    }
  }
};

/// All threads refer to one const object for the first time.
struct first_references {
  static constexpr bool repeats = false;
  std::optional<Triple> object;
  std::array<weak_ref<const Triple>, threads> references;

  void prepare(std::size_t round) { object.emplace(round); }
  void work(std::size_t number, std::size_t) {
    const Triple& seen = *object;
    if (number % 2 != 0) {  // some as a base: who moves the whole object must hear of the others all the same
      const weak_ref<const Pair> base(seen);
      expect(base.get() == &seen, "a first reference to a base");
    }
    references[number] = weak_ref<const Triple>(seen);
  }
  void check(std::size_t) {
    expect(slotted::weak_count(*object) == threads, "all first references are counted");
    for (const auto& one : references)
      expect(one == references[0] && one.get() == &*object, "first references are equal");
    const Triple moved = std::move(*object);
    for (const auto& one : references) expect(one.get() == &moved, "first references follow");
    for (auto& one : references) one.reset();
    expect(slotted::weak_count(moved) == 0, "all first references are gone");
    object.reset();
  }
};

/// Each finalizer is called or detached by a thread while the object dies.
struct finalizers_against_death {
  static constexpr bool repeats = false;
  std::unique_ptr<Pair> object;
  std::array<tally, threads> tallies;
  std::array<slotted::finalizer, threads> finalizers;
  std::array<int, threads> expected;

  void prepare(std::size_t round) {
    object = std::make_unique<Pair>(round);
    tallies.fill({});
    expected.fill(1);
    for (std::size_t i = 0; i != threads; ++i)
      finalizers[i] = slotted::finalize(*object, [to = &tallies[i]] { to->run(); });
  }
  void work(std::size_t number, std::size_t round) {
    if (number == 0) {
      object.reset();
      return;
    }
    pass_time(round % 32);
    switch ((number + round) % 3) {
      case 0:
        if (finalizers[number]()) expect(tallies[number].runs == 1, "a finalizer that is called has run");
        break;
      case 1:
        if (finalizers[number].detach()) expected[number] = 0;
        break;
      default:  // it needs no handle
        finalizers[number] = slotted::finalizer();
    }
  }
  void check(std::size_t) {
    for (std::size_t i = 0; i != threads; ++i) {
      expect(tallies[i].runs == expected[i], "a finalizer runs once");
      expect(!finalizers[i].alive() && !finalizers[i](), "a finalizer is over");
    }
  }
};

/// A map that all threads use under a mutex, and objects that die outside of it.
struct map_against_death {
  static constexpr bool repeats = false;
  std::mutex mutex;
  slotted::weak_value_map<std::size_t, Triple> map;
  std::array<std::unique_ptr<Triple>, threads> objects;

  void prepare(std::size_t round) {
    for (std::size_t i = 0; i != threads; ++i) {
      objects[i] = std::make_unique<Triple>(threads * round + i);
      expect(map.try_emplace(i, *objects[i]).second, "the place of a dead object is free");
    }
  }
  void work(std::size_t number, std::size_t round) {
    for (std::size_t i = 0; i != threads; ++i) {
      if (number == i) objects[number].reset();
      const std::size_t key = (number + i) % threads;
      const auto guard = [&] {
        const std::lock_guard locked(mutex);
        return map.lock(key);
      }();
      expect(!guard || stays(guard, text_of(threads * round + key)), "a map leads to half of a value");
      if (i % 4 == 3) {
        const std::lock_guard locked(mutex);
        static_cast<void>(map.size());
        if (round % 2 == 0)
          map.purge();
        else
          map.erase(key);
      }
    }
  }
  void check(std::size_t) { expect(map.empty(), "nothing is left in the map"); }
};

/// A class with a destructor body and a member that is no slot, which lets its references die first.
struct Session : slotted::object<Session, slotted::slots<slotted::slot<"first", std::string>, slotted::weakref_slot>> {
  using object::object;
  explicit Session(std::size_t number) : object(text_of(number)), member(number) {}
  ~Session() {
    expire(*this);
    setattr(*this, "first"_slot, std::string());
    std::this_thread::yield();
  }

  slow_text member;
};
/// One that does not: for watched<>.
struct Unwatched
    : slotted::object<Unwatched, slotted::slots<slotted::slot<"first", std::string>, slotted::weakref_slot>> {
  using object::object;
  explicit Unwatched(std::size_t number) : object(text_of(number)), member(number) {}
  Unwatched(Unwatched&&) = default;
  Unwatched& operator=(Unwatched&&) = default;
  ~Unwatched() {
    setattr(*this, "first"_slot, std::string());
    std::this_thread::yield();
  }

  slow_text member;
};

bool agrees(const Session& object, const std::string& text) {
  return getattr(object, "first"_slot) == text && object.member == text;
}
bool agrees(const Unwatched& object, const std::string& text) {
  return getattr(object, "first"_slot) == text && object.member == text;
}

template <class Class, class Seen>
struct destructor_against_lock {
  static constexpr bool repeats = true;
  std::unique_ptr<Class> object;
  std::array<weak_ref<Seen>, threads> references;

  void prepare(std::size_t round) {
    object = std::make_unique<Class>(round);
    references.fill(weak_ref<Seen>(*object));
  }
  void work(std::size_t number, std::size_t round) {
    if (number == 0) {
      object.reset();
      return;
    }
    const std::string text = text_of(round);
    for (int i = 0; i != tries; ++i) {
      const auto guard = references[number].lock();
      expect(!guard || stays(guard, text), "a lock finds an object whose destructor has begun");
    }
  }
  void check(std::size_t) {
    for (const auto& one : references) expect(one.expired(), "references die first");
  }
};

/// Its members move after its slots.
struct watched_against_move {
  static constexpr bool repeats = true;
  using watched = slotted::watched<Unwatched>;
  std::unique_ptr<watched> object;
  std::array<weak_ref<Unwatched>, threads> references;

  void prepare(std::size_t round) {
    object = std::make_unique<watched>(round);
    references.fill(weak_ref<Unwatched>(*object));
  }
  void work(std::size_t number, std::size_t round) {
    if (number == 0) {
      object = std::make_unique<watched>(std::move(*object));
      watched target(std::size_t{0});
      target = std::move(*object);
      *object = std::move(target);
      return;
    }
    const std::string text = text_of(round);
    for (int i = 0; i != tries; ++i) {
      const auto guard = references[number].lock();
      expect(guard && stays(guard, text), "a watched object moves as a whole");
    }
  }
  void check(std::size_t) {
    for (const auto& one : references) expect(one.get() == object.get(), "references follow a watched object");
  }
};

}  // namespace

// weak_threads [ROUNDS [NAME]]: those whose names hold this text
int main(int count, char** arguments) {
  std::size_t rounds = 3000;
  if (count > 1) {
    const std::string_view text = arguments[1];
    if (std::from_chars(text.data(), text.data() + text.size(), rounds).ec != std::errc{}) return 2;
  }
  const std::string_view only = count > 2 ? arguments[2] : "";
  std::thread([] {}).join();  // from now on there may be others, also for who looks before it is atomic
  play<lock_against_death>("lock against death", only, rounds);
  play<guards_against_death>("guards against death", only, rounds);
  play<lock_against_move>("lock against move", only, rounds);
  play<lock_against_assignment>("lock against assignment", only, rounds);
  play<copies_against_death>("copies against death", only, rounds);
  play<registration_against_death>("registration against death", only, rounds);
  play<first_callback_against_death>("first callback against death", only, rounds);
  play<registration_against_move>("registration against move", only, rounds);
  play<first_references>("first references", only, rounds);
  play<finalizers_against_death>("finalizers against death", only, rounds);
  play<map_against_death>("map against death", only, rounds);
  play<destructor_against_lock<Session, Session>>("expire against lock", only, rounds);
  play<destructor_against_lock<slotted::watched<Unwatched>, Unwatched>>("watched against lock", only, rounds);
  play<watched_against_move>("watched against move", only, rounds);
  return failures == 0 ? 0 : 1;
}
