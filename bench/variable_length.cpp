// What does an object of variable length cost, beside the two allocations that one writes otherwise, and beside the
// same in one allocation, written by hand?

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "rivals/variable_length.hpp"
#include "support/digest.hpp"
#include "support/heap.hpp"
#include "support/order.hpp"
#include "support/report.hpp"

namespace bench {
namespace {

// ---- the questions, as one rival answers them

constexpr std::size_t objects_for_times = 256;  // a power of two; all rivals have them in the nearest cache
using child_numbers = std::index_sequence<0, 1, 2, 4, 8>;
using text_lengths = std::index_sequence<0, 5, 15, 30, 100>;
constexpr std::string_view characters =
    "Every object whose length is known when it is made may have its items behind it, where they are near.";
static_assert(characters.size() >= 100);

// f of each number, as a type.
template <std::size_t... Numbers, class F>
void for_each_number(std::index_sequence<Numbers...>, F f) {
  (f(std::integral_constant<std::size_t, Numbers>()), ...);
}

void count_items(benchmark::State& state, std::size_t each) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(each));
}

// All heap that an object takes, without its owner.
template <class Owner, class Make>
double heap_bytes_each(std::size_t objects, Make make) {
  std::vector<Owner> owners(objects);
  const std::size_t before = heap_in_use();
  for (Owner& owner : owners) owner = make();
  return static_cast<double>(heap_in_use() - before) / static_cast<double>(objects);
}

template <class Rival>
class questions {
  using tree_owner = typename Rival::tree_owner;
  using text_owner = typename Rival::text_owner;

 public:
  explicit questions(std::size_t large_levels) : small_(grow(5)), large_levels_(large_levels) {
    for (std::size_t i = 0; i < objects_for_times; ++i)
      texts_.push_back(Rival::make_text(static_cast<std::uint32_t>(i), characters.substr(i % 64, i % 37)));
  }

  // What there is to see: the same for all rivals.
  std::uint64_t seen() const {
    std::uint64_t sum = sum_of(*small_);
    for (const text_owner& one : texts_) {
      sum = 31 * sum + Rival::hash(*one);
      for (const char c : Rival::view(*one)) sum = 31 * sum + static_cast<unsigned char>(c);
    }
    return sum + 3 * sum_of(*scattered(large_levels_));
  }

  void walk_small(benchmark::State& state) { walk(state, *small_); }
  // Another tree each time: where its nodes come to lie in the caches is chance, and worth a third of the time.
  void walk_large(benchmark::State& state) { walk(state, *scattered(large_levels_)); }

  // A whole tree, the leaves first, and its end.
  void life_of_tree(benchmark::State& state) {
    for (auto _ : state) {
      tree_owner made = grow(5);
      benchmark::DoNotOptimize(made);
    }
    count_items(state, nodes_of(*small_));
  }

  // An object takes the place of any of many, which dies first.
  template <std::size_t Children>
  void life_of_node(benchmark::State& state) {
    std::vector<tree_owner> owners(objects_for_times);
    std::array<tree_owner, Children> none;
    std::span<tree_owner> children(none);
    life(state, owners, [&children] {
      benchmark::DoNotOptimize(children);  // the program does not know how many there are
      return Rival::make_tree(7, children);
    });
  }
  template <std::size_t Length>
  void life_of_text(benchmark::State& state) {
    std::vector<text_owner> owners(objects_for_times);
    std::string_view view = characters.substr(0, Length);
    life(state, owners, [&view] {
      benchmark::DoNotOptimize(view);  // the program does not know how long it is
      return Rival::make_text(7, view);
    });
  }

  // The hash, and of one in two the characters, of any of many.
  void look_at_texts(benchmark::State& state) {
    std::uint64_t sum = 0;
    endless_order visits(order.next());
    for (auto _ : state)
      for (std::size_t i = 0; i < objects_for_times; ++i) {
        const auto& text = *texts_[visits.next() % objects_for_times];
        sum += Rival::hash(text);
        if ((sum & 1u) != 0)
          for (const char c : Rival::view(text)) sum += static_cast<unsigned char>(c);
      }
    use(sum);
    count_items(state, objects_for_times);
  }

 private:
  // 0 to 7 children for each node, 3 on average.
  static std::size_t children_of(std::uint32_t id) { return std::array{3u, 0u, 7u, 2u, 5u, 1u, 4u, 2u}[id % 8]; }
  static tree_owner grow_from(std::uint32_t& id, std::size_t levels) {
    const std::uint32_t own = id++;
    std::array<tree_owner, 7> children;
    const std::size_t count = levels <= 1 ? 0 : children_of(own);
    for (std::size_t i = 0; i < count; ++i) children[i] = grow_from(id, levels - 1);
    return Rival::make_tree(own, std::span(children).first(count));
  }
  static tree_owner grow(std::size_t levels) {
    std::uint32_t id = 0;
    return grow_from(id, levels);
  }
  // As a tree is that has lived for a while: its nodes lie anywhere. Level by level from the leaves, each node takes
  // any of the children that are there.
  static tree_owner scattered(std::size_t levels) {
    endless_order any(1);
    std::vector<tree_owner> below;
    std::size_t count = 1;
    for (std::size_t i = 1; i < levels; ++i) count *= 4;
    for (std::uint32_t id = 0; count != 0; count /= 4) {
      std::vector<tree_owner> level;
      for (std::size_t i = 0; i < count; ++i) {
        const std::size_t taken = std::min<std::size_t>(below.size(), 4);
        level.push_back(Rival::make_tree(id++, std::span(below).last(taken)));
        below.resize(below.size() - taken);
      }
      for (std::size_t i = level.size(); i > 1; --i) std::swap(level[i - 1], level[any.next() % i]);
      below = std::move(level);
    }
    return std::move(below.front());
  }
  // Not inlined into itself, which g++ does for some and not for others.
  [[gnu::noinline]] static std::uint64_t sum_of(const typename Rival::tree& t) {
    std::uint64_t sum = Rival::id(t);
    for (const tree_owner& child : Rival::children(t)) sum += sum_of(*child);
    return sum;
  }
  static std::size_t nodes_of(const typename Rival::tree& t) {
    std::size_t nodes = 1;
    for (const tree_owner& child : Rival::children(t)) nodes += nodes_of(*child);
    return nodes;
  }
  static void walk(benchmark::State& state, const typename Rival::tree& t) {
    for (auto _ : state) {
      use(sum_of(t));
      benchmark::ClobberMemory();
    }
    count_items(state, nodes_of(t));
  }
  template <class Owner, class Make>
  static void life(benchmark::State& state, std::vector<Owner>& owners, Make make) {
    endless_order visits(order.next());
    for (auto _ : state)
      for (std::size_t i = 0; i < objects_for_times; ++i) {
        Owner& one = owners[visits.next() % objects_for_times];
        one.reset();
        one = make();
      }
    count_items(state, objects_for_times);
  }

  tree_owner small_;
  std::size_t large_levels_;
  std::vector<text_owner> texts_;
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
    const auto size = [&](const question& asked, auto of) {
      if (found_.asks(asked)) found_.add(asked, "B", rivals_, of_each(variable_length_rivals, of));
    };
    const std::string tree = "Bytes of a node of a tree, which owns its children";
    const std::string text = "Bytes of a text with its hash";
    size({tree, "bytes, owner"}, []<class R>(const named<R>&) -> std::optional<measured> {
      return static_cast<double>(sizeof(typename R::tree_owner));
    });
    size({tree, "bytes, header"}, []<class R>(const named<R>&) -> std::optional<measured> {
      return static_cast<double>(sizeof(typename R::tree));
    });
    if (!BENCH_HAS_HEAP_IN_USE) return;
    const std::size_t objects = found_.wanted().objects(100'000);
    for_each_number(child_numbers{}, [&](auto n) {
      size({tree, "bytes, with all heap", "children", n}, [&]<class R>(const named<R>&) -> std::optional<measured> {
        std::vector<typename R::tree_owner> none(n);
        return heap_bytes_each<typename R::tree_owner>(objects, [&none] { return R::make_tree(7, none); });
      });
    });
    for_each_number(text_lengths{}, [&](auto n) {
      size({text, "bytes, with all heap", "characters", n}, [&]<class R>(const named<R>&) -> std::optional<measured> {
        return heap_bytes_each<typename R::text_owner>(objects,
                                                       [n] { return R::make_text(7, characters.substr(0, n)); });
      });
    });
  }

  void times() {
    const std::size_t large_levels = found_.wanted().is_smoke_test ? 4 : 9;  // 4^8 leaves
    // In braces: one after the other, the first one first, with every compiler.
    auto asked = std::apply(
        [&]<class... R>(const named<R>&...) { return std::tuple<questions<R>...>{questions<R>(large_levels)...}; },
        variable_length_rivals);
    std::apply(
        [](const auto& first, const auto&... others) {
          if (((others.seen() != first.seen()) || ...)) throw std::logic_error("the rivals do not hold the same");
        },
        asked);
    const auto time = [&](const question& q, auto ask) {
      found_.time(q, rivals_,
                  std::apply(
                      [&](auto&... each) {
                        return std::vector<measurement>{[&each, ask](benchmark::State& state) { ask(each, state); }...};
                      },
                      asked));
    };

    const std::string tree = "Trees: time for one node";
    time({tree, "walk, small tree"}, [](auto& of, benchmark::State& state) { of.walk_small(state); });
    time({tree, "walk, large tree"}, [](auto& of, benchmark::State& state) { of.walk_large(state); });
    time({tree, "life of a tree"}, [](auto& of, benchmark::State& state) { of.life_of_tree(state); });
    for_each_number(child_numbers{}, [&](auto n) {
      time({"Nodes: make one in the place of another, which dies", "life", "children", n},
           [](auto& of, benchmark::State& state) { of.template life_of_node<decltype(n)::value>(state); });
    });
    const std::string text = "Texts: the same, and a look at any of 256";
    for_each_number(text_lengths{}, [&](auto n) {
      time({text, "life", "characters", n},
           [](auto& of, benchmark::State& state) { of.template life_of_text<decltype(n)::value>(state); });
    });
    time({text, "look at one"}, [](auto& of, benchmark::State& state) { of.look_at_texts(state); });
  }

  report& found_;
  std::vector<std::string> rivals_ = names_of(variable_length_rivals);
};

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
  return bench::run("variable_length", {argv + 1, argv + argc},
                    [](bench::report& found) { bench::program(found).measure(); });
}
