// What do dynamic attributes cost, beside a hash map in each object?
//
// A row is a question, a column a rival. The objects have three numbers that the program knows and k others that come
// with the data: the same names in all objects, as in rows of a table, or varied ones, k of 1,000 in any order.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "rivals/dynamic.hpp"
#include "support/digest.hpp"
#include "support/heap.hpp"
#include "support/order.hpp"
#include "support/report.hpp"

namespace bench {
namespace {

// ---- names

// 1,000 names of 4 to 15 characters, which every std::string here has inside itself. The first is `known_name`.
std::vector<std::string> make_names() {
  constexpr const char* fronts[] = {"", "x", "is_", "max_", "user", "total", "page_"};
  constexpr const char* middles[] = {"size",  "count", "colour", "page",    "time",   "score", "level",
                                     "state", "rank",  "width",  "session", "region", "batch"};
  std::vector<std::string> names{known_name};
  for (int number = 0; names.size() < 1'000; ++number)
    for (const char* const front : fronts)
      for (const char* const middle : middles)
        if (names.size() < 1'000)
          names.push_back(std::string(front) + middle + (number == 0 ? "" : std::to_string(number)));
  return names;
}
const std::vector<std::string>& all_names() {
  static const auto names = make_names();
  return names;
}

using name_list = std::vector<const std::string*>;

name_list shuffled_names() {
  name_list names;
  for (const std::string& name : all_names()) names.push_back(&name);
  for (std::size_t i = names.size(); i > 1; --i) std::swap(names[i - 1], names[order.next() % i]);
  return names;
}

// Which objects there are to be: of each the names that it has, and as many that it has not.
struct plan {
  std::size_t k;
  bool varied;
  std::vector<name_list> has, has_not;  // by object

  plan(std::size_t attributes, bool vary, std::size_t objects) : k(attributes), varied(vary) {
    name_list names = shuffled_names();
    std::iter_swap(names.begin(), std::ranges::find(names, &all_names().front()));
    for (std::size_t i = 0; i < objects; ++i) {
      if (varied) pick(names);
      const auto first = names.begin();
      const auto middle = first + static_cast<std::ptrdiff_t>(k);
      has.emplace_back(first, middle);
      has_not.emplace_back(middle, middle + static_cast<std::ptrdiff_t>(std::max<std::size_t>(k, 1)));
    }
  }

  std::string title() const {
    return varied ? "Varied names: k of 1,000 in each object, in any order" : "Same names: the same k in all objects";
  }

 private:
  // Brings 2k names of any to the front.
  void pick(name_list& names) const {
    for (std::size_t i = 0; i < 2 * k; ++i) std::swap(names[i], names[i + order.next() % (names.size() - i)]);
  }
};

// ---- objects

constexpr std::size_t objects_for_times = 1'024;  // a power of two

template <class Rival>
void fill(typename Rival::object& object, const name_list& names) {
  double v = 0.5;
  for (const std::string* const name : names) Rival::set(object, *name, v += 1.0);
}

template <class Rival>
auto make_objects(const plan& wanted) {
  std::vector<typename Rival::object> objects;
  objects.reserve(wanted.has.size());
  for (const name_list& names : wanted.has) fill<Rival>(objects.emplace_back(typename Rival::object{1, 2, 3.0}), names);
  return objects;
}

template <class Rival>
double heap_bytes_each(const plan& wanted) {
  const std::size_t before = heap_in_use();
  const auto objects = make_objects<Rival>(wanted);
  return static_cast<double>(heap_in_use() - before) / static_cast<double>(objects.size());
}

// ---- the questions, as one rival answers them

template <class Rival>
class questions {
 public:
  using object = typename Rival::object;

  explicit questions(const plan& wanted) : plan_(wanted), objects_(make_objects<Rival>(wanted)) {
    for (std::size_t i = 0; i < objects_.size(); ++i)
      for (std::size_t j = 0; j < plan_.k; ++j) {
        names_.push_back(plan_.has[i][j]);
        mixed_.push_back(plan_.has[i][j]);
        mixed_.push_back(plan_.has_not[i][j]);
      }
  }

  // What there is to see: the same for all rivals.
  std::uint64_t seen() const {
    digest all;
    for (std::size_t i = 0; i < mixed_.size(); ++i)
      all(static_cast<double>(i + 1) * Rival::get_or(objects_[i / (2 * plan_.k)], *mixed_[i], 0.25));
    for (std::size_t i = 0; i < names_.size(); ++i) all(Rival::get(objects_[i / plan_.k], *names_[i]));
    return all.sum;
  }

  void get(benchmark::State& state) {
    again_and_again(state, names_, plan_.k,
                    [](object& o, const std::string& name) { return seen_in(Rival::get(o, name)); });
  }
  void get_or(benchmark::State& state) {
    again_and_again(state, mixed_, 2 * plan_.k,
                    [](object& o, const std::string& name) { return seen_in(Rival::get_or(o, name, 0.25)); });
  }
  void get_known(benchmark::State& state) {
    again_and_again(state, names_, plan_.k, [](object& o, const std::string&) { return seen_in(Rival::get_known(o)); });
  }
  void get_by_key(benchmark::State& state) {
    again_and_again(state, names_, plan_.k,
                    [](object& o, const std::string&) { return seen_in(Rival::get_by_key(o)); });
  }
  void set(benchmark::State& state) {
    again_and_again(state, names_, plan_.k,
                    [v = 0.0](object& o, const std::string& name) mutable { Rival::set(o, name, v += 1.0); });
  }
  // Objects made where they stay, k attributes added, destroyed.
  void build(benchmark::State& state) {
    for (auto _ : state)
      for (const name_list& names : plan_.has) {
        object made{1, 2, 3.0};
        fill<Rival>(made, names);
        benchmark::DoNotOptimize(made);
      }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(plan_.has.size()));
  }

 private:
  // Any object, and any of its names: `each` of them are in the list for each object.
  template <class F>
  void again_and_again(benchmark::State& state, const name_list& names, std::size_t each, F f) {
    constexpr int times = 1'000;
    endless_order visits(order.next());
    object* const objects = objects_.data();
    const std::string* const* const listed = names.data();
    for (auto _ : state) {
      std::uint64_t sum = 0;
      for (int i = 0; i < times; ++i) {
        const std::uint64_t random = visits.next();  // 31 bits: 10 for the object, 21 for the name
        const std::size_t which = random % objects_for_times;
        add_up(sum, f, objects[which], *listed[which * each + ((random >> 10) * each >> 21)]);
      }
      use(sum);
      benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * times);
  }

  const plan& plan_;
  std::vector<object> objects_;
  name_list names_, mixed_;  // `k` and `2k` for each object
};

// ---- what is asked

class program {
 public:
  explicit program(report& found) : found_(found) {}

  void measure() {
    const std::size_t objects_for_bytes = found_.wanted().is_smoke_test ? 1'000 : 100'000;
    for (const bool varied : {false, true})
      for (const std::size_t k : {0u, 1u, 2u, 5u, 10u, 30u}) bytes(plan(k, varied, objects_for_bytes));
    for (const bool varied : {false, true})
      for (const std::size_t k : {1u, 2u, 5u, 10u, 30u}) times(plan(k, varied, objects_for_times));
  }

 private:
  void bytes(const plan& p) {
    const question asked{p.title(), "bytes, with all heap", "k", p.k};
    if (!BENCH_HAS_HEAP_IN_USE || !found_.asks(asked)) return;
    found_.add(asked, "B", rivals_, of_each(dynamic_rivals, [&]<class R>(const named<R>&) -> std::optional<measured> {
                 if (std::is_same_v<R, slotted_by_vars>) return std::nullopt;
                 return heap_bytes_each<R>(p);
               }));
  }

  void times(const plan& p) {
    auto asked =
        std::apply([&]<class... R>(const named<R>&...) { return std::tuple(questions<R>(p)...); }, dynamic_rivals);
    std::apply(
        [](const auto& first, const auto&... others) {
          if (((others.seen() != first.seen()) || ...)) throw std::logic_error("the rivals do not hold the same");
        },
        asked);
    const auto time = [&](const std::string& text, auto ask) {
      found_.time({p.title(), text, "k", p.k}, rivals_,
                  std::apply(
                      [&](auto&... each) {
                        return std::vector<measurement>{[&each, ask](benchmark::State& state) { ask(each, state); }...};
                      },
                      asked));
    };
    time("get", [](auto& of, benchmark::State& state) { of.get(state); });
    if (!p.varied) {
      time("get, name in the source", [](auto& of, benchmark::State& state) { of.get_known(state); });
      time("get, name in a key", [](auto& of, benchmark::State& state) { of.get_by_key(state); });
    }
    time("get or 0.25, half unknown", [](auto& of, benchmark::State& state) { of.get_or(state); });
    time("set", [](auto& of, benchmark::State& state) { of.set(state); });
    time("make, add k, destroy", [](auto& of, benchmark::State& state) { of.build(state); });
  }

  report& found_;
  std::vector<std::string> rivals_ = names_of(dynamic_rivals);
};

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
  return bench::run("dynamic_attributes", {argv + 1, argv + argc},
                    [](bench::report& found) { bench::program(found).measure(); });
}
