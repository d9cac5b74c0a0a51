#include <slotted/finalize.hpp>

#include <slotted/slotted.hpp>

#include <exception>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_finalize {

struct W : sl::object<W, sl::slots<sl::slot<"x", int>, sl::weakref_slot>> {
  using object::object;
};

TEST_CASE("row 140: a finalizer is called once, when its object dies", "[finalize]") {
  int called = 0;
  auto w = std::make_unique<W>();
  sl::finalizer f = sl::finalize(*w, [&] { ++called; });
  CHECK(f.alive());
  CHECK(called == 0);
  w.reset();
  CHECK(called == 1);
  CHECK_FALSE(f.alive());
  CHECK_FALSE(f());
  CHECK_FALSE(f.detach());
  CHECK(called == 1);
}

TEST_CASE("row 140: a finalizer that was called before, and one that was detached", "[finalize]") {
  int called = 0;
  auto w = std::make_unique<W>();
  sl::finalizer f = sl::finalize(*w, [&] { ++called; });
  CHECK(f());
  CHECK(called == 1);
  CHECK_FALSE(f.alive());
  CHECK_FALSE(f());
  sl::finalizer never = sl::finalize(*w, [&] { called += 100; });
  CHECK(never.detach());
  CHECK_FALSE(never.alive());
  CHECK_FALSE(never.detach());
  CHECK_FALSE(never());
  CHECK(sl::weak_count(*w) == 0);
  w.reset();
  CHECK(called == 1);
}

TEST_CASE("a callback stays when the handle is gone", "[finalize]") {
  int called = 0;
  auto w = std::make_unique<W>();
  static_cast<void>(sl::finalize(*w, [&] { called += 1; }));
  {
    const sl::finalizer dropped = sl::finalize(*w, [&] { called += 10; });
    CHECK(dropped.alive());
  }
  sl::finalizer assigned = sl::finalize(*w, [&] { called += 100; });
  assigned = sl::finalizer();
  CHECK_FALSE(assigned.alive());
  CHECK(sl::weak_count(*w) == 3);
  CHECK(called == 0);
  w.reset();
  CHECK(called == 111);
}

TEST_CASE("handles can be moved", "[finalize]") {
  STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<sl::finalizer>);
  STATIC_REQUIRE_FALSE(std::is_copy_assignable_v<sl::finalizer>);
  STATIC_REQUIRE(std::is_nothrow_move_constructible_v<sl::finalizer>);
  STATIC_REQUIRE(std::is_nothrow_move_assignable_v<sl::finalizer>);
  STATIC_REQUIRE(sizeof(sl::finalizer) == sizeof(void*));
  int called = 0;
  W w;
  sl::finalizer f = sl::finalize(w, [&] { ++called; });
  sl::finalizer g(std::move(f));
  CHECK_FALSE(f.alive());
  CHECK_FALSE(f());
  CHECK(g.alive());
  sl::finalizer& same = g;
  g = std::move(same);
  CHECK(g.alive());
  f = std::move(g);
  std::vector<sl::finalizer> handles;
  handles.push_back(std::move(f));
  handles.emplace_back();
  CHECK_FALSE(handles.back().alive());
  CHECK(handles.front()());
  CHECK(called == 1);
}

TEST_CASE("finalizers and callbacks of references take turns, the newest first", "[finalize]") {
  std::vector<int> called;
  auto w = std::make_unique<W>();
  const sl::weak_ref first(*w, [&] { called.push_back(1); });
  sl::finalize(*w, [&] { called.push_back(2); });
  const sl::weak_ref third(*w, [&] { called.push_back(3); });
  sl::finalizer fourth = sl::finalize(*w, [&] { called.push_back(4); });
  sl::finalize(*w, [&] {
    called.push_back(5);
    CHECK(first.expired());
    CHECK(fourth.alive());
  });
  w.reset();
  CHECK(called == std::vector{5, 4, 3, 2, 1});
  CHECK_FALSE(fourth.alive());
}

TEST_CASE("a finalizer follows its object, and is not of a copy", "[finalize]") {
  int called = 0;
  std::optional<W> to;
  {
    W from(1);
    sl::finalize(from, [&] { ++called; });
    const W copy(from);
    to.emplace(std::move(from));
  }
  CHECK(called == 0);
  to.reset();
  CHECK(called == 1);
}

TEST_CASE("what a callback throws: to who called it, else to the handler", "[finalize]") {
  static std::string heard;
  heard.clear();
  const auto before = sl::set_unraisable_handler([](std::exception_ptr thrown) {
    try {
      std::rethrow_exception(thrown);
    } catch (const std::exception& error) {
      heard += error.what();
    }
  });
  auto w = std::make_unique<W>();
  sl::finalizer f = sl::finalize(*w, [] { throw std::runtime_error("early"); });
  CHECK_THROWS_WITH(f(), "early");
  CHECK_FALSE(f.alive());
  CHECK_FALSE(f());
  CHECK(sl::weak_count(*w) == 0);
  CHECK(heard.empty());
  sl::finalize(*w, [] { throw std::runtime_error("late"); });
  w.reset();
  CHECK(heard == "late");
  sl::set_unraisable_handler(before);
}

TEST_CASE("what a callback holds is gone when it ran or was detached", "[finalize]") {
  for (int way = 0; way != 3; ++way) {
    auto held = std::make_shared<int>(1);
    const std::weak_ptr<int> watch = held;
    auto w = std::make_unique<W>();
    sl::finalizer f = sl::finalize(*w, [held = std::move(held)] { ++*held; });
    CHECK(watch.use_count() == 1);
    if (way == 0)
      CHECK(f());
    else if (way == 1)
      CHECK(f.detach());
    else
      w.reset();
    CHECK(watch.expired());
    CHECK_FALSE(f.alive());
  }
}

TEST_CASE("a callback that destroys, calls or assigns its own handle", "[finalize]") {
  auto w = std::make_unique<W>();
  int called = 0;
  std::optional<sl::finalizer> f;
  f.emplace(sl::finalize(*w, [&] {
    ++called;
    f.reset();
  }));
  CHECK((*f)());
  CHECK(called == 1);
  CHECK_FALSE(f);

  sl::finalizer g;
  g = sl::finalize(*w, [&] {
    ++called;
    CHECK_FALSE(g());
    CHECK_FALSE(g.alive());
    CHECK_FALSE(g.detach());
    g = sl::finalizer();
  });
  w.reset();
  CHECK(called == 2);
}

TEST_CASE("a callback that destroys its object", "[finalize]") {
  auto w = std::make_unique<W>();
  int called = 0;
  sl::finalizer f = sl::finalize(*w, [&] {
    ++called;
    w.reset();
  });
  const sl::weak_ref watch(*w, [&] { called += 10; });
  CHECK(f());
  CHECK(called == 11);
  CHECK(watch.expired());
}

TEST_CASE("a finalizer of an object that is dead already, or dies", "[finalize]") {
  W w;
  sl::expire(w);
  int called = 0;
  sl::finalizer f = sl::finalize(w, [&] { ++called; });
  CHECK_FALSE(f.alive());
  CHECK_FALSE(f());
  CHECK_FALSE(f.detach());
  auto dying = std::make_unique<W>();
  sl::finalizer late;
  sl::finalize(*dying, [&called, &late, object = dying.get()] {
    ++called;
    late = sl::finalize(*object, [&called] { called += 100; });
  });
  dying.reset();
  CHECK_FALSE(late.alive());
  CHECK(called == 1);
}

TEST_CASE("a finalizer of a const object", "[finalize]") {
  int called = 0;
  {
    const W w(1);
    sl::finalize(w, [&] { ++called; });
  }
  CHECK(called == 1);
}

}  // namespace unit_finalize
