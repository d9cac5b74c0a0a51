// A plain class between slotted ones hides nothing.
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
struct Named : Animal {
  using Animal::Animal;
  bool is_named() const { return has(sl::slot_name<"name">{}); }
};

struct Dog : sl::object<Dog, sl::extends<Named>,
                        sl::slots<
#ifdef SLOTTED_BREAK
                            sl::slot<"name", std::string>>> {
#else
                            sl::slot<"call", std::string>>> {
#endif
  using object::object;
};

}  // namespace zoo

zoo::Dog dog;
