// What do weak references cost, beside std::weak_ptr, which needs shared ownership, and raw pointers, which do not know
// when their object is dead?
//
// A row is a question, a column a rival. The objects have 16 bytes of their own and live on the heap: those of slotted
// and the plain ones in a std::unique_ptr, the others in a std::shared_ptr. In a process that has never started a
// thread libstdc++ leaves out atomic operations, and so does slotted; so a thread has been here, but with
// --single-threaded.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#if __has_include(<sys/single_threaded.h>)
#include <sys/single_threaded.h>
#endif

#include <benchmark/benchmark.h>

#include "rivals/references.hpp"
#include "support/digest.hpp"
#include "support/heap.hpp"
#include "support/order.hpp"
#include "support/report.hpp"

namespace bench {
namespace {

// ---- the questions, as one rival answers them

constexpr std::size_t objects_for_times =
    256;                   // a power of two; all rivals have them in the cache next to the processor
constexpr int passes = 4;  // over all objects, for each step of the benchmark

void count_items(benchmark::State& state, std::size_t each) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(each));
}

// All heap that an object takes, with its owner and k references, which stand in two vectors.
template <class Rival>
double heap_bytes_each(std::size_t k, std::size_t objects) {
  const std::size_t before = heap_in_use();
  std::vector<typename Rival::owner> owners;
  std::vector<typename Rival::reference> references;
  owners.reserve(objects);
  references.reserve(k * objects);
  for (std::size_t i = 0; i < objects; ++i) {
    owners.push_back(Rival::make(1));
    for (std::size_t j = 0; j < k; ++j) references.push_back(Rival::refer(owners.back()));
  }
  return static_cast<double>(heap_in_use() - before) / static_cast<double>(objects);
}

// Objects with a reference to each.
template <class Rival>
class questions {
  using owner = typename Rival::owner;
  using reference = typename Rival::reference;

 public:
  questions() {
    fill(owners_, references_);
    fill(half_, half_dead_);
    std::vector<std::size_t> dying(objects_for_times);
    for (std::size_t i = 0; i < dying.size(); ++i) dying[i] = i;
    for (std::size_t i = dying.size(); i > 1; --i) std::swap(dying[i - 1], dying[order.next() % i]);
    for (std::size_t i = 0; i < dying.size() / 2; ++i) Rival::end(half_[dying[i]], half_dead_[dying[i]]);
  }

  // What there is to see: the same for all rivals.
  std::int64_t seen() const {
    std::int64_t sum = 0;
    for (const reference& r : references_) sum = 3 * sum + Rival::get(r) + Rival::lock(r);
    return 2 * sum + std::ranges::count_if(half_dead_, Rival::expired);
  }

  void get_in_order(benchmark::State& state) { in_order(state, references_, Rival::get); }
  void get_any(benchmark::State& state) { any(state, references_, Rival::get); }
  void lock_in_order(benchmark::State& state) { in_order(state, references_, Rival::lock); }
  void lock_any(benchmark::State& state) { any(state, references_, Rival::lock); }
  void lock_half_dead(benchmark::State& state) { any(state, half_dead_, Rival::lock); }
  void expired_any(benchmark::State& state) { any(state, half_dead_, Rival::expired); }

  void copy(benchmark::State& state) {
    any(state, references_, [](const reference& r) {
      reference another(r);
      benchmark::DoNotOptimize(another);
      return 0;
    });
  }
  void refer_again(benchmark::State& state) {
    any(state, owners_, [](const owner& o) {
      reference another(Rival::refer(o));
      benchmark::DoNotOptimize(another);
      return 0;
    });
  }
  // The clock stands while the objects are made and while they die. More of them than a thread keeps blocks for.
  void first(benchmark::State& state) {
    constexpr std::size_t count = 1'024;
    std::vector<owner> owners(count);
    for (auto _ : state) {
      state.PauseTiming();
      for (owner& o : owners) o = Rival::make(1);
      state.ResumeTiming();
      for (const owner& o : owners) {
        reference made(Rival::refer(o));
        benchmark::DoNotOptimize(made);
      }
    }
    count_items(state, count);
  }

  // A new object, K references, the object dies, the references go. What has none does without.
  template <std::size_t K>
  void life(benchmark::State& state) {
    for (auto _ : state)
      for (std::size_t i = 0; i < objects_for_times; ++i) {
        owner made = Rival::make(static_cast<std::int64_t>(i));
        benchmark::DoNotOptimize(made);
        if constexpr (K > 0 && Rival::knows_death) {
          auto to_it = refer_times(made, std::make_index_sequence<K>{});
          benchmark::DoNotOptimize(to_it);
          made.reset();
        }
      }
    count_items(state, objects_for_times);
  }
  // The same where the object takes the place of any of many, which dies first.
  template <std::size_t K>
  void life_among_others(benchmark::State& state) {
    struct entry {
      owner made;
      std::array<reference, Rival::knows_death ? K : 0> to_it;
    };
    std::vector<entry> entries(objects_for_times);
    endless_order visits(order.next());
    for (auto _ : state)
      for (std::size_t i = 0; i < objects_for_times; ++i) {
        entry& one = entries[visits.next() % objects_for_times];
        one.made.reset();
        for (reference& r : one.to_it) r = reference();
        one.made = Rival::make(static_cast<std::int64_t>(i));
        for (reference& r : one.to_it) r = Rival::refer(one.made);
      }
    count_items(state, objects_for_times);
  }
  template <std::size_t K>
  void life_with_callbacks(benchmark::State& state) {
    std::int64_t called = 0;
    for (auto _ : state)
      for (std::size_t i = 0; i < objects_for_times; ++i) {
        owner made = Rival::make(static_cast<std::int64_t>(i));
        benchmark::DoNotOptimize(made);
        if constexpr (Rival::has_callbacks) {
          auto to_it = watch_times(made, [&called] { ++called; }, std::make_index_sequence<K>{});
          benchmark::DoNotOptimize(to_it);
          made.reset();
        }
      }
    if (Rival::has_callbacks && called != state.iterations() * static_cast<std::int64_t>(K * objects_for_times))
      throw std::logic_error("a callback was not called");
    count_items(state, objects_for_times);
  }

  // To another place, as in a vector that grows: a new object is made of the old one, which then dies.
  template <bool IsReferred>
  void move(benchmark::State& state) {
    using object = typename Rival::object;
    union place {
      place() {}
      ~place() {}
      object here;
    };
    std::vector<place> from(objects_for_times), to(objects_for_times);
    std::vector<reference> to_them;
    for (place& p : from) {
      std::construct_at(&p.here, Rival::make_object(1));
      if constexpr (IsReferred && Rival::follows_moves) to_them.push_back(reference(p.here));
    }
    for (auto _ : state) {
      for (std::size_t i = 0; i < objects_for_times; ++i) {
        std::construct_at(&to[i].here, std::move(from[i].here));
        std::destroy_at(&from[i].here);
      }
      std::swap(from, to);
      benchmark::ClobberMemory();
    }
    for (std::size_t i = 0; i < to_them.size(); ++i)
      if (Rival::expired(to_them[i])) throw std::logic_error("a reference did not follow");
    for (place& p : from) std::destroy_at(&p.here);
    count_items(state, objects_for_times);
  }

 private:
  template <std::size_t... I>
  static std::array<reference, sizeof...(I)> refer_times(const owner& o, std::index_sequence<I...>) {
    return {(static_cast<void>(I), Rival::refer(o))...};
  }
  template <class F, std::size_t... I>
  static std::array<reference, sizeof...(I)> watch_times(const owner& o, F callback, std::index_sequence<I...>) {
    return {(static_cast<void>(I), Rival::watch(o, callback))...};
  }

  static void fill(std::vector<owner>& owners, std::vector<reference>& references) {
    for (std::size_t i = 0; i < objects_for_times; ++i) {
      owners.push_back(Rival::make(static_cast<std::int64_t>(i)));
      references.push_back(Rival::refer(owners.back()));
    }
  }

  // Nothing but the access: no order is made, and no branch is ever taken another way.
  template <class T, class F>
  static void in_order(benchmark::State& state, const std::vector<T>& visited, F f) {
    std::int64_t sum = 0;
    for (auto _ : state)
      for (int i = 0; i < passes; ++i) {
        for (const T& one : visited) sum += f(one);
        benchmark::ClobberMemory();
      }
    use(sum);
    count_items(state, passes * visited.size());
  }
  template <class T, class F>
  static void any(benchmark::State& state, const std::vector<T>& visited, F f) {
    std::int64_t sum = 0;
    endless_order visits(order.next());
    const T* const all = visited.data();
    for (auto _ : state) {
      for (std::size_t i = 0; i < passes * objects_for_times; ++i) sum += f(all[visits.next() % objects_for_times]);
      benchmark::ClobberMemory();
    }
    use(sum);
    count_items(state, passes * objects_for_times);
  }

  std::vector<owner> owners_, half_;
  std::vector<reference> references_, half_dead_;
};

// ---- what is asked

class program {
 public:
  explicit program(report& found) : found_(found) {}

  void measure() {
    bytes();
    times();
  }

 private:
  void bytes() {
    const auto size = [&](const std::string& text, auto of) {
      const question asked{"Bytes", text};
      if (found_.asks(asked)) found_.add(asked, "B", rivals_, of_each(reference_rivals, of));
    };
    size("bytes, object", []<class R>(const named<R>&) -> std::optional<measured> {
      return static_cast<double>(sizeof(typename R::object));
    });
    size("bytes, owner", []<class R>(const named<R>&) -> std::optional<measured> {
      return static_cast<double>(sizeof(typename R::owner));
    });
    size("bytes, reference", []<class R>(const named<R>&) -> std::optional<measured> {
      return static_cast<double>(sizeof(typename R::reference));
    });
    if (!BENCH_HAS_HEAP_IN_USE) return;
    const std::size_t objects = found_.wanted().objects(100'000);
    for (const std::size_t k : {0u, 1u, 8u})
      size("bytes, all heap, " + std::to_string(k) + (k == 1 ? " reference" : " references"),
           [&]<class R>(const named<R>&) -> std::optional<measured> {
             if (std::is_same_v<R, bare_blocks>) return std::nullopt;  // which keeps blocks without end
             return heap_bytes_each<R>(k, objects);
           });
  }

  void times() {
    auto asked =
        std::apply([]<class... R>(const named<R>&...) { return std::tuple(questions<R>()...); }, reference_rivals);
    std::apply(
        [](const auto& first, const auto&... others) {
          if (((others.seen() != first.seen()) || ...)) throw std::logic_error("the rivals do not hold the same");
        },
        asked);
    // For some rivals only.
    const auto time_where = [&](const char* subject, const std::string& text, auto takes_part, auto ask) {
      const auto one = [&]<class R>(questions<R>& each) -> measurement {
        if constexpr (takes_part(static_cast<R*>(nullptr)))
          return [&each, ask](benchmark::State& state) { ask(each, state); };
        else
          return {};
      };
      found_.time({subject, text}, rivals_,
                  std::apply([&](auto&... each) { return std::vector<measurement>{one(each)...}; }, asked));
    };
    const auto time = [&](const char* subject, const std::string& text, auto ask) {
      time_where(subject, text, []<class R>(R*) { return true; }, ask);
    };

    const char* const use = "Use of a reference";
    time(use, "get, in order", [](auto& of, benchmark::State& state) { of.get_in_order(state); });
    time(use, "get, any", [](auto& of, benchmark::State& state) { of.get_any(state); });
    time(use, "lock, in order", [](auto& of, benchmark::State& state) { of.lock_in_order(state); });
    time(use, "lock, any", [](auto& of, benchmark::State& state) { of.lock_any(state); });
    time(use, "lock, half dead", [](auto& of, benchmark::State& state) { of.lock_half_dead(state); });
    time(use, "expired, half dead", [](auto& of, benchmark::State& state) { of.expired_any(state); });

    const char* const make = "Making references";
    time(make, "first, of 1,024 new objects", [](auto& of, benchmark::State& state) { of.first(state); });
    time(make, "further, from the owner, drop", [](auto& of, benchmark::State& state) { of.refer_again(state); });
    time(make, "further, a copy, drop", [](auto& of, benchmark::State& state) { of.copy(state); });

    const char* const life = "Life of an object; unique_ptr without references";
    time(life, "life, 0 references", [](auto& of, benchmark::State& state) { of.template life<0>(state); });
    time(life, "life, 1 reference", [](auto& of, benchmark::State& state) { of.template life<1>(state); });
    time(life, "life, 8 references", [](auto& of, benchmark::State& state) { of.template life<8>(state); });
    time(life, "among 256, 0 references",
         [](auto& of, benchmark::State& state) { of.template life_among_others<0>(state); });
    time(life, "among 256, 1 reference",
         [](auto& of, benchmark::State& state) { of.template life_among_others<1>(state); });
    time(life, "among 256, 8 references",
         [](auto& of, benchmark::State& state) { of.template life_among_others<8>(state); });
    const auto with_callbacks = []<class R>(R*) { return R::has_callbacks || !R::knows_death; };
    time_where(life, "life, 1 callback", with_callbacks,
               [](auto& of, benchmark::State& state) { of.template life_with_callbacks<1>(state); });
    time_where(life, "life, 8 callbacks", with_callbacks,
               [](auto& of, benchmark::State& state) { of.template life_with_callbacks<8>(state); });

    const char* const move = "Move of an object to another place; plain struct without references";
    const auto moves = []<class R>(R*) { return R::follows_moves || !R::knows_death; };
    time_where(move, "move, 0 references", moves,
               [](auto& of, benchmark::State& state) { of.template move<false>(state); });
    time_where(move, "move, 1 reference", moves,
               [](auto& of, benchmark::State& state) { of.template move<true>(state); });
  }

  report& found_;
  std::vector<std::string> rivals_ = names_of(reference_rivals);
};

// Nothing where the C library does not say.
std::optional<bool> is_single_threaded() {
#if __has_include(<sys/single_threaded.h>)
  return __libc_single_threaded != 0;
#else
  return std::nullopt;
#endif
}
void expect_threads(bool single) {
  if (is_single_threaded().value_or(single) != single)
    throw std::logic_error("the process is not as single-threaded as it was to be");
}

int run_program(std::vector<std::string> words) {
  const bool single = std::erase(words, "--single-threaded") != 0;
  if (!single) std::thread([] {}).join();
  expect_threads(single);
  return run(single ? "weak_references_single_threaded" : "weak_references", words, [&](report& found) {
    program(found).measure();
    expect_threads(single);
  });
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) { return bench::run_program({argv + 1, argv + argc}); }
