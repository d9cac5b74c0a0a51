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
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#if __has_include(<sys/single_threaded.h>)
#include <sys/single_threaded.h>
#endif

#include <benchmark/benchmark.h>

#include <slotted/slotted.hpp>

#include "support/columns.hpp"
#include "support/command_line.hpp"
#include "support/heap.hpp"
#include "support/interleaved.hpp"
#include "support/machine.hpp"
#include "support/order.hpp"

namespace bench {
namespace {

namespace sl = slotted;
using namespace slotted::literals;

// ---- the rivals. Each makes an object with its owner, and references to it, in the way of its kind:
//
//   make(n)        an owner of a new object
//   refer(o)       a reference to an owner's object
//   get(r)         the object's number if it is alive, by the shortest way there is
//   lock(r)        the same while it is kept from dying
//   expired(r)     whether it is dead
//   end(o, r)      the object dies, and the reference knows
//   watch(o, f)    a reference with a callback

struct Unsynchronized
    : sl::object<Unsynchronized, sl::slots<sl::field<"number", std::int64_t>, sl::field<"weight", double>,
                                           sl::unsynchronized_weakref_slot>> {
  using object::object;
};
struct Synchronized
    : sl::object<Synchronized,
                 sl::slots<sl::field<"number", std::int64_t>, sl::field<"weight", double>, sl::weakref_slot>> {
  using object::object;
};
struct Plain {
  std::int64_t number;
  double weight;
};

template <class T>
struct slotted_references {
  using object = T;
  using owner = std::unique_ptr<T>;
  using reference = sl::weak_ref<T>;
  static constexpr bool knows_death = true;
  static constexpr bool has_callbacks = true;
  static constexpr bool follows_moves = true;

  static object make_object(std::int64_t number) { return object(number, 0.5); }
  static owner make(std::int64_t number) { return std::make_unique<T>(number, 0.5); }
  static reference refer(const owner& o) { return reference(*o); }
  static std::int64_t get(const reference& r) {
    const T* const found = r.get();
    return found != nullptr ? getattr(*found, "number"_slot) : 0;
  }
  static std::int64_t lock(const reference& r) {
    const auto guard = r.lock();
    return guard ? getattr(*guard, "number"_slot) : 0;
  }
  static bool expired(const reference& r) { return r.expired(); }
  static void end(owner& o, reference&) { o.reset(); }
  template <class F>
  static reference watch(const owner& o, F callback) {
    return reference(*o, callback);
  }
};

template <bool TogetherWithCounts>
struct shared_pointers {
  using object = Plain;
  using owner = std::shared_ptr<Plain>;
  using reference = std::weak_ptr<Plain>;
  static constexpr bool knows_death = true;
  static constexpr bool has_callbacks = false;
  static constexpr bool follows_moves = false;

  static owner make(std::int64_t number) {
    if constexpr (TogetherWithCounts)
      return std::make_shared<Plain>(Plain{number, 0.5});
    else
      return owner(new Plain{number, 0.5});
  }
  static reference refer(const owner& o) { return o; }
  static std::int64_t get(const reference& r) { return lock(r); }
  static std::int64_t lock(const reference& r) {
    const auto guard = r.lock();
    return guard ? guard->number : 0;
  }
  static bool expired(const reference& r) { return r.expired(); }
  static void end(owner& o, reference&) { o.reset(); }
};

struct raw_pointers {
  using object = Plain;
  using owner = std::unique_ptr<Plain>;
  using reference = Plain*;
  static constexpr bool knows_death = false;
  static constexpr bool has_callbacks = false;
  static constexpr bool follows_moves = false;

  static object make_object(std::int64_t number) { return {number, 0.5}; }
  static owner make(std::int64_t number) { return owner(new Plain{number, 0.5}); }
  static reference refer(const owner& o) { return o.get(); }
  static std::int64_t get(const reference& r) { return r != nullptr ? r->number : 0; }
  static std::int64_t lock(const reference& r) { return get(r); }
  static bool expired(const reference& r) { return r == nullptr; }
  static void end(owner& o, reference& r) {
    o.reset();
    r = nullptr;
  }
};

// As little as can be: the object counts its references in a block that is kept for the next one. No threads, no
// callbacks, no moves, no word of a mistake. It says how near slotted is to what this machine can do.
struct bare_block {
  struct object;
  object* target;
  std::uint32_t pins, references;
  bare_block* next;

  inline static thread_local bare_block* kept = nullptr;
  static bare_block* make(object* target) {
    bare_block* const made = kept != nullptr ? std::exchange(kept, kept->next) : new bare_block;
    *made = {target, 0, 1, nullptr};
    return made;
  }
  void release() {
    if (--references == 0) next = std::exchange(kept, this);
  }
};
struct bare_block::object {
  std::int64_t number;
  double weight;
  bare_block* block = nullptr;

  explicit object(std::int64_t n) : number(n), weight(0.5) {}
  object(object&& other) noexcept
      : number(other.number), weight(other.weight), block(std::exchange(other.block, nullptr)) {
    if (block != nullptr) block->target = this;
  }
  object& operator=(object&&) = delete;
  ~object() {
    if (block == nullptr) return;
    block->target = nullptr;
    block->release();
  }
};
class bare_reference {
 public:
  bare_reference() = default;
  explicit bare_reference(bare_block::object& o) {
    if (o.block == nullptr) o.block = bare_block::make(&o);
    block_ = o.block;
    ++block_->references;
  }
  bare_reference(const bare_reference& other) : block_(other.block_) { ++block_->references; }
  bare_reference(bare_reference&& other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
  bare_reference& operator=(bare_reference other) noexcept {
    std::swap(block_, other.block_);
    return *this;
  }
  ~bare_reference() {
    if (block_ != nullptr) block_->release();
  }
  bare_block& block() const { return *block_; }

 private:
  bare_block* block_ = nullptr;
};

struct bare_blocks {
  using object = bare_block::object;
  using owner = std::unique_ptr<object>;
  using reference = bare_reference;
  static constexpr bool knows_death = true;
  static constexpr bool has_callbacks = false;
  static constexpr bool follows_moves = true;

  static object make_object(std::int64_t number) { return object(number); }
  static owner make(std::int64_t number) { return std::make_unique<object>(number); }
  static reference refer(const owner& o) { return reference(*o); }
  static std::int64_t get(const reference& r) {
    const object* const found = r.block().target;
    return found != nullptr ? found->number : 0;
  }
  static std::int64_t lock(const reference& r) {
    bare_block& block = r.block();
    if (block.target == nullptr) return 0;
    ++block.pins;
    benchmark::DoNotOptimize(block.pins);  // what is done meanwhile may look at it
    const std::int64_t number = block.target->number;
    --block.pins;
    return number;
  }
  static bool expired(const reference& r) { return r.block().target == nullptr; }
  static void end(owner& o, reference&) { o.reset(); }
};

template <class Rival>
struct named_rival {
  const char* first_line;
  const char* second_line;
};

namespace rival {
enum : std::size_t { unsynchronized, synchronized, make_shared, new_shared, plain, bare };
}
constexpr auto rivals = std::tuple(
    named_rival<slotted_references<Unsynchronized>>{"slotted,", "unsync."},
    named_rival<slotted_references<Synchronized>>{"slotted,", "sync."},
    named_rival<shared_pointers<true>>{"make_", "shared"}, named_rival<shared_pointers<false>>{"shared_", "ptr(new)"},
    named_rival<raw_pointers>{"unique_", "ptr, raw"}, named_rival<bare_blocks>{"bare", "block"});

// What f returns for each rival, in the order of the columns.
template <class F>
auto for_each_rival(F f) {
  return std::apply([&](const auto&... named) { return std::vector({f(named)...}); }, rivals);
}

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
    benchmark::DoNotOptimize(sum);
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
    benchmark::DoNotOptimize(sum);
    count_items(state, passes * objects_for_times);
  }

  std::vector<owner> owners_, half_;
  std::vector<reference> references_, half_dead_;
};

// ---- what was to be reached

struct target {
  std::size_t ours;
  std::string_view question;
  double most;  // times
  std::size_t rival;
  std::string_view rivals_question;
};

constexpr target targets[] = {
    {rival::unsynchronized, "get, in order", 1.25, rival::plain, "get, in order"},
    {rival::synchronized, "get, in order", 1.3, rival::plain, "get, in order"},
    {rival::unsynchronized, "lock, in order", 1.0, rival::unsynchronized, "get, in order"},
    {rival::synchronized, "lock, in order", 1.0, rival::make_shared, "lock, in order"},
    {rival::synchronized, "lock, any", 1.0, rival::make_shared, "lock, any"},
    {rival::unsynchronized, "life, 0 references", 1.03, rival::plain, "life, 0 references"},
    {rival::synchronized, "life, 0 references", 1.03, rival::plain, "life, 0 references"},
    {rival::unsynchronized, "life, 1 reference", 1.15, rival::plain, "life, 1 reference"},
    {rival::unsynchronized, "life, 8 references", 1.6, rival::plain, "life, 8 references"},
    {rival::synchronized, "life, 1 reference", 1.0, rival::make_shared, "life, 1 reference"},
    {rival::synchronized, "life, 8 references", 1.0, rival::make_shared, "life, 8 references"},
};

// ---- the table

std::vector<heading> headings() {
  return for_each_rival([](const auto& named) { return heading{named.first_line, named.second_line}; });
}

class program {
 public:
  explicit program(const options& wanted) : wanted_(wanted) {}

  void measure() {
    bytes();
    times();
  }
  std::string markdown() const { return table_.markdown(); }

  // Of what was measured.
  std::string verdicts() const {
    std::ostringstream out;
    for (const target& one : targets) {
      const auto measured = value(one.question, one.ours);
      const auto beside = value(one.rivals_question, one.rival);
      if (!measured || !beside) continue;
      const double times = *measured / *beside;
      out << "* " << one.question << ", " << name(one.ours) << ": " << three_digits(times) << "x of "
          << (one.rivals_question == one.question ? "" : std::string(one.rivals_question) + ", ") << name(one.rival)
          << "; at most " << three_digits(one.most) << "x: " << (times < one.most + 0.005 ? "met" : "MISSED");
      if (const auto bare = value(one.question, rival::bare); bare && one.ours == rival::unsynchronized)
        out << "; bare block: " << three_digits(*bare / *beside) << "x";
      out << "\n";
    }
    return out.str();
  }

 private:
  static std::string name(std::size_t rival) {
    const heading both = headings()[rival];
    return both.first + (both.first.ends_with('_') ? "" : " ") + both.second;
  }
  std::optional<double> value(std::string_view question, std::size_t rival) const {
    const auto found = std::ranges::find(rows_, question, &row::question);
    return found == rows_.end() ? std::nullopt : found->values[rival];
  }
  void add(row measured) {
    rows_.push_back(measured);
    table_.add(std::cout, std::move(measured));
  }

  void bytes() {
    const auto size = [&](const std::string& question, auto of) {
      if (wanted_.asks(question)) add({"Bytes", question, "B", for_each_rival(of)});
    };
    size("bytes, object",
         []<class R>(const named_rival<R>&) { return std::optional<double>(sizeof(typename R::object)); });
    size("bytes, owner",
         []<class R>(const named_rival<R>&) { return std::optional<double>(sizeof(typename R::owner)); });
    size("bytes, reference",
         []<class R>(const named_rival<R>&) { return std::optional<double>(sizeof(typename R::reference)); });
    if (!BENCH_HAS_HEAP_IN_USE) return;
    const std::size_t objects = wanted_.is_smoke_test ? 1'000 : 100'000;
    for (const std::size_t k : {0u, 1u, 8u})
      size("bytes, all heap, " + std::to_string(k) + (k == 1 ? " reference" : " references"),
           [&]<class R>(const named_rival<R>&) {
             return std::is_same_v<R, bare_blocks>  // which keeps blocks without end
                        ? std::nullopt
                        : std::optional(heap_bytes_each<R>(k, objects));
           });
  }

  void times() {
    auto asked = std::apply([]<class... R>(const named_rival<R>&...) { return std::tuple(questions<R>()...); }, rivals);
    std::apply(
        [](const auto& first, const auto&... others) {
          if (((others.seen() != first.seen()) || ...)) throw std::logic_error("the rivals do not hold the same");
        },
        asked);
    const auto time = [&](const char* subject, const std::string& question, auto ask) {
      if (!wanted_.asks(question)) return;
      const auto measurements = std::apply(
          [&](auto&... each) {
            return std::vector<measurement>{[&each, ask](benchmark::State& state) { ask(each, state); }...};
          },
          asked);
      add({subject, question, "ns", measure_interleaved(measurements, wanted_.work)});
    };
    // For some rivals only.
    const auto time_where = [&](const char* subject, const std::string& question, auto takes_part, auto ask) {
      if (!wanted_.asks(question)) return;
      const auto one = [&]<class R>(questions<R>& each) -> measurement {
        if constexpr (takes_part(static_cast<R*>(nullptr)))
          return [&each, ask](benchmark::State& state) { ask(each, state); };
        else
          return {};
      };
      const auto measurements =
          std::apply([&](auto&... each) { return std::vector<measurement>{one(each)...}; }, asked);
      add({subject, question, "ns", measure_interleaved(measurements, wanted_.work)});
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

  const options& wanted_;
  ratio_table table_{headings()};
  std::vector<row> rows_;
};

constexpr std::string_view usage =
    "usage: weak_references [--single-threaded] [--quick] [--only TEXT] [--markdown FILE]\n"
    "  --single-threaded  in a process that has never started a thread\n"
    "  --quick            shorter repetitions: the ratios are rougher\n"
    "  --only TEXT        only the questions that hold TEXT, as \"get, in order\"\n"
    "  --markdown FILE    write the table as Markdown\n";

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

int run(std::vector<std::string> words) {
  const bool single = std::erase(words, "--single-threaded") != 0;
  const auto wanted = parse(words, usage);
  if (!wanted) return 2;
  if (!single) std::thread([] {}).join();
  expect_threads(single);
  const std::string process =
      single ? "a process that has never started a thread" : "a process that has started a thread";
  std::cout << provenance() << "; " << process << "\n"
            << "For one object or one reference: what slotted takes, unsynchronized, then how many times as much the\n"
            << "others do. weak_ptr has no way to get but lock.\n";
  program measured(*wanted);
  measured.measure();
  expect_threads(single);
  std::cout << "\nTargets\n\n" << measured.verdicts();
  const std::string page = measured.markdown() + "\n" + measured.verdicts() +
                           "\nMeasured by `bench/weak_references.cpp` on " + provenance() + ", in " + process + ".\n";
  return write_markdown(*wanted, page) ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) { return bench::run({argv + 1, argv + argc}); }
