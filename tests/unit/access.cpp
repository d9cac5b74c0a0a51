#include <slotted/access.hpp>

#include <slotted/slotted.hpp>

#include <cstdint>
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

namespace unit_access {

struct Point
    : sl::object<Point, sl::slots<sl::field<"x", double>, sl::slot<"label", std::string>, sl::slot<"n", int>>> {
  using object::object;
};

TEST_CASE("row 73: a slot starts unset, and reading it throws", "[access]") {
  const Point p{1.0};
  CHECK_FALSE(hasattr(p, "label"_slot));
  CHECK_THROWS_AS(getattr(p, "label"_slot), sl::attribute_error);
  CHECK_THROWS_AS(getattr(p, "label"), sl::attribute_error);
  CHECK_THROWS_AS(getattr<std::string>(p, "label"), sl::attribute_error);
  CHECK_THROWS_AS(p["label"_slot].value(), sl::attribute_error);
}

TEST_CASE("row 74: hasattr asks, getattr with a fallback answers without an exception", "[access]") {
  Point p{1.0};
  CHECK(getattr(p, "label"_slot, "dflt") == "dflt");
  CHECK(getattr(p, "label", "dflt") == "dflt");
  CHECK(getattr(p, "nope", "dflt") == "dflt");
  CHECK_FALSE(hasattr(p, "nope"));
  p["label"_slot] = "set";
  CHECK(getattr(p, "label"_slot, "dflt") == "set");
  CHECK(getattr(p, "label", "dflt") == "set");
  CHECK(hasattr(p, "label"));
}

TEST_CASE("row 71: a read with a fallback and a reset never fail", "[access]") {
  Point p{1.0};
  p["n"_slot].reset();
  CHECK(getattr(p, "n"_slot, -1) == -1);
  p["n"_slot] = 5;
  p["n"_slot].reset();
  p["n"_slot].reset();
  CHECK(p["n"_slot].value_or(-1) == -1);
}

TEST_CASE("row 77: delete, then unset; deleting again throws and changes nothing", "[access]") {
  Point p{1.0, "home", 3};
  delattr(p, "label"_slot);
  CHECK_FALSE(hasattr(p, "label"_slot));
  CHECK_THROWS_AS(delattr(p, "label"_slot), sl::attribute_error);
  CHECK_THROWS_AS(delattr(p, "label"), sl::attribute_error);
  CHECK(p["x"_slot] == 1.0);
  CHECK(getattr(p, "n"_slot) == 3);
  setattr(p, "label"_slot, "again");
  CHECK(getattr(p, "label"_slot) == "again");
}

TEST_CASE("row 87: slots are mutable, and an unset one has nothing to add to", "[access]") {
  Point p{1.0};
  p["x"_slot] += 5;
  CHECK(p["x"_slot] == 6.0);
  setattr(p, "n"_slot, 1);
  getattr(p, "n"_slot) += 2;
  CHECK(getattr(p, "n") == 3);
  *p["n"_slot] += 4;
  CHECK(getattr(p, "n") == 7);
  delattr(p, "n"_slot);
  CHECK_THROWS_AS(*p["n"_slot] += 1, sl::attribute_error);
  CHECK_THROWS_AS(getattr(p, "n"_slot) += 1, sl::attribute_error);
  CHECK_FALSE(hasattr(p, "n"));
}

TEST_CASE("row 84: replacing or deleting releases the old value", "[access]") {
  struct Shared : sl::object<Shared, sl::slots<sl::slot<"p", std::shared_ptr<int>>>> {
    using object::object;
  };
  const auto owner = std::make_shared<int>(1);
  Shared s;
  setattr(s, "p"_slot, owner);
  CHECK(owner.use_count() == 2);
  setattr(s, "p"_slot, nullptr);
  CHECK(owner.use_count() == 1);
  setattr(s, "p", owner);
  delattr(s, "p");
  CHECK(owner.use_count() == 1);
  {
    const Shared holds{owner};
    CHECK(owner.use_count() == 2);
  }
  CHECK(owner.use_count() == 1);
}

// Failures: nothing is changed by a call that throws.

struct One : sl::object<One, sl::slots<sl::slot<"value", tracked>, sl::field<"always", tracked, sl::defaults_to<>>>> {
  using object::object;
};

template <class Store>
void keeps_the_old_value(Store&& store) {
  for (const bool set : {false, true}) {
    const long failures = support::fail_everywhere([&](support::attempt& attempt) {
      One o;
      if (set) setattr(o, "value"_slot, 1);
      const bool failed = attempt([&] { store(o); });
      CHECK(hasattr(o, "value"_slot) == (set || !failed));
      if (hasattr(o, "value"_slot)) CHECK(getattr(o, "value"_slot).value == (failed ? 1 : 2));
    });
    CHECK(failures > 0);
  }
}

TEST_CASE("a store that throws at any point keeps the old value, or the slot unset", "[access]") {
  const tracked two(2);
  keeps_the_old_value([&](One& o) { setattr(o, "value"_slot, two); });         // copy
  keeps_the_old_value([&](One& o) { setattr(o, "value"_slot, tracked(2)); });  // move
  keeps_the_old_value([&](One& o) { setattr(o, "value"_slot, 2); });           // implicit constructor
  keeps_the_old_value(
      [&](One& o) { setattr(o, "value"_slot, support::converts_to_tracked{2}); });  // conversion function
  keeps_the_old_value([&](One& o) { setattr(o, "value", two); });
  keeps_the_old_value([&](One& o) { setattr(o, "value", tracked(2)); });
  keeps_the_old_value([&](One& o) { setattr(o, "value", 2); });
  keeps_the_old_value([&](One& o) { setattr(o, "value", support::converts_to_tracked{2}); });
  keeps_the_old_value([&](One& o) { setattr(o, sl::resolve<One>("value"), two); });
  keeps_the_old_value([&](One& o) { o["value"_slot] = two; });
  keeps_the_old_value([&](One& o) { sl::descriptor<One, "value">.set(o, two); });
}

struct Scalars : sl::object<Scalars, sl::slots<sl::slot<"number", std::uint8_t>, sl::slot<"pointer", const int*>,
                                               sl::slot<"own", double>>> {
  using object::object;
};

TEST_CASE("a scalar is written without asking whether it was there", "[access]") {
  Scalars o;
  CHECK_THROWS_AS(setattr(o, "number"_slot, 256), sl::type_error);
  CHECK_FALSE(hasattr(o, "number"_slot));
  setattr(o, "number"_slot, 255);
  CHECK_THROWS_AS(setattr(o, "number"_slot, -1), sl::type_error);
  CHECK(getattr(o, "number"_slot) == 255);
  setattr(o, "pointer"_slot, nullptr);
  CHECK(getattr(o, "pointer"_slot) == nullptr);
  CHECK_FALSE(hasattr(o, "own"_slot));
  o["own"_slot] = 2.0;
  o["own"_slot] = o["own"_slot].value();  // from itself
  setattr(o, "own"_slot, getattr(o, "own"_slot));
  CHECK(getattr(o, "own"_slot) == 2.0);
  CHECK(getattr(o, "number"_slot) == 255);
  static_assert([] {
    Scalars made;
    setattr(made, "number"_slot, 1);
    setattr(made, "number"_slot, getattr(made, "number"_slot));
    return getattr(made, "number"_slot) == 1 && !hasattr(made, "own"_slot);
  }());
}

TEST_CASE("a store into a field that throws at any point keeps the old value", "[access]") {
  CHECK(support::fail_everywhere([](support::attempt& attempt) {
          One o;
          const bool failed = attempt([&] { setattr(o, "always", 2); });
          CHECK(o["always"_slot].value == (failed ? 0 : 2));
        }) > 0);
}

TEST_CASE("a fallback that throws at any point leaks nothing", "[access]") {
  const One o;
  int sum = 0;
  CHECK(support::fail_everywhere(
            [&](support::attempt& attempt) { attempt([&] { sum += getattr(o, "value"_slot, 3).value; }); }) == 2);
  CHECK(support::fail_everywhere(
            [&](support::attempt& attempt) { attempt([&] { sum += getattr<tracked>(o, "value", 3).value; }); }) == 2);
  CHECK(sum == 4 * 3);
}

// Re-entrancy: values whose special members look at their own slot.

struct watcher;
struct Watched;

template <class T>
struct reported {
  static inline std::string text;
};

struct watcher {
  Watched* object = nullptr;
  int id = 0;
  watcher() = default;
  watcher(Watched* given, int number) : object(given), id(number) {}
  watcher(watcher&& other) noexcept : object(std::exchange(other.object, nullptr)), id(other.id) {}
  watcher& operator=(watcher&& other) noexcept {
    // As a careful type does: the new value is in place when the old one is let go.
    watcher old(std::move(*this));
    object = std::exchange(other.object, nullptr);
    id = other.id;
    return *this;
  }
  ~watcher();
};

struct Watched : sl::object<Watched, sl::slots<sl::slot<"w", watcher>, sl::slot<"other", int>,
                                               sl::slot<"handle", std::shared_ptr<watcher>>>> {
  using object::object;
};

watcher::~watcher() {
  if (object == nullptr) return;
  std::string& report = reported<watcher>::text;
  report += 'd' + std::to_string(id);
  if (hasattr(*object, "w"_slot))
    report += "sees" + std::to_string(getattr(*object, "w"_slot).id);
  else
    report += "unset";
  report += hasattr(*object, "w") ? "!" : ".";
  if (hasattr(*object, "handle"_slot)) report += getattr(*object, "handle"_slot) ? "full" : "null";
}

TEST_CASE("row 85: a value that is deleted finds its slot unset already", "[access]") {
  Watched o;
  std::string& report = reported<watcher>::text;
  setattr(o, "w"_slot, watcher(&o, 1));
  report.clear();
  delattr(o, "w"_slot);
  CHECK(report == "d1unset.");
  setattr(o, "w"_slot, watcher(&o, 2));
  report.clear();
  delattr(o, "w");
  CHECK(report == "d2unset.");
  setattr(o, "w"_slot, watcher(&o, 3));
  report.clear();
  o["w"_slot].reset();
  CHECK(report == "d3unset.");
  setattr(o, "w"_slot, watcher(&o, 4));
  report.clear();
  sl::descriptor<Watched, "w">.del(o);
  CHECK(report == "d4unset.");
}

TEST_CASE("row 85: a value that is replaced finds the new one in its place", "[access]") {
  Watched o;
  std::string& report = reported<watcher>::text;
  setattr(o, "w"_slot, watcher(&o, 1));
  report.clear();
  setattr(o, "w"_slot, watcher(&o, 2));
  CHECK(report == "d1sees2!");
  report.clear();
  setattr(o, "w", watcher(&o, 3));
  CHECK(report == "d2sees3!");
  report.clear();
  setattr(o, "handle"_slot, std::make_shared<watcher>(&o, 7));
  setattr(o, "handle"_slot, nullptr);
  CHECK(report == "d7sees3!null");
  o["w"_slot].reset();
}

TEST_CASE("a destroyed object's values find their slots unset", "[access]") {
  std::string& report = reported<watcher>::text;
  {
    Watched o;
    setattr(o, "w"_slot, watcher(&o, 1));
    report.clear();
  }
  CHECK(report == "d1unset.");
}

struct resetter;
struct Chain
    : sl::object<Chain, sl::slots<sl::slot<"a", std::shared_ptr<resetter>>, sl::slot<"b", std::shared_ptr<resetter>>>> {
  using object::object;
};
struct resetter {
  Chain* object;
  explicit resetter(Chain* given) : object(given) {}
  resetter(const resetter&) = delete;
  resetter& operator=(const resetter&) = delete;
  ~resetter() {
    if (hasattr(*object, "b"_slot)) delattr(*object, "b"_slot);
    setattr(*object, "a"_slot, nullptr);
  }
};

TEST_CASE("the destructor of a deleted value may set its own slot and delete others", "[access]") {
  Chain o;
  setattr(o, "a"_slot, std::make_shared<resetter>(&o));
  setattr(o, "b"_slot, nullptr);
  delattr(o, "a"_slot);
  CHECK(hasattr(o, "a"_slot));
  CHECK(getattr(o, "a"_slot) == nullptr);
  CHECK_FALSE(hasattr(o, "b"_slot));
  setattr(o, "a"_slot, std::make_shared<resetter>(&o));
  setattr(o, "a"_slot, nullptr);  // replaced: the old one sets the slot that has its new value
  CHECK(getattr(o, "a"_slot) == nullptr);
}

TEST_CASE("what is read and written has the types that it should have", "[access]") {
  Point p{1.0};
  const Point constant{1.0};
  STATIC_REQUIRE(std::is_same_v<decltype(getattr(p, "x"_slot)), double&>);
  STATIC_REQUIRE(std::is_same_v<decltype(getattr(constant, "x"_slot)), const double&>);
  STATIC_REQUIRE(std::is_same_v<decltype(getattr(Point{1.0}, "label"_slot)), std::string&&>);
  STATIC_REQUIRE(std::is_same_v<decltype(p["x"_slot]), double&>);
  STATIC_REQUIRE(std::is_same_v<decltype(constant["x"_slot]), const double&>);
  STATIC_REQUIRE(noexcept(hasattr(p, "x"_slot)));
  STATIC_REQUIRE(noexcept(hasattr(p, "label"_slot)));
  STATIC_REQUIRE(noexcept(p["x"_slot]));
}

TEST_CASE("unset, set and delete in constant expressions", "[access]") {
  constexpr int result = [] {
    struct Constant : sl::object<Constant, sl::slots<sl::slot<"a", int>, sl::slot<"b", int>>> {
      using object::object;
    };
    Constant o;
    int sum = hasattr(o, "a"_slot) ? 1000 : 0;
    setattr(o, "a"_slot, 1);
    setattr(o, "a"_slot, 2);
    setattr(o, "b"_slot, 40);
    sum += getattr(o, "a"_slot) + getattr(o, "b"_slot);
    delattr(o, "a"_slot);
    sum += hasattr(o, "a"_slot) ? 1000 : 0;
    setattr(o, "a"_slot, 300);
    return sum + getattr(o, "a"_slot) + getattr(o, "b"_slot, 0);
  }();
  STATIC_REQUIRE(result == 382);
}

}  // namespace unit_access
