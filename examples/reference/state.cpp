// Saving and restoring. The pieces between the marks are the examples of the reference.
#include <cassert>
#include <string>

#include <slotted/slotted.hpp>
#include <slotted/state.hpp>

using namespace slotted::literals;
namespace sl = slotted;

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::field<"y", double, sl::readonly>,
                                           sl::slot<"label", std::string>>> {
  using object::object;
};

void use_state() {
  //! [state]
  const Point p{1.0, 2.0};
  sl::object_state<Point> saved = state(p);  // an object itself, of the same slots, all of which may be unset
  assert(hasattr(saved, "x") && !hasattr(saved, "label"));
  setattr(saved, "y", 5.0);  // also what is readonly in the class
  assert(sl::restore<Point>(saved) == (Point{1.0, 5.0}));
  //! [state]
}

void use_restore() {
  //! [restore]
  Point p{1.0, 2.0, "home"};
  const auto before = state(p);
  p["x"_slot] = 7.0;
  delattr(p, "label"_slot);
  restore(p, before);  // an undo: the object stays, and its weak references
  assert(p == (Point{1.0, 2.0, "home"}));

  sl::object_state<Point> by_hand;
  setattr(by_hand, "x", 3.0);
  try {
    static_cast<void>(sl::restore<Point>(by_hand));
  } catch (const sl::type_error&) {  // y is a field, and missing
  }
  //! [restore]
}

int main() {
  use_state();
  use_restore();
}
