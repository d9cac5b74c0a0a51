#include <slotted/dict_cell.hpp>

#include <slotted/slotted.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/allocations.hpp"
#include "support/catch.hpp"
#include "support/tracked.hpp"

namespace sl = slotted;
using sl::detail::class_record;
using sl::detail::dict_cell;
using sl::detail::hash_name;
using sl::detail::record_of_class;
using sl::detail::shape;
using support::tracked;

namespace unit_dict_cell {

template <class V>
struct Base : sl::object<Base<V>, sl::slots<sl::slot<"slot_of_base", int>, sl::dict_slot<V>>> {
  using Base::object::object;
};
template <class V>
struct Derived : sl::object<Derived<V>, sl::extends<Base<V>>, sl::slots<sl::slot<"slot_of_derived", int>>> {
  using Derived::object::object;
};
template <class V>
struct Sibling : sl::object<Sibling<V>, sl::extends<Base<V>>, sl::slots<sl::slot<"slot_of_sibling", int>>> {
  using Sibling::object::object;
};
/// With a registry of its own, as the same class in another shared library has.
template <class V>
struct Stranger : sl::object<Stranger<V>, sl::slots<sl::dict_slot<V>>> {
  using Stranger::object::object;
};

template <class V>
class_record& base = record_of_class<Base<V>>::record;
template <class V>
class_record& derived = record_of_class<Derived<V>>::record;
template <class V>
class_record& sibling = record_of_class<Sibling<V>>::record;
template <class V>
class_record& stranger = record_of_class<Stranger<V>>::record;

// Values of all kinds. Each has a number, and counts itself as a `tracked`.

/// Larger than what a `value` holds inside.
struct Heavy {
  tracked inner;
  double more = 0;
};
/// Copies may throw, moves do not: stands in the block.
struct Careful {
  std::unique_ptr<tracked> held;
  explicit Careful(int number) : held(new tracked(number)) {}
  Careful(const Careful& other) : held(new tracked(*other.held)) {}
  Careful(Careful&&) noexcept = default;
  Careful& operator=(Careful&&) noexcept = default;
  ~Careful() = default;
};
struct MoveOnly {
  std::unique_ptr<tracked> held;
  explicit MoveOnly(int number) : held(new tracked(number)) {}
};
struct alignas(64) Wide {
  Careful careful;
  explicit Wide(int number) : careful(number) {}
};

static_assert(sl::detail::stands_in_block<Careful> && sl::detail::stands_in_block<MoveOnly>);
static_assert(sl::detail::stands_in_block<Wide> && !sl::detail::stands_in_block<tracked>);

/// What a V is made from, and the number of a V.
template <class V>
struct making {
  using source = int;
  static int from(int number) { return number; }
  static int number_of(const V& held) {
    if constexpr (std::is_same_v<V, tracked>)
      return held.value;
    else if constexpr (std::is_same_v<V, Wide>)
      return reinterpret_cast<std::uintptr_t>(&held) % 64 == 0 ? held.careful.held->value : -100;
    else
      return held.held->value;
  }
};
template <>
struct making<sl::value> {
  static Heavy from(int number) { return {tracked(number)}; }
  static int number_of(const sl::value& held) { return held.get<Heavy>().inner.value; }
};
template <>
struct making<std::string> {
  static std::string from(int number) { return "a text that is longer than a small string " + std::to_string(number); }
  static int number_of(const std::string& held) { return std::stoi(held.substr(held.rfind(' '))); }
};

// What a cell has, in order; found by name, too.

using content = std::vector<std::pair<std::string, int>>;

template <class V>
content content_of(const dict_cell<V>& cell) {
  content found;
  const shape& names = cell.names();
  bool right = true;
  std::uint32_t alive = 0;
  for (std::uint32_t i = names.next_name(0); i != names.used; i = names.next_name(i + 1)) {
    const std::string name(names.names()[i]->view());
    right = right && cell.find(hash_name(name)) == i;
    ++alive;
    found.emplace_back(name, making<V>::number_of(cell.at(i)));
  }
  right = right && alive == names.alive && cell.empty() == (alive == 0);
  right = right && cell.find(hash_name("no such name")) == shape::none;
  if (!right) found.emplace_back("the names are out of order", -1);
  return found;
}
template <class V>
bool nothing_is_left() {
  return base<V>.registry->shape_count() == 0 && base<V>.registry->name_count() == 0 &&
         stranger<V>.registry->shape_count() == 0 && stranger<V>.registry->name_count() == 0;
}

std::string numbered(int i) { return "name " + std::to_string(i); }

template <class V>
void set(dict_cell<V>& cell, std::string_view name, int number) {
  cell.set(hash_name(name), making<V>::from(number));
}
template <class V>
void erase(dict_cell<V>& cell, std::string_view name) {
  cell.erase(cell.find(hash_name(name)));
}
template <class V>
void fill(dict_cell<V>& cell, int count) {
  for (int i = 0; i != count; ++i) set(cell, numbered(i), i);
}
/// A private shape with that many names behind holes, whatever their number.
template <class V>
void fill_apart(dict_cell<V>& cell, int count) {
  fill(cell, 40 + count);
  for (int i = 0; i != 40; ++i) erase(cell, numbered(i == 0 ? 39 : i - 1));
}

/// Runs an operation on two cells, with the first allocation failing, then the second, ...; the same with each
/// construction and copy of a value. It must be done or have changed nothing, and nothing may be left in the end.
template <class V, class SetUp, class Operation>
void is_done_or_changes_nothing(class_record& class_of_a, class_record& class_of_b, const SetUp& set_up,
                                const Operation& operation) {
  content done_a;
  content done_b;
  {
    dict_cell<V> a(class_of_a);
    dict_cell<V> b(class_of_b);
    set_up(a, b);
    operation(a, b);
    done_a = content_of(a);
    done_b = content_of(b);
  }
  const auto play = [&](auto& attempt) {
    bool right = true;
    {
      dict_cell<V> a(class_of_a);
      dict_cell<V> b(class_of_b);
      set_up(a, b);
      const content before_a = content_of(a);
      const content before_b = content_of(b);
      const class_record& real_a = a.real_class();
      const class_record& real_b = b.real_class();
      const bool failed = attempt([&] { operation(a, b); });
      right = content_of(a) == (failed ? before_a : done_a) && content_of(b) == (failed ? before_b : done_b);
      if (failed) right = right && &a.real_class() == &real_a && &b.real_class() == &real_b;
      // It can still be used.
      set(a, "afterwards", 1);
      erase(a, "afterwards");
      right = right && content_of(a) == (failed ? before_a : done_a);
    }
    return right && nothing_is_left<V>();
  };
  support::fail_every_allocation(play);
  support::fail_everywhere([&](support::attempt& attempt) { CHECK(play(attempt)); });
}
/// The same with one cell of the base's class.
template <class V, class SetUp, class Operation>
void is_done_or_changes_nothing(const SetUp& set_up, const Operation& operation) {
  is_done_or_changes_nothing<V>(
      base<V>, base<V>, [&](auto& a, auto&) { set_up(a); }, [&](auto& a, auto&) { operation(a); });
}

#define ALL_VALUES sl::value, std::string, tracked, Careful, MoveOnly, Wide

TEMPLATE_TEST_CASE("setting a new name either succeeds or changes nothing", "[dict_cell]", ALL_VALUES) {
  using V = TestType;
  const auto given = making<V>::from(1000);
  for (const int count : {0, 1, 2, 3, 5, 8, 15, 22, 30, 31, 32, 46, 50, 69, 70}) {
    CAPTURE(count);
    is_done_or_changes_nothing<V>([count](auto& cell) { fill(cell, count); },
                                  [&given](auto& cell) { cell.set(hash_name("new"), given); });
  }
  for (const int count : {1, 5, 6, 7, 15, 30}) {
    CAPTURE(count);
    is_done_or_changes_nothing<V>([count](auto& cell) { fill_apart(cell, count); },
                                  [&given](auto& cell) { cell.add(hash_name("new"), given); });
  }
}

TEMPLATE_TEST_CASE("replacing a value either succeeds or changes nothing", "[dict_cell]", sl::value, std::string,
                   Careful, MoveOnly, Wide) {
  using V = TestType;
  const auto given = making<V>::from(1000);
  for (const int count : {1, 3, 31, 40})
    for (const int place : {0, count / 2, count - 1}) {
      CAPTURE(count, place);
      const std::string name = numbered(place);
      is_done_or_changes_nothing<V>([count](auto& cell) { fill(cell, count); },
                                    [&](auto& cell) { cell.set(hash_name(name), given); });
    }
}

TEST_CASE("replacing a value whose moves may throw either succeeds or changes nothing", "[dict_cell]") {
  for (const int count : {1, 3, 40}) {
    CAPTURE(count);
    is_done_or_changes_nothing<tracked>([count](auto& cell) { fill(cell, count); },
                                        [](auto& cell) { cell.set(hash_name(numbered(0)), 1000); });
  }
}

TEMPLATE_TEST_CASE("adding what is there changes nothing", "[dict_cell]", ALL_VALUES) {
  using V = TestType;
  const auto given = making<V>::from(1000);
  for (const int count : {1, 5, 40})
    is_done_or_changes_nothing<V>([count](auto& cell) { fill(cell, count); },
                                  [&](auto& cell) {
                                    const std::uint32_t place = cell.add(hash_name("name 0"), given);
                                    if (place != 0) throw support::failure();
                                  });
}

TEMPLATE_TEST_CASE("erasing either succeeds or changes nothing", "[dict_cell]", ALL_VALUES) {
  using V = TestType;
  for (const int count : {1, 2, 4, 6, 9, 16, 31, 32, 40})
    for (const int place : {0, count / 2, count - 1}) {
      CAPTURE(count, place);
      const std::string name = numbered(place);
      is_done_or_changes_nothing<V>([count](auto& cell) { fill(cell, count); },
                                    [&](auto& cell) { cell.erase(cell.find(hash_name(name))); });
    }
  for (const int count : {1, 2, 10, 13, 14, 20})
    for (const int place : {40, 40 + count / 2, 39 + count}) {
      CAPTURE(count, place);
      const std::string name = numbered(place);
      is_done_or_changes_nothing<V>([count](auto& cell) { fill_apart(cell, count); },
                                    [&](auto& cell) { cell.erase(cell.find(hash_name(name))); });
    }
}

/// Cells of all kinds: empty, shared, private, private with holes.
template <class V>
std::vector<std::function<void(dict_cell<V>&)>> all_fillings() {
  return {[](dict_cell<V>&) {},
          [](dict_cell<V>& cell) { fill(cell, 1); },
          [](dict_cell<V>& cell) { fill(cell, 7); },
          [](dict_cell<V>& cell) { fill(cell, 40); },
          [](dict_cell<V>& cell) { fill_apart(cell, 3); },
          [](dict_cell<V>& cell) {
            fill(cell, 40);
            for (const int i : {0, 3, 20, 39}) erase(cell, numbered(i));
          }};
}

TEMPLATE_TEST_CASE("a rest that is not to be shared stays where it is, with a hole", "[dict_cell]", ALL_VALUES) {
  {
    dict_cell<TestType> cell(base<TestType>);
    fill(cell, 3);
    // As many shapes as there may be without the asking.
    std::vector<std::unique_ptr<dict_cell<TestType>>> others;
    while (base<TestType>.registry->shape_count() < sl::detail::shapes_for_the_asking) {
      others.push_back(std::make_unique<dict_cell<TestType>>(base<TestType>));
      set(*others.back(), "other " + std::to_string(others.size()), 0);
    }
    REQUIRE_FALSE(cell.names().is_private);
    erase(cell, numbered(1));
    CHECK(cell.names().is_private);
    CHECK(content_of(cell) == content{{numbered(0), 0}, {numbered(2), 2}});
  }
  CHECK(nothing_is_left<TestType>());
}

TEMPLATE_TEST_CASE("copying either succeeds or changes nothing", "[dict_cell]", sl::value, std::string, tracked,
                   Careful, Wide) {
  using V = TestType;
  for (const auto& fill_b : all_fillings<V>()) {
    is_done_or_changes_nothing<V>(
        base<V>, base<V>, [&](auto&, auto& b) { fill_b(b); },
        [](auto& a, auto& b) {
          dict_cell<V> copy(b);
          a = std::move(copy);
        });
    for (const auto& fill_a : all_fillings<V>())
      is_done_or_changes_nothing<V>(
          base<V>, base<V>,
          [&](auto& a, auto& b) {
            fill_a(a);
            fill_b(b);
          },
          [](auto& a, auto& b) { a = std::as_const(b); });
  }
}

TEMPLATE_TEST_CASE("assigning to an object of another class either succeeds or changes nothing", "[dict_cell]",
                   ALL_VALUES) {
  using V = TestType;
  class_record* const classes[] = {&base<V>, &derived<V>, &stranger<V>};
  const auto fillings = all_fillings<V>();
  for (class_record* const class_of_a : classes)
    for (class_record* const class_of_b : classes)
      for (std::size_t i = 0; i != fillings.size(); ++i) {
        CAPTURE(class_of_a->name, class_of_b->name, i);
        const auto set_up = [&](auto& a, auto& b) {
          fill(a, 2);
          fillings[i](b);
        };
        is_done_or_changes_nothing<V>(*class_of_a, *class_of_b, set_up, [](auto& a, auto& b) { a = std::move(b); });
        if constexpr (std::is_copy_constructible_v<V>)
          is_done_or_changes_nothing<V>(*class_of_a, *class_of_b, set_up,
                                        [](auto& a, auto& b) { a = std::as_const(b); });
      }
}

TEMPLATE_TEST_CASE("an object whose derived part has died is changed as any other", "[dict_cell]", ALL_VALUES) {
  using V = TestType;
  const auto given = making<V>::from(1000);
  for (const int count : {1, 2, 5, 31, 40}) {
    CAPTURE(count);
    const auto set_up = [count](auto& a, auto&) {
      fill(a, count);
      a.leave_class(base<V>);
    };
    is_done_or_changes_nothing<V>(derived<V>, base<V>, set_up, [&](auto& a, auto&) { a.set(hash_name("new"), given); });
    is_done_or_changes_nothing<V>(derived<V>, base<V>, set_up,
                                  [](auto& a, auto&) { a.erase(a.find(hash_name("name 0"))); });
  }
}

TEMPLATE_TEST_CASE("an object that becomes one of another class does so or stays", "[dict_cell]", ALL_VALUES) {
  using V = TestType;
  const auto fillings = all_fillings<V>();
  for (std::size_t i = 0; i != fillings.size(); ++i) {
    CAPTURE(i);
    for (class_record* const before : {&base<V>, &stranger<V>})
      is_done_or_changes_nothing<V>(
          *before, *before, [&](auto& a, auto&) { fillings[i](a); }, [](auto& a, auto&) { a.enter_class(derived<V>); });
  }
}

// The class that a cell knows.

TEST_CASE("an object is of the class whose turn it is", "[dict_cell]") {
  for (const int count : {0, 1, 40}) {
    dict_cell<int> cell(base<int>);
    for (int i = 0; i != count; ++i) cell.set(hash_name(numbered(i)), i);
    cell.enter_class(base<int>);
    CHECK(&cell.real_class() == &base<int>);
    cell.enter_class(derived<int>);
    CHECK(&cell.real_class() == &derived<int>);
    CHECK(cell.is_of(derived<int>));
    CHECK_FALSE(cell.is_of(base<int>));
    cell.leave_class(base<int>);
    CHECK(&cell.real_class() == &base<int>);
    CHECK(cell.is_of(base<int>));
    CHECK_FALSE(cell.is_of(derived<int>));
    CHECK(cell.names().alive == static_cast<std::uint32_t>(count));
    cell.clear();
    CHECK(&cell.real_class() == &base<int>);
  }
  CHECK(nothing_is_left<int>());
}

TEST_CASE("an object of one derived class can become one of another", "[dict_cell]") {
  for (const int count : {0, 1, 40}) {
    dict_cell<int> cell(base<int>);
    cell.enter_class(derived<int>);
    for (int i = 0; i != count; ++i) cell.set(hash_name(numbered(i)), i);
    cell.enter_class(sibling<int>);
    CHECK(&cell.real_class() == &sibling<int>);
    for (int i = 0; i != count; ++i) REQUIRE(*cell.find_value(hash_name(numbered(i))) == i);
  }
  CHECK(nothing_is_left<int>());
}

TEST_CASE("names that the registry does not share are the object's own", "[dict_cell]") {
  std::vector<dict_cell<int>> cells;
  for (int i = 0; i != 600; ++i) cells.emplace_back(base<int>).set(hash_name(numbered(i)), i);
  CHECK_FALSE(cells.front().names().is_private);
  CHECK(cells.back().names().is_private);
  for (int i = 0; i != 600; ++i) {
    REQUIRE(*cells[static_cast<std::size_t>(i)].find_value(hash_name(numbered(i))) == i);
    REQUIRE(cells[static_cast<std::size_t>(i)].find(hash_name(numbered(i + 1))) == shape::none);
  }
  cells.clear();
  CHECK(nothing_is_left<int>());
}

TEST_CASE("the name of a slot does not get into a dict, by no way", "[dict_cell]") {
  for (const int count : {0, 3, 31, 40}) {
    dict_cell<int> a(derived<int>);
    dict_cell<int> b(base<int>);
    for (int i = 0; i != count; ++i) {
      a.set(hash_name(numbered(i)), i);
      b.set(hash_name(numbered(i)), i);
    }
    for (const std::string_view name : {"slot_of_base", "slot_of_derived"}) {
      CHECK_THROWS_AS(a.set(hash_name(name), 1), sl::attribute_error);
      CHECK_THROWS_AS(a.add(hash_name(name), 1), sl::attribute_error);
    }
    CHECK_THROWS_AS(b.set(hash_name("slot_of_base"), 1), sl::attribute_error);
    b.set(hash_name("slot_of_derived"), 1);
    CHECK_THROWS_AS(a = std::as_const(b), sl::attribute_error);
    CHECK_THROWS_AS(a = std::move(b), sl::attribute_error);
    CHECK_THROWS_AS(b.enter_class(derived<int>), sl::attribute_error);  // NOLINT(bugprone-use-after-move)
    CHECK(a.names().alive == static_cast<std::uint32_t>(count));
    CHECK(b.names().alive == static_cast<std::uint32_t>(count) + 1);
    CHECK(*b.find_value(hash_name("slot_of_derived")) == 1);
    CHECK(&b.real_class() == &base<int>);
  }
  CHECK(nothing_is_left<int>());
}

// Values whose destructors, and whose constructors, use the same cell.

template <bool Boxed>
struct Acting {
  int number;
  bool armed;
  static inline std::function<void()> script;
  static inline int deaths = 0;
  static inline int live = 0;

  explicit Acting(int given, bool acts = false) : number(given), armed(acts) { ++live; }
  Acting(Acting&& other) noexcept(!Boxed) : number(other.number), armed(std::exchange(other.armed, false)) { ++live; }
  Acting& operator=(Acting&& other) noexcept(!Boxed) {
    std::swap(number, other.number);
    std::swap(armed, other.armed);
    return *this;
  }
  ~Acting() {
    --live;
    if (!std::exchange(armed, false)) return;
    ++deaths;
    script();
  }
};

template <class V>
std::vector<std::pair<std::string, int>> numbers_in(const dict_cell<V>& cell) {
  std::vector<std::pair<std::string, int>> found;
  const shape& names = cell.names();
  for (std::uint32_t i = names.next_name(0); i != names.used; i = names.next_name(i + 1))
    if (names.names()[i]->size == 1) found.emplace_back(names.names()[i]->view(), cell.at(i).number);
  return found;
}

/// a, b and c, of which a acts when it dies; in a private shape among many others.
template <class V>
void fill_acting(dict_cell<V>& cell, bool apart) {
  cell.set(hash_name("a"), 1, true);
  cell.set(hash_name("b"), 2);
  cell.set(hash_name("c"), 3);
  for (int i = 0; apart && i != 40; ++i) cell.set(hash_name(numbered(i)), i);
  V::deaths = 0;
}

TEMPLATE_TEST_CASE("a value that dies may change the dict that it was in", "[dict_cell]", Acting<false>, Acting<true>) {
  using V = TestType;
  for (const bool apart : {false, true}) {
    CAPTURE(apart);
    {
      dict_cell<V> cell(base<V>);
      V::script = [&cell] {
        if (const std::uint32_t b = cell.find(hash_name("b")); b != shape::none) cell.erase(b);
        cell.set(hash_name("d"), 4);
      };
      fill_acting(cell, apart);
      cell.set(hash_name("a"), 9);
      CHECK(V::deaths == 1);
      CHECK(numbers_in(cell) == content{{"a", 9}, {"c", 3}, {"d", 4}});
    }
    {
      dict_cell<V> cell(base<V>);
      V::script = [&cell] {
        cell.set(hash_name("c"), 30);
        cell.set(hash_name("d"), 4);
        cell.erase(cell.find(hash_name("b")));
      };
      fill_acting(cell, apart);
      cell.erase(cell.find(hash_name("a")));
      CHECK(V::deaths == 1);
      CHECK(numbers_in(cell) == content{{"c", 30}, {"d", 4}});
    }
    {
      dict_cell<V> cell(base<V>);
      V::script = [&cell] {
        CHECK(cell.empty());
        cell.set(hash_name("d"), 4);
      };
      fill_acting(cell, apart);
      cell.clear();
      CHECK(V::deaths == 1);
      CHECK(numbers_in(cell) == content{{"d", 4}});
      cell.set(hash_name("d"), 5, true);
      cell.erase(cell.find(hash_name("d")));  // the only one
      CHECK(V::deaths == 2);
      CHECK(numbers_in(cell) == content{{"d", 4}});
    }
    {
      dict_cell<V> cell(base<V>);
      V::script = [&cell] { cell.clear(); };
      fill_acting(cell, apart);
      cell.set(hash_name("a"), 9);
      CHECK(cell.empty());
      fill_acting(cell, apart);
      cell.erase(cell.find(hash_name("a")));
      CHECK(cell.empty());
    }
    {
      dict_cell<V> cell(base<V>);
      dict_cell<V> other(base<V>);
      other.set(hash_name("z"), 26);
      V::script = [&cell] { cell.set(hash_name("d"), 4); };
      fill_acting(cell, apart);
      cell = std::move(other);
      CHECK(V::deaths == 1);
      CHECK(numbers_in(cell) == content{{"z", 26}, {"d", 4}});
    }
    {
      auto cell = std::make_unique<dict_cell<V>>(base<V>);
      int rounds = 0;
      V::script = [&cell_there = *cell, &rounds] { cell_there.set(hash_name("a"), 1, ++rounds < 3); };
      fill_acting(*cell, apart);
      cell.reset();
      CHECK(V::deaths == 3);
    }
    CHECK(V::live == 0);
    CHECK(nothing_is_left<V>());
  }
}

/// Becomes a value by running something.
struct Made {
  int number;
  template <class F>
    requires std::is_invocable_r_v<int, F>
  explicit Made(F&& f) : number(f()) {}
  Made(Made&&) = default;
  Made& operator=(Made&&) = default;
};

TEST_CASE("a value that is made may change the dict that it is for", "[dict_cell]") {
  dict_cell<Made> cell(base<Made>);
  const auto fixed = [](int number) { return [number] { return number; }; };
  cell.set(hash_name("a"), [&] {
    cell.set(hash_name("b"), fixed(2));
    cell.set(hash_name("a"), fixed(3));
    return 1;
  });
  CHECK(numbers_in(cell) == content{{"b", 2}, {"a", 1}});
  cell.add(hash_name("c"), [&] {
    cell.set(hash_name("c"), fixed(4));
    return 5;
  });
  CHECK(numbers_in(cell) == content{{"b", 2}, {"a", 1}, {"c", 4}});
  cell.set(hash_name("a"), [&] {
    cell.clear();
    return 6;
  });
  CHECK(numbers_in(cell) == content{{"a", 6}});
}

TEST_CASE("a value may be copied from the dict that grows", "[dict_cell]") {
  dict_cell<std::string> cell(base<std::string>);
  set(cell, "first", 7);
  for (int i = 0; i != 100; ++i) cell.set(hash_name(numbered(i)), cell.at(0));
  for (const auto& [name, number] : content_of(cell)) REQUIRE(number == 7);
  cell.set(hash_name("first"), cell.at(0));
  CHECK(making<std::string>::number_of(cell.at(0)) == 7);
}

// The rest.

TEST_CASE("a dict that nobody uses asks for no memory", "[dict_cell]") {
  support::allocations::asked = 0;
  bool right = true;
  {
    dict_cell<sl::value> cell(base<sl::value>);
    right = right && cell.empty() && cell.find(hash_name("x")) == shape::none && !cell.find_value(hash_name("x"));
    right = right && cell.footprint() == 0 && cell.names().used == 0;
    dict_cell<sl::value> copy(cell);
    dict_cell<sl::value> moved(std::move(copy));
    cell = moved;
    cell = std::move(moved);
    cell.clear();
    right = right && sl::detail::equal_dicts(cell, moved);  // NOLINT(bugprone-use-after-move)
    cell.enter_class(derived<sl::value>);
    cell.leave_class(base<sl::value>);
  }
  const long asked = support::allocations::asked;
  CHECK(right);
  CHECK(asked == 0);
}

TEST_CASE("a moved dict is empty and as good as new", "[dict_cell]") {
  for (const int count : {1, 40}) {
    dict_cell<int> a(base<int>);
    for (int i = 0; i != count; ++i) a.set(hash_name(numbered(i)), i);
    const int* const place = &a.at(0);
    dict_cell<int> b(std::move(a));
    CHECK(a.empty());  // NOLINT(bugprone-use-after-move)
    CHECK(&a.real_class() == &base<int>);
    CHECK(&b.at(0) == place);
    a.set(hash_name("again"), 1);
    CHECK(a.names().alive == 1);
    dict_cell<int>& same = b;
    b = std::move(same);
    b = same;
    CHECK(b.names().alive == static_cast<std::uint32_t>(count));
    CHECK(*b.find_value(hash_name("name 0")) == 0);
  }
}

TEST_CASE("a replaced value stays in its place, an erased name comes back as the last", "[dict_cell]") {
  for (const int more : {0, 40}) {
    dict_cell<std::string> cell(base<std::string>);
    fill(cell, 3);
    for (int i = 0; i != more; ++i) set(cell, "more " + std::to_string(i), i);
    set(cell, "name 1", 10);
    CHECK(content_of(cell)[1] == std::pair<std::string, int>("name 1", 10));
    erase(cell, "name 1");
    CHECK(content_of(cell)[1] == std::pair<std::string, int>(more == 0 ? "name 2" : "name 2", 2));
    set(cell, "name 1", 11);
    CHECK(content_of(cell).back() == std::pair<std::string, int>("name 1", 11));
  }
}

TEST_CASE("erasing returns the place of the next name", "[dict_cell]") {
  for (const int count : {1, 2, 9, 31, 40, 100})
    for (const unsigned stride : {1u, 2u, 3u}) {
      dict_cell<std::string> cell(base<std::string>);
      fill(cell, count);
      content expected;
      unsigned at = 0;
      std::uint32_t place = cell.names().next_name(0);
      while (place != cell.names().used) {
        if (at % stride == 0) {
          place = cell.erase(place);
        } else {
          expected.emplace_back(numbered(static_cast<int>(at)), static_cast<int>(at));
          place = cell.names().next_name(place + 1);
        }
        ++at;
        place = cell.empty() ? cell.names().used : cell.names().next_name(place);
      }
      CAPTURE(count, stride);
      CHECK(at == static_cast<unsigned>(count));
      CHECK(content_of(cell) == expected);
    }
}

TEST_CASE("delete and insert again, forever: no growth", "[dict_cell]") {
  dict_cell<int> cell(base<int>);
  for (int i = 0; i != 50; ++i) cell.set(hash_name(numbered(i)), i);
  std::size_t most = 0;
  for (int i = 0; i != 5'000; ++i) {
    cell.erase(cell.find(hash_name(numbered(i))));
    cell.set(hash_name(numbered(i + 50)), i + 50);
    if (i > 100) most = std::max(most, cell.footprint());
  }
  CHECK(cell.names().alive == 50);
  CHECK(cell.names().capacity <= 200);
  CHECK(most <= 8'000);
  CHECK(base<int>.registry->shape_count() == 0);
  CHECK(base<int>.registry->name_count() == 50);
}

/// Counts how often it is moved.
struct Carried {
  static inline long moves = 0;
  int number;
  explicit Carried(int given) : number(given) {}
  Carried(Carried&& other) noexcept : number(other.number) { ++moves; }
  Carried& operator=(Carried&& other) noexcept {
    number = other.number;
    ++moves;
    return *this;
  }
  ~Carried() = default;
};

TEST_CASE("values are moved together seldom: deleting all names takes time in proportion", "[dict_cell]") {
  constexpr int count = 4'096;
  for (const int step : {1, count - 1, 1'235}) {  // from the front, from the back, all over
    dict_cell<Carried> cell(base<Carried>);
    for (int i = 0; i != count; ++i) cell.set(hash_name(numbered(i)), Carried(i));
    Carried::moves = 0;
    for (int i = 0, k = 0; i != count; ++i, k = (k + step) % count) cell.erase(cell.find(hash_name(numbered(k))));
    CAPTURE(step);
    CHECK(cell.empty());
    CHECK(Carried::moves >= count);  // each out of its place, to be destroyed when all is in order again
    CHECK(Carried::moves < 2 * count);
  }
}

TEST_CASE("dicts are equal if the same names have equal values, in any order", "[dict_cell]") {
  using sl::detail::equal_dicts;
  dict_cell<int> a(base<int>);
  dict_cell<int> b(base<int>);
  CHECK(equal_dicts(a, b));
  a.set(hash_name("x"), 1);
  CHECK_FALSE(equal_dicts(a, b));
  CHECK_FALSE(equal_dicts(b, a));
  b.set(hash_name("y"), 1);
  CHECK_FALSE(equal_dicts(a, b));
  a.set(hash_name("y"), 1);
  b.set(hash_name("x"), 1);
  CHECK(equal_dicts(a, b));
  for (int i = 0; i != 40; ++i) a.set(hash_name(numbered(i)), i);
  for (int i = 39; i >= 0; --i) b.set(hash_name(numbered(i)), i);
  CHECK(equal_dicts(a, b));
  b.set(hash_name(numbered(20)), 0);
  CHECK_FALSE(equal_dicts(a, b));
}

TEST_CASE("a dict counts its bytes", "[dict_cell]") {
  dict_cell<double> cell(base<double>);
  CHECK(cell.footprint() == 0);
  cell.set(hash_name("a"), 1.0);
  CHECK(cell.footprint() == sizeof(void*) + sizeof(double));
  cell.set(hash_name("b"), 1.0);
  CHECK(cell.footprint() == sizeof(void*) + 3 * sizeof(double));
  for (int i = 0; i != 40; ++i) cell.set(hash_name(numbered(i)), i);
  CHECK(cell.footprint() > cell.names().bytes() + 40 * sizeof(double));
}

TEST_CASE("what cannot be moved can be a dynamic attribute", "[dict_cell]") {
  struct Pinned {
    int number;
    explicit Pinned(int given) : number(given) {}
    Pinned(const Pinned&) = delete;
    Pinned& operator=(const Pinned&) = delete;
  };
  dict_cell<Pinned> cell(base<Pinned>);
  for (int i = 0; i != 40; ++i) cell.add(hash_name(numbered(i)), i);
  const Pinned* const place = cell.find_value(hash_name("name 39"));
  for (int i = 0; i != 35; ++i) erase(cell, numbered(i));
  CHECK(cell.find_value(hash_name("name 39")) == place);
  CHECK(place->number == 39);
  STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<dict_cell<Pinned>>);
  cell.set(hash_name("name 39"), 41);
  CHECK(cell.find_value(hash_name("name 39"))->number == 41);
}

TEST_CASE("a cell is copied if its values are, and moves without throwing", "[dict_cell]") {
  STATIC_REQUIRE(std::is_copy_constructible_v<dict_cell<sl::value>>);
  STATIC_REQUIRE(std::is_copy_assignable_v<dict_cell<tracked>>);
  STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<dict_cell<MoveOnly>>);
  STATIC_REQUIRE_FALSE(std::is_copy_assignable_v<dict_cell<MoveOnly>>);
  STATIC_REQUIRE(std::is_nothrow_move_constructible_v<dict_cell<tracked>>);
  STATIC_REQUIRE(std::is_nothrow_move_constructible_v<dict_cell<MoveOnly>>);
  STATIC_REQUIRE(std::is_nothrow_destructible_v<dict_cell<sl::value>>);
  STATIC_REQUIRE(sizeof(dict_cell<Wide>) == sizeof(void*));
}

}  // namespace unit_dict_cell
