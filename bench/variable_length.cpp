// What does an object of variable length cost, beside the two allocations that one writes otherwise, and beside the
// same in one allocation, written by hand?
//
// A row is a question, a column a rival. Two things are made in the way of each: a node of a tree, which owns its
// children, and a text with its hash, which never changes. All live on the heap, each behind one pointer.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <iterator>
#include <memory>
#include <new>
#include <optional>
#include <span>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include <slotted/items.hpp>
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

// ---- the rivals. Each has a `tree` and a `text`, and an owner of each:
//
//   make_tree(id, children)   a node that takes these children over
//   id(t), children(t)        what it was made of
//   make_text(hash, view)     a text
//   hash(t), view(t)          what it was made of

struct slotted_objects {
  struct tree : sl::object<tree, sl::slots<sl::field<"id", std::uint32_t>, sl::items<std::unique_ptr<tree>>>> {
    using object::object;
  };
  struct text : sl::object<text, sl::slots<sl::field<"hash", std::uint32_t>, sl::items<const char>>> {
    using object::object;
  };
  using tree_owner = std::unique_ptr<tree>;
  using text_owner = std::unique_ptr<text>;

  static tree_owner make_tree(std::uint32_t id, std::span<tree_owner> children) {
    const auto taken = sl::generated(children.size(), [children](std::size_t i) { return std::move(children[i]); });
    return sl::make_with_items<tree>(taken, id);
  }
  static std::uint32_t id(const tree& t) { return t["id"_slot]; }
  static std::span<const tree_owner> children(const tree& t) { return items_of(t); }

  static text_owner make_text(std::uint32_t hash, std::string_view view) {
    return sl::make_with_items<text>(view, hash);
  }
  static std::uint32_t hash(const text& t) { return t["hash"_slot]; }
  static std::string_view view(const text& t) { return {items_of(t).data(), items_of(t).size()}; }
};

// What one allocation is at its barest: a struct, and behind it as many items as it says.
struct by_hand {
  struct tree;
  struct text;
  struct end {
    void operator()(tree* t) const noexcept;
    void operator()(text* t) const noexcept { ::operator delete(t); }
  };
  using tree_owner = std::unique_ptr<tree, end>;
  using text_owner = std::unique_ptr<text, end>;
  struct tree {
    std::uint32_t id, count;
  };
  struct text {
    std::uint32_t hash, count;
  };

  static tree_owner* first_child(const tree& t) {
    return reinterpret_cast<tree_owner*>(reinterpret_cast<unsigned char*>(const_cast<tree*>(&t)) + sizeof(tree));
  }
  static tree_owner make_tree(std::uint32_t id, std::span<tree_owner> children) {
    void* const memory = ::operator new(sizeof(tree) + children.size() * sizeof(tree_owner));
    tree_owner made(::new (memory) tree{id, static_cast<std::uint32_t>(children.size())});
    std::uninitialized_move(children.begin(), children.end(), first_child(*made));
    return made;
  }
  static std::uint32_t id(const tree& t) { return t.id; }
  static std::span<const tree_owner> children(const tree& t) { return {first_child(t), t.count}; }

  static text_owner make_text(std::uint32_t hash, std::string_view view) {
    void* const memory = ::operator new(sizeof(text) + view.size());
    text_owner made(::new (memory) text{hash, static_cast<std::uint32_t>(view.size())});
    std::memcpy(static_cast<unsigned char*>(memory) + sizeof(text), view.data(), view.size());
    return made;
  }
  static std::uint32_t hash(const text& t) { return t.hash; }
  static std::string_view view(const text& t) { return {reinterpret_cast<const char*>(&t) + sizeof(text), t.count}; }
};
void by_hand::end::operator()(tree* t) const noexcept {
  std::destroy_n(first_child(*t), t->count);
  ::operator delete(t);
}

// A text of this one is a std::string, which has room for 15 characters in itself.
struct vectors {
  struct tree {
    std::uint32_t number;
    std::vector<std::unique_ptr<tree>> all;
  };
  struct text {
    std::uint32_t number;
    std::string all;
  };
  using tree_owner = std::unique_ptr<tree>;
  using text_owner = std::unique_ptr<text>;

  static tree_owner make_tree(std::uint32_t id, std::span<tree_owner> children) {
    return tree_owner(
        new tree{id, {std::make_move_iterator(children.begin()), std::make_move_iterator(children.end())}});
  }
  static std::uint32_t id(const tree& t) { return t.number; }
  static std::span<const tree_owner> children(const tree& t) { return t.all; }

  static text_owner make_text(std::uint32_t hash, std::string_view view) {
    return text_owner(new text{hash, std::string(view)});
  }
  static std::uint32_t hash(const text& t) { return t.number; }
  static std::string_view view(const text& t) { return t.all; }
};

struct arrays {
  struct tree {
    std::uint32_t number, count;
    std::unique_ptr<std::unique_ptr<tree>[]> all;
  };
  struct text {
    std::uint32_t number, count;
    std::unique_ptr<char[]> all;
  };
  using tree_owner = std::unique_ptr<tree>;
  using text_owner = std::unique_ptr<text>;

  static tree_owner make_tree(std::uint32_t id, std::span<tree_owner> children) {
    const auto count = static_cast<std::uint32_t>(children.size());
    tree_owner made(new tree{id, count, count != 0 ? std::make_unique<tree_owner[]>(count) : nullptr});
    std::ranges::move(children, made->all.get());
    return made;
  }
  static std::uint32_t id(const tree& t) { return t.number; }
  static std::span<const tree_owner> children(const tree& t) { return {t.all.get(), t.count}; }

  static text_owner make_text(std::uint32_t hash, std::string_view view) {
    text_owner made(new text{hash, static_cast<std::uint32_t>(view.size()),
                             view.empty() ? nullptr : std::make_unique_for_overwrite<char[]>(view.size())});
    std::ranges::copy(view, made->all.get());
    return made;
  }
  static std::uint32_t hash(const text& t) { return t.number; }
  static std::string_view view(const text& t) { return {t.all.get(), t.count}; }
};

template <class Rival>
struct named_rival {
  const char* first_line;
  const char* second_line;
};

namespace rival {
enum : std::size_t { slotted, by_hand, vector, array };
}
constexpr auto rivals =
    std::tuple(named_rival<slotted_objects>{"slotted,", "items"}, named_rival<by_hand>{"one block", "by hand"},
               named_rival<vectors>{"vector,", "string"}, named_rival<arrays>{"unique_", "ptr<T[]>"});

// What f returns for each rival, in the order of the columns.
template <class F>
auto for_each_rival(F f) {
  return std::apply([&](const auto&... named) { return std::vector({f(named)...}); }, rivals);
}

// ---- the questions, as one rival answers them

constexpr std::size_t objects_for_times = 256;  // a power of two; all rivals have them in the nearest cache
constexpr std::array child_numbers{0u, 1u, 2u, 4u, 8u};
constexpr std::array text_lengths{0u, 5u, 15u, 30u, 100u};
constexpr std::string_view characters =
    "Every object whose length is known when it is made may have its items behind it, where they are near.";
static_assert(characters.size() >= text_lengths.back());

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
  explicit questions(std::size_t large_levels) : small_(grow(5)), large_(scattered(large_levels)) {
    for (std::size_t i = 0; i < objects_for_times; ++i)
      texts_.push_back(Rival::make_text(static_cast<std::uint32_t>(i), characters.substr(i % 64, i % 37)));
  }

  // What there is to see: the same for all rivals.
  std::uint64_t seen() const {
    std::uint64_t sum = sum_of(*small_);
    for (const text_owner& one : texts_) sum = 31 * sum + Rival::hash(*one) + Rival::view(*one).size();
    return sum + 3 * sum_of(*large_);
  }
  std::size_t large_nodes() const { return nodes_of(*large_); }

  void walk_small(benchmark::State& state) { walk(state, *small_); }
  void walk_large(benchmark::State& state) { walk(state, *large_); }

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
    benchmark::DoNotOptimize(sum);
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
      benchmark::DoNotOptimize(sum_of(t));
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

  tree_owner small_, large_;
  std::vector<text_owner> texts_;
};

// ---- what was to be reached

struct target {
  std::string_view question;
  double most;  // times
  std::size_t rival;
};

constexpr target targets[] = {
    {"all heap, 4 children", 1.0, rival::by_hand}, {"all heap, 30 characters", 1.0, rival::by_hand},
    {"life, 4 children", 1.05, rival::by_hand},    {"life, 30 characters", 1.05, rival::by_hand},
    {"walk, small tree", 1.05, rival::by_hand},    {"walk, large tree", 1.05, rival::by_hand},
    {"life of a tree", 0.8, rival::vector},        {"walk, large tree", 0.9, rival::vector},
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
      const auto found = std::ranges::find(rows_, one.question, &row::question);
      if (found == rows_.end()) continue;
      const double times = *found->values[rival::slotted] / *found->values[one.rival];
      const heading beside = headings()[one.rival];
      out << "* " << one.question << ": " << three_digits(times) << "x of " << beside.first << " " << beside.second
          << "; at most " << three_digits(one.most) << "x: " << (times < one.most + 0.005 ? "met" : "MISSED") << "\n";
    }
    return out.str();
  }

 private:
  void add(row measured) {
    rows_.push_back(measured);
    table_.add(std::cout, std::move(measured));
  }

  void bytes() {
    const auto size = [&](const char* subject, const std::string& question, auto of) {
      if (wanted_.asks(question)) add({subject, question, "B", for_each_rival(of)});
    };
    const char* const tree = "A node of a tree, an owner of its children: bytes";
    const char* const text = "A text with its hash: bytes";
    size(tree, "owner",
         []<class R>(const named_rival<R>&) { return std::optional<double>(sizeof(typename R::tree_owner)); });
    size(tree, "header of a node",
         []<class R>(const named_rival<R>&) { return std::optional<double>(sizeof(typename R::tree)); });
    if (!BENCH_HAS_HEAP_IN_USE) return;
    const std::size_t objects = wanted_.is_smoke_test ? 1'000 : 100'000;
    for (const std::size_t n : child_numbers)
      size(tree, "all heap, " + std::to_string(n) + (n == 1 ? " child" : " children"),
           [&]<class R>(const named_rival<R>&) {
             std::vector<typename R::tree_owner> none(n);
             return std::optional(
                 heap_bytes_each<typename R::tree_owner>(objects, [&none] { return R::make_tree(7, none); }));
           });
    for (const std::size_t n : text_lengths)
      size(text, "all heap, " + std::to_string(n) + " characters", [&]<class R>(const named_rival<R>&) {
        return std::optional(
            heap_bytes_each<typename R::text_owner>(objects, [n] { return R::make_text(7, characters.substr(0, n)); }));
      });
  }

  void times() {
    const std::size_t large_levels = wanted_.is_smoke_test ? 4 : 9;  // 4^8 leaves
    auto asked = std::apply(
        [&]<class... R>(const named_rival<R>&...) { return std::tuple(questions<R>(large_levels)...); }, rivals);
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

    const char* const tree = "Trees: time for one node";
    time(tree, "walk, small tree", [](auto& of, benchmark::State& state) { of.walk_small(state); });
    time(tree, "walk, large tree", [](auto& of, benchmark::State& state) { of.walk_large(state); });
    time(tree, "life of a tree", [](auto& of, benchmark::State& state) { of.life_of_tree(state); });
    const char* const node = "Nodes: make one in the place of another, which dies";
    time(node, "life, 0 children", [](auto& of, benchmark::State& state) { of.template life_of_node<0>(state); });
    time(node, "life, 1 child", [](auto& of, benchmark::State& state) { of.template life_of_node<1>(state); });
    time(node, "life, 4 children", [](auto& of, benchmark::State& state) { of.template life_of_node<4>(state); });
    time(node, "life, 8 children", [](auto& of, benchmark::State& state) { of.template life_of_node<8>(state); });
    const char* const text = "Texts: the same, and a look at any of 256";
    time(text, "life, 5 characters", [](auto& of, benchmark::State& state) { of.template life_of_text<5>(state); });
    time(text, "life, 15 characters", [](auto& of, benchmark::State& state) { of.template life_of_text<15>(state); });
    time(text, "life, 30 characters", [](auto& of, benchmark::State& state) { of.template life_of_text<30>(state); });
    time(text, "life, 100 characters", [](auto& of, benchmark::State& state) { of.template life_of_text<100>(state); });
    time(text, "look at one", [](auto& of, benchmark::State& state) { of.look_at_texts(state); });
  }

  const options& wanted_;
  ratio_table table_{headings()};
  std::vector<row> rows_;
};

constexpr std::string_view usage =
    "usage: variable_length [--quick] [--only TEXT] [--markdown FILE]\n"
    "  --quick            shorter repetitions: the ratios are rougher\n"
    "  --only TEXT        only the questions that hold TEXT, as \"walk\"\n"
    "  --markdown FILE    write the table as Markdown\n";

int run(const std::vector<std::string>& words) {
  const auto wanted = parse(words, usage);
  if (!wanted) return 2;
  std::cout << provenance() << "\nWhat slotted takes, then how many times as much the others do.\n";
  program measured(*wanted);
  measured.measure();
  std::cout << "\nTargets\n\n" << measured.verdicts();
  const std::string page = measured.markdown() + "\n" + measured.verdicts() +
                           "\nMeasured by `bench/variable_length.cpp` on " + provenance() + ".\n";
  return write_markdown(*wanted, page) ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) { return bench::run({argv + 1, argv + argc}); }
