// Objects of all kinds, for debuggers: check_gdb.py and check_lldb.py stop in `stop` and look at the locals of `main`.
#include <slotted/debugger.hpp>
#include <slotted/items.hpp>
#include <slotted/slotted.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#pragma GCC diagnostic ignored "-Wunused-variable"  // a debugger looks at them

using namespace slotted::literals;
namespace sl = slotted;

namespace shapes {

enum class colour { red, green };

struct Point : sl::object<Point, sl::slots<sl::field<"x", double, sl::doc<"in \"metres\", <x> {y}">>,
                                           sl::field<"y", double>, sl::slot<"label", std::string>>> {
  using object::object;
};

}  // namespace shapes

// A list with a name of its own, lists inside lists, a name of letters beyond ASCII, memory order unlike declared
// order.
struct MoreSlots : sl::slots<sl::slot<"größe", std::int16_t>, sl::slot<"tint", shapes::colour>> {};
struct NamedSlots : sl::slots<sl::field<"flag", bool>, MoreSlots, sl::field<"count", std::int64_t>> {};
struct Named : sl::object<Named, NamedSlots> {
  using object::object;
};

// More than eight slots that may be unset: a second presence byte.
struct Many
    : sl::object<Many,
                 sl::slots<sl::slot<"s0", char>, sl::slot<"s1", char>, sl::slot<"s2", char>, sl::slot<"s3", char>,
                           sl::slot<"s4", char>, sl::slot<"s5", char>, sl::slot<"s6", char>, sl::slot<"s7", char>,
                           sl::slot<"s8", int>, sl::field<"f9", int, sl::defaults_to<9>>, sl::slot<"s10", short>>> {
  using object::object;
};

struct Plain {
  int plain = 7;
  virtual ~Plain() = default;
};
struct Mixin {};
struct Derived : sl::object<Derived, sl::extends<shapes::Point, Named, Plain, Mixin>, sl::slots<sl::slot<"z", float>>> {
  using object::object;
};
/// Plain C++ derives further.
struct Extended : Derived {
  using Derived::Derived;
  int own_member = 11;
};

struct alignas(64) Wide {
  int lane[2]{1, 2};
};
struct OverAligned : sl::object<OverAligned, sl::slots<sl::field<"c", char>, sl::slot<"wide", Wide>>> {
  using object::object;
};

struct pixel {
  std::uint16_t x = 1, y = 2;
  float depth = 0.5f;
};
struct Pixel : sl::object<Pixel, sl::slots<sl::slot<"before", int>, sl::fields_of<pixel>, sl::slot<"after", int>>> {
  using object::object;
};

struct Shape : sl::object<Shape, sl::slots<sl::slot<"name", std::string>, sl::dict_slot<>>> {
  using object::object;
};
struct Circle : sl::object<Circle, sl::extends<Shape>, sl::slots<sl::field<"radius", double>>> {
  using object::object;
};
/// A value that may throw when it is moved lives on the heap.
struct Fearful {
  int fear = 0;
  Fearful() = default;
  explicit Fearful(int given) : fear(given) {}
  Fearful(const Fearful& other) : fear(other.fear) {}  // NOLINT: no noexcept
  Fearful& operator=(const Fearful&) = default;
};
struct Boxes : sl::object<Boxes, sl::slots<sl::dict_slot<Fearful>>> {
  using object::object;
};
struct Numbers : sl::object<Numbers, sl::slots<sl::dict_slot<int>>> {
  using object::object;
};

struct Text : sl::object<Text, sl::slots<sl::field<"hash", std::uint32_t>, sl::items<const char>>> {
  using object::object;
};
struct Row : sl::object<Row, sl::slots<sl::slot<"title", std::string>, sl::items<double, std::uint8_t>>> {
  using object::object;
};

/// Its items lie further behind than those of a Row.
struct LongRow : sl::object<LongRow, sl::extends<Row>, sl::slots<sl::dict_slot<int>>> {
  using object::object;
};

struct Enemy : sl::object<Enemy, sl::extends<Plain>, sl::slots<sl::field<"name", std::string>, sl::weakref_slot>> {
  using object::object;
};
struct Troll : sl::object<Troll, sl::extends<shapes::Point, Enemy>, sl::slots<>> {
  using object::object;
};
/// As in Python: no list, so it has a dict slot and a weakref slot.
struct Free : sl::object<Free> {
  using object::object;
};

using Made = sl::make_class<"Made", sl::slots<sl::field<"m", int>>>;

[[gnu::noinline]] void stop() { __asm__ volatile("" ::: "memory"); }

int main() {
  shapes::Point point{1.0, 2.0};
  const shapes::Point labelled{3.0, 4.0, "say \"hi\""};
  shapes::Point deleted{5.0, 6.0, "gone"};
  delattr(deleted, "label"_slot);
  shapes::Point moved_from{7.0, 8.0, "a text that is too long for the small buffer"};
  const shapes::Point moved_to(std::move(moved_from));
  shapes::Point* const pointer = &point;

  const Named named{"flag"_slot = true, "count"_slot = -5, "tint"_slot = shapes::colour::green};
  const Many many{"s7"_slot = 'h', "s8"_slot = 8};
  const Derived derived{"x"_slot = 1.0, "y"_slot = 2.0, "flag"_slot = false, "count"_slot = 3, "z"_slot = 0.5f};
  const Extended extended{"x"_slot = 1.0, "y"_slot = 2.0, "flag"_slot = false, "count"_slot = 3};
  const OverAligned over_aligned{"c"_slot = 'c', "wide"_slot = Wide{}};
  const Pixel pixel{"after"_slot = 3, "x"_slot = std::uint16_t{9}};
  const Made made{4};

  Shape empty_dict;
  Shape shared_dict;
  Shape shared_too;
  for (Shape* each : {&shared_dict, &shared_too}) {
    setattr(*each, "colour", "red");
    setattr(*each, "weight", 1.5);
    setattr(*each, "layer", 3);
  }
  setattr(shared_too, "Installed-Size", 17L);
  Shape deleted_attribute(shared_dict);
  delattr(deleted_attribute, "colour");
  Shape own_shape;  // more names than are shared
  for (int i = 0; i != 40; ++i) setattr(own_shape, "a" + std::to_string(i), i);
  for (int i = 2; i != 38; ++i) delattr(own_shape, "a" + std::to_string(i));
  Circle circle{"c", 2.0};
  setattr(circle, "colour", "blue");
  setattr(circle, "point", labelled);
  Shape& as_base = circle;
  Boxes boxes;
  setattr(boxes, "one", Fearful(1));
  setattr(boxes, "two", Fearful(2));
  Numbers numbers;
  for (int i = 0; i != 9; ++i) setattr(numbers, "n" + std::to_string(i), i);
  Shape escaped_name;
  setattr(escaped_name, "a \"b\" \\ c", true);

  const sl::value nothing;
  const sl::value number = 42;
  const sl::value text = "text";
  const sl::value letter = 'c';
  const sl::value object = shapes::Point{1.0, 2.0};
  const sl::value address = &point;
  const sl::value null = nullptr;

  const auto no_items = sl::make_with_items<Text>(0, "hash"_slot = 1u);
  const auto five_items = sl::make_with_items<Text>("hello", "hash"_slot = 5u);
  auto row_owner = sl::make_with_items<Row>({1.5, 2.5, 3.5});
  auto long_owner = sl::make_with_items<LongRow>({4.5, 5.5});
  setattr(*long_owner, "more", 1);
  const Text& none = *no_items;
  const Text& hello = *five_items;
  const Row& row = *row_owner;
  const LongRow& long_row = *long_owner;
  const Row& long_as_row = *long_owner;

  Enemy enemy{"orc"};
  auto dying = std::make_unique<Enemy>("goblin");
  const sl::weak_ref<Enemy> alive{enemy};
  const sl::weak_ref<Enemy> dead{*dying};
  const sl::weak_ref<Enemy> no_target;
  const sl::weak_ref<Enemy> watched{enemy, [] {}};
  dying.reset();
  Troll troll{"x"_slot = 1.0, "y"_slot = 2.0, "name"_slot = "troll"};
  const sl::weak_ref<Troll> derived_target{troll};
  Free free;
  setattr(free, "anything", 1);

  // Memory in which there never was an object: zeros, ones, and what looks like an address.
  alignas(Circle) std::byte room[3][sizeof(Circle)];
  std::memset(room[0], 0, sizeof room[0]);
  std::memset(room[1], 0xff, sizeof room[1]);
  for (std::size_t i = 0; i + sizeof(void*) <= sizeof room[2]; i += sizeof(void*)) {
    const void* const here = room[2];
    std::memcpy(room[2] + i, &here, sizeof here);
  }
  const Circle* const zeros = reinterpret_cast<const Circle*>(room[0]);
  const Circle* const ones = reinterpret_cast<const Circle*>(room[1]);
  const Circle* const loops = reinterpret_cast<const Circle*>(room[2]);
  alignas(sl::value) std::byte value_room[sizeof(sl::value)];
  std::memset(value_room, 0xa5, sizeof value_room);
  const sl::value* const bad_value = reinterpret_cast<const sl::value*>(value_room);
  alignas(Text) std::byte text_room[sizeof(Text)];
  std::memset(text_room, 0xff, sizeof text_room);
  const Text* const bad_text = reinterpret_cast<const Text*>(text_room);
  const sl::weak_ref<Enemy>* const bad_reference = reinterpret_cast<const sl::weak_ref<Enemy>*>(value_room);

  stop();
  return 0;
}
