#include <slotted/items.hpp>

#include <slotted/format.hpp>
#include <slotted/slotted.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <forward_list>
#include <functional>
#include <list>
#include <memory>
#include <new>
#include <ranges>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/allocations.hpp"
#include "support/catch.hpp"
#include "support/tracked.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using support::allocations;
using support::tracked;

namespace unit_items {

// Text that is hashed once: header and characters in one allocation.
struct Text : sl::object<Text, sl::slots<sl::field<"hash", std::uint32_t>, sl::items<const char>>> {
  using object::object;
  [[nodiscard]] std::string_view view() const { return {items_of(*this).data(), items_of(*this).size()}; }
};

// A node of a tree, its children in it.
enum class op : std::uint8_t { number, sum, product };
struct Expr : sl::object<Expr, sl::slots<sl::field<"op", op>, sl::field<"value", int, sl::defaults_to<0>>,
                                         sl::items<std::unique_ptr<Expr>, std::uint16_t>>> {
  using object::object;
};
static_assert(sizeof(Expr) == 8);

int eval(const Expr& expr) {
  int result = expr["op"_slot] == op::product ? 1 : 0;
  for (const auto& operand : items_of(expr))
    if (expr["op"_slot] == op::product)
      result *= eval(*operand);
    else
      result += eval(*operand);
  return expr["op"_slot] == op::number ? expr["value"_slot] : result;
}

struct Row : sl::object<Row, sl::slots<sl::field<"number", int>, sl::items<double>>> {
  using object::object;
};

std::vector<double> doubles_of(const Row& row) { return {items_of(row).begin(), items_of(row).end()}; }

using doubles = std::vector<double>;

TEST_CASE("a text in one allocation", "[items]") {
  const long before = allocations::asked;
  const auto text = sl::make_with_items<Text>("hello", "hash"_slot = 5u);
  CHECK(allocations::asked == before + 1);
  static_assert(std::is_same_v<decltype(text), const std::unique_ptr<Text>>);
  static_assert(sizeof(text) == sizeof(void*));
  CHECK(text->view() == "hello");
  CHECK((*text)["hash"_slot] == 5u);
  CHECK(getattr<std::uint32_t>(*text, "hash") == 5u);
  CHECK(footprint(*text) == 8 + 5);
  CHECK(repr(*text) == "Text(hash=5, items='hello')");
}

TEST_CASE("a tree whose nodes hold their children", "[items]") {
  const auto number = [](int value) { return sl::make_with_items<Expr>(0, op::number, value); };
  std::vector<std::unique_ptr<Expr>> operands;
  operands.push_back(number(3));
  operands.push_back(number(4));
  auto product = sl::make_with_items<Expr>(std::move(operands), op::product);
  std::array<std::unique_ptr<Expr>, 2> more{std::move(product), number(5)};
  const long before = allocations::asked;
  const auto sum = sl::make_with_items<Expr>(std::move(more), op::sum);
  CHECK(allocations::asked == before + 1);
  CHECK(eval(*sum) == 17);
  CHECK(footprint(*sum) == 8 + 2 * sizeof(void*));
  CHECK(repr(*items_of(*sum)[1]) == "Expr(op=op::number, value=5, items=[])");
  // The children are what they are to anybody: here one is replaced.
  items_of(*sum)[1] = number(6);
  CHECK(eval(*sum) == 18);
}

TEST_CASE("items from a number, copies, a call for each", "[items]") {
  CHECK(doubles_of(*sl::make_with_items<Row>(3, 1)) == doubles{0, 0, 0});
  CHECK(doubles_of(*sl::make_with_items<Row>(std::uint8_t{2}, 1)) == doubles{0, 0});
  CHECK(doubles_of(*sl::make_with_items<Row>(0, 1)).empty());
  CHECK(doubles_of(*sl::make_with_items<Row>(sl::copies(3, 0.5), 1)) == doubles{0.5, 0.5, 0.5});
  CHECK(doubles_of(*sl::make_with_items<Row>(sl::copies(2, 7), 1)) == doubles{7, 7});
  const auto squares = sl::generated(4, [](std::size_t i) { return static_cast<double>(i * i); });
  CHECK(doubles_of(*sl::make_with_items<Row>(squares, 1)) == doubles{0, 1, 4, 9});
  int calls = 0;
  auto counting = sl::generated(3, [&calls](std::size_t) mutable { return ++calls; });
  CHECK(doubles_of(*sl::make_with_items<Row>(counting, 1)) == doubles{1, 2, 3});
}

TEST_CASE("items from ranges of all kinds", "[items]") {
  const doubles three{1, 2, 3};
  const auto made_of = [](auto&& range) {
    return doubles_of(*sl::make_with_items<Row>(std::forward<decltype(range)>(range), 1));
  };
  CHECK(made_of(three) == three);
  CHECK(made_of(doubles(three)) == three);
  CHECK(made_of(std::list<float>{1, 2, 3}) == three);
  CHECK(made_of(std::forward_list<int>{1, 2, 3}) == three);
  CHECK(made_of(std::deque<double>{1, 2, 3}) == three);
  CHECK(made_of(std::set<std::int64_t>{3, 2, 1}) == three);
  CHECK(made_of(std::span(three)) == three);
  CHECK(made_of(std::span(three).first(0)).empty());
  CHECK(made_of(std::array{1.0, 2.0, 3.0}) == three);
  const double plain[] = {1, 2, 3};
  CHECK(made_of(plain) == three);
  CHECK(made_of(std::views::iota(1, 4)) == three);
  CHECK(made_of(three | std::views::filter([](double d) { return d > 1; })) == doubles{2, 3});
  CHECK(doubles_of(*sl::make_with_items<Row>({1.0, 2.0, 3.0}, 1)) == three);
  CHECK(doubles_of(*sl::make_with_items<Row>({}, 1)).empty());
  const std::initializer_list<double> list{1, 2, 3};
  CHECK(made_of(list) == three);
  const auto one_row = sl::make_with_items<Row>(three, 1);
  CHECK(made_of(items_of(*one_row)) == three);
}

TEST_CASE("text for characters: without the null of a literal, whatever it is in", "[items]") {
  const auto view_of = [](auto&& text) {
    return std::string(sl::make_with_items<Text>(std::forward<decltype(text)>(text), 1u)->view());
  };
  using namespace std::string_view_literals;
  CHECK(view_of("abc") == "abc");
  CHECK(view_of("") == "");
  CHECK(view_of("a\0c"sv) == std::string("a\0c", 3));
  CHECK(view_of(std::string("abc")) == "abc");
  const char* const pointer = "abc";
  CHECK(view_of(pointer) == "abc");
  CHECK(view_of(std::vector<char>{'a', 'b'}) == "ab");
  CHECK(sl::make_with_items<Text>({'a', 'b'}, 1u)->view() == "ab");
}

template <class Character>
struct TextOf : sl::object<TextOf<Character>, sl::slots<sl::items<const Character>>> {
  using TextOf::object::object;
};
template <class Character, std::size_t N>
bool holds_all_but_the_null(const Character (&literal)[N]) {
  const auto made = sl::make_with_items<TextOf<Character>>(literal);
  return std::basic_string_view<Character>(items_of(*made).data(), items_of(*made).size()) ==
         std::basic_string_view<Character>(literal, N - 1);
}

TEST_CASE("each kind of character makes text, and is no number of items", "[items]") {
  CHECK(holds_all_but_the_null("abc"));
  CHECK(holds_all_but_the_null(L"abc"));
  CHECK(holds_all_but_the_null(u8"abc"));
  CHECK(holds_all_but_the_null(u"abc"));
  CHECK(holds_all_but_the_null(U"abc"));
  using sl::detail::is_number;
  STATIC_REQUIRE_FALSE(is_number<char> || is_number<wchar_t> || is_number<char8_t> || is_number<char16_t> ||
                       is_number<char32_t> || is_number<bool> || is_number<double>);
  STATIC_REQUIRE(is_number<signed char> && is_number<unsigned char> && is_number<short> && is_number<std::uint64_t>);
}

TEST_CASE("values of a container that is given away are moved, those of a view are not", "[items]") {
  struct Names : sl::object<Names, sl::slots<sl::items<std::string>>> {
    using object::object;
  };
  const std::string text(40, 'x');
  std::vector<std::string> source{text, text};
  const auto copied = sl::make_with_items<Names>(source);
  CHECK(source[0] == text);
  const auto of_a_view = sl::make_with_items<Names>(source | std::views::transform([](auto& s) -> auto& { return s; }));
  CHECK(source[1] == text);
  const auto of_a_span = sl::make_with_items<Names>(std::span(source));
  CHECK(source[0] == text);
  const void* const characters = source[1].data();
  const auto moved = sl::make_with_items<Names>(std::move(source));
  CHECK(items_of(*moved)[1].data() == characters);
  CHECK(*moved == *copied);
  CHECK(*moved == *of_a_view);
  CHECK(*moved == *of_a_span);
  const std::vector<std::string> constant{text};
  CHECK(items_of(*sl::make_with_items<Names>(std::move(constant)))[0] == text);  // NOLINT(performance-move-const-arg)
}

TEST_CASE("values become items by the value rule", "[items]") {
  struct Bytes : sl::object<Bytes, sl::slots<sl::field<"number", int>, sl::items<std::uint8_t>>> {
    using object::object;
  };
  const auto bytes = sl::make_with_items<Bytes>(std::vector{1, 255}, 1);
  CHECK(items_of(*bytes)[1] == 255);
  const std::vector too_large{1, 256};
  const long live = allocations::live;  // with the vector's, unless the compiler leaves that out
  bool thrown = false;
  try {  // by hand: Catch keeps memory of its own from one assertion to the next
    static_cast<void>(sl::make_with_items<Bytes>(too_large, 1));
  } catch (const sl::type_error&) {
    thrown = true;
  }
  const long left = allocations::live - live;
  CHECK(thrown);
  CHECK(left == 0);
  try {
    static_cast<void>(sl::make_with_items<Bytes>(sl::copies(2, -1), 1));
    FAIL("no exception");
  } catch (const sl::type_error& error) {
    CHECK(error.class_name() == "Bytes");
    CHECK(error.name() == "items");
    CHECK_THAT(error.what(), support::contains("-1"));
  }
}

TEST_CASE("items are const as the object is", "[items]") {
  const auto row = sl::make_with_items<Row>(2, 1);
  static_assert(std::is_same_v<decltype(items_of(*row)), std::span<double>>);
  static_assert(std::is_same_v<decltype(items_of(std::as_const(*row))), std::span<const double>>);
  static_assert(std::is_same_v<decltype(items_of(std::declval<Text&>())), std::span<const char>>);
  static_assert(noexcept(items_of(*row)));
  items_of(*row)[1] = 2.5;
  CHECK(doubles_of(*row) == doubles{0, 2.5});
  const std::unique_ptr<const Row> constant = sl::make_with_items<Row>({4.0}, 1);
  CHECK(items_of(*constant)[0] == 4.0);
}

TEST_CASE("an object that was made in another way has no items", "[items]") {
  Row row{1};
  CHECK(items_of(row).empty());
  const auto made = std::make_unique<Row>(1);
  CHECK(items_of(*made).empty());
  CHECK(*made == row);
  static constexpr Row constant{3};
  static_assert(items_of(constant).empty());
  CHECK(items_of(constant).empty());
}

// ---- memory

struct alignas(64) lanes {
  float values[16];
};
template <class Item, class... Header>
struct Aligned : sl::object<Aligned<Item, Header...>, sl::slots<Header..., sl::items<Item>>> {
  using Aligned::object::object;
};
struct alignas(128) large {
  int value;
};

template <class X, class Item>
struct by_hand {
  X x;
  std::uint32_t count;
  Item items[1];
};

template <class C, class... Header>
void check_place(Header... header) {
  using item = typename std::remove_reference_t<decltype(items_of(std::declval<C&>()))>::element_type;
  using written = by_hand<typename decltype(sl::descriptor<C, "x">)::value_type, item>;
  constexpr std::size_t header_bytes = offsetof(written, items);
  for (const std::size_t n : {0u, 1u, 2u, 7u}) {
    const long before = allocations::asked;
    const auto made = sl::make_with_items<C>(n, header...);
    CHECK(allocations::asked == before + 1);
    const auto all = items_of(*made);
    CHECK(all.size() == n);
    CHECK(reinterpret_cast<std::uintptr_t>(all.data()) % alignof(item) == 0);
    CHECK(reinterpret_cast<std::uintptr_t>(made.get()) % alignof(C) == 0);
    const auto distance = reinterpret_cast<unsigned char*>(all.data()) - reinterpret_cast<unsigned char*>(made.get());
    CHECK(static_cast<std::size_t>(distance) == header_bytes);
    const std::size_t bytes = header_bytes + n * sizeof(item);
    CHECK(footprint(*made) == (n == 0 || bytes < sizeof(C) ? sizeof(C) : bytes));
    CHECK(getattr(*made, "x"_slot) == typename decltype(sl::descriptor<C, "x">)::value_type(header...));
  }
}

TEST_CASE("items begin where those of a struct written by hand would", "[items]") {
  using number_and_text = by_hand<std::uint64_t, char>;
  static_assert(offsetof(number_and_text, items) == 12);
  check_place<Aligned<char, sl::field<"x", std::uint64_t>>>(5u);
  check_place<Aligned<double, sl::field<"x", int>>>(5);
  check_place<Aligned<double, sl::field<"x", std::uint64_t>>>(5u);
  check_place<Aligned<lanes, sl::field<"x", int>>>(5);
  check_place<Aligned<double, sl::field<"x", lanes*>>>(nullptr);
  check_place<Aligned<std::string, sl::field<"x", std::string>>>("text");
}

TEST_CASE("an over-aligned header, before items that are not", "[items]") {
  using C = Aligned<char, sl::field<"x", large>>;
  static_assert(sizeof(C) == 256 && alignof(C) == 128);
  const auto made = sl::make_with_items<C>(300, large{5});
  CHECK(reinterpret_cast<std::uintptr_t>(made.get()) % 128 == 0);
  CHECK(getattr(*made, "x"_slot).value == 5);
  CHECK(items_of(*made).size() == 300);
}

TEST_CASE("the memory of an over-aligned object is given back where its constructor throws", "[items]") {
  struct alignas(128) Picky {
    Picky() = default;
    Picky(int n) {
      if (n == 0) throw std::runtime_error("no");
    }
  };
  using C = Aligned<char, sl::field<"x", Picky>>;
  const long live = allocations::live;
  bool thrown = false;
  try {
    static_cast<void>(sl::make_with_items<C>(300, "x"_slot = 0));
  } catch (const std::runtime_error&) {
    thrown = true;
  }
  const bool is_given_back = allocations::live == live;  // before Catch asks for memory
  CHECK(thrown);
  CHECK(is_given_back);
}

/// Whether it throws std::bad_array_new_length before it asks for memory.
template <class Make>
bool is_too_long(Make make) {
  const long before = allocations::asked;
  try {
    make();
    return false;
  } catch (const std::bad_array_new_length&) {
    return allocations::asked == before;
  }
}

TEST_CASE("more items than can be counted, or than memory can hold", "[items]") {
  struct Few : sl::object<Few, sl::slots<sl::items<int, std::uint8_t>>> {
    using object::object;
  };
  const auto most = sl::make_with_items<Few>(31);
  CHECK(items_of(*most).size() == 31);
  CHECK(is_too_long([] { return sl::make_with_items<Few>(32); }));
  CHECK(is_too_long([] { return sl::make_with_items<Few>(-1); }));
  CHECK(is_too_long([] { return sl::make_with_items<Few>(std::int64_t{-1}); }));
  CHECK(is_too_long([] { return sl::make_with_items<Few>(sl::copies(32, 1)); }));
  CHECK(is_too_long([] { return sl::make_with_items<Few>(std::views::iota(0, 32)); }));
  struct Many : sl::object<Many, sl::slots<sl::items<std::array<int, 100>, std::uint64_t>>> {
    using object::object;
  };
  CHECK(is_too_long([] { return sl::make_with_items<Many>(static_cast<std::size_t>(-1)); }));
  CHECK(is_too_long([] { return sl::make_with_items<Many>(static_cast<std::size_t>(PTRDIFF_MAX) / 400 + 1); }));
  // A number that counts modulo 2^32, or in bytes modulo 2^64, would be a small one.
  CHECK(is_too_long([] { return sl::make_with_items<Row>((std::uint64_t{1} << 32u) + 1, 1); }));
  CHECK(is_too_long([] { return sl::make_with_items<Row>(std::uint64_t{1} << 61u, 1); }));
  CHECK(is_too_long([] { return sl::make_with_items<Row>(std::uint64_t{1} << 29u, 1); }));
}

// ---- life and death

std::string* told = nullptr;
struct telling {
  char name = '?';
  ~telling() {
    if (told) *told += name;
  }
};
struct Log : sl::object<Log, sl::slots<sl::field<"field", telling>, sl::slot<"slot", telling>, sl::items<telling>>> {
  using object::object;
  ~Log() {
    if (told) *told += '0' + static_cast<char>(items_of(*this).size());
  }
};

TEST_CASE("items die after the destructor's body, the last one first, before the slots", "[items]") {
  auto log = sl::make_with_items<Log>(3, "field"_slot.in_place(telling{'f'}), "slot"_slot.in_place(telling{'s'}));
  for (char name = 'a'; telling & item : items_of(*log)) item.name = name++;
  std::string deaths;
  told = &deaths;
  log.reset();
  told = nullptr;
  CHECK(deaths == "3cbasf");
}

struct looking_item {
  ~looking_item();
};
struct Looking : sl::object<Looking, sl::slots<sl::items<looking_item>>> {
  Looking() { seen.push_back(items_of(*this).size()); }
  ~Looking() { seen.push_back(items_of(*this).size()); }
  static inline std::vector<std::size_t> seen;
  static inline const Looking* one = nullptr;
};
looking_item::~looking_item() { Looking::seen.push_back(10 + items_of(*Looking::one).size()); }

TEST_CASE("a constructor sees no items, nor does an item's destructor", "[items]") {
  auto made = sl::make_with_items<Looking>(2);
  Looking::one = made.get();
  made.reset();
  CHECK(Looking::seen == std::vector<std::size_t>{0, 2, 10, 10});
}

// ---- what throws

struct Tracked
    : sl::object<Tracked, sl::slots<sl::field<"field", tracked>, sl::slot<"slot", tracked>, sl::items<tracked>>> {
  using object::object;
};

TEST_CASE("whatever throws, all that was made is destroyed", "[items]") {
  const auto play = [](auto make) {
    return support::fail_everywhere([&make](support::attempt& attempt) {
      const long live = allocations::live;
      std::unique_ptr<Tracked> made;
      attempt([&] { made = make(); });
      CHECK((made == nullptr) == attempt.failed());
      CHECK((allocations::live == live) == attempt.failed());
      if (made) {
        CHECK(items_of(*made).size() == 4);
        CHECK(items_of(*made)[3].value == 7);
      }
    });
  };
  const std::vector<tracked> source{4, 5, 6, 7};
  CHECK(play([&] { return sl::make_with_items<Tracked>(source, 1, 2); }) >= 2 * 6);
  CHECK(play([&] { return sl::make_with_items<Tracked>(sl::copies(4, 7), 1, 2); }) >= 2 * 6);
  CHECK(play([&] { return sl::make_with_items<Tracked>({4, 5, 6, 7}, 1, 2); }) >= 2 * 6);
  CHECK(play([&] {
          return sl::make_with_items<Tracked>(
              sl::generated(4, [](std::size_t i) { return tracked(static_cast<int>(i + 4)); }), 1, 2);
        }) >= 2 * 6);
  CHECK(play([&] {
          return sl::make_with_items<Tracked>(std::vector<tracked>(source), "field"_slot = 1, "slot"_slot = 2);
        }) >= 2 * 6);
  CHECK(play([&] {
          auto made = sl::make_with_items<Tracked>(4, 1, 2);
          for (tracked& item : items_of(*made)) item.value = 7;
          return made;
        }) >= 2 * 6);
}

TEST_CASE("whichever allocation fails, nothing leaks", "[items]") {
  struct Lists : sl::object<Lists, sl::slots<sl::field<"name", std::string>, sl::items<std::string>, sl::dict_slot<>>> {
    using object::object;
  };
  const std::string text(40, 'x');
  const std::vector<std::string> source(3, text);
  const long failures = support::fail_every_allocation([&](support::short_of_memory& attempt) {
    std::unique_ptr<Lists> made;
    const bool failed = attempt([&] { made = sl::make_with_items<Lists>(source, text); });
    return failed ? made == nullptr : items_of(*made)[2] == text;
  });
  CHECK(failures == 2 * 5);
}

TEST_CASE("items that can neither be copied nor moved, nor made of nothing", "[items]") {
  struct immovable {
    explicit immovable(std::size_t given) : value(given) {}
    immovable(const immovable&) = delete;
    immovable& operator=(const immovable&) = delete;
    std::size_t value;
  };
  struct Holder : sl::object<Holder, sl::slots<sl::field<"number", int>, sl::items<immovable>>> {
    using object::object;
  };
  const auto made = sl::make_with_items<Holder>(sl::generated(3, [](std::size_t i) { return immovable(i); }), 1);
  CHECK(items_of(*made)[2].value == 2);
}

// ---- who owns it

TEST_CASE("any owner is right: the object knows what it is", "[items]") {
  std::string deaths;
  auto made = sl::make_with_items<Log>(2, telling{});
  auto another = sl::make_with_items<Log>(3, telling{});
  told = &deaths;
  {
    std::shared_ptr<Log> shared = std::move(made);
    const std::shared_ptr<const telling> item(shared, &items_of(*shared)[1]);
    shared.reset();
    CHECK(deaths.empty());
  }
  CHECK(deaths == "2???");
  deaths.clear();
  delete another.release();
  CHECK(deaths == "3????");
  told = nullptr;
  delete sl::make_with_items<Aligned<lanes, sl::field<"x", int>>>(3, 1).release();
}

// ---- classes that derive

struct Base : sl::object<Base, sl::slots<sl::field<"number", int>, sl::items<std::string>>> {
  using object::object;
};
template <class... Parts>
struct Derived : sl::object<Derived<Parts...>, sl::extends<Base>, Parts...> {
  using Derived::object::object;
};

template <class C, class... Header>
void check_derived(Header... header) {
  const std::vector<std::string> texts{"one", std::string(40, 'x'), "three"};
  const auto made = sl::make_with_items<C>(texts, header...);
  Base& base = *made;
  CHECK(base["number"_slot] == 5);
  CHECK(std::ranges::equal(items_of(base), texts));
  CHECK(items_of(*made).data() == items_of(base).data());
  const auto* const end_of_object = reinterpret_cast<const unsigned char*>(made.get() + 1);
  CHECK(reinterpret_cast<const unsigned char*>(items_of(base).data()) >= end_of_object - alignof(void*));
  items_of(base)[0] = "changed";
  CHECK(items_of(*made)[0] == "changed");
  CHECK(footprint(*made) >= sizeof(C) + 3 * sizeof(std::string));
}

struct other {
  long value = 3;
};
struct Joined : sl::object<Joined, sl::extends<other, Base>, sl::slots<>> {
  using object::object;
};
struct Behind : sl::object<Behind, sl::extends<Base, other>, sl::slots<>> {
  using object::object;
};
struct WithMembers : Base {
  using Base::Base;
  long more[4] = {1, 2, 3, 4};
};
struct WithVptr : Base {
  using Base::Base;
  virtual ~WithVptr() = default;
};
struct Final final : sl::object<Final, sl::extends<Base>, sl::slots<sl::dict_slot<>>> {
  using object::object;
};

TEST_CASE("a derived class with an empty list has the items of its base", "[items]") {
  static_assert(sizeof(Derived<sl::slots<>>) == sizeof(Base));
  check_derived<Base>(5);
  check_derived<Derived<sl::slots<>>>(5);
}

TEST_CASE("row 28, row 29: a dict slot behind items; no list there is one without a weakref slot", "[items]") {
  using Dict = Derived<sl::slots<sl::dict_slot<>>>;
  using NoList = Derived<>;
  static_assert(sl::has_dict<Dict> && !sl::has_weakref<Dict>);
  static_assert(sl::has_dict<NoList> && !sl::has_weakref<NoList>);
  static_assert(!sl::has_dict<Derived<sl::slots<>>>);
  check_derived<Dict>(5);
  check_derived<NoList>(5);
  check_derived<Final>(5);
  const auto made = sl::make_with_items<Dict>({"a", "b"}, "number"_slot = 5);
  setattr(*made, "colour", "red");
  CHECK_THAT(repr(*made), support::contains("(number=5, items=['a', 'b'], colour='red')"));
  CHECK(items_of(*made)[1] == "b");
}

TEST_CASE("a reference to a base finds the items behind whatever lies between", "[items]") {
  check_derived<Joined>(5);
  check_derived<Behind>(5);
  check_derived<WithMembers>(5);
  check_derived<WithVptr>(5);
  const auto made = sl::make_with_items<WithMembers>({"a"}, 5);
  CHECK(made->more[3] == 4);
}

struct Shape : sl::object<Shape, sl::slots<sl::field<"number", int>, sl::items<int>>> {
  using object::object;
  virtual ~Shape() = default;
  [[nodiscard]] virtual int area() const = 0;
};
struct Square : sl::object<Square, sl::extends<Shape>, sl::slots<>> {
  using object::object;
  [[nodiscard]] int area() const override { return items_of(*this)[0] * items_of(*this)[0]; }
};
struct Coloured : sl::object<Coloured, sl::extends<Shape>, sl::slots<sl::dict_slot<>>> {
  using object::object;
  [[nodiscard]] int area() const override { return static_cast<int>(items_of(*this).size()); }
};

TEST_CASE("virtual functions, an abstract base, an owner of the base", "[items]") {
  std::vector<std::unique_ptr<Shape>> shapes;
  shapes.push_back(sl::make_with_items<Square>({3}, 1));
  shapes.push_back(sl::make_with_items<Coloured>({3, 4}, 1));
  CHECK(shapes[0]->area() == 9);
  CHECK(shapes[1]->area() == 2);
  CHECK(items_of(*shapes[1])[1] == 4);
}

struct AbstractOfTexts : sl::object<AbstractOfTexts, sl::slots<sl::items<tracked>>> {
  using object::object;
  virtual ~AbstractOfTexts() = default;
  virtual void act() = 0;
};
struct Concrete : sl::object<Concrete, sl::extends<AbstractOfTexts>, sl::slots<sl::dict_slot<>>> {
  using object::object;
  void act() override {}
};

TEST_CASE("the items of an abstract base are destroyed", "[items]") {
  const long before = tracked::live;
  std::unique_ptr<AbstractOfTexts> made = sl::make_with_items<Concrete>(5);
  CHECK(tracked::live == before + 5);
  made.reset();
  CHECK(tracked::live == before);
}

// ---- weak references

struct Target : sl::object<Target, sl::slots<sl::field<"number", int>, sl::weakref_slot, sl::items<telling>>> {
  using object::object;
};

TEST_CASE("weak references die before the items", "[items]") {
  auto target = sl::make_with_items<Target>(2, 1);
  std::string deaths;
  told = &deaths;
  const sl::weak_ref reference{*target, [&] { deaths += 'c'; }};
  CHECK(items_of(*reference.get()).size() == 2);
  target.reset();
  CHECK(reference.expired());
  CHECK(deaths == "c??");
  deaths.clear();
  auto watched = sl::make_with_items<sl::watched<Target>>(3, 1);
  const sl::weak_ref<Target> another{*watched};
  CHECK(items_of(*another.get()).size() == 3);
  watched.reset();
  CHECK(another.expired());
  CHECK(deaths == "???");
  told = nullptr;
}

// ---- values

TEST_CASE("items compare, order and hash behind the slots", "[items]") {
  const auto row = [](doubles items, int number = 1) { return sl::make_with_items<Row>(std::move(items), number); };
  CHECK(*row({1, 2}) == *row({1, 2}));
  CHECK(*row({1, 2}) != *row({1, 3}));
  CHECK(*row({1, 2}) != *row({1, 2, 0}));
  CHECK(*row({}) == *row({}));
  CHECK(*row({1, 2}) != *row({1, 2}, 2));
  CHECK(*row({1, 2}) < *row({1, 3}));
  CHECK(*row({1, 2}) < *row({1, 2, 0}));
  CHECK(*row({1, 2, 0}) > *row({1, 2}));
  CHECK(*row({}) < *row({0}));
  CHECK(*row({9}) < *row({0}, 2));
  static_assert(std::is_same_v<decltype(*row({}) <=> *row({})), std::partial_ordering>);
  const std::hash<Row> hash;
  CHECK(hash(*row({1, 2})) == hash(*row({1, 2})));
  CHECK(hash(*row({1, 2})) != hash(*row({2, 1})));
  CHECK(hash(*row({})) != hash(*row({0})));
  const auto made = sl::make_with_items<Base>(2, 7);
  const auto& [number] = *made;
  CHECK(number == 7);
}

TEST_CASE("a class has what its items allow", "[items]") {
  struct silent {};
  struct Silent : sl::object<Silent, sl::slots<sl::field<"number", int>, sl::items<silent>>> {
    using object::object;
  };
  static_assert(!std::equality_comparable<Silent> && !std::three_way_comparable<Silent>);
  static_assert(std::equality_comparable<Row> && std::three_way_comparable<Row>);
  static_assert(!std::is_default_constructible_v<std::hash<Silent>>);
  static_assert(std::is_default_constructible_v<std::hash<Row>>);
  static_assert(!sl::layout_compatible<Row, Silent>);
  struct SameAsRow : sl::object<SameAsRow, sl::slots<sl::field<"number", int>, sl::items<double>>> {
    using object::object;
  };
  static_assert(!sl::layout_compatible<Row, SameAsRow>);
  CHECK_THAT(repr(*sl::make_with_items<Silent>(1, 1)), support::contains("items=["));
}

}  // namespace unit_items
