// When do attributes in a dict take fewer bytes than slots? A slot costs its bytes whether it is set or not, a dynamic
// attribute only where it is there. So: how rarely must N slots be set?
//
// k of N numbers are set in each object: the same in all of them, or any.
#include <any>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "rivals/numbers.hpp"
#include "support/heap.hpp"
#include "support/order.hpp"
#include "support/report.hpp"

namespace bench {
namespace {

struct OnlyDict : sl::object<OnlyDict, sl::slots<sl::dict_slot<>>> {
  using object::object;
};

template <class Object>
void set(Object& o, const std::string& name, double v) {
  if constexpr (requires { typename Object::mapped_type; })
    o[name] = v;
  else if constexpr (requires { typename Object::numbers; })
    any_member(o, [&](std::string_view its_name, auto& member) {
      if (its_name != name) return false;
      member = v;
      return true;
    });
  else
    setattr(o, name, v);
}

template <std::size_t N>
inline constexpr auto rivals = std::tuple(
    named<typename numbers<N>::with_slots>{"slotted, N slots"}, named<OnlyDict>{"slotted, dict"},
    named<typename numbers<N>::optionals>{"struct of N optional"}, named<std_map_transparent<std::any>>{"std~ any"}
#if defined(BENCH_HAS_ABSL)
    ,
    named<absl_map<std::any>>{"absl any"}
#endif
);

// Which k of N names each object has, in which order.
class plan {
 public:
  plan(std::vector<std::string> names, bool vary) : names_(std::move(names)), varied_(vary) {}

  const char* title() const { return varied_ ? "any k of N set in each object" : "the same k of N set in all objects"; }

  template <class Object>
  double bytes_each(std::size_t k, std::size_t objects) const {
    std::vector<std::string> names = names_;
    const std::size_t before = heap_in_use();
    std::vector<Object> made;
    made.reserve(objects);
    for (std::size_t i = 0; i < objects; ++i) {
      Object& o = made.emplace_back();
      for (std::size_t j = 0; j < k; ++j) {
        if (varied_) std::swap(names[j], names[j + order.next() % (names.size() - j)]);
        set(o, names[j], 0.5);
      }
    }
    return static_cast<double>(heap_in_use() - before) / static_cast<double>(objects);
  }

 private:
  std::vector<std::string> names_;
  bool varied_;
};

template <std::size_t N>
void measure(report& found, bool vary) {
  const plan wanted({numbers<N>::names.begin(), numbers<N>::names.end()}, vary);
  const std::size_t objects = found.wanted().is_smoke_test ? 20 : 2'000;
  const auto bytes = [&](std::size_t k) {
    return of_each(rivals<N>, [&]<class Object>(const named<Object>&) -> std::optional<measured> {
      return wanted.bytes_each<Object>(k, objects);
    });
  };
  const std::string subject = std::to_string(N) + " numbers, " + wanted.title();
  for (std::size_t k = 0; k <= N; k = k == 0 ? 1 : 2 * k) {
    const question asked{subject, "bytes, with all heap", "k", k};
    if (found.asks(asked)) found.add(asked, "B", names_of(rivals<N>), bytes(k));
  }

  // The most that may be set while a rival takes no more bytes than N slots: to half a byte, since the names that all
  // share are in the sum, too.
  const question crossing{"Where something else takes no more bytes than N slots",
                          std::string("most set, ") + wanted.title(), "N", N};
  if (!found.asks(crossing)) return;
  answers most(std::tuple_size_v<decltype(rivals<N>)>);
  for (std::size_t k = 0; k <= N; ++k) {
    const answers taken = bytes(k);
    for (std::size_t i = 1; i < taken.size(); ++i)
      if (taken[i]->median() < taken[0]->median() + 0.5) most[i] = static_cast<double>(k);
  }
  found.add(crossing, "set", names_of(rivals<N>), most);
}

void measure_all(report& found) {
  if (!BENCH_HAS_HEAP_IN_USE) return;
  for (const bool vary : {false, true}) {
    measure<4>(found, vary);
    measure<8>(found, vary);
    measure<16>(found, vary);
    measure<32>(found, vary);
    measure<64>(found, vary);
  }
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) { return bench::run("break_even", {argv + 1, argv + argc}, bench::measure_all); }
