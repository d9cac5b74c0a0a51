#include <slotted/weak_proxy.hpp>

#include <slotted/slotted.hpp>

#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include "support/catch.hpp"
#include "support/what_of.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using support::what_of;

namespace unit_weak_proxy {

struct W : sl::object<W, sl::slots<sl::slot<"x", int>, sl::weakref_slot, sl::dict_slot<>>> {
  using object::object;
  int twice() const { return 2 * get("x"_slot); }
};
struct Child : sl::object<Child, sl::extends<W>, sl::slots<sl::field<"y", int, sl::defaults_to<7>>>> {
  using object::object;
};

TEST_CASE("row 137: a proxy reads, sets and deletes the slots of its object", "[weak_proxy]") {
  W w;
  const sl::weak_proxy p(w);
  CHECK(what_of([&] { static_cast<void>(getattr(*p, "x"_slot)); }) ==
        "'W' object has no attribute 'x': the slot is unset");
  p["x"_slot] = 5;
  CHECK(w.get("x"_slot) == 5);
  CHECK(p->get("x"_slot) == 5);
  CHECK(p->twice() == 10);
  CHECK(p["x"_slot].value() == 5);
  CHECK(&*p == &w);
  CHECK(*p == w);
  setattr(*p, "dynamic", 3);
  CHECK(getattr<int>(w, "dynamic") == 3);
  delattr(*p, "x"_slot);
  CHECK_FALSE(hasattr(w, "x"_slot));
}

TEST_CASE("row 137: a proxy of a dead object throws, but for the question whether it lives", "[weak_proxy]") {
  auto w = std::make_unique<W>(1);
  const sl::weak_proxy p(*w);
  CHECK(static_cast<bool>(p));
  w.reset();
  CHECK_FALSE(static_cast<bool>(p));
  STATIC_REQUIRE(noexcept(static_cast<bool>(p)));
  constexpr const char* sentence = "weakly-referenced object no longer exists";
  CHECK(what_of([&] { static_cast<void>(*p); }) == sentence);
  CHECK(what_of([&] { static_cast<void>(p->twice()); }) == sentence);
  CHECK(what_of([&] { p["x"_slot] = 1; }) == sentence);
  CHECK(what_of([&] { delattr(*p, "x"_slot); }) == sentence);
  CHECK(what_of([&] { setattr(*p, "x", 1); }) == sentence);
  CHECK_THROWS_AS(*p, sl::reference_error);
  try {
    static_cast<void>(*p);
  } catch (const sl::reference_error& error) {
    CHECK(error.class_name() == "W");
    CHECK(error.name().empty());
  }
}

TEST_CASE("row 125: a proxy with a callback", "[weak_proxy]") {
  int called = 0;
  auto w = std::make_unique<W>(1);
  const sl::weak_proxy p(sl::weak_ref(*w, [&] { ++called; }));
  STATIC_REQUIRE(std::is_same_v<decltype(p), const sl::weak_proxy<W>>);
  CHECK(p->get("x"_slot) == 1);
  CHECK(sl::weak_count(*w) == 1);
  w.reset();
  CHECK(called == 1);
  CHECK_FALSE(p);
}

TEST_CASE("a proxy follows its object", "[weak_proxy]") {
  Child from("x"_slot = 1);
  const sl::weak_proxy p(from);
  const sl::weak_proxy<W> as_base(static_cast<sl::weak_ref<W>>(p.reference()));
  Child to(std::move(from));
  CHECK(&*p == &to);
  CHECK(&*as_base == &to);
  CHECK(p["y"_slot] == 7);
  CHECK(p.reference() == as_base.reference());
}

TEST_CASE("a proxy is one pointer, can be copied, and is made on purpose only", "[weak_proxy]") {
  STATIC_REQUIRE(sizeof(sl::weak_proxy<W>) == sizeof(void*));
  STATIC_REQUIRE(std::is_nothrow_copy_constructible_v<sl::weak_proxy<W>>);
  STATIC_REQUIRE(std::is_nothrow_move_assignable_v<sl::weak_proxy<W>>);
  STATIC_REQUIRE_FALSE(std::is_convertible_v<W&, sl::weak_proxy<W>>);
  STATIC_REQUIRE_FALSE(std::is_convertible_v<sl::weak_ref<W>, sl::weak_proxy<W>>);
  STATIC_REQUIRE_FALSE(std::is_convertible_v<sl::weak_proxy<W>, bool>);
  W w(1);
  const W c(2);
  STATIC_REQUIRE(std::is_same_v<decltype(sl::weak_proxy(c)), sl::weak_proxy<const W>>);
  STATIC_REQUIRE(std::is_same_v<decltype(*sl::weak_proxy(c)), const W&>);
  sl::weak_proxy p(w);
  const sl::weak_proxy copy = p;
  CHECK(&*copy == &w);
  CHECK(sl::weak_count(w) == 2);
  W other(3);
  p = sl::weak_proxy(other);
  CHECK(p->get("x"_slot) == 3);
  CHECK(copy->get("x"_slot) == 1);
  CHECK(sl::weak_proxy(c)["x"_slot].value() == 2);
  CHECK_FALSE(sl::weak_proxy(sl::weak_ref<W>()));
}

}  // namespace unit_weak_proxy
