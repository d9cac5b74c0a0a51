// Several threads, each with objects of its own, of the same classes, with the same names and with others: shapes and
// names are made and freed at the same time. What must not be seen is for ThreadSanitizer to see; here it is checked
// that everybody has the right values and that nothing is left.
#include <slotted/slotted.hpp>

#include <atomic>
#include <charconv>
#include <cstdio>
#include <functional>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace {

struct Base : slotted::object<Base, slotted::slots<slotted::field<"id", int>, slotted::dict_slot<std::string>>> {
  using object::object;
};
struct Derived : slotted::object<Derived, slotted::extends<Base>, slotted::slots<slotted::slot<"label", std::string>>> {
  using object::object;
};

std::atomic<int> failures = 0;
std::atomic<int> waiting = 0;

void expect(bool holds, const char* what) {
  if (holds) return;
  std::printf("%s\n", what);
  ++failures;
}

bool has(const Base& object, const std::string& name, const std::string& value) {
  const std::string* const found = slotted::find_attr<std::string>(object, name);
  return found && *found == value;
}

/// Few names, which all threads set at the same time, each round in another order.
void share_names(int round) {
  Derived object{round};
  for (int i = 0; i != 6; ++i) setattr(object, "shared_" + std::to_string((i + round) % 6), std::to_string(i));
  expect(slotted::vars(object).size() == 6, "six attributes");
  expect(has(object, "shared_" + std::to_string(round % 6), "0"), "the first of them");
  delattr(object, "shared_" + std::to_string((round + 3) % 6));
  expect(slotted::vars(object).size() == 5, "five attributes");
}

/// Names that no other thread sets, more than a shared shape has.
void set_own_names(int thread, int round) {
  Base object{round};
  const std::string front = "own_" + std::to_string(thread) + "_" + std::to_string(round % 7) + "_";
  for (int i = 0; i != 40; ++i) setattr(object, front + std::to_string(i), std::to_string(i));
  for (int i = 0; i != 40; i += 2) delattr(object, front + std::to_string(i));
  expect(slotted::vars(object).size() == 20, "twenty attributes");
  expect(has(object, front + "39", "39"), "the last of them");
}

/// Copies of an object that all threads read.
void copy_common(const Derived& common, int round) {
  Derived copy = common;
  expect(copy == common, "a copy is equal");
  setattr(copy, "more_" + std::to_string(round % 5), "x");
  expect(copy != common && has(copy, "first", "1"), "a copy goes its own way");
  Base base = common;  // of the base's class, with a shape of the derived one
  setattr(base, "label", "a dynamic attribute here");
  expect(has(base, "label", "a dynamic attribute here") && has(base, "second", "2"), "a copy of the base");
  Derived moved = std::move(copy);
  copy = common;
  expect(has(copy, "second", "2") && slotted::vars(moved).size() == 3, "moved, and assigned again");
}

void work(int thread, int threads, int rounds, const Derived& common) {
  ++waiting;
  while (waiting != threads) std::this_thread::yield();  // all at once
  std::vector<Base> kept;
  for (int round = 0; round != rounds; ++round) {
    share_names(round);
    if (round % 8 == 0) set_own_names(thread, round);
    copy_common(common, round);
    kept.emplace_back(round);
    setattr(kept.back(), "kept_" + std::to_string(round % 3), "k");
    if (kept.size() == 20) kept.clear();
  }
}

}  // namespace

int main(int count, char** arguments) {
  int rounds = 3000;
  if (count > 1) {
    const std::string text = arguments[1];
    if (std::from_chars(text.data(), text.data() + text.size(), rounds).ec != std::errc{}) return 2;
  }
  constexpr int threads = 4;
  {
    Derived common{1};
    setattr(common, "first", "1");
    setattr(common, "second", "2");
    std::vector<std::thread> all;
    for (int i = 0; i != threads; ++i) all.emplace_back(work, i, threads, rounds, std::cref(common));
    for (std::thread& one : all) one.join();
    expect(slotted::shape_count<Base>() == 2, "the shapes of one object are left");
  }
  expect(slotted::shape_count<Base>() == 0, "no shape is left");
  expect(slotted::detail::registry_of_class<Base>.name_count() == 0, "no name is left");
  return failures == 0 ? 0 : 1;
}
