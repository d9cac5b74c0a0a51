// A plain struct that looks like the class is none (row 53).
// EXPECT: descriptor_does_not_apply_to_object<zoo::Cat
// EXPECT: {"name"}
// EXPECT: zoo::Cardboard
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

namespace zoo {

struct Cardboard {
  int name;
  bool has_name;
};

}  // namespace zoo

void use() {
#ifdef SLOTTED_BREAK
  zoo::Cardboard cardboard{3, true};
  sl::descriptor<zoo::Cat, "name">.set(cardboard, 4);
#else
  zoo::Cat cat{3};
  sl::descriptor<zoo::Cat, "name">.set(cat, 4);
#endif
}
