// What does a slotted object cost, beside what else one could write?
//
// A row is a question, a column a rival. The program measures the rivals of a row side by side and prints their ratios;
// on request it writes the table of the README.

#include <algorithm>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "rivals/events.hpp"
#include "rivals/packages.hpp"
#include "rivals/sixteen.hpp"
#include "support/command_line.hpp"
#include "support/heap.hpp"
#include "support/interleaved.hpp"
#include "support/machine.hpp"
#include "support/order.hpp"
#include "support/table.hpp"

namespace bench {
namespace {

// Whatever is read goes in here: cheap, the same in any order, and different as soon as one value is.
struct digest {
  std::uint64_t sum = 0;

  void operator()(std::int64_t number) { sum += static_cast<std::uint64_t>(number); }
  void operator()(double number) { sum += std::bit_cast<std::uint64_t>(number); }
  void operator()(const std::string& text) {
    sum += text.empty() ? 0 : text.size() + static_cast<unsigned char>(text.back());
  }
  void operator()(const leftovers& all) {
    for (const auto& [name, text] : all) (*this)(text);
  }
};

// ---- objects to measure

// Room for objects that are made where they stay: what is measured is never a move.
template <class Object>
class row_of_objects {
 public:
  explicit row_of_objects(std::size_t size) : objects_(allocator_.allocate(size)), size_(size) {}
  row_of_objects(const row_of_objects&) = delete;
  row_of_objects& operator=(const row_of_objects&) = delete;
  ~row_of_objects() {
    clear();
    allocator_.deallocate(objects_, size_);
  }

  template <class Make>
  void add(Make make) {
    ::new (static_cast<void*>(objects_ + used_++)) Object(make());
  }
  void clear() {
    std::destroy_n(objects_, used_);
    used_ = 0;
  }

  Object* begin() { return objects_; }
  Object* end() { return objects_ + used_; }
  std::size_t size() const { return used_; }

 private:
  std::allocator<Object> allocator_;
  Object* objects_;
  std::size_t size_;
  std::size_t used_ = 0;
};

template <class Subject>
const std::vector<typename Subject::source>& sources() {
  static const auto all = Subject::sources();
  return all;
}

template <class Subject, class Rival>
auto make_objects() {
  const auto& all = sources<Subject>();
  auto objects = std::make_unique<row_of_objects<typename Rival::object>>(all.size());
  for (const auto& source : all) objects->add([&] { return Subject::template make<Rival>(source); });
  return objects;
}

// ---- the questions, as one rival answers them

template <class Subject, class Rival>
struct questions {
  using object = typename Rival::object;

  // The objects for all questions of a subject; made when they are first asked for.
  static inline std::unique_ptr<row_of_objects<object>> kept;
  static row_of_objects<object>& objects() {
    if (!kept) kept = make_objects<Subject, Rival>();
    return *kept;
  }

  // So many that what the allocator keeps for later does not count.
  static double heap_bytes_each() {
    constexpr std::size_t enough = 50'000;
    const std::size_t size = sources<Subject>().size();
    std::vector<decltype(make_objects<Subject, Rival>())> rows(std::max<std::size_t>(enough / size, 1));
    const std::size_t before = heap_in_use();
    for (auto& objects : rows) objects = make_objects<Subject, Rival>();
    return static_cast<double>(heap_in_use() - before) / static_cast<double>(rows.size() * size);
  }

  // All objects made and destroyed, a thousand at a time, so that the allocator asks the system for nothing.
  static void make_and_destroy(benchmark::State& state) {
    constexpr std::size_t batch = 1'000;
    const auto& all = sources<Subject>();
    row_of_objects<object> some(batch);
    const auto destroy = [&] {
      benchmark::DoNotOptimize(some.begin());
      benchmark::ClobberMemory();
      some.clear();
    };
    for (auto _ : state) {
      for (const auto& source : all) {
        some.add([&] { return Subject::template make<Rival>(source); });
        if (some.size() == batch) destroy();
      }
      destroy();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.size()));
  }

  // ---- of all objects, one after the other

  template <class F>
  static void for_each_object(benchmark::State& state, F f) {
    auto& all = objects();
    benchmark::DoNotOptimize(all.begin());
    for (auto _ : state) {
      for (auto& each : all) f(each);
      benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.size()));
  }

  static void read_fixed(benchmark::State& state) {
    digest seen;
    for_each_object(state, [&](const object& each) { seen(Subject::get(each)); });
    benchmark::DoNotOptimize(seen.sum);
  }

  static void write_fixed(benchmark::State& state) {
    double next = 0.0;
    for_each_object(state, [&](object& each) { Subject::set(each, next += 1.0); });
  }

  static void read_named(benchmark::State& state) {
    pool<std::string> names(Subject::names);
    digest seen;
    for_each_object(state,
                    [&](const object& each) { Rival::read(each, names.next(), [&](const auto& v) { seen(v); }); });
    benchmark::DoNotOptimize(seen.sum);
  }

  static void write_named(benchmark::State& state) {
    pool<std::pair<std::string, value>> writes(Subject::writes());
    for_each_object(state, [&](object& each) {
      const auto& [name, v] = writes.next();
      Rival::write(each, name, v);
    });
  }

  static void visit(benchmark::State& state) {
    digest seen;
    for_each_object(state, [&](const object& each) {
      Rival::visit(each, [&](std::string_view name, const auto& v) {
        seen.sum += name.size();
        seen(v);
      });
    });
    benchmark::DoNotOptimize(seen.sum);
  }

  // ---- of one object that stays in the cache

  template <class F>
  static void again_and_again(benchmark::State& state, F f) {
    constexpr int times = 1'000;
    object* const one = objects().begin();
    benchmark::DoNotOptimize(one);
    for (auto _ : state) {
      for (int i = 0; i < times; ++i) f(*one);
      benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * times);
  }

  static void get_named(benchmark::State& state) {
    pool<std::string> names(Subject::names);
    digest seen;
    again_and_again(state, [&](const object& one) { seen(Rival::template get<double>(one, names.next())); });
    benchmark::DoNotOptimize(seen.sum);
  }

  static void set_named(benchmark::State& state) {
    pool<std::string> names(Subject::names);
    double next = 0.0;
    again_and_again(state, [&](object& one) { Rival::template set<double>(one, names.next(), next += 1.0); });
  }

  static void get_half_unknown(benchmark::State& state) {
    std::vector<std::string> both(Subject::names.begin(), Subject::names.end());
    both.insert(both.end(), Subject::unknown_names.begin(), Subject::unknown_names.end());
    pool<std::string> names(both);
    digest seen;
    again_and_again(state, [&](const object& one) { seen(Rival::template get_or<double>(one, names.next(), 0.5)); });
    benchmark::DoNotOptimize(seen.sum);
  }

  static void get_resolved(benchmark::State& state) {
    using key = decltype(Subject::template resolve<object>(""));
    std::vector<key> resolved;
    for (const char* const name : Subject::names) resolved.push_back(Subject::template resolve<object>(name));
    pool<key> keys(resolved);
    digest seen;
    again_and_again(state, [&](const object& one) { seen(Subject::get_resolved(one, keys.next())); });
    benchmark::DoNotOptimize(seen.sum);
  }

  // Nothing for a rival that has no such thing.
  static measurement get_resolved_if_any() {
    if constexpr (requires { Subject::template resolve<object>(""); })
      return &get_resolved;
    else
      return {};
  }

  // What there is to see in all objects, by visiting them and by asking for each name: the same for all rivals.
  static std::pair<std::uint64_t, std::uint64_t> seen_in_all() {
    digest visited, asked;
    for (const object& each : objects()) {
      Rival::visit(each, [&](std::string_view, const auto& v) { visited(v); });
      for (const std::string name : Subject::names) Rival::read(each, name, [&](const auto& v) { asked(v); });
    }
    return {visited.sum, asked.sum};
  }
};

// ---- the table

// What f returns for the questions of each rival, in the order of the columns.
template <class Subject, class F>
auto for_each_rival(F f) {
  return [&]<class... Rivals>(std::type_identity<std::tuple<Rivals...>>) {
    return std::vector({f.template operator()<questions<Subject, Rivals>>()...});
  }(std::type_identity<rivals_of<Subject>>{});
}

template <class Subject>
class section {
 public:
  section(std::vector<row>& rows, const options& wanted) : rows_(rows), wanted_(wanted) {
    const auto seen = for_each_rival<Subject>([]<class Q> { return Q::seen_in_all(); });
    for (std::size_t i = 1; i < seen.size(); ++i)
      if (seen[i] != seen[0])
        throw std::logic_error("rival " + std::to_string(i) + " does not hold what the struct holds");
  }
  section(const section&) = delete;
  section& operator=(const section&) = delete;
  ~section() {
    for_each_rival<Subject>([]<class Q> { return Q::kept.reset(), 0; });
  }

  section& bytes() {
    if (BENCH_HAS_HEAP_IN_USE)
      add("bytes, with all heap", "B",
          for_each_rival<Subject>([]<class Q> { return std::optional(Q::heap_bytes_each()); }));
    return *this;
  }

  template <class Pick>
  section& time(const std::string& question, Pick pick) {
    if (!wanted_.asks(question)) return *this;
    const auto rivals = for_each_rival<Subject>([&]<class Q> { return measurement(pick.template operator()<Q>()); });
    add(question, "ns", measure_interleaved(rivals, wanted_.work));
    return *this;
  }

 private:
  void add(const std::string& question, const char* unit, std::vector<std::optional<double>> values) {
    rows_.push_back({Subject::title(), question, unit, std::move(values)});
    print(std::cout, rows_);
  }

  std::vector<row>& rows_;
  const options& wanted_;
};

std::vector<row> measure(const options& wanted) {
  std::vector<row> rows;
  section<events>(rows, wanted)
      .bytes()
      .time("make and destroy", []<class Q> { return &Q::make_and_destroy; })
      .time("read by fixed name", []<class Q> { return &Q::read_fixed; })
      .time("write by fixed name", []<class Q> { return &Q::write_fixed; })
      .time("read by run-time name", []<class Q> { return &Q::read_named; })
      .time("write by run-time name", []<class Q> { return &Q::write_named; })
      .time("visit all", []<class Q> { return &Q::visit; });
  section<sixteen>(rows, wanted)
      .bytes()
      .time("make and destroy", []<class Q> { return &Q::make_and_destroy; })
      .time("get by run-time name", []<class Q> { return &Q::get_named; })
      .time("set by run-time name", []<class Q> { return &Q::set_named; })
      .time("get, half the names unknown", []<class Q> { return &Q::get_half_unknown; })
      .time("get by a name resolved before", []<class Q> { return Q::get_resolved_if_any(); })
      .time("visit all", []<class Q> { return &Q::visit; });
  section<packages>(rows, wanted)
      .bytes()
      .time("make by run-time names, destroy", []<class Q> { return &Q::make_and_destroy; })
      .time("read by fixed name", []<class Q> { return &Q::read_fixed; })
      .time("write by fixed name", []<class Q> { return &Q::write_fixed; })
      .time("read by run-time name", []<class Q> { return &Q::read_named; })
      .time("write by run-time name", []<class Q> { return &Q::write_named; })
      .time("visit all", []<class Q> { return &Q::visit; });
  return rows;
}

constexpr std::string_view usage =
    "usage: objects [--quick] [--only TEXT] [--markdown FILE] [--write-readme FILE]\n"
    "  --quick              shorter repetitions: the ratios are rougher\n"
    "  --only TEXT          only the questions about time that hold TEXT\n"
    "  --markdown FILE      write the table as Markdown\n"
    "  --write-readme FILE  put the table between <!-- bench:begin --> and <!-- bench:end --> in FILE,\n"
    "                       and three numbers between <!-- bench:first:begin --> and <!-- bench:first:end -->\n";

int run(const std::vector<std::string>& words) {
  std::string readme;
  const auto wanted = parse(words, usage, {{"--write-readme", &readme}});
  if (!wanted) return 2;
  std::cout
      << provenance() << "\n"
      << "map: std::unordered_map<std::string, any or variant>, ~ with transparent look-up. For one object or one\n"
      << "access: what the struct takes, then how many times as much the others do, and the best map beside slotted.\n";
  const std::vector<row> rows = measure(*wanted);
  const std::string page = markdown(rows, provenance());
  if (!write_markdown(*wanted, page)) return EXIT_FAILURE;
  if (!readme.empty() && !write_into_page(readme, page, first_numbers(rows))) {
    std::cerr << readme << ": has no marks for the table, or cannot be written\n";
    return EXIT_FAILURE;
  }
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) { return bench::run({argv + 1, argv + argc}); }
