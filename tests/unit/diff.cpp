#include <slotted/diff.hpp>

#include <slotted/slotted.hpp>

#include <cmath>
#include <cstddef>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/numbered.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_diff {

template <class O>
std::vector<std::string> differing(const O& a, const O& b) {
  std::vector<std::string> names;
  for (const std::string_view name : diff(a, b)) names.emplace_back(name);
  std::vector<std::string> other;
  for (const std::string_view name : diff(b, a)) other.emplace_back(name);
  CHECK(names == other);
  CHECK(names.empty() == (a == b));
  return names;
}
using names = std::vector<std::string>;

struct Point : sl::object<Point, sl::slots<sl::field<"x", int>, sl::slot<"label", std::string>, sl::slot<"n", int>>> {
  using object::object;
};
struct Pixel : sl::object<Pixel, sl::extends<Point>, sl::slots<sl::slot<"depth", int>>> {
  using object::object;
};

TEST_CASE("equal objects differ in nothing", "[diff]") {
  const Point p{1};
  CHECK(differing(p, p).empty());
  CHECK(differing(p, Point{1}).empty());
  CHECK(differing(Point{1, "a", 2}, Point{1, "a", 2}).empty());
}

TEST_CASE("slots with values that are not equal differ", "[diff]") {
  CHECK(differing(Point{1, "a", 2}, Point{2, "a", 2}) == names{"x"});
  CHECK(differing(Point{1, "a", 2}, Point{1, "b", 2}) == names{"label"});
  CHECK(differing(Point{1, "a", 2}, Point{3, "b", 4}) == names{"x", "label", "n"});
}

TEST_CASE("a slot that is set in one only differs, whatever its value", "[diff]") {
  Point a{1};
  const Point b{1};
  a["label"_slot] = "";
  CHECK(differing(a, b) == names{"label"});
  a["n"_slot] = 0;
  CHECK(differing(a, b) == names{"label", "n"});
  a["label"_slot].reset();
  CHECK(differing(a, b) == names{"n"});
  a["n"_slot].reset();
  CHECK(differing(a, b).empty());
}

TEST_CASE("slots of bases are among them, first", "[diff]") {
  Pixel a{"x"_slot = 1, "depth"_slot = 8};
  const Pixel b{"x"_slot = 2, "depth"_slot = 9};
  CHECK(differing(a, b) == names{"x", "depth"});
  const Point& base = a;
  CHECK(differing(base, static_cast<const Point&>(b)) == names{"x"});
  a["x"_slot] = 2;
  CHECK(differing(a, b) == names{"depth"});
}

TEST_CASE("the result can be asked by any name, and its slots be copied", "[diff]") {
  const Point before{1, "a", 2};
  Point after{1, "b", 3};
  const auto changed = diff(before, after);
  STATIC_REQUIRE(std::is_same_v<decltype(changed), const sl::slot_set<Point>>);
  CHECK(changed.contains("label"_slot));
  CHECK_FALSE(changed.contains("x"_slot));
  CHECK(changed.contains("n"));
  CHECK_FALSE(changed.contains("nope"));
  CHECK(changed.size() == 2);
  changed.for_each([&](auto slot) { slot.set(after, slot.get(before)); });
  CHECK(differing(before, after).empty());
}

TEST_CASE("a value that is not equal to itself differs from itself", "[diff]") {
  struct Measure : sl::object<Measure, sl::slots<sl::field<"value", double>, sl::slot<"error", double>>> {
    using object::object;
  };
  const Measure m{std::numeric_limits<double>::quiet_NaN(), 0.0};
  CHECK(differing(m, m) == names{"value"});
  CHECK(differing(Measure{0.0}, Measure{-0.0}).empty());
}

TEST_CASE("arrays by their elements, pointers by their addresses, hidden and readonly slots too", "[diff]") {
  struct Row : sl::object<Row, sl::slots<sl::slot<"cells", int[2]>, sl::slot<"pointer", std::shared_ptr<int>>,
                                         sl::slot<"hidden", int, sl::hidden>, sl::slot<"readonly", int, sl::readonly>,
                                         sl::slot<"constant", const int>>> {
    using object::object;
  };
  const int cells[2] = {1, 2};
  const int others[2] = {1, 3};
  CHECK(differing(Row{"cells"_slot = cells}, Row{"cells"_slot = cells}).empty());
  CHECK(differing(Row{"cells"_slot = cells}, Row{"cells"_slot = others}) == names{"cells"});
  const auto one = std::make_shared<int>(1);
  CHECK(differing(Row{"pointer"_slot = one}, Row{"pointer"_slot = one}).empty());
  CHECK(differing(Row{"pointer"_slot = one}, Row{"pointer"_slot = std::make_shared<int>(1)}) == names{"pointer"});
  CHECK(differing(Row{"hidden"_slot = 1, "readonly"_slot = 2, "constant"_slot = 3},
                  Row{"hidden"_slot = 2, "readonly"_slot = 3, "constant"_slot = 4}) ==
        names{"hidden", "readonly", "constant"});
}

struct only_equal {
  int n = 0;
  friend bool operator==(const only_equal&, const only_equal&) = default;
};

TEST_CASE("== is all that is asked for", "[diff]") {
  using Holder =
      sl::make_class<"Holder", sl::slots<sl::field<"value", only_equal>, sl::slot<"list", std::vector<int>>>>;
  CHECK(differing(Holder{only_equal{1}}, Holder{only_equal{2}}) == names{"value"});
  CHECK(differing(Holder{only_equal{1}, std::vector<int>{1}}, Holder{only_equal{1}, std::vector<int>{}}) ==
        names{"list"});
}

TEST_CASE("the fields of an adopted aggregate differ one by one", "[diff]") {
  struct event {
    int ts;
    std::string kind;
  };
  struct Event : sl::object<Event, sl::slots<sl::fields_of<event>, sl::slot<"note", int>>> {
    using object::object;
  };
  CHECK(differing(Event{event{1, "a"}}, Event{event{1, "b"}}) == names{"kind"});
  CHECK(differing(Event{event{1, "a"}}, Event{event{2, "a"}, "note"_slot = 1}) == names{"ts", "note"});
}

TEST_CASE("a class derived in plain C++ differs as the class that it is seen as", "[diff]") {
  struct Same : Point {
    using Point::Point;
  };
  const Same a{1};
  const Same b{2};
  CHECK(differing(a, b) == names{"x"});
  STATIC_REQUIRE(std::is_same_v<decltype(diff(a, b)), sl::slot_set<Point>>);
}

TEST_CASE("an object without slots differs in nothing", "[diff]") {
  struct Empty : sl::object<Empty, sl::slots<>> {};
  CHECK(diff(Empty(), Empty()).empty());
}

TEST_CASE("one of 200 slots", "[diff]") {
  struct Many : sl::object<Many, support::numbered_slots<200>> {
    using object::object;
  };
  const Many a;
  for (const std::size_t i : {0u, 7u, 8u, 63u, 64u, 127u, 128u, 199u}) {
    Many b;
    setattr(b, sl::slot_key<Many>::at(i), 1);
    CHECK(differing(a, b) == names{std::string(sl::slot_names<Many>[i])});
  }
}

struct Number : sl::object<Number, sl::slots<sl::field<"a", int>, sl::slot<"b", int>>> {
  using object::object;
};
constexpr bool differs_at_compile_time() {
  const Number a{1, 2};
  const Number b{1};
  const auto found = diff(a, b);
  return found.size() == 1 && found.contains("b"_slot) && *found.begin() == "b" && diff(a, a).empty();
}

TEST_CASE("diff is constexpr", "[diff]") { STATIC_REQUIRE(differs_at_compile_time()); }

}  // namespace unit_diff
