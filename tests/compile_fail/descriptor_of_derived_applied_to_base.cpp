// The descriptor of the derived class knows where the slot lies in that class; a base object may lie elsewhere.
// EXPECT: descriptor_does_not_apply_to_object<
// EXPECT: {"legs"}
// EXPECT: zoo::Animal
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace zoo {

struct Animal : sl::object<Animal, sl::slots<sl::slot<"legs", int>>> {
  using object::object;
};
struct Dog : sl::object<Dog, sl::extends<Animal>, sl::slots<sl::slot<"name", int>>> {
  using object::object;
};

}  // namespace zoo

void use() {
#ifdef SLOTTED_BREAK
  zoo::Animal animal{4};
  sl::descriptor<zoo::Dog, "legs">.set(animal, 3);
#else
  zoo::Dog dog{4};
  sl::descriptor<zoo::Animal, "legs">.set(dog, 3);
#endif
}
