// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Two things that weak references are for, without shared ownership: observers that come and go, and a cache that keeps
// nothing alive.
//
//   observers            with the package records of this machine (/var/lib/dpkg/status), or else a small sample
//   observers FILE       with those of a file

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <latch>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "package_cache.hpp"
#include "thermometer.hpp"

namespace {

// ---- observers

void print(const Display& display) {
  std::cout << "  " << display["name"_slot] << " shows " << getattr(display, "shown"_slot) << '\n';
}

void show_observers() {
  thermometer outside;

  // A display may live anywhere: here, in a vector, on the heap.
  Display hall("hall");
  std::vector<Display> wall;
  wall.emplace_back("kitchen");
  auto desk = std::make_unique<Display>("desk");
  outside.observe(hall);
  outside.observe(wall.front());
  outside.observe(*desk);
  std::cout << "Three displays\n";
  outside.measure(20.5);
  print(hall);
  print(wall.front());
  print(*desk);

  std::cout << "The kitchen's is moved, the one on the desk is destroyed\n";
  const Display* const before = &wall.front();
  wall.reserve(wall.capacity() + 1);
  const bool was_moved = before != &wall.front();
  desk.reset();
  outside.measure(21.5);
  print(hall);
  print(wall.front());
  std::cout << "  " << (was_moved ? "moved" : "not moved") << ", and " << outside.observers() << " are told\n";
  {
    std::cout << "A guest's comes and goes\n";
    Display guest("guest");
    outside.observe(guest);
    outside.measure(22.5);
    print(guest);
  }
  outside.measure(23.5);
  std::cout << "  " << outside.observers() << " are told\n";
}  // they die before the thermometer, or after it: either is right

// ---- a cache

constexpr std::size_t threads = 4;

// On so many threads at a time.
void run_threads(const std::function<void()>& work) {
  std::vector<std::thread> running;
  for (std::size_t i = 0; i < threads; ++i) running.emplace_back(work);
  for (std::thread& one : running) one.join();
}

// What threads have seen of the records.
struct sightings {
  std::mutex mutex;
  std::set<const Package*> records;
  std::uint64_t kibibytes = 0;

  void operator()(const Package& package) {
    const std::lock_guard lock(mutex);
    records.insert(&package);
    kibibytes += getattr(package, "Installed_Size"_slot, std::uint64_t{0});
  }
};

class report {
 public:
  explicit report(const package_cache& cache) : cache_(cache) {}
  // Since the last one.
  void print(std::string_view what) {
    const std::size_t parsed = cache_.parsed(), found = cache_.found();
    std::cout << what << ": parsed " << parsed - parsed_ << ", found " << found - found_ << ", together "
              << parsed - parsed_ + found - found_ << '\n';
    parsed_ = parsed;
    found_ = found;
  }

 private:
  const package_cache& cache_;
  std::size_t parsed_ = 0, found_ = 0;
};

void show_cache(const package_index& index) {
  package_cache cache(index);
  report counts(cache);
  const auto nothing = [](const Package&) {};

  sightings seen;
  {
    package_cache::kept_records all;
    for (const std::string& name : index.names()) cache.ask(name, all, nothing);
    counts.print("One asks for all, and keeps them");
    run_threads([&] {
      package_cache::kept_records mine;
      for (const std::string& name : index.names()) cache.ask(name, mine, std::ref(seen));
    });
    counts.print("4 threads ask for all");
    std::cout << "  they saw " << seen.records.size() << " records, of " << seen.kibibytes / threads
              << " KiB when installed\n";
  }

  // A thread that waits for the others with its records in hand: each is parsed by whoever is the first to ask.
  std::latch all_have_asked(threads);
  run_threads([&] {
    package_cache::kept_records mine;
    for (const std::string& name : index.names()) cache.ask(name, mine, nothing);
    all_have_asked.arrive_and_wait();
  });
  counts.print("4 threads, when nobody has them any more");

  // Nobody waits: an owner drops a record while others may be looking at it, or for it. Nobody has a guard while
  // dropping one, so that no two wait for each other.
  run_threads([&] {
    for (const std::string& name : index.names()) {
      package_cache::kept_records mine;
      cache.ask(name, mine, nothing);
    }
  });
  counts.print("4 threads that keep nothing");

  package_cache::kept_records again;
  for (const std::string& name : index.names()) cache.ask(name, again, nothing);
  counts.print("One asks for all again");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 2 || (argc == 2 && std::string_view(argv[1]).starts_with('-'))) {
    std::cerr << "usage: observers [FILE]\n"
                 "  FILE  package records; without one, those of this machine, or else a small sample\n";
    return 2;
  }
  const std::string file = argc == 2 ? argv[1] : deb822::default_file();
  const std::string text = deb822::text_of(file);
  const package_index index(text);
  if (index.names().empty()) {
    std::cerr << file << ": no package records could be read\n";
    return EXIT_FAILURE;
  }
  show_observers();
  std::cout << '\n';
  show_cache(index);
  return EXIT_SUCCESS;
}
