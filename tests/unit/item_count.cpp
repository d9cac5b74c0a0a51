#include <slotted/item_count.hpp>

#include <slotted/slotted.hpp>

#include <cstddef>
#include <cstdint>
#include <new>
#include <type_traits>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_item_count {

template <class Count>
using count_of = sl::detail::item_count<Count>;

static_assert(count_of<std::uint8_t>::most == 31);
static_assert(count_of<std::uint16_t>::most == 8191);
static_assert(count_of<std::uint32_t>::most == 536'870'911);
static_assert(count_of<std::uint8_t>::farthest == 7);
static_assert(sizeof(count_of<std::uint8_t>) == 1 && sizeof(count_of<std::uint32_t>) == 4);
static_assert(!std::is_copy_constructible_v<count_of<std::uint8_t>> &&
              !std::is_copy_assignable_v<count_of<std::uint8_t>>);

constexpr bool holds(std::size_t size, std::size_t distance) {
  count_of<std::uint8_t> count;
  if (count.size() != 0 || count.distance() != 0) return false;
  count.set(size, distance);
  return count.size() == size && count.distance() == distance;
}
static_assert(holds(0, 0) && holds(0, 7) && holds(31, 0) && holds(31, 7) && holds(1, 6) && holds(16, 1));

// In a list: what it costs, and that it is no slot.

struct Line : sl::object<Line, sl::slots<sl::items<char>, sl::field<"number", std::uint32_t>>> {
  using object::object;
};
struct line_by_hand {
  std::uint32_t number, count;
};
static_assert(sizeof(Line) == sizeof(line_by_hand) && alignof(Line) == alignof(line_by_hand));
static_assert(sl::slot_count<Line> == 1 && sl::slot_names<Line>[0] == "number");
static_assert(sl::members<Line>.size() == 1);
static_assert(sl::layout_of<Line>.item_size == 1 && sl::layout_of<Line>.padding == 0);
static_assert(sl::is_exact<Line>);
static_assert(!hasattr(Line{1u}, "items"));

struct Fixed : sl::object<Fixed, sl::slots<sl::field<"number", std::uint32_t>>> {
  using object::object;
};
static_assert(sl::layout_of<Fixed>.item_size == 0);

// The count takes the hole that there is.
struct Kind : sl::object<Kind, sl::slots<sl::field<"kind", std::uint8_t>, sl::items<double, std::uint8_t>,
                                         sl::field<"line", std::uint16_t>, sl::field<"weight", float>>> {
  using object::object;
};
static_assert(sizeof(Kind) == 8 && alignof(Kind) == alignof(double));

// Its alignment is that of its items, as that of a struct with an array at its end.
struct alignas(64) wide {
  float lanes[16];
};
struct Wide : sl::object<Wide, sl::slots<sl::field<"number", int>, sl::items<wide>>> {
  using object::object;
};
static_assert(alignof(Wide) == 64 && sl::layout_of<Wide>.alignment == 64);
struct Ordered : sl::object<Ordered, sl::declared_order, sl::slots<sl::field<"number", int>, sl::items<double>>> {
  using object::object;
};
static_assert(sizeof(Ordered) == 8 && sl::descriptor<Ordered, "number">.offset == 0);

// Neither copied nor moved: no copy would have the items.
static_assert(!std::is_copy_constructible_v<Line> && !std::is_move_constructible_v<Line>);
static_assert(!std::is_copy_assignable_v<Line> && !std::is_move_assignable_v<Line>);
static_assert(!std::is_swappable_v<Line>);
static_assert(std::is_trivially_destructible_v<Line> && std::is_nothrow_constructible_v<Line, std::uint32_t>);
struct Texts : sl::object<Texts, sl::slots<sl::items<std::string>>> {
  using object::object;
};
static_assert(!std::is_trivially_destructible_v<Texts>);

// An object that was not made by make_with_items is one without items, in constant expressions, too.
static_assert(Line{7u}["number"_slot] == 7u && Line{7u} == Line{7u} && Line{7u} < Line{8u});

TEST_CASE("an object without items lives on the stack, in an array, behind a pointer", "[item_count]") {
  Line line{"number"_slot = 3u};
  line["number"_slot] += 1;
  CHECK(line["number"_slot] == 4u);
  const Texts texts[3]{};
  CHECK(texts[0] == texts[2]);
  CHECK(footprint(line) == sizeof(Line));
  const auto* const made = new Line{5u};
  CHECK(getattr(*made, "number"_slot) == 5u);
  delete made;
  const auto* const over_aligned = new Wide{5};
  CHECK(getattr(*over_aligned, "number"_slot) == 5);
  delete over_aligned;
}

TEST_CASE("a list may be a list's part, and a class be made without writing it", "[item_count]") {
  using slots_of_line = sl::slots<sl::field<"number", int>, sl::items<char>>;
  using Made = sl::make_class<"Made", sl::slots<slots_of_line, sl::field<"more", int>>>;
  CHECK(sl::layout_of<Made>.item_size == 1);
  CHECK(sizeof(Made) == 12);
  CHECK(Made{1, 2}["more"_slot] == 2);
}

}  // namespace unit_item_count
