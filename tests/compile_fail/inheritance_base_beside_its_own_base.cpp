// A class and a base of it, side by side: Python finds no method resolution order (row 178).
// EXPECT: slotted_base_reached_twice<zoo::Cat
// EXPECT: zoo::Animal
// EXPECT: zoo::Mammal
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace zoo {

struct Animal : sl::object<Animal, sl::slots<sl::slot<"name", int>>> {
  using object::object;
};
struct Mammal : sl::object<Mammal, sl::extends<Animal>, sl::slots<sl::slot<"fur", int>>> {
  using object::object;
};

#ifdef SLOTTED_BREAK
struct Cat : sl::object<Cat, sl::extends<Animal, Mammal>, sl::slots<>> {
#else
struct Cat : sl::object<Cat, sl::extends<Mammal>, sl::slots<>> {
#endif
  using object::object;
};

}  // namespace zoo

zoo::Cat* cat;
