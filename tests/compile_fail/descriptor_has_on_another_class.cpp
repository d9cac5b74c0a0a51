// "descriptor 'name' for 'Cat' objects doesn't apply to a 'Dog' object" (row 51).
// EXPECT: descriptor_does_not_apply_to_object<zoo::Cat
// EXPECT: {"name"}
// EXPECT: zoo::Dog
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace zoo {

struct Cat : sl::object<Cat, sl::slots<sl::slot<"name", int>>> {
  using object::object;
};
struct Dog : sl::object<Dog, sl::slots<sl::slot<"name", int>>> {
  using object::object;
};

}  // namespace zoo

void use() {
  constexpr auto name = sl::descriptor<zoo::Cat, "name">;
#ifdef SLOTTED_BREAK
  zoo::Dog dog;
  static_cast<void>(name.has(dog));
#else
  zoo::Cat cat;
  static_cast<void>(name.has(cat));
#endif
}
