// Objects as values. The pieces between the marks are the examples of the reference.
#include <cassert>
#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include <slotted/slotted.hpp>

using namespace slotted::literals;
namespace sl = slotted;

struct Point
    : sl::object<Point, sl::slots<sl::field<"x", double>, sl::field<"y", double>, sl::slot<"label", std::string>>> {
  using object::object;
};

void use_equality() {
  //! [operator==]
  Point p{1.0, 2.0};
  const Point q{1.0, 2.0};
  assert(p == q);  // unset equals unset
  p["label"_slot] = "";
  assert(p != q);  // and no value, not even an empty text
  //! [operator==]
}

void use_ordering() {
  //! [operator<=>]
  const Point p{1.0, 2.0}, q{1.0, 2.0, "home"};
  assert(p < q);                                     // slot by slot, in declared order; unset comes before set
  assert((p <=> q) == std::partial_ordering::less);  // partial, as a double is
  //! [operator<=>]
}

//! [with]
struct Account : sl::object<Account, sl::slots<sl::field<"owner", std::string>>, sl::with<sl::equality, sl::printing>> {
  using object::object;
  int reads = 0;  // a plain member, which no slot sees: so the class must say that == may leave it out
};

void use_with() { assert(Account{"ann"} == Account{"ann"}); }
//! [with]

//! [without]
using Log = sl::slot<"log", std::string, sl::without<sl::equality, sl::printing>>;
struct Job : sl::object<Job, sl::slots<sl::field<"id", int>, Log>, sl::without<sl::ordering>> {  // jobs have no order
  using object::object;
};

void use_without() { assert((Job{1, "started"} == Job{1, "done"})); }  // a log has no part in what is equal
//! [without]

//! [features]
// Each feature, by its name, as `with<...>` and `without<...>` take it.
struct Plain : sl::object<Plain, sl::slots<sl::field<"n", int>>,
                          sl::without<sl::equality, sl::ordering, sl::hashing, sl::printing, sl::replacing,
                                      sl::restoring, sl::bindings>> {
  using object::object;
};
template <class T>
concept compares = requires(const T& a) { a == a; };
static_assert(!compares<Plain> && compares<Point>);  // whoever asks gets the true answer
//! [features]

//! [bindings]
struct Size : sl::object<Size, sl::slots<sl::field<"width", int>, sl::field<"height", int>>> {
  using object::object;
};

void use_bindings() {
  Size size{3, 4};
  auto& [width, height] = size;  // where all slots are fields
  width += 1;
  assert(get<0>(size) == 4 && height == 4);
}
//! [bindings]

void use_hash() {
  //! [hash]
  std::unordered_set<Size> sizes{Size{3, 4}, Size{3, 4}};  // where all slots have a hash
  assert(sizes.size() == 1);
  //! [hash]
}

void use_replace() {
  //! [replace]
  const Point p{1.0, 2.0};
  const Point q = replace(p, "x"_slot = 3.0, "label"_slot = "moved");  // a copy with that changed
  assert(q["x"_slot] == 3.0 && p["x"_slot] == 1.0);
  //! [replace]
}

void use_diff() {
  //! [diff]
  const Point before{1.0, 2.0}, after{1.0, 5.0, "home"};
  std::string changed;
  for (std::string_view name : diff(before, after)) changed += std::string(name) + ' ';
  assert(changed == "y label ");
  assert(diff(before, after).contains("y"_slot));
  //! [diff]
}

void use_slot_set() {
  //! [slot_set]
  sl::slot_set<Point> wanted;  // one bit for each slot, nothing on the heap
  wanted.insert(sl::resolve<Point>("x"));
  assert(wanted.size() == 1 && wanted.contains("x"_slot) && !wanted.contains("nothing"));
  int others = 0;
  (~wanted).for_each([&](auto descriptor) { others += descriptor.index != 0; });
  assert(others == 2);
  //! [slot_set]
}

void use_builder() {
  //! [builder]
  sl::builder<Point> row;  // all slots unset
  row.set("y", 2).set("x", 1);
  assert(row.missing().empty());
  const Point p = std::move(row).build();
  assert(p == (Point{1.0, 2.0}));

  try {
    static_cast<void>(sl::builder<Point>().set("x", 1).build());
  } catch (const sl::type_error& error) {  // every field that is missing, by name
    assert(std::string_view(error.what()).find("'y'") != std::string_view::npos);
  }
  //! [builder]
}

//! [convert_to]
struct Polar : sl::object<Polar, sl::slots<sl::field<"r", double>, sl::field<"phi", double>>> {
  using object::object;
};
struct Turned : sl::object<Turned, sl::slots<sl::field<"phi", double>, sl::field<"r", double>>> {
  using object::object;
};
static_assert(sl::layout_compatible<Polar, Turned>);  // the same slots, in whatever order
static_assert(!sl::layout_compatible<Polar, Point>);

void use_convert_to() {
  const auto turned = convert_to<Turned>(Polar{"r"_slot = 1.0, "phi"_slot = 0.5});  // Python's o.__class__ = Turned
  assert(turned["phi"_slot] == 0.5);
}
//! [convert_to]

int main() {
  use_equality();
  use_ordering();
  use_with();
  use_without();
  use_bindings();
  use_hash();
  use_replace();
  use_diff();
  use_slot_set();
  use_builder();
  use_convert_to();
}
