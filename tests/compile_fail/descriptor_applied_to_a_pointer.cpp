// A descriptor takes an object, not a pointer to one (row 49).
// EXPECT: descriptor_does_not_apply_to_object<zoo::Cat
// EXPECT: {"name"}
// EXPECT: zoo::Cat
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
#ifdef SLOTTED_BREAK
  zoo::Cat* cat = nullptr;
  static_cast<void>(sl::descriptor<zoo::Cat, "name">.get(cat));
#else
  zoo::Cat cat{5};
  static_cast<void>(sl::descriptor<zoo::Cat, "name">.get(cat));
#endif
}
