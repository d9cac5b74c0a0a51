// The whole chain of bases is looked at (row 153).
// EXPECT: slot_already_declared_by_base<zoo::Dog
// EXPECT: {"name"}
// EXPECT: zoo::Animal
#include <slotted/slotted.hpp>

#include <string>

namespace sl = slotted;

namespace zoo {

struct Animal : sl::object<Animal, sl::slots<sl::slot<"name", std::string>>> {
  using object::object;
};
struct Mammal : sl::object<Mammal, sl::extends<Animal>, sl::slots<>> {
  using object::object;
};
struct Carnivore : sl::object<Carnivore, sl::extends<Mammal>, sl::slots<sl::slot<"teeth", int>>> {
  using object::object;
};

#ifdef SLOTTED_BREAK
struct Dog : sl::object<Dog, sl::extends<Carnivore>, sl::slots<sl::slot<"breed", int>, sl::slot<"name", std::string>>> {
#else
struct Dog : sl::object<Dog, sl::extends<Carnivore>, sl::slots<sl::slot<"breed", int>, sl::slot<"call", std::string>>> {
#endif
  using object::object;
};

}  // namespace zoo

zoo::Dog dog;
