// The questions about objects, as one rival answers them. A subject (events.hpp, packages.hpp, numbers.hpp) says what
// the objects hold.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "../support/digest.hpp"
#include "../support/heap.hpp"
#include "../support/order.hpp"
#include "../support/report.hpp"
#include "../support/row_of_objects.hpp"
#include "rivals.hpp"

namespace bench {

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

// f(object) of an f(object, item), with any item of a pool.
template <class T, class F>
struct with_any {
  const pool<T>& items;
  F f;
  endless_order picks{order.next()};

  template <class Object>
  [[gnu::always_inline]] decltype(auto) operator()(Object& o) {
    return f(o, items[picks.next()]);
  }
};

template <class Subject, class Rival>
struct questions {
  using object = typename Rival::object;

  // The objects for all questions of a subject; made when they are first asked for.
  static inline std::unique_ptr<row_of_objects<object>> kept;
  static row_of_objects<object>& objects() {
    if (!kept) kept = make_objects<Subject, Rival>();
    return *kept;
  }

  // So many that what the allocator keeps for later does not count; fewer where each of them is large.
  static double heap_bytes_each() {
    std::size_t enough = 10'000;
    if constexpr (requires { Subject::parameter; }) enough /= Subject::parameter;
    const std::size_t size = sources<Subject>().size();
    std::vector<decltype(make_objects<Subject, Rival>())> rows(std::max<std::size_t>(enough / size, 1));
    const std::size_t before = heap_in_use();
    for (auto& objects : rows) objects = make_objects<Subject, Rival>();
    return static_cast<double>(heap_in_use() - before) / static_cast<double>(rows.size() * size);
  }

  // All objects made and destroyed, a thousand at a time, so that the allocator asks the system for nothing.
  template <class Make>
  static void make_and_destroy_by(benchmark::State& state, Make make) {
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
        some.add([&]() __attribute__((always_inline)) { return make(source); });
        if (some.size() == batch) destroy();
      }
      destroy();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.size()));
  }

  static void make_and_destroy(benchmark::State& state) {
    make_and_destroy_by(
        state, [](const auto& source) __attribute__((always_inline)) { return Subject::template make<Rival>(source); });
  }

  // Empty objects, whose members are then set one by one; nothing for those that want all values at once.
  static measurement make_and_set_if_any() {
    if constexpr (std::is_default_constructible_v<object> && !requires { typename object::mapped_type; })
      return [](benchmark::State& state) {
        make_and_destroy_by(state, [](const auto& source) {
          object made;
          Subject::set_each(made, source);
          return made;
        });
      };
    else
      return {};
  }

  // ---- of all objects, one after the other

  template <class F>
  static void for_each_object(benchmark::State& state, F f) {
    auto& all = objects();
    benchmark::DoNotOptimize(all.begin());
    for (auto _ : state) {
      std::uint64_t sum = 0;
      for (auto& each : all) add_up(sum, f, each);
      use(sum);
      benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.size()));
  }

  // With any of a pool of names, or of whatever else.
  template <class T, class F>
  static void for_each_object(benchmark::State& state, const pool<T>& items, F f) {
    for_each_object(state, with_any<T, F>{items, f});
  }

  // ---- any object, and then any other, in an order that never repeats

  template <class F>
  static void for_any_object(benchmark::State& state, F f) {
    constexpr int times = 10'000;
    endless_order visits(order.next());
    object* const all = objects().begin();
    const std::uint64_t size = objects().size();
    benchmark::DoNotOptimize(all);
    for (auto _ : state) {
      std::uint64_t sum = 0;
      for (int i = 0; i < times; ++i) add_up(sum, f, all[visits.next() * size >> 31]);
      use(sum);
      benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * times);
  }

  template <class T, class F>
  static void for_any_object(benchmark::State& state, const pool<T>& items, F f) {
    for_any_object(state, with_any<T, F>{items, f});
  }

  template <bool AnyOrder, class... A>
  static void visit_objects(benchmark::State& state, const A&... items_and_f) {
    if constexpr (AnyOrder)
      for_any_object(state, items_and_f...);
    else
      for_each_object(state, items_and_f...);
  }

  template <bool AnyOrder = false>
  static void read_fixed(benchmark::State& state) {
    visit_objects<AnyOrder>(state, [](const object& each) { return seen_in(Subject::get(each)); });
  }

  template <bool AnyOrder = false>
  static void write_fixed(benchmark::State& state) {
    visit_objects<AnyOrder>(state, [next = 0.0](object& each) mutable { Subject::set(each, next += 1.0); });
  }

  template <bool AnyOrder = false>
  static void update_fixed(benchmark::State& state) {
    visit_objects<AnyOrder>(state, [](object& each) { Subject::set(each, Subject::get(each) + 1.0); });
  }

  template <bool AnyOrder = false>
  static void read_named(benchmark::State& state) {
    visit_objects<AnyOrder>(state, pool<std::string>(Subject::names), [](const object& each, const std::string& name) {
      digest seen;
      Rival::read(each, name, [&](const auto& v) { seen(v); });
      return seen.sum;
    });
  }

  static void write_named(benchmark::State& state) {
    for_each_object(state, pool<std::pair<std::string, value>>(Subject::writes()),
                    [](object& each, const auto& write) { Rival::write(each, write.first, write.second); });
  }

  template <bool AnyOrder = false>
  static void visit(benchmark::State& state) {
    visit_objects<AnyOrder>(state, [](const object& each) __attribute__((always_inline)) {
      digest seen;
      Rival::visit(each, [&](std::string_view name, const auto& v) {
        seen.sum += name.size();
        seen(v);
      });
      return seen.sum;
    });
  }

  // Names and the bytes of the values, as a writer of records puts them down one behind the other; they fit on a page.
  template <bool AnyOrder = false>
  static void serialise(benchmark::State& state) {
    std::array<char, 4096> page;
    benchmark::DoNotOptimize(page.data());
    visit_objects<AnyOrder>(state, [&](const object& each) __attribute__((always_inline)) {
      char* end = page.data();
      const auto put = [&end](const char* bytes, std::size_t size) __attribute__((always_inline)) {
        std::memcpy(end, bytes, size);
        end += size;
      };
      Rival::visit(each, [&](std::string_view name, const auto& v) __attribute__((always_inline)) {
        put(name.data(), name.size());
        put("=", 1);
        if constexpr (std::is_same_v<decltype(v), const std::string&>)
          put(v.data(), v.size());
        else
          put(reinterpret_cast<const char*>(&v), sizeof v);
      });
      benchmark::DoNotOptimize(end);
      benchmark::ClobberMemory();  // the next one does not write over what nobody has read
    });
  }

  // ---- of one object that stays in the cache, with any of a pool of names

  template <class T, class F>
  static void again_and_again(benchmark::State& state, const pool<T>& items, F f) {
    constexpr int times = 1'000;
    endless_order picks(order.next());
    object* const one = objects().begin();
    benchmark::DoNotOptimize(one);
    for (auto _ : state) {
      std::uint64_t sum = 0;
      for (int i = 0; i < times; ++i) add_up(sum, f, *one, items[picks.next()]);
      use(sum);
      benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * times);
  }

  static void get_named(benchmark::State& state) {
    again_and_again(state, pool<std::string>(Subject::names), [](const object& one, const std::string& name) {
      return seen_in(Rival::template get<double>(one, name));
    });
  }

  static void set_named(benchmark::State& state) {
    again_and_again(state, pool<std::string>(Subject::names),
                    [next = 0.0](object& one, const std::string& name) mutable {
                      Rival::template set<double>(one, name, next += 1.0);
                    });
  }

  static void get_half_unknown(benchmark::State& state) {
    again_and_again(state, pool<std::string>(half_unknown()), [](const object& one, const std::string& name) {
      return seen_in(Rival::template get_or<double>(one, name, 0.5));
    });
  }

  static void find_half_unknown(benchmark::State& state) {
    again_and_again(state, pool<std::string>(half_unknown()), [](const object& one, const std::string& name) {
      const double* const found = Rival::template find<double>(one, name);
      return found != nullptr ? seen_in(*found) : 0;
    });
  }

  static void get_resolved(benchmark::State& state) {
    using key = decltype(Subject::template resolve<object>(""));
    std::vector<key> resolved;
    for (const char* const name : Subject::names) resolved.push_back(Subject::template resolve<object>(name));
    again_and_again(state, pool<key>(resolved),
                    [](const object& one, key k) { return seen_in(Subject::get_resolved(one, k)); });
  }

  // Nothing for a rival that has no such thing.
  static measurement get_resolved_if_any() {
    if constexpr (requires { Subject::template resolve<object>(""); })
      return &get_resolved;
    else
      return {};
  }
  static measurement find_half_unknown_if_any() {
    if constexpr (requires(const object& one, const std::string& name) { Rival::template find<double>(one, name); })
      return &find_half_unknown;
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

 private:
  static std::vector<std::string> half_unknown() {
    std::vector<std::string> both(Subject::names.begin(), Subject::names.end());
    both.insert(both.end(), Subject::unknown_names.begin(), Subject::unknown_names.end());
    return both;
  }
};

// What is asked about one subject, of the rivals given. The objects live as long as the section.
template <class Subject, class... Rivals>
class section {
 public:
  section(report& found, const std::tuple<named<Rivals>...>& rivals) : found_(found), rivals_(names_of(rivals)) {
    const std::vector seen{questions<Subject, Rivals>::seen_in_all()...};
    for (std::size_t i = 1; i < seen.size(); ++i)
      if (seen[i] != seen[0]) throw std::logic_error(rivals_[i] + " does not hold what " + rivals_[0] + " holds");
  }
  section(const section&) = delete;
  section& operator=(const section&) = delete;
  ~section() { (questions<Subject, Rivals>::kept.reset(), ...); }

  section& bytes() {
    const question asked = about("bytes, with all heap");
    if (BENCH_HAS_HEAP_IN_USE && found_.asks(asked))
      found_.add(asked, "B", rivals_, {questions<Subject, Rivals>::heap_bytes_each()...});
    return *this;
  }

  // pick: []<class Q>(Q) { return measurement(&Q::get_named); }, of the questions above.
  template <class Pick>
  section& time(const std::string& text, Pick pick) {
    found_.time(about(text), rivals_, {pick(questions<Subject, Rivals>())...});
    return *this;
  }

 private:
  static question about(const std::string& text) {
    question asked{Subject::title(), text};
    if constexpr (requires { Subject::parameter; }) {
      asked.parameter = "N";
      asked.at = Subject::parameter;
    }
    return asked;
  }

  report& found_;
  std::vector<std::string> rivals_;
};

template <class Subject, class... Rivals>
section<Subject, Rivals...> ask_about(report& found, const std::tuple<named<Rivals>...>& rivals) {
  return {found, rivals};
}
template <class Subject>
auto ask_about(report& found) {
  return ask_about<Subject>(found, rivals_of<Subject>);
}

}  // namespace bench
