// A descriptor of a slot that is not there (row 76, row 91).
// EXPECT: no_such_slot<zoo::Cat
// EXPECT: {"nmae"}
// EXPECT: did_you_mean
// EXPECT: {"name"}
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
  sl::descriptor<zoo::Cat, "nmae">.set(cat, 4);
#else
  sl::descriptor<zoo::Cat, "name">.set(cat, 4);
#endif
}
