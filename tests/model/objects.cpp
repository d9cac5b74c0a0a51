// Random programs on objects of more than twenty classes, compared with a model:
//   objects [--class NAME] [--seed N] [--operations N] [--broken model|process]
// A program that fails is made as short as it can be, also where it crashes, and printed. Each one ends with nothing
// alive.
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/objects_world.hpp"
#include "model/seeds.hpp"

namespace {

using model::action;
using model::operation;
using model::program;
using model::subject;

struct options {
  std::string_view name;   // of a class; empty: all
  std::uint64_t seed = 0;  // 0: from 1 on, until there are enough operations
  std::uint64_t operations = 100'000;
  model::broken wrong = model::broken::nothing;
};

/// Readable, with numbers for values.
std::string text_of(const operation& step, const subject& of) {
  const std::string one(1, static_cast<char>('a' + step.one)), other(1, static_cast<char>('a' + step.other));
  const std::string name(of.name), number = std::to_string(step.number);
  const auto quoted = [](std::string_view text) { return '"' + std::string(text) + '"'; };
  const std::string view = of.views.empty() ? "" : std::string(of.views[step.detail % of.views.size()]);
  const std::string attribute = quoted(model::dynamic_names[step.detail % std::size(model::dynamic_names)]);
  const std::string reference = "ref" + std::to_string(step.detail % subject::references);
  const bool is_fragile = std::any_of(of.facts.begin(), of.facts.end(),
                                      [](const model::slot_fact& fact) { return fact.what == model::holds::fragile; });
  const std::string failing = is_fragile && step.fails != 0 ? "  (fragile: number " + std::to_string(step.fails) +
                                                                  " to be copied or moved throws)"
                                                            : "";
  switch (step.what) {
    case action::touch: {
      if (of.facts.empty()) return one + ": nothing";
      const model::slot_fact& fact = of.facts[step.detail % of.facts.size()];
      return one + ": " + model::names_of_verbs[static_cast<std::size_t>(step.how)] + ' ' + quoted(fact.name) + " by " +
             model::names_of_ways[static_cast<std::size_t>(step.by)] + ", " +
             std::to_string(step.number % model::range_of(fact.what)) + failing;
    }
    case action::make:
      return one + " = " + name + " made " + model::names_of_makings[static_cast<std::size_t>(step.by)] + " of " +
             number + failing;
    case action::drop:
      return "destroy " + one;
    case action::copy:
      return one + " = new copy of " + other + failing;
    case action::move:
      return one + " = new object moved from " + other + failing;
    case action::assign:
      return one + " = " + other + failing;
    case action::move_assign:
      return one + " = move(" + other + ")" + failing;
    case action::swap:
      return "swap(" + one + ", " + other + ")";
    case action::assign_view:
      return view + "& of " + one + " = " + other;
    case action::move_assign_view:
      return view + "& of " + one + " = move(" + other + ")";
    case action::restore:
      return "restore(" + one + ", state(" + other + "))" + failing;
    case action::build_from_state:
      return one + " = new restore<" + name + ">(state(" + other + "))" + failing;
    case action::compare:
      return "compare " + one + " and " + other;
    case action::look:
      return "look at " + one + " as " + view;
    case action::ask_wrongly:
      return "ask " + one + " for what there is not";
    case action::set_dynamic:
      return one + ": set dynamic " + attribute + " to " + number;
    case action::erase_dynamic:
      return one + ": erase dynamic " + attribute;
    case action::clear_dynamic:
      return one + ": clear the dict";
    case action::refer:
      return reference + " = weak_ref to " + one + (step.number % 3 == 0 ? " with a callback" : "");
    case action::refer_as:
      return reference + " = ref" + std::to_string(static_cast<std::size_t>(step.number) % subject::references);
    case action::drop_reference:
      return reference + " = {}";
  }
  return {};
}

/// Plays it to its end; throws where the library is not of the model's mind.
void play(const program& steps, subject& of, model::broken wrong) {
  model::world all(of, wrong);
  for (const operation& step : steps) all.play(step);
  all.end();
}

/// In a process of its own, which may crash or hang; whether it ended well. What it prints is lost where it is
/// `silent`.
template <class F>
bool ends_well(bool silent, const F& f) {
  std::fflush(nullptr);
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("there is no process to be had");
  if (child == 0) {
    if (silent && (!std::freopen("/dev/null", "w", stdout) || !std::freopen("/dev/null", "w", stderr))) std::exit(2);
    int code = 1;
    try {
      f();
      code = 0;
    } catch (const std::exception& error) {
      std::printf("%s\n", error.what());
    }
    std::exit(code);  // a sanitizer looks for leaks then
  }
  int status = 0;
  while (waitpid(child, &status, 0) != child) {
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
bool fails(const program& steps, subject& of, model::broken wrong) {
  return !ends_well(true, [&] {
    alarm(20);
    play(steps, of, wrong);
  });
}

/// Takes out large pieces, then smaller ones, then single operations, as long as it still fails.
program shrunk(program steps, subject& of, model::broken wrong) {
  for (std::size_t piece = std::max<std::size_t>(steps.size() / 2, 1);;) {
    bool shorter = false;
    for (std::size_t at = 0; at < steps.size();) {
      program without(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(at));
      if (at + piece < steps.size())
        without.insert(without.end(), steps.begin() + static_cast<std::ptrdiff_t>(at + piece), steps.end());
      if (fails(without, of, wrong)) {
        steps = std::move(without);
        shorter = true;
      } else {
        at += piece;
      }
    }
    if (piece == 1 && !shorter) return steps;
    piece = std::max<std::size_t>(piece / 2, 1);
  }
}

void tell(std::uint64_t seed, subject& of, model::broken wrong) {
  const program whole = model::random_program(seed);
  const int width = static_cast<int>(of.name.size());
  if (!fails(whole, of, wrong)) {
    std::printf("%.*s, seed %llu: fails only behind the programs of other seeds, or leaves memory there\n", width,
                of.name.data(), static_cast<unsigned long long>(seed));
    return;
  }
  const program least = shrunk(whole, of, wrong);
  std::printf("%.*s, seed %llu, %zu operations of %zu:\n", width, of.name.data(), static_cast<unsigned long long>(seed),
              least.size(), whole.size());
  for (const operation& step : least) std::printf("  %s\n", text_of(step, of).c_str());
  ends_well(false, [&] { play(least, of, wrong); });
  std::printf("again: --class %.*s --seed %llu\n", width, of.name.data(), static_cast<unsigned long long>(seed));
}

/// Whether all programs of a class end well.
bool play_class(subject& of, const options& chosen, std::uint64_t& seed_of_child) {
  std::uint64_t first = chosen.seed == 0 ? 1 : chosen.seed;
  const bool well = ends_well(false, [&] {
    std::uint64_t done = 0;
    for (seed_of_child = first;; ++seed_of_child) {
      const program steps = model::random_program(seed_of_child);
      play(steps, of, chosen.wrong);
      done += steps.size();
      if (chosen.seed != 0 || done >= chosen.operations) break;
    }
    std::printf("%.*s: %llu programs, %llu operations\n", static_cast<int>(of.name.size()), of.name.data(),
                static_cast<unsigned long long>(seed_of_child - first + 1), static_cast<unsigned long long>(done));
  });
  if (!well) tell(seed_of_child, of, chosen.wrong);
  return well;
}

bool read_options(int count, char** arguments, options& chosen) {
  for (int i = 1; i < count; i += 2) {
    if (i + 1 == count) return false;
    const std::string_view option = arguments[i], given = arguments[i + 1];
    if (option == "--class")
      chosen.name = given;
    else if (option == "--broken" && (given == "model" || given == "process"))
      chosen.wrong = given == "model" ? model::broken::model : model::broken::process;
    else if (option == "--seed" ? !model::read_number(arguments[i + 1], chosen.seed)
                                : option != "--operations" || !model::read_number(arguments[i + 1], chosen.operations))
      return false;
  }
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  options chosen;
  if (!read_options(count, arguments, chosen)) {
    std::fprintf(stderr, "usage: %s [--class NAME] [--seed N] [--operations N] [--broken model|process]\n",
                 arguments[0]);
    return 2;
  }
  std::setvbuf(stdout, nullptr, _IOLBF, 0);  // what was printed is there after a crash
  // Where a child says which program it is at.
  void* const shared = mmap(nullptr, sizeof(std::uint64_t), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) return 2;
  bool well = true, known = false;
  for (const auto& one : make_subjects(model::all_classes{})) {
    if (!chosen.name.empty() && one->name != chosen.name) continue;
    known = true;
    well = play_class(*one, chosen, *static_cast<std::uint64_t*>(shared)) && well;
  }
  if (!known) std::fprintf(stderr, "there is no such class\n");
  return well && known ? 0 : 1;
}
