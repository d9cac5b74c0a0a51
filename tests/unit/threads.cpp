#include <slotted/threads.hpp>

#include <atomic>
#include <thread>

#include "support/catch.hpp"

using slotted::detail::is_single_threaded;
using slotted::detail::patience;

TEST_CASE("who is in one of two threads is not alone", "[threads]") {
  bool alone_here = true;
  bool alone_there = true;
  std::atomic<bool> begun = false;
  std::atomic<bool> asked = false;
  std::thread other([&] {
    alone_there = is_single_threaded();
    begun = true;
    while (!asked) std::this_thread::yield();
  });
  while (!begun) std::this_thread::yield();
  alone_here = is_single_threaded();
  asked = true;
  other.join();
  CHECK_FALSE(alone_here);
  CHECK_FALSE(alone_there);
}

TEST_CASE("two threads that wait for each other in turn come to an end", "[threads]") {
  constexpr int turns = 200;
  std::atomic<int> turn = 0;
  const auto play = [&turn](int own) {
    for (int i = own; i < turns; i += 2) {
      patience waiting;
      while (turn != i) waiting.wait();
      ++turn;
    }
  };
  std::thread other(play, 1);
  play(0);
  other.join();
  CHECK(turn == turns);
}

TEST_CASE("who waits long lets others run, and returns each time", "[threads]") {
  std::atomic<bool> is_done = false;
  patience waiting;
  int rounds = 0;
  std::thread other([&] {
    for (int i = 0; i != 1000; ++i) std::this_thread::yield();
    is_done = true;
  });
  // More rounds than it only yields for, and more than it takes until it sleeps as long as it ever does.
  while (!is_done || rounds < 80) {
    waiting.wait();
    ++rounds;
  }
  other.join();
  CHECK(rounds >= 80);
}
