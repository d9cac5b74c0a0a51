#include <iostream>
#include <string>

#include <slotted/format.hpp>
#include <slotted/slotted.hpp>

using namespace slotted::literals;
namespace sl = slotted;

struct Shape : sl::object<Shape, sl::slots<
    sl::slot<"name", std::string>,
    sl::dict_slot<>>> {                                // one pointer; an object that never uses it has no heap memory
  using object::object;
};
struct Circle : sl::object<Circle, sl::extends<Shape>, sl::slots<sl::field<"radius", double>>> {
  using object::object;
};

int main() {
  Circle circle{"c", 2.0};
  Shape& shape = circle;
  setattr(shape, "radius", 3);                         // a slot of the real class, through its base
  setattr(shape, "colour", "red");                     // no slot: a dynamic attribute, as in Python
  std::cout << class_of(shape) << ": " << repr(circle) << '\n';

  vars(circle)["weight"] = 1.5;                        // an insertion-ordered map, which is live
  for (auto [name, value] : vars(circle)) std::cout << name << " is " << value << '\n';

  std::cout << getattr<double>(circle, "weight"_attr) << '\n';  // the compiler makes the hash of the name
  try {
    getattr(circle, "color");
  } catch (const sl::attribute_error& error) {
    std::cout << error.what() << '\n';
  }
}
