#include <iostream>
#include <string>

#include <slotted/slotted.hpp>

using namespace slotted::literals;  // "x"_slot
namespace sl = slotted;

struct Point : sl::object<Point, sl::slots<
    sl::field<"x", double, sl::doc<"abscissa, metres">>,  // a field always holds a value
    sl::field<"y", double, sl::doc<"ordinate, metres">>,
    sl::slot<"label", std::string>>> {                    // a slot starts unset, as in Python
  using object::object;
};

struct written_by_hand { double x, y; std::string label; bool has_label; };
static_assert(sizeof(Point) == sizeof(written_by_hand));  // no dictionary, no pointer, nothing on the heap

int main() {
  Point p{1.0, 2.0};                                      // positional, in declared order
  const Point q{"y"_slot = 2.0, "x"_slot = 1.0};          // by name, in any order
  std::cout << "same x: " << std::boolalpha << (p["x"_slot] == q["x"_slot]) << '\n';

  p["x"_slot] += 1.0;                                     // a field is a plain double&
  p["label"_slot] = "home";                               // a slot reads like std::optional
  std::cout << p["label"_slot].value() << " is at x = " << p["x"_slot] << '\n';

  std::string name = "y";                                 // the name may also come at run time
  setattr(p, name, 5);
  std::cout << name << " = " << getattr<double>(p, name) << '\n';

  delattr(p, "label");                                    // unset again
  for (const char* wrong : {"label", "lable"}) {
    try {
      getattr(p, wrong);
    } catch (const sl::attribute_error& error) {
      std::cout << error.what() << '\n';
    }
  }
}
