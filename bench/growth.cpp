// What happens when there are more? From a thousand objects to ten million, and from one slot to 256.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "rivals/numbers.hpp"
#include "rivals/questions.hpp"
#include "rivals/readings.hpp"
#include "support/digest.hpp"
#include "support/heap.hpp"
#include "support/order.hpp"
#include "support/report.hpp"
#include "support/row_of_objects.hpp"

namespace bench {
namespace {

// ---- many objects

template <class Object>
Object make_reading(std::size_t i) {
  const auto ts = static_cast<std::int64_t>(i);
  const double v = static_cast<double>(i) * 0.25;
  if constexpr (requires { typename Object::mapped_type; }) {
    Object map;
    map.emplace("ts", ts);
    map.emplace("quality", std::int64_t{1});
    map.emplace("value", v);
    return map;
  } else {
    return Object{ts, state::good, v};
  }
}

double value_of(const reading& o) { return o.value; }
double value_of(const optional_reading& o) { return o.value.value(); }
template <class Object>
double value_of(const Object& o) {
  if constexpr (requires { typename Object::mapped_type; })
    return as<double>(o.find("value")->second);
  else
    return getattr(o, "value"_slot);
}

template <class Object>
class population {
 public:
  explicit population(std::size_t size) : size_(size) {
    const std::size_t before = heap_in_use();
    objects_ = std::make_unique<row_of_objects<Object>>(size);
    make_all();
    bytes_each_ = static_cast<double>(heap_in_use() - before) / static_cast<double>(size);
  }

  double bytes_each() const { return bytes_each_; }

  void destroy_and_make(benchmark::State& state) {
    for (auto _ : state) {
      objects_->clear();
      make_all();
      benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(size_));
  }
  void read_in_order(benchmark::State& state) {
    for (auto _ : state) {
      std::uint64_t sum = 0;
      for (const Object& o : *objects_) sum += seen_in(value_of(o));
      use(sum);
      benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(size_));
  }
  void read_any(benchmark::State& state) {
    constexpr int times = 10'000;
    endless_order visits(order.next());
    const Object* const all = objects_->begin();
    for (auto _ : state) {
      std::uint64_t sum = 0;
      for (int i = 0; i < times; ++i) sum += seen_in(value_of(all[visits.next() * size_ >> 31]));
      use(sum);
      benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * times);
  }

 private:
  void make_all() {
    for (std::size_t i = 0; i < size_; ++i) objects_->add([&] { return make_reading<Object>(i); });
  }

  std::size_t size_;
  std::unique_ptr<row_of_objects<Object>> objects_;
  double bytes_each_ = 0;
};

template <class... Objects>
void measure_many(report& found, std::size_t size, const std::vector<std::string>& rivals) {
  std::tuple<population<Objects>...> all{population<Objects>(size)...};
  const auto asked = [&](const char* text) {
    return question{"Reading {int64, enum of a byte, double}, n of them", text, "n", size};
  };
  const auto time = [&](const char* text, auto ask) {
    found.time(asked(text), rivals,
               std::apply(
                   [&](auto&... each) {
                     return std::vector<measurement>{[&each, ask](benchmark::State& state) { ask(each, state); }...};
                   },
                   all));
  };
  if (BENCH_HAS_HEAP_IN_USE && found.asks(asked("bytes, with all heap")))
    found.add(asked("bytes, with all heap"), "B", rivals,
              std::apply([](const auto&... each) { return answers{each.bytes_each()...}; }, all));
  time("destroy and make", [](auto& of, benchmark::State& state) { of.destroy_and_make(state); });
  time("read by fixed name, in order", [](auto& of, benchmark::State& state) { of.read_in_order(state); });
  time("read by fixed name, any", [](auto& of, benchmark::State& state) { of.read_any(state); });
}

void measure_many(report& found) {
  const std::size_t most = found.wanted().is_smoke_test ? 1'000 : 10'000'000;
  std::vector<std::string> rivals = names_of(structs_and_slotted<numbers<1>>);
  std::vector<std::string> rivals_and_maps = rivals;
  rivals_and_maps.push_back("std~ variant");
#if defined(BENCH_HAS_ABSL)
  rivals_and_maps.push_back("absl variant");
#endif
  for (std::size_t size = 1'000; size <= most; size *= 10) {
    if (size <= 1'000'000)
      measure_many<reading, optional_reading, FieldReading, SlotReading, std_map_transparent<value>
#if defined(BENCH_HAS_ABSL)
                   ,
                   absl_map<value>
#endif
                   >(found, size, rivals_and_maps);
    else  // the maps alone would take gigabytes
      measure_many<reading, optional_reading, FieldReading, SlotReading>(found, size, rivals);
  }
}

// ---- many slots

template <std::size_t N>
void measure_slots(report& found) {
  const auto rivals = std::tuple_cat(structs_and_slotted<numbers<N>>, std_maps, absl_maps);
  ask_about<numbers<N>>(found, rivals)
      .bytes()
      .time("make and destroy", []<class Q>(Q) { return measurement(&Q::make_and_destroy); })
      .time("get", []<class Q>(Q) { return measurement(&Q::get_named); });
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
  return bench::run("growth", {argv + 1, argv + argc}, [](bench::report& found) {
    using namespace bench;
    measure_many(found);
    measure_slots<1>(found);
    measure_slots<4>(found);
    measure_slots<16>(found);
    measure_slots<64>(found);
    measure_slots<256>(found);
  });
}
