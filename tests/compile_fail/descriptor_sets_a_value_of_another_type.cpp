// The value rule holds for descriptors, too (row 44).
// EXPECT: value_does_not_fit_slot<zoo::Cat
// EXPECT: {"name"}
// EXPECT: int
// EXPECT: char
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
  zoo::Cat cat;
#ifdef SLOTTED_BREAK
  sl::descriptor<zoo::Cat, "name">.set(cat, "Tom");
#else
  sl::descriptor<zoo::Cat, "name">.set(cat, 4);
#endif
}
