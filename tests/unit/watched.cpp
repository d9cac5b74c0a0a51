#include <slotted/watched.hpp>

#include <slotted/slotted.hpp>

#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/tracked.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using support::tracked;

namespace unit_watched {

/// Sees in its destructor whether somebody can still refer to it.
struct Body : sl::object<Body, sl::slots<sl::slot<"x", int>, sl::weakref_slot>> {
  using object::object;
  Body(const Body&) = default;
  Body(Body&&) = default;
  Body& operator=(const Body&) = default;
  Body& operator=(Body&&) = default;
  ~Body() { seen_alive += own && own->get() != nullptr ? 1 : 0; }
  std::shared_ptr<sl::weak_ref<Body>> own;
  static inline int seen_alive = 0;
};
struct Child : sl::object<Child, sl::extends<Body>, sl::slots<sl::slot<"y", std::string>>> {
  using object::object;
};
struct Members : sl::object<Members, sl::slots<sl::slot<"x", int>, sl::weakref_slot>> {
  using object::object;
  Members(int number, std::string its_text) : object(number), text(std::move(its_text)) {}
  std::string text = "a text that is longer than a small string";
};
struct Throwing : sl::object<Throwing, sl::slots<sl::slot<"x", int>, sl::weakref_slot>> {
  using object::object;
  Throwing() = default;
  explicit Throwing(tracked given) : member(std::move(given)) {}
  tracked member;
};
struct MoveOnly : sl::object<MoveOnly, sl::slots<sl::slot<"p", std::unique_ptr<int>>, sl::weakref_slot>> {
  using object::object;
};

TEST_CASE("a watched class: the references die before the destructor's body and the members", "[watched]") {
  for (const bool is_watched : {false, true}) {
    Body::seen_alive = 0;
    auto own = std::make_shared<sl::weak_ref<Body>>();
    {
      std::unique_ptr<Body> plain;
      std::unique_ptr<sl::watched<Body>> watched;
      if (is_watched)
        watched = std::make_unique<sl::watched<Body>>(1);
      else
        plain = std::make_unique<Body>(1);
      Body& body = is_watched ? *watched : *plain;
      body.own = own;
      *own = sl::weak_ref(body);
      CHECK(own->get() == &body);
    }
    CHECK(own->expired());
    CHECK(Body::seen_alive == (is_watched ? 0 : 1));
  }
}

TEST_CASE("callbacks of a watched class run before the destructor's body", "[watched]") {
  struct Order : sl::object<Order, sl::slots<sl::weakref_slot>> {
    using object::object;
    explicit Order(std::vector<int>* its_log) : log(its_log) {}
    ~Order() { log->push_back(2); }
    std::vector<int>* log = nullptr;
  };
  std::vector<int> log;
  sl::weak_ref<Order> w;
  {
    sl::watched<Order> order(&log);
    w = sl::weak_ref<Order>(order, [&] { log.push_back(1); });
  }
  CHECK(log == std::vector{1, 2});
}

TEST_CASE("a watched class is as large as the class, final, and made in the same ways", "[watched]") {
  STATIC_REQUIRE(sizeof(sl::watched<Body>) == sizeof(Body));
  STATIC_REQUIRE(sizeof(sl::watched<Members>) == sizeof(Members));
  STATIC_REQUIRE(std::is_final_v<sl::watched<Body>>);
  STATIC_REQUIRE(sl::slot_names<sl::watched<Child>> == sl::slot_names<Child>);
  STATIC_REQUIRE(sl::has_weakref<sl::watched<Child>>);
  STATIC_REQUIRE(std::is_default_constructible_v<sl::watched<Body>>);
  STATIC_REQUIRE(std::is_copy_constructible_v<sl::watched<Body>>);
  STATIC_REQUIRE(std::is_nothrow_move_constructible_v<sl::watched<Body>>);
  STATIC_REQUIRE(std::is_nothrow_move_assignable_v<sl::watched<Body>>);
  STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<sl::watched<MoveOnly>>);
  STATIC_REQUIRE(std::is_nothrow_move_constructible_v<sl::watched<MoveOnly>>);
  STATIC_REQUIRE(std::is_nothrow_move_assignable_v<sl::watched<MoveOnly>>);
  STATIC_REQUIRE_FALSE(std::is_nothrow_move_constructible_v<sl::watched<Throwing>>);

  const sl::watched<Members> by_default;
  CHECK(by_default.text == "a text that is longer than a small string");
  const sl::watched<Members> by_name("x"_slot = 2);
  CHECK(by_name.get("x"_slot) == 2);
  sl::watched<Members> by_own(3, std::string("own"));
  CHECK(by_own.text == "own");
  by_own["x"_slot] = 4;
  CHECK(getattr(by_own, "x"_slot) == 4);
  CHECK(sl::watched<Child>("x"_slot = 1, "y"_slot = "why").get("y"_slot) == "why");
}

TEST_CASE("references name a watched object as itself or as its class", "[watched]") {
  sl::watched<Members> object(1, std::string("text"));
  const sl::weak_ref as_class(object);
  const sl::weak_ref<sl::watched<Members>> as_itself(object);
  STATIC_REQUIRE(std::is_same_v<decltype(as_class), const sl::weak_ref<Members>>);
  CHECK(as_class == as_itself);
  CHECK(as_itself.get() == &object);
  CHECK(as_itself.lock()->text == "text");
  const sl::weak_ref<Members> converted = as_itself;
  CHECK(converted.get() == &object);
  CHECK(sl::weak_count(object) == 3);
}

TEST_CASE("a watched object moves as a whole, members included", "[watched]") {
  sl::watched<Members> from(1, std::string(50, 'm'));
  int deaths = 0;
  const sl::weak_ref<sl::watched<Members>> as_itself(from);
  const sl::weak_ref as_class(from, [&] { ++deaths; });
  sl::watched<Members> to(std::move(from));
  CHECK(as_itself.get() == &to);
  CHECK(as_class.get() == &to);
  CHECK(to.text == std::string(50, 'm'));
  sl::watched<Members> third;
  int third_dies = 0;
  const sl::weak_ref of_third(third, [&] {
    ++third_dies;
    CHECK(third.text == std::string(50, 'm'));  // the assignment is done
  });
  third = std::move(to);
  CHECK(as_itself.get() == &third);
  CHECK(third_dies == 1);
  CHECK(third.get("x"_slot) == 1);
  sl::watched<Members>& same = third;
  third = std::move(same);
  CHECK(as_itself.get() == &third);
  std::vector<sl::watched<Members>> grows;
  grows.push_back(std::move(third));
  for (int i = 0; i != 20; ++i) grows.emplace_back();
  CHECK(as_itself.get() == &grows[0]);
  CHECK(deaths == 0);
  grows.erase(grows.begin());
  CHECK(deaths == 1);
  CHECK(as_itself.expired());
}

TEST_CASE("a slice of a watched object leaves references that name it so", "[watched]") {
  sl::watched<Members> object(1, std::string("text"));
  const sl::weak_ref<sl::watched<Members>> as_itself(object);
  const Members slice(std::move(static_cast<Members&>(object)));
  CHECK(slice.text == "text");
  CHECK(as_itself.get() == &object);
  Members target;
  target = std::move(static_cast<Members&>(object));
  CHECK(as_itself.get() == &object);
  const sl::watched<Members> moved(std::move(object));
  CHECK(as_itself.get() == &moved);
}

TEST_CASE("a watched object made of one of its class: a copy has no references, a move takes them", "[watched]") {
  Members plain(1, std::string("text"));
  const sl::weak_ref w(plain);
  const sl::watched<Members> copy(plain);
  CHECK(copy.text == "text");
  CHECK(w.get() == &plain);
  CHECK(sl::weak_count(copy) == 0);
  const sl::watched<Members> moved(std::move(plain));
  CHECK(w.get() == &moved);
  CHECK(moved.text == "text");
}

TEST_CASE("copies of watched objects have no references, and leave those of the target", "[watched]") {
  sl::watched<Members> a(1, std::string("a"));
  sl::watched<Members> b(2, std::string("b"));
  const sl::weak_ref of_a(a);
  const sl::weak_ref of_b(b);
  b = a;
  CHECK(b.text == "a");
  CHECK(of_b.get() == &b);
  const sl::watched<Members> copy(a);
  CHECK(sl::weak_count(copy) == 0);
  CHECK(of_a.get() == &a);
}

TEST_CASE("a member that throws while a watched object moves: the references stay", "[watched]") {
  using Watched = sl::watched<Throwing>;
  const long failures = support::fail_everywhere([](support::attempt& one) {
    Watched from{tracked(1)};
    const sl::weak_ref<Watched> w(from);
    alignas(Watched) unsigned char memory[sizeof(Watched)];
    Watched* to = nullptr;
    const bool failed = one([&] { to = ::new (memory) Watched(std::move(from)); });
    CHECK(w.get() == (failed ? &from : to));
    CHECK(w.lock());
    if (to != nullptr) to->~Watched();
    CHECK(w.expired() == !failed);
  });
  CHECK(failures > 0);
  const long assignments = support::fail_everywhere([](support::attempt& one) {
    Watched from{tracked(1)};
    Watched to{tracked(2)};
    const sl::weak_ref<Watched> of_from(from);
    const sl::weak_ref<Watched> of_to(to);
    const bool failed = one([&] { to = std::move(from); });
    CHECK(of_from.get() == (failed ? &from : &to));
    CHECK(of_to.get() == (failed ? &to : nullptr));
    CHECK(of_from.lock());
  });
  CHECK(assignments > 0);
}

constexpr int watched_in_constant_evaluation() {
  struct Point : sl::object<Point, sl::slots<sl::field<"x", int>, sl::weakref_slot>> {
    using object::object;
  };
  sl::watched<Point> a(1);
  sl::watched<Point> b(std::move(a));
  a = std::move(b);
  return a.get("x"_slot);
}

TEST_CASE("watched objects in constant evaluation", "[watched]") {
  STATIC_REQUIRE(watched_in_constant_evaluation() == 1);
}

}  // namespace unit_watched
