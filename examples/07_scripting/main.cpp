// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Runs scripts in a small game, whose objects they make, subclass and extend:
//
//   scripting FILE...               one after the other, in one world
//   scripting --caches FILE...      and says how the inline caches fared, and how long it took with them and without
//
// What is wrong is reported as file:line:column: message, with the line; then the exit status is 1.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <limits>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "game.hpp"
#include "interpreter.hpp"

namespace {

namespace sl = slotted;
using script::source;
using script::value;

// ---- what the game lets scripts do

template <class T>
const T& argument(const script::arguments& given, std::size_t index) {
  const T* const found = index < given.size() ? std::get_if<T>(&given[index]) : nullptr;
  if (found == nullptr)
    throw script::wrong_operation("argument " + std::to_string(index + 1) + " must be of kind " +
                                  std::string(script::kind_of(T{})) + ", not " +
                                  std::string(index < given.size() ? script::kind_of(given[index]) : "none"));
  return *found;
}
script::Object& object(const script::arguments& given, std::size_t index) {
  return *sl::weak_proxy(argument<script::reference>(given, index));
}

void add_game(script::interpreter& scripts, std::ostream& out) {
  using namespace game;
  script::Class& entity = scripts.add_class<Entity>();
  script::Class& monster = scripts.add_class<Monster>(&entity);
  scripts.add_class<Chest>(&entity);

  scripts.add_method<Entity>(entity, "distance_to", [](Entity& me, const script::arguments& given) -> value {
    return distance(me, static_cast<const Entity&>(object(given, 0)));  // all objects of the game are entities
  });
  scripts.add_method<Monster>(monster, "hurt", [](Monster& me, const script::arguments& given) -> value {
    return hurt(me, argument<std::int64_t>(given, 0));
  });

  scripts.add_function("print", [&out](const script::arguments& given) -> value {
    for (std::size_t i = 0; i != given.size(); ++i) out << (i == 0 ? "" : " ") << text_of(given[i]);
    out << '\n';
    return script::nil{};
  });
  scripts.add_function("destroy", [&scripts](const script::arguments& given) -> value {
    scripts.destroy(object(given, 0));
    return script::nil{};
  });
  scripts.add_function("has", [](const script::arguments& given) -> value {
    return hasattr(object(given, 0), argument<std::string>(given, 1));
  });
  scripts.add_function("describe", [](const script::arguments& given) -> value {
    const script::Class& type = *argument<script::Class*>(given, 0);
    return "class " + type["name"_slot] + '\n' + type["host"_slot]->description();
  });
}

// ---- files

void report(const script::script_error& error) {
  const auto [from, line, column] = error.where();
  std::istringstream lines(from->text);
  std::string shown;
  for (std::size_t i = 0; i != line; ++i) std::getline(lines, shown);
  std::string indent = shown.substr(0, column - 1);
  for (char& c : indent)
    if (c != '\t') c = ' ';
  std::cerr << from->file << ':' << line << ':' << column << ": " << error.what() << "\n  " << shown << "\n  " << indent
            << "^\n";
}

bool run(const std::vector<source>& sources, std::ostream& out, script::interpreter& scripts) {
  add_game(scripts, out);
  for (const source& one : sources) {
    try {
      scripts.run(one);
    } catch (const script::script_error& error) {
      out << std::flush;
      report(error);
      return false;
    }
  }
  return true;
}

// With caches and without, by turns, with nothing printed: the counts, which are always the same, and the least time.
void compare(const std::vector<source>& sources) {
  struct way {
    bool with_caches;
    script::cache_counts counts{};
    double milliseconds = std::numeric_limits<double>::infinity();
  };
  way ways[] = {{true}, {false}};
  for (int round = 0; round != 3; ++round)
    for (way& one : ways) {
      std::ostream nowhere(nullptr);
      script::interpreter scripts(one.with_caches);
      const std::clock_t begin = std::clock();
      run(sources, nowhere, scripts);
      const double seconds = static_cast<double>(std::clock() - begin) / static_cast<double>(CLOCKS_PER_SEC);
      one.milliseconds = std::min(one.milliseconds, 1000 * seconds);
      one.counts = scripts.counts();
    }
  for (const way& one : ways)
    std::cout << (one.with_caches ? "with caches:    " : "without caches: ") << one.counts.hits << " hits, "
              << one.counts.misses << " misses, " << std::fixed << std::setprecision(1) << one.milliseconds << " ms\n";
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> files(argv + 1, argv + argc);
  const bool with_counts = !files.empty() && files.front() == "--caches";
  if (with_counts) files.erase(files.begin());
  if (files.empty() || files.front().starts_with('-')) {
    std::cerr << "usage: scripting [--caches] FILE...\n";
    return 2;
  }
  std::vector<source> sources;
  for (const std::string& file : files) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
      std::cerr << file << ": cannot be read\n";
      return EXIT_FAILURE;
    }
    sources.push_back({file, std::string(std::istreambuf_iterator<char>(in), {})});
  }
  script::interpreter scripts;
  if (!run(sources, std::cout, scripts)) return EXIT_FAILURE;
  if (with_counts) compare(sources);
  return EXIT_SUCCESS;
}
