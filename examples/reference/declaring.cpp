// How a class is declared. The pieces between the marks are the examples of the reference.
#include <cassert>
#include <cstdint>
#include <mutex>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <slotted/slotted.hpp>

using namespace slotted::literals;
namespace sl = slotted;

//! [object]
struct Point
    : sl::object<Point, sl::slots<sl::field<"x", double>, sl::field<"y", double>, sl::slot<"label", std::string>>> {
  using object::object;
  double sum() const { return get("x"_slot) + get("y"_slot); }  // inside the class: get, set, has, del
};
static_assert(!std::is_default_constructible_v<Point>);  // a field needs a value

void use_object() {
  const Point p{1.0, 2.0};                  // by position, in declared order
  Point q{"y"_slot = 2.0, "x"_slot = 1.0};  // by name, in any order
  assert(p == q && p.sum() == 3.0);
  q["x"_slot] = 5.0;         // a field is a plain double&
  q["label"_slot] = "home";  // a slot reads like std::optional
  assert(q["label"_slot].value() == "home");
}
//! [object]

//! [slots]
struct PairSlots : sl::slots<sl::field<"first", int>, sl::field<"second", int>> {};  // a list with a name of its own

struct Pair : sl::object<Pair, PairSlots> {  // keeps symbols and messages short
  using object::object;
};
struct Triple : sl::object<Triple, sl::slots<PairSlots, sl::field<"third", int>>> {  // a list in a list is spliced
  using object::object;
};
static_assert(sl::slot_count<Triple> == 3);
//! [slots]

//! [slot_list]
struct Window
    : sl::object<Window, sl::slot_list<sl::slot<"title", std::string>>> {  // where Qt has a macro called slots
  using object::object;
};
//! [slot_list]

//! [slot]
struct Task : sl::object<Task, sl::slots<sl::slot<"owner", std::string>, sl::slot<"hours", int, sl::defaults_to<8>>>> {
  using object::object;
};

void use_slot() {
  Task task;
  assert(!hasattr(task, "owner"_slot));  // unset, as in Python; not an empty text
  task["owner"_slot] = "ann";
  assert(hasattr(task, "owner"_slot));
  delattr(task, "owner"_slot);  // unset again
  assert(task["hours"_slot].value() == 8);
}
//! [slot]

//! [field]
struct Pixel : sl::object<Pixel, sl::slots<sl::field<"x", std::uint16_t>, sl::field<"y", std::uint16_t>>> {
  using object::object;
};
struct pixel_by_hand {
  std::uint16_t x, y;
};
static_assert(sizeof(Pixel) == sizeof(pixel_by_hand));  // a field costs its type and nothing else
static_assert(std::is_trivially_copyable_v<Pixel>);
//! [field]

//! [defaults_to]
inline constexpr auto next_number = [] {  // called for each object; never written in the list itself
  static int last = 0;
  return ++last;
};
struct Order
    : sl::object<Order, sl::slots<sl::field<"number", int, sl::defaults_to<next_number>>,
                                  sl::field<"currency", std::string, sl::defaults_to<"EUR">>,
                                  sl::field<"items", std::vector<int>, sl::defaults_to<>>>> {  // std::vector<int>{}
  using object::object;
};

void use_defaults() {
  const Order first, second;
  assert(second["number"_slot] == first["number"_slot] + 1);
  assert(first["currency"_slot] == "EUR" && first["items"_slot].empty());
}
//! [defaults_to]

//! [traits]
struct Package : sl::object<Package, sl::slots<sl::field<"name", std::string, sl::readonly, sl::doc<"as apt knows it">>,
                                               sl::slot<"installed_size", int, sl::alias<"Installed-Size">>,
                                               sl::slot<"cache", std::string, sl::hidden>>> {
  using object::object;
};

void use_traits() {
  Package package{"bash"};
  static_assert(std::is_const_v<std::remove_reference_t<decltype(package["name"_slot])>>);  // readonly
  static_assert(sl::descriptor<Package, "name">.doc == "as apt knows it");
  setattr(package, "Installed-Size", 7164);  // an alias is for names that come at run time
  assert(getattr(package, "installed_size"_slot) == 7164);
  package["cache"_slot] = "...";
  assert(!hasattr(package, "cache"));  // hidden from names that come at run time
}
//! [traits]

//! [declared_order]
struct Header : sl::object<Header, sl::declared_order,
                           sl::slots<sl::field<"kind", char>, sl::field<"length", int>, sl::field<"flags", char>>> {
  using object::object;
};
struct header_by_hand {
  char kind;
  int length;
  char flags;
};
static_assert(sizeof(Header) == sizeof(header_by_hand));  // the struct's offsets, and its padding
//! [declared_order]

//! [extends]
struct Shape : sl::object<Shape, sl::slots<sl::field<"name", std::string>>> {
  using object::object;
};
struct Circle : sl::object<Circle, sl::extends<Shape>, sl::slots<sl::field<"radius", double>>> {
  using object::object;
};

void use_extends() {
  const Circle circle{"c", 2.0};  // the slots of the bases come first
  const Shape& shape = circle;
  assert(shape["name"_slot] == "c");
}
//! [extends]

//! [overrides]
struct Http : sl::object<Http, sl::slots<sl::field<"host", std::string>, sl::field<"port", int, sl::defaults_to<80>>>> {
  using object::object;
};
struct Https : sl::object<Https, sl::extends<Http>, sl::overrides<"port", sl::defaults_to<443>>, sl::slots<>> {
  using object::object;
};

void use_overrides() { assert(Https{"example.org"}["port"_slot] == 443); }
//! [overrides]

//! [make_class]
using Size = sl::make_class<"Size", sl::slots<sl::field<"width", int>, sl::field<"height", int>>>;

void use_make_class() {
  const Size size{3, 4};
  assert(size["width"_slot] == 3 && sl::class_name<Size> == "Size");
}
//! [make_class]

//! [extended]
using Named = sl::extended<Size, sl::slots<sl::slot<"name", std::string>>>;

void use_extended() {
  const Named named{3, 4, "small"};
  assert(named["name"_slot].value() == "small" && named["height"_slot] == 4);
}
//! [extended]

//! [fields_of]
struct event {  // a struct that was there before
  std::int64_t ts = 0;
  double value = 1;
};
struct Event : sl::object<Event, sl::slots<sl::fields_of<event>, sl::slot<"note", std::string>>> {
  using object::object;
};

void use_fields_of() {
  Event e{7};
  e.ts += 1;               // its members are members
  setattr(e, "value", 2);  // and fields, with names
  const event& plain = e;  // all code that takes the struct takes the class
  assert(plain.ts == 8 && plain.value == 2.0);
}
//! [fields_of]

//! [listed]
struct sensor {  // with a bit-field, which cannot be a slot
  int id = 0;
  unsigned ready : 1 = 0;
  double reading = 0;
};
struct Sensor : sl::object<Sensor, sl::slots<sl::fields_of<sensor, &sensor::id, &sensor::reading>>> {
  using object::object;
};
static_assert(sl::slot_count<Sensor> == 2 && sizeof(Sensor) == sizeof(sensor));
//! [listed]

//! [slot_name]
namespace slots_of_point {
inline constexpr sl::slot_name x = "x"_slot;  // reads best in larger code
inline constexpr sl::slot_name y = "y"_slot;
}  // namespace slots_of_point

void use_slot_name() {
  using namespace slots_of_point;
  Point p{x = 1.0, y = 2.0};  // each is a named_argument
  p[x] += 1.0;
  assert(x(p) == 2.0);  // a projection: std::ranges::sort(points, {}, x)
  static_assert(x.text == "x");
}
//! [slot_name]

//! [in_place_argument]
struct Counter : sl::object<Counter, sl::slots<sl::field<"lock", std::mutex>, sl::field<"count", int>>> {
  using object::object;
};

void use_in_place() {
  // A mutex can neither be copied nor moved: an in_place_argument makes it where it lives.
  Counter counter{"lock"_slot.in_place(), "count"_slot = 1};
  const std::scoped_lock locked(counter["lock"_slot]);
  ++counter["count"_slot];
}
//! [in_place_argument]

//! [name]
template <sl::name Name>  // a text as a template argument
using numbers_called = sl::make_class<Name, sl::slots<sl::field<"values", std::vector<double>>>>;

static_assert(sl::class_name<numbers_called<"Samples">> == "Samples");
//! [name]

int main() {
  use_object();
  use_slot();
  use_defaults();
  use_traits();
  use_extends();
  use_overrides();
  use_make_class();
  use_extended();
  use_fields_of();
  use_slot_name();
  use_in_place();
}
